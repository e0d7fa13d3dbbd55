import { scrollContext } from '../controllers/ancestors.js';
import { nameOf } from '../controllers/foreign.js';
import { mostWindows } from './protocol.js';

/** Sets properties for as long as they are needed, against whatever style sheets the page has. */
function dress({ style }: HTMLElement, values: string): () => void {
  const before = values.split(';').map((one) => {
    const [name, value] = one.split(':') as [string, string];
    const was = [name, style.getPropertyValue(name), style.getPropertyPriority(name)] as const;
    style.setProperty(name, value, 'important');
    return was;
  });
  return () => before.forEach((was) => style.setProperty(...was));
}

const both = 'display:block;min-height:0;max-height:none;transition:none;height:100svh;';
const trackStyle = `${both}position:relative;width:100%;min-width:0;padding-top:0;padding-bottom:0;overflow:visible`;
const frameStyle = `${both}position:sticky;top:var(--story-top, 0px);bottom:auto;margin:0 auto`;

const setHeight = ({ style }: HTMLElement, height: string): void =>
  style.setProperty('height', height, 'important');

/** Boxes that were put around a frame. One stays: to take a frame out of a box would load it anew. */
const made = new WeakSet<Element>();

/** Whether a parent holds the frame alone, and can be its track. */
const isAlone = ({ parentElement: parent }: Element): boolean =>
  !!parent &&
  parent !== document.body &&
  parent.children.length === 1 &&
  !parent.textContent.trim() &&
  /^(block|flow-root)$/.test(getComputedStyle(parent).display);

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

/** Why a frame cannot be pinned, as far as can be told before it is tried. */
export function problemOf(frame: Element): string | undefined {
  // What a parent hides that becomes the track is shown.
  const { breaker } = scrollContext(isAlone(frame) ? frame.parentElement! : frame);
  if (!breaker) return undefined;
  const { overflow, overflowY } = getComputedStyle(breaker);
  // One that can scroll may yet come to do so.
  return /auto|scroll/.test(overflowY)
    ? undefined
    : `the ancestor ${nameOf(breaker)} has overflow "${overflow}". Give it overflow: clip or visible`;
}

/** A box as tall as what is in a frame, in which the frame is pinned while the page scrolls past it. */
export class Track {
  readonly #frame: HTMLElement;
  #scroller: Element | undefined;
  #undo: (() => void)[] = [];
  #most = 0;
  /** There once it has been pinned. */
  box!: HTMLElement;

  constructor(frame: HTMLElement) {
    this.#frame = frame;
  }

  get isPinned(): boolean {
    return !!this.#undo[0];
  }

  /**
   * Pins the frame, or makes the track of a pinned one as tall as its content has become.
   * @returns why it cannot be pinned
   */
  fit(content: number): string | undefined {
    const frame = this.#frame;
    if (content > mostWindows * innerHeight)
      return `it is ${content} pixels high, more than ${mostWindows} windows`;
    if (!this.isPinned) {
      this.box = boxFor(frame);
      this.#undo = [dress(this.box, trackStyle), dress(frame, frameStyle)];
    }
    const scroller = this.#scroller;
    const height = scroller ? `min(100svh, ${scroller.clientHeight}px)` : '100svh';
    setHeight(frame, `calc(${height} - var(--story-top, 0px))`);
    this.#most = Math.max(0, content - frame.clientHeight);
    setHeight(this.box, `${this.#most + frame.offsetHeight}px`);
    const found = scrollContext(this.box);
    if (found.breaker) return `the ancestor ${nameOf(found.breaker)} clips it`;
    if (found.scroller === scroller) return undefined;
    this.#scroller = found.scroller;
    return this.fit(content);
  }

  /** Leaves the frame as it was. */
  release(): void {
    for (const undo of this.#undo) undo();
    this.#undo = [];
    this.#scroller = undefined;
  }

  /** Edges of track and frame in the window, and the pixels of the window for each pixel of the frame. */
  get #sizes(): { top: number; bottom: number; at: number; height: number; scale: number } {
    const { top, bottom } = this.box.getBoundingClientRect();
    const { top: at, height } = this.#frame.getBoundingClientRect();
    return { top, bottom, at, height, scale: height / this.#frame.offsetHeight || 1 };
  }

  /** How far the frame is down its track. */
  get y(): number {
    const { top, at, scale } = this.#sizes;
    return Math.min(this.#most, Math.max(0, (at - top) / scale));
  }

  get isInView(): boolean {
    const { top, bottom } = this.#sizes;
    return bottom > 0 && top < innerHeight;
  }

  /** Whether the frame scrolls away though its track is all that is seen. */
  get isLost(): boolean {
    const { top, bottom, at, height } = this.#sizes;
    const edge = this.#edge;
    return top < edge && bottom > edge + height * 1.5 && Math.abs(at - edge) > height / 2;
  }

  /** The upper edge of what scrolls the frame. */
  get #edge(): number {
    const scroller = this.#scroller;
    return scroller
      ? scroller.getBoundingClientRect().top +
          scroller.clientTop +
          parseFloat(getComputedStyle(scroller).paddingTop)
      : 0;
  }

  /** Scrolls the page so that the frame is so far down its track. */
  scrollTo(y: number): void {
    const { top, scale } = this.#sizes;
    const pinned = this.#edge + parseFloat(getComputedStyle(this.#frame).top) * scale;
    this.#scrollBy(top - pinned + Math.max(0, Math.min(y, this.#most)) * scale, 'instant');
  }

  /** Scrolls by most of a window; beyond the track only where the reader has asked for it. */
  page(by: 1 | -1, isAsked: boolean): void {
    const way = by * 0.9 * this.#frame.clientHeight;
    const y = this.y + way;
    if (isAsked || (y > 0 && y < this.#most)) this.#scrollBy(way * this.#sizes.scale, 'auto');
    else this.scrollTo(y);
  }

  #scrollBy(top: number, behavior: ScrollBehavior): void {
    (this.#scroller ?? window).scrollBy({ top, behavior });
  }
}
