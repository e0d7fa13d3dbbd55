import { warn } from '../core/warn.js';
import { nameOf } from '../controllers/foreign.js';

/** What was told of each element. A faulty member may be used in every frame, with another message each time. */
const told = new WeakMap<Element, Set<string>>();

function toldOf(element: Element): Set<string> {
  const kinds = told.get(element) ?? new Set();
  told.set(element, kinds);
  return kinds;
}

/** What was told of an element is told of its copy. */
export const isCopyOf = (copy: Element, element: Element): unknown =>
  told.set(copy, toldOf(element));

/** Tells once what is wrong with an element that is not ours. */
export function complain(element: Element, kind: string, problem: string): void {
  const kinds = toldOf(element);
  if (kinds.has(kind)) return;
  kinds.add(kind);
  warn('scene', `${nameOf(element)} ${problem}. The story goes on without it.`, element);
}

/**
 * Uses an element that is not ours. Where that throws, the console names the element once, and the story goes on.
 * @param member what is used, e.g. `describe()`
 * @param kind what is told once, where several members fail alike
 */
export function guarded<T>(
  element: Element,
  member: string,
  use: () => T,
  kind = member,
): T | undefined {
  try {
    return use();
  } catch (error) {
    complain(
      element,
      kind,
      `throws when the story uses its ${member} (${textOf(error)}); mend that`,
    );
    return undefined;
  }
}

/** What was thrown, as text; it may be anything. */
export function textOf(error: unknown): string {
  try {
    return String(error).slice(0, 200);
  } catch {
    return 'a value without text';
  }
}
