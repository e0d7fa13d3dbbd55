import { formatList } from '../core/numbers.js';
import { speaker } from '../core/phrases.js';

/** What is filled into a phrase: a text as it is, a number in the language's digits, a list as a sentence has it. */
export type PhraseValues = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * Makes what says the phrases of a scene: those that there are for the language, else its own in English.
 * @param english phrases by their names, which no other scene uses; `{count}` in one is filled in. One that depends on a
 *   number has forms, `{ one, other }`, of which it takes that of `count`, or of the first value that is a number
 * @returns says a phrase; its arguments are the language (`this.language`), the name and the values to fill in
 */
export const phrasebook = <P extends object>(
  english: P,
): ((lang: string | undefined, name: keyof P & string, values?: PhraseValues) => string) => {
  const say = speaker(english);
  return (lang, name, values = {}) => {
    const told: Record<string, string | number> = {};
    for (const [key, value] of Object.entries(values))
      told[key] = typeof value === 'object' ? formatList(value, lang) : value;
    return say(lang, name, told);
  };
};
