import { expect } from '@open-wc/testing';
import { expectWarnings, frames, isTried, waitUntil } from '../helpers.js';
import {
  active,
  body,
  inWindow,
  isMoving,
  later,
  makeStory,
  page,
  put,
  root,
  sheet,
  stageTop,
} from './kept-story.js';

// A page that locks behind a menu or a dialog, or clips for a while, takes no reader away from their step.

describe('the reader stays at their step', () => {
  inWindow();

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

  const places = [
    ['b', 0.4],
    ['e', 0.7],
  ] as const;
  Object.entries(locks).forEach(([name, { before: prepare, lock, unlock }], at) =>
    places.forEach(([id, share], which) => {
      if (!isTried(at + which, 3)) return;
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
    }),
  );

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
      await waitUntil(() => !isMoving(story), 'it is noticed');
      await later();
      expect(active(story), 'as text').to.equal('d');
      off();
      await waitUntil(() => isMoving(story), 'it is noticed');
      await later();
      expect(active(story), 'moving again').to.equal('d');
    });
});
