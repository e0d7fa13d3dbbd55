/** The part of an element that is asked for here. */
interface Wrapped {
  closest(selector: string): unknown;
}

/**
 * What to do about a `<p>` round an element; empty where there is none. An HTML parser ends it before the first block
 * inside, and what follows falls out of the element.
 */
export const aboutParagraph = (element: Wrapped): string =>
  element.closest('p')
    ? ' The <p> round it ends before the first block in it, so that the rest lies outside; take the <p> away.'
    : '';
