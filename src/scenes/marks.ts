/** A mark's outline: a path that is relative to the mark's middle. Its width, or height, is the size, in pixels. */
export type Shape = (size: number) => string;

/** A length as a path has it: a hundredth of a pixel is not to be seen. */
export const short = (length: number): number => Math.round(length * 100) / 100;

/** A round mark; its size is its diameter. */
export const dot: Shape = (size) => {
  const r = short(size / 2);
  return `m0-${r}a${r} ${r} 0 1 1 0 ${2 * r}a${r} ${r} 0 1 1 0-${2 * r}z`;
};

/**
 * Many marks of one shape and colour, drawn as one path. Each part of a drawing costs a browser something whenever it
 * moves: 150 marks that are moved one by one are styled, laid out and painted one by one, which takes most of a frame.
 * As one path they cost a third of that (`test/bench/drivers.mjs`).
 *
 * In every frame `put` all of them, or `add` what has another outline, then `show`.
 */
export class Marks {
  readonly #path: SVGPathElement;
  readonly #shape: Shape;
  #size = NaN;
  #outline = '';
  #next = '';
  /** What the path held before is somebody else's. */
  #shown: string | undefined;

  /** @param path in which they are drawn; its `d` is theirs */
  constructor(path: SVGPathElement, shape: Shape) {
    this.#path = path;
    this.#shape = shape;
  }

  /**
   * Puts a mark.
   * @param x of its middle, in the path's own pixels
   * @param y of its middle
   * @param size its width or height, as its shape has it; nothing is drawn where it is not above 0
   */
  put(x: number, y: number, size: number): void {
    if (!(size > 0)) return;
    if (size !== this.#size) {
      this.#size = size;
      this.#outline = this.#shape(size);
    }
    this.add(x, y, this.#outline);
  }

  /** Draws an outline of its own, a path that is relative to a point, in the path's own pixels. */
  add(x: number, y: number, outline: string): void {
    this.#next += `M${short(x)} ${short(y)}${outline}`;
  }

  /** Shows what was drawn since it was last called; it writes only what changed. */
  show(): void {
    if (this.#next !== this.#shown) this.#path.setAttribute('d', this.#next);
    this.#shown = this.#next;
    this.#next = '';
  }
}
