// The reader jumps by a link, a button or a script while the page still scrolls smoothly: they arrive.
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { ScrollStory } from '../../src/story/scroll-story.js';
import { frames, isTried, settled, waitUntil } from '../helpers.js';
import { active, inWindow, later, makeStory, put, root } from './kept-story.js';

/** What smooth scrollers have in common: they write where they are in every frame, and read it only at the start. */
class SmoothScroller {
  #stopped = false;
  readonly done: Promise<void>;

  /**
   * @param to where it scrolls
   * @param share of the way left that it goes in a frame
   * @param next asks for the next frame
   */
  constructor(to: number, share: number, next: (step: () => void) => void) {
    let at = scrollY;
    to = Math.max(0, Math.min(to, root.scrollHeight - innerHeight));
    this.done = new Promise((resolve) => {
      const step = (): void => {
        if (this.#stopped) return resolve();
        at += (to - at) * share;
        if (Math.abs(to - at) < 0.5) {
          at = to;
          this.#stopped = true;
        }
        scrollTo({ top: at, behavior: 'instant' });
        next(step);
      };
      next(step);
    });
  }

  stop(): void {
    this.#stopped = true;
  }
}

const paces: Record<string, [share: number, next: (step: () => void) => void]> = {
  'in frames': [0.1, requestAnimationFrame],
  'slowly, in frames': [0.06, requestAnimationFrame],
  'fast, in frames': [0.3, requestAnimationFrame],
  'by a timer': [0.1, (step) => setTimeout(step, 9)],
};

const inShadow = <E extends HTMLElement>(story: ScrollStory, selector: string): E =>
  story.shadowRoot!.querySelector<E>(selector)!;

async function follow(story: ScrollStory, id: string): Promise<void> {
  const opener = inShadow(story, '.where');
  if (opener.getAttribute('aria-expanded') === 'false') opener.click();
  await story.updateComplete;
  inShadow(story, `.panel a[href$="/${id}"]`).click();
}

/** Ways to the step `e`, from `d`. */
const jumps: Record<string, (story: ScrollStory) => unknown> = {
  'goTo()': (story) => story.goTo('e'),
  'the bar’s button': (story) => inShadow(story, '.next').click(),
  'a link of the bar': (story) => follow(story, 'e'),
  'a deep link': () => (location.hash = '#kept/e'),
};

describe('a jump while the page scrolls smoothly', () => {
  inWindow();

  let scroller: SmoothScroller | undefined;
  afterEach(() => scroller?.stop());

  /** A story whose reader is at the step `d`, and a page that begins to scroll. */
  async function under(way: number, pace = paces['in frames']!): Promise<ScrollStory> {
    const story = await makeStory();
    await put(story, 'd', 0.3);
    await waitUntil(() => !inShadow(story, '.controls').hasAttribute('data-off'), 'the bar shows');
    scroller = new SmoothScroller(scrollY + way, ...pace);
    await frames(2);
    return story;
  }

  /** Notes how often the page leaps, until it has come to rest. */
  async function leaps(): Promise<number> {
    let count = 0;
    let last = scrollY;
    for (let still = 0; still < 30; still++) {
      await frames();
      if (scrollY !== last) still = 0;
      if (Math.abs(scrollY - last) > 150) count++;
      last = scrollY;
    }
    return count;
  }

  let count = 0;
  for (const [pace, how] of Object.entries(paces))
    for (const way of [60, -60, 2500, -2500])
      for (const [name, jump] of Object.entries(jumps)) {
        if (pace !== 'in frames' && name !== 'goTo()') continue;
        // Which step is the next changes on a long way.
        if (name === 'the bar’s button' && Math.abs(way) > 100) continue;
        if (!isTried(count++, 6)) continue;
        it(`by ${name}, ${way} px ${pace}, arrives`, async () => {
          const story = await under(way, how);
          await jump(story);
          const count = await leaps();
          expect(active(story)).to.equal('e');
          const { top } = story.querySelector('#e')!.getBoundingClientRect();
          expect(top, 'where its words begin').to.be.within(0, innerHeight);
          // Fast steps of the scroller itself are leaps, too.
          if (Math.abs(way) < 100) expect(count, 'without flicker').to.be.below(5);
        });
      }

  it('arrives where the story was out of sight', async () => {
    const story = await makeStory();
    page().style.paddingTop = '5000px';
    await settled();
    scroller = new SmoothScroller(800, 0.1, requestAnimationFrame);
    await frames(2);
    story.goTo('e');
    await leaps();
    expect(active(story)).to.equal('e');
  });

  it('to the end of the story arrives', async () => {
    const story = await under(-1500);
    inShadow(story, '.meta a').click();
    await leaps();
    const { bottom } = story.getBoundingClientRect();
    expect(bottom).to.be.closeTo(innerHeight, 2);
  });

  for (const type of ['wheel', 'touchstart', 'touchmove', 'pointerdown', 'keydown'])
    it(`ends at once with the reader’s ${type}`, async () => {
      const story = await under(900);
      const to = scrollY + 2000;
      scroller!.stop();
      scroller = new SmoothScroller(to, 0.1, requestAnimationFrame);
      await frames(2);
      story.goTo('a');
      dispatchEvent(new Event(type));
      await leaps();
      expect(scrollY).to.be.closeTo(to, 1);
    });

  it('does not fight a page that scrolls on and on', async () => {
    const story = await under(0);
    let at = scrollY;
    let last = NaN;
    let leapt = 0;
    story.goTo('a');
    for (let i = 0; i < 90; i++) {
      scrollTo({ top: (at += 2), behavior: 'instant' });
      await frames();
      if (Math.abs(scrollY - last) > 50) leapt++;
      last = scrollY;
    }
    expect(leapt).to.equal(0);
    dispatchEvent(new Event('wheel'));
  });

  for (const wait of [0, 1, 3])
    it(`leaves what the page itself scrolls then, ${wait} frames after it`, async () => {
      const story = await makeStory();
      await put(story, 'd', 0.3);
      story.goTo('b');
      await frames(wait);
      scrollBy({ top: -40, behavior: 'instant' });
      const { scrollY: there } = window;
      await later();
      await leaps();
      expect(scrollY).to.equal(there);
    });
});

const page = (): HTMLElement => document.querySelector<HTMLElement>('.above')!;
