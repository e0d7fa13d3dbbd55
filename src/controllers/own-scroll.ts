/**
 * Listens on a box that scrolls by itself, and keeps wheel and touch to it: a smooth scroller of the host page (Lenis
 * and its like) takes these events at the window and would scroll the page instead.
 */
export const ownScroll: AddEventListenerOptions & EventListenerObject = {
  handleEvent: (event) => event.stopPropagation(),
  passive: true,
};
