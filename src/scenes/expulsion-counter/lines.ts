import type { Point } from './blocks.js';
import { inMarks } from '../per.js';
import { addAll, type Item } from './sum.js';
import { lineCount, longestWord, type Measure } from '../type.js';
import { digitsOf, digitWidth, fill, perLine, type Frame } from './type.js';

/** Where the rows stand when they are apart; all lengths in pixels, across from the start edge. */
export interface Lines {
  /** The way from one mark to the next. */
  readonly pitch: number;
  /** Size of the names, and of a count that is lit. */
  readonly size: number;
  readonly strong: number;
  readonly strips: readonly Strip[];
  /** Where the note under the rows begins. */
  readonly start: number;
  readonly bottom: number;
  /** Whether all of it is inside the frame. */
  readonly fits: boolean;
}

/** One row of the picture: a name, marks and a count, or marks and a text where several items share it. */
export interface Strip {
  readonly items: readonly Item[];
  /** The first mark's centre, and the marks in a line. */
  readonly corner: Point;
  readonly columns: number;
  /** The name or text and the count start here; both have their middle at `y`. */
  readonly y: number;
  readonly label: { readonly text: string; readonly x: number; readonly width: number };
  readonly end: number;
}

export interface Wording {
  /** The text of items that share a row because they have the same count. */
  each: (items: readonly Item[]) => string;
  /** The text of all the items that have no row of their own. */
  more: (items: readonly Item[]) => string;
}

type Rows = readonly (readonly Item[])[];

/**
 * Arranges one row an item. Where the height does not allow that, rows with the same small count come to share a
 * row, count by count; what finds no place even so is one last row.
 * @param alone items that keep a row of their own
 */
