// Tables and lists of a page as grids of text. It knows no DOM, so that a browser and `communique check` read alike.
import { clean, raised } from './text.js';
import { times } from './times.js';
import { doAtOnce, type Work } from './work.js';

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
  /** Whether it stands out: a header, or all of it in bold. */
  readonly strong: boolean;
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

/** More columns than any table has that is meant to be read. */
export const widest = 500;

export const isElement = (node: Markup | string): node is Markup => typeof node !== 'string';

const elementsOf = (node: Markup): Markup[] => [...node.children].filter(isElement);

/** Makes a test whether the class of an element has one of some words. */
const classed = (words: string): ((node: Markup) => boolean) => {
  const pattern = new RegExp(`(?:^|[\\s_-])(?:${words})(?:$|[\\s_-])`, 'i');
  return (node) => pattern.test(node.get('class') ?? '');
};
const isForScreenReaders = classed('sr-only|visually-?hidden|screen-reader-text|sortkey');
const isCalledFootnote = classed('footnotes?|fn|fnref|noteref|reference|endnotes?');
const isCalledTotal = classed('(?:sub|grand)?-?(?:total|summe?)s?');

/** Whether it is not seen, as far as its own attributes say; classes that are only for screen readers are known. */
const isHidden = (node: Markup): boolean =>
  node.get('hidden') !== undefined ||
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)/i.test(node.get('style') ?? '') ||
  isForScreenReaders(node);

/** What has no text that is read, or another picture of what the text says. */
const unread =
  /^(?:script|style|template|noscript|del|s|strike|rp|rt|svg|canvas|video|audio|object|iframe|progress|meter|select|textarea)$/;
const block = /^(?:br|p|div|li|ul|ol|dd|dt|h[1-6]|tr|td|th|hr)$/;

/** Whether raised text is the mark of a footnote: a link, in brackets, a sign or a letter (but not as in "2e" or "no"). */
function isFootnote(node: Markup, text: string): boolean {
  const hasLink = (one: Markup): boolean => one.name === 'a' || elementsOf(one).some(hasLink);
  return /^(?:\[.*\]|[*†‡§¶]+|\(?(?![eo])\p{L}\)?)$/u.test(text) || hasLink(node);
}

