// The story with its words in the tag: whole without a script, and replaced without a jolt when it comes.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findEngine } from '../runner/engines.mjs';
import { enginesTried } from '../long.mjs';
import { withBrowser } from './browser.mjs';

/** The paragraphs of all steps as the story has them. */
const told = () =>
  window.reader
    .steps()
    .flatMap((step) => [...step.querySelectorAll(':scope > p')])
    .map((p) => p.textContent.replace(/\s+/g, ' ').trim());

/** What a page shows of its story; also run where scripting is off. */
function shown() {
  const story = document.querySelector('forty-one-minutes');
  const isSeen = (one) =>
    one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && one.offsetHeight;
  return {
    paragraphs: [...story.querySelectorAll('p')]
      .filter(isSeen)
      .map((p) => p.textContent.replace(/\s+/g, ' ').trim()),
    steps: story.querySelectorAll('[data-step]').length,
    rows: [...story.querySelectorAll('tr')].filter(isSeen).length,
    width: document.documentElement.scrollWidth,
    room: innerWidth,
  };
}

describe('the story with its words in the tag', () => {
  const browser = withBrowser();

  it('reads whole without scripts', async () => {
    const live = await browser.open('/news.html');
    const paragraphs = await live.page.evaluate(told);
    await live.close();
    assert.ok(paragraphs.length > 20);
    for (const path of ['/prerendered.html', '/hosts/noscript.html']) {
      const { page, close } = await browser.open(path, { script: false });
      const found = await page.evaluate(shown);
      assert.deepEqual(
        paragraphs.filter((text) => !found.paragraphs.includes(text)),
        [],
        `${path}: words that are not seen`,
      );
      assert.equal(found.steps, 21, path);
      assert.ok(found.rows > 36, `${path}: the table of expulsions can be read`);
      assert.ok(found.width <= found.room, `${path}: ${found.width} px wide in ${found.room}`);
      await close();
    }
  });
});

for (const engine of enginesTried) {
  const there = await findEngine(engine);
  describe(
    `the script takes over, in ${engine}`,
    { skip: there ? false : `no ${engine} here` },
    () => {
      const browser = withBrowser(engine);

      for (const [name, id, size] of [
        ['above it, wide', '', [1280, 800]],
        ['at its first step, wide', 'expected', [1280, 800]],
        ['in the middle, wide', 'may', [1280, 800]],
        ['in the middle, on a phone', 'may', [390, 844]],
      ])
        it(`without a shift: ${name}`, async () => {
          const { page, said, loaded, noted, close } = await browser.open('/prerendered.html', {
            size,
            delay: 900,
          });
          const [before, after] = await watchTakeover(page, loaded, id);
          assert.ok(Math.abs(after - before) <= 1, `was at ${before} px and is at ${after}`);
          assert.deepEqual(await noted('shifts'), []);
          assert.deepEqual(said, []);
          await close();
        });
    },
  );
}

/**
 * Scrolls while the script is held back.
 * @returns where the step, or the page above the story, was in the window, and where it is when the story has come
 */
async function watchTakeover(page, loaded, id) {
  await page.waitForFunction(() => window.reader && document.querySelector('footer'));
  const top = () =>
    page.evaluate((name) => {
      const story = document.querySelector('forty-one-minutes');
      const step = story.hasAttribute('data-whole')
        ? story.shadowRoot.getElementById(name)
        : story.querySelector(`[data-step="${name}"]`);
      return (name ? step : document.querySelector('h1')).getBoundingClientRect().top;
    }, id);
  await page.evaluate(async (name) => {
    const step = document.querySelector(`[data-step="${name}"]`);
    step?.scrollIntoView({ block: 'start', behavior: 'instant' });
    await window.reader.frames(3);
  }, id);
  assert.equal(await page.evaluate(() => window.reader.ready()), false, 'the script is not there');
  const before = await top();
  await loaded;
  await page.waitForFunction(() => window.reader.ready());
  await page.evaluate(() => window.reader.frames(30));
  return [before, await top()];
}
