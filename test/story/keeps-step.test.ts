import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define.js';
import type { ScrollStory } from '../../src/story/scroll-story.js';
import { expectWarnings, frames, resizeWindow, settled, wheel } from '../helpers.js';

// The reader stays at their step until they scroll, whatever the page around does: it locks, clips, changes its size,
// or scrolls by script.

const picture = (name: string): string => `
<expulsion-counter slot="stage" groups="A;B"><table>
  <tr><th>name</th><th>count</th><th>group</th></tr>
  <tr><td>${name}</td><td>9</td><td>A</td></tr><tr><td>South</td><td>4</td><td>B</td></tr>
</table></expulsion-counter>`;

const step = (id: string, state: string): string => `
<story-step id="${id}" step="${state}" scrub><p>Words of the step ${id}, enough of them to fill two lines or three
on a phone, and then some more, because there is always more to say.</p></story-step>`;

const markup = `
<header slot="header"><h2>A start</h2></header>
<story-chapter layout="side" heading="First">${picture('North')}${step('a', 'together')}${step('b', 'apart')}${step('c', 'apart')}</story-chapter>
<story-chapter layout="overlay" heading="Second">${picture('East')}${step('d', 'together')}${step('e', 'apart')}${step('f', 'apart')}</story-chapter>`;

const page = document.createElement('div');
const sheet = document.createElement('style');

async function makeStory(hash = ''): Promise<ScrollStory> {
  // The story before has left its step in the address.
  history.replaceState(null, '', location.pathname + location.search + hash);
  page.innerHTML =
    '<div class="above" style="height: 600px"></div><div class="wrapper"><scroll-story name="kept" motion="full"></scroll-story></div><div class="below" style="height: 1500px"></div>';
  const story = page.querySelector('scroll-story')!;
  story.innerHTML = markup;
  await story.updateComplete;
  await settled();
  return story;
}

const active = (story: ScrollStory): string =>
  story.steps
    .filter((one) => one.active)
    .map(({ id }) => id)
    .join();

const isMoving = (story: ScrollStory): boolean =>
  [...story.querySelectorAll('story-chapter')].every(({ motion }) => motion === 'full');

/** Puts the line into a step, as a reader does who scrolls there. */
async function put(story: ScrollStory, id: string, share: number): Promise<void> {
  const { top, height } = story.querySelector(`#${id}`)!.getBoundingClientRect();
  scrollBy({ top: top + height * share - innerHeight * story.offset, behavior: 'instant' });
  await settled();
  expect(active(story)).to.equal(id);
}

/** Lets the page do what it does, and observers tell of it. */
async function later(): Promise<void> {
  await settled();
  await frames(6);
}

const stageTop = (story: ScrollStory, id: string): number =>
  story
    .querySelector(`#${id}`)!
    .closest('story-chapter')!
    .shadowRoot!.querySelector('.stage')!
    .getBoundingClientRect().top;

const { documentElement: root, body } = document;

