// What is wrong with rows that could be read: values that are none of a column's, and names that are in no row.
import { countryName } from '../dist/core/numbers.js';
import { problemOf } from './check-markup.mjs';
import { isRefusal, machineNumber, readDay, readPoint, splitList } from './data.mjs';
import { scenes } from './elements.mjs';
import { quoted } from './messages.mjs';

/** What a row is called in messages. */
const rowName = (row) =>
  row.name || row.code || row.step || [row.from, row.to].filter(Boolean).join(' to ') || 'a row';

/** What is wrong with the cells of a row, each as a sentence without its full stop. */
function problemsOfCells(row, rules = {}) {
  return Object.entries(rules).flatMap(([key, rule]) => {
    const value = row[key] ?? '';
    // The scenes do not mind the letter case of words.
    const problem = problemOf(String(value).toLowerCase(), rule);
    return problem
      ? `"${key}" of ${quoted([rowName(row)])} is ${quoted([String(value)])}; ${problem}`
      : [];
  });
}

/**
 * Looks at the rows of a scene's data.
 * @returns what is wrong with them, and what states and attributes can name in them: `names` in lower case, `groups`,
 *   and `titles`, as messages list them; `total` is the sum of their counts, `parted` a row whose count is not whole
 */
export function reviewRows(kind, rows, lang) {
  const { rules, columns } = scenes[kind];
  const isNamed = 'name' in columns && 'code' in columns;
  const problems = [];
  const names = new Set();
  let total = 0;
  let parted;
  for (const row of rows) {
    problems.push(...problemsOfCells(row, rules.data));
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
  return { problems, names, groups, titles: rows.map(rowName), total, parted };
}

/**
 * Looks at a state.
 * @param review what the scene's data were found to be; undefined where they cannot be seen
 * @param scene.lang the language that the states are written in
 * @param scene.duration of a call, in minutes
 * @returns what is wrong with it, each as a sentence without its full stop
 */
export function problemsOfState(kind, state, review, { lang, duration }) {
  const problems = problemsOfCells(state, scenes[kind].rules.states);
  const name = quoted([state.step]);
  for (const key of ['clock', 'spanFrom', 'spanTo', 'mark']) {
    const minute = state[key] ?? 0;
    if (minute < 0 || minute > duration)
      problems.push(`"${key}" of ${name} is ${minute}; write a minute from 0 to ${duration}`);
  }
  const day = state.until === 'none' ? undefined : readDay(state.until ?? '', lang);
  if (isRefusal(day))
    problems.push(`"until" of ${name} is ${quoted([state.until])}; ${day.refused}, or "none"`);
  const { asked, problem } = namesIn(state, lang);
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
function namesIn({ step, lit = [], ring = [], names = [], focus = '' }, lang) {
  const words = /^(all|none|home)?$/i;
  const onMap = [...ring, ...names];
  const items = splitList(focus);
  const width = machineNumber((items[2] ?? '').replace(/ ?km$/, ''));
  let problem;
  if (items.length === 3 && !Number.isNaN(width)) {
    const point = items.slice(0, 2).join(', ');
    const wrong = width > 0 ? problemOfPoint(point, lang) : 'write a width above 0 kilometres';
    if (wrong) problem = `"focus" of ${quoted([step])} is ${quoted([focus])}; ${wrong}`;
  } else onMap.push(...items);
  const asked = [...lit, ...onMap.filter((name) => !words.test(name.trim()))];
  return { asked: asked.map((name) => name.trim()).filter(Boolean), problem };
}

/** What is wrong with a point of the earth; undefined where nothing is. */
export function problemOfPoint(text, lang) {
  const point = readPoint(text, lang);
  if (isRefusal(point)) return point.refused;
  return point.swapped
    ? `the longitude stands first, so write "${point.lat}, ${point.lon}"`
    : undefined;
}
