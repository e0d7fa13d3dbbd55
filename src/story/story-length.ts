import { say } from '../core/phrases.js';
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

/** Chinese and Japanese have no spaces between words, of which two signs make about one. */
const countWords = (text: string): number =>
  text.trim().split(/\s+/).length + (text.match(/[\u3040-\u30ff\u3400-\u9fff]/g)?.length ?? 0) / 2;

/** How long a story is, as its start says it: "21 steps · 6 minutes". */
export const lengthOf = (steps: number, words: number, lang: string | undefined): string =>
  `${say(lang, 'steps', { count: steps })} · ${say(lang, 'minutes', { count: readingMinutes(words) })}`;
