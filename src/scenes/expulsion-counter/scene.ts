import type { Columns, Row } from '../../core/table.js';
import { describeScene } from '../describe-scene.js';
import { perPhrases } from '../per.js';
import { markNames } from '../shapes.js';
import { counterPhrases } from './phrases.js';

/** The columns of the data: one row for everyone who counted some people. */
const columns = {
  /** Who counted, if it is no country, or has no code. Every row needs a name or a code. */
  name: { also: ['country', 'place'], heads: true },
  /** A country by its ISO code of two letters; it is named in the language of the page. */
  code: { also: ['code_alpha2', 'iso'] },
  /** How many: a number from 0; of people a whole one. */
  count: { type: 'count', required: true, adds: true, also: ['expelled', 'number'] },
  /** What the row is added up with. */
  group: {},
  /** Colour: `a` to `d`, or `e`, a neutral grey; `c` if empty. */
  tone: { values: ['a', 'b', 'c', 'd', 'e'] },
  /** The day, as `2018-03-26` or as the page's language writes it; compared with `until`. A month or a year counts once it is over. */
  date: { type: 'date', also: ['announced'] },
  /** Place among the rows, the smallest first; those without come last, the largest count first. */
  order: { type: 'number' },
} as const satisfies Columns;

/** The columns of the states. */
const stateColumns = {
  /** `together` (groups with their totals) or `apart` (row by row); together if empty. */
  arrangement: { values: ['together', 'apart'] },
  /** 0 outlines to 1 filled; 1 if empty. */
  solid: { type: 'share' },
  /** Codes or names of rows that stand out, separated by commas; quotes protect a comma in a name. */
  lit: { type: 'list' },
  /** How far the other rows step back, 0 to 1; 0.6 if empty. */
  fade: { type: 'share' },
  /** How much of the counting is done, 0 to 1; 1 if empty. */
  count: { type: 'share' },
  /** What the numbers are based on, under the picture; the property `note` if empty. */
  note: {},
} as const satisfies Columns;

export const scene = describeScene({
  tag: 'expulsion-counter',
  columns,
  stateColumns,
  phrases: { ...counterPhrases, ...perPhrases },
  attributes: { mark: markNames, per: { above: 0 } },
  states: () => ['together', 'apart'].map((step) => ({ step, arrangement: step })),
});

export type CounterRow = Row<typeof scene.columns>;
export type State = Row<typeof scene.stateColumns>;
