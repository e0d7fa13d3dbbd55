// Writes and reads XLIFF 2.0, which translators' tools open: https://docs.oasis-open.org/xliff/xliff-core/v2.0/xliff-core-v2.0.html
import { DOMParser, ParseError } from '@xmldom/xmldom';
import { codesIn, trimmed, wordsOf } from './parts.mjs';
import { refusal } from '../messages.mjs';

const namespace = 'urn:oasis:names:tc:xliff:document:2.0';

/** A translation whose source has changed since. */
export const staleState = 'communique:stale';

/** Characters that XML has no place for, as it has them. */
// eslint-disable-next-line no-control-regex -- these are what it is about
const unheard = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

const escape = (text) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');

/** Text in an attribute or in data, where a character that XML does not have is left out. */
const attribute = (text) =>
  escape(text.replace(new RegExp(unheard, 'g'), '')).replace(/[\n\t]/g, ' ');

const content = (text) =>
  text
    .split(new RegExp(`(${unheard.source})`))
    .map((part, at) =>
      at % 2 ? `<cp hex="${part.charCodeAt(0).toString(16).padStart(4, '0')}"/>` : escape(part),
    )
    .join('');

const kinds = { a: 'link', img: 'image', b: 'fmt', i: 'fmt', em: 'fmt', strong: 'fmt', br: 'fmt' };

/**
 * Text and codes as XLIFF has them.
 * @param codes what the codes stand for, by their ids
 */
function contentOf(parts, codes, data) {
  return parts
    .map((part) => {
      if (typeof part === 'string') return content(part);
      const { id, children } = part;
      const code = codes.get(id);
      // One that a translator has invented stands for nothing.
      if (!code || !code.data !== !!children) return content(wordsOf(children ?? []));
      const kind = kinds[code.node.tagName] ?? 'other';
      const rest = `type="${kind}" canCopy="no"`;
      if (!children) return `<ph id="${id}" dataRef="${data(code, 0)}" ${rest} canDelete="no"/>`;
      const [start, end] = [data(code, 0), data(code, 1)];
      return `<pc id="${id}" dataRefStart="${start}" dataRefEnd="${end}" ${rest} canDelete="no">${contentOf(children, codes, data)}</pc>`;
    })
    .join('');
}

/** The markup that codes stand for, each once. */
function keeper(source) {
  const kept = new Map();
  const data = (part, end) => {
    const [from, to] = part.data ?? (end ? part.close : part.open);
    const text = source.slice(from, to);
    if (!kept.has(text)) kept.set(text, `d${kept.size + 1}`);
    return kept.get(text);
  };
  return { kept, data };
}

/**
 * Writes strings and their translations.
 * @param units what there is: `id`, `place`, `parts`, `keeps`, and of a translation `target`, `state` and `before`, the
 *   source that a stale one was made from
 */
