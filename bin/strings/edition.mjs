// Writes a page in another language: what is not translated stays as it stands in the file, byte for byte.
import { elementsIn, get, isElement, textOf } from '../build/nodes.mjs';
import { readGroups } from '../../dist/scenes/expulsion-counter/sum.js';
import { codesIn, wordsOf } from './parts.mjs';
import { placeOf } from './extract.mjs';
import { refers } from './tables.mjs';

const escapeText = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const escapeValue = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const rightToLeft = new Set([
  'Arab',
  'Hebr',
  'Thaa',
  'Syrc',
  'Nkoo',
  'Adlm',
  'Rohg',
  'Mand',
  'Samr',
]);

/** The direction in which a language is written. */
export const directionOf = (lang) =>
  rightToLeft.has(new Intl.Locale(lang).maximize().script) ? 'rtl' : 'ltr';

/** What is wrong with the codes of a translation; undefined if each of the source's is there once. */
export function codeProblem(parts, target) {
  const shape = (all) => codesIn(all).map(({ id, children }) => `${id}${children ? '…' : ''}`);
  const [wanted, given] = [shape(parts), shape(target)];
  const name = (one) => one.replace('…', '');
  const lost = wanted.filter((one) => !given.includes(one)).map(name);
  const more = given
    .filter((one, at) => !wanted.includes(one) || given.indexOf(one) !== at)
    .map(name);
  if (lost.length) return `has lost the code ${lost.join(', ')}`;
  if (more.length) return `has the code ${more.join(', ')}, which its source has not`;
  return undefined;
}

/** Changes to a text, each from a place to a place. */
class Edits {
  #all = [];

  constructor(source) {
    this.source = source;
  }

  /** `make` is called with nothing once all changes are known. */
  add(start, end, make, isWide = false) {
    this.#all.push({ start, end, make, isWide, at: this.#all.length });
  }

  /** The text between two places, with the changes in it. */
  render(start, end, isInside = false) {
    const within = this.#all
      .filter((edit) => edit.start >= start && edit.end <= end && !(isInside && edit.isWide))
      .sort((a, b) => a.start - b.start || b.end - a.end || a.at - b.at);
    let text = '';
    let place = start;
    for (const edit of within) {
      // What lies in a wider change is made with it.
      if (edit.start < place) continue;
      text += this.source.slice(place, edit.start) + edit.make();
      place = edit.end;
    }
    return text + this.source.slice(place, end);
  }
}

/** Where attributes go into an element's tag. */
function afterName(element) {
  const { startTag, startOffset } = element.sourceCodeLocation;
  return (startTag?.startOffset ?? startOffset) + 1 + element.tagName.length;
}

/** Gives an element of the page a value of an attribute. */
function setAttribute(edits, element, name, value) {
  if (!element.sourceCodeLocation) return;
  const place = placeOf(element, name);
  const text = `${name}="${escapeValue(value)}"`;
  if (place) edits.add(place.startOffset, place.endOffset, () => text);
  else {
    const at = afterName(element);
    edits.add(at, at, () => ` ${text}`);
  }
}

/** Whether a scene reads what a cell shows, and not another value that stands beside it. */
const isReadAsShown = (cell) => {
  const value = get(cell, 'data-value');
  return value === undefined || value.trim() === textOf(cell);
};

/** The names that rows have now, by those that they had: others refer to them. */
function renamed(units) {
  const names = new Map();
  for (const { cell, target, parts, element } of units)
    if (
      cell?.owner &&
      !cell.owner.states &&
      target &&
      isReadAsShown(element) &&
      /^(name|label|group|from|to)$/.test(cell.name)
    )
      names.set(parts.join('').trim().toLowerCase(), target.join(''));
  return names;
}

/** A list with other names in it. */
const rename = (list, names) =>
  list
    .split(',')
    .map((one) => {
      const name = names.get(one.trim().toLowerCase());
      return name === undefined ? one : one.replace(one.trim(), () => quoted(name));
    })
    .join(',');

/** A name with a sign of a list in it stands in quotes. */
const quoted = (name) => (/[,;=،؛]/.test(name) ? `"${name}"` : name);

/** The groups of a scene with the names that they have now. */
function renameGroups(element, units, names) {
  const groups = readGroups(get(element, 'groups'));
  const isNamed = groups.some(({ name }) => name);
  return groups
    .map(({ value, name }) => {
      const unit = units.find((one) => one.element === element && one.group === value);
      const now = names.get(value.toLowerCase()) ?? value;
      const shown = unit?.target?.join('') ?? name;
      return quoted(now) + (shown ? `=${shown}` : '');
    })
    .join(isNamed ? '; ' : ', ');
}

/** The ways in which a page writes a day. */
const dayForms = [
  { day: 'numeric', month: 'long' },
  { day: 'numeric', month: 'long', year: 'numeric' },
  { dateStyle: 'short' },
  { dateStyle: 'medium' },
  { dateStyle: 'full' },
];

