// Finds the names of a grid's columns: below titles, in nested rows of headers, beside rows.
import { type Cell, type Columns } from './columns.js';
import type { Grid, GridCell, GridRow } from './markup.js';
import { namesOf, plainName, type RowMark, type TextTable } from './table.js';
import { times } from './times.js';

/** Rows among which the names of columns are looked for. */
const within = 20;

/** The lines under a table that say where it is from. */
const note =
  /^(?:[*†‡§¹²³[(©]|(?:sources?|notes?|remarks?|quellen?|anm(?:erkung(?:en)?)?|fuentes?|notas?|fontes?|fonti?|kilde|källa|bron|źródło|zdroj|источник|джерело)\b)/iu;

/** Makes a table of a grid, whose columns are named by the row in which most of the wanted names stand. */
export function textTable(given: Grid, columns: Columns): TextTable {
  const wanted = new Set(Object.entries(columns).flatMap(([key, column]) => namesOf(key, column)));
  const nameOf = (cell: GridCell): string => plainName(cell.column ?? cell.text);
  const score = (cells: readonly GridCell[]): number =>
    new Set(cells.map(nameOf).filter((name) => wanted.has(name))).size;

  const grid = isTurned(given, score) ? turn(given) : given;
  if (!grid.length) return { columns: [], rows: [] };
  const scores = grid.slice(0, within).map(({ cells }) => score(cells));
  const heads = grid.filter(({ part }) => part === 'head').length;
  const best = Math.max(
    ...(Math.max(0, ...scores.slice(0, heads)) ? scores.slice(0, heads) : scores),
  );
  let last = best ? scores.indexOf(best) : Math.max(0, heads - 1);
  // Names of smaller columns may stand below.
  const isHeader = ({ part, cells }: GridRow): boolean =>
    part === 'head' || (cells.length > 0 && cells.every(({ header }) => header));
  const follows = (at: number): boolean =>
    at < grid.length - 1 &&
    isHeader(grid[at]!) &&
    (at < heads || grid.slice(at).some((row) => !isHeader(row)));
  while (follows(last + 1)) last++;

  const width = widthOf(grid);
  const names = times(width, (x) => {
    const above = grid
      .slice(0, last + 1)
      .flatMap(({ cells }) => cells[x] ?? [])
      .reverse();
    const named = above.find((cell) => wanted.has(nameOf(cell))) ?? above.find(({ text }) => text);
    return { name: named?.column ?? named?.text ?? '', hidden: !!above[0]?.hidden };
  });
  const seen = new Set(names.flatMap(({ name, hidden }) => (hidden ? [] : plainName(name))));
  const header = grid[last]!;
  const body = withoutNotes(grid.slice(last + 1), width).filter(
    (row) => !isSection(row, width) && !(score(row.cells) > 1 && isSame(row, header)),
  );
  return {
    // What is hidden gives way to what is shown.
    columns: names.map(({ name, hidden }) => (hidden && seen.has(plainName(name)) ? '' : name)),
    rows: body.map(({ cells }) => cells.map(cellOf)),
    marks: body.map(markOf),
  };
}

const cellOf = ({ text, machine, spans }: GridCell): Cell =>
  machine || spans ? { text, machine, spans } : text;

const markOf = ({ hidden, part, total }: GridRow): RowMark =>
  hidden ? 'hidden' : part === 'foot' ? 'foot' : total ? 'total' : '';

/** Whether the names stand in the first column and each further column is a row. */
function isTurned(grid: Grid, score: (cells: readonly GridCell[]) => number): boolean {
  const first = grid.flatMap(({ cells }) => cells[0] ?? []);
  const [top] = grid;
  return (
    first.length > 1 &&
    first.every(({ header }) => header) &&
    top!.cells.length > 1 &&
    top!.cells.slice(1).every(({ header }) => !header) &&
    score(first) > score(top!.cells)
  );
}

/** The most cells of a row; there may be more rows than a call takes arguments. */
const widthOf = (grid: Grid): number =>
  grid.reduce((most, { cells }) => Math.max(most, cells.length), 0);

function turn(grid: Grid): Grid {
  const width = widthOf(grid);
  return times(width, (x) => ({
    cells: grid.flatMap(({ cells, hidden }) => {
      const cell = cells[x];
      return cell ? { ...cell, hidden: cell.hidden || hidden } : [];
    }),
    part: 'body',
    hidden: false,
    total: false,
  }));
}

/** Whether a row is one cell across the table: the title of what follows. */
const isSection = ({ cells, part }: GridRow, width: number): boolean =>
  width > 1 &&
  part !== 'foot' &&
  cells.length === width &&
  cells[0]!.spans === 'columns' &&
  cells.filter(({ first }) => first).length === 1;

/** Whether a row repeats the header, as long tables do. */
const isSame = ({ cells }: GridRow, header: GridRow): boolean =>
  cells.every(({ text }, x) => text === (header.cells[x]?.text ?? ''));

/** The rows without the lines at their end that have one text alone, and are notes or stand apart. */
function withoutNotes(rows: Grid, width: number): Grid {
  const filled = rows.map(({ cells }) => cells.filter(({ text }) => text.trim()).length);
  let end = rows.length;
  for (let at = rows.length - 1; at >= 0 && width > 1 && filled[at]! < 2; at--)
    if (filled[at] === 0 || note.test(rows[at]!.cells[0]?.text.trim() ?? '')) end = at;
  return rows.slice(0, end);
}
