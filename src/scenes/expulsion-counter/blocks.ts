import { addAll, type Group } from './sum.js';
import { digitWidth, lineCount, longestWord, type Frame, type Measure } from './type.js';

/** Where the groups stand when they are together; all lengths in pixels, across from the start edge. */
export interface Blocks {
  /** Width of one mark. */
  readonly mark: number;
  readonly heads: readonly Head[];
  /** The first mark's centre in each block. */
  readonly corners: readonly Point[];
  /** Marks in a row, and the way from one to the next. */
  readonly columns: number;
  readonly across: number;
  readonly down: number;
  /** Where the note under the blocks begins. */
  readonly start: number;
  readonly bottom: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The name and the total of a group. */
export interface Head {
  readonly name: Point & { readonly width: number; readonly size: number };
  readonly figure: Point & { readonly size: number };
}

interface Grid {
  /** Blocks beside each other. */
  readonly abreast: number;
  readonly gap: number;
  /** Room across for a block. */
  readonly room: number;
  /** Marks in a row. */
  readonly columns: number;
  readonly pitch: number;
  /** Lines that each group's name takes. */
  readonly nameLines: readonly number[];
  /** The widest name, as far as it has room. */
  readonly nameWidth: number;
  readonly nameSize: number;
  /** Size of the totals. */
  readonly size: number;
  readonly score: number;
}

/** Rows stand this much further apart than columns. */
const rise = 1.3;
/** The part of its place that a mark fills across. */
const fill = 0.68;
const nameHeight = 1.25;

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
  const grid = groups
    .flatMap((_, index) =>
      grids(groups, { ...frame, height: frame.height - below }, measure, index + 1),
    )
    .reduce((best, next) => (next.score > best.score ? next : best));
  return place(groups, frame, below, grid);
}

function grids(groups: readonly Group[], frame: Frame, measure: Measure, abreast: number): Grid[] {
  const { em } = frame;
  const gap = abreast > 1 ? Math.max(1.5 * em, frame.width * 0.07) : 0;
  const room = (frame.width - gap * (abreast - 1)) / abreast;
  const stacked = abreast === 1 && groups.length > 1;
  const digits = Math.max(...groups.map(({ total }) => String(total).length));
  const size = stacked
    ? 2 * em
    : Math.max(1.5 * em, Math.min(5 * em, frame.height * 0.13, (room / digits / digitWidth) * 0.8));
  const nameRoom = stacked ? room - digits * digitWidth * size - em : room;
  const bands = chunks(groups, abreast);
  // A word that is a little too long gets smaller type; one that is much too long speaks against this way.
  const word = Math.max(...groups.map(({ name }) => longestWord(name, measure, true))) * 1.03;
  const nameSize = Math.min(em, Math.max(0.85 * em, nameRoom / word));
  const broken = word * nameSize > nameRoom + 0.1;
  const nameLines = groups.map(({ name }) =>
    lineCount(name, nameRoom, nameSize, measure, { bold: true }),
  );
  const heads = addAll(chunks(nameLines, abreast), (lines) =>
    headHeight(Math.max(...lines), size, em, stacked),
  );
  const height = frame.height - heads - 1.5 * em * (bands.length - 1);
  const widest = Math.max(...groups.map(({ name }) => measure(name, true) * 1.03 * nameSize));
  const nameWidth = Math.min(nameRoom, widest);
  const most = Math.max(1, ...groups.map(({ drawn }) => drawn));
  return [5, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100].map((count) => {
    const columns = Math.min(count, most);
    const rows = addAll(bands, (band) =>
      Math.max(...band.map(({ drawn }) => Math.max(1, Math.ceil(drawn / columns)))),
    );
    const pitch = Math.max(
      0.1,
      Math.min(room / (columns - 1 + fill), height / (rows * rise), 2.5 * em),
    );
    const tens = count === 10 && !stacked ? 1.4 : count % 10 ? 0.9 : 1;
    const liked = tens * (broken ? 0.2 : 1);
    const score = pitch * liked * (abreast === groups.length ? 1.4 : 1);
    return { abreast, gap, room, columns, pitch, nameLines, nameWidth, nameSize, size, score };
  });
}

function headHeight(lines: number, size: number, em: number, stacked: boolean): number {
  const name = lines * nameHeight * em;
  return stacked ? Math.max(name, size * 1.05) + 0.5 * em : name + size * 1.05 + 0.9 * em;
}

function place(groups: readonly Group[], frame: Frame, below: number, grid: Grid): Blocks {
  const { abreast, columns, pitch, room, size } = grid;
  const { em } = frame;
  const stacked = abreast === 1 && groups.length > 1;
  const wide = (columns - 1 + fill) * pitch;
  // Blocks that do not fill their room move together, but a long name keeps its room.
  const apart = Math.max(wide + 4 * em, wide * 1.2, grid.nameWidth + 1.5 * em);
  const step = abreast > 1 ? Math.min(room + grid.gap, apart) : 0;
  const digits = Math.max(...groups.map(({ total }) => String(total).length));
  const inset = stacked ? digits * digitWidth * size + 0.5 * em : 0;
  const used = step * (abreast - 1) + Math.max(wide, inset + grid.nameWidth);
  const start = frame.start + (frame.width - used) / 2;
  const lines = chunks(grid.nameLines, abreast);
  const bands = chunks(groups, abreast);
  const rows = bands.map((band) =>
    Math.max(...band.map(({ drawn }) => Math.max(1, Math.ceil(drawn / columns)))),
  );
  const height =
    addAll(rows, (count) => count * pitch * rise) +
    addAll(lines, (band) => headHeight(Math.max(...band), size, em, stacked)) +
    1.5 * em * (bands.length - 1) +
    below;
  let y = frame.top + Math.max(0, (frame.height - height) * 0.45);
  const heads: Head[] = [];
  const corners: Point[] = [];
  bands.forEach((band, index) => {
    const most = Math.max(...lines[index]!);
    const head = headHeight(most, size, em, stacked);
    band.forEach((_, at) => {
      const x = start + at * step;
      const own = lines[index]![at]!;
      const drop = stacked
        ? Math.max(0, size * 1.05 - own * nameHeight * em) / 2
        : (most - own) * nameHeight * em;
      heads.push({
        name: { x: x + inset, y: y + drop, width: grid.nameWidth, size: grid.nameSize },
        figure: { x, y: stacked ? y : y + most * nameHeight * em + 0.1 * em, size },
      });
      corners.push({ x: x + (pitch * fill) / 2, y: y + head + (pitch * rise) / 2 });
    });
    y += head + rows[index]! * pitch * rise + 1.5 * em;
  });
  return {
    mark: pitch * fill,
    heads,
    corners,
    columns,
    across: pitch,
    down: pitch * rise,
    start,
    bottom: y - 1.5 * em,
  };
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
