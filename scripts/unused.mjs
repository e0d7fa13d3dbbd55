// Finds the methods of a library that nothing can call. A bundler leaves out functions that are not used, but keeps
// every method of a class or an object; in GSAP that is 2 kB of brotli.

const isFunction = (node) => /^(Function|ArrowFunction)Expression$/.test(node?.type);

const children = (node) =>
  Object.values(node)
    .flat()
    .filter((child) => typeof child?.type === 'string');

/** Methods that the language or the browser calls by itself. */
const platform =
  /^(on[a-z]+|handleEvent|then|next|return|get|set|value|valueOf|toString|toJSON|constructor)$/;

/** Functions by their place: a method by its name, another by `id:` and its name, so that the two do not meet. */
function definition(node, parent, functions) {
  const { left, right, operator } = node.expression ?? {};
  if (node.type === 'ExpressionStatement' && operator === '=' && isFunction(right))
    return left.type === 'MemberExpression' && !left.computed
      ? { name: left.property.name, body: right }
      : undefined;
  if (parent?.type === 'ObjectExpression' && node.type === 'Property' && !node.computed) {
    const { key, value } = node;
    if (isFunction(value) || functions.has(value.name))
      return { name: String(key.name ?? key.value), body: value };
  }
  if (node.type === 'FunctionDeclaration') return { name: `id:${node.id.name}`, body: node.body };
  if (node.type === 'VariableDeclarator' && isFunction(node.init))
    return { name: `id:${node.id.name}`, body: node.init };
  return undefined;
}

/** Names that a node itself uses. A text may name a method, so each of its words counts. */
function namesIn(node) {
  if (node.type === 'Identifier') return [`id:${node.name}`];
  if (node.type === 'MemberExpression' && !node.computed) return [node.property.name];
  if (node.type === 'TemplateElement') return node.value.raw.match(/[\w$]+/g) ?? [];
  if (node.type === 'Literal') return String(node.value).match(/[\w$]+/g) ?? [];
  return [];
}

/**
 * Blanks the methods that are never called, so that what only they need is left out in minifying. The text keeps its
 * length, and its source map.
 * @param code a module
 * @param parse into a tree as ESTree has it
 * @param known names that other modules use
 */
export function blankUnused(code, parse, known) {
  const tree = parse(code);
  const top = tree.body.flatMap((node) => node.declarations ?? node);
  const functions = new Set(
    top
      .filter((node) => isFunction(node.init) || /^Function/.test(node.type))
      .map(({ id }) => id.name),
  );
  const all = [];
  const start = { uses: new Set(known) };
  (function walk(node, within, parent) {
    const found = definition(node, parent, functions);
    if (found) {
      const inner = { ...found, node, within, uses: new Set() };
      all.push(inner);
      for (const child of [found.body, ...(node.params ?? [])]) walk(child, inner, node);
    } else {
      for (const name of namesIn(node)) within.uses.add(name);
      const skipped = [!node.computed && node.type === 'MemberExpression' && node.property];
      if (isFunction(node)) skipped.push(node.id);
      if (node.type === 'Property' && !node.computed) {
        skipped.push(node.key);
        // In a pattern a name is read.
        within.uses.add(String(node.key.name ?? node.key.value));
      }
      for (const child of children(node)) if (!skipped.includes(child)) walk(child, within, node);
    }
  })(tree, start);

  const used = new Set();
  const live = new Set();
  const isUsed = ({ name }) => used.has(name) || platform.test(name);
  const keep = (each) => {
    live.add(each);
    for (const name of each.uses) used.add(name);
  };
  keep(start);
  for (let size = 0; size < live.size;) {
    size = live.size;
    for (const each of all)
      if (!live.has(each) && live.has(each.within) && isUsed(each)) keep(each);
  }
  let blanked = code;
  for (const each of all) {
    const { node, within } = each;
    // Functions that are no methods are left to the bundler.
    if (!live.has(within) || live.has(each) || each.name.startsWith('id:')) continue;
    const end = node.end + (/^\s*,/.exec(code.slice(node.end))?.[0].length ?? 0);
    const gap = code.slice(node.start, end).replace(/[^\n]/g, ' ');
    blanked = blanked.slice(0, node.start) + gap + blanked.slice(end);
  }
  return blanked;
}
