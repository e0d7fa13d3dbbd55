// Pages that scroll smoothly, by a library or by CSS: wheel, links and buttons lead where they say.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { smooth } from '../hosts/libraries/hosts.mjs';
import { findEngine } from '../runner/engines.mjs';
import { everyStep, right, withHosts } from './library-host.mjs';

const stories = {
  parts: { turn: 400, steps: ['hall', 'apart', 'talk'], previous: 'ringing' },
  embed: { turn: 1500, steps: ['apart', 'length', 'ledger'], previous: 'question' },
};

const isListOpen = ({ page }) =>
  page.evaluate(() => !window.reader.story().shadowRoot.querySelector('.panel').hidden);

/** The long story once is enough. */
const storiesIn = (engine) =>
  Object.entries(stories).filter(([story]) => engine === 'chromium' || story === 'parts');

for (const engine of ['chromium', 'firefox']) {
  const there = await findEngine(engine);
  describe(`smooth scrolling in ${engine}`, { skip: there ? false : `no ${engine} here` }, () => {
    const hosts = withHosts(engine);
    for (const [name, { sign = 'html', ...host }] of Object.entries(smooth)) {
      for (const [story, { turn, steps, previous }] of storiesIn(engine))
        it(`${name}, ${story}`, { timeout: 180_000 }, async () => {
          const reader = await hosts.visit({ ...host, story });
          await reader.page.waitForSelector(sign);
          const met = await reader.readThrough(turn);
          if (story === 'parts') assert.deepEqual(met, everyStep);
          for (const id of steps) assert.equal(right(await reader.goTo(id), id).here, id);
          for (const id of steps) assert.equal(right(await reader.follow(id), id).here, id);
          assert.equal(right(await reader.press('previous')).here, previous);
          assert.equal(right(await reader.press('next')).here, steps.at(-1));
          assert.deepEqual(await reader.wheelOverList(40), { page: 0, list: 40 });
          assert.deepEqual(reader.said, []);
          await reader.close();
        });

      it(`${name}: jumps while the page is still on its way`, { timeout: 120_000 }, async () => {
        const reader = await hosts.visit(host);
        await reader.page.waitForSelector(sign);
        for (const distance of [900, -700]) {
          await reader.goTo('talk');
          const link = await reader.link('apart');
          await reader.setMoving(distance);
          await link.click();
          assert.equal(right(await reader.look(), 'link').here, 'apart');
          assert.equal(await isListOpen(reader), false);

          await reader.setMoving(distance);
          assert.equal(right(await reader.goTo('hall'), 'goTo').here, 'hall');

          await reader.goTo('talk');
          await reader.setMoving(distance / 10);
          assert.equal(right(await reader.press('previous'), 'button').here, 'ringing');

          // The reader's own wheel is not held back.
          const { position } = await reader.goTo('talk');
          await reader.setMoving(distance);
          const [from, to] = [position, (await reader.wheel(distance)).position];
          assert.ok((to - from) * Math.sign(distance) > 1000, `from ${from} to ${to}`);
        }
        assert.deepEqual(reader.said, []);
        await reader.close();
      });

      it(`${name}: the link to the step whose address is there already`, async () => {
        const reader = await hosts.visit(host);
        await reader.goTo('hall');
        for (let turn = 0; turn < 2; turn++) {
          assert.equal(right(await reader.follow('talk'), `turn ${turn}`).here, 'talk');
          assert.equal(await isListOpen(reader), false);
          assert.ok(reader.page.url().endsWith('#choir/talk'), reader.page.url());
          // Within the step, so that the address stays.
          assert.equal((await reader.wheel(60)).here, 'talk');
        }
        const before = await reader.follow('talk');
        await reader.wheel(60);
        assert.equal((await reader.follow('talk')).position, before.position);
        assert.deepEqual(reader.said, []);
        await reader.close();
      });
    }
  });
}
