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
  readonly #steps: () => readonly Element[];
  readonly #hasMoved: () => boolean;
  readonly #onDoubt: () => void;
  #changes: MutationObserver | undefined;
  #timer = 0;
  /** How far the page was scrolled at the last look. */
  #scrolled = NaN;
  /** Turns of the scroll since the page was locked: a page that goes on scrolling is not locked. */
  #turns = 0;

  /**
   * @param steps the steps of the story: what is around them in the story can clip them, too
   * @param hasMoved looks at the layout for what nobody was told of; asked while the page does not scroll
   * @param onDoubt called when something may have changed; `check()` then says
   */
  constructor(
    story: Element,
    steps: () => readonly Element[],
    hasMoved: () => boolean,
    onDoubt: () => void,
  ) {
    this.#story = story;
    this.#steps = steps;
    this.#hasMoved = hasMoved;
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

  /** Whether the page scrolls though it seems to be locked. */
  get isScrolledLocked(): boolean {
    return this.#turns > 2;
  }

  /** Looks up. Reads computed styles. */
  check(): void {
    const found = this.#find();
    if (found.isLocked !== this.isLocked) this.#turns = 0;
    Object.assign(this, found);
  }

  #look = (): void => {
    const { scroller, breaker, isLocked } = this.#find();
    const isStill = scrollY === this.#scrolled;
    this.#scrolled = scrollY;
    if (
      scroller !== this.scroller ||
      breaker !== this.breaker ||
      isLocked !== this.isLocked ||
      (isStill && this.#hasMoved())
    )
      this.#onDoubt();
  };

  #find(): Pick<Surroundings, 'scroller' | 'breaker' | 'isLocked'> {
    const { scroller, breaker } = scrollContext(this.#steps()[0] ?? this.#story);
    // Where an element scrolls the story, a window that cannot scroll is no lock.
    const isLocked = !scroller && isPageLocked();
    if (scroller && this.#story.contains(scroller))
      return { scroller: undefined, breaker: scroller, isLocked };
    // A lock on the body looks like a body that clips for good, until the page scrolls all the same.
    const isLock = breaker === document.body && isLocked && !this.isScrolledLocked;
    return { scroller, breaker: isLock ? undefined : breaker, isLocked };
  }
}
