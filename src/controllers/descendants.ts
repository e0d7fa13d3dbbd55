// In place of `querySelectorAll()`, which WebKitGTK 2.50 answers from what it found before an element was moved to another
// document and back.

/** All elements below an element, in order; whatever a form's fields are called. */
export const allIn = (root: Element): Element[] => [
  ...Element.prototype.getElementsByTagName.call(root, '*'),
];

/** Those of a class. */
export const allOf = <E extends Element>(root: Element, name: string): E[] =>
  [...root.getElementsByClassName(name)] as unknown as E[];
