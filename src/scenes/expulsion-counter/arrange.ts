import { choosePer, inMarks, mostMarks, nextPer } from '../per.js';
import { arrangeBlocks, type Blocks } from './blocks.js';
import { arrangeLines, type Lines, type Wording } from './lines.js';
import type { Item, Sum } from './sum.js';
import type { Measure } from '../type.js';
import { leastPitch, type Frame } from './type.js';

/** What is the same in all states of a picture. */
export interface Arrangement {
  readonly sum: Sum;
  readonly blocks: Blocks;
  readonly lines: Lines;
  /** How many units a mark stands for. */
  readonly per: number;
}

export interface Wishes {
  /** How many units the author wants a mark to stand for. */
  readonly asked: number | undefined;
  /** The rows added up, in so many groups at most. */
  readonly addUp: (groups?: number) => Sum;
  /** The items that keep a row of their own. */
  readonly alone: (sum: Sum) => ReadonlySet<Item>;
  /** Height to be kept free under the picture where a mark stands for so many. */
  readonly below: (per: number) => number;
  readonly wording: Wording;
  /** Is told where a mark has to stand for more than the author wants. */
  readonly raised: (asked: number) => void;
}

/** Square pixels that a mark needs at least, its part of what is not marks among them. */
const leastArea = 45;

/** So few marks that fewer would not make more room. */
const fewMarks = 200;

/** The fewest groups that are not added up for want of room. */
const fewGroups = 8;

/**
 * Finds how many units a mark stands for, and arranges groups and rows so that both fit: the picture is the same sum in
 * all states. Yields between its parts.
 */
export function* arrange(
  box: Frame,
  measure: Measure,
  { asked, addUp, alone, below, wording, raised }: Wishes,
): Generator<void, Arrangement> {
  const most = Math.min(mostMarks, (box.width * box.height) / leastArea);
  let sum = addUp();
  const { total } = sum;
  let per = choosePer(asked, (each) => inMarks(total, each) <= most);
  for (;;) {
    const free = below(per);
    const frame = { ...box, per };
    const blocks = arrangeBlocks(sum.groups, frame, measure, free);
    yield;
    // Where it is words that leave the marks no room, fewer marks would be no help.
    if (!blocks.fits && blocks.wordy && sum.groups.length > fewGroups) {
      sum = addUp(Math.floor(sum.groups.length * 0.8));
      continue;
    }
    const height = frame.height - free;
    const lines = arrangeLines(sum.items, { ...frame, height }, measure, wording, alone(sum));
    yield;
    const fits = blocks.fits && lines.fits && lines.pitch >= leastPitch;
    if (fits || inMarks(total, per) < fewMarks) {
      if (asked !== undefined && per > asked) raised(asked);
      return { sum, blocks, lines, per };
    }
    per = nextPer(per);
  }
}
