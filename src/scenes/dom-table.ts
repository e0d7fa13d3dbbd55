import { isElement } from '../controllers/foreign.js';
import type { Markup } from '../core/markup.js';
import { asWritten } from './written.js';

/** An element of the page as the core reads it. Cells and items are read as they were before a translator came. */
export function markupOf(given: Element): Markup {
  const element = given.matches('td, th, li') ? asWritten(given) : given;
  // Asked for several times, and the most work of reading a long table.
  let children: (Markup | string)[] | undefined;
  return {
    name: element.localName,
    get: (attribute) => element.getAttribute(attribute) ?? undefined,
    get attributeNames() {
      return element.getAttributeNames();
    },
    get children() {
      return (children ??= [...element.childNodes].flatMap((node): (Markup | string)[] =>
        isElement(node)
          ? [markupOf(node)]
          : node.nodeType === Node.TEXT_NODE
            ? [node.nodeValue ?? '']
            : [],
      ));
    },
  };
}

/** The text of an element with white space folded, as it is read. */
export const textOf = (node: Node): string => (node.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Shows a copy of the table that an element is or has, once. */
export function showCopy(source: Element, holder: Element): void {
  const table = source.matches('table') ? source : source.querySelector('table');
  if (!table || holder.childElementCount) return;
  const copy = table.cloneNode(true) as HTMLElement;
  copy.removeAttribute('id');
  holder.append(copy);
}

/** Whether a child of a scene is for the reader: not the states, nor what is wrapped round them alone. */
export const isShown = (child: Element): boolean =>
  !child.slot &&
  (!child.querySelector('[slot="steps"]') || !!child.querySelector('table:not([slot]), ol, ul'));
