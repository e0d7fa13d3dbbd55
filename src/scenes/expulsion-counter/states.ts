import type { State } from './scene.js';
import type { Item } from './sum.js';

export const isApart = ({ arrangement }: State): boolean => arrangement === 'apart';

/** Whether a name in a state means an item: its code, its name in the data or its name in the picture. */
export const means = (name: string, { keys }: Item): boolean => keys.includes(name.toLowerCase());

/** Whether a state lights an item. */
export const lights = ({ lit }: State, item: Item): boolean =>
  lit.some((name) => means(name, item));
