import { formatNumber } from '../core/numbers.js';
import { fill, type Phrases } from '../core/phrases.js';
import { readingMinutes } from '../core/timing.js';
import { matches, memberOf } from '../controllers/foreign.js';

/** Words of the steps that are read one after another: not their tables, lists, disclosures and scenes. */
export const wordsIn = (steps: readonly Element[]): number =>
  steps
    .flatMap((step) => [...step.children])
    .filter(
      (child) =>
        !matches(child, 'table, ol, ul, details, [hidden], [slot=still]') &&
        !Element.prototype.querySelector.call(child, 'table') &&
        !memberOf(child, 'localName').includes('-'),
    )
    .reduce((sum, child) => sum + countWords(memberOf(child, 'textContent') ?? ''), 0);

const countWords = (text: string): number => text.trim().split(/\s+/).length;

/** How long a story is, as its start says it: "21 steps · 6 minutes". */
export function lengthOf(
  steps: number,
  words: number,
  phrases: Phrases,
  lang: string | undefined,
): string {
  const say = (phrase: string, count: number): string =>
    fill(phrase, { count: formatNumber(count, lang) });
  return `${say(phrases.steps, steps)} · ${say(phrases.minutes, readingMinutes(words))}`;
}
