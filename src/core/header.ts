// Finds the names of a grid's columns: below titles, in nested rows of headers, beside rows.
import { isNumeric, type Cell, type Columns } from './columns.js';
import type { Grid, GridCell, GridRow } from './markup.js';
import { scaleInHeader, scaleInTitle } from './scale.js';
import { namesOf, plainName, type RowMark, type TextTable } from './table.js';
import { times } from './times.js';

/** Rows among which the names of columns are looked for. */
const within = 20;

const noteWords =
  'sources?|notes?|remarks?|quellen?|anm(?:erkung(?:en)?)?|fuentes?|notas?|fontes?|fonti?|kilde|källa|bron|źródło|zdroj|источник|джерело|出典|注';

/** The lines under a table that say where it is from. */
const note = new RegExp(`^(?:[*†‡§¹²³[(©]|(?:${noteWords})(?!\\p{L}))`, 'iu');

/** How a line begins that says in its next cell where the table is from, or of when it is. */
const label = new RegExp(
  `^(?:(?:${noteWords}|stand|status|date|datum)\\.?:|as of|(?:last )?updated?|stand|mise à jour|aktualisiert|data source|datenquelle|retrieved|accessed|abgerufen)(?!\\p{L})`,
  'iu',
);

/**
 * Makes a table of a grid, whose columns are named by the row in which most of the wanted names stand.
 * @param caption of the table
 */
export function textTable(given: Grid, columns: Columns, caption = ''): TextTable {
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
  const named = grid[last]!.cells;
  /** Whether a row has a number below the name of one column of numbers, so that it is no header. */
  const hasNumbers = ({ cells }: GridRow): boolean =>
    cells.some(
      (cell, x) =>
        cell.first &&
        named[x]?.spans !== 'columns' &&
        /\d/.test(cell.text) &&
        Object.entries(columns).some(
          ([key, column]) =>
            isNumeric(column) && named[x] && namesOf(key, column).includes(nameOf(named[x])),
        ),
    );
  const follows = (at: number): boolean =>
    at < grid.length - 1 &&
    isHeader(grid[at]!) &&
    !hasNumbers(grid[at]!) &&
    (at < heads || grid.slice(at).some((row) => !isHeader(row)));
  while (follows(last + 1)) last++;

  const width = widthOf(grid);
  const names = times(width, (x) => {
    const above = grid
      .slice(0, last + 1)
      .flatMap(({ cells }) => cells[x] ?? [])
      .reverse();
    const name = above.find((cell) => wanted.has(nameOf(cell))) ?? above.find(({ text }) => text);
    return {
      name: name?.column ?? name?.text ?? '',
      hidden: !!above[0]?.hidden,
      // Who says what a column is means its numbers as they are.
      chosen: name?.column !== undefined,
    };
  });
  const seen = new Set(names.flatMap(({ name, hidden }) => (hidden ? [] : plainName(name))));
  const header = grid[last]!;
  const rest = grid.slice(last + 1);
  const end = endOf(rest, width);
  const body = rest
    .slice(0, end)
    .filter((row) => !isSection(row, width) && !(isSame(row, header) && score(row.cells) > 1));
  const titles = [...grid.slice(0, last), ...rest.slice(0, 1), ...rest.slice(-3)].map(titleOf);
  const general = [caption, ...titles].map(scaleInTitle).find(Boolean);
  // A row without a number below the header may say the units.
  const unitRow = rest
    .slice(0, 1)
    .filter(({ cells }) => !cells.some(({ text }) => /\d/.test(text)));
  const headers = [...grid.slice(0, last + 1), ...unitRow].filter((row) => !titleOf(row));
  const scales = names.flatMap(({ chosen }, at) => {
    if (chosen) return [];
    const texts = headers.map(({ cells }) => cells[at]?.text ?? '');
    const scale = texts.map(scaleInHeader).find(Boolean) ?? general;
    return scale ? [[at, scale] as const] : [];
  });
  return {
    // What is hidden gives way to what is shown.
    columns: names.map(({ name, hidden }) => (hidden && seen.has(plainName(name)) ? '' : name)),
    rows: body.map(({ cells }) =>
      cells.map((cell, x) => (cell.hidden && !names[x]?.hidden ? '' : cellOf(cell))),
    ),
    marks: body.map(markOf),
    ...(scales.length ? { scales: new Map(scales) } : {}),
  };
}

/** The one text of a row that is a title or a note. */
function titleOf({ cells }: GridRow): string {
  const texts = new Set(cells.flatMap(({ text }) => text.trim() || []));
  return texts.size === 1 ? (cells[0]?.text.trim() ?? '') : '';
}

const cellOf = ({ text, machine, spans }: GridCell): Cell =>
  machine || spans ? { text, machine, spans } : text;

const markOf = ({ hidden, part, total, cells }: GridRow): RowMark =>
  hidden
    ? 'hidden'
    : part === 'foot'
      ? 'foot'
      : total
        ? 'total'
        : cells.length > 1 && cells.every(({ strong }) => strong)
          ? 'strong'
          : '';

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

/** Where the rows end, before lines that have one text alone, and are notes or stand apart. */
function endOf(rows: Grid, width: number): number {
  let end = rows.length;
  for (let at = rows.length - 1; at >= 0 && width > 1; at--) {
    const filled = rows[at]!.cells.filter(({ text }) => text.trim()).length;
    const first = rows[at]!.cells[0]?.text.trim() ?? '';
    if (filled === 2 && label.test(first)) {
      end = at;
      continue;
    }
    if (filled > 1) break;
    if (!filled || note.test(first)) end = at;
  }
  return end;
}
