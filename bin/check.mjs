// `communique check`: what an editor wants to know of a story before anyone opens it. Tables are read by the code that
// the elements have, so what is said here is what the browser's console would say.
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { claimIds } from '../dist/core/claims.js';
import { checkMarkup, tag } from './check-markup.mjs';
import { SceneCheck } from './check-scenes.mjs';
import { isScene } from './elements.mjs';
import { readHtml, TooDeep } from './html.mjs';
import { clip, printable, quoted, refusal } from './messages.mjs';
import { decodePage, readBounded, Unreadable } from './read.mjs';

export { readOwnScenes } from './own-scenes.mjs';

/** What loads a file, and the attribute that has its address. */
const loading = new Map([
  ['script', 'src'],
  ['link', 'href'],
  ['img', 'src'],
  ['video', 'src'],
  ['audio', 'src'],
  ['source', 'src'],
  ['track', 'src'],
  ['diplomat-map', 'topology'],
]);

const standings = ['corroborated', 'partly', 'uncorroborated', 'contested'];

/** Problems that are told; nobody reads more. */
const mostTold = 500;

/**
 * Checks a story.
 * @param file an HTML file
 * @param own what `readOwnScenes` has found in it; without it the scenes that it brings of its own are not looked at
 * @returns a sentence for everything that is wrong, each with its file and line; none if all is well
 */
export function checkStory(file, own) {
  const found = [];
  const tell = ({ line }, problem) => found.push({ line, problem });
  try {
    new Story(readHtml(decodePage(readBounded(file))), file, tell, own);
  } catch (error) {
    if (error instanceof TooDeep) tell(error, error.message);
    else if (error instanceof Unreadable)
      throw refusal(
        error.message === 'is not there'
          ? `There is no file "${file}"; give the one that the story is in.`
          : `The file "${file}" ${error.message}; give the one that the story is in.`,
      );
    else throw error;
  }
  const sentences = found
    .sort((a, b) => a.line - b.line)
    .map(({ line, problem }) => `${printable(file)}:${line}: ${printable(clip(problem, 1000))}`);
  const told = [...new Set(sentences)];
  if (told.length <= mostTold) return told;
  return [
    ...told.slice(0, mostTold),
    `${printable(file)}: and ${told.length - mostTold} more; mend these first.`,
  ];
}

class Story {
  #states;
  #claimNames;

