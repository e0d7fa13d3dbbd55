import { flatAncestors, flatParent, tagOf } from '../controllers/ancestors.js';
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
  const { scroller, scale, zoom } = view;
  const { left, width } = scroller?.getBoundingClientRect() ?? {
    left: 0,
    width: innerWidth / zoom,
  };
  const middle = (left + width / 2) * zoom;
  const [top, foot] = [view.top + 1, view.top + view.height - 2].map((y) => {
    let node = document.elementFromPoint(middle, view.toWindow(y));
    // Where the story itself is at the edge, what sticks there is its own stage.
    if (story.contains(node)) return 0;
    for (; node && node !== document.body && node !== scroller; node = flatParent(node)) {
      if (!/fixed|sticky/.test(getComputedStyle(node).position)) continue;
      const rect = node.getBoundingClientRect();
      const inset = y === view.top + 1 ? rect.bottom - view.top : view.top + view.height - rect.top;
      // A narrow thing in a corner is no header, and a tall one is an overlay that will go away.
      if (rect.width > width / 2 && inset < view.height * 0.4)
        return Math.max(0, Math.round(inset / scale));
    }
    return 0;
  }) as [number, number];
  return { top, foot: scroller ? foot : 0 };
}

/** Says which ancestor gives a story no more width than its content needs, if one does. */
export function warnOfNarrowParent(story: HTMLElement): void {
  const { width } = story.getBoundingClientRect();
  const em = parseFloat(getComputedStyle(story).fontSize);
  if (width > em * 13 || width > innerWidth * 0.6) return;
  const ancestors = [...flatAncestors(story)];
  const widthOf = (node: Element): number => node.getBoundingClientRect().width;
  const before = ancestors.map(widthOf);
  story.style.setProperty('--_least', '20em');
  const parent = ancestors.findLast((node, at) => widthOf(node) > before[at]! + em);
  story.style.removeProperty('--_least');
  if (parent)
    warn(
      'narrow-parent',
      `<${story.localName}> is ${Math.round(width)} px wide, because its ancestor ${tagOf(parent)} is only as wide as its content needs. Give ${tagOf(parent)} width: 100%.`,
      story,
    );
}
