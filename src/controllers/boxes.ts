import type { Box } from '../core/place.js';
import type { View } from './view.js';

const hidden: Box = { top: NaN, bottom: NaN };

/** Reads where steps stand, in pixels from the top edge of their story. */
export function boxesOf(steps: readonly Element[], storyTop: number): Box[] {
  const boxes = steps.map((step) => {
    const { top, bottom, height } = step.getBoundingClientRect();
    return height ? { top: top - storyTop, bottom: bottom - storyTop } : hidden;
  });
  // A hidden step has no height and stands nowhere: it takes the place of the one before, so that the list stays in order.
  let end = -Infinity;
  return boxes.map((box) => {
    if (box === hidden) return { top: end, bottom: end };
    end = box.bottom;
    return box;
  });
}

/**
 * How far to scroll so that the line stands inside a step and the step's words are seen whole: its box without its
 * padding at the end, and clear of what its `scroll-margin` leaves to others. Words too tall for that are read from
 * their top.
 * @param box of the step, from the story's top edge
 * @param progress of the step, 0 to 1, that the line reaches at least where the words allow it
 * @param storyTop the story's top edge
 * @param offset where the line stands, as a share of the view's height
 */
export function wayInto(
  step: Element,
  box: Box,
  progress: number,
  storyTop: number,
  view: View,
  offset: number,
): number {
  const { scrollMarginTop, scrollMarginBottom, paddingBottom } = getComputedStyle(step);
  const [above, below, after] = [scrollMarginTop, scrollMarginBottom, paddingBottom].map(
    (length) => parseFloat(length) * view.scale,
  ) as [number, number, number];
  const { height } = view;
  const start = storyTop + box.top - view.top;
  const length = box.bottom - box.top;
  const line = height * offset - 1;
  return Math.max(
    start - line,
    Math.min(
      start - above,
      Math.max(start + length * progress - line, start + length - after + below - height),
    ),
  );
}
