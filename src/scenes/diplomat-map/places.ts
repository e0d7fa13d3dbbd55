import { compareDays, type Day } from '../../core/dates.js';
import { countryName } from '../../core/numbers.js';
import type { Columns, Row } from '../../core/table.js';
import { warn } from '../../core/warn.js';
import { stateColumns } from '../state-columns.js';
import { tooManyMarks } from '../counted.js';
import { azimuthal, type Point } from './azimuthal.js';
import { seats } from './clusters.js';

/** The columns of the data: some people at a place. */
export const mapColumns = {
  /** Name of the place. Every row needs a name or a code; rows of one code (or one name) are one place. */
  name: { heads: true },
  /** What the picture calls it, if not by its code or name. */
  label: {},
  /** A country by its ISO code of two letters; it is named in the language of the page. */
  code: {},
  /** How many people: a whole number from 0 to 2000; 0 if empty. */
  count: { type: 'count', adds: true },
  /** Latitude in degrees, south negative or as `33.9° S`; a row without it stands at the foot of the picture. */
  lat: { type: 'latitude' },
  /** Longitude in degrees, west negative or as `71.1° W`; a row without it stands at the foot of the picture. */
  lon: { type: 'longitude' },
  /** The day, as `2018-03-26` or as the page's language writes it; compared with a state's `until`. A month or a year counts once it is over. */
  date: { type: 'date' },
  /** Colour: `a` to `d`, or `e`, a neutral grey; `c` if empty. */
  tone: {},
} as const satisfies Columns;

/** The columns of the states. */
export const mapStates = {
  ...stateColumns,
  /** What the frame holds: `all`, codes or names separated by commas (`home` among them; quotes protect a comma in a name), or `lat, lon, kilometres`, a point and the width round it; `all` if empty. */
  focus: {},
  /** The last day that counts, as `2018-03-26` or as the page's language writes it; `none` for no marks; all of them if empty. */
  until: {},
  /** Codes or names of places to be ringed, or `all`. */
  ring: { type: 'list' },
  /** Codes or names of places whose labels come first where there is no room for all. */
  names: { type: 'list' },
  /** How far the lines home are drawn, 0 to 1; 0 if empty. */
  lines: { type: 'share' },
  /** How far the marks have come home, 0 to 1; 0 if empty. */
  home: { type: 'share' },
  /** `yes` shows the number counted. */
  total: {},
} as const satisfies Columns;

export type MapRow = Row<typeof mapColumns>;
export type MapState = Row<typeof mapStates>;

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
  /** Where its marks stand in the end, where a mark is one wide. */
  readonly seats: readonly Point[];
}

/** One mark: its place, and which of its seats it has. */
export interface Unit {
  readonly place: number;
  readonly rank: number;
  readonly date: Day | undefined;
}

export interface Places {
  readonly places: readonly Place[];
  /** In the order in which they appear: by date, then the largest rows first. */
  readonly units: readonly Unit[];
}

const plain = (text: string): string => text.trim().toLowerCase();

/** Reads rows as places and marks; rows of one code (or one name) are one place. */
export function readPlaces(
  rows: readonly MapRow[],
  centre: Point,
  language: string | undefined,
  map: Element,
): Places {
  const places: (Place & { seats: readonly Point[] })[] = [];
  const found: string[] = [];
  const units: Unit[] = [];
  // Undated rows come first: they were always so.
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
    const remedy = tooManyMarks(count);
    if (remedy) {
      complain(map, 'bad-data', `${name || code}: ${remedy}`);
      continue;
    }
    const country = countryName(code, language, name);
    if (code && !country)
      complain(map, 'unknown-code', `code "${code}" is no country; write as in "DE"`);
    let place = found.indexOf(key);
    if (place < 0) {
      place = found.push(key) - 1;
      const at =
        lat !== undefined && lon !== undefined ? azimuthal({ x: lon, y: lat }, centre) : undefined;
      places.push({
        name: label || country || name || code,
        known: [code, name, label, country ?? ''].map(plain),
        tone: /^[abde]$/.test(tone) ? tone : 'c',
        country: !!country,
        at,
        seats: [],
      });
    }
    let rank = units.filter((unit) => unit.place === place).length;
    for (let i = 0; i < count; i++) units.push({ place, rank: rank++, date });
    places[place]!.seats = seats(rank);
  }
  return { places, units };
}
