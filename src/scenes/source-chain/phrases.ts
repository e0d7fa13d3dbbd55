import { formatNumber, language } from '../../core/numbers.js';
import { fill, phrases, type Phrases } from '../../core/phrases.js';

declare module '../../core/phrases.js' {
  /** What a chain of hands says of itself. */
  interface Phrases {
    /** The reader, as the last of the chain. */
    chainYou?: string;
    /** What stands over the chain; `{hands}` is one of the phrases below. */
    chainReach?: string;
    /** A number of hands; and, for languages that need them, other forms by the name of their plural. */
    chainHands?: string;
    chainHandsOne?: string;
    chainHandsTwo?: string;
    chainHandsFew?: string;
    chainHandsMany?: string;
    chainCorroborated?: string;
    chainPartly?: string;
    chainUncorroborated?: string;
    chainContested?: string;
  }
}

const english = {
  chainYou: 'You',
  chainReach: 'How this reaches you: {hands}',
  chainHands: '{count} hands',
  chainHandsOne: '{count} hand',
  chainCorroborated: 'Corroborated',
  chainPartly: 'Partly corroborated',
  chainUncorroborated: 'Not corroborated',
  chainContested: 'Contested',
} satisfies Partial<Phrases>;

/** The phrases of a language, English where it has none. */
export const chainPhrases = (lang: string | undefined): Phrases & typeof english => ({
  ...english,
  ...(phrases(lang) as Phrases & typeof english),
});

/** So many hands, in the plural that the language has for that number. */
export function handsPhrase(count: number, lang: string | undefined): string {
  const words = chainPhrases(lang);
  const form = {
    zero: undefined,
    one: words.chainHandsOne,
    two: words.chainHandsTwo,
    few: words.chainHandsFew,
    many: words.chainHandsMany,
    other: undefined,
  }[new Intl.PluralRules(language(lang)).select(count)];
  return fill(form ?? words.chainHands, { count: formatNumber(count, lang) });
}
