// Whatever stands in a stage, and whatever it does: the rest of the story goes on, and the console names it once.
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/story/story-step.define.js';
import '../../src/story/story-chapter.define.js';
import '../../src/story/scroll-story.define.js';
import '../../src/scenes/phone-call-scene/define.js';
import { memberOf } from '../../src/controllers/foreign.js';
import type { MotionMode } from '../../src/core/cue.js';
import type { ScrollStory } from '../../src/story/scroll-story.js';
import type { StoryStep } from '../../src/story/story-step.js';
import { watchErrors } from '../errors.js';
import { expectWarnings, isTried, settled, waitUntil } from '../helpers.js';

/** An element that takes cues, with some members in the place of others. */
class Taker extends HTMLElement {
  step = '';
  progress = 0;
}
let count = 0;

/** Defines an element of a class of its own, and makes one. */
function taker(members: object = {}, base: new () => HTMLElement = Taker): HTMLElement {
  const name = `odd-scene-${++count}`;
  const made = class extends base {};
  Object.defineProperties(made.prototype, Object.getOwnPropertyDescriptors(members));
  customElements.define(name, made);
  return document.createElement(name);
}

/** One whose `step` and `progress` are what its prototype has. */
const bare = (members: object): HTMLElement => taker(members, HTMLElement);

const fail = (): never => {
  throw new Error('boom');
};

/** A form with fields of these names, which hide its own members. */
function formWith(...names: string[]): HTMLFormElement {
  const form = document.createElement('form');
  for (const name of names) form.append(Object.assign(document.createElement('input'), { name }));
  return form;
}

/** All that an element of the platform could be asked for. */
const everything = [
  'matches', 'children', 'slot', 'closest', 'style', 'step', 'progress', 'motion', 'describe', 'still', 'ready', 'steps', 'id', 'localName',
  'nodeType', 'parentElement', 'assignedSlot', 'getRootNode', 'getAttribute', 'setAttribute', 'hasAttribute', 'removeAttribute',
  'toggleAttribute', 'cloneNode', 'contains', 'querySelector', 'querySelectorAll', 'classList', 'className', 'textContent', 'isConnected',
  'dataset', 'ownerDocument', 'addEventListener', 'getBoundingClientRect', 'remove', 'tagName', 'hidden', 'attributes',
]; // prettier-ignore

const video = (members: object): HTMLVideoElement => {
  const made = document.createElement('video');
  made.id = `video-${++count}`;
  for (const [name, value] of Object.entries(members))
    Object.defineProperty(made, name, { configurable: true, get: () => value as unknown });
  return made;
};

interface Case {
  readonly make: () => Element;
  /** What the console says; nothing if there is nothing to mend. */
  readonly says?: RegExp;
  /** What the step says of the picture. */
  readonly described?: string;
}

