/** Where one step stands: its edges along the scroll axis, in pixels from any origin that the line shares. */
export interface Box {
  readonly top: number;
  readonly bottom: number;
}

/** Where the reader is. */
export interface Place {
  /** Index of the active step in reading order; -1 above the first step, or when there are no steps. */
  readonly index: number;
  /** How far the line has come through that step, 0 to 1; 1 in a gap below it and past the end. */
  readonly progress: number;
}

/** The place above every story. */
export const nowhere: Place = { index: -1, progress: 0 };

/**
 * Answers where the reader is, from geometry alone: the last step whose top the line has reached.
 * Boxes stand in reading order; a box without height (a hidden step) is never active.
 * A binary search, so the cost hardly grows with the number of steps.
 */
export function locate(boxes: readonly Box[], line: number): Place {
  let low = 0;
  let high = boxes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (boxes[middle]!.top <= line) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0; index--) {
    const { top, bottom } = boxes[index]!;
    if (bottom > top) return { index, progress: Math.min(1, (line - top) / (bottom - top)) };
  }
  return nowhere;
}
