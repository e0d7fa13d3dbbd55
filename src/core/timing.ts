/** Keeps a number between 0 and 1; what is no number becomes 0. */
export const clamp01 = (x: number): number => (x > 0 ? Math.min(1, x) : 0);

/** The point a part of the way from one number to another. */
export const mix = (from: number, to: number, part: number): number => from + (to - from) * part;

/**
 * How far one of many has come when the whole has come to `progress`: each starts a little after the one
 * before and all take the same time. 0 for all at 0 and 1 for all at 1.
 * @param overlap share of the whole that one member takes, 0 to 1; 1 moves all together
 */
export function stagger(index: number, count: number, progress: number, overlap = 0.4): number {
  const start = count > 1 ? (index / (count - 1)) * (1 - overlap) : 0;
  return clamp01((progress - start) / overlap);
}

/** Starts and ends gently; used where marks fly from one arrangement to another. */
export const easeInOut = (t: number): number => t * t * (3 - 2 * t);

/** Words to read in a minute, for the reading time of a story: a middling pace for news prose in English (Brysbaert, 2019: 238). */
export const wordsAMinute = 238;

/** Whole minutes, at least one, that so many words take. */
export const readingMinutes = (words: number): number =>
  Math.max(1, Math.round(words / wordsAMinute));
