// `communique check`: what an editor wants to know of a story before anyone opens it. Tables are read by the code that
// the elements have, so what is said here is what the browser's console would say.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { claimIds } from '../dist/core/claims.js';
import { readFile } from '../dist/core/files.js';
import { findContent, readHolder } from '../dist/core/content.js';
import { plainName, readTable } from '../dist/core/table.js';
import { mapColumns, mapStates } from '../dist/scenes/diplomat-map/places.js';
import { stateColumns as sumStates } from '../dist/scenes/expulsion-counter/states.js';
import { columns as sumColumns } from '../dist/scenes/expulsion-counter/sum.js';
import { callColumns, callStateColumns } from '../dist/scenes/phone-call-scene/columns.js';
import { readHtml } from './html.mjs';
import { quoted, refusal } from './messages.mjs';

/** The scenes: their columns, and the states that each has where it is given none. */
export const scenes = {
  'phone-call-scene': {
    columns: callColumns,
    states: callStateColumns,
    own: ['expected', 'connected', 'length', 'invitation'],
    ownOfLog: ['calls'],
  },
  'expulsion-counter': { columns: sumColumns, states: sumStates, own: ['together', 'apart'] },
  'diplomat-map': { columns: mapColumns, states: mapStates, own: ['places', 'lines', 'home'] },
};

/** What loads a file, and the attribute that has its address. */
const loading = {
  script: 'src',
  link: 'href',
  img: 'src',
  video: 'src',
  source: 'src',
  'diplomat-map': 'topology',
};

/** Data that are there and cannot be read from here. */
const unread = {};

const layouts = ['side', 'overlay', 'flow'];
const standings = ['corroborated', 'partly', 'uncorroborated', 'contested'];

/**
 * Checks a story.
 * @param file an HTML file
 * @returns a sentence for everything that is wrong, each with its file and line; none if all is well
 */
export function checkStory(file) {
  if (!existsSync(file))
    throw refusal(`There is no file "${file}"; give the one that the story is in.`);
  const page = readHtml(readFileSync(file, 'utf8'));
  const found = [];
  const story = new Story(page, file, (node, problem) =>
    found.push({ line: node.line, text: `${file}:${node.line}: ${problem}` }),
  );
  story.check();
  return found.sort((a, b) => a.line - b.line).map(({ text }) => text);
}

/** `<story-step id="answer">`, as messages have it. */
const tag = (node) => {
  const id = node.get('id');
  return `<${node.name}${id ? ` id="${id}"` : ''}>`;
};

/** The tags that a scene's data stand in. */
const holdersOf = ({ name }) => (name === 'phone-call-scene' ? ['ol', 'ul', 'table'] : ['table']);

/** The language in force at an element. */
function languageOf(node) {
  for (let at = node; at; at = at.parent) if (at.get('lang')) return at.get('lang');
  return undefined;
}

const isScene = ({ name }) => Object.hasOwn(scenes, name);

class Story {
  #statesOf = new Map();

  constructor(page, file, tell) {
    Object.assign(this, { page, file, tell });
    this.ids = new Map(page.find((node) => node.get('id')).map((node) => [node.get('id'), node]));
    this.claims = new Map(
      page.find((node) => node.get('data-claim')).map((node) => [node.get('data-claim'), node]),
    );
  }

  check() {
    const { page, tell } = this;
    const stories = page.named('scroll-story');
    if (!stories.length)
      tell(page, 'there is no <scroll-story>; put the chapters of the story in one.');
    for (const story of stories)
      if (!story.get('name') && !story.get('id'))
        tell(story, '<scroll-story> has no name, so its steps have no addresses; give it one.');
    this.#checkIds();
    this.#checkFiles();
    for (const scene of page.find(isScene)) this.#checkScene(scene);
    for (const chapter of page.named('story-chapter')) this.#checkChapter(chapter);
    for (const step of page.named('story-step')) this.#checkStep(step);
    for (const claim of this.claims.values()) this.#checkClaim(claim);
    for (const chain of page.named('source-chain')) this.#checkChain(chain);
    for (const picture of page.named('img'))
      if (picture.get('alt') === undefined && picture.get('slot') !== 'stage')
        tell(picture, '<img> has no alt; say what the picture shows, or write alt="" if nothing.');
  }

