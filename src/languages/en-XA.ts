import type { Phrases } from '../core/phrases.js';
import { pseudoPhrases } from './pseudo.js';

/** English with accents and 40 % longer, for trials. */
const words: Phrases = pseudoPhrases(false);

export default words;
