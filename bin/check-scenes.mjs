// What is wrong with the scenes of a story: their data, their states, and what these name.
import { readGroups } from '../dist/scenes/expulsion-counter/sum.js';
import { tag } from './check-markup.mjs';
import { problemOfPoint, problemsOfShares, problemsOfState, reviewRows } from './check-rows.mjs';
import * as data from './data.mjs';
import { elements, isScene, scenes as ours } from './elements.mjs';
import { clip, meant, quoted } from './messages.mjs';
import { readBounded, Unreadable } from './read.mjs';

/** Data that are there and cannot be seen from here. */
const unseen = {};

/** Problems of one table that are told one by one. */
const mostTold = 20;

/** Checks the scenes of a page. */
export class SceneCheck {
  /** The names of the states of each element of a stage that says what they are. */
  statesOf = new Map();
  /** What was read of each table and file, by the kind of scene that reads it. */
  #read = new Map();

  /**
   * @param page.nodes its elements
   * @param page.ids its elements by their ids
   * @param page.local finds the file that a relative address means
   * @param page.tell tells of a problem
   * @param page.own what the page brings of its own (own-scenes.mjs)
   */
  constructor({ nodes, ids, local, tell, own }) {
    Object.assign(this, { ids, local, tell });
    this.scenes = { ...own?.scenes, ...ours };
    for (const node of nodes)
      if (Object.hasOwn(this.scenes, node.name)) this.#checkScene(node);
      else if (node.get('slot') === 'stage') {
        if (own?.isComplete) this.#checkDefined(node, own.defined);
        this.#readForeign(node);
      }
  }

