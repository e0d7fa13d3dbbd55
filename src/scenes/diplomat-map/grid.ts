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
    everyCell(box, (key) => {
      const things = this.#cells.get(key);
      if (things) things.push(thing);
      else this.#cells.set(key, [thing]);
      return false;
    });
  }

  /** Whether a test holds for something that may share a point with a box. */
  some(box: Rect, test: (thing: T) => boolean): boolean {
    return everyCell(box, (key) => this.#cells.get(key)?.some(test) ?? false);
  }
}

/** Goes through the cells that a box touches until one of them will do. */
function everyCell({ left, right, top, bottom }: Rect, isLast: (key: number) => boolean): boolean {
  const [west, east, north, south] = [left, right, top, bottom].map((x) =>
    Math.floor(x / cell),
  ) as [number, number, number, number];
  for (let y = north; y <= south; y++)
    for (let x = west; x <= east; x++) if (isLast(y * row + x)) return true;
  return false;
}
