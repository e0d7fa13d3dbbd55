import { storyPhrases, type Phrases } from '../core/phrases.js';
import { counterPhrases } from '../scenes/expulsion-counter/phrases.js';
import { mapPhrases } from '../scenes/diplomat-map/phrases.js';
import { perPhrases } from '../scenes/per.js';
import { callPhrases } from '../scenes/phone-call-scene/phrases.js';
import { chainPhrases } from '../scenes/source-chain/phrases.js';

/** All that the elements of the package say of themselves. The languages need its type alone. */
export const english = {
  ...storyPhrases,
  ...perPhrases,
  ...callPhrases,
  ...counterPhrases,
  ...mapPhrases,
  ...chainPhrases,
};

/** The phrases of a language, all of them. */
export type Language = {
  readonly [Name in keyof typeof english]: NonNullable<Phrases[Name]>;
};