  constructor(page, file, tell, own) {
    const { nodes } = page;
    /** The elements by an attribute; of two with one value the first, as everywhere. */
    const byAttribute = (name) => {
      const found = new Map();
      for (const node of nodes.filter((one) => one.get(name)))
        if (!found.has(node.get(name))) found.set(node.get(name), node);
      return found;
    };
    Object.assign(this, { nodes, file, tell });
    this.ids = byAttribute('id');
    this.claims = byAttribute('data-claim');
    this.#claimNames = new Set(this.claims.keys());
    checkMarkup(page, tell);
    this.#checkStories();
    this.#checkFiles();
    const local = (address) => this.#local(address);
    this.#states = new SceneCheck({ nodes, ids: this.ids, local, tell, own }).statesOf;
    const filled = new Set();
    for (const step of this.#named('story-step')) {
      const chapter = step.closest('story-chapter');
      filled.add(chapter);
      this.#checkStep(step, chapter);
    }
    for (const chapter of this.#named('story-chapter'))
      this.#checkChapter(chapter, filled.has(chapter));
    for (const claim of this.claims.values()) this.#checkClaim(claim);
    for (const chain of this.#named('source-chain')) this.#checkChain(chain);
    for (const picture of this.#named('img'))
      if (picture.get('alt') === undefined && picture.get('slot') !== 'stage')
        tell(picture, '<img> has no alt; say what the picture shows, or write alt="" if nothing.');
  }

  #named(wanted) {
    return this.nodes.filter(({ name }) => name === wanted);
  }

  #checkStories() {
    const stories = this.#named('scroll-story');
    if (!stories.length && !this.#hasPublished())
      this.tell({ line: 1 }, 'there is no <scroll-story>; put the chapters of the story in one.');
    for (const story of stories)
      if (!story.get('name') && !story.get('id'))
        this.tell(
          story,
          '<scroll-story> has no name, so its steps have no addresses; give it one.',
        );
  }

  /** Whether the page has a story that was built, `<my-story>` with a script `…/my-story.js`. */
  #hasPublished() {
    return this.#named('script')
      .map((script) => /([^/]+)\.js$/.exec(script.get('src') ?? '')?.[1])
      .some((name) => name?.includes('-') && this.#named(name).length);
  }

  /** Whether what the page loads from its own folder is there. */
  #checkFiles() {
    for (const node of this.nodes.filter(({ name }) => loading.has(name))) {
      const address = node.get(loading.get(node.name)) ?? '';
      // A map without a dot or a slash in it is the name of a prepared one.
      const path = /[./]/.test(address) && this.#local(address);
      if (path && !existsSync(path))
        this.tell(
          node,
          `<${node.name}> asks for ${quoted([address])}, which is not there; ${address.includes('node_modules/') ? 'run "npm install"' : 'put the file there or mend the address'}.`,
        );
    }
  }

  /** The file that a relative address means; undefined for any other. */
  #local(address) {
    if (/^([a-z][a-z\d+.-]*:|[/\\#])/i.test(address.trim())) return undefined;
    const path = address.trim().replace(/[?#].*$/s, '');
    try {
      return resolve(dirname(this.file), decodeURIComponent(path));
    } catch {
      return resolve(dirname(this.file), path);
    }
  }

  #checkChapter(chapter, hasSteps) {
    if (!hasSteps) this.tell(chapter, `${tag(chapter)} has no steps; put a <story-step> in it.`);
    for (const { scene, box } of stageOf(chapter).held)
      if (!isPicture(scene) && !isDescribed(box))
        this.tell(
          box,
          `${tag(box)} in the stage has no description; say what it shows in its ${box.name === 'img' ? 'alt' : 'aria-label'}.`,
        );
  }

  #checkStep(step, chapter) {
    if (!step.get('id'))
      this.tell(step, '<story-step> has no id, so it has no address; give it one.');
    if (!step.text) this.tell(step, `${tag(step)} has no words; write some.`);
    for (const claim of claimIds(step.get('claims') ?? '')) this.#knows(step, claim);
    if (chapter) this.#checkCue(step, chapter);
  }

  /** Whether the step's scene is there and knows the state that the step asks for. */
  #checkCue(step, chapter) {
    const { held, byId, ids } = stageOf(chapter);
    const wanted = step.get('scene');
    const shown = wanted ? byId.get(wanted) : held[0];
    if (wanted && !shown)
      return this.tell(
        step,
        `${tag(step)} asks for the scene ${quoted([wanted])}; the ids in its stage are ${quoted(ids)}.`,
      );
    if (!shown) return;
    const { scene, box } = shown;
    const names = this.#states.get(scene) ?? this.#states.get(box);
    const name = step.get('step') || step.get('id');
    if (name && names && !names.has(name))
      this.tell(
        step,
        `${tag(step)} asks for the state ${quoted([name])}; ${tag(scene)} has ${quoted(names)}. Write one of these as its step, or add a row ${quoted([name])} to the scene's table of states.`,
      );
  }

  #knows(node, claim) {
    if (!this.claims.has(claim))
      this.tell(
        node,
        `${tag(node)} names the claim ${quoted([claim])}, which is not in the ledger; its claims are ${quoted(this.#claimNames)}. Add an item with data-claim="${clip(claim)}", or mend the name.`,
      );
  }

  #checkClaim(claim) {
    const name = quoted([claim.get('data-claim')]);
    for (const wanted of ['claim', 'speaker'])
      if (!claim.first((node) => node.get('data-part') === wanted)?.text)
        this.tell(
          claim,
          `the claim ${name} has no ${wanted}; write one in an element with data-part="${wanted}".`,
        );
    const standing = claim.get('data-standing');
    if (standing && !standings.includes(standing))
      this.tell(
        claim,
        `the claim ${name} has the standing ${quoted([standing])}; write one of ${quoted(standings)}.`,
      );
  }

  #checkChain(chain) {
    const src = chain.get('src');
    if (src && !this.ids.has(src.replace('#', '')))
      this.tell(
        chain,
        `${tag(chain)} takes its claims from ${quoted([src])}, and no element has that id.`,
      );
    for (const claim of claimIds(chain.get('claim') ?? '')) this.#knows(chain, claim);
  }
}

/** Whether an element is a scene: one of ours, or one of others, which may be. */
const isPicture = (node) => isScene(node) || node.name.includes('-');

const stages = new WeakMap();

/**
 * What stands in the stage of a chapter; looked for once, because every step asks.
 * @returns each scene with its box, which is itself or what is wrapped round it; these by their ids; the ids in order
 */
function stageOf(chapter) {
  let stage = stages.get(chapter);
  if (stage) return stage;
  const held = chapter.elements
    .filter((child) => child.get('slot') === 'stage')
    .flatMap((box) => {
      const inner = isPicture(box)
        ? []
        : box.find((node) => isPicture(node) || node.name === 'video');
      return (inner.length ? inner : [box]).map((scene) => ({ scene, box }));
    });
  const byId = new Map();
  for (const one of held)
    for (const id of [one.scene.get('id'), one.box.get('id')])
      if (id && !byId.has(id)) byId.set(id, one);
  stages.set(chapter, (stage = { held, byId, ids: new Set(byId.keys()) }));
  return stage;
}

/** Whether an element says in words what it shows, or a picture in it does. */
const isDescribed = (box) =>
  box.get('aria-hidden') === 'true' ||
  [box, ...box.named('img')].some(
    (node) => node.get('alt') !== undefined || node.get('aria-label'),
  );
