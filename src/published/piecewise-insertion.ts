import { frameBudget } from '../core/frame.js';
import { afterFrame, drawsFrames } from './frames.js';

/** Elements in the first piece: their own work comes later, so the time that a piece takes does not show it. */
const firstPiece = 12;

/** Milliseconds between two pieces in a browser that has time to spare. */
const targetInterval = 24;

/** Frames to wait for one picture before the next one starts. */
const maxWaitFrames = 60;

/** A picture that can be made in parts. */
type Picture = Element & { yieldBetween?: (() => Promise<void>) | undefined };

/** Has a picture be made in parts, in tasks of their own. */
export const slowly = <E extends Element>(picture: E): E => {
  customElements.upgrade(picture);
  return Object.assign(picture, { yieldBetween: () => new Promise<void>(afterFrame) });
};

/** What else a story needs to be whole. */
export interface InsertionOptions {
  /** Pictures wait for it, and are inserted as well if it fails. */
  readonly ready?: Promise<unknown> | undefined;
  /** Called once, when all words are there. */
  readonly onWords?: () => void;
}

/**
 * Inserts a story piece by piece, so that no task of it is long: the words in reading order, then the pictures, one at a
 * time, the nearest first. A picture's stage has its room before.
 */
export class PiecewiseInsertion {
  readonly #words: Generator<number, void>;
  /** Pictures that wait for their turn, and what keeps their places. */
  readonly #pictures: { picture: Picture; place: Comment }[] = [];
  #latest: Picture | undefined;
  #waited = 0;
  #most = firstPiece;
  #due = 0;
  #running = false;
  #done = false;
  #ready = true;
  #onWords: (() => void) | undefined;

  /** Settles when all is there. */
  readonly complete: Promise<void>;
  #settle!: () => void;

  /**
   * @param story the whole story
   * @param into what its content is moved into
   */
  constructor(story: DocumentFragment, into: Node, { ready, onWords }: InsertionOptions = {}) {
    this.#onWords = onWords;
    if (ready) {
      this.#ready = false;
      const isReady = (): void => void (this.#ready = true);
      ready.then(isReady, isReady);
    }
    this.#words = this.#move(story, into);
    this.complete = new Promise((resolve) => (this.#settle = resolve));
  }

  /** Goes on, a piece a frame, for as long as `isWanted` says so. */
  run(isWanted: () => boolean): void {
    if (this.#running) return;
    this.#running = true;
    afterFrame(() => {
      this.#running = false;
      if (!isWanted() || this.#done) return;
      this.#next();
      this.run(isWanted);
    });
  }

  /** Inserts the words that are not there yet, and with `pictures` these too, at once. */
  finish(pictures = true): void {
    while (!this.#words.next().done);
    this.#tellWords();
    while (pictures && !this.#done) this.#insertPicture(false);
  }

  #next(): void {
    const now = performance.now();
    // Each piece is a little larger than the one before, until a frame does not come in time.
    this.#most = now > this.#due ? firstPiece : this.#most * 1.1;
    this.#due = now + targetInterval;
    // Where no frame is drawn none can come late.
    const most = drawsFrames() ? this.#most : Infinity;
    for (let size = 0; size < most && performance.now() < now + frameBudget;) {
      const piece = this.#words.next();
      if (piece.done) {
        this.#tellWords();
        if (!this.#ready) return;
        if (!this.#latest?.yieldBetween || this.#waited++ > maxWaitFrames)
          this.#insertPicture(true);
        return;
      }
      size += piece.value;
    }
  }

  #tellWords(): void {
    this.#onWords?.();
    this.#onWords = undefined;
  }

  #insertPicture(inParts: boolean): void {
    const distance = ({ place }: { place: Comment }): number => {
      const { top, bottom } = place.parentElement!.getBoundingClientRect();
      return Math.max(top - innerHeight, -bottom);
    };
    const [next] = this.#pictures.sort((a, b) => distance(a) - distance(b)).splice(0, 1);
    if (next) {
      this.#waited = 0;
      this.#latest = next.picture;
      if (inParts) slowly(next.picture);
      next.place.replaceWith(next.picture);
    } else {
      this.#done = true;
      this.#settle();
    }
  }

  /** Moves children in order, and tells after each how much it was; what is large comes empty and then fills. */
  *#move(from: Node, to: Node): Generator<number, void> {
    for (const node of [...from.childNodes]) {
      const element = node instanceof Element ? node : undefined;
      if (element?.slot === 'stage') {
        const place = new Comment();
        to.appendChild(place);
        this.#pictures.push({ picture: element, place });
        continue;
      }
      const size = element?.querySelectorAll('*').length ?? 0;
      // What stands at the head of a story may be in view, where nothing may move: it comes whole.
      const isWhole = size <= firstPiece || element?.slot === 'header';
      const content = new DocumentFragment();
      if (!isWhole) content.append(...node.childNodes);
      to.appendChild(node);
      yield size + 1;
      yield* this.#move(content, node);
    }
  }
}
