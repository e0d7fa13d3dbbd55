import { expect } from '@open-wc/testing';
import type { ScrollStory } from '../../src/story/scroll-story.js';
import {
  frames,
  isLong,
  isTried,
  resizeWindow,
  settled,
  waitUntil,
  wheel,
  windowIn,
} from '../helpers.js';
import { active, inWindow, later, makeStory, page, put, root, step } from './kept-story.js';

// The reader stays at their step until they scroll, whatever becomes of the layout and whatever scripts scroll.

describe('the reader stays at their step', () => {
  inWindow();

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

  /** Where the reader is: steps of both chapters, near their start, middle and end. */
  const places = [
    ['b', 0.06],
    ['d', 0.5],
    ['f', 0.94],
  ] as const;

  ['auto', 'none'].forEach((anchor, turn) =>
    Object.entries(changes).forEach(([name, change], at) => {
      if (!isTried(at + turn, 3)) return;
      it(`when ${name}, with overflow-anchor: ${anchor}`, async () => {
        root.style.setProperty('overflow-anchor', anchor);
        const first = (at + turn) % places.length;
        for (const [id, share] of isLong ? places : places.slice(first, first + 1)) {
          const story = await makeStory();
          await put(story, id, share);
          await change(story);
          await later();
          expect(active(story), `${id} at ${share}`).to.equal(id);
          const { top, bottom } = story.querySelector(`#${id}`)!.getBoundingClientRect();
          const view = windowIn(page);
          const line = view.top + view.height * 0.7;
          expect(top, 'the line is in it').to.be.at.most(line);
          expect(bottom, 'the line is in it').to.be.at.least(line - 1);
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
    }),
  );

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
      for (let turn = 0; turn < 20; turn++) {
        scrollTo({ top: 0, behavior: 'instant' });
        await frames(3);
      }
      await later();
      expect(active(story)).to.equal('');
    });
  });
});
