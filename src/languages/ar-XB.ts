import type { Phrases } from '../core/phrases.js';
import { pseudoPhrases } from './pseudo.js';

/** English from right to left, longer, for trials. */
const words: Phrases = pseudoPhrases(true);

export default words;
