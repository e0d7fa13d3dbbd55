// The story as static HTML: whole without a script, and taken over without a jolt when it comes.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findEngine } from '../runner/engines.mjs';
import { enginesTried } from '../long.mjs';
import { withBrowser } from './browser.mjs';

/** The words of every step, and whether they are seen; also run where scripting is off. */
function steps() {
  const root = document.querySelector('forty-one-minutes').shadowRoot;
  return [...root.querySelectorAll('[part~="step"]')].map((step) => {
    const paragraphs = [...step.querySelectorAll(':scope > p')];
    return {
      id: step.id,
      words: paragraphs.map((p) => p.textContent.replace(/\s+/g, ' ').trim()).join(' '),
      seen: paragraphs.every(
        (p) =>
          p.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && p.offsetHeight,
      ),
    };
  });
}

describe('the prerendered story', () => {
  const browser = withBrowser();

  it('reads whole without scripts', async () => {
    const live = await browser.open('/news.html');
    const right = await live.page.evaluate(steps);
    await live.close();
    for (const [path, options] of [
      ['/prerendered.html', { script: false }],
      ['/hosts/noscript.html', {}],
    ]) {
      const { page, close } = await browser.open(path, { ...options, script: false });
      const found = await page.evaluate(steps);
      assert.deepEqual(
        found.map(({ id, words }) => [id, words]),
        right.map(({ id, words }) => [id, words]),
        path,
      );
      assert.deepEqual(
        found.filter(({ seen }) => !seen).map(({ id }) => id),
        [],
        `${path}: hidden words`,
      );
      const tables = await page.evaluate(
        () =>
          [
            ...document.querySelector('forty-one-minutes').shadowRoot.querySelectorAll('table'),
          ].filter((table) => table.checkVisibility({ visibilityProperty: true })).length,
      );
      assert.ok(tables > 0, `${path}: a table can be read`);
      const [width, all] = await page.evaluate(() => [
        innerWidth,
        document.documentElement.scrollWidth,
      ]);
      assert.ok(all <= width, `${path}: ${all} px wide in ${width}`);
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
          const boxes = () =>
            page.evaluate(() =>
              window.reader.steps().map((step) => {
                const { top, left, width } = step.querySelector('p').getBoundingClientRect();
                return { id: step.id, top, left, width };
              }),
            );
          const { before, after } = await watchTakeover(page, loaded, id, boxes);
          before.forEach((box, at) => {
            for (const side of ['top', 'left', 'width'])
              assert.ok(
                Math.abs(after[at][side] - box[side]) <= 1,
                `${box.id}: ${side} was ${box[side]} and is ${after[at][side]}`,
              );
          });
          assert.deepEqual(await noted('shifts'), []);
          assert.deepEqual(said, []);
          await close();
        });
    },
  );
}

/** Scrolls while the script is held back, and measures before and after it came. */
async function watchTakeover(page, loaded, id, boxes) {
  await page.waitForFunction(
    () => window.reader?.steps().length > 10 && document.querySelector('footer'),
  );
  await page.evaluate(async (name) => {
    const step = window.reader.steps().find((one) => one.id === name);
    step?.scrollIntoView({ block: 'start', behavior: 'instant' });
    await window.reader.frames(3);
  }, id);
  assert.equal(await page.evaluate(() => window.reader.ready()), false, 'the script is not there');
  const before = await boxes();
  await loaded;
  await page.waitForFunction(() => window.reader.ready());
  await page.evaluate(() => window.reader.frames(30));
  return { before, after: await boxes() };
}
