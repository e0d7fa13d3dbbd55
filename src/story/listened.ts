/**
 * Notices that somebody listens on an element. Nobody hears of who listens on an ancestor, or began before the element
 * was defined.
 * @param onFirst called when the first one begins
 * @returns whether somebody has begun
 */
export function noticeListeners(
  element: HTMLElement,
  type: string,
  onFirst: () => void,
): () => boolean {
  let isListened = false;
  element.addEventListener = (...given: Parameters<EventTarget['addEventListener']>): void => {
    // Looked up at each call: the page may have put its own there.
    (Object.getPrototypeOf(element) as EventTarget).addEventListener.apply(element, given);
    if (isListened || given[0] !== type) return;
    isListened = true;
    onFirst();
  };
  return () => isListened;
}
