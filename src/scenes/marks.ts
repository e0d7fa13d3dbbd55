/**
 * A mark's outline: a path that is relative to the mark's middle.
 * @param size its width, or height, in pixels
 * @param from where a part of the mark starts, as a share of its width from the left; 0 if left out
 * @param to where the part ends; 1 if left out
 */
export type Shape = (size: number, from?: number, to?: number) => string;

/** A length as a path has it: a hundredth of a pixel is not to be seen. */
export const short = (length: number): number => Math.round(length * 100) / 100;

/** Writes a path whose commands are relative, from points that are relative to a mark's middle. */
export class Outline {
  #x = 0;
  #y = 0;
  #start: readonly [number, number] = [0, 0];
  path = '';

  move(x: number, y: number): this {
    this.#go('m', x, y);
    this.#start = [this.#x, this.#y];
    return this;
  }

  line(x: number, y: number): this {
    return this.#go('l', x, y);
  }

  /** An arc of at most half a circle, clockwise. */
  arc(r: number, x: number, y: number): this {
    return this.#go(`a${short(r)} ${short(r)} 0 0 1 `, x, y);
  }

  close(): this {
    this.path += 'z';
    [this.#x, this.#y] = this.#start;
    return this;
  }

  /** The part between two uprights of a circle that has its middle at height `y`. */
  disc(y: number, r: number, left: number, right: number): this {
    const [a, b] = [Math.max(-r, left), Math.min(r, right)];
    if (b <= a) return this;
    const [high, low] = [Math.sqrt(r * r - a * a), Math.sqrt(r * r - b * b)];
    this.move(a, y + high)
      .line(a, y - high)
      .arc(r, b, y - low)
      .line(b, y + low);
    return this.arc(r, a, y + high).close();
  }

  #go(command: string, x: number, y: number): this {
    const [left, top] = [short(x), short(y)];
    this.path += `${command}${short(left - this.#x)} ${short(top - this.#y)}`;
    [this.#x, this.#y] = [left, top];
    return this;
  }
}

/** A round mark; its size is its diameter. */
export const dot: Shape = (size, from = 0, to = 1) => {
  const r = short(size / 2);
  return from > 0 || to < 1
    ? new Outline().disc(0, r, (from - 0.5) * size, (to - 0.5) * size).path
    : `m0-${r}a${r} ${r} 0 1 1 0 ${2 * r}a${r} ${r} 0 1 1 0-${2 * r}z`;
};

/** A square mark; its size is its side. */
export const square: Shape = (size, from = 0, to = 1) =>
  `m${short((from - 0.5) * size)} ${short(-size / 2)}h${short((to - from) * size)}v${short(size)}h${short((from - to) * size)}z`;

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
  #key = '';
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
   * Puts a mark, or a part of one. A part narrower than a pixel is drawn a pixel wide.
   * @param x of the whole mark's middle, in the path's own pixels
   * @param y of its middle
   * @param size its width or height, as its shape has it; nothing is drawn where it is not above 0
   * @param from where the part starts, as a share of the mark's width from the left
   * @param to where it ends; nothing is drawn where that is not after the start
   */
  put(x: number, y: number, size: number, from = 0, to = 1): void {
    if (!(size > 0 && to > from)) return;
    const least = Math.min(1, 1 / size);
    const start = to - from < least ? Math.max(0, Math.min(from, 1 - least)) : from;
    const end = Math.max(to, start + least);
    const key = `${size} ${start} ${end}`;
    if (key !== this.#key) {
      this.#key = key;
      this.#outline = this.#shape(size, start, end);
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
