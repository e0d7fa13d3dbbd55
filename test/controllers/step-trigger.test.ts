import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import '../../src/define.js';
import { ScrollController } from '../../src/controllers/scroll-controller.js';
import { ScrollamaTrigger } from '../../src/controllers/step-trigger.js';
import type { Place } from '../../src/core/place.js';
import type { ScrollStory } from '../../src/story/scroll-story.js';
import { expectWarnings, frames, resizeWindow, settled, waitUntil, wheel } from '../helpers.js';
import { enclose, events, happen, hostOf, look, stillPage, type World } from '../laws/world.js';

// What tells a story of its steps: Scrollama, and our own listener only where somebody follows the scroll or Scrollama
// is wrong.

/** Before Safari 26.2 nobody is told that a scroll has ended, so that each of them is listened to. */
const hasEnds = 'onscrollend' in window;

const line = 0.6;

/** The scroll listeners that are on the window now. */
const listeners = new Set<unknown>();
/** Whether they are called. */
let isHeard = true;
/** Whether Scrollama's observers are called: those, and no others, have a threshold of 0.5. */
let isTold = true;

const { addEventListener: add, removeEventListener: remove } = window;
const { IntersectionObserver: Observer } = window;

class DeafObserver extends Observer {
  constructor(callback: IntersectionObserverCallback, options: IntersectionObserverInit = {}) {
    super((...given) => {
      if (isTold || options.threshold !== 0.5) callback(...given);
    }, options);
  }
}

type Listen = typeof add;

function watchListeners(): void {
  window.addEventListener = ((type: string, what: EventListener, options?: unknown) => {
    if (type === 'scroll') listeners.add(what);
    if (isHeard || type !== 'scroll') add(type, what, options as never);
  }) as Listen;
  window.removeEventListener = ((type: string, what: EventListener, options?: unknown) => {
    if (type === 'scroll') listeners.delete(what);
    (remove as unknown as Listen)(type, what, options as never);
  }) as Listen;
  window.IntersectionObserver = DeafObserver;
}

function unwatch(): void {
  window.addEventListener = add;
  window.removeEventListener = remove;
  window.IntersectionObserver = Observer;
  listeners.clear();
  isHeard = isTold = true;
}

const page = document.createElement('div');

const block = (height: number, name = ''): HTMLElement => {
  const div = document.createElement('div');
  div.className = name;
  div.style.minHeight = `${height}px`;
  return div;
};

interface Plain {
  readonly world: World;
  readonly reader: ScrollController;
  readonly place: () => Place;
  readonly active: () => HTMLElement | undefined;
  readonly end: () => void;
}

/** Steps in a page, none of which anybody follows. */
async function plainSteps(heights: readonly number[]): Promise<Plain> {
  const story = document.createElement('div');
  story.append(...heights.map((height) => block(height, 'step')));
  const steps = (): HTMLElement[] => [...story.querySelectorAll<HTMLElement>('.step')];
  let place: Place = { index: -1, progress: 0 };
  let active: HTMLElement | undefined;
  const reader = new ScrollController(hostOf(story), {
    steps,
    offset: () => line,
    isFollowed: () => false,
    onPlace: (now) => {
      place = now;
      active = steps()[now.index];
    },
  });
  const world: World = {
    ...enclose(story),
    parents: () => [story],
    steps,
    makeStep: () => block(350, 'step'),
    changed: () => reader.refresh(),
  };
  reader.hostConnected();
  await stillPage(world);
  return {
    world,
    reader,
    place: () => place,
    active: () => active,
    end: () => {
      reader.hostDisconnected();
      world.page.remove();
    },
  };
}

/** Puts the line into a step. */
function into(step: HTMLElement, through: number): void {
  const { top, height } = step.getBoundingClientRect();
  scrollBy({ top: top + height * through - innerHeight * line, behavior: 'instant' });
}

/** Counts looks at the layout until it is ended. */
function countReads(): { readonly reads: () => number; readonly end: () => void } {
  let reads = 0;
  const ends: (() => void)[] = [];
  const watched = [
    [Element.prototype, ['getBoundingClientRect', 'scrollHeight', 'clientHeight']],
    [HTMLElement.prototype, ['offsetHeight', 'offsetWidth']],
  ] as const;
  for (const [on, names] of watched)
    for (const name of names) {
      const own = Object.getOwnPropertyDescriptor(on, name)!;
      const key = own.get ? 'get' : 'value';
      const read = own[key] as () => unknown;
      Object.defineProperty(on, name, {
        ...own,
        [key](this: Element) {
          reads++;
          return read.call(this);
        },
      });
      ends.push(() => Object.defineProperty(on, name, own));
    }
  return { reads: () => reads, end: () => ends.forEach((end) => end()) };
}

