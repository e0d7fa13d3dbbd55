// Styles that were written for a page, as they are in the shadow root of a published story.
// css-tree is a parser of CSS that is kept up with the standards; here it reads selectors and leaves values alone.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate, List, parse, walk } from 'css-tree';

/** What has no effect in a shadow root, so that the page must have it. */
const ofPage = new Set(['font-face', 'property', 'font-feature-values', 'font-palette-values']);
/** What a constructed style sheet may not have. */
const forbidden = new Set(['charset', 'namespace']);

const address = /url\(\s*(["']?)(?![a-z][a-z\d+.-]*:|#|\/)([^"')]+)\1\s*\)/gi;

const isLocal = (target) => !/^([a-z][a-z\d+.-]*:|\/)/i.test(target);

/** Values stay as they are written. */
const rawValues = { parseValue: false, parseCustomProperty: false, parseAtrulePrelude: false };

const raw = (value) => ({ type: 'Raw', value });

/** One part of a selector, between two combinators: the page's root becomes the host, its body the box of the words. */
function compound(parts, tags) {
  const isRoot = (part) =>
    (part.type === 'TypeSelector' && part.name === 'html') ||
    (part.type === 'PseudoClassSelector' && part.name === 'root' && !part.children);
  if (parts.some(isRoot)) {
    const rest = parts.filter((part) => !isRoot(part));
    const pseudo = rest.filter(({ type }) => type === 'PseudoElementSelector');
    const test = rest.filter((part) => !pseudo.includes(part)).map((part) => generate(part));
    return [raw(test.length ? `:host(${test.join('')})` : ':host'), ...pseudo];
  }
  return parts.map((part) => {
    if (part.type !== 'TypeSelector') return part;
    if (part.name === 'body') return raw('[part~="page"]');
    return tags.has(part.name) ? { ...part, name: tags.get(part.name) } : part;
  });
}

function rewrite(selector, tags) {
  const groups = [[]];
  for (const part of selector.children)
    if (part.type === 'Combinator') groups.push(part, []);
    else groups.at(-1).push(part);
  const parts = groups.flatMap((group) => (Array.isArray(group) ? compound(group, tags) : group));
  selector.children = new List().fromArray(parts);
}

/**
 * Rewrites styles for a shadow root.
 * @param css their text
 * @param options.file the file that relative addresses start from
 * @param options.tags the names of elements that have others inside a published story
 * @param options.asset gives a file the address that it is published under
 * @param options.tell says what is left out
 * @returns the styles inside, and those that the page itself must have
 */
export function storyStyles(css, { file, tags, asset, tell }) {
  const inside = [];
  const page = [];
  const tree = parse(css, {
    ...rawValues,
    onParseError: ({ message, line }) =>
      tell(`${fileOf(file)}:${line}: ${message}; the browser will leave that out`),
  });
  walk(tree, {
    enter(node) {
      if (node.type === 'Selector') rewrite(node, tags);
      if (node.type === 'Declaration' && node.value.type === 'Raw')
        node.value.value = node.value.value
          .replace(/\s+/g, ' ')
          .replace(address, (_, quote, path) => `url("${asset(resolve(dirname(file), path))}")`);
    },
    leave(node, item, list) {
      if (node.type !== 'Rule') return;
      dropColorScheme(node);
      addFallback(node, item, list);
    },
  });
  for (const node of tree.children) {
    if (node.type !== 'Atrule') inside.push(generate(node));
    else if (node.name === 'import') {
      const target = /["']([^"']+)["']|url\(([^)]+)\)/.exec(generate(node))?.slice(1).find(Boolean);
      if (!isLocal(target)) tell(`the style sheet ${target} is left out: load it in the page`);
      else {
        const imported = resolve(dirname(file), target);
        const found = storyStyles(readFileSync(imported, 'utf8'), {
          ...{ file: imported, tags, asset, tell },
        });
        inside.push(found.inside);
        page.push(found.page);
      }
    } else if (ofPage.has(node.name)) page.push(generate(node));
    else if (!forbidden.has(node.name)) inside.push(generate(node));
  }
  return { inside: inside.join(''), page: page.join('') };
}

/** A story has the colour scheme of the page that it stands in, not that of the page that it was written in. */
function dropColorScheme({ prelude, block }) {
  if (!/:host\b/.test(generate(prelude))) return;
  block.children = block.children.filter((node) => node.property !== 'color-scheme');
}

const fileOf = (file) => (file.startsWith('file:') ? fileURLToPath(file) : file);

const scheme =
  /light-dark\(\s*((?:[^(),]|\((?:[^()]|\([^()]*\))*\))+),(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g;

/** Gives browsers that do not know `light-dark()` the light colours: a custom property would hold what they cannot read. */
function addFallback(rule, item, list) {
  const text = generate(rule.block);
  if (!text.includes('light-dark(') || !list) return;
  const light = parse(`${generate(rule.prelude)}${text.replace(scheme, '$1')}`, {
    context: 'rule',
    ...rawValues,
  });
  const known = parse(`@supports (color: light-dark(red, red)){${generate(rule)}}`, {
    context: 'atrule',
    ...rawValues,
  });
  list.insertData(light, item);
  list.replace(item, list.createItem(known));
}
