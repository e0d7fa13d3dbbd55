import { isDriven } from './driven.js';
import { attributeOf, memberOf } from './foreign.js';

/** The parent of an element as it is laid out: through slots and out of shadow roots. */
export const flatParent = (node: Element): Element | null =>
  memberOf(node, 'assignedSlot') ??
  memberOf(node, 'parentElement') ??
  (Node.prototype.getRootNode.call(node) as Partial<ShadowRoot>).host ??
  null;

/** The ancestors of an element as it is laid out, from its parent to the root. */
export function* flatAncestors(element: Element): Generator<Element, void> {
  for (let node = flatParent(element); node; node = flatParent(node)) yield node;
}

/** What the ancestors of an element do to scrolling. */
export interface ScrollContext {
  /** The element that scrolls it; undefined for the window. */
  readonly scroller?: Element | undefined;
  /** An ancestor that clips without scrolling, so that nothing inside it can be sticky. */
  readonly breaker?: Element | undefined;
}

/** Looks up from an element to what scrolls it. Reads computed styles: for set-up, not for a frame. */
export function scrollContext(element: Element): ScrollContext {
  for (const node of flatAncestors(element)) {
    if (node === document.documentElement) return {};
    const { overflowX, overflowY } = getComputedStyle(node);
    if (!/auto|scroll|hidden/.test(overflowX + overflowY)) continue;
    // A body gives its overflow to the window, unless html has one of its own.
    if (
      node === document.body &&
      getComputedStyle(document.documentElement).overflowY === 'visible'
    )
      continue;
    const scrolls =
      (/auto|scroll/.test(overflowY) &&
        memberOf(node, 'scrollHeight') > memberOf(node, 'clientHeight')) ||
      // Some libraries hide the scrollbars and scroll by script.
      (overflowY === 'hidden' && node !== document.body && memberOf(node, 'scrollTop') > 0);
    return scrolls ? { scroller: node } : { breaker: node };
  }
  return {};
}

/** Whether the page keeps its reader from scrolling, as it does behind a menu or a dialog. */
export function isPageLocked(): boolean {
  if (isDriven()) return false;
  const { body, documentElement } = document;
  const { overflowY, position } = getComputedStyle(body);
  return (
    /hidden|clip/.test(overflowY + getComputedStyle(documentElement).overflowY) ||
    position === 'fixed'
  );
}

/**
 * The language in force at an element, across shadow roots; undefined where none is set. An underscore counts as a
 * hyphen, which alone makes a language tag: many systems write `en_US`.
 */
export function langOf(element: Element): string | undefined {
  for (let node: Element | null = element; node;) {
    const found: Element | null = node.closest('[lang]');
    const lang = found && attributeOf(found, 'lang');
    if (lang) return lang.replaceAll('_', '-');
    const root: Node = Node.prototype.getRootNode.call(found ?? node);
    node = (root as Partial<ShadowRoot>).host ?? null;
  }
  return undefined;
}
