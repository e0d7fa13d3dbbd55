import type { Point } from './azimuthal.js';
import type { Rect } from './camera.js';
import type { Spot } from './clusters.js';

/** A box of a size round a point. */
export const around = (x: number, y: number, width: number, height: number): Rect => ({
  left: x - width / 2,
  top: y - height / 2,
  right: x + width / 2,
  bottom: y + height / 2,
});

/** Whether two boxes share a point. */
export const overlap = (a: Rect, b: Rect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whether a box and a round spot share a point. */
export function covers(box: Rect, spot: Spot): boolean {
  const x = spot.x - Math.max(box.left, Math.min(box.right, spot.x));
  const y = spot.y - Math.max(box.top, Math.min(box.bottom, spot.y));
  return x * x + y * y < spot.r * spot.r;
}

const within = (box: Rect, frame: Rect): boolean =>
  box.left >= frame.left &&
  box.right <= frame.right &&
  box.top >= frame.top &&
  box.bottom <= frame.bottom;

/** Keeps account of what of a picture is taken, and finds room for what is still to be placed. */
export class Room {
  readonly boxes: Rect[] = [];
  readonly #frame: Rect;
  readonly #spots: readonly Spot[];

  /**
   * @param frame nothing is placed outside it
   * @param spots round things that nothing may cover
   */
  constructor(frame: Rect, spots: readonly Spot[]) {
    this.#frame = frame;
    this.#spots = spots;
  }

  free(box: Rect): boolean {
    return (
      within(box, this.#frame) &&
      !this.boxes.some((taken) => overlap(taken, box)) &&
      !this.#spots.some((spot) => covers(box, spot))
    );
  }

  /** Takes the first of some boxes that is free, and says whether there was one. */
  take(candidates: Iterable<Rect>): Rect | undefined {
    for (const box of candidates)
      if (this.free(box)) {
        this.boxes.push(box);
        return box;
      }
    return undefined;
  }
}

/**
 * The places for a label beside a spot, best first: on the side that looks away from home, so that the lines home
 * stay free.
 * @param outward the direction away from home; of any length
 * @param gap pixels between the spot and its label
 */
export function beside(
  spot: Spot,
  width: number,
  height: number,
  outward: Point,
  frame: Rect,
  gap = 3,
): Rect[] {
  const out = spot.r + gap;
  return directions
    .map(([x, y]) => ({ x, y, merit: x * outward.x + y * outward.y }))
    .sort((a, b) => b.merit - a.merit)
    .map(({ x, y }) => {
      // Level with the spot the label starts at its edge; above and below it is centred, or hangs from a corner.
      const far = x && y ? out * 0.7 : out;
      const [across, down] = [spot.x + x * (far + width / 2), spot.y + y * (far + height / 2)];
      const [least, most] = [frame.left + width / 2, frame.right - width / 2];
      // Above and below, it may move along to stay inside the frame.
      return around(y ? Math.max(least, Math.min(most, across)) : across, down, width, height);
    });
}

const directions = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
] as const;

/** Breaks words into lines no wider than `width` pixels. */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
