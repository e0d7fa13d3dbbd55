// Small helpers for parse5's own tree, which, other than the one that `check` reads, can be changed and written again.

export const isElement = (node) => 'tagName' in node;

export const isText = (node) => node.nodeName === '#text';

/** All elements in a node, in order. What stands in a <template> is no part of the page. */
export function* elementsIn(node) {
  for (const child of [...(node.childNodes ?? [])]) {
    if (isElement(child)) yield child;
    yield* elementsIn(child);
  }
}

/** The value of an attribute; undefined if it is not there. */
export const get = (element, name) => element.attrs.find((one) => one.name === name)?.value;

export const has = (element, name) => get(element, name) !== undefined;

export function set(element, name, value) {
  const found = element.attrs.find((one) => one.name === name);
  if (found) found.value = value;
  else element.attrs.push({ name, value });
}

export function remove(node) {
  const { childNodes } = node.parentNode;
  childNodes.splice(childNodes.indexOf(node), 1);
}

/** Text with white space folded. */
export const textOf = (node) =>
  (isText(node) ? node.value : (node.childNodes ?? []).map(textOf).join(''))
    .replace(/\s+/g, ' ')
    .trim();
