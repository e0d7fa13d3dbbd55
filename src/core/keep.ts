/** Where a reader is in what scrolls, in pixels. */
export interface Reading {
  /** How far it is scrolled, and how far it can be. */
  readonly scrolled: number;
  readonly most: number;
  /** Height of what the reader sees it through, and where in that the line stands. */
  readonly view: number;
  readonly line: number;
  /** Width of the story. */
  readonly width: number;
  /** Edges of the step that the reader is at, and the top of the next one. */
  readonly top: number;
  readonly bottom: number;
  readonly next: number;
}

/** What to do after something has changed. */
export interface Kept {
  /** How far to scroll so that the reader stays where they were. */
  readonly by: number;
  /** Whether the reader, or the page for them, has scrolled: where they are now counts from now on. */
  readonly moved: boolean;
}

/** How far through the step the line is; above 1 on the way from its end to the next step. */
export function shareOf({ scrolled, line, top, bottom, next }: Reading): number {
  const at = scrolled + line;
  return at <= bottom ? (at - top) / (bottom - top) : 1 + (at - bottom) / (next - bottom);
}

/**
 * Keeps the step that a reader is at. A new layout must not take the reader elsewhere; a scroll may.
 * @param share how far through the step the reader was before
 * @param isOwn whether the story itself has changed the layout, so that nobody else has scrolled
 */
export function keep(before: Reading, now: Reading, share: number, isOwn = false): Kept {
  const at = now.scrolled + now.line;
  const scrolled = now.scrolled - before.scrolled;
  const pushed = now.top - before.top;
  const resized = Math.abs(now.width - before.width) > 1 || !isNear(now.view, before.view);
  if (resized || isOwn) return settle(now, share, pointOf(now, share));
  // A toolbar of the browser comes and goes while the reader scrolls. The step stays, which is enough.
  if (Math.abs(now.view - before.view) > 1)
    return Math.abs(scrolled) > 1 ? { by: 0, moved: true } : settle(now, share, at);
  const back = at + pushed - scrolled;
  if (Math.abs(scrolled) <= 1) return settle(now, share, back);
  // A page that has become shorter cannot be scrolled as far.
  if (pushed && scrolled < 0 && now.scrolled > now.most - 1 && before.scrolled > now.most)
    return settle(now, share, back);
  // Browsers that anchor the scroll position choose an element of their own, and a page may be shorter for a moment.
  const isFollowed = scrolled * pushed > 0 && Math.abs(scrolled) < Math.abs(pushed) * 1.5;
  if (isFollowed) return settle(now, share, Math.abs(pushed - scrolled) < now.view / 2 ? at : back);
  const jumped = Math.abs(scrolled) > now.view / 2;
  const isUndone = Math.abs(scrolled - pushed) < Math.abs(scrolled);
  return { by: jumped || isUndone ? 0 : rounded(pushed), moved: true };
}

/** Scrolls so that the line comes to a point, or into the step if the point is no longer in it. */
function settle(now: Reading, share: number, point: number): Kept {
  const end = share > 1 ? now.next : now.bottom;
  const inside = Math.max(now.top + 1, Math.min(point, end - 1));
  return { by: rounded(inside - now.scrolled - now.line), moved: false };
}

const pointOf = ({ top, bottom, next }: Reading, share: number): number =>
  share <= 1 ? top + share * (bottom - top) : bottom + (share - 1) * (next - bottom);

/** Whether one height of a window is the other with a toolbar more or less. */
const isNear = (one: number, other: number): boolean => Math.abs(one - other) < other / 4;

const rounded = (by: number): number => (Math.abs(by) > 1 ? by : 0);
