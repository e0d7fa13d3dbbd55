import type { Phrase } from '../../core/phrases.js';
import { phrasebook } from '../phrasebook.js';

declare module '../../core/phrases.js' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it adds members to the interface of core
  interface Phrases extends Partial<Record<keyof typeof chainPhrases, Phrase>> {}
}

/** What a chain of hands says of itself. */
export const chainPhrases = {
  /** The reader, as the last of the chain. */
  chainYou: 'You',
  /** What stands over the chain; `{hands}` is the phrase below. */
  chainReach: 'How this reaches you: {hands}',
  hands: { one: '{count} hand', other: '{count} hands' },
  /** How a claim stands, as a sentence. */
  chainStanding: '{standing}.',
  standing_corroborated: 'Corroborated',
  standing_partly: 'Partly corroborated',
  standing_uncorroborated: 'Not corroborated',
  standing_contested: 'Contested',
};

/** A phrase in a language, filled in. */
export const say = phrasebook(chainPhrases);
