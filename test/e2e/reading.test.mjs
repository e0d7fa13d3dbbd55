// A reader reads the story inside the news page, from its first line to its last.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findEngine } from '../runner/engines.mjs';
import { isTried } from '../long.mjs';
import { withBrowser } from './browser.mjs';

const sizes = { wide: [1280, 800], phone: [390, 844] };

for (const [turn, engine] of ['chromium', 'firefox'].entries()) {
  const there = await findEngine(engine);
  describe(`reading in ${engine}`, { skip: there ? false : `no ${engine} here` }, () => {
    const browser = withBrowser(engine);

    for (const [at, [name, size]] of Object.entries(sizes).entries()) {
      if (!isTried(at + turn, 2)) continue;
      it(`from start to end, ${name}`, { timeout: 120_000 }, async () => {
        const { page, said, stepIds, wheel, noted, close } = await browser.open('/news.html', {
          size,
        });
        const ids = await stepIds();
        assert.ok(ids.length >= 18, `${ids.length} steps`);
        await page.evaluate(() => window.reader.sample());
        const length = await page.evaluate(() => document.documentElement.scrollHeight);
        // A little more than the page is long: over a table that scrolls, the wheel turns the table.
        await wheel(length + 5000, 160);

        const events = await noted('events');
        const changes = events.filter(({ type }) => type === 'story-step-change');
        assert.deepEqual(
          changes.map(({ id }) => id),
          ids,
          'each step is told once, in order',
        );
        changes.forEach(({ index, count, direction }, at) =>
          assert.deepEqual([index, count, direction], [at, ids.length, 'down']),
        );
        const progress = events.filter((one) => one.type === 'story-progress');
        const values = progress.map((one) => one.progress);
        values.forEach((value, at) =>
          assert.ok(!at || value > values[at - 1] - 1e-6, `progress goes back at ${value}`),
        );
        assert.equal(values.at(-1), 1);
        assert.equal(events.filter(({ type }) => type === 'story-complete').length, 1);
        const active = (await noted('samples')).map(([count]) => count);
        assert.ok(active.length > 100 && active.every((count) => count <= 1), 'one step at most');
        const first = active.indexOf(1);
        assert.ok(
          active.slice(first).every((count) => count === 1),
          'always one from the first on',
        );
        assert.deepEqual(await noted('shifts'), [], 'layout shifts');
        assert.deepEqual(said, []);

        await wheel(-length - 5000, 400);
        assert.equal(await page.evaluate(() => window.reader.active().length), 0, 'above it: none');
        assert.deepEqual(await noted('shifts'), [], 'layout shifts on the way back');
        assert.deepEqual(said, []);
        await close();
      });
    }

    it('follows a link into the middle', async () => {
      const { page, said, frames, activeId, close } = await browser.open(
        '/news.html#forty-one-minutes/invitation',
      );
      await frames(10);
      assert.equal(await activeId(), 'invitation');
      const top = await page.evaluate(
        () => window.reader.active()[0].getBoundingClientRect().top / innerHeight,
      );
      assert.ok(top > 0 && top < 1, `its words are in view (${top})`);
      assert.deepEqual(said, []);
      await close();
    });

    it('is where it was after a reload', async () => {
      const { page, said, goTo, frames, activeId, close } = await browser.open('/news.html');
      await goTo('one-weekend');
      const before = await activeId();
      assert.equal(before, 'one-weekend');
      await page.reload();
      await page.waitForFunction(() => window.reader.ready());
      await frames(20);
      assert.equal(await activeId(), before);
      assert.deepEqual(said, []);
      await close();
    });
  });
}
