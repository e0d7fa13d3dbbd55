// Reads a page well enough to check it: tags, attributes, text and where they stand. No parser comes with it, because
// whoever uses the elements alone would have to install that parser too.

const empty = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const raw = /^(script|style|textarea|title)$/;

/** What an element without an end tag ends before, and what it does not reach beyond. */
const ends = {
  li: [/^li$/, /^(ul|ol)$/],
  dt: [/^d[td]$/, /^dl$/],
  dd: [/^d[td]$/, /^dl$/],
  td: [/^(t[dhr]|tbody|thead|tfoot)$/, /^table$/],
  th: [/^(t[dhr]|tbody|thead|tfoot)$/, /^table$/],
  tr: [/^(tr|tbody|thead|tfoot)$/, /^table$/],
  thead: [/^(tbody|tfoot)$/, /^table$/],
  tbody: [/^(tbody|tfoot)$/, /^table$/],
  p: [
    /^(p|div|ul|ol|dl|table|section|article|header|footer|figure|h[1-6]|blockquote|details)$/,
    /^$/,
  ],
};

const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const decode = (text) =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    name ? (named[name] ?? whole) : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
  );

/** An element of a page that was read. */
class Node {
  children = [];
  constructor(name, attributes, line, parent) {
    Object.assign(this, { name, attributes, line, parent });
  }
  /** The value of an attribute; undefined if it is not there. */
  get(attribute) {
    return this.attributes.get(attribute);
  }
  get attributeNames() {
    return this.attributes.keys();
  }
  /** All elements in it, in order. */
  *all() {
    for (const child of this.children)
      if (child instanceof Node) {
        yield child;
        yield* child.all();
      }
  }
  /** The elements in it that a test holds for. */
  find(test) {
    return [...this.all()].filter(test);
  }
  named(name) {
    return this.find((node) => node.name === name);
  }
  /** Its child elements. */
  get elements() {
    return this.children.filter((child) => child instanceof Node);
  }
  /** Its text with white space folded. */
  get text() {
    const text = (node) => (node instanceof Node ? node.children.map(text).join('') : node);
    return text(this).replace(/\s+/g, ' ').trim();
  }
  closest(name) {
    for (let node = this.parent; node; node = node.parent) if (node.name === name) return node;
    return undefined;
  }
}

const attributePattern = /([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;

function readAttributes(text) {
  const attributes = new Map();
  for (const [, name, double, single, bare] of text.matchAll(attributePattern)) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decode(double ?? single ?? bare ?? ''));
  }
  return attributes;
}

/** Reads a page. */
export function readHtml(html) {
  const root = new Node('#page', new Map(), 1);
  const token =
    /<!--[^]*?(?:-->|$)|<!doctype[^>]*>|<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi;
  let open = root;
  let at = 0;
  let line = 1;
  const text = (until) => {
    const skipped = html.slice(at, until);
    if (skipped) open.children.push(decode(skipped));
    line += skipped.split('\n').length - 1;
    at = until;
  };
  for (let found; (found = token.exec(html));) {
    const [whole, slash, given, rest] = found;
    text(found.index);
    const start = line;
    line += whole.split('\n').length - 1;
    at = token.lastIndex;
    if (!given) continue;
    const name = given.toLowerCase();
    if (slash) {
      let node = open;
      while (node !== root && node.name !== name) node = node.parent;
      if (node !== root) open = node.parent;
      continue;
    }
    for (;;) {
      const [before, within] = ends[open.name] ?? [];
      if (!before?.test(name) || within.test(name)) break;
      open = open.parent;
    }
    const node = new Node(name, readAttributes(rest), start, open);
    open.children.push(node);
    if (empty.test(name) || (rest.endsWith('/') && node.closest('svg'))) continue;
    open = node;
    if (!raw.test(name)) continue;
    const end = html.toLowerCase().indexOf(`</${name}`, at);
    text(end < 0 ? html.length : end);
    token.lastIndex = at;
  }
  text(html.length);
  return root;
}
