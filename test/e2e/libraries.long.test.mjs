// Each library from npm with each kind of story, in two engines: the story is right all the way, and the page's own
// business goes on.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { around, lit, litCode, moving } from '../hosts/libraries/hosts.mjs';
import { findEngine } from '../runner/engines.mjs';
import { everyStep, withHosts } from './library-host.mjs';

/** Bundles a page's own script with what it imports, as the page's build would. */
async function bundle(code, exportConditions) {
  const entry = {
    name: 'entry',
    resolveId: (id) => (id === 'entry' ? id : null),
    load: (id) => (id === 'entry' ? code : null),
  };
  const built = await rollup({
    input: 'entry',
    plugins: [entry, nodeResolve({ exportConditions })],
    onLog() {},
  });
  const { output } = await built.generate({ format: 'es', inlineDynamicImports: true });
  await built.close();
  return output[0].code;
}

/** Pixels a turn of the wheel: all steps are met, or, in the long story, several in each chapter. */
const turns = { parts: 400, embed: 1500 };

for (const engine of ['chromium', 'firefox']) {
  const there = await findEngine(engine);
  describe(`libraries in ${engine}`, { skip: there ? false : `no ${engine} here` }, () => {
    const hosts = withHosts(engine);

    for (const [name, { counted, ...host }] of Object.entries({ ...moving, ...around }))
      for (const [story, turn] of Object.entries(engine === 'chromium' ? turns : { parts: 400 }))
        it(`${name}, ${story}`, { timeout: 120_000 }, async () => {
          const others = { '/other': { story: 'none' } };
          const reader = await hosts.visit({ ...host, story }, { others });
          const met = await reader.readThrough(turn);
          if (story === 'parts') assert.deepEqual(met, everyStep);
          else assert.ok(new Set(met.down).size > 9, `${met.down}`);
          if (counted) assert.deepEqual(await reader.counted(), counted);
          assert.deepEqual(reader.said, []);
          await reader.close();
        });

    it('a dialog of Bootstrap over a step, which stays', async () => {
      const reader = await hosts.visit(around.Bootstrap);
      await reader.page.waitForFunction(() => !!window.modal);
      const { here } = await reader.goTo('apart');
      assert.equal(here, 'apart');
      for (const [act, event] of [
        ['show', 'shown'],
        ['hide', 'hidden'],
      ]) {
        await reader.page.evaluate(
          (method, type) =>
            new Promise((done) => {
              document.querySelector('#modal').addEventListener(`${type}.bs.modal`, done);
              window.modal[method]();
            }),
          act,
          event,
        );
        assert.equal((await reader.check(event)).here, 'apart');
      }
      // The next step is more than a window further on.
      await reader.wheel(1300);
      assert.equal((await reader.check('on from there')).here, 'ringing');
      assert.deepEqual(reader.said, []);
      await reader.close();
    });
  });
}

describe('libraries: Lit', () => {
  const hosts = withHosts();
  const scripts = {};
  before(async () => {
    for (const name of ['lit', 'lit-host'])
      for (const build of ['production', 'development'])
        scripts[`${name} ${build}`] = await bundle(litCode(name), [build]);
  });
  for (const name of ['lit', 'lit-host'])
    for (const build of ['production', 'development'])
      for (const [story, turn] of Object.entries(turns))
        it(`${name === 'lit' ? 'our version' : 'another version'}, ${build}, ${story}`, async () => {
          const others = { '/own.js': scripts[`${name} ${build}`] };
          const reader = await hosts.visit({ ...lit('/own.js'), story }, { others });
          await reader.readThrough(turn);
          await reader.wheel(2000);
          const { here } = await reader.check();
          assert.ok(here);
          const shown = () => document.querySelector('host-tally').shadowRoot.textContent;
          assert.equal(await reader.page.evaluate(shown), here);
          // Lit's development build says so itself.
          const ours = reader.said.filter((text) => !text.includes('Lit is in dev mode'));
          assert.deepEqual(ours, []);
          await reader.close();
        });
});
