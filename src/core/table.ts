import { parseNumber } from './numbers.js';
import { said } from './warn.js';

/** A table as text: a row of column names, then rows of cells. */
export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** How one column is read. */
export interface Column {
  /** `text` (default), `number` (any), `count` (0 or more, whole if it has a `max`), or `list` (names parted by commas). */
  readonly type?: 'text' | 'number' | 'count' | 'list';
  /** Other names that the column goes by, in lower case. */
  readonly also?: readonly string[];
  /** A row without it is left out, with a warning. */
  readonly required?: boolean;
  /** The largest count. */
  readonly max?: number;
}

export type Columns = Readonly<Record<string, Column>>;

type Value<C extends Column> = C extends { type: 'number' | 'count' }
  ? number | undefined
  : C extends { type: 'list' }
    ? readonly string[]
    : string;

/** A row read by its columns: text is '' and a list is [] where the cell is empty, a number is undefined. */
export type Row<C extends Columns> = { readonly [K in keyof C]: Value<C[K]> };

/** What could be read, and a sentence for everything that could not. */
export interface ReadTable<C extends Columns> {
  readonly rows: readonly Row<C>[];
  readonly problems: readonly string[];
}

const plain = (name: string): string => name.trim().toLowerCase();

/**
 * Reads a table by its column names (order and letter case do not matter; unknown columns are passed over).
 * A row with a bad or missing value in a number or required column is left out and named; nothing throws.
 */
export function readTable<C extends Columns>(table: TextTable, columns: C): ReadTable<C> {
  const problems: string[] = [];
  const names = table.columns.map(plain);
  const places = Object.entries(columns).map(([key, column]) => ({
    key,
    column,
    at: [plain(key), ...(column.also ?? [])].map((name) => names.indexOf(name)).find((i) => i >= 0),
  }));
  const missing = places.filter(({ at, column }) => at === undefined && column.required);
  for (const { key } of missing)
    problems.push(
      said(
        `there is no column "${key}"; add a header cell with that text (or data-column="${key}")`,
      ),
    );
  if (missing.length) return { rows: [], problems };

  const rows = table.rows.flatMap((cells, index) => {
    if (cells.every((cell) => !cell.trim())) return [];
    const row: Record<string, unknown> = {};
    for (const { key, column, at } of places) {
      const cell = at === undefined ? '' : (cells[at] ?? '').trim();
      const problem = read(row, key, column, cell);
      if (problem) {
        problems.push(
          said(`row ${index + 1}${cells[0] ? ` (${cells[0].trim()})` : ''}: ${problem}`),
        );
        return [];
      }
    }
    return [row as Row<C>];
  });
  return { rows, problems };
}

function read(
  row: Record<string, unknown>,
  key: string,
  column: Column,
  cell: string,
): string | undefined {
  if (!cell && column.required) return said(`"${key}" is empty; write a value or remove the row`);
  if (column.type === 'list') {
    row[key] = cell ? cell.split(/[,;،؛]/u).map((item) => item.trim()) : [];
  } else if (column.type === 'number' || column.type === 'count') {
    const value = cell ? parseNumber(cell) : undefined;
    if (Number.isNaN(value)) return said(`"${key}" is "${cell}"; write a number in digits`);
    if (column.type === 'count' && value !== undefined) {
      // Above that, neighbouring numbers can no longer be told from each other.
      const max = column.max ?? Number.MAX_SAFE_INTEGER;
      if (value < 0 || value > max || (column.max && !Number.isInteger(value)))
        return said(
          `"${key}" is ${cell}; write a ${column.max ? 'whole ' : ''}number from 0 to ${max}`,
        );
    }
    row[key] = value;
  } else row[key] = cell;
  return undefined;
}

/**
 * Turns plain objects (a `data` property, JSON) into a table, so that every way in is read alike. One object alone is
 * a row; whatever is no object is passed over.
 */
export function tableOf(objects: readonly unknown[]): TextTable {
  const records = [objects]
    .flat()
    .filter((item): item is Record<string, unknown> => typeof item === 'object' && item !== null);
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return { columns, rows: records.map((record) => columns.map((name) => asText(record[name]))) };
}

/** A value as it is written in a cell; '' for what is no text, number, yes or no, or list of these. */
export function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).join(', ');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
