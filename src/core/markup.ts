// Tables and lists of a page as grids of text. It knows no DOM, so that a browser and `communique check` read alike.
import { clean, raised } from './text.js';
import { times } from './times.js';

/** An element, in a browser or as an HTML parser has it. */
export interface Markup {
  /** Its tag in lower case. */
  readonly name: string;
  /** The value of an attribute; undefined if it is not there. */
  get(attribute: string): string | undefined;
  readonly attributeNames: Iterable<string>;
  /** Its elements and texts, in order. */
  readonly children: Iterable<Markup | string>;
}

/** One place in a grid; a cell that spans several has as many. */
export interface GridCell {
  readonly text: string;
  /** Whether a program wrote it (`data-value`, `<data>`, `<time>`), so that it reads alike in every language. */
  readonly machine: boolean;
  /** What `data-column` says. */
  readonly column: string | undefined;
  readonly header: boolean;
  readonly hidden: boolean;
  /** Which other places the cell has. */
  readonly spans: '' | 'rows' | 'columns';
  /** Whether the cell begins here. */
  readonly first: boolean;
}

/** One row of a grid. */
export interface GridRow {
  readonly cells: readonly GridCell[];
  readonly part: 'head' | 'body' | 'foot';
  readonly hidden: boolean;
  /** Whether its markup calls it a total. */
  readonly total: boolean;
}

export type Grid = readonly GridRow[];

/** More places than any table has that is meant to be read; the rest is left out. */
const widest = 500;

export const isElement = (node: Markup | string): node is Markup => typeof node !== 'string';

const elementsOf = (node: Markup): Markup[] => [...node.children].filter(isElement);

const isHidden = (node: Markup): boolean =>
  node.get('hidden') !== undefined || /display\s*:\s*none/i.test(node.get('style') ?? '');

const unread = /^(?:script|style|template|noscript|del|s|strike|rp|rt)$/;
const block = /^(?:br|p|div|li|ul|ol|dd|dt|h[1-6]|tr|td|th|hr)$/;

/** Whether raised text is the mark of a footnote: a link, in brackets, a sign or a letter (but not as in "2e" or "no"). */
function isFootnote(node: Markup, text: string): boolean {
  const hasLink = (one: Markup): boolean => one.name === 'a' || elementsOf(one).some(hasLink);
  return /^(?:\[.*\]|[*†‡§¶]+|\(?(?![eo])\p{L}\)?)$/u.test(text) || hasLink(node);
}

/** The text of an element as it is read: without what is hidden or struck out and without the marks of footnotes. */
export function readText(node: Markup): string {
  const textIn = (one: Markup): string => {
    if (unread.test(one.name) || isHidden(one)) return '';
    const text = [...one.children]
      .map((child) => (isElement(child) ? textIn(child) : child))
      .join('');
    if (one.name === 'sup') return isFootnote(one, clean(text)) ? '' : raised(text);
    if (one.name === 'sub') return raised(text, true);
    return block.test(one.name) ? ` ${text} ` : text;
  };
  return clean(
    [...node.children].map((child) => (isElement(child) ? textIn(child) : child)).join(''),
  );
}

/** What a `<data>` or `<time>` in a cell says, if there is one alone. */
function machineValue(cell: Markup): string | undefined {
  const own = cell.get('data-value');
  if (own !== undefined) return own;
  const found: string[] = [];
  const look = (node: Markup): void => {
    if (isHidden(node)) return;
    const value = { data: node.get('value'), time: node.get('datetime') }[node.name];
    if (value !== undefined) found.push(value);
    else elementsOf(node).forEach(look);
  };
  elementsOf(cell).forEach(look);
  return found.length === 1 ? found[0] : undefined;
}

const span = (cell: Markup, name: string): number => {
  const value = Math.floor(Number(cell.get(name) ?? 1));
  return value >= 0 ? value : 1;
};

/** Reads a table; rows and cells that span are repeated wherever they reach. */
export function readGrid(table: Markup): Grid {
  const parts = { thead: [] as Markup[], tbody: [] as Markup[], tfoot: [] as Markup[] };
  for (const child of elementsOf(table))
    if (child.name === 'tr') parts.tbody.push(child);
    else if (child.name === 'thead' || child.name === 'tbody' || child.name === 'tfoot')
      for (const row of elementsOf(child)) if (row.name === 'tr') parts[child.name].push(row);
  return [
    ...readRows(parts.thead, 'head'),
    ...readRows(parts.tbody, 'body'),
    ...readRows(parts.tfoot, 'foot'),
  ];
}

function readRows(rows: readonly Markup[], part: GridRow['part']): GridRow[] {
  const places: GridCell[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of elementsOf(row)) {
      if (cell.name !== 'td' && cell.name !== 'th') continue;
      while (places[y]![x]) x++;
      const across = Math.min(Math.max(1, span(cell, 'colspan')), widest - x);
      const down = Math.min(span(cell, 'rowspan') || rows.length, rows.length - y);
      const machine = machineValue(cell);
      const read: GridCell = {
        text: machine ?? readText(cell),
        machine: machine !== undefined,
        column: cell.get('data-column'),
        header: cell.name === 'th',
        hidden: isHidden(cell),
        spans: down > 1 ? 'rows' : across > 1 ? 'columns' : '',
        first: true,
      };
      for (let dy = 0; dy < down; dy++)
        for (let dx = 0; dx < across; dx++)
          places[y + dy]![x + dx] ??= { ...read, first: !dx && !dy };
      x += across;
    }
  });
  return places.map((cells, y) => ({
    // A span may leave gaps behind it.
    cells: times(cells.length, (x) => cells[x] ?? noCell),
    part,
    hidden: isHidden(rows[y]!),
    total: [rows[y]!, ...elementsOf(rows[y]!)].some((node) =>
      /(?:^|[\s_-])(?:sub|grand)?-?(?:total|summe?)s?(?:$|[\s_-])/i.test(node.get('class') ?? ''),
    ),
  }));
}

const noCell: GridCell = {
  text: '',
  machine: false,
  column: undefined,
  header: false,
  hidden: false,
  spans: '',
  first: true,
};

/** Makes a grid of rows of text, as a file has them. */
export const gridOfRows = (rows: readonly (readonly string[])[]): Grid =>
  rows.map((cells) => ({
    cells: cells.map((text) => ({ ...noCell, text })),
    part: 'body',
    hidden: false,
    total: false,
  }));

/** Reads a list: the columns are `text` and every `data-*` that an item has, `data-to-tone` as `toTone`. */
export function readList(list: Markup): { columns: string[]; rows: string[][] } {
  const items = elementsOf(list).filter(({ name }) => name === 'li');
  const names = [...new Set(items.flatMap((item) => [...item.attributeNames]))].filter((name) =>
    name.startsWith('data-'),
  );
  return {
    columns: [...names.map(camel), 'text'],
    rows: items.map((item) => [...names.map((name) => item.get(name) ?? ''), readText(item)]),
  };
}

const camel = (name: string): string =>
  name.slice('data-'.length).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
