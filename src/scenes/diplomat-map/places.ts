import { countryName } from '../../core/numbers.js';
import type { Columns, Row } from '../../core/table.js';
import { stateColumns } from '../scene-element.js';
import { azimuthal, type Point } from './azimuthal.js';

export const mapColumns = {
  name: { also: ['place', 'country'] },
  label: {},
  code: { also: ['iso', 'alpha2'] },
  count: { type: 'count', also: ['number', 'people', 'expelled'] },
  lat: { type: 'number', also: ['latitude'] },
  lon: { type: 'number', also: ['longitude', 'lng'] },
  date: { also: ['announced', 'day'] },
  tone: {},
} as const satisfies Columns;

export const mapStates = {
  ...stateColumns,
  focus: {},
  until: {},
  ring: { type: 'list' },
  names: { type: 'list' },
  lines: { type: 'number' },
  home: { type: 'number' },
  total: {},
} as const satisfies Columns;

export type MapRow = Row<typeof mapColumns>;
export type MapState = Row<typeof mapStates>;

/** One of the four colours with a meaning. */
export type Tone = 'a' | 'b' | 'c' | 'd';

/** A place that marks stand at. */
export interface Place {
  readonly code: string;
  /** Its name as the picture has it. */
  readonly name: string;
  /** All the names it answers to, in lower case. */
  readonly known: readonly string[];
  readonly tone: Tone;
  /** Whether its code is a country's. */
  readonly country: boolean;
  /** How many marks it has in the end. */
  readonly count: number;
  /** Kilometres from the centre; undefined for what has no place on a map. */
  readonly at: Point | undefined;
}

/** One mark: the index of its place, and the how many-eth of that place it is. */
export interface Unit {
  readonly place: number;
  readonly rank: number;
  readonly date: string;
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
  problem: (code: string, text: string) => void,
): Places {
  const places: (Place & { count: number })[] = [];
  const found = new Map<string, number>();
  const units: Unit[] = [];
  const order = [...rows].sort(
    (a, b) => compare(a.date, b.date) || (b.count ?? 0) - (a.count ?? 0),
  );
  for (const row of order) {
    const key = plain(row.code || row.name || row.label);
    if (!key) {
      problem('bad-data', 'a row has neither a name nor a code; write one of them');
      continue;
    }
    const known = countryName(row.code, language);
    if (row.code && !known)
      problem(
        'unknown-code',
        `the country code "${row.code}" is not known; use an ISO 3166-1 alpha-2 code such as "DE"`,
      );
    if (!found.has(key)) {
      found.set(key, places.length);
      places.push({
        code: row.code,
        name: row.label || known || row.name || row.code,
        known: [row.code, row.name, row.label, known ?? ''].filter(Boolean).map(plain),
        tone: (['a', 'b', 'c', 'd'] as const).find((tone) => tone === plain(row.tone)) ?? 'c',
        country: known !== undefined,
        count: 0,
        at: located(row, problem) ? azimuthal({ x: row.lon!, y: row.lat! }, centre) : undefined,
      });
    }
    const place = found.get(key)!;
    for (let i = row.count ?? 0; i > 0; i--)
      units.push({ place, rank: places[place]!.count++, date: row.date });
  }
  return { places, units };
}

function located(row: MapRow, problem: (code: string, text: string) => void): boolean {
  if (row.lat === undefined || row.lon === undefined) return false;
  if (Math.abs(row.lat) <= 90 && Math.abs(row.lon) <= 180) return true;
  problem(
    'bad-data',
    `${row.name || row.code} stands at latitude ${row.lat}, longitude ${row.lon}; latitudes end at 90 and longitudes at 180 degrees`,
  );
  return false;
}

// Undated rows come first: they were always so.
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
