// A page that shows the story and takes it away again, many times, as an application with several views does, keeps
// nothing of it: no node, no listener, no memory.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findEngine } from '../runner/engines.mjs';
import { withBrowser } from './browser.mjs';

const there = await findEngine('chromium');

/** In the page: the story comes and goes, is read a little, moved, and left while it plays. */
const comeAndGo = async (times) => {
  const frames = async (count) => {
    for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
  };
  const holder = document.querySelector('main') ?? document.body;
  for (let time = 0; time < times; time++) {
    const story = document.createElement('forty-one-minutes');
    holder.append(story);
    await frames(2);
    if (time % 4 === 0) {
      // The others are taken away while their words are still coming.
      await story.updateComplete;
      const steps = [...story.shadowRoot.querySelectorAll('[part~="step"]')];
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

  it('after 100 comings and goings is nothing', { timeout: 240_000 }, async () => {
    const { page, said, close } = await browser.open('/news.html');
    await page.evaluate(() => document.querySelector('forty-one-minutes').remove());
    const cdp = await page.createCDPSession();
    await cdp.send('Performance.enable');
    const measured = async () => {
      // What is dropped in one collection may free more for the next.
      for (let i = 0; i < 4; i++) {
        await cdp.send('HeapProfiler.collectGarbage');
        await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
      }
      const { metrics } = await cdp.send('Performance.getMetrics');
      const of = (name) => metrics.find((one) => one.name === name).value;
      return {
        nodes: of('Nodes'),
        listeners: of('JSEventListeners'),
        heap: of('JSHeapUsedSize'),
      };
    };
    // The first ones fill caches that stay: templates, formatters, styles.
    await page.evaluate(comeAndGo, 10);
    const before = await measured();
    await page.evaluate(comeAndGo, 90);
    const after = await measured();
    assert.ok(after.nodes <= before.nodes, `nodes: ${before.nodes}, then ${after.nodes}`);
    assert.ok(
      after.listeners <= before.listeners,
      `listeners: ${before.listeners}, then ${after.listeners}`,
    );
    // One story is some megabytes; all that may be added is what the engine notes of code that has run.
    assert.ok(after.heap < before.heap * 1.1, `heap: ${before.heap}, then ${after.heap}`);
    assert.deepEqual(said, []);
    await close();
  });
});
