import { phrasebook, type PhraseValues } from '../phrasebook.js';

/** What a picture of people counted says of itself; give it in another language with `definePhrases`. */
export interface CountPhrases {
  countEach: string;
  countMore: string;
  countRest: string;
  /** For rows that belong to no group. */
  countAll: string;
  countGroup: string;
  countGroupOf: string;
  countPart: string;
  countRow: string;
  countApart: string;
  countLit: string;
  countOutlined: string;
}

declare module '../../core/phrases.js' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it adds members to the interface of core
  interface Phrases extends Partial<CountPhrases> {}
}

const english: CountPhrases = {
  countEach: '{names}, {count} each',
  countMore: 'and {count} more:\u00a0{sum}',
  countRest: '{count} more',
  countAll: '{sum} ({parts}).',
  countGroup: '{name}: {sum}.',
  countGroupOf: '{name}: {sum} ({parts}).',
  countPart: '{count} {name}',
  countRow: '{name} {count}',
  countApart: 'A row each: {rows}.',
  countLit: 'Highlighted: {names}.',
  countOutlined: 'The marks are outlines.',
};

/** A phrase in a language. */
export const say = phrasebook(english);

/** Gives a phrase, filled in with texts, numbers and lists. */
export type Say = (name: keyof CountPhrases, values?: PhraseValues) => string;