  /** Whether anything makes an element of a stage what it is. */
  #checkDefined(node, defined) {
    const { name } = node;
    if (!name.includes('-') || defined.has(name) || elements.has(name)) return;
    const near = meant(name, [...defined, ...elements.keys()]);
    this.tell(
      node,
      `no script of the page defines <${clip(name)}>${near ? `; "${near}" may be meant` : '; load the one that does'}.`,
    );
  }

  #checkScene(scene) {
    const { columns, stateColumns, holders, states: ownStates } = this.scenes[scene.name];
    const isOurs = isScene(scene);
    const needsData = isOurs
      ? scene.name !== 'phone-call-scene'
      : Object.values(columns).some(({ required }) => required);
    const content = data.findContent(scene, holders, columns, stateColumns);
    this.#report(scene, 'states', content.stateProblems);
    const read = this.#dataOf(scene, content);
    if (!read && needsData)
      this.tell(scene, `${tag(scene)} has no data; put a table in it, or set its src.`);
    const states = content.states ? this.#statesIn(scene, content.states) : [];
    const use = { lang: langOf(scene), duration: Number(scene.get('duration') ?? 10) };
    this.#report(
      content.states,
      'states',
      states.flatMap((state) =>
        isOurs
          ? problemsOfState(stateColumns, state, read?.review, use)
          : problemsOfShares(state, stateColumns),
      ),
      scene,
    );
    const given = {
      rows: read?.rows ?? [],
      hasContent: !!read,
      get: (name) => scene.get(name) ?? undefined,
    };
    const names = new Set((states.length ? states : ownStates(given)).map(({ step }) => step));
    // Those of its own may follow from data that cannot be seen from here.
    if (isOurs || names.size || read?.rows) this.statesOf.set(scene, names);
    this.#checkAttributes(scene, names, isOurs ? read?.review : undefined);
  }

  /** Whether attributes name what is there. */
  #checkAttributes(scene, states, review) {
    const wrong = (name, problem) =>
      this.tell(scene, `${tag(scene)} has the ${name} ${quoted([scene.get(name)])}; ${problem}.`);
    const step = scene.get('step');
    if (step && !states.has(step)) wrong('step', `its states are ${quoted(states)}`);
    const centre = scene.get('centre')?.trim();
    const problem = centre && problemOfPoint(centre, langOf(scene), review?.region);
    if (problem) wrong('centre', problem);
    const until = scene.get('until');
    const day = until && data.readDay(until, langOf(scene));
    if (data.isRefusal(day)) wrong('until', day.refused);
    if (!review) return;
    if (scene.name === 'expulsion-counter' && review.names.size) {
      const groups = readGroups(scene.get('groups') ?? '').map(({ value }) => value);
      const unknown = groups.filter((value) => !review.groups.has(value));
      if (unknown.length)
        this.tell(
          scene,
          `${tag(scene)} has the groups ${quoted(unknown)}, which no row is of; the rows are of ${quoted(review.groups)}.`,
        );
    }
    this.#checkMarks(scene, review);
  }

  /** Whether one mark will stand for several, or a person would be drawn in part. */
  #checkMarks(scene, { total, parted }) {
    const mark = scene.get('mark')?.trim().toLowerCase() || 'person';
    if (parted && data.markShapes[mark]?.whole)
      this.tell(
        scene,
        `${tag(scene)} data: the count of ${quoted([parted.name])} is ${parted.count}, and people are whole; mend it, or set mark="dot" or mark="square" for what is not people.`,
      );
    const asked = Number(scene.get('per')) || 1;
    if (total / asked <= data.mostMarks) return;
    const needed = 10 ** Math.ceil(Math.log10(total / data.mostMarks));
    this.tell(
      scene,
      `${tag(scene)} counts ${total}, and a picture has room for ${data.mostMarks} marks, so that each will stand for several; write per="${needed}" to choose the number.`,
    );
  }

  /** The states that a table has, read as the scene reads them. */
  #statesIn(scene, table) {
    const { stateColumns } = this.scenes[scene.name];
    const text = data.readHolder(table, stateColumns);
    const { rows, problems, hints = [] } = data.readTable(text, stateColumns, langOf(table));
    this.#report(table, 'states', [...problems, ...hints], scene);
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
    const twice = new Set();
    for (const { step } of rows) (seen.has(step) ? twice : seen).add(step);
    if (twice.size)
      this.tell(
        table,
        `${tag(scene)} has several states of the name ${quoted(twice)}; give each its own.`,
      );
    return rows;
  }

  /** An element of others that has a table of states, as the scenes have: its steps are known. */
  #readForeign(element) {
    const [{ stateColumns }] = Object.values(ours);
    const columns = { step: stateColumns.step };
    const { states } = data.findContent(element, ['table'], {}, columns);
    if (!states) return;
    const { rows } = data.readTable(data.readHolder(states, columns), columns, langOf(states));
    if (rows.length) this.statesOf.set(element, new Set(rows.map(({ step }) => step)));
  }

  /** The data of a scene; undefined if it has none, `unseen` if they cannot be seen from here. */
  #dataOf(scene, content) {
    const { holders } = this.scenes[scene.name];
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
    if (!holder?.elements.length) return src ? unseen : undefined;
    return this.#once(holder, scene, ({ columns }) => data.readHolder(holder, columns));
  }

  #fileOf(scene, src) {
    const path = this.local(src);
    // What comes from elsewhere, or from the root of a server, cannot be read here.
    if (!path) return unseen;
    try {
      return this.#once(path, scene, (use) => data.readFile(readBounded(path), use));
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
      return unseen;
    }
  }

  /** Reads a table or a file once for all scenes of a kind, and tells each of them what is wrong with it. */
  #once(source, scene, find) {
    const lang = langOf(scene);
    const key = `${scene.name} ${lang}`;
    const kinds = this.#read.get(source) ?? new Map();
    this.#read.set(source, kinds);
    if (!kinds.has(key)) {
      const { columns } = this.scenes[scene.name];
      const found = data.readTable(find({ columns, lang }), columns, lang);
      const { rows, problems, hints = [] } = found;
      const review = reviewRows(columns, rows, lang);
      kinds.set(key, { rows, review, problems: [...problems, ...hints, ...review.problems] });
    }
    const read = kinds.get(key);
    this.#report(scene, 'data', read.problems);
    return read;
  }

  #report(node, what, problems, scene = node) {
    for (const problem of problems.slice(0, mostTold))
      this.tell(node, `${tag(scene)} ${what}: ${problem}.`);
    if (problems.length > mostTold)
      this.tell(node, `${tag(scene)} ${what}: ${problems.length - mostTold} more like these.`);
  }
}

/** The language that an element is written in. */
function langOf(node) {
  for (let at = node; at; at = at.parent) {
    const lang = at.get('lang');
    if (lang) return clip(lang, 40).replaceAll('_', '-');
  }
  return undefined;
}
