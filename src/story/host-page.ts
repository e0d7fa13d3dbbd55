import { flatParent } from '../controllers/ancestors.js';

/**
 * How many pixels at the top of the window the host page keeps for itself with a header that sticks; 0 if none.
 * To be asked when the story comes near: a header that starts lower down sticks only then.
 */
export function headerInset(story: Element): number {
  let node = document.elementFromPoint(innerWidth / 2, 1);
  // Where the story itself is at the top, what sticks there is its own stage.
  if (story.contains(node)) return 0;
  for (; node && node !== document.body; node = flatParent(node)) {
    if (!/fixed|sticky/.test(getComputedStyle(node).position)) continue;
    const { bottom, width } = node.getBoundingClientRect();
    // A narrow thing in a corner is no header, and a tall one is an overlay that will go away.
    if (width > innerWidth / 2 && bottom < innerHeight * 0.4)
      return Math.max(0, Math.round(bottom));
  }
  return 0;
}