describe('the reader stays at their step', () => {
  const size = { width: innerWidth, height: innerHeight };

  before(async () => {
    document.head.append(sheet);
    body.style.margin = '0';
    await resizeWindow(1000, 700);
  });

  after(async () => {
    sheet.remove();
    root.removeAttribute('style');
    body.removeAttribute('style');
    await resizeWindow(size.width, size.height);
  });

  beforeEach(() => {
    body.append(page);
    scrollTo(0, 0);
  });

  afterEach(() => {
    page.remove();
    page.removeAttribute('style');
    sheet.textContent = '';
    for (const one of [root, body]) one.removeAttribute('class');
    root.style.cssText = '';
    body.style.cssText = 'margin: 0';
  });

  /** Ways to lock a page: what it looks like before, what locks it, and what unlocks it. */
  interface Lock {
    readonly before?: () => void;
    readonly lock: () => void;
    readonly unlock: () => void;
  }
  const styled = (css: string, before = ''): Lock => ({
    before: () => (sheet.textContent = `${before} ${css}`),
    lock: () => root.classList.add('locked'),
    unlock: () => root.classList.remove('locked'),
  });
  let scrolled = 0;
  const fixed = (restores: boolean): Lock => ({
    lock: () => {
      scrolled = scrollY;
      body.style.cssText = `margin: 0; position: fixed; inset-inline: 0; top: -${scrolled}px`;
    },
    unlock: () => {
      body.style.cssText = 'margin: 0';
      if (restores) scrollTo({ top: scrolled, behavior: 'instant' });
    },
  });
  const locks: Record<string, Lock> = {
    'overflow on the body': {
      lock: () => (body.style.overflow = 'hidden'),
      unlock: () => (body.style.overflow = ''),
    },
    'overflow on the root': {
      lock: () => (root.style.overflow = 'hidden'),
      unlock: () => (root.style.overflow = ''),
    },
    'overflow on both': styled('.locked, .locked body { overflow: hidden }'),
    'overflow on the body where the root has its own': styled(
      '.locked body { overflow: hidden }',
      'html { overflow-y: scroll }',
    ),
    'overflow on the body where the root has its own across': styled(
      '.locked body { overflow: hidden }',
      'html { overflow-x: hidden }',
    ),
    'a body as tall as the window': styled(
      '.locked, .locked body { overflow: hidden; height: 100% }',
    ),
    'a body as tall as the window below a root that scrolls': styled(
      '.locked body { overflow: hidden; height: 100vh }',
      'html { overflow-y: scroll }',
    ),
    'overflow: clip on both': styled('.locked, .locked body { overflow: clip }'),
    'room for the scrollbar that goes': styled(
      '.locked body { overflow: hidden; padding-inline-end: 15px }',
      'html { overflow-y: scroll }',
    ),
    'a fixed body': fixed(true),
    'a fixed body that is not scrolled back': fixed(false),
    'a rule that comes into the page': {
      lock: () => (sheet.textContent = 'html, body { overflow: hidden; height: 100% }'),
      unlock: () => (sheet.textContent = ''),
    },
    'a rule for an open dialog': {
      before: () => {
        sheet.textContent =
          'html:has(dialog[open]), html:has(dialog[open]) body { overflow: hidden; height: 100% }';
        page.append(document.createElement('dialog'));
      },
      lock: () => page.querySelector('dialog')!.showModal(),
      unlock: () => page.querySelector('dialog')!.close(),
    },
  };

  for (const [name, { before: prepare, lock, unlock }] of Object.entries(locks))
    for (const [id, share] of [
      ['b', 0.4],
      ['e', 0.7],
    ] as const)
      it(`while the page is locked by ${name}, at ${id}`, async () => {
        const story = await makeStory();
        prepare?.();
        await later();
        await put(story, id, share);
        const top = story.querySelector(`#${id}`)!.getBoundingClientRect().top;
        const told: string[] = [];
        story.addEventListener('story-step-change', (event) => told.push(event.id));
        lock();
        await later();
        expect(active(story), 'locked').to.equal(id);
        expect(isMoving(story), 'locked').to.equal(true);
        unlock();
        await waitUntil(
          () => Math.abs(story.querySelector(`#${id}`)!.getBoundingClientRect().top - top) < 3,
          'it is where it was',
        );
        await later();
        expect(active(story), 'unlocked').to.equal(id);
        expect(isMoving(story), 'unlocked').to.equal(true);
        expect(stageTop(story, id), 'the stage').to.be.closeTo(0, 1);
        expect(told, 'other steps in between').to.deep.equal([]);
        // Moving again.
        await put(story, id === 'b' ? 'c' : 'f', 0.3);
        await put(story, 'a', 0.3);
      });

  it('and goes where the page takes them when a menu closes', async () => {
    const story = await makeStory();
    sheet.textContent = '.locked, .locked body { overflow: hidden; height: 100% }';
    await put(story, 'b', 0.4);
    root.classList.add('locked');
    await later();
    root.classList.remove('locked');
    story.querySelector('#e')!.scrollIntoView({ behavior: 'instant' });
    await later();
    expect(active(story)).to.equal('e');
  });

  it('but a page that goes on scrolling is not locked', async () => {
    const warnings = expectWarnings();
    const story = await makeStory();
    sheet.textContent = 'html { overflow-y: scroll }';
    await put(story, 'b', 0.4);
    body.style.overflow = 'hidden';
    await later();
    expect(isMoving(story)).to.equal(true);
    for (let i = 0; i < 5; i++) {
      scrollBy({ top: 40, behavior: 'instant' });
      await frames(3);
    }
    await waitUntil(() => !isMoving(story), 'it stands still');
    expect(warnings.join()).to.contain('<body> has overflow');
  });

  /** Boxes that begin to clip, and stop, while the story is read. */
  const clips: Record<string, [on: () => void, off: () => void]> = {
    'its style': [
      () => (page.querySelector<HTMLElement>('.wrapper')!.style.overflow = 'hidden'),
      () => (page.querySelector<HTMLElement>('.wrapper')!.style.overflow = ''),
    ],
    'a class': [
      () => {
        sheet.textContent = '.clips { overflow-x: hidden }';
        page.classList.add('clips');
      },
      () => page.classList.remove('clips'),
    ],
    'a style of the story itself': [
      () => (page.querySelector('scroll-story')!.style.overflow = 'hidden'),
      () => (page.querySelector('scroll-story')!.style.overflow = ''),
    ],
    'a rule for the chapters': [
      () => (sheet.textContent = 'story-chapter { overflow: hidden }'),
      () => (sheet.textContent = ''),
    ],
    'a rule': [
      () => (sheet.textContent = '.wrapper { overflow-x: auto }'),
      () => (sheet.textContent = ''),
    ],
  };
  for (const [name, [on, off]] of Object.entries(clips))
    it(`when a box begins to clip, and stops, by ${name}`, async () => {
      expectWarnings();
      const story = await makeStory();
      await put(story, 'd', 0.4);
      on();
      await waitUntil(() => !isMoving(story), 'noticed within a second', { timeout: 1000 });
      await later();
      expect(active(story), 'as text').to.equal('d');
      off();
      await waitUntil(() => isMoving(story), 'noticed within a second', { timeout: 1000 });
      await later();
      expect(active(story), 'moving again').to.equal('d');
    });

  /** What happens to a page that nobody scrolls. */
  const changes: Record<string, (story: ScrollStory) => unknown> = {
    'a phone is turned': async () => {
      await resizeWindow(700, 1000);
      await later();
      await resizeWindow(1000, 700);
    },
    'the window is narrower': () => resizeWindow(600, 700),
    'the window is lower': () => resizeWindow(1000, 450),
    'the window is taller': () => resizeWindow(1000, 1000),
    'a toolbar comes and goes': async () => {
      await resizeWindow(1000, 640);
      await later();
      await resizeWindow(1000, 700);
      await later();
      await resizeWindow(1000, 760);
    },
    'type is larger': () => (page.style.fontSize = '28px'),
    'type is smaller': () => (page.style.fontSize = '10px'),
    'the type of the story is larger': (story) =>
      story.style.setProperty('--story-font-size', '26px'),
    'a late advert comes above': () =>
      (page.querySelector<HTMLElement>('.above')!.style.height = '1100px'),
    'an advert comes above without a word': () =>
      page.prepend(
        Object.assign(document.createElement('div'), {
          innerHTML: '<p style="height: 400px">Advert</p>',
        }),
      ),
    'an advert above closes': () =>
      (page.querySelector<HTMLElement>('.above')!.style.height = '100px'),
    'an earlier step grows': (story) =>
      (story.querySelector<HTMLElement>('#a p')!.style.minHeight = '500px'),
    'an earlier step goes': (story) => story.querySelector('#a')!.remove(),
    'a step comes before': (story) =>
      story.querySelector('#a')!.insertAdjacentHTML('beforebegin', step('z', 'together')),
    'the column is narrower': () => (page.style.width = '60%'),
    'the page is zoomed': () => (page.style.zoom = '1.25'),
    'the story is read as text': (story) => (story.motion = 'static'),
    'the story is read as text and moves again': async (story) => {
      story.motion = 'static';
      await later();
      story.motion = 'full';
    },
    'chapters change their layout': (story) =>
      story
        .querySelectorAll('story-chapter')
        .forEach((one) => (one.layout = one.layout === 'side' ? 'overlay' : 'side')),
  };

  for (const anchor of ['auto', 'none'])
    for (const [name, change] of Object.entries(changes))
      it(`when ${name}, with overflow-anchor: ${anchor}`, async () => {
        root.style.setProperty('overflow-anchor', anchor);
        for (const [id, share] of [
          ['b', 0.06],
          ['d', 0.5],
          ['f', 0.94],
        ] as const) {
          const story = await makeStory();
          await put(story, id, share);
          await change(story);
          await later();
          expect(active(story), `${id} at ${share}`).to.equal(id);
          const { top, bottom } = story.querySelector(`#${id}`)!.getBoundingClientRect();
          expect(top, 'the line is in it').to.be.at.most(innerHeight * 0.7);
          expect(bottom, 'the line is in it').to.be.at.least(innerHeight * 0.7 - 1);
          // The reader scrolls on, and nothing takes them back.
          const before = scrollY;
          scrollBy({ top: -130, behavior: 'instant' });
          await later();
          expect(scrollY).to.be.closeTo(before - 130, 2);
          page.replaceChildren();
          page.removeAttribute('style');
          await resizeWindow(1000, 700);
          scrollTo(0, 0);
        }
      });

  it('but not above the story, and not below it', async () => {
    await makeStory();
    for (const top of [200, 1e6]) {
      root.style.setProperty('overflow-anchor', 'none');
      scrollTo({ top, behavior: 'instant' });
      await settled();
      const before = scrollY;
      page.prepend(
        Object.assign(document.createElement('div'), {
          innerHTML: '<p style="height: 300px">Advert</p>',
        }),
      );
      await later();
      expect(scrollY).to.equal(before);
    }
  });

  it('and a scroll by script in the same frame as a new layout stands', async () => {
    const story = await makeStory();
    for (const anchor of ['auto', 'none']) {
      root.style.setProperty('overflow-anchor', anchor);
      await put(story, 'b', 0.5);
      story.querySelector<HTMLElement>('#a p')!.style.minHeight = `${300 + Math.random() * 200}px`;
      story.querySelector('#f')!.scrollIntoView({ behavior: 'instant' });
      await later();
      expect(active(story)).to.equal('f');
    }
  });

  describe('that a link has led to', () => {
    async function follow(): Promise<ScrollStory> {
      const story = await makeStory('#kept/d');
      await waitUntil(() => active(story) === 'd', 'the link is followed');
      return story;
    }

    const routers: Record<string, () => void> = {
      'to the top': () => scrollTo(0, 0),
      'to the top, smoothly': () => scrollTo({ top: 0, behavior: 'smooth' }),
      'to where it was last time': () => scrollTo(0, 900),
      'to its main heading': () => page.querySelector('.above')!.scrollIntoView(),
    };
    for (const [name, route] of Object.entries(routers))
      it(`though a router scrolls ${name}`, async () => {
        const story = await follow();
        for (let turn = 0; turn < 2; turn++) {
          route();
          await later();
          expect(active(story), `turn ${turn}`).to.equal('d');
        }
      });

    it('until the reader does something', async () => {
      const story = await follow();
      await wheel(40);
      scrollTo({ top: 0, behavior: 'instant' });
      await later();
      expect(active(story)).to.equal('');
      expect(scrollY).to.equal(0);
    });

    it('and no longer than a script goes on', async () => {
      const story = await follow();
      for (let turn = 0; turn < 8; turn++) {
        scrollTo({ top: 0, behavior: 'instant' });
        await frames(3);
      }
      await later();
      expect(active(story)).to.equal('');
    });
  });
});
