import {
  cellReader,
  cellText,
  isNumeric,
  type Cell,
  type CellReader,
  type Column,
  type Columns,
  type Row,
  type Writing,
} from './columns.js';
import { dayOfDate } from './dates.js';
import { joinList } from './lists.js';
import { clean, withoutFootnotes } from './text.js';
import { totalsOf } from './totals.js';
import { authorMessage } from './warn.js';
import { doAtOnce, type Work } from './work.js';

export type { Cell, Column, Columns, Row, RowInput } from './columns.js';

/** What is known of a row beside its cells. */
export type RowMark = '' | 'foot' | 'total' | 'strong' | 'hidden' | 'long';

/** A table as text: a row of column names, then rows of cells. */
export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /**
   * For each row whether it stands in the table's foot, is called a total in the markup, is bold, is hidden, or has too
   * many cells.
   */
  readonly marks?: readonly RowMark[];
  /** What a header says its numbers are in, by the column: "in thousands". */
  readonly scales?: ReadonlyMap<number, string>;
  /** Whether a program may have written it, whose numbers have points in every language. */
  readonly byProgram?: boolean;
}

/** What could be read, and a sentence for everything that could not. */
export interface ReadTable<C extends Columns> {
  readonly rows: readonly Row<C>[];
  readonly problems: readonly string[];
  /** Sentences about rows that were read and may not be meant. */
  readonly hints?: readonly string[];
}

/** More rows than any picture can show. */
export const maxRows = 5000;

/** The name of a column as it is compared: letter case, footnotes and a remark in brackets do not matter. */
export const plainName = (name: string): string =>
  withoutFootnotes(clean(name))
    .toLowerCase()
    .replace(/(?<=.):$/, '')
    .replace(/(?<=.) ?\([^()]*\)$/, '');

/** All names that a column goes by. */
export const namesOf = (key: string, { also = [] }: Column): string[] => [
  key.toLowerCase(),
  ...also,
];

/** A wanted column: where it stands, if it is there, and its reader. */
interface Place {
  readonly key: string;
  readonly column: Column;
  readonly at: number;
  readonly read: CellReader;
}

/**
 * Reads a table by its column names (order and letter case do not matter; unknown columns are passed over).
 * A row with a bad or missing value in a number or required column is left out and named; nothing throws.
 * @param lang the language that the table is written in
 */
export const readTable = <C extends Columns>(
  table: TextTable,
  columns: C,
  lang?: string,
): ReadTable<C> => doAtOnce(readTableInParts(table, columns, lang));

/** Does what `readTable` does, and yields between rows. */
export function* readTableInParts<C extends Columns>(
  table: TextTable,
  columns: C,
  lang?: string,
): Work<ReadTable<C>> {
  const problems: string[] = [];
  const nothing = { rows: [], problems };
  if (table.rows.length > maxRows) {
    problems.push(authorMessage(`there are ${table.rows.length} rows; give at most ${maxRows}`));
    return nothing;
  }
  const writing = { lang, byProgram: !!table.byProgram };
  const places = yield* findColumns(table, columns, writing, problems);
  if (!places) return nothing;

  const hints: string[] = [];
  const left = yield* leftOut(table, places, problems, hints);
  const rows: Row<C>[] = [];
  for (let index = 0; index < table.rows.length; index++) {
    yield;
    const cells = table.rows[index]!;
    if (left[index] || places.every(({ at }) => !cellText(cells[at]))) continue;
    const row: Record<string, unknown> = {};
    const outcomes = places.map(({ key, at, read }) => {
      const outcome = read(cells[at]);
      row[key] = outcome.value;
      return outcome;
    });
    const problem = outcomes.find((one) => one.problem)?.problem;
    const told = problem ? [problem] : outcomes.flatMap(({ doubt }) => doubt ?? []);
    const named = (one: string): string =>
      authorMessage(`${rowName(cells, index, places)}: ${one}`);
    problems.push(...told.map(named));
    if (!problem) hints.push(...outcomes.flatMap(({ hint }) => (hint ? named(hint) : [])));
    if (!problem) rows.push(row as Row<C>);
  }
  return { rows, problems, ...(hints.length ? { hints } : {}) };
}

/** A row as messages have it: its number, and what it is called. */
function rowName(cells: readonly Cell[], index: number, places: readonly Place[]): string {
  const heading = places.find(({ column }) => column.heads);
  const name = cellText(cells[heading?.at ?? 0]) || cellText(cells[0]);
  return `row ${index + 1}${name ? ` (${name})` : ''}`;
}