const cases: Record<string, Case> = {
  'describe() throws': { make: () => taker({ describe: fail }), says: /describe\(\).*boom/ },
  'describe() throws what is no error': {
    make: () =>
      taker({
        describe() {
          // eslint-disable-next-line @typescript-eslint/only-throw-error -- it is what some do
          throw { toString: fail };
        },
      }),
    says: /describe\(\)/,
  },
  'describe() throws, and it has a label': {
    make: () => {
      const made = taker({ describe: fail });
      made.setAttribute('aria-label', 'A label.');
      return made;
    },
    says: /describe\(\)/,
    described: 'A label.',
  },
  'describe() gives a number': { make: () => taker({ describe: () => 5 }), says: /return one/ },
  'describe() gives an object': { make: () => taker({ describe: () => ({}) }), says: /return one/ },
  'describe() gives a symbol': {
    make: () => taker({ describe: () => Symbol('s') }),
    says: /return one/,
  },
  'describe() gives a promise': {
    make: () => taker({ describe: () => Promise.resolve('late') }),
    says: /return one/,
  },
  'describe() gives a promise that is rejected': {
    make: () => taker({ describe: () => Promise.reject(new Error('boom')) }),
    says: /return one/,
  },
  'describe() gives null': { make: () => taker({ describe: () => null }), described: '' },
  'describe() gives a million letters': {
    make: () => taker({ describe: () => 'x'.repeat(1e6) }),
    says: /too long.*20000/,
  },
  'describe is no function': { make: () => taker({ describe: 'words' }), says: /describe\(\)/ },
  'describe is a getter that throws': {
    make: () => taker({ get describe() { return fail(); } }), // prettier-ignore
    says: /describe\(\)/,
  },
  'still() throws': { make: () => taker({ still: fail }), says: /still\(\).*boom/ },
  'still() gives null': {
    make: () => taker({ still: () => null }),
    says: /still\(\).*return a copy/,
  },
  'still() gives text': { make: () => taker({ still: () => '<b>' }), says: /return a copy/ },
  'still() gives a fragment': {
    make: () => taker({ still: () => new DocumentFragment() }),
    says: /return a copy/,
  },
  'still() gives itself': {
    make: () => taker({ still(this: Element) { return this; } }), // prettier-ignore
    says: /return a copy/,
  },
  'still() gives what stands in the page': {
    make: () => taker({ still: () => document.body }),
    says: /return a copy/,
  },
  'still() gives one element for all steps': {
    make: () => {
      const one = document.createElement('b');
      return taker({ still: () => one });
    },
    says: /return a copy/,
  },
  'still is no function': { make: () => taker({ still: {} }), says: /still\(\)/ },
  'still is a getter that throws': {
    make: () => taker({ get still() { return fail(); } }), // prettier-ignore
    says: /still\(\)/,
  },
  'ready is rejected': {
    make: () => taker({ ready: Promise.reject(new Error('boom')), describe: () => 'It is.' }),
    says: /ready.*rejected.*boom/,
    described: 'It is.',
  },
  'ready never settles': {
    make: () => taker({ ready: new Promise(() => undefined), describe: () => 'It is.' }),
    described: 'It is.',
  },
  'ready is no promise': { make: () => taker({ ready: true }) },
  'ready is a function': { make: () => taker({ ready: fail }) },
  'ready is a getter that throws': {
    make: () => taker({ get ready() { return fail(); } }), // prettier-ignore
    says: /ready.*boom/,
  },
  'ready is a thenable that throws': {
    make: () => taker({ ready: { then: fail } }),
    says: /ready.*boom/,
  },
  'step is a setter that throws': {
    make: () => bare({ get step() { return ''; }, set step(_) { fail(); }, progress: 0 }), // prettier-ignore
    says: /step.*boom/,
  },
  'step can only be read': {
    make: () => bare({ get step() { return ''; }, progress: 0 }), // prettier-ignore
    says: /uses its step/,
  },
  'step is a getter that throws': {
    make: () => bare({ get step() { return fail(); }, progress: 0 }), // prettier-ignore
    says: /uses its step/,
  },
  'progress is a setter that throws another text each time': {
    make: () =>
      bare({
        step: '',
        get progress() { return 0; },
        set progress(value) { throw new Error(`no ${value} at ${performance.now()}`); },
      }), // prettier-ignore
    says: /uses its progress/,
  },
  'step and progress are not writable': {
    make: () =>
      Object.defineProperties(taker({}, HTMLElement), {
        step: { value: '' },
        progress: { value: 0, writable: true },
      }),
    says: /uses its step/,
  },
  'it is frozen': {
    make: () => Object.freeze(Object.assign(taker({}, HTMLElement), { progress: 0, step: '' })),
    says: /uses its step/,
  },
  'motion can only be read': {
    make: () => taker({ get motion() { return 'full'; } }), // prettier-ignore
    says: /uses its motion/,
  },
  'progress is a method': {
    make: () => bare({ step: '', progress: () => 0 }),
  },
  'steps is garbage': { make: () => taker({ get steps() { return fail(); } }) }, // prettier-ignore
  'style is a getter that throws': {
    make: () => taker({ get style() { return fail(); } }), // prettier-ignore
    says: /uses its style/,
  },
  'a video without an end': { make: () => video({ duration: Infinity }), says: /has no end/ },
  'a video without a length': { make: () => video({ duration: NaN }) },
  'a video of no length': { make: () => video({ duration: 0 }) },
  'a video that cannot be played': {
    make: () => video({ duration: NaN, error: { code: 4 } }),
    says: /cannot be played/,
  },
  'a video that cannot be put to a time': {
    make: () =>
      Object.defineProperty(video({ duration: 2 }), 'currentTime', { get: () => 0, set: fail }),
    says: /currentTime/,
  },
  'an audio': { make: () => document.createElement('audio') },
  'a form with fields called like members': {
    make: () => {
      const form = formWith(...everything);
      Element.prototype.setAttribute.call(form, 'aria-label', 'A form.');
      return form;
    },
    described: 'A form.',
  },
  'an object': { make: () => document.createElement('object') },
  'an embed': { make: () => document.createElement('embed') },
  'an iframe': { make: () => document.createElement('iframe') },
  'a drawing': { make: () => document.createElementNS('http://www.w3.org/2000/svg', 'svg') },
  'a formula': {
    make: () => document.createElementNS('http://www.w3.org/1998/Math/MathML', 'math'),
  },
  'an element of no known kind': { make: () => document.createElementNS('urn:x', 'thing') },
  'an element that can never be defined': { make: () => document.createElement('font-face') },
  'an element that is never defined': { make: () => document.createElement('never-defined') },
  'a built-in element that is another': {
    make: () => {
      const made = document.createElement('div');
      made.setAttribute('is', 'NOT a name');
      return made;
    },
  },
};

