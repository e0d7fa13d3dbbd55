/** Elements on which somebody has begun to listen, by the type of event. */
const listened = new Map<string, WeakSet<Element>>();

/**
 * Notices that somebody listens on an element. Nobody hears of who listens on an ancestor, or began before the element
 * was defined.
 * @param onFirst called when the first one begins
 */
export function noticeListeners(element: HTMLElement, type: string, onFirst?: () => void): void {
  const elements = listened.get(type) ?? new WeakSet();
  listened.set(type, elements);
  element.addEventListener = (...given: Parameters<EventTarget['addEventListener']>): void => {
    // Looked up at each call: the page may have put its own there.
    (Object.getPrototypeOf(element) as EventTarget).addEventListener.apply(element, given);
    if (elements.has(element) || given[0] !== type) return;
    elements.add(element);
    onFirst?.();
  };
}

/** Whether somebody listens on an element, or on one in whose shadow root it stands. */
export function isListenedTo(element: Element, type: string): boolean {
  if (listened.get(type)?.has(element)) return true;
  const root = element.getRootNode();
  return root instanceof ShadowRoot && isListenedTo(root.host, type);
}
