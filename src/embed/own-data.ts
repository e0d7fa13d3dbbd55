// Stands for the readers of core/ in the one-tag story (rollup.config.mjs): its tables are its own, with plain
// numbers, ISO dates and lists, so a browser need not load what reads the tables and files of others. A test reads
// them both ways.
import type * as cells from '../core/cells.js';
import type { Column } from '../core/columns.js';
import type * as content from '../core/content.js';
import type * as coordinates from '../core/coordinates.js';
import type * as dates from '../core/dates.js';
import type * as files from '../core/files.js';
import type * as lists from '../core/lists.js';
import type { Markup } from '../core/markup.js';
import type * as regions from '../core/region.js';
import type * as tables from '../core/table.js';

export const maxRows = Infinity;

export const isRefusal = (): boolean => false;

export const machineNumber: typeof cells.machineNumber = (text) =>
  text.trim() ? Number(text) : NaN;

export const readDay: typeof dates.readDay = (iso) =>
  iso ? { iso, last: iso, time: 0 } : undefined;

export const compareDays: typeof dates.compareDays = (a, b) =>
  +(a.last > b.last) - +(a.last < b.last);

export const readPoint: typeof coordinates.readPoint = (text) => {
  const [lat = NaN, lon = NaN] = text.split(',').map(Number);
  return { lat, lon };
};

export const regionOf: typeof regions.regionOf = () => undefined;

export const splitOutsideQuotes: typeof lists.splitOutsideQuotes = (text, separator) =>
  text.split(separator).map((part) => part.trim());

export const splitList: typeof lists.splitList = (text) =>
  text ? splitOutsideQuotes(text, /,/) : [];

export const asText: typeof tables.asText = (value) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

export const tableOf: typeof tables.tableOf = (objects) => {
  const records = objects as readonly Readonly<Record<string, unknown>>[];
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return { columns, rows: records.map((record) => columns.map((name) => asText(record[name]))) };
};

export const readTable: typeof tables.readTable = <C extends tables.Columns>(
  { columns: names, rows }: tables.TextTable,
  columns: C,
) => ({
  rows: rows.map((cells) => {
    const row: Record<string, unknown> = {};
    for (const [key, column] of Object.entries(columns)) {
      const at = [key.toLowerCase(), ...(column.also ?? [])].map((name) => names.indexOf(name));
      row[key] = valueOf(cells[at.find((index) => index >= 0) ?? -1] as string | undefined, column);
    }
    return row as tables.Row<C>;
  }),
  problems: [],
});

// They are short: all of one is one part.
// eslint-disable-next-line require-yield
export const readTableInParts: typeof tables.readTableInParts = function* (table, columns) {
  return readTable(table, columns);
};

function valueOf(text = '', { type }: Column): unknown {
  if (type === 'date') return readDay(text);
  if (type === 'list') return splitList(text);
  return type && type !== 'text' ? (text ? Number(text) : undefined) : text;
}

/** Elements of a name, in order. */
const all = (node: Markup | string, name: string): Markup[] =>
  typeof node === 'string'
    ? []
    : node.name === name
      ? [node]
      : [...node.children].flatMap((child) => all(child, name));

const textOf = (node: Markup | string): string =>
  typeof node === 'string' ? node : [...node.children].map(textOf).join('');

const cellOf = (cell: Markup): string =>
  cell.get('data-column') ??
  cell.get('data-value') ??
  all(cell, 'time')[0]?.get('datetime') ??
  textOf(cell).trim();

const cellsOf = (row: Markup): Markup[] =>
  [...row.children].flatMap((cell) => (typeof cell === 'string' ? [] : cell));

/** Its tables have one form: names in the first row, then a row a line. A list has what it says in `data-*` and text. */
export const readHolder: typeof content.readHolder = (holder) => {
  if (holder.name === 'table') {
    const [columns = [], ...rows] = all(holder, 'tr').map((row) => cellsOf(row).map(cellOf));
    return { columns, rows };
  }
  const items = all(holder, 'li');
  const names = [...new Set(items.flatMap((item) => [...item.attributeNames]))];
  return {
    columns: [...names.map((name) => name.replace('data', '').replaceAll('-', '')), 'text'],
    rows: items.map((item) => [
      ...names.map((name) => item.get(name) ?? ''),
      textOf(item).replace(/\s+/g, ' ').trim(),
    ]),
  };
};

// eslint-disable-next-line require-yield
export const readHolderInParts: typeof content.readHolderInParts = function* (holder, columns) {
  return readHolder(holder, columns);
};

export const findContent: typeof content.findContent = (scene, holders) => {
  const found = ['table', ...holders].flatMap((name) => all(scene, name));
  return {
    data: found.filter((one) => !one.get('slot')),
    states: found.find((one) => one.get('slot')),
    dataProblems: [],
    stateProblems: [],
  };
};

export const fetchFile: typeof files.fetchFile = () => Promise.reject(new Error());
