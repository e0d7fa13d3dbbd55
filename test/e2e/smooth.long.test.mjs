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

/** The long story once is enough. */
const storiesIn = (engine) =>
  Object.entries(stories).filter(([story]) => engine === 'chromium' || story === 'parts');

for (const engine of ['chromium', 'firefox']) {
  const there = await findEngine(engine);
  describe(`smooth scrolling in ${engine}`, { skip: there ? false : `no ${engine} here` }, () => {
    const hosts = withHosts(engine);
    for (const [name, host] of Object.entries(smooth))
      for (const [story, { turn, steps, previous }] of storiesIn(engine))
        it(`${name}, ${story}`, { timeout: 180_000 }, async () => {
          const reader = await hosts.visit({ ...host, story });
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
  });
}
