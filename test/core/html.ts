import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import type { Markup } from '../../src/core/markup.js';

type Node = DefaultTreeAdapterMap['node'];

function markupOf(node: DefaultTreeAdapterMap['element']): Markup {
  const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
  return {
    name: node.tagName,
    get: (attribute) => attributes.get(attribute),
    attributeNames: attributes.keys(),
    children: node.childNodes.flatMap((child: Node): (Markup | string)[] =>
      'tagName' in child ? [markupOf(child)] : 'value' in child ? [child.value] : [],
    ),
  };
}

/** The first element of some HTML, as an HTML parser reads it. */
export function markup(html: string): Markup {
  for (const node of parseFragment(html).childNodes) if ('tagName' in node) return markupOf(node);
  throw new Error('There is no element.');
}
