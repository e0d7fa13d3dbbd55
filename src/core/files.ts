// Loaded only where a scene has a `src`.
import { cellText, type Cell, type Columns } from './columns.js';
import { parseCsv } from './csv.js';
import { textTable } from './header.js';
import { boundSize, tableOfJson } from './json.js';
import { tagOf } from './kept.js';
import { gridOfRows } from './markup.js';
import { maxRows, type TextTable } from './table.js';
import { doAtOnce, type Work } from './work.js';

/** What a file is read for and where it is from. */
export interface FileUse {
  /** The columns that are wanted. */
  readonly columns: Columns;
  /** The language of the page. */
  readonly lang?: string | undefined;
  /** The value of the header `content-type`. */
  readonly type?: string | null;
}

/** A file of more bytes is not read: that is a thousand for each row, and what a browser parses in a tenth of a second. */
export const largest = 5_000_000;

/** What a file is that is no text, by its first bytes. */
const kinds: readonly (readonly [bytes: readonly number[], name: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a spreadsheet or another zip archive'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel or Word file'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x1f, 0x8b], 'compressed by gzip'],
  [[0x50, 0x41, 0x52, 0x31], 'a Parquet file'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a picture'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'a text document (RTF)'],
];

/** The encodings that programs used before UTF-8, by language, as browsers assume them. */
const legacy: readonly (readonly [languages: string, encoding: string])[] = [
  ['ru uk be bg sr mk kk ky', 'windows-1251'],
  ['pl cs sk hu sl hr bs ro sq', 'windows-1250'],
  ['el', 'windows-1253'],
  ['tr az', 'windows-1254'],
  ['he', 'windows-1255'],
  ['ar fa ur', 'windows-1256'],
  ['et lv lt', 'windows-1257'],
  ['vi', 'windows-1258'],
  ['th', 'windows-874'],
  ['ja', 'shift_jis'],
  ['ko', 'euc-kr'],
  ['zh', 'gb18030'],
];

const instead = 'export it as CSV (UTF-8) or JSON';

/** Decodes text: by its mark of byte order, as UTF-8 if it is that, by what the server says, or by the language. */
function decode(bytes: Uint8Array, { type, lang }: FileUse): string {
  const [a, b] = bytes;
  // Half the bytes of a delimiter in UTF-16 are zero, and none of UTF-8.
  const zeros = (at: number): number =>
    bytes.subarray(0, 1000).filter((byte, index) => !byte && index % 2 === at).length;
  const balance = zeros(1) - zeros(0);
  const utf16 =
    (a === 0xff && b === 0xfe) || balance > 0
      ? 'utf-16le'
      : (a === 0xfe && b === 0xff) || balance < 0
        ? 'utf-16be'
        : undefined;
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const [, told = 'utf-8'] = /charset="?([\w-]+)/i.exec(type ?? '') ?? [];
    const own = tagOf(lang)?.split('-')[0] ?? '';
    const [, usual] = legacy.find(([languages]) => languages.split(' ').includes(own)) ?? [];
    const label = /^utf-?8$/i.test(told) ? (usual ?? 'windows-1252') : told;
    try {
      return new TextDecoder(label).decode(bytes);
    } catch {
      return new TextDecoder('windows-1252').decode(bytes);
    }
  }
}

/**
 * Reads a file as a table.
 * @throws says what the file is, if it cannot be read, and what to do instead
 */
export const readFile = (bytes: Uint8Array, use: FileUse): TextTable =>
  doAtOnce(readFileInParts(bytes, use));

/** Does what `readFile` does, and yields between its parts. */
export function* readFileInParts(bytes: Uint8Array, use: FileUse): Work<TextTable> {
  if (bytes.length > largest)
    throw new Error(
      `it has ${(bytes.length / 1e6).toFixed(1)} MB, more than ${largest / 1e6}; leave out rows and columns that are not drawn`,
    );
  const kind = kinds.find(([first]) => first.every((byte, at) => bytes[at] === byte));
  if (kind) throw new Error(`it is ${kind[1]}; ${instead}`);
  const text = decode(bytes, use).replace(/^\uFEFF/, '');
  const start = text.trimStart().slice(0, 200);
  if (!start) throw new Error('it is empty');
  if (/^<\?xml/i.test(start)) throw new Error(`it is XML; ${instead}`);
  if (/^<(?:!doctype|!--|html|head|body|table|script|meta|div|p\b)/i.test(start))
    throw new Error(
      `it is a web page; give the address of the data themselves, or put the table into this page and write src="#its-id"`,
    );
  if (/^(?:var|let|const|export|window\.|\w+\(\s*[[{])/.test(start))
    throw new Error('it is a script; export what it has as JSON');
  if (/\u0000/.test(start)) throw new Error(`it is no text; ${instead}`); // eslint-disable-line no-control-regex
  const onMap = 'lat' in use.columns;
  yield;
  if (!/^[[{]/.test(start)) return yield* tableOfText(text, use.columns);
  const json = parseJson(text);
  yield;
  return tableOfJson(json, onMap);
}

/** Parses JSON, or a line of JSON for each row. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    try {
      const lines = text.split(/\r\n?|\n/).filter((line) => line.trim());
      if (lines.length > 1) return lines.map((line) => JSON.parse(line) as unknown);
    } catch {
      // The first message tells more.
    }
    throw new Error(`it begins like JSON and is not (${(error as Error).message})`, {
      cause: error,
    });
  }
}

/** A table of delimited text; a row with more cells than the header has lost its order. */
function* tableOfText(text: string, columns: Columns): Work<TextTable> {
  // Titles, notes and empty lines may be as many as rows.
  const { rows, delimiter } = parseCsv(text, columns, 2 * maxRows + 1);
  boundSize(
    rows.length > 2 * maxRows ? Infinity : 0,
    rows.reduce((most, { length }) => Math.max(most, length), 0),
  );
  yield;
  const grid = gridOfRows(rows);
  yield;
  const table = textTable(grid, columns);
  yield;
  let width = table.columns.length;
  while (width && !table.columns[width - 1]!.trim()) width--;
  const isLong = (cells: readonly Cell[]): boolean =>
    cells.slice(width).some((cell) => cellText(cell));
  return {
    ...table,
    marks: table.rows.map((cells, at) => (isLong(cells) ? 'long' : table.marks![at]!)),
    // Where decimals have commas, people separate cells by semicolons.
    byProgram: delimiter !== ';',
  };
}

/**
 * Fetches a file.
 * @returns the work of reading it as a table, which throws what `readFile` throws
 * @throws where the address does not answer
 */
export async function fetchFile(
  src: string,
  use: FileUse,
  signal: AbortSignal,
): Promise<Work<TextTable>> {
  const response = await fetch(src, { signal });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const type = response.headers.get('content-type');
  return readFileInParts(new Uint8Array(await response.arrayBuffer()), { ...use, type });
}
