import type { Note } from './states.js';
import { lineCount, type Frame, type Measure } from './type.js';

/** Where a note stands; lengths in pixels, from the start edge. */
export interface PlacedNote {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly lines: number;
}

const lineHeight = 1.4;

/** The texts under the picture. They wrap, and take at most a third of its height. */
export class Notes {
  readonly #notes: readonly Note[];
  readonly #frame: Frame;
  readonly #measure: Measure;
  readonly #size: number;
  readonly #width: number;
  readonly #gap: number;

  constructor(notes: readonly Note[], frame: Frame, measure: Measure) {
    this.#notes = notes;
    this.#frame = frame;
    this.#measure = measure;
    this.#size = Math.max(Math.min(12, frame.em), frame.em * 0.8125);
    this.#width = Math.min(frame.width, this.#size * 48);
    this.#gap = 0.7 * frame.em;
  }

  /** The room to be kept free for them under an arrangement. */
  height(apart: boolean): number {
    const own = this.#notes.filter((note) => note.apart === apart);
    const lines = Math.max(0, ...own.map(({ text }) => this.#lines(text)));
    return lines && lines * this.#size * lineHeight + this.#gap;
  }

  /** Puts a note under an arrangement, in line with its start where there is room for that. */
  place({ text }: Note, under: { readonly start: number; readonly bottom: number }): PlacedNote {
    const width = Math.min(this.#width, this.#measure(text) * this.#size * 1.05);
    const x = Math.min(under.start, this.#frame.start + this.#frame.width - width);
    const y = under.bottom + this.#gap;
    return { text, x, y, width, size: this.#size, lines: this.#lines(text) };
  }

  #lines(text: string): number {
    const most = Math.floor((this.#frame.height * 0.3) / (this.#size * lineHeight));
    return Math.min(Math.max(2, most), lineCount(text, this.#width, this.#size, this.#measure));
  }
}
