// d3-dsv reads quotes, line breaks in cells and bare carriage returns as RFC 4180 has them. Only its row reader
// is called: its object reader makes functions from text, which a strict content security policy forbids.
import { csvParseRows } from 'd3-dsv';
import type { TextTable } from './table.js';

/** Reads comma-separated text whose first line names the columns. */
export function parseCsv(text: string): TextTable {
  const [columns = [], ...rows] = csvParseRows(text.replace(/^\uFEFF/, ''));
  return { columns, rows };
}
