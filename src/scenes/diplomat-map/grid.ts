import type { Rect } from './camera.js';

/** Width of a cell in pixels. */
const cell = 32;
/** More than there are cells in a row of any screen. */
const row = 2 ** 16;

/**
 * Things by the cells of a grid that their boxes touch, so that what is near a box is found without asking all. A
 * quadtree (d3-quadtree) does the same for boxes of any size, and is larger than all of this.
 */
export class Grid<T> {
  readonly #cells = new Map<number, T[]>();

  add(box: Rect, thing: T): void {
    for (const key of cellsOf(box)) {
      const things = this.#cells.get(key);
      if (things) things.push(thing);
      else this.#cells.set(key, [thing]);
    }
  }

  /** What may share a point with a box, each once, in the order in which it was added to a cell. */
  near(box: Rect): Set<T> {
    const found = new Set<T>();
    for (const key of cellsOf(box))
      for (const thing of this.#cells.get(key) ?? []) found.add(thing);
    return found;
  }
}

function* cellsOf({ left, right, top, bottom }: Rect): Generator<number> {
  const at = (length: number): number => Math.floor(length / cell);
  for (let y = at(top); y <= at(bottom); y++)
    for (let x = at(left); x <= at(right); x++) yield y * row + x;
}
