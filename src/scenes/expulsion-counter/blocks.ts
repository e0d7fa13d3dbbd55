import { times } from '../../core/times.js';
import { inMarks } from '../per.js';
import { lineCount, longestWord, type Measure } from '../type.js';
import { addAll, type Group } from './sum.js';
import { digitsOf, digitWidth, fill, leastPitch, perLine, type Frame } from './type.js';

/** Where the groups stand when they are together; all lengths in pixels, across from the start edge. */
export interface Blocks {
  /** Marks in a row, and the way from one to the next. */
  readonly columns: number;
  readonly pitch: number;
  /** The first mark's centre in each block. */
  readonly corners: readonly Point[];
  /** Whether the totals stand before the names, or under them. */
  readonly beside: boolean;
  /** Width of the heads, size of the names and size of the totals. */
  readonly width: number;
  readonly nameSize: number;
  readonly size: number;
  /** Where the note under the blocks begins. */
  readonly start: number;
  readonly bottom: number;
  /** Whether the marks can be told apart; if not, whether it is the words that leave them no room. */
  readonly fits: boolean;
  readonly wordy: boolean;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Arranges groups as blocks of marks with one size and one number of marks in a row, so that they can be compared:
 * rows of ten beside each other, unless that would make the marks much smaller than another way.
 * @param below height to be kept free under the blocks, for a note
 */
export function arrangeBlocks(
  groups: readonly Group[],
  frame: Frame,
  measure: Measure,
  below: number,
): Blocks {
  const { em, rise, per } = frame;
  const digits = digitsOf(groups.map(({ total }) => total));
  const marks = (group: Group): number => Math.ceil(inMarks(group.total, per));
  const longest = Math.max(1, ...groups.map(marks));
  const word = Math.max(...groups.map(({ name }) => longestWord(name, measure, true))) * 1.03;
  const widest = Math.max(...groups.map(({ name }) => measure(name, true))) * 1.03;

  /** The room of the words where so many groups stand beside each other. */
  const setWords = (abreast: number): Words => {
    const gap = Math.max(1.5 * em, frame.width * 0.07);
    const room = (frame.width - gap * (abreast - 1)) / abreast;
    // Above one another, groups have their totals before their names.
    const beside = abreast === 1 && groups.length > 1;
    // Totals of many digits get smaller type: they never lie on each other.
    const widestFigure = digits * digitWidth;
    const size = beside
      ? Math.min(2 * em, (room * 0.6) / widestFigure)
      : Math.max(
          Math.min(1.5 * em, room / widestFigure),
          Math.min(5 * em, frame.height * 0.13, room / widestFigure / 1.25),
        );
    const names = beside ? room - widestFigure * size - em : room;
    // A word that is a little too long gets smaller type; one that is much too long speaks against this way.
    const nameSize = Math.min(em, Math.max(0.85 * em, names / word));
    const bands = times(Math.ceil(groups.length / abreast), (index) => {
      const own = groups.slice(index * abreast, (index + 1) * abreast);
      const lines = own.map(({ name }) => lineCount(name, names, nameSize, measure, true));
      const name = Math.max(...lines) * 1.25 * nameSize;
      const total = 1.05 * size;
      return {
        head: (beside ? Math.max(name, total) : name + total) + 0.7 * em,
        marks: Math.max(...own.map(marks)),
      };
    });
    return { abreast, gap, room, beside, size, names, nameSize, bands };
  };

  const arrange = (set: Words, most: number): Blocks & { readonly score: number } => {
    const { abreast, gap, room, beside, size, names, nameSize } = set;
    const columns = Math.min(most, longest);
    const bands = set.bands.map((band) => ({
      head: band.head,
      rows: Math.max(1, Math.ceil(band.marks / columns)) * rise,
    }));
    const words = addAll(bands, ({ head }) => head) + 1.5 * em * (bands.length - 1) + below;
    const rows = addAll(bands, (band) => band.rows);
    const free = Math.max(1, frame.height - words);
    const pitch = Math.min(room / columns, free / rows, 2.5 * em);

    // Blocks that do not fill their room move together, but a long name or total keeps its room.
    const head = Math.max(widest * nameSize, digits * digitWidth * size);
    const width = beside ? room : Math.min(room, head);
    const wide = columns * pitch;
    const step = Math.min(room + gap, Math.max(wide + 4 * em, wide * 1.2, width + 1.5 * em));
    const used = step * (abreast - 1) + Math.max(wide, width);
    const start = frame.start + (frame.width - used) / 2;
    let bottom = frame.top + Math.max(0, free - rows * pitch) * 0.45 - 1.5 * em;
    const corners = bands.flatMap((band) => {
      const y = bottom + 1.5 * em + band.head + (pitch * rise) / 2;
      bottom = y + (band.rows - rise / 2) * pitch;
      return times(abreast, (at) => ({
        x: start + at * step + (pitch * fill) / 2,
        y,
      }));
    });
    const liked =
      (most === 10 ? 1.4 : most % 10 ? 0.9 : 1) *
      (abreast === groups.length ? 1.4 : 1) *
      (word * nameSize > names + 0.1 ? 0.2 : 1);
    return {
      columns,
      pitch,
      corners: corners.slice(0, groups.length),
      beside,
      width,
      nameSize,
      size,
      start,
      bottom,
      fits: pitch >= leastPitch,
      wordy: words > 0.5 * frame.height,
      score: pitch * liked,
    };
  };

  // Numbers of bands that differ; a dozen groups are tried in every number beside each other.
  const ways = new Set(
    groups.map((_, index) =>
      groups.length > 12 ? Math.ceil(groups.length / (index + 1)) : index + 1,
    ),
  );
  return [...ways]
    .map(setWords)
    .flatMap((set) => perLine.map((most) => arrange(set, most)))
    .reduce((best, next) => (next.score > best.score ? next : best));
}

interface Words {
  readonly abreast: number;
  readonly gap: number;
  readonly room: number;
  readonly beside: boolean;
  readonly size: number;
  readonly names: number;
  readonly nameSize: number;
  /** A row of groups: height of their names and totals, and the most marks that one of them has. */
  readonly bands: readonly { readonly head: number; readonly marks: number }[];
}
