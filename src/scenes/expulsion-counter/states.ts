import type { Numbers } from '../../controllers/timeline-controller.js';
import type { Row } from '../../core/table.js';
import { clamp01 } from '../../core/timing.js';
import { stateColumns as shared } from '../scene-element.js';
import type { Item } from './sum.js';

/** The columns of the states. */
export const stateColumns = {
  ...shared,
  arrangement: {},
  solid: { type: 'number' },
  lit: { type: 'list' },
  fade: { type: 'number' },
  count: { type: 'number' },
  note: {},
} as const satisfies typeof shared & Record<string, object>;

export type State = Row<typeof stateColumns>;

export const isApart = ({ arrangement }: State): boolean => arrangement === 'apart';

/** A text under the picture, for one of the two arrangements. */
export interface Note {
  readonly text: string;
  readonly apart: boolean;
}

/**
 * The numbers that states are drawn from. What only some states have (a choice of lit rows, a note) is a number
 * for each different one: 1 where it holds, 0 elsewhere, and between the two while one gives way to the other.
 */
export class Poses {
  /** The different choices of lit rows, as they are written. */
  readonly choices: readonly (readonly string[])[];
  readonly notes: readonly Note[];
  readonly #states: readonly State[];
  readonly #note: string;
  readonly #more: string;

  /**
   * @param note the note of states that have none
   * @param more what every note ends with
   */
  constructor(states: readonly State[], note: string, more: string = '') {
    this.#states = states;
    this.#note = note;
    this.#more = more;
    this.choices = distinct(
      states.map(({ lit }) => lit).filter((lit) => lit.length),
      String,
    );
    this.notes = distinct(
      states.map((state) => this.#noteOf(state)).filter(({ text }) => text),
      ({ text, apart }) => `${apart} ${text}`,
    );
  }

  /** Before the first step nobody is counted yet. */
  start(): Numbers {
    const [first] = this.#states;
    return first ? { ...this.pose(first), count: 0 } : {};
  }

  pose(state: State): Numbers {
    const numbers: Numbers = {
      apart: isApart(state) ? 1 : 0,
      solid: clamp01(state.solid ?? 1),
      count: clamp01(state.count ?? 1),
    };
    this.choices.forEach((choice, index) => {
      const holds = String(choice) === String(state.lit);
      numbers[`lit${index}`] = holds ? 1 : 0;
      numbers[`fade${index}`] = holds ? clamp01(state.fade ?? 0.6) : 0;
    });
    const own = this.#noteOf(state);
    this.notes.forEach(({ text, apart }, index) => {
      numbers[`note${index}`] = text === own.text && apart === own.apart ? 1 : 0;
    });
    return numbers;
  }

  #noteOf(state: State): Note {
    const note = state.note || this.#note;
    const stop = note && this.#more && !/[.!?…。؟]$/u.test(note) ? '.' : '';
    return { text: `${note}${stop} ${this.#more}`.trim(), apart: isApart(state) };
  }
}

/** Whether a name in a state means an item: its code, its name in the data or its name in the picture. */
export const means = (name: string, { keys }: Item): boolean => keys.includes(name.toLowerCase());

function distinct<T>(list: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(list.map((item) => [keyOf(item), item])).values()];
}
