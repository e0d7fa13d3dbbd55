import { clamp01, easeInOut } from '../../core/timing.js';

/** Height of digits, and the width of the colon's cell, where type is 100 high. */
export const capitals = 72;
const colon = 27;

/** Where each cell of a clock has its middle, so that a digit's place never depends on its neighbours. */
export interface ClockCells {
  readonly centres: readonly number[];
  readonly width: number;
}

/** The cells for a clock that runs to some minutes. */
export function clockCells(duration: number, digit: number): ClockCells {
  let width = 0;
  const centres = [...`${duration}:00`].map((glyph) => {
    const cell = glyph === ':' ? colon : digit;
    return (width += cell) - cell / 2;
  });
  return { centres, width };
}

/** How far the clock moves back over its cells, so that one with fewer digits is in the middle too. */
export function clockShift(minutes: number, duration: number, digit: number): number {
  let shift = 0;
  for (let bound = 10; bound <= duration; bound *= 10)
    shift += (digit / 2) * (1 - easeInOut(clamp01(minutes - bound + 1)));
  return shift;
}
