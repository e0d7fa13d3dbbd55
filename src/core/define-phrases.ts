import {
  addPhrases,
  storyPhrases,
  type Phrase,
  type Phrases,
  type PluralForms,
} from './phrases.js';
import { quoted, warn } from './warn.js';

/** Whether a value can stand for a phrase: what a story says without a number has one form. */
function isRight(name: string, value: unknown): boolean {
  const english: Phrase | undefined = (storyPhrases as Readonly<Record<string, Phrase>>)[name];
  if (typeof value === 'string') return true;
  const forms = Object.values(Object(value) as object);
  const isPlural = typeof (value as PluralForms | null)?.other === 'string';
  const takesForms = typeof english !== 'string' || english.includes('{');
  return isPlural && takesForms && forms.every((form) => typeof form === 'string');
}

/**
 * Gives the elements' own phrases in another language, or other phrases in English; what is left out is as it was. Elements that are
 * there already say them at once.
 */
export function definePhrases(lang: string, phrases: Partial<Phrases>): void {
  if (typeof lang !== 'string' || !lang.trim() || typeof phrases !== 'object' || !phrases) {
    warn('phrases', 'definePhrases takes a language tag, such as "de", and an object of phrases.');
    return;
  }
  const given = Object.entries(phrases as Record<string, unknown>);
  const right = given.filter(([name, value]) => isRight(name, value));
  const bad = given.filter((one) => one[1] !== undefined && !right.includes(one));
  if (bad.length)
    warn(
      'phrases',
      `definePhrases("${lang}") has no text for ${quoted(bad.map(([name]) => name))}; give a string, or leave it out.`,
    );
  addPhrases(lang, Object.fromEntries(right));
}
