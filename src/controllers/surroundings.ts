import { flatAncestors, isPageLocked, scrollContext } from './ancestors.js';

/** Milliseconds between two looks while the story is near: a rule of style can change without anyone being told. */
const interval = 400;

/**
 * Watches what stands around a story: what scrolls it, what keeps it from being sticky, and whether the page is locked,
 * as it is behind a menu or a dialog.
 */
export class Surroundings {
  scroller: Element | undefined;
  /** An ancestor that clips without scrolling. */
  breaker: Element | undefined;
  isLocked = false;

  readonly #story: Element;
  readonly #onDoubt: () => void;
  #changes: MutationObserver | undefined;
  #timer = 0;
  /** Turns of the scroll since the page was locked: a page that goes on scrolling is not locked. */
  #turns = 0;

  /** @param onDoubt called when something may have changed; `check()` then says */
  constructor(story: Element, onDoubt: () => void) {
    this.#story = story;
    this.#onDoubt = onDoubt;
  }

  connect(): void {
    this.#changes = new MutationObserver(this.#onDoubt);
    for (const node of [this.#story, ...flatAncestors(this.#story)])
      this.#changes.observe(node, { attributeFilter: ['class', 'style', 'open', 'hidden'] });
  }

  disconnect(): void {
    this.watch(false);
    this.#changes?.disconnect();
    this.isLocked = false;
  }

  /** Looks again and again while the story is near the window. */
  watch(near: boolean): void {
    clearInterval(this.#timer);
    this.#timer = near ? window.setInterval(this.#look, interval) : 0;
  }

  /** To be called when the page was scrolled. */
  turn(): void {
    this.#turns++;
  }

  /** Looks up. Reads computed styles. */
  check(): void {
    const locked = isPageLocked();
    if (locked !== this.isLocked) this.#turns = 0;
    this.isLocked = locked;
    const { scroller, breaker } = this.#found();
    this.scroller = scroller;
    this.breaker = breaker;
  }

  #look = (): void => {
    const { scroller, breaker } = this.#found();
    if (scroller !== this.scroller || breaker !== this.breaker || isPageLocked() !== this.isLocked)
      this.#onDoubt();
  };

  #found(): { scroller?: Element; breaker?: Element } {
    const { scroller, breaker } = scrollContext(this.#story);
    return {
      ...(scroller && { scroller }),
      // A lock on the body looks like a body that clips for good, until the page scrolls all the same.
      ...(breaker &&
        !(breaker === document.body && isPageLocked() && !this.isScrolledLocked) && { breaker }),
    };
  }

  /** Whether the page scrolls though it seems to be locked. */
  get isScrolledLocked(): boolean {
    return this.#turns > 2;
  }
}
