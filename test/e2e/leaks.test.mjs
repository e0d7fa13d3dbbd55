// A page that shows a story and takes it away again, many times, as an application with several views does, keeps
// nothing of it: no node, no listener, no memory.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isLong } from '../long.mjs';
import { findEngine } from '../runner/engines.mjs';
import { withBrowser } from './browser.mjs';

const there = await findEngine('chromium');

/** How often a story comes and goes while it is measured; half as often before that, to fill what is kept for good. */
const times = isLong ? 100 : 25;

const table = `<table><tr><th>name</th><th>count</th><th>lat</th><th>lon</th></tr>
  <tr><td>North</td><td>40</td><td>60</td><td>20</td></tr>
  <tr><td>South</td><td>30</td><td>41</td><td>12</td></tr></table>`;
const stories = {
  'the story in one tag': '<forty-one-minutes></forty-one-minutes>',
  'a story with each scene': `<scroll-story name="tale">
    <story-chapter heading="Called">
      <phone-call-scene slot="stage" from="Bern" to="Oslo" duration="9"></phone-call-scene>
      <story-step id="expected" scrub><p>One.</p></story-step>
      <story-step id="length"><p>Two.</p></story-step>
    </story-chapter>
    <story-chapter layout="overlay" heading="Counted">
      <expulsion-counter slot="stage">${table}</expulsion-counter>
      <story-step id="together"><p>Three.</p></story-step>
      <story-step id="apart" scrub><p>Four.</p></story-step>
    </story-chapter>
    <story-chapter layout="overlay" heading="Mapped">
      <diplomat-map slot="stage" home="Bern" centre="47, 7">${table}</diplomat-map>
      <story-step id="places"><p>Five.</p>
        <source-chain><ol><li data-claim="c1"><p data-part="claim">It was so.</p></li></ol></source-chain>
      </story-step>
      <story-step id="home" scrub><p>Six.</p></story-step>
    </story-chapter>
  </scroll-story>`,
};

/** In the page: a story comes and goes, is read a little, moved, and left while it plays. */
const comeAndGo = async (markup, times) => {
  const frames = async (count) => {
    for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
  };
  const holder = document.querySelector('main') ?? document.body;
  for (let time = 0; time < times; time++) {
    holder.insertAdjacentHTML('beforeend', markup);
    const story = holder.lastElementChild;
    await frames(2);
    if (time % 4 === 0) {
      // The others are taken away while their words are still coming.
      await story.updateComplete;
      const steps = [story.shadowRoot, story].flatMap((root) => [
        ...root.querySelectorAll('[part~="step"], story-step'),
      ]);
      steps[time % steps.length].scrollIntoView({ block: 'start', behavior: 'instant' });
      await frames(3);
    }
    if (time % 10 === 0) {
      story.motion = 'static';
      await frames(2);
    }
    story.remove();
    await frames(1);
  }
  scrollTo(0, 0);
  await frames(5);
};

describe('what remains of a story', { skip: there ? false : 'no chromium here' }, () => {
  const browser = withBrowser();

  for (const [name, markup] of Object.entries(stories))
    it(
      `after ${times} comings and goings of ${name} is nothing`,
      { timeout: 240_000 },
      async () => {
        const { page, said, close } = await browser.open('/news.html');
        await page.evaluate(() => document.querySelector('forty-one-minutes').remove());
        await page.addScriptTag({ url: '/embed/communique.js', type: 'module' });
        await page.waitForFunction(() => customElements.get('scroll-story'));
        const cdp = await page.createCDPSession();
        await cdp.send('Performance.enable');
        const measure = async () => {
          await cdp.send('HeapProfiler.collectGarbage');
          const { metrics } = await cdp.send('Performance.getMetrics');
          const of = (key) => metrics.find((one) => one.name === key).value;
          return {
            nodes: of('Nodes'),
            listeners: of('JSEventListeners'),
            heap: of('JSHeapUsedSize'),
          };
        };
        /** What is left once one collection after another frees nothing more. */
        const measured = async () => {
          let least = await measure();
          for (let same = 0; same < 8; same++) {
            await page.evaluate(() => window.reader.frames(6));
            const now = await measure();
            if (now.nodes < least.nodes || now.listeners < least.listeners) same = 0;
            least = now;
          }
          return least;
        };
        // The first ones fill caches that stay: templates, formatters, styles.
        await page.evaluate(comeAndGo, markup, times / 2);
        const before = await measured();
        await page.evaluate(comeAndGo, markup, times);
        const after = await measured();
        assert.ok(after.nodes <= before.nodes, `nodes: ${before.nodes}, then ${after.nodes}`);
        assert.ok(
          after.listeners <= before.listeners,
          `listeners: ${before.listeners}, then ${after.listeners}`,
        );
        // The engine keeps notes on code that has run, less and less: only a long run tells them from a leak.
        if (isLong)
          assert.ok(after.heap < before.heap * 1.05, `heap: ${before.heap}, then ${after.heap}`);
        assert.deepEqual(said, []);
        await close();
      },
    );
});
