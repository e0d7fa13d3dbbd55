import { formatNumber, pluralOf } from '../../core/numbers.js';
import { fill, phrases, type Phrases } from '../../core/phrases.js';

declare module '../../core/phrases.js' {
  /** What a chain of hands says of itself. */
  interface Phrases {
    /** The reader, as the last of the chain. */
    chainYou?: string;
    /** What stands over the chain; `{hands}` is one of the phrases below. */
    chainReach?: string;
    /** A number of hands; and, for languages that need them, other forms by the name of their plural. */
    hands_other?: string;
    hands_zero?: string;
    hands_one?: string;
    hands_two?: string;
    hands_few?: string;
    hands_many?: string;
    standing_corroborated?: string;
    standing_partly?: string;
    standing_uncorroborated?: string;
    standing_contested?: string;
  }
}

const english = {
  chainYou: 'You',
  chainReach: 'How this reaches you: {hands}',
  hands_other: '{count} hands',
  hands_one: '{count} hand',
  standing_corroborated: 'Corroborated',
  standing_partly: 'Partly corroborated',
  standing_uncorroborated: 'Not corroborated',
  standing_contested: 'Contested',
} satisfies Partial<Phrases>;

/** The phrases of a language, English where it has none. */
export const chainPhrases = (
  lang: string | undefined,
): typeof english & Record<string, string> => ({
  ...english,
  ...(phrases(lang) as Partial<typeof english>),
});

/** So many hands, in the plural that the language has for that number. */
export function handsPhrase(count: number, lang: string | undefined): string {
  const words = chainPhrases(lang);
  return fill(words[`hands_${pluralOf(count, lang)}`] ?? words.hands_other, {
    count: formatNumber(count, lang),
  });
}