/** Finds the columns of a table; undefined, with a problem, where it cannot be read without one. */
function* findColumns(
  table: TextTable,
  columns: Columns,
  writing: Writing,
  problems: string[],
): Work<Place[] | undefined> {
  const names = table.columns.map(plainName);
  const missing = problems.length;
  const places: Place[] = [];
  for (const [key, column] of Object.entries(columns)) {
    let at = namesOf(key, column)
      .map((name) => names.indexOf(name))
      .find((index) => index >= 0);
    // A first column without a name holds the names of the rows.
    if (at === undefined && column.heads && names.length > 1 && names[0] === '') at = 0;
    if (at === undefined) {
      if (column.required)
        problems.push(
          authorMessage(
            `there is no column "${key}"; add a header cell with that text (or data-column="${key}")`,
          ),
        );
    } else if (isNumeric(column) && names.includes(names[at]!, at + 1)) {
      // Of two names the first is as good as the other; of two numbers nobody knows which is meant.
      problems.push(
        authorMessage(
          `there are two columns "${clean(table.columns[at]!)}"; give another name to the one that is not meant`,
        ),
      );
    }
    const scale = at !== undefined && column.type === 'count' && table.scales?.get(at);
    if (scale)
      problems.push(
        authorMessage(
          `the numbers of the column "${clean(table.columns[at!]!)}" are in "${clean(scale)}"; write them in full and leave that out, or say data-column="${key}" where they are meant as they are`,
        ),
      );
    const cells = at === undefined ? [] : table.rows.map((row) => row[at]);
    const read = yield* cellReader(key, column, cells, writing);
    places.push({ key, column, at: at ?? -1, read });
  }
  return problems.length > missing ? undefined : places;
}

/** Which rows are none: what is not shown, the table's foot, and totals. What is doubtful of it is told. */
function* leftOut(
  table: TextTable,
  places: readonly Place[],
  problems: string[],
  hints: string[],
): Work<boolean[]> {
  const { rows, marks = [] } = table;
  const summed = places.find(({ column, at }) => column.adds && at >= 0);
  const counts: (number | undefined)[] = [];
  for (const cells of rows) {
    yield;
    counts.push(summed?.read(cells[summed.at]).value as number | undefined);
  }
  const shown = rows.flatMap((_, index) => (/hidden|long/.test(marks[index] ?? '') ? [] : index));
  const kinds = new Map(
    summed &&
      totalsOf(
        shown.map((index) => ({
          label: labelOf(rows[index]!, summed.at),
          count: counts[index],
          marked: /foot|total/.test(marks[index] ?? ''),
          strong: marks[index] === 'strong',
        })),
      ).map((kind, at) => [shown[at]!, kind]),
  );
  return rows.map((cells, index) => {
    const mark = marks[index];
    const kind = kinds.get(index);
    const told =
      mark === 'hidden'
        ? 'it is hidden and left out; show it, or remove it'
        : mark === 'long'
          ? 'it has more cells than there are names; put what has commas in it into quotes'
          : kind === 'doubtful'
            ? `it looks like a total or an average of the others, and is not (${counts[index] ?? 'no number'}); it is left out; remove it, or give it another name`
            : mark === 'foot' && !summed
              ? 'it stands in the foot of the table and is left out; move it into the body'
              : '';
    const isEmpty = (): boolean => cells.filter((cell) => cellText(cell)).length < 2;
    if (kind === 'sum')
      hints.push(
        authorMessage(
          `${rowName(cells, index, places)}: its number is the sum of others (${counts[index]}); if it is a total, remove it, or call it one`,
        ),
      );
    if (told && !isEmpty())
      problems.push(authorMessage(`${rowName(cells, index, places)}: ${told}`));
    return !!told || kind === 'total';
  });
}

/** What a row is called: its first text that is not the number counted. */
const labelOf = (cells: readonly Cell[], counted: number): string =>
  cellText(cells.find((cell, at) => at !== counted && /\p{L}/u.test(cellText(cell))));

/**
 * Turns plain objects (a `data` property, JSON) into a table, so that every way in is read alike. One object alone is
 * a row; whatever is no object is passed over.
 */
export function tableOf(objects: readonly unknown[]): TextTable {
  const records = [objects]
    .flat()
    .filter((item): item is Record<string, unknown> => typeof item === 'object' && item !== null);
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return {
    columns,
    rows: records.map((record) => columns.map((name) => cellOf(record[name]))),
    byProgram: true,
  };
}

const cellOf = (value: unknown): Cell =>
  typeof value === 'number' ? { text: String(value), machine: true } : asText(value);

/** A value as it is written in a cell; '' for what is no text, number, yes or no, date, or list of these. */
export function asText(value: unknown): string {
  if (Array.isArray(value)) return joinList(value.map(asText));
  if (value instanceof Date) return dayOfDate(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
