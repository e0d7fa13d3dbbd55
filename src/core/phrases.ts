import { formatNumber, pluralOf } from './numbers.js';

/** The forms of a phrase by the names that `Intl.PluralRules` has for plurals; `other` where a language has no form. */
export interface PluralForms {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** A phrase; `{name}` is filled in. One that depends on a number has a form for each plural of its language. */
export type Phrase = string | PluralForms;

/** What the elements say of themselves. */
export interface Phrases {
  showData: string;
  loading: string;
  noData: string;
  badData: string;
  tooManyRows: Phrase;
  steps: Phrase;
  minutes: Phrase;
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

/** The phrases of all stories and scenes; a scene's own stand beside it. */
export const storyPhrases = {
  showData: 'Show the data',
  loading: 'The picture is loading.',
  noData: 'There are no data to draw here.',
  badData: 'Part of the data could not be read. The words are complete.',
  tooManyRows: 'The data have {count} rows, and a picture can show {most}.',
  steps: { one: '{count} step', other: '{count} steps' },
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
} as const satisfies Phrases;

/** Phrases of a language by their names. */
type Words = Readonly<Record<string, Phrase>>;

/** What pages define goes before what comes with the package, whichever is there first. */
const supplied = new Map<string, Words>();
const defined = new Map<string, Words>();
/** What is known of each language that was asked for. */
const known = new Map<string, Words>();
let changes = 0;
let load: ((tags: readonly string[]) => void) | undefined;
let told: ((lang: string) => void) | undefined;

/** A language tag as languages are looked up by: `de_CH` and `de-ch` are one. */
const tagOf = (lang: string): string => lang.trim().replaceAll('_', '-').toLowerCase();

/** The tags under which phrases for a language are looked for, in order: `de-ch`, `de`. */
export const fallbacks = (lang: string): string[] =>
  tagOf(lang)
    .split('-', 8)
    .map((_, at, parts) => parts.slice(0, parts.length - at).join('-'));

const isText = (value: unknown): value is string => typeof value === 'string';

const isPhrase = (value: unknown): value is Phrase =>
  isText(value) || isText((value as PluralForms | null)?.other);

function keep(words: Map<string, Words>, lang: string, phrases: Words): void {
  const tag = tagOf(lang);
  words.set(tag, phrases);
  known.clear();
  changes++;
  told?.(tag);
}

/** Gives a language phrases, or others than it has; what is no phrase is left out. */
export const addPhrases = (lang: string, phrases: object): void =>
  keep(defined, lang, {
    ...defined.get(tagOf(lang)),
    ...(Object.fromEntries(
      Object.entries(phrases).filter(([, phrase]) => isPhrase(phrase)),
    ) as Words),
  });

/** Takes the phrases of a language that come with the package. */
export const supplyPhrases = (lang: string, phrases: Words): void => keep(supplied, lang, phrases);

/** Whoever brings the phrases of a language that is asked for: is given the tags that would do, the best first. */
export function loadPhrasesBy(loader: (tags: readonly string[]) => void): void {
  load = loader;
}

/** Whoever is told the language whenever phrases have come. */
export function tellOfPhrases(listener: (lang: string) => void): void {
  told = listener;
}

/** How often phrases have come: whoever keeps what was said keeps it for that long. */
export const phrasesVersion = (): number => changes;

/** What there is for a language beside the English of the package. */
function wordsOf(lang = ''): Words {
  const found = known.get(lang);
  if (found) return found;
  const tags = fallbacks(lang);
  const words = Object.assign(
    {},
    ...[supplied, defined].flatMap((words) => tags.map((tag) => words.get(tag)).reverse()),
  ) as Words;
  known.set(lang, words);
  load?.(tags);
  return words;
}

/** The phrases for a language tag: of the tag itself, else of its first parts, else English. */
export const phrases = (lang?: string): Phrases => ({ ...storyPhrases, ...wordsOf(lang) });

/** What is filled into a phrase of a story: a text as it is, a number in the language's digits. */
type Values = Readonly<Record<string, string | number>>;

/** Fills `{name}` in a phrase. */
export const fill = (phrase: string, values: Readonly<Record<string, string>>): string =>
  phrase.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : whole,
  );

/** The form of a phrase that goes with the number filled in: `count`, else the first that is a number. */
function formOf(phrase: Phrase, values: Values, lang: string | undefined): string {
  if (isText(phrase)) return phrase;
  const number = [values['count'], ...Object.values(values)].find(
    (value) => typeof value === 'number',
  );
  return `${phrase[pluralOf(number ?? 0, lang) as keyof PluralForms] ?? phrase.other}`;
}

/** Makes what says some phrases: those that there are for the language, else those in English that are given. */
export const speaker =
  <P extends object>(english: P) =>
  (lang: string | undefined, name: keyof P & string, values: Values = {}): string => {
    const texts: Record<string, string> = {};
    for (const [key, value] of Object.entries(values))
      texts[key] = isText(value) ? value : formatNumber(value, lang);
    const given = wordsOf(lang)[name];
    // English has the plurals of English, also in the place of a language that is not there.
    const form = given
      ? formOf(given, values, lang)
      : formOf(english[name] as Phrase, values, 'en');
    return fill(form, texts);
  };

/** Says a phrase of stories. */
export const say: (
  lang: string | undefined,
  name: keyof typeof storyPhrases,
  values?: Values,
) => string = speaker(storyPhrases);
