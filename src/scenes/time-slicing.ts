import { frameBudget } from '../core/frame.js';

type Pace = () => Promise<void>;

/** Lets the page do what waits. */
export const yieldToPage: Pace = () => new Promise((resolve) => setTimeout(resolve));

/**
 * Does work bit by bit, as much in a frame as leaves the page smooth, for as long as it is wanted.
 * @throws what the work throws
 */
export async function inSlices(
  work: Iterator<unknown>,
  pace: Pace,
  isWanted: () => boolean,
): Promise<void> {
  await pace();
  let end = performance.now() + frameBudget;
  while (isWanted() && !work.next().done) {
    if (performance.now() < end) continue;
    await pace();
    end = performance.now() + frameBudget;
  }
  await pace();
}

/** Has an element laid out in one frame and drawn in the next, and not seen until then. */
export async function layoutBeforePaint(element: HTMLElement, pace: Pace): Promise<void> {
  element.style.visibility = 'hidden';
  await pace();
  element.removeAttribute('style');
}
