import { formatList, formatNumber } from '../../core/numbers.js';
import { fill, phrases, type Phrases } from '../../core/phrases.js';

/** What a picture of people counted says of itself; give it in another language with `definePhrases`. */
export interface CountPhrases {
  countEach: string;
  countMore: string;
  countRest: string;
  /** For rows that belong to no group. */
  countAll: string;
  countGroup: string;
  countGroupOf: string;
  countPart: string;
  countRow: string;
  countApart: string;
  countLit: string;
  countOutlined: string;
}

declare module '../../core/phrases.js' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it adds members to the interface of core
  interface Phrases extends Partial<CountPhrases> {}
}

const english: CountPhrases = {
  countEach: '{names}, {count} each',
  countMore: 'and {count} more:\u00a0{sum}',
  countRest: '{count} more',
  countAll: '{sum} ({parts}).',
  countGroup: '{name}: {sum}.',
  countGroupOf: '{name}: {sum} ({parts}).',
  countPart: '{count} {name}',
  countRow: '{name} {count}',
  countApart: 'A row each: {rows}.',
  countLit: 'Highlighted: {names}.',
  countOutlined: 'The marks are outlines.',
};

/** Gives a phrase, filled in with texts, numbers and lists. */
export type Say = (
  name: keyof CountPhrases,
  values?: Readonly<Record<string, string | number | readonly string[]>>,
) => string;

/** A phrase in a language. */
export function say(lang: string | undefined, ...[name, values = {}]: Parameters<Say>): string {
  const known: Partial<Phrases> = phrases(lang);
  const texts: Record<string, string> = {};
  for (const [key, value] of Object.entries(values))
    texts[key] =
      typeof value === 'string'
        ? value
        : typeof value === 'number'
          ? formatNumber(value, lang)
          : formatList(value, lang);
  return fill(known[name] ?? english[name], texts);
}
