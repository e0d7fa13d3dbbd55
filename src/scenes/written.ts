import { isElement } from '../controllers/foreign.js';

/** What translators put round words, or mark the elements with whose words they replace. */
const translators = 'font, ya-tr-span, [_msttexthash]';

/** Copies of cells, in a document in which nothing comes alive. */
const written = new WeakMap<Element, Element>();
let inert: Document | undefined;

const isTranslated = (cell: Element): boolean =>
  cell.matches(translators) || !!cell.querySelector(translators);

const figures = (cell: Element): string => (cell.textContent ?? '').replace(/\D/g, '');

/**
 * A table's cell as its author wrote it, though a translator has put other words in it since it was read first. Names
 * in a table are keys: of columns, states, groups and rows. Other figures than before are not a translator's, so a cell
 * that has them is read anew.
 */
export function asWritten<E extends Element>(cell: E): E {
  const before = written.get(cell) as E | undefined;
  if (before && isTranslated(cell) && !isTranslated(before)) {
    const now = figures(cell);
    if (!now || now === figures(before)) return before;
  }
  inert ??= document.implementation.createHTMLDocument('');
  written.set(cell, inert.importNode(cell, true));
  return cell;
}

/** Notes what an author has changed in cells, before a translator comes to it. */
export function noteChanges(records: readonly MutationRecord[]): void {
  for (const { target } of records) {
    const element = isElement(target) ? target : target.parentElement;
    const cell = element?.closest('td, th');
    if (cell) asWritten(cell);
  }
}
