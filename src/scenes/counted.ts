import { maxCount } from '../core/table.js';

/** What is to be done about a count that cannot be drawn one by one; undefined if it can. */
export const tooManyMarks = (count: number): string | undefined =>
  Number.isInteger(count) && count <= maxCount
    ? undefined
    : `the count ${count} cannot be drawn; write a whole number from 0 to ${maxCount}`;
