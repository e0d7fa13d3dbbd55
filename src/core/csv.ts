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

/** The first rows, by which the delimiter is found, and the most characters that they have. */
const firstRows = 20;
const firstPart = 100_000;

/** The most cells that are parsed in a tenth of a second: sixty columns of as many rows as are read. */
export const mostCells = 300_000;

const parse = (text: string, delimiter: string, preview: number): Papa.ParseResult<string[]> =>
  Papa.parse<string[]>(text, {
    delimiter,
    delimitersToGuess: delimiters,
    newline: '\n',
    preview,
  });

/** How often two characters are in a text. */
function count(text: string, one: string, other: string): [number, number] {
  const counts: [number, number] = [0, 0];
  const [first, second] = [one.charCodeAt(0), other.charCodeAt(0)];
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === first) counts[0]++;
    else if (char === second) counts[1]++;
  }
  return counts;
}

/** @throws where there is more than is parsed in a short time */
function bound(cells: number): void {
  if (cells > mostCells)
    throw new Error(
      `it has more than ${mostCells} cells or lines; leave out rows and columns that are not drawn`,
    );
}

/** Parses delimited text; throws where a quotation mark is never closed, and where there are too many cells. */
function parseAll(text: string, delimiter: string, most: number): Delimited {
  const [separators, quotes] = count(text, delimiter, '"');
  bound(Math.max(separators, quotes / 2));
  const { data: rows, errors, meta } = parse(text, delimiter, most);
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken)
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
 * @param most rows, of which no more are read
 */
export function parseCsv(given: string, columns: Columns, most: number): Delimited {
  const wanted = new Set(Object.entries(columns).flatMap(([key, column]) => namesOf(key, column)));
  bound(Math.max(...count(given, '\n', '\r')));
  const text = given.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const [line = '', named] = /^"?sep=(.)"?[^\S\n]*(?:\n|$)/i.exec(text) ?? [];
  if (named) return parseAll(text.slice(line.length), named, most);
  const start = text.slice(0, firstPart);
  const scores = delimiters.map((delimiter) =>
    score(parse(start, delimiter, firstRows).data, wanted),
  );
  const best = Math.max(...scores);
  const delimiter = best
    ? delimiters[scores.indexOf(best)]!
    : parse(start, '', firstRows).meta.delimiter;
  return parseAll(text, delimiter, most);
}
