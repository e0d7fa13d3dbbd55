import { Outline, short, type Shape } from './marks.js';

/**
 * The mark for one person, the same in every scene: head and shoulders, as wide as its size and `personHeight` times as
 * high. At 5 pixels it still reads as a mark.
 */
export const person: Shape = (size, from = 0, to = 1) => {
  if (from > 0 || to < 1) return partOf(size, from - 0.5, to - 0.5);
  const [top, head, across, half, down, shoulder, neck] = [0.72, 0.3, 0.6, 0.5, 1.38, 0.4, 0.2].map(
    (part) => short(part * size),
  );
  const turn = `a${shoulder} ${shoulder} 0 0 1 ${shoulder}`;
  return (
    `m0-${top}a${head} ${head} 0 1 1 0 ${across}a${head} ${head} 0 1 1 0-${across}z` +
    `m-${half} ${down}v-${head}${turn}-${shoulder}h${neck}${turn} ${shoulder}v${head}z`
  );
};

/** Height of the mark where its width is 1. */
export const personHeight = 1.4;

/** The part of a person between two uprights, in shares of the width from the middle. */
function partOf(size: number, left: number, right: number): string {
  const pen = new Outline().disc(-0.42 * size, 0.3 * size, left * size, right * size);
  /** How high the shoulders are. */
  const top = (x: number): number =>
    0.36 - Math.sqrt(Math.max(0, 0.16 - Math.max(0, Math.abs(x) - 0.1) ** 2));
  const base = 0.66 * size;
  pen.move(left * size, base).line(left * size, top(left) * size);
  for (const [end, round] of [
    [-0.1, true],
    [0.1, false],
    [0.5, true],
  ] as const) {
    if (left >= end) continue;
    const x = Math.min(right, end);
    if (round) pen.arc(0.4 * size, x * size, top(x) * size);
    else pen.line(x * size, top(x) * size);
    if (right <= end) break;
  }
  return pen.line(right * size, base).close().path;
}
