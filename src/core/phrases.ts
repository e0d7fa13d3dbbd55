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

/** Gives the elements' own phrases in another language; what is left out stays English. */
export function definePhrases(lang: string, phrases: Partial<Phrases>): void {
  languages.set(lang.toLowerCase(), phrases);
}

/** The phrases for a language tag: of the tag itself, else of its first part, else English. */
export function phrases(lang?: string): Phrases {
  const tag = lang?.toLowerCase() ?? '';
  return { ...english, ...languages.get(tag.split('-')[0]!), ...languages.get(tag) };
}

/** Fills `{name}` in a phrase. */
export const fill = (phrase: string, values: Readonly<Record<string, string>>): string =>
  phrase.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : whole,
  );
