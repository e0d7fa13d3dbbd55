import { attributeOf, memberOf } from '../controllers/foreign.js';

/**
 * Calls back when an element is defined that is not yet: a scene that comes later than its chapter has heard no cue, and
 * described nothing.
 * @param awaited the names that are waited for already
 */
export function definedLate(element: Element, awaited: Set<string>, then: () => void): void {
  const localName = memberOf(element, 'localName');
  const name = localName.includes('-') ? localName : attributeOf(element, 'is');
  if (!name || customElements.get(name) || awaited.has(name)) return;
  awaited.add(name);
  // Some names with a hyphen, such as `font-face`, can never be defined; then the promise is rejected.
  void customElements.whenDefined(name).then(
    () => {
      awaited.delete(name);
      then();
    },
    () => undefined,
  );
}
