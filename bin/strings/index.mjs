// `communique strings`: hands the words of a story to a translator, and takes them back.
import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { pseudo } from '../../dist/core/pseudo.js';
import { printable, quoted, refusal } from '../messages.mjs';
import { get } from '../build/nodes.mjs';
import { decodePage, readBounded, Unreadable } from '../read.mjs';
import { codeProblem, writeEdition } from './edition.mjs';
import { Strings } from './extract.mjs';
import { plain, wordsOf } from './parts.mjs';
import { strangeFigures } from './figures.mjs';
import { matchStrings } from './match.mjs';
import { readXliff, writeXliff } from './xliff.mjs';

function read(file) {
  try {
    return decodePage(readBounded(file)).replace(/^\ufeff/, '');
  } catch (error) {
    if (error instanceof Unreadable) throw refusal(`"${file}" ${error.message}; give another.`);
    throw error;
  }
}

/** A language tag as it is written: `pt-BR`. */
function tagOf(lang, from) {
  try {
    return Intl.getCanonicalLocales(lang.trim())[0];
  } catch {
    throw refusal(`The language ${from} is "${lang}"; give a tag, such as fr or pt-BR.`);
  }
}

/** The name of a file beside another: story.html, story.fr.xlf. */
const beside = (file, lang, extension) =>
  join(dirname(file), `${basename(file, extname(file))}.${lang}${extension}`);

const wordsIn = (units) =>
  units.reduce((sum, { parts }) => sum + wordsOf(parts).trim().split(/\s+/).length, 0);

const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** What is to be said of some strings, one a line. */
const listed = (title, units, say) =>
  units.length ? ['', `  ${title}`, ...units.map((unit) => `    ${unit.id}: ${say(unit)}`)] : [];

/** The first words of a string. */
const start = (text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Writes the strings of a story, with the translations that there are already. */
function writeStrings(file, strings, { lang, output }) {
  const path = output ?? beside(file, lang ?? 'strings', '.xlf');
  const known = existsSync(path) ? readXliff(read(path), path) : undefined;
  const targetLang = lang ?? known?.targetLang;
  if (known && lang && known.targetLang && tagOf(known.targetLang, `of "${path}"`) !== lang)
    throw refusal(
      `"${path}" is in ${known.targetLang}, not in ${lang}; give another with --output.`,
    );
  const { units, left } = matchStrings(strings.units, known?.entries ?? new Map());
  const text = writeXliff(units, {
    source: strings.source,
    original: basename(file),
    sourceLang: strings.lang,
    targetLang,
  });
  writeFileSync(path, text);
  const stale = units.filter(({ before }) => before !== undefined);
  const done = units.filter(({ target, before }) => target && before === undefined);
  return [
    '',
    `  ${relative('', path)}: ${counted(units.length, 'string', 'strings')}, ${counted(wordsIn(units), 'word', 'words')}; ${done.length} translated, ${stale.length} stale, ${units.length - done.length - stale.length} to be translated.`,
    ...listed(
      'Stale, because the source has changed:',
      stale,
      ({ before, parts }) => `"${start(before)}" is now "${start(plain(parts))}"`,
    ),
    ...(left.length ? ['', `  No longer in the story, and left out: ${quoted(left)}`] : []),
    ...(strings.leftOut.length
      ? ['', '  Not among the strings:', ...strings.leftOut.map((one) => `    ${one}`)]
      : []),
    '',
  ]
    .map(printable)
    .join('\n');
}

/** The strings as a language has them that does not exist. */
const trial = (units, isMirrored) => {
  const change = (parts) =>
    parts.map((part) =>
      typeof part === 'string'
        ? pseudo(part, isMirrored)
        : { ...part, ...(part.children && { children: change(part.children) }) },
    );
  return units.map((unit) => ({ ...unit, target: change(unit.parts) }));
};

/** Writes an edition of a story. */
function writeTranslated(file, strings, units, { lang, output, name }) {
  const path = output ?? beside(file, lang, '.html');
  if (resolve(path) === resolve(file))
    throw refusal(
      `The edition would take the place of its source, "${file}"; give another with --output.`,
    );
  if (dirname(resolve(path)) !== dirname(resolve(file)))
    throw refusal(
      `Write the edition beside "${file}", whose addresses of files it has; "${path}" is in another folder.`,
    );
  const broken = units.filter(({ target, parts }) => target && codeProblem(parts, target));
  const stale = units.filter(({ before }) => before !== undefined);
  const used = units.map((unit) =>
    broken.includes(unit) || stale.includes(unit) ? { ...unit, target: undefined } : unit,
  );
  const story = strings.story && (get(strings.story, 'name') || get(strings.story, 'id'));
  const own = name ?? (story && `${story}-${lang.toLowerCase()}`);
  writeFileSync(path, writeEdition(strings, used, { lang, name: own }));
  const missing = used.filter(({ target }) => !target);
  const strange = used.filter(
    (unit) => unit.target && strangeFigures(wordsOf(unit.parts), wordsOf(unit.target)).length,
  );
  return [
    '',
    `  ${relative('', path)}: ${units.length - missing.length} of ${counted(units.length, 'string', 'strings')} in ${lang}${own ? `, as the story "${own}"` : ''}.`,
    ...(missing.length
      ? [
          '',
          `  ${counted(missing.length, 'string stays', 'strings stay')} in ${strings.lang}, and ${missing.length === 1 ? 'says' : 'say'} so.`,
        ]
      : []),
    ...listed(
      'Stale, because the source has changed; "communique strings" writes the file anew:',
      stale,
      ({ before }) => `"${start(before)}"`,
    ),
    ...listed(
      'Not used, because what a code stands for would be lost:',
      broken,
      (unit) => `it ${codeProblem(unit.parts, unit.target)}`,
    ),
    ...listed('With a number that the source does not have:', strange, (unit) =>
      strangeFigures(wordsOf(unit.parts), wordsOf(unit.target)).join(', '),
    ),
    '',
  ]
    .map(printable)
    .join('\n');
}

/**
 * Writes the strings of a story for a translator, or an edition of it from what came back.
 * @param file the story's page
 * @param options.lang the language to translate into
 * @param options.from a file of translations, of which an edition is made
 * @param options.output what is written
 * @param options.name the edition's name in deep links
 * @param options.pseudo makes an edition in a language that does not exist
 * @returns what to say to whoever asked for it
 */
export function runStrings(file, { lang, from, output, name, pseudo: isTrial }) {
  const strings = new Strings(read(file));
  if (!strings.units.length) throw refusal(`"${file}" has no words; give the page of a story.`);
  const asked = lang === undefined ? undefined : tagOf(lang, 'after --lang');
  if (isTrial) {
    const tag = asked ?? 'en-XA';
    const units = trial(strings.units, /^ar\b/.test(tag));
    return writeTranslated(file, strings, units, { lang: tag, output, name });
  }
  if (from === undefined) return writeStrings(file, strings, { lang: asked, output });
  const { targetLang, entries } = readXliff(read(from), from);
  const tag = asked ?? (targetLang && tagOf(targetLang, `of "${from}"`));
  if (!tag) throw refusal(`"${from}" does not say its language; give one with --lang.`);
  const { units } = matchStrings(strings.units, entries);
  return writeTranslated(file, strings, units, { lang: tag, output, name });
}
