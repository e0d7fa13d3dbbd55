// The story as plain HTML: what a page has where no script of ours runs, and what feeds, newsletters and reader modes get.
// Nothing in it that a cleaner of HTML takes out: no style, no element of our own, no table of states.
import { defaultTreeAdapter as tree, parseFragment, serialize } from 'parse5';
import { elementsIn, get, has, isElement, isText, remove, set, textOf } from './nodes.mjs';
import { folded, here } from './page.mjs';
import { sizes } from './pictures.mjs';

const html = 'http://www.w3.org/1999/xhtml';

/** Attributes that plain HTML keeps. */
const kept = new Set([
  ...['alt', 'cite', 'colspan', 'controls', 'datetime', 'dir', 'headers', 'height', 'href', 'id'],
  ...[
    'lang',
    'loading',
    'open',
    'poster',
    'rowspan',
    'scope',
    'src',
    'srcset',
    'start',
    'title',
    'type',
  ],
  ...['value', 'width', 'data-step'],
]);

/** What holds a story together, and is taken away with the other boxes. */
const frame = new Set(['scroll-story', 'story-chapter', 'story-step']);

const make = (name, attrs = [], children = []) => {
  const element = tree.createElement(name, html, attrs);
  for (const child of children) append(element, child);
  return element;
};

function append(parent, child) {
  const node = typeof child === 'string' ? { nodeName: '#text', value: child } : child;
  node.parentNode = parent;
  parent.childNodes.push(node);
}

/** Puts others in the place of a node. */
function replace(node, others) {
  const { parentNode } = node;
  for (const other of others) other.parentNode = parentNode;
  parentNode.childNodes.splice(parentNode.childNodes.indexOf(node), 1, ...others);
}

function rename(element, name) {
  element.nodeName = element.tagName = name;
}

/** The claims of the ledger by their names: what each says, who says it, and its sources. */
function claimsIn(root) {
  const claims = new Map();
  for (const item of elementsIn(root)) {
    const name = get(item, 'data-claim');
    if (!name || claims.has(name)) continue;
    const part = (wanted) =>
      [...elementsIn(item)].find((one) => get(one, 'data-part') === wanted) ?? { childNodes: [] };
    claims.set(name, {
      claim: textOf(part('claim')),
      speaker: textOf(part('speaker')),
      standing: get(item, 'data-standing') ?? '',
      links: [...elementsIn(item)].filter(({ tagName }) => tagName === 'a'),
    });
  }
  return claims;
}

/** The claims that a step rests on, as a list: what a compact <source-chain> shows. */
function listOf(chain, claims) {
  const names = (get(chain, 'claim') ?? '').split(/[\s,]+/).filter((name) => claims.has(name));
  const items = names.map((name) => {
    const { claim, speaker, standing, links } = claims.get(name);
    const said = [claim, speaker && ` — ${speaker}`, standing && ` (${standing})`].join('');
    const sources = links.flatMap((link) => [
      ' ',
      make('a', [{ name: 'href', value: get(link, 'href') ?? '' }], [textOf(link)]),
    ]);
    return make('li', [], [said, ...sources]);
  });
  return items.length ? [make('ul', [], items)] : [];
}

/** What a scene has for readers of text: its data, and what else its author put into it. */
function figureOf(scene) {
  const children = scene.childNodes.filter(
    (child) => isText(child) || (isElement(child) && get(child, 'slot') !== 'steps'),
  );
  const shows = children.some((child) => isElement(child));
  return shows ? [make('figure', [], children)] : [];
}

/** Unhides a table of data, without the columns that are for machines alone. */
function showData(table) {
  const cells = [...elementsIn(table)].filter(({ tagName }) => /^t[hd]$/.test(tagName));
  for (const cell of cells) if (has(cell, 'hidden')) remove(cell);
}

