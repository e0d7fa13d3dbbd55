import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { engine } from '../../src/controllers/engine.js';
import type { SceneElement } from '../../src/scenes/scene-element.js';
import { watch } from '../../src/testing.js';
import { frames, isLong } from '../helpers.js';
import { elementOf, examples, sceneTags } from '../scenes/examples.js';

// However often a story comes and goes, it leaves the page as it was. What the engines keep for themselves (GSAP's
// clock sleeps some time after its last tween) is waited for, not counted.

const table = `<table><tr><th>name</th><th>count</th><th>lat</th><th>lon</th></tr>
  <tr><td>North</td><td>4</td><td>60</td><td>20</td></tr></table>`;
const claims = '<ol><li data-claim="c1"><p data-part="claim">It was so.</p></li></ol>';

const things: Record<string, () => HTMLElement> = {
  ...Object.fromEntries(sceneTags.map((tag) => [`a <${tag}>`, () => elementOf(examples[tag])])),
  'a chain': () => elementOf(`<source-chain>${claims}</source-chain>`),
  'a chain that finds no list': () => elementOf('<source-chain src="#nowhere"></source-chain>'),
  'a story with all of them': () =>
    elementOf(`<scroll-story name="tale"><story-chapter>
      <phone-call-scene slot="stage" from="Bern" to="Oslo" duration="9"></phone-call-scene>
      <story-step id="expected" scrub>One.</story-step><story-step id="length">Two.</story-step>
    </story-chapter>
    <story-chapter layout="overlay">
      <expulsion-counter slot="stage">${table}</expulsion-counter>
      <story-step id="together">Three.</story-step><story-step id="apart" scrub>Four.</story-step>
    </story-chapter>
    <story-chapter layout="overlay">
      <diplomat-map slot="stage" home="Bern" centre="47, 7">${table}</diplomat-map>
      <story-step id="places">Five.<source-chain>${claims}</source-chain></story-step>
      <story-step id="home" scrub>Six.</story-step>
    </story-chapter></scroll-story>`),
};

const tweens = (): string[] =>
  engine!.globalTimeline.getChildren(true, true, true).map(() => 'tween');

const rounds = isLong ? 100 : 30;

describe('the law of leaving', () => {
  for (const [name, make] of Object.entries(things))
    it(`${rounds} times ${name} leave nothing`, async function () {
      this.timeout(180_000);
      const page = document.createElement('div');
      document.body.append(page);
      // The first loads what is loaded once.
      page.append(make());
      await frames(4);
      page.replaceChildren();
      const before = document.querySelectorAll('*').length;
      const watched = watch();
      try {
        for (let time = 0; time < rounds; time++) {
          const element = make();
          page.append(element);
          if (time % 10 === 0) {
            await frames(2);
            expect([...watched.live(), ...tweens()], 'what it uses').not.to.deep.equal([]);
            // In the middle of all: scrolled to, playing.
            element.scrollIntoView({ block: 'end', behavior: 'instant' });
            if ('steps' in element)
              Object.assign(element, { step: (element as SceneElement).steps[0] });
            await frames(2);
          } else if (time % 5 === 1) await frames();
          element.remove();
          if (time % 20 === 3) {
            page.append(element);
            await frames(1);
            element.remove();
          }
        }
        await frames(3);
        // GSAP's clock goes on for a while after its last tween.
        engine!.ticker.sleep();
        expect([...watched.live(), ...tweens()]).to.deep.equal([]);
        expect(page.childElementCount).to.equal(0);
        expect(document.querySelectorAll('*').length).to.equal(before);
      } finally {
        watched.end();
        engine!.ticker.wake();
        page.remove();
        scrollTo(0, 0);
      }
    });
});
