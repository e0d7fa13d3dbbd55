import { scrollContext } from '../controllers/ancestors.js';
import { nameOf } from '../controllers/foreign.js';
import { mostWindows } from './protocol.js';

/** Sets properties for as long as they are needed, against whatever style sheets the page has. */
function dress({ style }: HTMLElement, values: Readonly<Record<string, string>>): () => void {
  const before = Object.keys(values).map(
    (name) => [name, style.getPropertyValue(name), style.getPropertyPriority(name)] as const,
  );
  for (const [name, value] of Object.entries(values)) style.setProperty(name, value, 'important');
  return () => {
    for (const [name, value, priority] of before) style.setProperty(name, value, priority);
  };
}

const setHeight = ({ style }: HTMLElement, height: string): void =>
  style.setProperty('height', height, 'important');

/** Boxes that were put around a frame. One stays: to take a frame out of a box would load it anew. */
const made = new WeakSet<Element>();

/** Whether a parent holds the frame alone, and can be its track. */
function isAlone({ parentElement: parent, parentNode }: Element): boolean {
  return (
    !!parent &&
    parent !== document.body &&
    parentNode!.children.length === 1 &&
    !parent.textContent.trim() &&
    /^(block|flow-root)$/.test(getComputedStyle(parent).display)
  );
}

/** Puts a box around a frame. */
function boxFor(frame: Element): HTMLElement {
  const parent = frame.parentElement;
  if (parent && (made.has(parent) || isAlone(frame))) return parent;
  const box = document.createElement('div') as HTMLElement & {
    moveBefore?: (node: Element, before: null) => void;
  };
  made.add(box);
  frame.before(box);
  // Where the browser has no such move, the frame loads anew, and says hello again from inside the box.
  if (box.moveBefore) box.moveBefore(frame, null);
  else box.append(frame);
  return box;
}

/** A box as tall as what is in a frame, in which the frame is pinned while the page scrolls past it. */
export class Track {
  readonly #frame: HTMLElement;
  #box: HTMLElement | undefined;
  #scroller: Element | undefined;
  #undo: (() => void)[] = [];
  #content = 0;

  constructor(frame: HTMLElement) {
    this.#frame = frame;
  }

  /** Why a frame cannot be pinned, as far as can be told before it is tried. */
  static problemOf(frame: Element): string | undefined {
    const parent = frame.parentElement;
    // What an adopted parent hides is shown.
    const start = parent && isAlone(frame) ? parent : frame;
    const { breaker } = scrollContext(start);
    if (!breaker) return undefined;
    const { overflowY, overflow } = getComputedStyle(breaker);
    // It may yet come to scroll.
    if (/auto|scroll/.test(overflowY)) return undefined;
    return `the ancestor ${nameOf(breaker)} has overflow "${overflow}". Give it overflow: clip or visible`;
  }

  get box(): HTMLElement | undefined {
    return this.#box;
  }

  get isPinned(): boolean {
    return this.#undo.length > 0;
  }

  /**
   * Pins the frame, or makes the track of a pinned one as tall as its content has become.
   * @returns why it cannot be pinned
   */
  fit(content: number): string | undefined {
    const frame = this.#frame;
    this.#content = content;
    if (!this.isPinned) {
      this.#box = boxFor(frame);
      this.#undo = [
        dress(this.#box, {
          height: 'auto',
          display: 'block',
          position: 'relative',
          width: '100%',
          'min-width': '0',
          'min-height': '0',
          'max-height': 'none',
          'padding-top': '0',
          'padding-bottom': '0',
          overflow: 'visible',
          transition: 'none',
        }),
        dress(frame, {
          height: '100svh',
          display: 'block',
          position: 'sticky',
          top: 'var(--story-top, 0px)',
          bottom: 'auto',
          margin: '0 auto',
          'min-height': '0',
          'max-height': 'none',
          transition: 'none',
        }),
      ];
    }
    const height = this.#scroller ? `min(100svh, ${this.#scroller.clientHeight}px)` : '100svh';
    setHeight(frame, `calc(${height} - var(--story-top, 0px))`);
    if (content > mostWindows * innerHeight)
      return `it is ${content} pixels high, which is more than ${mostWindows} windows`;
    setHeight(this.#box!, `${this.#most + frame.offsetHeight}px`);
    const { scroller, breaker } = scrollContext(this.#box!);
    if (breaker) return `the ancestor ${nameOf(breaker)} clips it`;
    if (scroller === this.#scroller) return undefined;
    this.#scroller = scroller;
    return this.fit(content);
  }

  /** Leaves the frame as it was. */
  release(): void {
    for (const undo of this.#undo) undo();
    this.#undo = [];
    this.#scroller = undefined;
  }

  /** How far the content of the frame can be scrolled. */
  get #most(): number {
    return Math.max(0, this.#content - this.#frame.clientHeight);
  }

  /** Pixels of the window for each pixel of the frame. */
  get #scale(): number {
    return this.#frame.getBoundingClientRect().height / this.#frame.offsetHeight || 1;
  }

  /** How far the frame is down its track. */
  get y(): number {
    const y = this.#frame.getBoundingClientRect().top - this.#box!.getBoundingClientRect().top;
    return Math.min(this.#most, Math.max(0, y / this.#scale));
  }

  get isInView(): boolean {
    const { top, bottom } = this.#box!.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  }

  /** Whether the frame scrolls away though its track is all that is seen. */
  get isLost(): boolean {
    const { top, bottom } = this.#box!.getBoundingClientRect();
    const frame = this.#frame.getBoundingClientRect();
    const edge = this.#edge;
    const covers = top < edge && bottom > edge + frame.height * 1.5;
    return covers && Math.abs(frame.top - edge) > frame.height / 2;
  }

  /** The upper edge of what scrolls the frame. */
  get #edge(): number {
    const scroller = this.#scroller;
    if (!scroller) return 0;
    const { top } = scroller.getBoundingClientRect();
    return top + scroller.clientTop + parseFloat(getComputedStyle(scroller).paddingTop);
  }

  /** Scrolls the page so that the frame is so far down its track. */
  scrollTo(y: number): void {
    const { top } = this.#box!.getBoundingClientRect();
    const scale = this.#scale;
    const pinned = this.#edge + parseFloat(getComputedStyle(this.#frame).top) * scale;
    this.#scrollBy(top - pinned + Math.min(y, this.#most) * scale, 'instant');
  }

  /** Scrolls by most of a window; beyond the track only where the reader has asked for it. */
  page(by: 1 | -1, isAsked: boolean): void {
    const way = by * 0.9 * this.#frame.clientHeight;
    const y = this.y + way;
    if (isAsked || (y >= 0 && y <= this.#most)) this.#scrollBy(way * this.#scale, 'auto');
    else this.scrollTo(Math.max(0, y));
  }

  #scrollBy(top: number, behavior: ScrollBehavior): void {
    (this.#scroller ?? window).scrollBy({ top, behavior });
  }
}
