import type { Columns } from '../core/columns.js';

/** The columns that every table of states has: the step's name, and the picture at its end in words. */
export const stateColumns = {
  /** Name of the state; a story's step asks for it by its `step` or its `id`. */
  step: { required: true, also: ['state'], heads: true },
  /** The picture at the end of the step in a sentence, for who does not see it; made from the data if empty. */
  description: { also: ['alt', 'picture'] },
} as const satisfies Columns;
