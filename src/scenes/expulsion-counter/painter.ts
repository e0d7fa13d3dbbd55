import { formatNumber } from '../../core/numbers.js';
import { clamp01, easeInOut, mix, stagger } from '../../core/timing.js';
import { Marks, type Shape } from '../marks.js';
import { inMarks } from '../per.js';
import type { Blocks, Point } from './blocks.js';
import type { Lines } from './lines.js';
import { pieces } from './pieces.js';
import type { Item, Sum } from './sum.js';
import { fill } from './type.js';
import { allOf } from '../../controllers/descendants.js';

/** A picture that is arranged, ready to be drawn. */
export interface Picture {
  readonly sum: Sum;
  readonly blocks: Blocks;
  readonly lines: Lines;
  readonly language: string | undefined;
  readonly outline: Shape;
  readonly per: number;
  readonly rise: number;
  /** Whether it is read from right to left. */
  readonly rtl: boolean;
  /** Turns a length from the start edge into one from the left. */
  readonly left: (x: number) => number;
}

/** How a picture stands: a type and not an interface, so that it is a record of numbers. */
export type CounterPose = {
  /** How far the marks have flown from their groups to their rows. */
  apart: number;
  /** How far they are filled. */
  solid: number;
  /** The share that is counted. */
  count: number;
  /** How each row stands: 1 lit, 0 plain, -1 as far back as it goes. */
  rows: readonly number[];
  /** How far each note is seen. */
  notes: readonly number[];
};

/**
 * Finds a picture's elements and gives what draws numbers into them.
 * @param root holds the elements in the order of the picture's items, groups and strips
 */
export function painter(
  root: HTMLElement,
  picture: Picture,
): (numbers: Readonly<CounterPose>) => void {
  const { sum, blocks, lines, language, outline, per, rise, rtl, left } = picture;
  const all = <E extends Element = HTMLElement>(name: string): E[] => allOf<E>(root, name);
  const heads = all('head');
  const totals = all('total');
  const notes = all('note');
  const rows = all('row');

  /**
   * The text is draw's own: assistive technology reads the picture's label, which has the last figure. Before the
   * counting begins there is none: a nought would be a figure too.
   */
  const tally = (element: Element | null, most: number, counted: number, count: number): void => {
    const shown = count < 1 ? Math.max(0, Math.min(most, Math.round(counted))) : most;
    const figure = count ? formatNumber(shown, language) : '\u00a0';
    if (element && element.textContent !== figure) element.textContent = figure;
  };

  /** The centre of a mark among marks in lines. */
  const spot = (corner: Point, pitch: number, columns: number, index: number): Point => ({
    x: corner.x + (index % columns) * pitch,
    y: corner.y + Math.floor(index / columns) * pitch * rise,
  });

  const standing = placesOf(lines, per);

  const people = all('people').flatMap((group) => [...group.children] as SVGPathElement[]);
  const draws = people.map((element, index) => {
    const item = sum.items[index]!;
    const [at, ahead] = standing.get(item)!;
    const { items, corner, columns } = lines.strips[at]!;
    const row = rows[at]!;
    const figure = row.querySelector('.count');
    const block = blocks.corners[item.group]!;
    const group = sum.groups[item.group]!;
    const marks = new Marks(element, outline);
    let drawn = '';
    let placed = '';
    const tint = ifChanged((value) => (element.style.color = value));
    const canMix = CSS.supports('color', 'color-mix(in srgb, red, red)');
    const [filled, outlined, thick] = ['fill-opacity', 'stroke-opacity', 'stroke-width'].map(
      (name) => ifChanged((value) => element.setAttribute(name, value)),
    ) as [Write, Write, Write];
    const seen = ifChanged((value) => (row.style.opacity = value));

    return (part: number, count: number, solid: number, stand: number): void => {
      // A row that rests costs nothing.
      const key = `${part} ${count} ${solid} ${stand}`;
      if (key === drawn) return;
      drawn = key;
      const size = mix(blocks.pitch, lines.pitch, part) * fill;
      const place = `${part} ${count}`;
      if (place !== placed) {
        const all = inMarks(group.total, per);
        /** How far a mark of the group is counted, which may itself be a part of one. */
        const counted = (mark: number): number =>
          count < 1 ? clamp01((count * all - mark) / Math.min(1, all - mark)) : 1;
        for (const piece of pieces(
          inMarks(item.before, per),
          ahead,
          inMarks(item.count, per),
          part,
        )) {
          const from = spot(block, blocks.pitch, blocks.columns, piece.block);
          const to = spot(corner, lines.pitch, columns, piece.line);
          marks.put(
            left(mix(from.x, to.x, part)),
            mix(from.y, to.y, part),
            // What is not counted yet has a dot to come to.
            size * mix(waiting, 1, counted(piece.block)),
            rtl ? 1 - piece.to : piece.from,
            rtl ? 1 - piece.from : piece.to,
          );
        }
        marks.show();
        placed = place;
      }
      const lit = clamp01(stand);
      const back = clamp01(-stand);
      // Filled stays filled: what steps back loses its colour. Between two colours that keep 3:1 on the paper, so
      // does every mixture.
      tint(
        canMix
          ? `color-mix(in srgb,var(--_mark) ${rounded(80 * back)}%,var(--_tone))`
          : `var(${back > 0.5 ? '--_mark' : '--_tone'})`,
      );
      filled(rounded(mix(0.1, 1, solid)));
      outlined(rounded(1 - solid));
      // The outline is about a pixel wide at every size, and never so wide that it fills the mark.
      thick(rounded(Math.min(0.16 * size, Math.max(0.06 * size, 1.2))));
      tally(figure, item.count, count * group.total - item.before, count);
      if (item !== items.at(-1)) return;
      // One kind of type goes before the other comes: two at once cannot be read.
      row.classList.toggle('lit', lit > 0.25);
      const there = clamp01((part - 0.85) / 0.15);
      seen(rounded(there * mix(1, 0.75, back) * clamp01(Math.abs(1 - 4 * lit))));
    };
  });

  return ({ apart, count, solid, rows: stands, notes: shares }) => {
    draws.forEach((draw, index) => {
      const part = easeInOut(stagger(index, draws.length, apart));
      draw(part, count, solid, stands[index] ?? 0);
    });
    heads.forEach((head) => (head.style.opacity = rounded(1 - clamp01(apart * 4))));
    totals.forEach((total, index) => {
      const most = sum.groups[index]!.total;
      tally(total, most, count * most, count);
    });
    notes.forEach(
      (note, index) => (note.style.opacity = rounded(clamp01(2 * (shares[index] ?? 0) - 1))),
    );
  };
}

type Write = (value: string) => void;

/** Writes what is not written already: a style or attribute that stays costs the browser as much as a new one. */
function ifChanged(write: Write): Write {
  let last = '';
  return (value) => {
    if (value !== last) write((last = value));
  };
}

/** The size of a mark that is not counted yet. */
const waiting = 0.3;

/** For each row its line, and how many marks stand before it there. */
function placesOf({ strips }: Lines, per: number): ReadonlyMap<Item, readonly [number, number]> {
  const found = new Map<Item, readonly [number, number]>();
  strips.forEach(({ items }, at) => {
    let ahead = 0;
    for (const item of items) {
      found.set(item, [at, inMarks(ahead, per)]);
      ahead += item.count;
    }
  });
  return found;
}

const rounded = (value: number): string => String(Math.round(value * 1000) / 1000);