/** How often what is said names the element. */
const naming = (said: readonly string[], element: Element): string[] => {
  const name = memberOf(element, 'localName');
  return said.filter((text) => new RegExp(`<${name}[#.>]`).test(text));
};

describe('one thing in a stage does not stop the story', () => {
  const errors = watchErrors();

  /** Puts the element into the first of two chapters; a scene that is as it should be stands in the second. */
  async function begin(element: Element, motion: MotionMode): Promise<ScrollStory> {
    Element.prototype.setAttribute.call(element, 'slot', 'stage');
    const story = document.createElement('scroll-story');
    story.motion = motion;
    story.innerHTML = `
      <story-chapter>
        <story-step id="a" scrub><p>Words of a.</p></story-step>
        <story-step id="b"><p>Words of b.</p></story-step>
      </story-chapter>
      <story-chapter>
        <phone-call-scene slot="stage" from="Bern" to="Oslo"></phone-call-scene>
        <story-step id="connected"><p>Words of c.</p></story-step>
        <story-step id="invitation" scrub><p>Words of d.</p></story-step>
      </story-chapter>`;
    story.firstElementChild!.prepend(element);
    await fixture(
      html`<div>
        <p style="height: 900px"></p>
        ${story}
        <p style="height: 900px"></p>
      </div>`,
    );
    await settled();
    return story;
  }

  /** What must hold whatever stands in the first stage. */
  async function expectToGoOn(story: ScrollStory, motion: MotionMode): Promise<void> {
    const scene = story.querySelector('phone-call-scene')!;
    for (const id of ['a', 'b', 'connected', 'invitation']) {
      story.goTo(id);
      await settled();
      expect(story.steps.filter(({ active }) => active).map((step) => step.id)).to.deep.equal([id]);
      expect(story.querySelector<StoryStep>(`#${id}`)!.textContent).to.contain('Words of');
    }
    expect(scene.step).to.equal('invitation');
    const last = story.steps.at(-1)!;
    await waitUntil(() => last.description.includes('41') || last.description.includes('Oslo'));
    expect(!!last.still).to.equal(motion === 'static');
    expect(story.steps.every(({ shadowRoot }) => shadowRoot)).to.equal(true);
  }

  for (const motion of ['full', 'static'] as const)
    Object.entries(cases).forEach(([name, { make, says, described }], at) => {
      if (!isTried(at + Number(motion === 'static'), 3)) return;
      it(`${name}, ${motion}`, async () => {
        const said = expectWarnings();
        const element = make();
        const story = await begin(element, motion);
        await expectToGoOn(story, motion);
        const [step] = story.steps;
        if (described !== undefined) expect(step!.description).to.equal(described);
        expect(step!.description.length).to.be.below(20_010);
        const named = naming(said, element);
        // A still is asked for in text only.
        if (says && (motion === 'static' || !name.startsWith('still'))) {
          expect(named.join('\n')).to.match(says);
          expect(named.length, named.join('\n')).to.equal(1);
        } else if (!says) expect(named).to.deep.equal([]);
        if (motion === 'static') {
          expect(element.isConnected && element.parentNode, 'its place').to.equal(
            story.firstElementChild,
          );
          for (const one of story.steps.slice(0, 2))
            expect(one.shadowRoot!.querySelector('figure'), `the still of ${one.id}`).to.exist;
        }
        expect(errors()).to.deep.equal([]);
      });
    });

  it('an element that is defined later hears its cue, and one whose upgrade throws does not stop the others', async () => {
    expectWarnings();
    const story = await begin(document.createElement('late-scene'), 'full');
    const broken = document.createElement('broken-scene');
    broken.slot = 'stage';
    broken.id = 'broken';
    story.querySelectorAll('story-chapter')[1]!.append(broken);
    story.goTo('b');
    await settled();
    customElements.define('late-scene', class extends Taker {});
    customElements.define(
      'broken-scene',
      class extends Taker {
        constructor() {
          super();
          throw new Error('boom');
        }
      },
    );
    await settled();
    expect((story.querySelector('late-scene') as Taker).step).to.equal('b');
    expect(errors().filter((error) => !error.includes('boom'))).to.deep.equal([]);
    errors().length = 0;
    await expectToGoOn(story, 'full');
  });

  it('a listener of the page that throws stops nothing', async () => {
    expectWarnings();
    const types = ['story-step-change', 'story-progress', 'story-complete', 'story-navigate'];
    for (const type of types) addEventListener(type, fail);
    try {
      const story = await begin(document.createElement('p'), 'full');
      await expectToGoOn(story, 'full');
      expect(errors().length, 'errors of the page').to.be.above(3);
      expect(errors().filter((error) => !error.includes('boom'))).to.deep.equal([]);
      errors().length = 0;
    } finally {
      for (const type of types) removeEventListener(type, fail);
    }
  });

  it('forms with such fields stand in steps, in the header, and around the story', async () => {
    const around = formWith(...everything.filter((name) => name !== 'localName'));
    around.lang = 'de';
    const story = document.createElement('scroll-story');
    const chapter = document.createElement('story-chapter');
    const step = Object.assign(document.createElement('story-step'), { id: 'within' });
    const header = formWith(...everything);
    Element.prototype.setAttribute.call(header, 'slot', 'header');
    step.append(formWith(...everything), 'Words.');
    chapter.append(step);
    story.append(header, chapter);
    around.append(story);
    await fixture(
      html`<div>
        ${around}
        <p style="height: 900px"></p>
      </div>`,
    );
    await settled();
    story.goTo('within');
    await settled();
    expect(step.active).to.equal(true);
    // What comes and goes is looked through, too.
    const more = formWith(...everything);
    Node.prototype.appendChild.call(chapter, more);
    await settled();
    Element.prototype.remove.call(more);
    await settled();
    expect(errors()).to.deep.equal([]);
  });
});
