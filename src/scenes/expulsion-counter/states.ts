import type { Row } from '../../core/table.js';
import { stateColumns as shared } from '../state-columns.js';
import type { Item } from './sum.js';

/** The columns of the states. */
export const stateColumns = {
  ...shared,
  /** `together` (groups with their totals) or `apart` (row by row); together if empty. */
  arrangement: {},
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
} as const satisfies typeof shared & Record<string, object>;

export type State = Row<typeof stateColumns>;

export const isApart = ({ arrangement }: State): boolean => arrangement === 'apart';

/** Whether a name in a state means an item: its code, its name in the data or its name in the picture. */
export const means = (name: string, { keys }: Item): boolean => keys.includes(name.toLowerCase());

/** Whether a state lights an item. */
export const lights = ({ lit }: State, item: Item): boolean =>
  lit.some((name) => means(name, item));
