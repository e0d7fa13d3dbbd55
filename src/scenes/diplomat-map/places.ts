import { compareDays, type Day } from '../../core/dates.js';
import { exactSum } from '../../core/exact.js';
import { countryName } from '../../core/numbers.js';
import { warn } from '../../core/warn.js';
import { azimuthal, type Point } from './azimuthal.js';
import type { MapRow } from './scene.js';

/** Tells, once, who wrote a map's rows or states what is wrong with them and what mends it. */
export const complain = (map: Element, code: string, text: string): void =>
  warn(code, `<${map.localName}>: ${text}.`, map);

/** A place that marks stand at. */
export interface Place {
  /** Its name as the picture has it. */
  readonly name: string;
  /** All the names it answers to, in lower case. */
  readonly known: readonly string[];
  /** One of the four colours with a meaning, `a` to `d`, or the neutral `e`. */
  readonly tone: string;
  /** Whether its code is a country's. */
  readonly country: boolean;
  /** Kilometres from the centre; undefined for what has no place on a map. */
  readonly at: Point | undefined;
  /** How much stands there in the end. */
  readonly total: number;
}

/** What came to a place with one row. */
export interface Arrival {
  readonly place: number;
  readonly count: number;
  readonly date: Day | undefined;
}

export interface Places {
  readonly places: readonly Place[];
  /** The place of each name, in lower case. */
  readonly byName: ReadonlyMap<string, number>;
  /** In the order in which they appear: by date, then the largest rows first. */
  readonly arrivals: readonly Arrival[];
  readonly total: number;
}

/** How rows are read. */
export interface Reading {
  readonly map: Element;
  readonly language: string | undefined;
  /** Whether what is counted is whole, as people are. */
  readonly whole: boolean;
  /** What stands for so many other places. */
  readonly rest: (count: number) => string;
}

/** The most places that are drawn one by one; the smallest of more are added up at the foot of the picture. */
export const mostPlaces = 1000;

const plain = (text: string): string => text.trim().toLowerCase();

/** Reads rows as places and marks; rows of one code (or one name) are one place. */
export function readPlaces(
  rows: readonly MapRow[],
  centre: Point,
  { map, language, whole, rest }: Reading,
): Places {
  const places: (Place & { total: number })[] = [];
  const found = new Map<string, number>();
  const arrivals: Arrival[] = [];
  // Undated rows count from the start.
  const order = [...rows].sort(
    (a, b) =>
      (a.date && b.date ? compareDays(a.date, b.date) : +!!a.date - +!!b.date) ||
      (b.count ?? 0) - (a.count ?? 0),
  );
  for (const { name, label, code, lat, lon, tone, date, count = 0 } of order) {
    const key = plain(code || name || label);
    if (!key) {
      complain(map, 'bad-data', 'a row has no "name" or "code"; write one');
      continue;
    }
    const country = countryName(code, language, name);
    if (code && !country)
      complain(map, 'unknown-code', `code "${code}" is no country; write as in "DE"`);
    if (whole && !Number.isInteger(count))
      complain(
        map,
        'bad-data',
        `the count of "${name || code}" is ${count}, and people are whole; mend it, or set mark="dot" or mark="square" for what is not people`,
      );
    let place = found.get(key);
    if (place === undefined) {
      found.set(key, (place = places.length));
      const at =
        lat !== undefined && lon !== undefined ? azimuthal({ x: lon, y: lat }, centre) : undefined;
      places.push({
        name: label || country || name || code,
        known: [code, name, label, country ?? ''].map(plain),
        tone: tone || 'c',
        country: !!country,
        at,
        total: 0,
      });
    }
    places[place]!.total = exactSum([places[place]!.total, count]);
    arrivals.push({ place, count, date });
  }
  return gatherRest(places, arrivals, rest);
}

/** Adds up the smallest of too many places; they stand where what has no place on the map does. */
function gatherRest(
  places: readonly Place[],
  arrivals: readonly Arrival[],
  rest: (count: number) => string,
): Places {
  const total = exactSum(places.map((place) => place.total));
  const byName = new Map<string, number>();
  /** Of two places with one name the first is meant. */
  const name = ({ known }: Place, index: number): void => {
    for (const one of known) if (one && !byName.has(one)) byName.set(one, index);
  };
  if (places.length <= mostPlaces) {
    places.forEach(name);
    return { places, byName, arrivals, total };
  }
  const bySize = [...places.keys()].sort((a, b) => places[b]!.total - places[a]!.total);
  const kept = bySize.slice(0, mostPlaces).sort((a, b) => a - b);
  const others = bySize.slice(mostPlaces);
  const moved = new Map(kept.map((place, at) => [place, at]));
  places.forEach((place, at) => name(place, moved.get(at) ?? kept.length));
  return {
    places: [
      ...kept.map((place) => places[place]!),
      {
        name: rest(others.length),
        known: [],
        tone: 'e',
        country: false,
        at: undefined,
        total: exactSum(others.map((place) => places[place]!.total)),
      },
    ],
    byName,
    arrivals: arrivals.map((one) => ({ ...one, place: moved.get(one.place) ?? kept.length })),
    total,
  };
}