  #checkIds() {
    for (const [attribute, of] of [
      ['id', 'Ids'],
      ['data-claim', 'The short names of claims'],
    ]) {
      const first = new Map();
      for (const node of this.page.find((one) => one.get(attribute))) {
        const value = node.get(attribute);
        const before = first.get(value);
        if (before)
          this.tell(
            node,
            `<${node.name}> has the ${attribute} "${value}", and so has <${before.name}> in line ${before.line}. ${of} must be different; give one of them another.`,
          );
        else first.set(value, node);
      }
    }
  }

  /** Whether what the page loads from its own folder is there. */
  #checkFiles() {
    for (const node of this.page.find(({ name }) => Object.hasOwn(loading, name))) {
      const address = node.get(loading[node.name]) ?? '';
      // A map without a dot or a slash in it is the name of a prepared one.
      const path = /[./]/.test(address) && this.#local(address);
      if (path && !existsSync(path))
        this.tell(
          node,
          `<${node.name}> asks for "${address}", which is not there; ${address.includes('node_modules/') ? 'run "npm install"' : 'put the file there or mend the address'}.`,
        );
    }
  }

  /** The file that a relative address means; undefined for any other. */
  #local(address) {
    if (/^([a-z][a-z\d+.-]*:|\/|#)/i.test(address)) return undefined;
    try {
      return resolve(dirname(this.file), decodeURIComponent(address.replace(/[?#].*$/s, '')));
    } catch {
      return resolve(dirname(this.file), address);
    }
  }

  #checkScene(scene) {
    const { columns, states, own, ownOfLog } = scenes[scene.name];
    const lang = languageOf(scene);
    const content = findContent(scene, holdersOf(scene), columns, states);
    const slotted = content.states;
    this.#report(scene, 'states', content.stateProblems);
    if (!scene.get('src')) this.#report(scene, 'data', content.dataProblems);
    const source = this.#dataOf(scene, content.data, lang);
    if (source?.columns) this.#report(scene, 'data', readTable(source, columns, lang).problems);
    else if (!source && scene.name !== 'phone-call-scene')
      this.tell(scene, `${tag(scene)} has no data; put a table in it, or set its src.`);
    let names = source && ownOfLog ? ownOfLog : own;
    if (slotted) {
      const table = readHolder(slotted, states);
      const { rows, problems } = readTable(table, states, lang);
      this.#report(slotted, 'states', problems, scene);
      const known = Object.entries(states).flatMap(([key, { also = [] }]) => [
        key.toLowerCase(),
        ...also,
      ]);
      // Data may have columns that are only to be read; a state's column that says nothing is a slip.
      const unknown = table.columns.filter((name) => name && !known.includes(plainName(name)));
      if (unknown.length)
        this.tell(
          slotted,
          `${tag(scene)} has no use for the column ${quoted(unknown)} of its states; the columns are ${quoted(
            Object.entries(states).map(([key, { also: [other] = [] }]) =>
              /[A-Z]/.test(key) ? other : key,
            ),
          )}.`,
        );
      if (rows.length) names = rows.map(({ step }) => step);
      const twice = names.filter((name, at) => names.indexOf(name) !== at);
      if (twice.length)
        this.tell(
          slotted,
          `${tag(scene)} has several states of the name ${quoted(new Set(twice))}; give each its own.`,
        );
    }
    this.#statesOf.set(scene, names);
  }

  /** The rows that a scene draws, as text; undefined if it has none, `unread` if they cannot be seen from here. */
  #dataOf(scene, holders, lang) {
    const src = scene.get('src');
    if (src?.startsWith('#')) {
      const target = this.ids.get(src.slice(1));
      if (!target)
        this.tell(
          scene,
          `${tag(scene)} takes its data from "${src}", and no element has that id; give a table that id.`,
        );
      const found = target && [target, ...target.all()];
      holders = found?.filter(({ name }) => holdersOf(scene).includes(name)) ?? [];
    } else if (src) return this.#fileOf(scene, src, lang);
    if (holders[0]) return readHolder(holders[0], scenes[scene.name].columns);
    return src ? unread : undefined;
  }

  #fileOf(scene, src, lang) {
    const path = this.#local(src);
    // What comes from elsewhere, or from the root of a server, cannot be read here.
    if (!path) return unread;
    try {
      return readFile(readFileSync(path), { columns: scenes[scene.name].columns, lang });
    } catch (error) {
      this.tell(
        scene,
        `${tag(scene)} cannot read its data from "${src}" (${error.code === 'ENOENT' ? 'there is no such file' : error.message}).`,
      );
      return unread;
    }
  }

  #report(node, what, problems, scene = node) {
    for (const problem of problems) this.tell(node, `${tag(scene)} ${what}: ${problem}.`);
  }

  #checkChapter(chapter) {
    const layout = chapter.get('layout');
    if (layout !== undefined && !layouts.includes(layout))
      this.tell(
        chapter,
        `${tag(chapter)} has the layout "${layout}"; write one of ${quoted(layouts)}.`,
      );
    if (!chapter.closest('scroll-story'))
      this.tell(chapter, `${tag(chapter)} stands outside a story; put it in a <scroll-story>.`);
    if (!chapter.named('story-step').length)
      this.tell(chapter, `${tag(chapter)} has no steps; put a <story-step> in it.`);
    for (const shown of stage(chapter))
      if (!isScene(shown) && !shown.name.includes('-') && !described(shown))
        this.tell(
          shown,
          `${tag(shown)} in the stage has no description; say what it shows in its ${shown.name === 'img' ? 'alt' : 'aria-label'}.`,
        );
  }

  #checkStep(step) {
    const chapter = step.closest('story-chapter');
    if (!chapter)
      this.tell(step, `${tag(step)} stands outside a chapter; put it in a <story-chapter>.`);
    const id = step.get('id');
    if (!id) this.tell(step, '<story-step> has no id, so it has no address; give it one.');
    if (!step.text) this.tell(step, `${tag(step)} has no words; write some.`);
    for (const claim of claimIds(step.get('claims') ?? '')) this.#knows(step, claim);
    if (chapter) this.#checkCue(step, chapter);
  }

  /** Whether the step's scene is there and knows the state that the step asks for. */
  #checkCue(step, chapter) {
    const shown = stage(chapter);
    const wanted = step.get('scene');
    const scene = wanted ? shown.find((one) => one.get('id') === wanted) : shown[0];
    if (wanted && !scene)
      return this.tell(
        step,
        `${tag(step)} asks for the scene "${wanted}"; the ids in its stage are ${quoted(shown.flatMap((one) => one.get('id') ?? []))}.`,
      );
    const names = this.#statesOf.get(scene);
    const name = step.get('step') || step.get('id');
    if (name && names && !names.includes(name))
      this.tell(
        step,
        `${tag(step)} asks for the state "${name}"; ${tag(scene)} has ${quoted(names)}. Write one of these as its step, or add a row "${name}" to the scene's table of states.`,
      );
  }

  #knows(node, claim) {
    if (!this.claims.has(claim))
      this.tell(
        node,
        `${tag(node)} names the claim "${claim}", which is not in the ledger; its claims are ${quoted(this.claims.keys())}. Add an item with data-claim="${claim}", or mend the name.`,
      );
  }

  #checkClaim(claim) {
    const name = claim.get('data-claim');
    const part = (wanted) => claim.find((node) => node.get('data-part') === wanted)[0];
    for (const wanted of ['claim', 'speaker'])
      if (!part(wanted)?.text)
        this.tell(
          claim,
          `the claim "${name}" has no ${wanted}; write one in an element with data-part="${wanted}".`,
        );
    const standing = claim.get('data-standing');
    if (standing && !standings.includes(standing))
      this.tell(
        claim,
        `the claim "${name}" has the standing "${standing}"; write one of ${quoted(standings)}.`,
      );
  }

  #checkChain(chain) {
    const src = chain.get('src');
    if (src && !this.ids.has(src.replace('#', '')))
      this.tell(chain, `${tag(chain)} takes its claims from "${src}", and no element has that id.`);
    for (const claim of claimIds(chain.get('claim') ?? '')) this.#knows(chain, claim);
  }
}

const stage = (chapter) => chapter.elements.filter((child) => child.get('slot') === 'stage');

const described = (node) =>
  node.get('alt') !== undefined || !!node.get('aria-label') || node.get('aria-hidden') === 'true';
