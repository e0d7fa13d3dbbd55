import type { TextTable } from '../core/table.js';
import { asWritten } from './written.js';

/**
 * Reads the text of a table element. The first row names the columns: `data-column` where a header cell has it,
 * else its text. A cell's value is `data-value`, the value of a `<data>` or `<time>` in it, else its text.
 */
export function textTable(table: HTMLTableElement): TextTable {
  const [head, ...rows] = [...table.rows];
  return {
    columns: [...(head?.cells ?? [])].map(
      (cell) => cell.dataset['column'] ?? textOf(asWritten(cell)),
    ),
    rows: rows.map((row) => [...row.cells].map((cell) => cellValue(asWritten(cell)))),
  };
}

/** Reads a list as a table: the columns are `text` and every `data-*` that an item has. */
export function textList(list: Element): TextTable {
  const items = [...list.querySelectorAll<HTMLElement>(':scope > li')];
  const keys = [...new Set(items.flatMap((item) => Object.keys(item.dataset)))];
  return {
    columns: [...keys, 'text'],
    rows: items.map((item) => [...keys.map((key) => item.dataset[key] ?? ''), textOf(item)]),
  };
}

function cellValue(cell: HTMLElement): string {
  return (
    cell.dataset['value'] ??
    cell.querySelector('data')?.value ??
    cell.querySelector('time')?.dateTime ??
    textOf(cell)
  );
}

/** The text of an element with white space folded, as it is read. */
export const textOf = (node: Node): string => (node.textContent ?? '').replace(/\s+/g, ' ').trim();
