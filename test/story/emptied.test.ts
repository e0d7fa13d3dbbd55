// A script of the page that empties, or thins out, what is inside our elements: no error, and the rest goes on.
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { BaseElement } from '../../src/controllers/base-element.js';
import type { ScrollStory } from '../../src/story/scroll-story.js';
import { watchErrors } from '../errors.js';
import {
  expectWarnings,
  frames,
  isTried,
  pictureOf,
  resizeWindow,
  settled,
  waitUntil,
} from '../helpers.js';

const counter = `<expulsion-counter slot="stage" groups="A;B"><table>
  <tr><th>name</th><th>count</th><th>group</th></tr>
  <tr><td>North</td><td>9</td><td>A</td></tr><tr><td>South</td><td>4</td><td>B</td></tr>
</table></expulsion-counter>`;
const call =
  '<phone-call-scene slot="stage" from="Bern" to="Oslo" duration="9"></phone-call-scene>';
const map = `<diplomat-map slot="stage" home="Bern" centre="46.9, 7.4"><table>
  <tr><th>name</th><th>count</th><th>lat</th><th>lon</th></tr>
  <tr><td>North</td><td>5</td><td>60</td><td>20</td></tr><tr><td>South</td><td>3</td><td>41</td><td>12</td></tr>
</table></diplomat-map>`;
const chapter = (scene: string, ...steps: [id: string, state: string][]): string => `
  <story-chapter layout="side" heading="Heading">${scene}${steps
    .map(
      ([id, state]) => `<story-step id="${id}" step="${state}"><p>Words of ${id}.</p></story-step>`,
    )
    .join('')}</story-chapter>`;

const markup =
  chapter(counter, ['c1', 'together'], ['c2', 'apart']) +
  chapter(call, ['p1', 'expected'], ['p2', 'length']) +
  chapter(map, ['m1', 'places'], ['m2', 'home']);

async function makeStory(motion: 'full' | 'static'): Promise<ScrollStory> {
  const page = await fixture<HTMLElement>(
    html`<div>
      <scroll-story motion=${motion} .innerHTML=${markup}></scroll-story>
      <p style="height: 1200px"></p>
    </div>`,
  );
  const story = page.querySelector('scroll-story')!;
  await settled();
  await waitUntil(() => story.steps.every(({ description }) => description), 'all is described');
  return story;
}

/** All steps in turn, and that each is to be seen as it should. */
async function expectToGoOn(story: ScrollStory, motion: string): Promise<void> {
  for (const step of story.steps) {
    story.goTo(step.id);
    await settled();
    expect(story.steps.filter(({ active }) => active)).to.deep.equal([step]);
    expect(step.querySelector('p')!.checkVisibility(), `the words of ${step.id}`).to.equal(true);
    const { still } = step;
    const scene = step.closest('story-chapter')!.querySelector<HTMLElement>('[slot=stage]')!;
    const shown = motion === 'static' ? still! : scene;
    expect(shown.isConnected, `the picture of ${step.id}`).to.equal(true);
    await waitUntil(() => pictureOf(shown).length > 5, `${step.id} has a picture`);
    expect(shown.getBoundingClientRect().height).to.be.above(100);
  }
}

const parts = 'scroll-story, story-chapter, story-step, [slot=stage]';

const ways: Record<string, (root: ShadowRoot) => void> = {
  'is emptied': (root) => root.replaceChildren(),
  'is written over': (root) => (root.innerHTML = '<p>Subscribe</p>'),
  'has all its elements emptied': (root) => {
    for (const one of root.querySelectorAll('div, p, nav, figure')) one.replaceChildren();
  },
  'loses all its comments': (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
    const comments: Node[] = [];
    while (walker.nextNode()) comments.push(walker.currentNode);
    for (const comment of comments) comment.parentNode!.removeChild(comment);
  },
};

describe('the inside of an element', () => {
  const errors = watchErrors();
  const size = { width: innerWidth, height: innerHeight };

  afterEach(() => resizeWindow(size.width, size.height));

  let count = 0;
  for (const motion of ['full', 'static'] as const)
    for (const [way, change] of Object.entries(ways))
      for (const name of parts.split(', ')) {
        if (!isTried(count++, 4)) continue;
        it(`${name} ${way}, motion ${motion}`, async () => {
          const warnings = expectWarnings();
          const story = await makeStory(motion);
          const all = [story, ...story.querySelectorAll('*')].filter((one) => one.matches(name));
          for (const element of all) change(element.shadowRoot!);
          await settled();
          await resizeWindow(size.width - 120, size.height - 60);
          await settled();
          for (const element of all as BaseElement[]) {
            element.requestUpdate();
            await element.updateComplete;
          }
          await frames(4);
          // What has lost its elements alone cannot know it.
          if (way !== 'has all its elements emptied') await expectToGoOn(story, motion);
          expect(errors()).to.deep.equal([]);
          const others = warnings.filter(
            (text) => !text.includes('[emptied]') && !text.includes('change-in-update'),
          );
          expect(others).to.deep.equal([]);
        });
      }

  it('is told of once', async () => {
    const warnings = expectWarnings();
    const element = document.createElement('source-chain');
    document.body.append(element);
    await element.updateComplete;
    for (let turn = 0; turn < 3; turn++) {
      element.shadowRoot!.replaceChildren();
      element.requestUpdate();
      await element.updateComplete;
      expect(element.shadowRoot!.childElementCount, `turn ${turn}`).to.be.above(0);
    }
    element.remove();
    const told = warnings.filter((text) => text.includes('[emptied]'));
    expect(told).to.have.length(1);
    expect(told[0]).to.contain('<source-chain>').and.contain('leave its inside alone');
  });
});
