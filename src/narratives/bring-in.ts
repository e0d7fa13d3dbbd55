import { render } from 'lit';

/** Elements that come in one piece. */
const most = 12;

/** Frames that a picture has for itself. */
const pace = 3;

/** Words that are made when it is their turn, and what they belong into. */
export type Part = readonly [into: string, words: () => unknown];

/** Calls back in a task of its own after the next frame; where there are no frames to be seen, in the next task. */
export const afterFrame = (then: () => void): void => {
  const task = (): unknown => setTimeout(then);
  if (document.hidden) task();
  else requestAnimationFrame(task);
};

/**
 * Moves a story that was made apart into the page, piece by piece, so that no task of it is long: the words in
 * reading order, then the pictures, one at a time, the nearest first. A picture's stage has its room before.
 */
export class BringIn {
  readonly #words: Generator<number, void>;
  readonly #pictures: [place: Comment, picture: Element][] = [];
  #running = false;
  #done = false;
  #rest = 0;

  /** Settles when all is there. */
  readonly complete: Promise<void>;
  #settle!: () => void;

  /**
   * @param start the start of the story
   * @param parts what makes it whole
   */
  constructor(start: Node, parts: readonly Part[], root: ParentNode & Node) {
    this.#words = this.#all(start, parts, root);
    this.complete = new Promise((resolve) => (this.#settle = resolve));
  }

  /** Goes on, a piece a frame, for as long as `wanted` says so. */
  run(wanted: () => boolean): void {
    if (this.#running) return;
    this.#running = true;
    afterFrame(() => {
      this.#running = false;
      if (!wanted() || this.#done) return;
      if (this.#rest) this.#rest--;
      else this.#next();
      this.run(wanted);
    });
  }

  /** Brings in the words that are not there yet, and with `pictures` these too, at once. */
  finish(pictures = true): void {
    while (!this.#words.next().done);
    while (pictures && !this.#done) this.#next();
  }

  #next(): void {
    for (let size = 0; size < most;) {
      const piece = this.#words.next();
      if (piece.done) return this.#picture();
      size += piece.value;
    }
  }

  #picture(): void {
    const way = ([place]: [Comment, Element]): number => {
      const { top, bottom } = place.parentElement!.getBoundingClientRect();
      return Math.max(top - innerHeight, -bottom);
    };
    const [next] = this.#pictures.sort((a, b) => way(a) - way(b)).splice(0, 1);
    if (next) {
      this.#rest = pace;
      next[0].replaceWith(Object.assign(next[1], { pace: () => new Promise<void>(afterFrame) }));
    }
    if (this.#pictures.length) return;
    this.#done = true;
    this.#settle();
  }

  *#all(start: Node, parts: readonly Part[], root: ParentNode & Node): Generator<number, void> {
    yield* this.#move(start, root);
    for (const [into, words] of parts) {
      const apart = new DocumentFragment();
      render(words(), apart);
      yield most;
      yield* this.#move(apart, root.querySelector(into)!);
    }
  }

  /** Moves children in order, and tells after each how much it was; what is large comes empty and then fills. */
  *#move(from: Node, to: Node): Generator<number, void> {
    for (const node of [...from.childNodes]) {
      const element = node instanceof Element ? node : undefined;
      if (element?.slot === 'stage') {
        const place = new Comment();
        to.appendChild(place);
        this.#pictures.push([place, element]);
        continue;
      }
      const size = element?.querySelectorAll('*').length ?? 0;
      // What stands at the head of a story may be in view, where nothing may move: it comes whole.
      const whole = size <= most || element?.slot === 'header';
      const apart = new DocumentFragment();
      if (!whole) apart.append(...node.childNodes);
      to.appendChild(node);
      yield size + 1;
      if (!whole) yield* this.#move(apart, node);
    }
  }
}
