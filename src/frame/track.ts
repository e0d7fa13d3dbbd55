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
export interface Track {
  /** There once the frame has been pinned. */
  box: Element | undefined;
  isPinned: () => boolean;
  /**
   * Pins the frame, or makes the track of a pinned one as tall as its content has become.
   * @returns why it cannot be pinned
   */
  fit: (content: number) => string | undefined;
  /** Leaves the frame as it was. */
  release: () => void;
  /** How far the frame is down its track. */
  place: () => number;
  isInView: () => boolean;
  /** Whether the frame scrolls away though its track is all that is seen. */
  isLost: () => boolean;
  /** Scrolls the page so that the frame is so far down its track. */
  scrollTo: (y: number) => void;
  /** Scrolls by most of a window; beyond the track only where the reader has asked for it. */
  page: (by: 1 | -1, isAsked: boolean) => void;
}

const edgesOf = (element: Element): DOMRect => element.getBoundingClientRect();

export function trackOf(frame: HTMLElement): Track {
  let box: HTMLElement;
  let scroller: Element | undefined;
  let undo: (() => void)[] = [];
  /** How far the content of the frame can be scrolled. */
  let most = 0;

  /** Pixels of the window for each pixel of the frame. */
  const scale = (): number => edgesOf(frame).height / frame.offsetHeight || 1;

  /** The upper edge of what scrolls the frame. */
  const edge = (): number =>
    scroller
      ? edgesOf(scroller).top +
        scroller.clientTop +
        parseFloat(getComputedStyle(scroller).paddingTop)
      : 0;

  const scrollBy = (top: number, behavior: ScrollBehavior = 'instant'): void =>
    (scroller ?? window).scrollBy({ top, behavior });

  const track: Track = {
    box: undefined,

    isPinned: () => !!undo[0],

    fit(content) {
      if (content > mostWindows * innerHeight)
        return `it is ${content} pixels high, more than ${mostWindows} windows`;
      if (!undo[0]) {
        box = track.box = boxFor(frame);
        undo = [dress(box, trackStyle), dress(frame, frameStyle)];
      }
      const height = scroller ? `min(100svh, ${scroller.clientHeight}px)` : '100svh';
      setHeight(frame, `calc(${height} - var(--story-top, 0px))`);
      most = Math.max(0, content - frame.clientHeight);
      setHeight(box, `${most + frame.offsetHeight}px`);
      const found = scrollContext(box);
      if (found.breaker) return `the ancestor ${nameOf(found.breaker)} clips it`;
      if (found.scroller === scroller) return undefined;
      scroller = found.scroller;
      return track.fit(content);
    },

    release() {
      for (const one of undo) one();
      undo = [];
      scroller = undefined;
    },

    place: () => Math.min(most, Math.max(0, (edgesOf(frame).top - edgesOf(box).top) / scale())),

    isInView() {
      const { top, bottom } = edgesOf(box);
      return bottom > 0 && top < innerHeight;
    },

    isLost() {
      const { top, bottom } = edgesOf(box);
      const { top: at, height } = edgesOf(frame);
      const start = edge();
      return top < start && bottom > start + height * 1.5 && Math.abs(at - start) > height / 2;
    },

    scrollTo(y) {
      const pinned = edge() + parseFloat(getComputedStyle(frame).top) * scale();
      scrollBy(edgesOf(box).top - pinned + Math.max(0, Math.min(y, most)) * scale());
    },

    page(by, isAsked) {
      const way = by * 0.9 * frame.clientHeight;
      const y = track.place() + way;
      if (isAsked || (y > 0 && y < most)) scrollBy(way * scale(), 'auto');
      else track.scrollTo(y);
    },
  };
  return track;
}
