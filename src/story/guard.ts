import { warn } from '../core/warn.js';
import { nameOf } from '../controllers/foreign.js';

/** What was told of each element. A faulty member may be used in every frame, with another message each time. */
const told = new WeakMap<Element, Set<string>>();

/** Tells once what is wrong with a member of an element that is not ours. */
export function complain(element: Element, member: string, problem: string): void {
  const members = told.get(element) ?? new Set();
  told.set(element, members);
  if (members.has(member)) return;
  members.add(member);
  warn('scene', `${nameOf(element)} ${problem}. The story goes on without it.`, element);
}

/**
 * Uses an element that is not ours. Where that throws, the console names the element once, and the story goes on.
 * @param member what is used, e.g. `describe()`
 */
export function guarded<T>(element: Element, member: string, use: () => T): T | undefined {
  try {
    return use();
  } catch (error) {
    complain(element, member, `throws where its ${member} is used (${textOf(error)}); mend that`);
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
