import type { Box } from '../core/place.js';
import { times } from '../core/times.js';

/** What of a step's way past the line is noticed: no part of it, its two ends, or every half per cent. */
export type Watched = 'nothing' | 'ends' | 'way';

const thresholds = { ends: [0, 1], way: times(201, (at) => at / 200) };

/**
 * Notices when a step's way past the line changes, whatever moved it: a jump over the story that never shows it, or a
 * page that is scaled without an event.
 */
export class Edges {
  readonly #onChange: () => void;
  #observer: IntersectionObserver | undefined;
  #index: number | undefined;
  #watched: Watched | undefined;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /**
   * Watches a step and the next one, if it does not do so already.
   * @param index of the step, -1 above the first
   * @param root what scrolls the story, where that is not the window
   */
  watch(index: number, watched: Watched, { steps, boxes, offset, root }: Watching): void {
    if (this.#index === index && this.#watched === watched) return;
    this.stop();
    this.#index = index;
    this.#watched = watched;
    if (watched === 'nothing') return;
    this.#observer = new IntersectionObserver(this.#onChange, {
      root: root ?? null,
      // What is above the line, without end.
      rootMargin: `10000000px 0px -${100 - offset * 100}%`,
      threshold: thresholds[watched],
    });
    let next = index + 1;
    while (boxes[next] && boxes[next]!.bottom <= boxes[next]!.top) next++;
    for (const at of [index, next]) if (steps[at]) this.#observer.observe(steps[at]);
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#observer = this.#index = this.#watched = undefined;
  }
}

export interface Watching {
  readonly steps: readonly Element[];
  readonly boxes: readonly Box[];
  readonly offset: number;
  readonly root: Element | undefined;
}
