import type { Phrase, Phrases } from '../core/phrases.js';
import { pseudo } from '../core/pseudo.js';
import { english } from './en.js';

/** All phrases in a language that does not exist: longer and accented, or mirrored. Forms stay forms. */
export const pseudoPhrases = (mirrored: boolean): Phrases => {
  const change = (phrase: Phrase): Phrase =>
    typeof phrase === 'string'
      ? pseudo(phrase, mirrored)
      : (Object.fromEntries(
          Object.entries(phrase).map(([name, form]) => [name, pseudo(form as string, mirrored)]),
        ) as unknown as Phrase);
  return Object.fromEntries(
    Object.entries(english).map(([name, phrase]) => [name, change(phrase)]),
  ) as unknown as Phrases;
};
