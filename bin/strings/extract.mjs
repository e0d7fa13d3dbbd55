// Finds the strings of a page: where each stands in the file, and what of its markup a translator must leave alone.
import { createHash } from 'node:crypto';
import { parse } from 'parse5';
import { elementsIn, get, isElement, isText, textOf } from '../build/nodes.mjs';
import { readGroups } from '../../dist/scenes/expulsion-counter/sum.js';
import { trimmed, wordsOf } from './parts.mjs';
import { isColumnOfText, readTables } from './tables.mjs';

/** Elements that stand in a line of text. */
const inline = new Set(
  'a abbr b bdi bdo br cite code data del dfn em i img ins kbd label mark q ruby rp rt rb s samp small span strong sub sup svg time u var wbr'.split(
    ' ',
  ),
);
/** Of these, what is one thing to a translator, whatever is in it. */
const whole = new Set(['br', 'img', 'svg', 'wbr']);
/** What no words of a story stand in. */
const silent = new Set(['script', 'style', 'noscript', 'template', 'textarea', 'iframe', 'object']);

/** Attributes that hold words, by the element; `*` is any. */
const wordy = {
  '*': ['alt', 'aria-description', 'aria-label', 'aria-valuetext', 'label', 'placeholder', 'title'],
  'story-chapter': ['heading'],
  'story-step': ['name'],
  'phone-call-scene': ['from', 'to', 'unit'],
  'expulsion-counter': ['unit', 'note'],
  'diplomat-map': ['home', 'unit'],
  'source-chain': ['you', 'reach'],
};
const wordyMeta = /^(description|og:title|og:description|twitter:title|twitter:description)$/;

const hasLetters = (text) => /\p{L}/u.test(text);

const fold = (text) => text.replace(/[ \t\n\r\f]+/g, ' ');
const isSpace = (text) => /^[ \t\n\r\f]*$/.test(text);

/** A name for an id, from a text. */
export function slug(text) {
  const ascii = text
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 32)
    .toLowerCase();
  return ascii || `x${createHash('sha256').update(text).digest('hex').slice(0, 6)}`;
}

export class Strings {
  /** The strings in order: `id`, `place`, `parts`, and where each stands. */
  units = [];
  /** What is left out, and why. */
  leftOut = [];
  #ids = new Map();
  #ordinals = new Map();

  constructor(source) {
    this.source = source;
    this.document = parse(source, { sourceCodeLocationInfo: true });
    const all = [...elementsIn(this.document)];
    this.html = all.find(({ tagName }) => tagName === 'html');
    this.story = all.find(({ tagName }) => tagName === 'scroll-story');
    this.lang = get(this.html, 'lang') || (this.story && get(this.story, 'lang')) || 'en';
    this.steps = new Set(
      all
        .filter(({ tagName }) => tagName === 'story-step')
        .flatMap((step) => [get(step, 'id'), get(step, 'step')])
        .filter(Boolean),
    );
    this.tables = readTables(all);
    for (const { tagName, attrs } of all) {
      const src = attrs.find(({ name }) => name === 'src')?.value ?? '';
      if (tagName.includes('-') && src && !src.startsWith('#') && tagName !== 'source-chain')
        this.leftOut.push(`the data in "${src}", which are a file of their own`);
    }
    this.#walk(this.document, 'page');
  }

