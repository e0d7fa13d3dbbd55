import type { Columns, Row } from '../../core/table.js';
import { describeScene } from '../describe-scene.js';
import { perPhrases } from '../per.js';
import { markNames } from '../shapes.js';
import { mapPhrases } from './phrases.js';

/** The columns of the data: some people at a place. */
const columns = {
  /** Name of the place. Every row needs a name or a code; rows of one code (or one name) are one place. */
  name: { heads: true, also: ['country', 'place'] },
  /** What the picture calls it, if not by its code or name. */
  label: {},
  /** A country by its ISO code of two letters; it is named in the language of the page. */
  code: { also: ['code_alpha2', 'iso'] },
  /** How many: a number from 0, of people a whole one; 0 if empty. */
  count: { type: 'count', adds: true, also: ['expelled', 'number'] },
  /** Latitude in degrees, south negative or as `33.9° S`; a row without it stands at the foot of the picture. */
  lat: { type: 'latitude', also: ['latitude'] },
  /** Longitude in degrees, west negative or as `71.1° W`; a row without it stands at the foot of the picture. */
  lon: { type: 'longitude', also: ['longitude', 'lng', 'long'] },
  /** The day, as `2018-03-26` or as the page's language writes it; compared with a state's `until`. A month or a year counts once it is over. */
  date: { type: 'date' },
  /** Colour: `a` to `d`, or `e`, a neutral grey; `c` if empty. */
  tone: { values: ['a', 'b', 'c', 'd', 'e'] },
} as const satisfies Columns;

/** The columns of the states. */
const stateColumns = {
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
  total: { values: ['yes', 'no', 'true', 'false', '1', '0'] },
} as const satisfies Columns;

export const scene = describeScene({
  tag: 'diplomat-map',
  columns,
  stateColumns,
  phrases: { ...mapPhrases, ...perPhrases },
  attributes: {
    distances: ['km', 'mi'],
    mark: markNames,
    per: { above: 0 },
    projection: ['azimuthal-equidistant'],
  },
  states: () => [
    { step: 'places', total: 'yes' },
    { step: 'lines', total: 'yes', lines: 1 },
    { step: 'home', total: 'yes', lines: 1, home: 1 },
  ],
});

export type MapRow = Row<typeof scene.columns>;
export type MapState = Row<typeof scene.stateColumns>;
