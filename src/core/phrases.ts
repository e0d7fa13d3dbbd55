import { quoted, warn } from './warn.js';

/** What the elements say of themselves. `{name}` is filled in; a count is already in the language's digits. */
export interface Phrases {
  showData: string;
  loading: string;
  noData: string;
  badData: string;
  tooManyRows: string;
  steps: string;
  minutes: string;
  skip: string;
  skipped: string;
  contents: string;
  previous: string;
  next: string;
  stepOf: string;
  motion: string;
  motionFull: string;
  motionStepped: string;
  motionStatic: string;
  picture: string;
  readAsText: string;
  showMoving: string;
  notMoving: string;
}

const english: Phrases = {
  showData: 'Show the data',
  loading: 'The picture is loading.',
  noData: 'There are no data to draw here.',
  badData: 'Part of the data could not be read. The words are complete.',
  tooManyRows: 'The data have {count} rows, and a picture can show {most}.',
  steps: '{count} steps',
  minutes: '{count} min read',
  skip: 'Skip the story',
  skipped: 'End of the story',
  contents: 'Steps of the story',
  previous: 'Previous step',
  next: 'Next step',
  stepOf: '{index} of {count}',
  motion: 'Pictures',
  motionFull: 'Moving',
  motionStepped: 'Step by step',
  motionStatic: 'As text, with stills',
  picture: 'Picture: ',
  readAsText: 'Read as text',
  showMoving: 'Let the pictures move',
  notMoving: 'Pictures stand beside the text here because this page cannot pin them.',
};

const languages = new Map<string, Partial<Phrases>>();

/** A language tag as languages are looked up by: `de_CH` and `de-ch` are one. */
const tagOf = (lang: string): string => lang.trim().replaceAll('_', '-').toLowerCase();

/** Gives the elements' own phrases in another language; what is left out, or is no text, stays English. */
export function definePhrases(lang: string, phrases: Partial<Phrases>): void {
  if (typeof lang !== 'string' || !lang.trim() || typeof phrases !== 'object' || !phrases) {
    warn('phrases', 'definePhrases takes a language tag, such as "de", and an object of phrases.');
    return;
  }
  const given = Object.entries(phrases as Record<string, unknown>);
  const bad = given.filter(([, text]) => typeof text !== 'string' && text !== undefined);
  if (bad.length)
    warn(
      'phrases',
      `definePhrases("${lang}") has no text for ${quoted(bad.map(([name]) => name))}; give a string, or leave it out.`,
    );
  const texts = given.filter(([, text]) => typeof text === 'string');
  languages.set(tagOf(lang), Object.fromEntries(texts));
}

/** The phrases for a language tag: of the tag itself, else of its first part, else English. */
export function phrases(lang?: string): Phrases {
  const tag = tagOf(lang ?? '');
  return { ...english, ...languages.get(tag.split('-')[0]!), ...languages.get(tag) };
}

/** Fills `{name}` in a phrase. */
export const fill = (phrase: string, values: Readonly<Record<string, string>>): string =>
  phrase.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : whole,
  );