/**
 * A day in another language, in the form that the page has it in.
 * @param text as the page has it; undefined is returned where that is none of the forms
 */
function dayIn(lang, text, iso, sourceLang) {
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return undefined;
  const written = (tag, form) =>
    new Intl.DateTimeFormat(tag, { ...form, timeZone: 'UTC' }).format(new Date(iso));
  const form = dayForms.find((one) => written(sourceLang, one) === text.trim());
  return form && written(lang, form);
}

/**
 * Writes an edition.
 * @param strings what was found in the page
 * @param units its strings, those that are translated with `target`
 * @param options.lang the language of the edition
 * @param options.name its name in deep links
 */
export function writeEdition(strings, units, { lang, name }) {
  const { source, document, html, story } = strings;
  const edits = new Edits(source);
  const said = (parts, codes) =>
    parts
      .map((part) => {
        if (typeof part === 'string') return escapeText(part);
        const { data, open, close } = codes.get(part.id);
        if (data) return edits.render(...data, true);
        return (
          edits.render(...open, true) + said(part.children ?? [], codes) + source.slice(...close)
        );
      })
      .join('');
  const direction = directionOf(lang);
  const mark = (unit) => {
    const { element, isAll, start, end } = unit;
    if (unit.attribute) return;
    const attributes = [['lang', strings.lang]];
    if (directionOf(strings.lang) !== direction)
      attributes.push(['dir', directionOf(strings.lang)]);
    if (isAll && element.sourceCodeLocation && get(element, 'lang') === undefined)
      for (const [key, value] of attributes) setAttribute(edits, element, key, value);
    else {
      const text = attributes.map(([key, value]) => ` ${key}="${value}"`).join('');
      edits.add(start, start, () => `<span${text}>`);
      edits.add(end, end, () => '</span>');
    }
  };
  for (const unit of units) {
    const { element, attribute, start, end, target, parts, cell } = unit;
    if (unit.group !== undefined) continue;
    if (!target) mark(unit);
    else if (attribute)
      edits.add(start, end, () => `${attribute}="${escapeValue(target.join(''))}"`);
    else {
      const codes = new Map(codesIn(parts).map((code) => [code.id, code]));
      edits.add(start, end, () => said(target, codes), true);
      if (cell?.owner && get(element, 'data-value') && isReadAsShown(element))
        setAttribute(edits, element, 'data-value', wordsOf(target));
      // A head is read as the name of its column.
      if (cell?.isHead && cell.owner && get(element, 'data-column') === undefined)
        setAttribute(edits, element, 'data-column', textOf(element));
    }
  }
  const names = renamed(units);
  for (const element of elementsIn(document)) {
    const cell = strings.tables.cells.get(element);
    if (cell?.owner?.states && !cell.isHead && refers.has(cell.name) && names.size)
      for (const node of element.childNodes.filter(
        (one) => !isElement(one) && one.sourceCodeLocation,
      )) {
        const { startOffset, endOffset } = node.sourceCodeLocation;
        const changed = rename(node.value ?? '', names);
        if (changed !== node.value) edits.add(startOffset, endOffset, () => escapeText(changed));
      }
    const isGrouped = element.tagName.includes('-') && get(element, 'groups');
    if (isGrouped && (names.size || units.some((one) => one.element === element && one.target)))
      setAttribute(edits, element, 'groups', renameGroups(element, units, names));
    // A day in the data is no string: its datetime says it in any language.
    const day =
      element.tagName === 'time' &&
      dayIn(lang, textOf(element), get(element, 'datetime') ?? '', strings.lang);
    const [words] = element.childNodes;
    if (day && words?.sourceCodeLocation && element.childNodes.length === 1)
      edits.add(words.sourceCodeLocation.startOffset, words.sourceCodeLocation.endOffset, () =>
        escapeText(day),
      );
    // A link from one step to another.
    const before = story && (get(story, 'name') || get(story, 'id'));
    const href = get(element, 'href') ?? '';
    if (name && before && href.startsWith(`#${before}/`))
      setAttribute(edits, element, 'href', `#${name}${href.slice(before.length + 1)}`);
  }
  if (html.sourceCodeLocation?.startTag) {
    setAttribute(edits, html, 'lang', lang);
    if (direction === 'rtl' || get(html, 'dir')) setAttribute(edits, html, 'dir', direction);
  } else {
    const doctype = document.childNodes.find(({ nodeName }) => nodeName === '#documentType');
    const at = doctype?.sourceCodeLocation?.endOffset ?? 0;
    edits.add(at, at, () => `<html lang="${escapeValue(lang)}" dir="${direction}">`);
  }
  if (story) {
    if (name)
      setAttribute(
        edits,
        story,
        get(story, 'name') ? 'name' : get(story, 'id') ? 'id' : 'name',
        name,
      );
    if (get(story, 'lang') !== undefined) setAttribute(edits, story, 'lang', lang);
    if (get(story, 'dir') !== undefined) setAttribute(edits, story, 'dir', direction);
  }
  return edits.render(0, source.length);
}
