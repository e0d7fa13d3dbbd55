// Reads a page as browsers do, with the line of every element.
// parse5 is the parser of the HTML standard that Node's tools share; it is iterative, and linear in what is hostile too.
import { defaultTreeAdapter, parse } from 'parse5';

/** How deep elements may lie in each other; browsers flatten what lies deeper. */
const deepest = 512;

/** Thrown for a page whose elements lie too deep in each other. */
export class TooDeep extends Error {
  constructor(line) {
    super(
      `${deepest} elements lie in each other here, and browsers flatten what lies deeper; close the elements before. The rest was not checked.`,
    );
    this.line = line;
  }
}

/** Slips in the markup itself that make an author's words mean something else. */
const told = new Set([
  'duplicate-attribute',
  'non-void-html-element-start-tag-with-trailing-solidus',
  'eof-in-tag',
  'eof-in-comment',
  'eof-in-script-html-comment-like-text',
]);

/** An element of a page; parse5's own adapter works on its fields, the check on its getters. */
export class Node {
  childNodes = [];
  parentNode = null;
  line = 0;

  constructor(tagName, namespaceURI = '', attrs = []) {
    this.nodeName = tagName;
    this.tagName = tagName;
    this.namespaceURI = namespaceURI;
    this.attrs = attrs;
  }

  get name() {
    return this.tagName;
  }

  get parent() {
    return this.parentNode;
  }

  /** The value of an attribute; undefined if it is not there. */
  get(attribute) {
    return this.attrs.find(({ name }) => name === attribute)?.value;
  }

  get attributeNames() {
    return this.attrs.map(({ name }) => name);
  }

  /** Its elements and texts, in order. */
  get children() {
    return this.childNodes.flatMap((node) =>
      node instanceof Node ? node : node.nodeName === '#text' ? node.value : [],
    );
  }

  /** Its child elements. */
  get elements() {
    return this.childNodes.filter((node) => node instanceof Node);
  }

  /** All elements in it, in order. */
  *all() {
    const waiting = this.elements.reverse();
    for (let node; (node = waiting.pop());) {
      yield node;
      for (const child of node.elements.reverse()) waiting.push(child);
    }
  }

  /** The elements in it that a test holds for. */
  find(test) {
    const found = [];
    for (const node of this.all()) if (test(node)) found.push(node);
    return found;
  }

  /** The first of them; undefined if there is none. */
  first(test) {
    for (const node of this.all()) if (test(node)) return node;
    return undefined;
  }

  named(name) {
    return this.find((node) => node.name === name);
  }

  /** Its text with white space folded; what is not read, as a script, is none. */
  get text() {
    const words = [];
    const waiting = [...this.childNodes].reverse();
    for (let node; (node = waiting.pop());)
      if (node.nodeName === '#text') words.push(node.value);
      else if (node instanceof Node && !/^(script|style)$/.test(node.name))
        for (let at = node.childNodes.length - 1; at >= 0; at--) waiting.push(node.childNodes[at]);
    return words.join('').replace(/\s+/g, ' ').trim();
  }

  closest(name) {
    for (let node = this.parent; node; node = node.parent) if (node.name === name) return node;
    return undefined;
  }
}

/**
 * Reads a page.
 * @returns its elements in order, and the slips in its markup, each with its `code`, its `line` and the `name` of what
 *   it is about
 * @throws TooDeep
 */
export function readHtml(html) {
  const slips = [];
  let depth = 0;
  let latest = 1;
  const root = parse(html, {
    sourceCodeLocationInfo: true,
    onParseError({ code, startLine: line, startOffset, endOffset }) {
      if (!told.has(code)) return;
      const name =
        code === 'duplicate-attribute'
          ? (/[^\s"'<>/=]*$/.exec(html.slice(Math.max(0, startOffset - 100), startOffset))?.[0] ??
            '')
          : (/^<([^\s/>]+)/.exec(html.slice(startOffset, endOffset))?.[1] ?? '');
      slips.push({ code, line, name: name.toLowerCase() });
    },
    treeAdapter: {
      ...defaultTreeAdapter,
      createDocument: () => new Node('#document'),
      createDocumentFragment: () => new Node('#document-fragment'),
      createElement: (name, namespace, attributes) => new Node(name, namespace, attributes),
      setNodeSourceCodeLocation(node, location) {
        if (node instanceof Node && location) node.line = latest = location.startLine;
      },
      getNodeSourceCodeLocation: () => null,
      onItemPush() {
        if (++depth > deepest) throw new TooDeep(latest);
      },
      onItemPop() {
        depth--;
      },
    },
  });
  const nodes = [...root.all()];
  // What the parser added has the line of what it is in.
  for (const node of nodes) node.line ||= node.parent.line || 1;
  return { nodes, slips };
}
