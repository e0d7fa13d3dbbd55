import { flatAncestors } from './ancestors.js';

/**
 * What the reader sees a story through: the window, or an element that scrolls. All lengths are in the pixels of the
 * story's client rectangles, whatever is zoomed or scaled.
 */
export class View {
  readonly scroller: HTMLElement | undefined;
  /** Client pixels for each pixel of the story's own layout. */
  readonly scale: number;
  top = 0;
  height = 0;
  /** Pixels of the window for each client pixel. */
  readonly zoom: number;
  readonly #toScroller: number;

  /** Edges that sticky elements inside the scroller keep clear of: its padding. */
  readonly #padding = { top: 0, bottom: 0 };

  constructor(story: HTMLElement, scroller: Element | undefined) {
    this.scroller = scroller as HTMLElement | undefined;
    this.scale = scaleOf(story);
    this.zoom = unreportedZoom(story);
    this.#toScroller = this.zoom;
    if (this.scroller) {
      this.#toScroller /= unreportedZoom(this.scroller) * scaleOf(this.scroller);
      const { paddingTop, paddingBottom } = getComputedStyle(this.scroller);
      this.#padding = { top: parseFloat(paddingTop), bottom: parseFloat(paddingBottom) };
    }
    this.look();
  }

  /** Reads where it is now: what scrolls the story may itself be scrolled by the page. */
  look(): void {
    const { scroller } = this;
    if (scroller) {
      const { top, bottom } = this.#padding;
      const edge = toWindow(scroller.getBoundingClientRect().top, unreportedZoom(scroller));
      this.top = fromWindow(edge, this.zoom) + (scroller.clientTop + top) / this.#toScroller;
      this.height = (scroller.clientHeight - top - bottom) / this.#toScroller;
    } else {
      this.top = fromWindow(0, this.zoom);
      this.height = innerHeight / this.zoom;
    }
  }

  /** A height in the window, from a client pixel of the story. */
  toWindow(y: number): number {
    return toWindow(y, this.zoom);
  }

  /** How far it is scrolled. */
  get scrolled(): number {
    return (this.scroller?.scrollTop ?? scrollY) / this.#toScroller;
  }

  /** How far it can be scrolled. */
  get most(): number {
    const { scrollHeight, clientHeight } = this.scroller ?? document.scrollingElement!;
    return (scrollHeight - clientHeight) / this.#toScroller;
  }

  scrollBy(by: number): void {
    // To a place, not by a distance: that also ends a scroll that is smooth and still on its way.
    const from = this.scroller?.scrollTop ?? scrollY;
    (this.scroller ?? window).scrollTo({ top: from + by * this.#toScroller, behavior: 'instant' });
  }

  /** Its height as a length in the story; undefined where that is the window's. */
  get css(): string | undefined {
    if (this.scroller) {
      // Of an element taller than the window no more can be seen at once.
      const height = Math.min(this.height, innerHeight / this.zoom);
      return `${Math.floor(height / this.scale)}px`;
    }
    return this.scale === 1 ? undefined : `calc(100 * var(--_vh) / ${this.scale})`;
  }
}

/** Client pixels for each pixel of an element's own layout: its zoom and what it is scaled by. */
function scaleOf(element: HTMLElement): number {
  const { offsetWidth } = element;
  const scale = element.getBoundingClientRect().width / offsetWidth;
  // An offset is a whole number, a rectangle is not.
  return Math.abs(scale - 1) * offsetWidth < 1 || !isFinite(scale) || !scale ? 1 : scale;
}

// Browsers that take an element's zoom out of its rectangles do so before they take off the scroll of the window.
const toWindow = (y: number, zoom: number): number =>
  zoom === 1 ? y : (y + scrollY) * zoom - scrollY;
const fromWindow = (y: number, zoom: number): number =>
  zoom === 1 ? y : (y + scrollY) / zoom - scrollY;

/** The zoom of an element that its rectangles say nothing of: browsers without `currentCSSZoom` take it out of them. */
function unreportedZoom(element: Element): number {
  if ('currentCSSZoom' in element) return 1;
  let zoom = Number(getComputedStyle(element).zoom) || 1;
  for (const node of flatAncestors(element)) zoom *= Number(getComputedStyle(node).zoom) || 1;
  return zoom;
}
