// Places on the earth as people write them: latitude first, in degrees with a sign or with N, S, E and W.
import { machineNumber, type Refusal } from './cells.js';
import { tagOf } from './kept.js';
import { clean, plainDigits } from './text.js';

/** Which of the two coordinates a number is. */
export type Axis = 'latitude' | 'longitude';

/** The largest value of each. */
export const reach: Readonly<Record<Axis, number>> = { latitude: 90, longitude: 180 };

export interface Point {
  readonly lat: number;
  readonly lon: number;
  /** Whether it was written with the longitude first, and can be read only so. */
  readonly swapped?: boolean;
}

/** One coordinate, and which one it is if its letter says so. */
interface Degrees {
  readonly value: number;
  readonly axis: Axis | undefined;
}

const number = String.raw`(\d+(?:[.,]\d+)?)`;
const minutes = String.raw`(?:${number} ?['’′])`;
const seconds = String.raw`(?:${number} ?(?:["”″]|''|’’|′′))`;
const degrees = new RegExp(
  String.raw`^([NSEWO])? ?([-−–+]?)${number} ?(?:[°º˚] ?(?:${minutes} ?${seconds}?)?)?(?: ?([NSEWO]))?$`,
  'i',
);
/** Degrees, minutes and seconds with spaces alone between them. */
const spaced = /^(\d+) (\d+)(?: (\d+(?:\.\d+)?))? ?([NSEW])$/i;

/** O is the west in French and the other Romance languages, and the east in German. */
const letterO = (lang: string | undefined): string | undefined =>
  /^(fr|es|it|pt|ca|ro)\b/.test(tagOf(lang) ?? '')
    ? 'W'
    : /^de\b/.test(tagOf(lang) ?? '')
      ? 'E'
      : undefined;

/** Reads a coordinate that has a degree sign or a letter; undefined for anything else. */
function readDegrees(given: string, lang: string | undefined): Degrees | undefined {
  const text = clean(plainDigits(given)).replaceAll('٫', '.');
  const spacedOut = spaced.exec(text);
  const [, before, sign, whole, min = '0', sec = '0', after] = spacedOut
    ? [, '', '', spacedOut[1], spacedOut[2], spacedOut[3], spacedOut[4]] // eslint-disable-line no-sparse-arrays
    : (degrees.exec(text) ?? []);
  if (!whole || (before && after)) return undefined;
  let letter = (before || after || '').toUpperCase();
  if (letter === 'O') letter = letterO(lang) ?? '?';
  if (letter === '?' || (letter && sign)) return undefined;
  const [d, m, s] = [whole, min, sec].map((part) => Number(part.replace(',', '.'))) as [
    number,
    number,
    number,
  ];
  if (m >= 60 || s >= 60 || (m + s > 0 && !Number.isInteger(d))) return undefined;
  const value = d + m / 60 + s / 3600;
  return {
    value: /[SW−–-]/.test(letter + sign) ? -value : value,
    axis: letter ? (/[NS]/.test(letter) ? 'latitude' : 'longitude') : undefined,
  };
}

/**
 * Reads one coordinate with a degree sign or a letter.
 * @returns undefined for a text without these, which is a number
 */
export function readCoordinate(
  text: string,
  axis: Axis,
  lang?: string,
): number | Refusal | undefined {
  if (!/[°º˚'’′\p{L}]/u.test(text)) return undefined;
  const read = readDegrees(text, lang);
  if (!read) return { refused: 'write degrees with a sign, or as 55.75° N' };
  if (read.axis && read.axis !== axis)
    return { refused: `that is a ${read.axis}; write a ${axis}` };
  return read.value;
}

/** Whether a coordinate lies on the earth. */
export const isOnEarth = (value: number, axis: Axis): boolean => Math.abs(value) <= reach[axis];

/**
 * Reads a point, latitude first: `55.76, 37.62` or `55.76° N, 37.62° E`. With letters either may come first; without
 * them a point that can only be longitude first is read so, and says that it is.
 */
export function readPoint(text: string, lang?: string): Point | Refusal {
  const refused = { refused: 'write latitude, longitude, as in "55.76, 37.62"' };
  const parts = partsOf(clean(plainDigits(text)));
  if (parts.length !== 2) return refused;
  const read = parts.map((part): Degrees | undefined => {
    const value = machineNumber(part.replace(/^[−–]/, '-'));
    return Number.isNaN(value) ? readDegrees(part, lang) : { value, axis: undefined };
  });
  const [first, second] = read;
  if (!first || !second || (first.axis && first.axis === second.axis)) return refused;
  const turned = first.axis === 'longitude' || second.axis === 'latitude';
  const [lat, lon] = turned ? [second.value, first.value] : [first.value, second.value];
  if (isOnEarth(lat, 'latitude') && isOnEarth(lon, 'longitude')) return { lat, lon };
  if (!first.axis && !second.axis && isOnEarth(lon, 'latitude') && isOnEarth(lat, 'longitude'))
    return { lat: lon, lon: lat, swapped: true };
  return { refused: 'a latitude is from -90 to 90, a longitude from -180 to 180' };
}

/** The two halves of a point. A comma is a decimal sign only where something else separates them. */
function partsOf(text: string): string[] {
  for (const separator of [/[;؛]/u, /(?<=[NSEWO]) ?,? (?=\d)/iu, /[,،]/u, / /u]) {
    const parts = text.split(separator);
    if (parts.length === 2) return parts.map((part) => part.trim());
  }
  return [];
}
