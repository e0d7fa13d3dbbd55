// What is wrong with the scenes of a story: their data, their states, and what these name.
import { countryName } from '../dist/core/numbers.js';
import { readGroups } from '../dist/scenes/expulsion-counter/sum.js';
import { problemOf, tag } from './check-markup.mjs';
import * as data from './data.mjs';
import { isScene, scenes } from './elements.mjs';
import { clip, quoted } from './messages.mjs';
import { readBounded, Unreadable } from './read.mjs';

/** Data that are there and cannot be read from here. */
const unread = { rows: undefined };

/** Checks the scenes of a page. */
export class SceneCheck {
  /** The names of the states of each element of a stage that says what they are. */
  statesOf = new Map();
  #read = new Map();

  /**
   * @param page.ids the elements of the page by their ids
   * @param page.local finds the file that a relative address means
   */
  constructor({ root, ids, local, tell }) {
    Object.assign(this, { ids, local, tell });
    for (const scene of root.find(isScene)) this.#checkScene(scene);
    for (const other of root.find((node) => !isScene(node) && node.get('slot') === 'stage'))
      this.#readForeign(other);
  }

  #checkScene(scene) {
    const { columns, stateColumns, holders, own, ownOfLog } = scenes[scene.name];
    const content = data.findContent(scene, holders, columns, stateColumns);
    this.#report(scene, 'states', content.stateProblems);
    const read = this.#dataOf(scene, content);
    if (!read && scene.name !== 'phone-call-scene')
      this.tell(scene, `${tag(scene)} has no data; put a table in it, or set its src.`);
    let names = read ? ownOfLog : own;
    if (content.states) {
      const states = this.#statesIn(scene, content.states);
      if (states.length) names = states.map(({ step }) => step);
      for (const state of states) this.#checkState(scene, content.states, state, read?.rows);
    }
    this.statesOf.set(scene, names);
    const step = scene.get('step');
    if (step && !names.includes(step))
      this.tell(
        scene,
        `${tag(scene)} has the step ${quoted([step])}; its states are ${quoted(names)}. Write one of these.`,
      );
    if (read?.rows) this.#checkRows(scene, read.rows);
    if (scene.name === 'diplomat-map') this.#checkCentre(scene);
    if (scene.name === 'expulsion-counter') this.#checkChoice(scene, read?.rows);
  }

  /** The states that a table has, read as the scene reads them. */
  #statesIn(scene, table) {
    const { stateColumns } = scenes[scene.name];
    const text = data.readHolder(table, stateColumns);
    const { rows, problems } = data.readTable(text, stateColumns, langOf(table));
    this.#report(table, 'states', problems, scene);
    const known = new Set(
      Object.entries(stateColumns).flatMap(([key, column]) => data.namesOf(key, column)),
    );
    // Data may have columns that are only to be read; a state's column that says nothing is a slip.
    const unknown = text.columns.filter((name) => !known.has(data.plainName(name)));
    if (unknown.length)
      this.tell(
        table,
        `${tag(scene)} has no use for the column ${quoted(unknown)} of its states; the columns are ${quoted(
          Object.entries(stateColumns).map(([key, { also: [other] = [] }]) =>
            /[A-Z]/.test(key) ? other : key,
          ),
        )}.`,
      );
    const seen = new Set();
    const twice = new Set(
      rows.flatMap(({ step }) => (seen.has(step) ? step : (seen.add(step), []))),
    );
    if (twice.size)
      this.tell(
        table,
        `${tag(scene)} has several states of the name ${quoted(twice)}; give each its own.`,
      );
    return rows;
  }

  /** An element of others that has a table of states, as the scenes have: its steps are known. */
  #readForeign(element) {
    const { stateColumns } = Object.values(scenes)[0];
    const { step } = stateColumns;
    const { states } = data.findContent(element, ['table'], {}, { step });
    if (!states) return;
    const { rows } = data.readTable(data.readHolder(states, { step }), { step }, langOf(states));
    if (rows.length)
      this.statesOf.set(
        element,
        rows.map((row) => row.step),
      );
  }

  /** The rows that a scene draws; undefined if it has none, `unread` if they cannot be seen from here. */
  #dataOf(scene, content) {
    const { columns, holders } = scenes[scene.name];
    const src = scene.get('src');
    if (src && !src.startsWith('#')) return this.#fileOf(scene, src);
    let [holder] = content.data;
    if (src) {
      const target = this.ids.get(src.slice(1));
      if (!target)
        this.tell(
          scene,
          `${tag(scene)} takes its data from ${quoted([src])}, and no element has that id; give a table that id.`,
        );
      const isHolder = ({ name }) => holders.includes(name);
      holder = target && (isHolder(target) ? target : target.first(isHolder));
    } else this.#report(scene, 'data', content.dataProblems);
    if (!holder || !holder.elements.length) return src ? unread : undefined;
    return this.#once(holder, scene, () =>
      data.readTable(data.readHolder(holder, columns), columns, langOf(scene)),
    );
  }

  #fileOf(scene, src) {
    const path = this.local(src);
    // What comes from elsewhere, or from the root of a server, cannot be read here.
    if (!path) return unread;
    const { columns } = scenes[scene.name];
    const lang = langOf(scene);
    try {
      return this.#once(path, scene, () =>
        data.readTable(data.readFile(readBounded(path), { columns, lang }), columns, lang),
      );
    } catch (error) {
      const reason =
        error instanceof Unreadable
          ? `it ${error.message}`.replace(/^it is not there$/, 'there is no such file')
          : error instanceof RangeError
            ? 'its lists lie too deep in each other'
            : error.message;
      this.tell(
        scene,
        `${tag(scene)} cannot read its data from ${quoted([src])} (${reason}); give the address of a CSV or JSON file.`,
      );
      return unread;
    }
  }

  /** Reads a source once for all scenes of a kind, and tells each of them what is wrong with it. */
  #once(source, scene, read) {
    const key = `${scene.name} ${langOf(scene)}`;
    const known = this.#read.get(source) ?? new Map();
    this.#read.set(source, known);
    if (!known.has(key)) known.set(key, read());
    const table = known.get(key);
    this.#report(scene, 'data', table.problems);
    return table;
  }

  #report(node, what, problems, scene = node) {
    for (const problem of problems) this.tell(node, `${tag(scene)} ${what}: ${problem}.`);
  }

  #checkRows(scene, rows) {
    const { rules, columns } = scenes[scene.name];
    const isNamed = 'name' in columns && 'code' in columns;
    const lang = langOf(scene);
    for (const row of rows) {
      this.#checkCells(scene, scene, 'data', row, rules.data);
      if (isNamed && !row.name && !row.code)
        this.tell(
          scene,
          `${tag(scene)} data: a row with the count ${row.count ?? 0} has neither a name nor a code; write one.`,
        );
      if (isNamed && row.code && !countryName(row.code, lang))
        this.tell(
          scene,
          `${tag(scene)} data: ${quoted([row.code])} is no code of a country; write an ISO code such as "DE", or none.`,
        );
    }
    this.#checkMarks(scene, rows);
  }

  /** Whether one mark will stand for several: where the marks are more than any picture has. */
  #checkMarks(scene, rows) {
    const total = rows.reduce((sum, { count }) => sum + (Number(count) || 0), 0);
    const asked = Number(scene.get('per')) || 1;
    if (total / asked <= data.mostMarks) return;
    const needed = 10 ** Math.ceil(Math.log10(total / data.mostMarks));
    this.tell(
      scene,
      `${tag(scene)} counts ${total}, and a picture has room for ${data.mostMarks} marks, so that each will stand for several; write per="${needed}" to choose the number.`,
    );
  }

  #checkState(scene, table, state, rows) {
    const { rules } = scenes[scene.name];
    this.#checkCells(scene, table, 'states', state, rules.states);
    if (scene.name === 'phone-call-scene') this.#checkMinutes(scene, table, state);
    if (!rows?.length) return;
    const lang = langOf(scene);
    const named = [...(state.lit ?? []), ...(state.ring ?? []), ...(state.names ?? [])];
    const focus = state.focus ? data.splitList(state.focus).map((item) => item.trim()) : [];
    const isPoint =
      focus.length === 3 && focus.every((item) => item && !Number.isNaN(Number(item)));
    if (isPoint) this.#checkFocus(scene, table, state, focus.map(Number));
    else named.push(...focus.filter((item) => !/^home$/i.test(item)));
    const known = this.#namesIn(scene, rows, lang);
    const words = /^(all|none)$/i;
    const unknown = new Set(
      named.filter((name) => {
        const plain = name.trim().toLowerCase();
        return plain && !known.has(plain) && !(scene.name === 'diplomat-map' && words.test(plain));
      }),
    );
    if (unknown.size)
      this.tell(
        table,
        `${tag(scene)} states: ${quoted([state.step])} names ${quoted(unknown)}, which is in no row; the rows are ${quoted(rows.map(rowName))}.`,
      );
  }

  /** All that the rows of a table can be called, in lower case. */
  #namesIn(scene, rows, lang) {
    if (!this.#read.has(rows))
      this.#read.set(
        rows,
        new Set(
          rows
            .flatMap(({ name, code, label }) => [
              name,
              code,
              label,
              code && countryName(code, lang, name),
            ])
            .filter(Boolean)
            .map((name) => name.toLowerCase()),
        ),
      );
    return this.#read.get(rows);
  }

  #checkCells(scene, node, what, row, rules = {}) {
    for (const [key, rule] of Object.entries(rules)) {
      const value = row[key];
      if (value === undefined || value === '') continue;
      // The scenes do not mind the letter case of words.
      const problem = problemOf(String(value).toLowerCase(), rule);
      if (problem)
        this.tell(
          node,
          `${tag(scene)} ${what}: "${key}" of ${quoted([rowName(row)])} is ${quoted([String(value)])}; ${problem}.`,
        );
    }
  }

  #checkMinutes(scene, table, state) {
    const duration = Number(scene.get('duration') ?? 10);
    if (!(duration >= 1)) return;
    for (const key of ['clock', 'spanFrom', 'spanTo', 'mark']) {
      const minute = state[key] ?? 0;
      if (minute < 0 || minute > duration)
        this.tell(
          table,
          `${tag(scene)} states: "${key}" of ${quoted([state.step])} is ${minute}; write a minute from 0 to ${duration}.`,
        );
    }
  }

  #checkFocus(scene, table, state, [lat, lon, width]) {
    const isSwapped = Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
    if (Math.abs(lat) > 90 || Math.abs(lon) > 180 || !(width > 0))
      this.tell(
        table,
        `${tag(scene)} states: the focus of ${quoted([state.step])} is "${lat},${lon},${width}"; write latitude (-90 to 90), longitude (-180 to 180) and kilometres${isSwapped ? `: "${lon},${lat},${width}" may be meant` : ''}.`,
      );
  }

  #checkCentre(map) {
    const centre = map.get('centre');
    if (!centre?.trim()) return;
    const point = data.readPoint(centre, langOf(map));
    if (data.isRefusal(point))
      this.tell(map, `${tag(map)} has the centre ${quoted([centre])}; ${point.refused}.`);
    else if (point.swapped)
      this.tell(
        map,
        `${tag(map)} has the centre ${quoted([centre])}, the longitude first; write "${point.lat}, ${point.lon}".`,
      );
  }

  #checkChoice(counter, rows) {
    const until = counter.get('until');
    const day = until && data.readDay(until, langOf(counter));
    if (data.isRefusal(day))
      this.tell(counter, `${tag(counter)} has the until ${quoted([until])}; ${day.refused}.`);
    if (!rows?.length) return;
    const groups = new Set(rows.map(({ group }) => group));
    const unknown = readGroups(counter.get('groups') ?? '').filter(
      ({ value }) => !groups.has(value),
    );
    if (unknown.length)
      this.tell(
        counter,
        `${tag(counter)} has the groups ${quoted(unknown.map(({ value }) => value))}, which no row is of; the rows are of ${quoted(groups)}.`,
      );
  }
}

/** What a row is called in messages. */
const rowName = (row) =>
  row.name || row.code || row.step || [row.from, row.to].filter(Boolean).join(' to ') || 'a row';

/** The language that an element is written in. */
function langOf(node) {
  for (let at = node; at; at = at.parent) {
    const lang = at.get('lang');
    if (lang) return clip(lang, 40);
  }
  return undefined;
}
