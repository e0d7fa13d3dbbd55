import { formatList, formatNumber } from '../core/numbers.js';
import { fill, phrases, type Phrases } from '../core/phrases.js';

/** What is filled into a phrase: a text as it is, a number in the language's digits, a list as a sentence has it. */
export type PhraseValues = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * Makes what says the phrases of a scene: those that `definePhrases` has for the language, else its own in English.
 * @param english phrases by their names, which no other scene uses; `{count}` in one is filled in
 * @returns says a phrase; its arguments are the language (`this.language`), the name and the values to fill in
 */
export const phrasebook =
  <P extends object>(english: P) =>
  (lang: string | undefined, name: keyof P & string, values: PhraseValues = {}): string => {
    const texts: Record<string, string> = {};
    for (const [key, value] of Object.entries(values))
      texts[key] =
        typeof value === 'string'
          ? value
          : typeof value === 'number'
            ? formatNumber(value, lang)
            : formatList(value, lang);
    const given: string | undefined = phrases(lang)[name as keyof Phrases];
    return fill(given ?? (english[name] as string), texts);
  };