const words = (id: string, scrub = ''): string =>
  `<story-step id="${id}" step="${id}" ${scrub} style="--story-gap: 320px"><p>Words of ${id}.</p></story-step>`;

/** A story whose steps are scrubbed where their name says so. */
async function storyOf(ids: readonly string[], below = 1500): Promise<ScrollStory> {
  const story = document.createElement('scroll-story');
  story.motion = 'full';
  story.offset = line;
  const half = Math.ceil(ids.length / 2);
  for (const part of [ids.slice(0, half), ids.slice(half)])
    story.insertAdjacentHTML(
      'beforeend',
      `<story-chapter heading="A chapter">${part.map((id) => words(id, id.startsWith('s') ? 'scrub' : '')).join('')}</story-chapter>`,
    );
  page.append(block(600), story, block(below));
  await story.updateComplete;
  await settled();
  return story;
}

const nameOf = (story: ScrollStory): string =>
  story.steps
    .filter(({ active }) => active)
    .map(({ id }) => id)
    .join();

describe('the step trigger', () => {
  let changes: string[];
  const note = ({ id }: { id: string }): void => void changes.push(id);

  beforeEach(() => {
    changes = [];
    document.body.append(page);
    scrollTo(0, 0);
    // Not on the story itself, which would then follow every scroll.
    document.addEventListener('story-step-change', note);
    watchListeners();
  });

  afterEach(() => {
    document.removeEventListener('story-step-change', note);
    page.replaceChildren();
    page.remove();
    unwatch();
    scrollTo(0, 0);
  });

  it('says which steps come and go, by ordinary scrolling', async () => {
    const steps = [400, 300, 500].map((height) => block(height));
    page.append(block(900), ...steps, block(1500));
    const said: string[] = [];
    const say =
      (what: string) =>
      (step: HTMLElement): void =>
        void said.push(`${what} ${steps.indexOf(step)}`);
    const trigger = new ScrollamaTrigger(page, {
      steps,
      offset: line,
      onEnter: say('+'),
      onExit: say('-'),
    });
    for (const [at, step] of steps.entries()) {
      into(step, 0.3);
      await settled();
      expect(trigger.agrees(step), `at ${at}`).to.equal(true);
      expect(trigger.agrees(undefined), `at ${at}`).to.equal(false);
    }
    into(steps[2]!, 1.2);
    await settled();
    expect(trigger.agrees(undefined), 'past them').to.equal(true);
    expect(said.filter((one) => one.startsWith('+'))).to.deep.equal(['+ 0', '+ 1', '+ 2']);
    expect(said.filter((one) => one.startsWith('-'))).to.deep.equal(['- 0', '- 1', '- 2']);
    trigger.stop();
    into(steps[1]!, 0.5);
    await settled();
    expect(said.length, 'after it was stopped').to.equal(6);
  });

  it('carries a reader through a whole story though nothing of ours hears the scroll', async () => {
    isHeard = false;
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const story = await storyOf(ids);
    for (const way of [1, -1]) {
      changes = [];
      const end = (): boolean => (way > 0 ? nameOf(story) === 'e' : nameOf(story) === '');
      for (let turn = 0; turn < 80 && !end(); turn++) {
        await wheel(way * 90);
        const here = nameOf(story);
        if (hasEnds && here) expect(listeners.size, `listeners in ${here}`).to.equal(0);
      }
      expect(changes, 'each step once, in order').to.deep.equal(
        way > 0 ? ids : ['d', 'c', 'b', 'a', ''],
      );
    }
  });

  it('costs nothing inside a step that is not scrubbed, until the scroll ends', async function () {
    if (!hasEnds) return this.skip();
    const { world, place, end } = await plainSteps([400, 3000, 400]);
    const step = world.steps()[1]!;
    let isHeld = false;
    let ends = 0;
    const hold = (event: Event): void => {
      ends++;
      if (isHeld) event.stopImmediatePropagation();
    };
    // Before ours, which come and go at the window.
    add.call(window, 'scrollend', hold, { capture: true });
    try {
      into(step, 0.1);
      await waitUntil(() => listeners.size === 0, 'nothing listens in the step');
      await settled(30);
      isHeld = true;
      const { reads, end: endCount } = countReads();
      const { progress } = place();
      try {
        for (let i = 0; i < 60; i++) {
          scrollBy({ top: 25, behavior: 'instant' });
          await frames();
          expect(listeners.size, 'scroll listeners').to.equal(0);
        }
        expect(reads(), 'looks at the layout').to.equal(0);
      } finally {
        endCount();
      }
      expect(place().progress, 'nobody has looked').to.equal(progress);
      expect(ends).to.be.greaterThan(0);
      isHeld = false;
      scrollBy({ top: 1, behavior: 'instant' });
      await settled();
      const right = look(world, line);
      expect(place().progress, 'when it has ended').to.be.closeTo(right.progress, 0.002);
    } finally {
      remove.call(window, 'scrollend', hold, { capture: true });
      end();
    }
  });

  it('listens while a scrubbed step is active, or where progress is asked for', async function () {
    if (!hasEnds) return this.skip();
    const story = await storyOf(['a', 's1', 'b', 's2', 'c']);
    const listening = async (id: string): Promise<number> => {
      into(story.querySelector<HTMLElement>(`#${id}`)!, 0.4);
      await settled();
      expect(nameOf(story)).to.equal(id);
      return listeners.size;
    };
    const seen: number[] = [];
    for (const id of ['a', 's1', 'b', 's2', 'c']) seen.push(await listening(id));
    expect(seen).to.deep.equal([0, 1, 0, 1, 0]);
    story.motion = 'stepped';
    await settled();
    expect(await listening('s1'), 'where nothing follows the scroll').to.equal(0);
    story.motion = 'full';
    await settled();
    expect(listeners.size, 'where it does again').to.equal(1);
    expect(await listening('b')).to.equal(0);
    const told: number[] = [];
    story.addEventListener('story-progress', ({ progress }) => told.push(progress));
    await settled();
    expect(listeners.size, 'where somebody asks for progress').to.equal(1);
    for (let i = 0; i < 5; i++) {
      scrollBy({ top: 12, behavior: 'instant' });
      await frames();
    }
    expect(told.length, 'told in each frame').to.be.at.least(4);
  });

  it('is not relied on where it says nothing', async () => {
    isTold = false;
    const { world, active, place, end } = await plainSteps([400, 600, 300]);
    try {
      for (const [at, through] of [[0, 0.2], [1, 0.5], [2, 0.1], [1, 0.9], [0, 0.4]] as const) {
        into(world.steps()[at]!, through);
        await frames(2);
        expect(active(), `at ${at}`).to.equal(world.steps()[at]);
        expect(place().progress).to.be.closeTo(through, 0.01);
        await settled();
        expect(listeners.size, 'our own listener').to.equal(1);
      }
    } finally {
      end();
    }
  }); // prettier-ignore

  it('lets a story end where its page does', async () => {
    const story = await storyOf(['a', 'b'], 0);
    let ended = 0;
    page.addEventListener('story-complete', () => ended++, { once: true });
    into(story.querySelector<HTMLElement>('#b')!, 0.1);
    await settled();
    expect(ended, 'before').to.equal(0);
    scrollTo(0, 1e6);
    await settled();
    expect(nameOf(story)).to.equal('b');
    expect(ended, 'at the end of the page').to.equal(1);
  });

  it('keeps the reader at their place in a story that has moved or was scaled though nobody was told', async () => {
    const { world, active, end } = await plainSteps([400, 600, 300, 800]);
    const { body, documentElement: root } = document;
    // A rule of style changes no attribute, and a body of a fixed height does not grow with what is in it.
    const sheet = document.createElement('style');
    try {
      body.style.height = root.style.height = '100%';
      root.style.overflowAnchor = 'none';
      world.page.style.transformOrigin = '0 0';
      world.page.className = 'moved';
      document.head.append(sheet);
      const step = world.steps()[1]!;
      into(step, 0.5);
      await settled();
      for (const rule of ['padding-top: 120px', 'transform: scale(0.6)', '']) {
        sheet.textContent = `.moved { ${rule} }`;
        const off = (): number => Math.abs(look(world, line).progress - 0.5);
        expect(off(), rule).to.be.above(0.03);
        await waitUntil(() => off() < 0.02, rule);
        expect([active(), look(world, line).active]).to.deep.equal([step, step]);
      }
    } finally {
      sheet.remove();
      body.style.height = '';
      root.removeAttribute('style');
      end();
    }
  });

  it('leads to the right step whatever happens where nobody follows', async function () {
    this.timeout(0);
    expectWarnings();
    const { innerWidth: width, innerHeight: height } = window;
    for (const sequence of fc.sample(events(16), { numRuns: 6, seed: 7 })) {
      const { world, active, end } = await plainSteps([420, 300, 640, 60, 500, 380]);
      const done: string[] = [];
      try {
        for (const event of sequence) {
          // A story in a box that cannot be seen has nothing to be right about.
          if (/moves|box/.test(event[0])) continue;
          done.push(event.join());
          await happen(world, event);
          await stillPage(world);
          const isRight = (): boolean => {
            const [low, high] = [-1, 1].map((slack) => look(world, line, slack).active);
            return low !== high || active() === high;
          };
          // Of what is scaled nobody is told.
          if (event[0] === 'zoom') await waitUntil(isRight, done.join('; '));
          else expect(isRight(), done.join('; ')).to.equal(true);
        }
      } finally {
        end();
        scrollTo(0, 0);
        if (innerWidth !== width || innerHeight !== height) await resizeWindow(width, height);
      }
    }
  });
});
