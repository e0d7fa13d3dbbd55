// Ways into a page and out of it that are not the browser's usual ones: pages that a library replaces, text fragments,
// and find in page.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { morphed, replaced } from '../hosts/libraries/hosts.mjs';
import { findEngine } from '../runner/engines.mjs';
import { everyStep, withHosts } from './library-host.mjs';

const stories = {
  parts: { turn: 400, middle: 2200 },
  embed: { turn: 1500, middle: 7000 },
  prerendered: { turn: 1500, middle: 7000 },
};

/** The long story once is enough. */
const storiesIn = (engine) =>
  Object.entries(stories).filter(([story]) => engine === 'chromium' || story === 'parts');

for (const engine of ['chromium', 'firefox']) {
  const there = await findEngine(engine);
  const skip = there ? false : `no ${engine} here`;

  describe(`replaced pages in ${engine}`, { skip }, () => {
    const hosts = withHosts(engine);
    for (const [name, { done, ...host }] of Object.entries(replaced))
      for (const [story, { turn, middle }] of storiesIn(engine))
        it(`${name}, ${story}`, { timeout: 120_000 }, async () => {
          const above = '<p><a id="to-story" href="/">The concert</a></p>';
          const others = { '/other': { ...host, story: 'none', above } };
          const reader = await hosts.visit({ ...host, story }, { others });
          await reader.wheel(middle);
          const before = await reader.check('before');
          assert.ok(before.here);
          await reader.leave(done);
          await reader.comeBack();
          assert.equal((await reader.check('back')).here, before.here);

          await reader.leave(done);
          await reader.page.evaluate(() => document.querySelector('#to-story').click());
          await reader.page.waitForFunction(() => location.pathname === '/');
          await reader.ready();
          await reader.wheel(-50_000);
          const met = await reader.readThrough(turn);
          if (story === 'parts') assert.deepEqual(met, everyStep);
          assert.deepEqual(reader.said, []);
          await reader.close();
        });

    for (const [story, { middle }] of Object.entries(stories))
      it(`Turbo morphs the page, ${story}`, async () => {
        const reader = await hosts.visit({ ...morphed, story });
        for (const position of ['above', 'in the story', 'further']) {
          if (position !== 'above') await reader.wheel(middle);
          const { here } = await reader.check(`${position}, before`);
          await reader.page.evaluate(async () => {
            const done = new Promise((resolve) =>
              addEventListener('turbo:render', resolve, { once: true }),
            );
            window.Turbo.session.refresh(location.href);
            await done;
          });
          assert.equal((await reader.check(`${position}, morphed`)).here, here);
        }
        assert.deepEqual(reader.said, []);
        await reader.close();
      });
  });

  describe(`words that are looked for, in ${engine}`, { skip }, () => {
    const hosts = withHosts(engine);
    /** The first words of a step. */
    const wordsOf = (reader, index) =>
      reader.page.evaluate((at) => {
        const step = window.reader.story().steps[at];
        const words = step.querySelector('p').textContent.trim().split(/\s+/).slice(0, 7);
        return { id: step.id, words: words.join(' ') };
      }, index);

    for (const [story, index] of [
      ['parts', 3],
      ['embed', 9],
      ['prerendered', 9],
    ])
      it(`in ${story}`, async () => {
        const first = await hosts.visit({ story });
        const { id, words } = await wordsOf(first, index);
        assert.ok(await first.page.evaluate((text) => window.find(text), words), words);
        assert.equal((await first.check('found')).here, id);
        assert.deepEqual(first.said, []);
        await first.close();

        const hash = `#:~:text=${encodeURIComponent(words)}`;
        const second = await hosts.visit({ story }, { hash });
        const { here } = await second.check('text fragment');
        // Words that a script brings into a shadow root may come too late, or not be looked at: the reader is at the top.
        assert.ok(here === id || (story === 'embed' && here === ''), `at "${here}"`);
        assert.deepEqual(second.said, []);
        await second.close();
      });
  });
}