export function arrangeLines(
  items: readonly Item[],
  frame: Frame,
  measure: Measure,
  wording: Wording,
  alone: ReadonlySet<Item>,
): Lines {
  const { em, width, per, rise } = frame;
  const marksOf = (amount: number): number => Math.ceil(inMarks(amount, per));

  /** The best number of marks in a line, with the largest marks that fit. */
  const fit = (rows: Rows, size: number, least: number, height: number): Lines | undefined => {
    if (rows.length * 1.25 * size > height) return undefined;
    const gap = 0.6 * size;
    const singles = rows.flatMap((row) => (row.length === 1 ? row : []));
    const most = (of: (item: Item) => number): number => Math.max(0, ...singles.map(of));
    const drawn = most((item) => marksOf(item.count));
    const digits = most(({ count }) => digitsOf([count])) * digitWidth * size;
    // A count that is lit is larger, if it is not long.
    const strength = digits * 1.75 < 0.3 * width ? 1.75 : 1;
    const figure = digits * (alone.size ? strength : 1);
    // Names take a third of the width, more for a long word, and more still where the marks leave it.
    const widest = most((item) => measure(item.name, alone.has(item))) * size * 1.04;
    const word = most((item) => longestWord(item.name, measure)) * size * 1.1;
    const spare = Math.min(0.6 * width, width - drawn * 1.1 * size - figure - 2 * gap);
    const name = Math.min(widest, Math.max(0.34 * width, Math.min(word, 0.45 * width), spare));
    const lead = name && name + gap;
    const room = Math.max(1, width - lead - figure - gap);

    const arrange = (columns: number, pitch: number, air = 0, top = frame.top): Lines => {
      const base = Math.max(1.35 * size, 1.2 * pitch) + air;
      const shared = rows.length > singles.length;
      const start =
        frame.start + (shared ? 0 : (width - lead - columns * pitch - figure - gap) / 2);
      let bottom = top;
      const strips = rows.map((own): Strip => {
        const single = own.length === 1;
        const count = marksOf(addAll(own, (item) => item.count));
        const text = single
          ? own[0]!.name
          : (own.length < 25 && own.every((item) => item.count === own[0]!.count)
              ? wording.each
              : wording.more)(own);
        // In a narrow picture a shared row needs the whole width; else its marks start where all marks start.
        const from = single || width > 26 * size ? lead : 0;
        const left = width - from - gap;
        const inLine = single
          ? columns
          : Math.max(1, Math.floor(Math.max(left / 2, left - measure(text) * size * 1.05) / pitch));
        const end = from + Math.min(count, inLine) * pitch + gap;
        const box = single ? name : width - end;
        const lines = lineCount(text, box, size, measure, single && alone.has(own[0]!));
        const marks = Math.ceil(count / inLine) * pitch * rise;
        const tall = Math.max(base + Math.max(0, marks - pitch * rise), lines * 1.25 * size + air);
        const y = bottom + tall / 2;
        bottom += tall;
        return {
          items: own,
          corner: { x: start + from + (pitch * fill) / 2, y: y - (marks - pitch * rise) / 2 },
          columns: inLine,
          y,
          label: { text, x: start + (single ? 0 : end), width: box },
          end: start + end,
        };
      });
      return {
        pitch,
        size,
        strong: Math.min(strength * size, base),
        strips,
        start,
        bottom,
        fits: true,
      };
    };

    let best: (() => Lines) | undefined;
    let fewest = Infinity;
    for (const columns of new Set(perLine.map((most) => Math.max(1, Math.min(most, drawn))))) {
      const over = (pitch: number): number => arrange(columns, pitch).bottom - frame.top - height;
      let pitch = Math.min(room / columns, 1.4 * size);
      if (pitch < least || over(least) > 0) continue;
      while (pitch > least && over(pitch) > 0) pitch = Math.max(least, pitch * 0.94);
      // One line wherever it fits, because lengths are compared. Of those that need equally many lines the smallest
      // is the best: its last line is the fullest.
      const lines = Math.ceil(drawn / columns);
      if (lines > fewest) break;
      fewest = lines;
      best = () => {
        // What is left of the height goes between the rows, up to a comfortable distance.
        const left = -over(pitch);
        const air = Math.min(1.1 * size, left / rows.length);
        const above = Math.max(0, left - air * rows.length) * 0.45;
        return arrange(columns, pitch, air, frame.top + (above < Infinity ? above : 0));
      };
    }
    return best?.();
  };

  const mergeable = items.filter((item) => !alone.has(item));
  const smallCounts = [...new Set(mergeable.map(({ count }) => count))]
    .filter((count) => count < 10)
    .sort((a, b) => a - b);
  const mergedByCount = [-1, ...smallCounts].map((most) =>
    merge(items, (item) =>
      alone.has(item) || item.rows > 1 || item.count > most ? item : item.count,
    ),
  );
  /** The first of some items have a row of their own, fewer and fewer, and the others share one. */
  const truncated = (some: readonly Item[]): Rows[] => {
    const found: Rows[] = [];
    for (let kept = some.length; kept;) {
      kept = Math.floor(kept * 0.9);
      const rest = new Set(some.slice(kept));
      found.push([...merge(items.filter((item) => !rest.has(item))), [...rest]]);
    }
    return found;
  };
  const least = Math.min(em, Math.max(12, 0.8125 * em));
  const tries = [
    ...mergedByCount.flatMap((rows) =>
      [em, 0.9 * em, least].map((size) => [rows, size, 0.5 * em] as const),
    ),
    ...mergedByCount.map((rows) => [rows, least, 4] as const),
    ...truncated(mergeable).map((rows) => [rows, least, 3] as const),
    // Rather than lose a row, those that are to stand alone give that up.
    ...(alone.size ? truncated(items) : []).map((rows) => [rows, least, 3] as const),
  ];
  for (const [rows, size, pitch] of tries) {
    const lines = fit(rows, size, pitch, frame.height);
    if (lines) return lines;
  }
  // Nothing fits: the picture is cut off below, and the description and the table have it all.
  const [rows, size] = tries.at(-1)!;
  return { ...fit(rows, size, 0, Infinity)!, fits: false };
}

/** One row a key, each where its first item stands; without keys every item has its own. */
function merge(items: readonly Item[], keyOf: (item: Item) => unknown = (item) => item): Rows {
  const rows = new Map<unknown, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const row = rows.get(key);
    if (row) row.push(item);
    else rows.set(key, [item]);
  }
  return [...rows.values()];
}
