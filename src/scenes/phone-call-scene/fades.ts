import type { Numbers } from '../../controllers/timeline-controller.js';
import { clamp01 } from '../../core/timing.js';

/**
 * Words that come and go with the states: each distinct thing once, with one number for how visible it is. Two
 * neighbouring states that say the same share it, so that it stands still between them.
 */
export class Fades<State, Item> {
  readonly items: readonly Item[];
  /** The start of the names of the numbers, and the class of the elements. */
  readonly name: string;
  readonly #keys: readonly string[];
  readonly #of: (state: State) => Item | false | undefined;

  constructor(
    name: string,
    states: readonly State[],
    of: (state: State) => Item | false | undefined,
  ) {
    this.name = name;
    this.#of = of;
    const items = states.flatMap((state) => of(state) || []) as Item[];
    this.#keys = [...new Set(items.map((item) => JSON.stringify(item)))];
    this.items = this.#keys.map((key) => JSON.parse(key) as Item);
  }

  /** Which of the items a state shows; -1 for none. */
  indexOf(state: State): number {
    return this.#keys.indexOf(JSON.stringify(this.#of(state)));
  }

  /** 1 for what a state shows, 0 for all else. */
  pose(state: State): Numbers {
    const shown = this.indexOf(state);
    return Object.fromEntries(this.items.map((_, at) => [this.name + at, Number(at === shown)]));
  }

  /** How opaque each is. What goes is gone before what comes is seen, for both stand in one place. */
  opacities(numbers: Readonly<Numbers>): number[] {
    return this.items.map((_, at) => clamp01(numbers[this.name + at]! * 2 - 1));
  }

  /** Finds the elements, one for each item or several rounds of them, and answers what draws them. */
  painter(root: ParentNode): (numbers: Readonly<Numbers>) => void {
    const elements = root.querySelectorAll<HTMLElement>(`.${this.name}`);
    return (numbers) => {
      const opacities = this.opacities(numbers);
      elements.forEach(({ style }, at) => (style.opacity = `${opacities[at % opacities.length]!}`));
    };
  }
}