/**
 * Writes a story as plain HTML.
 * @param page a StoryPage
 * @param name the story's name: the steps' ids begin with it, as its deep links do
 * @param pictures what each step's picture is, by the step's id: `words` and, where there is one, `still`
 * @returns HTML in one line: an editor that makes paragraphs of line breaks finds none
 */
export function articleOf(page, name, pictures = new Map()) {
  const root = parseFragment(serialize(page.body));
  const claims = claimsIn(root);
  const referred = new Set(
    [...elementsIn(root)].flatMap((one) => (get(one, 'src') ?? '').match(/^#(.+)/)?.[1] ?? []),
  );
  for (const element of [...elementsIn(root)]) {
    const { tagName } = element;
    if (!element.parentNode || !isIn(root, element)) continue;
    if (get(element, 'slot') === 'steps') remove(element);
    else if (tagName === 'source-chain')
      replace(
        element,
        has(element, 'compact') || has(element, 'claim')
          ? listOf(element, claims)
          : element.childNodes,
      );
    else if (tagName === 'table') showData(element);
    else if (has(element, 'hidden') && !referred.has(get(element, 'id'))) remove(element);
    else if (tagName === 'story-step') step(element, name, pictures);
    else if (tagName === 'story-chapter') replace(element, chapter(element));
    else if (tagName.includes('-') && !frame.has(tagName)) replace(element, figureOf(element));
  }
  flatten(root);
  for (const element of elementsIn(root))
    element.attrs = element.attrs.filter((attribute) => kept.has(attribute.name));
  return `<div>${folded(serialize(root)).replace(/\n/g, ' ')}</div>`;
}

/** Boxes that only hold others together. */
const boxes = new Set([
  'div',
  'section',
  'header',
  'footer',
  'main',
  'article',
  'aside',
  'nav',
  'scroll-story',
]);

/**
 * Takes boxes away: where all words stand side by side, a reader mode takes all of them for the article. A box of bare
 * text becomes a paragraph.
 */
function flatten(root) {
  for (const element of [...elementsIn(root)].reverse()) {
    if (!boxes.has(element.tagName) || isWithin(element, 'figure')) continue;
    const isText = element.childNodes.every((child) => !isElement(child) || isPhrase(child));
    if (isText && textOf(element)) rename(element, 'p');
    else if (get(element, 'id')) rename(element, 'div');
    else replace(element, element.childNodes);
  }
}

const isPhrase = ({ tagName }) =>
  /^(a|abbr|b|br|cite|code|em|i|img|q|s|small|span|strong|sub|sup|time|u)$/.test(tagName);

function isWithin(node, name) {
  for (let { parentNode } = node; parentNode; { parentNode } = parentNode)
    if (parentNode.tagName === name) return true;
  return false;
}

function isIn(root, node) {
  let top = node;
  while (top.parentNode) {
    if (!top.parentNode.childNodes.includes(top)) return false;
    top = top.parentNode;
  }
  return top === root;
}

/** What a chapter holds, after its heading. */
function chapter(element) {
  const heading = get(element, 'heading');
  return [...(heading ? [make('h2', [], [heading])] : []), ...element.childNodes];
}

/** Puts what a step holds in its place; the first of it has the step's id. */
function step(element, name, pictures) {
  const id = get(element, 'id') ?? '';
  const { words, still } = pictures.get(id) ?? {};
  if (words) {
    const picture = still ? [stillOf(here + still)] : [];
    append(element, make('figure', [], [...picture, make('figcaption', [], [words])]));
  }
  const first = element.childNodes.find(isElement);
  if (!first) return replace(element, element.childNodes);
  set(first, 'data-step', id);
  if (!get(first, 'id')) set(first, 'id', `${name}/${id}`);
  replace(element, element.childNodes);
}

/** A still that loads only where it is seen: once the story has come, it never is. */
function stillOf(src) {
  const [width, height] = sizes.wide.map(String);
  const values = { src, alt: '', width, height, loading: 'lazy' };
  return make(
    'img',
    Object.entries(values).map(([name, value]) => ({ name, value })),
  );
}
