import { frameBudget } from '../core/frame.js';

type Yield = () => Promise<void>;

/** Lets the page do what waits. */
export const yieldToPage: Yield = () => new Promise((resolve) => setTimeout(resolve));

/**
 * Does work bit by bit, as much in a frame as leaves the page smooth, for as long as it is wanted.
 * @throws what the work throws
 */
export async function inSlices(
  work: Iterator<unknown>,
  yieldBetween: Yield,
  isWanted: () => boolean,
): Promise<void> {
  await yieldBetween();
  let end = performance.now() + frameBudget;
  while (isWanted() && !work.next().done) {
    if (performance.now() < end) continue;
    await yieldBetween();
    end = performance.now() + frameBudget;
  }
  await yieldBetween();
}

/** Has an element laid out in one frame and drawn in the next, and not seen until then. */
export async function layoutBeforePaint(element: HTMLElement, yieldBetween: Yield): Promise<void> {
  element.style.visibility = 'hidden';
  await yieldBetween();
  element.removeAttribute('style');
}
