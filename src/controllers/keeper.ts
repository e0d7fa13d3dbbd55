import { keep, shareOf, type Reading } from '../core/keep.js';
import { locate, type Box } from '../core/place.js';
import { JumpHold } from './jump-hold.js';
import type { Surroundings } from './surroundings.js';
import type { View } from './view.js';

/** A story as it is laid out now. */
export interface Layout {
  readonly view: View;
  /** The story's top edge and its width. */
  readonly top: number;
  readonly width: number;
  readonly steps: readonly HTMLElement[];
  /** The boxes of the steps, from the story's top edge. */
  readonly boxes: readonly Box[];
  /** Where the line stands, as a share of the view's height. */
  readonly offset: number;
}

/** Keeps the reader at the step that they are at, until they scroll. */
export class Keeper {
  readonly #surroundings: Surroundings;
  /** Where the reader was taken last. */
  readonly hold = new JumpHold();
  /**
   * The step that the reader is at, its place among the steps, how far through it they are, and the measures then; none
   * above and below the steps.
   */
  #kept: { step: HTMLElement; index: number; share: number; reading: Reading } | undefined;
  /** How far the page is scrolled that was locked while the reader was in the story. */
  #lockedAt: number | undefined;
  /** Whether the story is about to change its own layout. */
  #isOwn = false;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** Whether a menu or a dialog has locked the page over the story: until it is unlocked the reader is where they were. */
  get isLocked(): boolean {
    return this.#lockedAt !== undefined;
  }

  get isKeeping(): boolean {
    return !!this.#kept && !this.isLocked;
  }

  /** Takes the step at the line for the one that the reader is at. */
  take(layout: Layout): void {
    const { view, boxes, steps, top, offset } = layout;
    const { index } = locate(boxes, view.top + view.height * offset - top);
    const step = steps[index];
    const reading = read(layout, index);
    const isInside =
      reading &&
      (reading.scrolled + reading.line <= reading.bottom || reading.next > reading.bottom);
    this.#kept = step && isInside ? { step, index, share: shareOf(reading), reading } : undefined;
    this.#lockedAt = undefined;
  }

  /** Scrolls back to the reader's step if the layout has changed; says whether it has scrolled. */
  stay(layout: Layout): boolean {
    const lockedAt = this.#lockedAt;
    this.#lock(layout.view);
    if (this.isLocked) return false;
    if (this.hold.look(layout.view.scrolled)) return true;
    const kept = this.#kept;
    const index = kept ? layout.steps.indexOf(kept.step) : -1;
    let now = read(layout, index);
    if (!kept || !now) {
      this.take(layout);
      return false;
    }
    let after = layout;
    // Where the lock had cut the page short, and the page itself did not scroll back.
    if (lockedAt !== undefined && Math.abs(now.scrolled - lockedAt) <= 1) {
      after = scroll(layout, kept.reading.scrolled - now.scrolled);
      now = read(after, index)!;
    }
    const isOwn =
      this.#isOwn && (now.top !== kept.reading.top || now.bottom !== kept.reading.bottom);
    if (isOwn) this.#isOwn = false;
    // Steps that come or go before it move it; WebKit may then scroll by itself, as nobody has.
    const { by, moved } = keep(kept.reading, now, kept.share, isOwn || index !== kept.index);
    if (by) after = scroll(after, by);
    if (moved) this.take(after);
    else Object.assign(kept, { index, reading: read(after, index)! });
    return after !== layout;
  }

  /** To be called when the story is about to change its own layout. */
  expect(): void {
    this.#isOwn = !!this.#kept;
  }

  end(): void {
    this.hold.end();
    this.#kept = this.#lockedAt = undefined;
  }

  #lock({ scrolled, height }: View): void {
    const surroundings = this.#surroundings;
    const before = this.#lockedAt ?? this.#kept?.reading.scrolled;
    if (before === undefined) return;
    // A lock may have cut the page short, which looks like a jump of the reader.
    if (Math.abs(scrolled - before) > height / 2) surroundings.check();
    if (surroundings.isLocked && scrolled !== before) surroundings.turn();
    this.#lockedAt = surroundings.isLocked && !surroundings.isScrolledLocked ? scrolled : undefined;
  }
}

function scroll(layout: Layout, by: number): Layout {
  const { view, top } = layout;
  const from = view.scrolled;
  view.scrollBy(by);
  return { ...layout, top: top - (view.scrolled - from) };
}

/** The measures of a step; undefined if it is not laid out. */
function read({ view, top, width, boxes, offset }: Layout, index: number): Reading | undefined {
  const box = boxes[index];
  if (!box || box.bottom <= box.top) return undefined;
  const { scrolled, most, height } = view;
  const from = top - view.top + scrolled;
  const next = boxes.find((one, at) => at > index && one.bottom > one.top);
  return {
    scrolled,
    most,
    view: height,
    line: height * offset,
    width,
    top: from + box.top,
    bottom: from + box.bottom,
    next: from + (next ?? { top: box.bottom }).top,
  };
}