/** Whether an element that is not raised is the mark of a footnote by its class, or by where it leads. */
const isReference = (node: Markup, text: string): boolean =>
  /^[[(]?(?:\d{1,3}|\p{L}|[*†‡§¶]{1,3})[\])]?$/u.test(text) &&
  (isCalledFootnote(node) ||
    (node.name === 'a' && /^#|#(?:cite|fn|foot|note|ref|anm)/i.test(node.get('href') ?? '')));

const isRaised = (node: Markup): boolean =>
  node.name === 'sup' || /vertical-align\s*:\s*super/i.test(node.get('style') ?? '');

/** The text of an element as it is read: without what is hidden or struck out and without the marks of footnotes. */
export function readText(node: Markup): string {
  const textIn = (one: Markup): string => {
    if (unread.test(one.name) || isHidden(one)) return '';
    const text = textsIn(one);
    if (isRaised(one)) return isFootnote(one, clean(text)) ? '' : raised(text);
    if (one.name === 'sub') return raised(text, true);
    return block.test(one.name) ? ` ${text} ` : text;
  };
  const textsIn = (one: Markup): string => {
    let all = '';
    let afterElement = false;
    for (const child of one.children) {
      const isInner = isElement(child);
      const text = isInner ? textIn(child) : child;
      // Behind a word it is a footnote's; alone it is what the cell says.
      if (isInner && /\S$/.test(all) && isReference(child, clean(text))) continue;
      // Two numbers in two elements look apart, whatever the style: "12<small>1</small>" is not 121.
      const apart = (isInner || afterElement) && /\p{Nd}$/u.test(all) && /^\p{Nd}/u.test(text);
      all += apart ? ` ${text}` : text;
      afterElement = isInner;
    }
    return all;
  };
  return clean(textsIn(node)) || clean(alternatives(node).join(' '));
}

/** What stands for the pictures in an element. */
const alternatives = (node: Markup): string[] =>
  isHidden(node)
    ? []
    : node.name === 'img'
      ? [node.get('alt') ?? '']
      : elementsOf(node).flatMap(alternatives);

/** Whether all text of an element is bold. */
const isBold = (node: Markup): boolean =>
  [...node.children].every((child) =>
    isElement(child) ? /^(?:b|strong|sup|br)$/.test(child.name) || isBold(child) : !clean(child),
  );

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

/**
 * Reads a table; rows and cells that span are repeated wherever they reach.
 * @param most rows of each part of the table, of which no more are read
 */
export const readGrid = (table: Markup, most?: number): Grid =>
  doAtOnce(readGridInParts(table, most));

/** Does what `readGrid` does, and yields between rows. */
export function* readGridInParts(table: Markup, most = Infinity): Work<Grid> {
  const parts = { thead: [] as Markup[], tbody: [] as Markup[], tfoot: [] as Markup[] };
  for (const child of elementsOf(table))
    if (child.name === 'tr') parts.tbody.push(child);
    else if (child.name === 'thead' || child.name === 'tbody' || child.name === 'tfoot')
      for (const row of elementsOf(child)) if (row.name === 'tr') parts[child.name].push(row);
  const hidden = hiddenColumns(table);
  return [
    ...(yield* readRows(parts.thead.slice(0, most), 'head', hidden)),
    ...(yield* readRows(parts.tbody.slice(0, most), 'body', hidden)),
    ...(yield* readRows(parts.tfoot.slice(0, most), 'foot', hidden)),
  ];
}

/** For each column whether a `<col>` or its group hides it: one that is collapsed does, one without a display does not. */
function hiddenColumns(table: Markup): boolean[] {
  const found: boolean[] = [];
  const note = (node: Markup, isInHidden: boolean): void => {
    const columns = node.name === 'colgroup' ? elementsOf(node) : [];
    const hides = isInHidden || /visibility\s*:\s*collapse/i.test(node.get('style') ?? '');
    for (const column of columns) note(column, hides);
    if (columns.length) return;
    const end = Math.min(widest, found.length + Math.max(1, span(node, 'span')));
    while (found.length < end) found.push(hides);
  };
  for (const node of elementsOf(table))
    if (node.name === 'col' || node.name === 'colgroup') note(node, false);
  return found;
}

function* readRows(
  rows: readonly Markup[],
  part: GridRow['part'],
  hiddenColumns: readonly boolean[],
): Work<GridRow[]> {
  const places: GridCell[][] = rows.map(() => []);
  for (let y = 0; y < rows.length; y++) {
    yield;
    let x = 0;
    for (const cell of elementsOf(rows[y]!)) {
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
        strong: cell.name === 'th' || isBold(cell),
        hidden: isHidden(cell),
        spans: down > 1 ? 'rows' : across > 1 ? 'columns' : '',
        first: true,
      };
      for (let dy = 0; dy < down; dy++)
        for (let dx = 0; dx < across; dx++)
          places[y + dy]![x + dx] ??= {
            ...read,
            hidden: read.hidden || !!hiddenColumns[x + dx],
            first: !dx && !dy,
          };
      x += across;
    }
  }
  return places.map((cells, y) => ({
    // A span may leave gaps behind it.
    cells: times(cells.length, (x) => cells[x] ?? noCell),
    part,
    hidden: isHidden(rows[y]!),
    total: [rows[y]!, ...elementsOf(rows[y]!)].some(isCalledTotal),
  }));
}

const noCell: GridCell = {
  text: '',
  machine: false,
  column: undefined,
  header: false,
  hidden: false,
  strong: true,
  spans: '',
  first: true,
};

/** Makes a grid of rows of text, as a file has them. */
export const gridOfRows = (rows: readonly (readonly string[])[]): Grid =>
  rows.map((cells) => ({
    cells: cells.map((text) => ({ ...noCell, text, strong: !text })),
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