export function writeXliff(units, { source, original, sourceLang, targetLang }) {
  const lines = units.map((unit) => {
    const { kept, data } = keeper(source);
    const codes = new Map(codesIn(unit.parts).map((code) => [code.id, code]));
    const spaced = unit.keeps ? ' xml:space="preserve"' : '';
    const inner = contentOf(unit.parts, codes, data);
    const { target, state = 'initial', before } = unit;
    const translated = target && contentOf(target, codes, data);
    const notes = [`<note category="place">${attribute(unit.place)}</note>`];
    if (before !== undefined)
      notes.push(`<note category="stale">The source was: ${attribute(before)}</note>`);
    for (const note of unit.notes ?? [])
      notes.push(`<note category="translator">${attribute(note)}</note>`);
    const datas = [...kept].map(([text, id]) => `<data id="${id}">${content(text)}</data>`);
    const how = before === undefined ? '' : ` subState="${staleState}"`;
    return [
      `    <unit id="${unit.id}"${spaced}>`,
      `      <notes>`,
      ...notes.map((note) => `        ${note}`),
      `      </notes>`,
      ...(datas.length ? [`      <originalData>${datas.join('')}</originalData>`] : []),
      `      <segment id="s" state="${target && before === undefined ? state : 'initial'}"${how}>`,
      `        <source>${inner}</source>`,
      ...(target ? [`        <target>${translated}</target>`] : []),
      `      </segment>`,
      `    </unit>`,
    ].join('\n');
  });
  const target = targetLang ? ` trgLang="${attribute(targetLang)}"` : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="${namespace}" version="2.0" srcLang="${attribute(sourceLang)}"${target}>
  <file id="story" original="${attribute(original)}">
${lines.join('\n')}
  </file>
</xliff>
`;
}

const children = (node, name) =>
  [...(node?.childNodes ?? [])].filter(({ localName }) => !name || localName === name);

/** Text and codes as a translator has put them. */
function partsOf(node, keeps) {
  const root = { children: [] };
  // A tool may have parted a code into its start and its end.
  const open = [root];
  const push = (part) => open.at(-1).children.push(part);
  for (const child of [...(node?.childNodes ?? [])]) {
    const id = child.nodeType === 1 ? child.getAttribute('id') : '';
    if (child.nodeType === 3 || child.nodeType === 4)
      push(keeps ? child.data : child.data.replace(/[ \t\n\r]+/g, ' '));
    else if (child.nodeType !== 1) continue;
    else if (child.localName === 'cp')
      push(String.fromCharCode(parseInt(child.getAttribute('hex'), 16) || 0));
    else if (child.localName === 'pc') push({ id, children: partsOf(child, keeps) });
    else if (child.localName === 'ph') push({ id });
    else if (child.localName === 'sc') {
      const part = { id, children: [] };
      push(part);
      open.push(part);
    } else if (child.localName === 'ec') {
      if (open.length > 1 && open.at(-1).id === child.getAttribute('startRef')) open.pop();
    } else for (const part of partsOf(child, keeps)) push(part);
  }
  return joined(root.children);
}

/** Texts that follow each other are one. */
function joined(parts) {
  const all = [];
  for (const part of parts)
    if (typeof part === 'string' && typeof all.at(-1) === 'string') all.push(all.pop() + part);
    else if (part !== '') all.push(part);
  return all;
}

/**
 * Reads a file of translations.
 * @returns its languages, and its strings by their ids in order
 * @throws a refusal where it is no XLIFF 2
 */
export function readXliff(text, file) {
  const refuse = (problem) => refusal(`"${file}" ${problem}`);
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw refuse('has a document type, which XLIFF has not.');
  let document;
  try {
    const onError = (level, message) => {
      if (level !== 'warning') throw new ParseError(message);
    };
    document = new DOMParser({ onError }).parseFromString(text, 'text/xml');
  } catch (error) {
    throw refuse(`is no XML: ${error.message.split('\n')[0]}`);
  }
  const root = document.documentElement;
  if (root?.localName !== 'xliff' || !/^2\./.test(root.getAttribute('version') ?? ''))
    throw refuse('is no XLIFF 2; write one with "communique strings story.html --lang fr".');
  const entries = new Map();
  for (const unit of [...root.getElementsByTagName('*')].filter(
    ({ localName }) => localName === 'unit',
  )) {
    const keeps = unit.getAttribute('xml:space') === 'preserve';
    const segments = children(unit).filter(({ localName }) =>
      /^(segment|ignorable)$/.test(localName),
    );
    const gather = (name) =>
      joined(
        segments.flatMap((one) =>
          partsOf(
            children(one, name)[0] ?? (name === 'target' ? children(one, 'source')[0] : undefined),
            keeps,
          ),
        ),
      );
    const isGiven = segments.some(
      (one) =>
        children(one, 'target')[0]?.textContent.trim() ||
        children(children(one, 'target')[0]).some(({ nodeType }) => nodeType === 1),
    );
    const states = segments
      .filter(({ localName }) => localName === 'segment')
      .map((one) => one.getAttribute('state') || 'initial');
    const [notes] = children(unit, 'notes');
    const noted = (category) =>
      children(notes, 'note')
        .filter((note) => (note.getAttribute('category') || 'translator') === category)
        .map(({ textContent }) => textContent);
    const state = states.every((one) => one === states[0]) ? states[0] : 'initial';
    const marked =
      segments.some((one) => one.getAttribute('subState') === staleState) && state === 'initial';
    entries.set(unit.getAttribute('id'), {
      id: unit.getAttribute('id'),
      parts: keeps ? gather('source') : trimmed(gather('source')),
      target: isGiven ? (keeps ? gather('target') : trimmed(gather('target'))) : undefined,
      state: isGiven && state === 'initial' && !marked ? 'translated' : state,
      before: marked ? noted('stale')[0]?.replace(/^The source was: /, '') : undefined,
      notes: noted('translator'),
    });
  }
  return {
    sourceLang: root.getAttribute('srcLang') ?? '',
    targetLang: root.getAttribute('trgLang') ?? '',
    entries,
  };
}
