// For elements that are not ours. A form's fields hide the form's own members of the same names (DOM clobbering):
// with `<input name="id">` in it, `form.id` is that input.

/** A property of an element as its class defines it, whatever a form's fields are called. */
export const memberOf = <E extends object, K extends keyof E>(element: E, name: K): E[K] =>
  Reflect.get((Object.getPrototypeOf(element) ?? element) as object, name, element);

export const idOf = (element: Element): string => memberOf(element, 'id');

export const slotOf = (element: Element): string => memberOf(element, 'slot');

export const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);

export const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);

/** An element as a message names it, `<form#ask.wide>`: as a selector would. */
export const nameOf = (element: Element): string => {
  const id = idOf(element);
  const classes = [...memberOf(element, 'classList')].map((one) => `.${one}`);
  return `<${memberOf(element, 'localName')}${id && `#${id}`}${classes.join('')}>`;
};

/** Whether a value is an element, of this window or of another. */
export const isElement = (value: unknown): value is Element =>
  typeof value === 'object' &&
  value !== null &&
  memberOf(value as Partial<Element>, 'nodeType') === Node.ELEMENT_NODE;
