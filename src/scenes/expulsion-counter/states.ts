import type { Row } from '../../core/table.js';
import { stateColumns as shared } from '../scene-element.js';
import type { Item } from './sum.js';

/** The columns of the states. */
export const stateColumns = {
  ...shared,
  arrangement: {},
  solid: { type: 'number' },
  lit: { type: 'list' },
  fade: { type: 'number' },
  count: { type: 'number' },
  note: {},
} as const satisfies typeof shared & Record<string, object>;

export type State = Row<typeof stateColumns>;

export const isApart = ({ arrangement }: State): boolean => arrangement === 'apart';

/** Whether a name in a state means an item: its code, its name in the data or its name in the picture. */
export const means = (name: string, { keys }: Item): boolean => keys.includes(name.toLowerCase());

/** Whether a state lights an item. */
export const lights = ({ lit }: State, item: Item): boolean =>
  lit.some((name) => means(name, item));
