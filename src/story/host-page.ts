import { flatParent } from '../controllers/ancestors.js';

/**
 * How many pixels at the top of the window the host page keeps for itself with a header that sticks; 0 if none.
 * To be asked when the story comes near: a header that starts lower down sticks only then.
 */
export function headerInset(story: Element): number {
  const at = (x: number): number => {
    for (
      let node: Element | null = document.elementFromPoint(x, 1);
      node && node !== story && node !== document.body;
      node = flatParent(node)
    ) {
      if (!/fixed|sticky/.test(getComputedStyle(node).position)) continue;
      const { bottom, width } = node.getBoundingClientRect();
      // A narrow thing in a corner is no header, and a tall one is an overlay that will go away.
      if (width > innerWidth / 2 && bottom < innerHeight * 0.4)
        return Math.max(0, Math.round(bottom));
    }
    return 0;
  };
  return at(innerWidth / 2);
}
