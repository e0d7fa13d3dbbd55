import type { Phrase } from '../../core/phrases.js';

declare module '../../core/phrases.js' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it adds members to the interface of core
  interface Phrases extends Partial<Record<keyof typeof counterPhrases, Phrase>> {}
}

/** What a picture of people counted says of itself. */
export const counterPhrases = {
  countEach: '{names}, {count} each',
  countMore: 'and {count} more:\u00a0{sum}',
  countRest: '{count} more',
  /** Of rows that belong to no group. */
  countAll: '{sum} ({parts}).',
  countGroup: '{name}: {sum}.',
  countGroupOf: '{name}: {sum} ({parts}).',
  countPart: '{count} {name}',
  countRow: '{name} {count}',
  countApart: 'A row each: {rows}.',
  countLit: 'Highlighted: {names}.',
  countOutlined: 'The marks are outlines.',
};
