import { render } from 'lit';
import { frameBudget } from '../core/frame.js';
import { held, release } from '../controllers/base-element.js';
import { afterFrame, drawsFrames } from './frames.js';

/** Elements in the first batch: their own work comes later, so the time that a batch takes does not show it. */
const firstBatch = 12;

/** Milliseconds between two batches in a browser that has time to spare. */
const targetInterval = 24;

/** Frames to wait for one picture before the next one starts. */
const maxWaitFrames = 60;

/** Words that are made when it is their turn, and what they belong into. */
export type Part = readonly [into: string, words: unknown];

/** A picture that can be made slowly. */
type Picture = Element & { pace?: (() => Promise<void>) | undefined };

/** Lets a picture be made piece by piece, in tasks of their own. */
export const slowly = <E extends Element>(picture: E): E => {
  customElements.upgrade(picture);
  return Object.assign(picture, { pace: () => new Promise<void>(afterFrame) });
};

/** What else a story needs while it comes. */
export interface BringInOptions {
  /** Pictures wait for it, and come as well if it fails. */
  readonly ready?: Promise<unknown> | undefined;
  /** Called once, when all words are there. */
  readonly whole?: () => void;
}

/** A picture that waits for its turn. */
interface Waiting {
  readonly picture: Picture;
  /** What it stands in. */
  readonly box: Element;
  /** Has it come. */
  readonly start: () => void;
}

/**
 * Brings a story into the page piece by piece, so that no task of it is long: the words in reading order, then the
 * pictures, one at a time, the nearest first. A picture's stage has its room before.
 */
export class BringIn {
  readonly #words: Generator<number, void>;
  readonly #pictures: Waiting[] = [];
  #latest: Picture | undefined;
  #waited = 0;
  #most = firstBatch;
  #due = 0;
  #running = false;
  #done = false;
  #ready = true;
  #whole: (() => void) | undefined;

  /** Settles when all is there. */
  readonly complete: Promise<void>;
  #settle!: () => void;

  /**
   * @param start the start of the story, in the page or not
   * @param into what the start's content is moved into; it takes the place of a start that is in the page
   * @param parts what makes it whole, in order; each is asked for when the one before is there
   */
  constructor(
    start: ParentNode & Node,
    into: ParentNode & Node,
    parts: Iterable<Part>,
    { ready, whole }: BringInOptions = {},
  ) {
    this.#whole = whole;
    if (ready) {
      this.#ready = false;
      const isReady = (): void => void (this.#ready = true);
      ready.then(isReady, isReady);
    }
    this.#words = this.#all(start, into, parts);
    this.complete = new Promise((resolve) => (this.#settle = resolve));
  }

  /** Goes on, a piece a frame, for as long as `wanted` says so. */
  run(wanted: () => boolean): void {
    if (this.#running) return;
    this.#running = true;
    afterFrame(() => {
      this.#running = false;
      if (!wanted() || this.#done) return;
      this.#next();
      this.run(wanted);
    });
  }

  /** Brings in the words that are not there yet, and with `pictures` these too, at once. */
  finish(pictures = true): void {
    while (!this.#words.next().done);
    this.#tellWhole();
    while (pictures && !this.#done) this.#picture(false);
  }

  #next(): void {
    const now = performance.now();
    // Each piece is a little larger than the one before, until a frame does not come in time.
    this.#most = now > this.#due ? firstBatch : this.#most * 1.1;
    this.#due = now + targetInterval;
    // Where no frame is drawn none can come late.
    const most = drawsFrames() ? this.#most : Infinity;
    for (let size = 0; size < most && performance.now() < now + frameBudget;) {
      const piece = this.#words.next();
      if (piece.done) {
        this.#tellWhole();
        if (!this.#ready) return;
        if (!this.#latest?.pace || this.#waited++ > maxWaitFrames) this.#picture(true);
        return;
      }
      size += piece.value;
    }
  }

  #tellWhole(): void {
    this.#whole?.();
    this.#whole = undefined;
  }

  #picture(slow: boolean): void {
    const way = ({ box }: Waiting): number => {
      const { top, bottom } = box.getBoundingClientRect();
      return Math.max(top - innerHeight, -bottom);
    };
    const [next] = this.#pictures.sort((a, b) => way(a) - way(b)).splice(0, 1);
    if (next) {
      this.#waited = 0;
      this.#latest = next.picture;
      if (slow) slowly(next.picture);
      next.start();
    } else {
      this.#done = true;
      this.#settle();
    }
  }

  *#all(
    start: ParentNode & Node,
    into: ParentNode & Node,
    parts: Iterable<Part>,
  ): Generator<number, void> {
    if (start.isConnected) start.parentNode!.insertBefore(into, start);
    yield* this.#move(start, into);
    if (start.isConnected) start.parentNode!.removeChild(start);
    for (const [place, words] of parts) {
      const apart = new DocumentFragment();
      render(words, apart);
      yield 0;
      yield* this.#move(apart, into.querySelector(place)!);
    }
  }

  /** Moves children in order, and tells after each how much it was; what is large comes empty and then fills. */
  *#move(from: Node, to: Node): Generator<number, void> {
    const inPage = from.isConnected;
    for (const node of [...from.childNodes]) {
      const element = node instanceof Element ? node : undefined;
      if (element?.slot === 'stage') {
        this.#hold(element, to as Element);
        continue;
      }
      const size = element?.querySelectorAll('*').length ?? 0;
      // What stands at the head of a story may be in view, where nothing may move: it comes whole.
      if (size <= firstBatch || element?.slot === 'header') {
        to.appendChild(node);
        yield size + 1;
        continue;
      }
      // What is in the page stays there until it has been moved: no word is away for a moment.
      const shell = inPage ? node.cloneNode() : node;
      const content = inPage ? node : new DocumentFragment();
      if (!inPage) (content as DocumentFragment).append(...node.childNodes);
      to.appendChild(shell);
      yield size + 1;
      yield* this.#move(content, shell);
      if (inPage) from.removeChild(node);
    }
  }

  /** Has a picture wait for its turn. One that is in the page is there as its data until then. */
  #hold(picture: Picture, box: Element): void {
    let start: () => void;
    if (picture.isConnected) {
      picture.setAttribute(held, '');
      box.append(picture);
      start = () => release(picture);
    } else {
      const place = new Comment();
      box.append(place);
      start = () => place.replaceWith(picture);
    }
    this.#pictures.push({ picture, box, start });
  }
}
