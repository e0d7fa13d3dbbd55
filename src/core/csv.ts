// Loaded only where a scene has a `src`. d3-dsv reads quotes, line breaks in cells and bare carriage returns as RFC 4180 has them. Only its row reader
// is called: its object reader makes functions from text, which a strict content security policy forbids.
import { csvParseRows } from 'd3-dsv';
import type { TextTable } from './table.js';

/** Reads comma-separated text whose first line names the columns. */
export function parseCsv(text: string): TextTable {
  const [columns = [], ...rows] = csvParseRows(text.replace(/^\uFEFF/, ''));
  return { columns, rows };
}

/**
 * Fetches rows.
 * @returns a table for comma-separated text, a list for JSON
 * @throws where the address does not answer or its text is not JSON
 */
export async function fetchRows(src: string): Promise<TextTable | readonly unknown[]> {
  const response = await fetch(src);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const text = await response.text();
  if (!/^\s*[[{]/.test(text)) return parseCsv(text);
  const json: unknown = JSON.parse(text);
  return Array.isArray(json) ? (json as unknown[]) : [];
}
