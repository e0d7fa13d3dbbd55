import { short, type Shape } from './marks.js';

/**
 * The mark for one person, the same in every scene: head and shoulders, as wide as its size and `personHeight` times as
 * high. At 5 pixels it still reads as a mark.
 */
export const person: Shape = (size) => {
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
