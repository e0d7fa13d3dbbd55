// What is wrong with rows that could be read: values that are none of a column's, and names that are in no row.
import { countryName } from '../dist/core/numbers.js';
import { isRefusal, machineNumber, readDay, readPoint, regionOf, splitList } from './data.mjs';
import { quoted } from './messages.mjs';

/** What a row is called in messages. */
const rowName = (row) =>
  row.name || row.code || row.step || [row.from, row.to].filter(Boolean).join(' to ') || 'a row';

/** What is wrong with the shares in a row, each as a sentence without its full stop. */
export const problemsOfShares = (row, columns) =>
  Object.entries(columns).flatMap(([key, { type }]) =>
    type === 'share' && (row[key] < 0 || row[key] > 1)
      ? `"${key}" of ${quoted([rowName(row)])} is "${row[key]}"; write a number from 0 to 1`
      : [],
  );

/**
 * Looks at the rows of a scene's data.
 * @param columns those of the scene's data
 * @returns what is wrong with them, and what states and attributes can name in them: `names` in lower case, `groups`,
 *   and `titles`, as messages list them; `total` is the sum of their counts, `parted` a row whose count is not whole,
 *   `region` where those are that have a place
 */
export function reviewRows(columns, rows, lang) {
  const isNamed = 'name' in columns && 'code' in columns;
  const problems = [];
  const names = new Set();
  let total = 0;
  let parted;
  for (const row of rows) {
    problems.push(...problemsOfShares(row, columns));
    total += row.count ?? 0;
    if (!Number.isInteger(row.count ?? 0)) parted ??= { name: rowName(row), count: row.count };
    if (!isNamed) continue;
    const { name, code, label, count = 0 } = row;
    const country = code && countryName(code, lang);
    if (!name && !code)
      problems.push(`a row with the count ${count} has neither a name nor a code; write one`);
    if (code && !country)
      problems.push(
        `${quoted([code])} is no code of a country; write an ISO code such as "DE", or none`,
      );
    for (const known of [name, code, label, country]) if (known) names.add(known.toLowerCase());
  }
  const groups = new Set(rows.map(({ group }) => group));
  const region = regionOf(rows.filter(({ lat, lon }) => lat !== undefined && lon !== undefined));
  return { problems, names, groups, titles: rows.map(rowName), total, parted, region };
}

/**
 * Looks at a state of one of our scenes.
 * @param columns those of the scene's states
 * @param review what the scene's data were found to be; undefined where they cannot be seen
 * @param scene.lang the language that the states are written in
 * @param scene.duration of a call, in minutes
 * @returns what is wrong with it, each as a sentence without its full stop
 */
export function problemsOfState(columns, state, review, { lang, duration }) {
  const problems = problemsOfShares(state, columns);
  const name = quoted([state.step]);
  for (const key of ['clock', 'spanFrom', 'spanTo', 'mark']) {
    const minute = state[key] ?? 0;
    if (minute < 0 || minute > duration)
      problems.push(`"${key}" of ${name} is ${minute}; write a minute from 0 to ${duration}`);
  }
  const day = state.until === 'none' ? undefined : readDay(state.until ?? '', lang);
  if (isRefusal(day))
    problems.push(`"until" of ${name} is ${quoted([state.until])}; ${day.refused}, or "none"`);
  const { asked, problem } = namesIn(state, lang, review?.region);
  if (problem) problems.push(problem);
  if (!review?.names.size) return problems;
  const unknown = new Set(asked.filter((one) => !review.names.has(one.toLowerCase())));
  if (unknown.size)
    problems.push(
      `${name} names ${quoted(unknown)}, which is in no row; the rows are ${quoted(review.titles)}`,
    );
  return problems;
}

/** The rows that a state names, and what is wrong with the point that it names instead. */
function namesIn({ step, lit = [], ring = [], names = [], focus = '' }, lang, region) {
  const words = /^(all|none|home)?$/i;
  const onMap = [...ring, ...names];
  const items = splitList(focus);
  const width = machineNumber((items[2] ?? '').replace(/ ?km$/, ''));
  let problem;
  if (items.length === 3 && !Number.isNaN(width)) {
    const point = items.slice(0, 2).join(', ');
    const wrong =
      width > 0 ? problemOfPoint(point, lang, region) : 'write a width above 0 kilometres';
    if (wrong) problem = `"focus" of ${quoted([step])} is ${quoted([focus])}; ${wrong}`;
  } else onMap.push(...items);
  const asked = [...lit, ...onMap.filter((name) => !words.test(name.trim()))];
  return { asked: asked.map((name) => name.trim()).filter(Boolean), problem };
}

/**
 * What is wrong with a point of the earth; undefined where nothing is.
 * @param region where the rows of the map are
 */
export function problemOfPoint(text, lang, region) {
  const point = readPoint(text, lang, region);
  return isRefusal(point) ? point.refused : point.swapped;
}