  /** An id that no other string has. */
  #id(wanted) {
    const seen = this.#ids.get(wanted) ?? 0;
    this.#ids.set(wanted, seen + 1);
    return seen ? this.#id(`${wanted}.${seen + 1}`) : wanted;
  }

  /** How many elements of a tag were met in a scope. */
  #ordinal(scope, tag) {
    const key = `${scope} ${tag}`;
    const next = (this.#ordinals.get(key) ?? 0) + 1;
    this.#ordinals.set(key, next);
    return `${tag}-${next}`;
  }

  #walk(node, scope) {
    let run = [];
    const end = () => {
      if (run.length) this.#content(node, run, scope);
      run = [];
    };
    for (const child of node.childNodes ?? []) {
      if (isText(child) || (isElement(child) ? isInline(child) : child.nodeName === '#comment'))
        run.push(child);
      else {
        end();
        if (isElement(child)) this.#element(child, scope);
      }
    }
    end();
  }

  #element(element, outer) {
    const { tagName } = element;
    if (silent.has(tagName)) return;
    const scope = scopeOf(element, outer);
    // In a table of states that keeps a browser from translating names; which columns hold words is known here.
    const untouched = get(element, 'translate') === 'no' && !this.tables.states.has(element);
    if (!untouched) this.#attributes(element, scope);
    const cell = this.tables.cells.get(element);
    const isKey = this.steps.has(textOf(element));
    if (untouched || (cell && (!isColumnOfText(cell) || isKey))) return;
    this.#walk(element, scope);
  }

  /** The words in some attributes. */
  #attributes(element, scope) {
    const { tagName, attrs, sourceCodeLocation: location } = element;
    if (!location) return;
    const names = [...wordy['*'], ...(wordy[tagName] ?? [])];
    if (tagName === 'li' && has(element, 'data-from')) names.push('data-from', 'data-to');
    if (
      tagName === 'meta' &&
      wordyMeta.test(get(element, 'name') ?? get(element, 'property') ?? '')
    )
      names.push('content');
    this.#groups(element, scope);
    for (const { name, value } of attrs) {
      if (!names.includes(name) || !hasLetters(value) || !placeOf(element, name)) continue;
      const { startOffset: start, endOffset: stop } = placeOf(element, name);
      const own = get(element, 'id') ?? this.#ordinal(scope, tagName);
      const what = tagName === 'meta' ? (get(element, 'name') ?? get(element, 'property')) : name;
      const base = own === scope ? scope : `${scope}.${slug(own)}`;
      this.units.push({
        id: this.#id(slugged(`${base}.${slug(what)}`)),
        place: `${what} of <${tagName}>, ${scope}`,
        ...{ scope, element, attribute: name, start, end: stop },
        parts: [fold(value).trim()],
      });
    }
  }

  /** The names that a scene shows for the groups of its rows. */
  #groups(element, scope) {
    const place = placeOf(element, 'groups');
    if (!place || !element.tagName.includes('-')) return;
    for (const { value, name } of readGroups(get(element, 'groups')))
      if (hasLetters(name))
        this.units.push({
          id: this.#id(slugged(`${scope}.groups.${slug(value)}`)),
          place: `name of the group "${value}", ${scope}`,
          ...{ scope, element, attribute: 'groups', group: value },
          ...{ start: place.startOffset, end: place.endOffset, parts: [name] },
        });
  }

  /** The words in some nodes that follow each other. */
  #content(parent, nodes, scope) {
    const isBlank = (node) => node.nodeName === '#comment' || (isText(node) && isSpace(node.value));
    const first = nodes.findIndex((node) => !isBlank(node));
    if (first < 0) return;
    const last = nodes.findLastIndex((node) => !isBlank(node));
    const run = nodes.slice(first, last + 1);
    // What stands in the codes has its own attributes.
    const inner = run.filter(isElement).flatMap((node) => [node, ...elementsIn(node)]);
    const keeps = parent.tagName === 'pre';
    const taken = this.#parts(run, keeps);
    if (!hasLetters(taken ? wordsOf(taken) : run.map(textOf).join(''))) {
      for (const element of inner) this.#attributes(element, scope);
      return;
    }
    if (!taken) {
      const line = run.find(({ sourceCodeLocation: at }) => at)?.sourceCodeLocation.startLine;
      this.leftOut.push(`line ${line}, whose tags are not closed where they should be`);
      return;
    }
    const start = run[0].sourceCodeLocation.startOffset + leading(run[0], this.source);
    const stop = run.at(-1).sourceCodeLocation.endOffset - trailing(run.at(-1), this.source);
    const cell = this.tables.cells.get(parent);
    const own = get(parent, 'id');
    const name = cell
      ? `${slug(cell.key)}.${slug(cell.column)}`
      : own && own === scope
        ? 'words'
        : this.#ordinal(scope, parent.tagName ?? 'text');
    this.units.push({
      id: this.#id(slugged(`${scope}.${name}`)),
      place: cell
        ? `column "${cell.column}", row "${cell.key}", ${scope}`
        : `<${parent.tagName}>, ${scope}`,
      ...{ scope, element: parent, start, end: stop, cell, keeps },
      isAll: run.length === nodes.length && nodes.length === parent.childNodes.length,
      parts: trimmed(taken),
    });
    for (const element of inner)
      if (get(element, 'translate') !== 'no') this.#attributes(element, scope);
  }

  /** Text and codes; undefined where they do not stand in the file as they do in the tree. */
  #parts(nodes, keeps, counter = { id: 0 }) {
    const parts = [];
    for (const node of nodes) {
      const location = node.sourceCodeLocation;
      if (!location) return undefined;
      if (isText(node)) parts.push(keeps ? node.value : fold(node.value));
      else {
        const id = String(++counter.id);
        const isWhole =
          !isElement(node) || whole.has(node.tagName) || get(node, 'translate') === 'no';
        const { startOffset: start, endOffset: stop } = location;
        if (isWhole) parts.push({ id, node, data: [start, stop] });
        else {
          const { startTag, endTag } = location;
          if (!startTag || !endTag) return undefined;
          const children = this.#parts(node.childNodes, keeps, counter);
          if (!children) return undefined;
          const open = [startTag.startOffset, startTag.endOffset];
          const close = [endTag.startOffset, endTag.endOffset];
          parts.push({ id, node, open, close, children });
        }
      }
    }
    return parts;
  }
}

const has = (element, name) => get(element, name) !== undefined;

/** Where an attribute stands in the file. */
export const placeOf = (element, name) => {
  const location = element.sourceCodeLocation;
  return (location?.startTag ?? location)?.attrs?.[name] ?? location?.attrs?.[name];
};

/** XML takes no more in an id. */
const slugged = (id) => id.replace(/[^A-Za-z0-9_.-]/g, '-').replace(/^[^A-Za-z_]/, '_$&');

const isInline = (element) =>
  inline.has(element.tagName) &&
  (whole.has(element.tagName) ||
    [...elementsIn(element)].every(({ tagName }) => inline.has(tagName)));

/** What strings in an element are told apart by: the nearest step, or whatever else has an id. */
function scopeOf(element, outer) {
  const { tagName } = element;
  if (tagName === 'head') return 'head';
  if (tagName === 'story-chapter') {
    const first = [...elementsIn(element)].find((one) => one.tagName === 'story-step');
    return (
      get(element, 'id') || (first && get(first, 'id') ? `chapter-${get(first, 'id')}` : outer)
    );
  }
  const claim = get(element, 'data-claim');
  return get(element, 'id') || (claim ? `claim-${claim}` : outer);
}

const space = /[ \t\n\r\f]*/;
const leading = (node, source) => (isText(node) ? space.exec(raw(node, source))[0].length : 0);
const trailing = (node, source) =>
  isText(node) ? /[ \t\n\r\f]*$/.exec(raw(node, source))[0].length : 0;
const raw = ({ sourceCodeLocation: { startOffset, endOffset } }, source) =>
  source.slice(startOffset, endOffset);
