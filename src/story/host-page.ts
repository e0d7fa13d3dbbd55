import { flatAncestors, flatParent } from '../controllers/ancestors.js';
import { nameOf } from '../controllers/foreign.js';
import type { View } from '../controllers/view.js';
import { warn } from '../core/warn.js';

/** What the host page keeps for itself at the edges of what scrolls the story, in the story's own pixels. */
export interface Insets {
  readonly top: number;
  readonly foot: number;
}

/**
 * Finds headers and footers that stick. To be asked when the story comes near: a header that starts lower down sticks
 * only then. At the foot of a window stand notices that will be dismissed; those are not counted.
 */
export function stuckInsets(story: Element, view: View): Insets {
  const bottom = view.top + view.height;
  const top = stuckAt(view.top + 1, story, view);
  const foot = view.scroller && stuckAt(bottom - 2, story, view);
  return {
    top: top ? inset(top.bottom - view.top, view) : 0,
    foot: foot ? inset(bottom - foot.top, view) : 0,
  };
}

/** The box of what sticks at a height of the view, if it is as wide as a header. */
function stuckAt(y: number, story: Element, view: View): DOMRect | undefined {
  const { scroller, zoom } = view;
  const { left, width } = scroller?.getBoundingClientRect() ?? {
    left: 0,
    width: innerWidth / zoom,
  };
  let node = document.elementFromPoint((left + width / 2) * zoom, view.toWindow(y));
  // Where the story itself is at the edge, what sticks there is its own stage.
  if (story.contains(node)) return undefined;
  for (; node && node !== document.body && node !== scroller; node = flatParent(node)) {
    const rect = node.getBoundingClientRect();
    if (/fixed|sticky/.test(getComputedStyle(node).position) && rect.width > width / 2) return rect;
  }
  return undefined;
}

/** Pixels of the story that are left free; none for something tall, which is an overlay that will go away. */
const inset = (height: number, { height: all, scale }: View): number =>
  height < all * 0.4 ? Math.max(0, Math.round(height / scale)) : 0;

/** Says which ancestor gives a story no more width than its content needs, if one does. */
export function warnOfNarrowParent(story: HTMLElement): void {
  const { width } = story.getBoundingClientRect();
  const em = parseFloat(getComputedStyle(story).fontSize);
  if (width > em * 13 || width > innerWidth * 0.6) return;
  const ancestors = [...flatAncestors(story)];
  const widthOf = (node: Element): number => node.getBoundingClientRect().width;
  const before = ancestors.map(widthOf);
  story.style.setProperty('--_least', '20em');
  const parent = ancestors.filter((node, at) => widthOf(node) > before[at]! + em).at(-1);
  story.style.removeProperty('--_least');
  if (parent)
    warn(
      'narrow-parent',
      `<${story.localName}> is ${Math.round(width)} px wide, because its ancestor ${nameOf(parent)} is only as wide as its content needs. Give ${nameOf(parent)} width: 100%.`,
      story,
    );
}
