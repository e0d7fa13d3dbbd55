/**
 * Calls back when an element is defined that is not yet: a scene that comes later than its chapter has heard no cue, and
 * described nothing.
 * @param awaited the names that are waited for already
 */
export function definedLate(element: Element, awaited: Set<string>, then: () => void): void {
  const { localName: name } = element;
  if (!name.includes('-') || customElements.get(name) || awaited.has(name)) return;
  awaited.add(name);
  void customElements.whenDefined(name).then(() => {
    awaited.delete(name);
    then();
  });
}
