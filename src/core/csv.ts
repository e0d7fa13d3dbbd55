// Papa Parse: the most used and best kept parser of its kind, without code that is made of text, which a strict content
// security policy forbids.
import Papa from 'papaparse/papaparse.min.js';
import { namesOf, plainName } from './table.js';
import type { Columns } from './columns.js';

interface Delimited {
  readonly rows: string[][];
  readonly delimiter: string;
}

const delimiters = [',', ';', '\t', '|'];

/** Parses delimited text; throws where a quotation mark is never closed. */
function parse(text: string, delimiter: string, preview = 0): Delimited {
  const {
    data: rows,
    errors,
    meta,
  } = Papa.parse<string[]>(text, {
    delimiter,
    delimitersToGuess: delimiters,
    preview,
  });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken && !preview)
    throw new Error(
      `row ${(broken.row ?? 0) + 1} has a quotation mark that is never closed, or text after one`,
    );
  return { rows, delimiter: meta.delimiter };
}

/** How many of the wanted columns the best row among the first ones names. */
const score = (rows: readonly string[][], wanted: ReadonlySet<string>): number =>
  Math.max(
    0,
    ...rows.map((row) => new Set(row.map(plainName).filter((name) => wanted.has(name))).size),
  );

/**
 * Reads delimited text as rows of cells. The delimiter is the one that the text names itself (`sep=;`), or by which the
 * wanted columns are found, or else by which all rows have the same length.
 */
export function parseCsv(given: string, columns: Columns): Delimited {
  const wanted = new Set(Object.entries(columns).flatMap(([key, column]) => namesOf(key, column)));
  const text = given.replace(/^\uFEFF/, '');
  const [line = '', named] = /^"?sep=(.)"?[^\S\r\n]*(?:\r\n?|\n|$)/i.exec(text) ?? [];
  if (named) return parse(text.slice(line.length), named);
  const scores = delimiters.map((delimiter) => score(parse(text, delimiter, 20).rows, wanted));
  const best = Math.max(...scores);
  return parse(text, best ? delimiters[scores.indexOf(best)]! : '');
}
