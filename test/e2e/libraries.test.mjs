// A page that has GSAP, Lit or Scrollama of its own, in another version than ours.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { rollup } from 'rollup';
import nodeResolve from '@rollup/plugin-node-resolve';
import { everyStep, withHosts } from './library-host.mjs';

/** Bundles a host's own script with what it imports, as the host's build would. */
async function bundle(code, conditions) {
  const entry = {
    name: 'entry',
    resolveId: (id) => (id === 'entry' ? id : null),
    load: (id) => (id === 'entry' ? code : null),
  };
  const built = await rollup({
    input: 'entry',
    plugins: [entry, nodeResolve({ exportConditions: conditions, rootDir: process.cwd() })],
    onwarn() {},
  });
  const { output } = await built.generate({ format: 'es', inlineDynamicImports: true });
  await built.close();
  return output[0].code;
}

describe("a host's own libraries", () => {
  const hosts = withHosts();

  for (const [name, build] of [['3', 'gsap'], ['3.12', 'gsap-host']])
    for (const story of ['parts', 'embed'])
    it(`GSAP ${name} with ScrollTrigger, ${story}`, async () => {
      const panel = (id) =>
        `<section class="panel" id="${id}"><h2>${id}</h2><p>A section that is pinned.</p></section>`;
      const reader = await hosts.visit({
        story,
        head: `<script src="/npm/${build}/dist/gsap.min.js"></script><script src="/npm/${build}/dist/ScrollTrigger.min.js"></script>`,
        above: panel('first'),
        below: `${panel('second')}<script type="module">
          gsap.registerPlugin(ScrollTrigger);
          window.host = { entered: [], left: [] };
          for (const id of ['first', 'second'])
            ScrollTrigger.create({
              trigger: '#' + id, start: 'top top', end: '+=900', pin: true,
              onEnter: () => host.entered.push(id), onLeaveBack: () => host.left.push(id),
            });
          gsap.to('.masthead', { opacity: 0.99, duration: 0.1, repeat: -1 });
          gsap.ticker.lagSmoothing(0);
          gsap.ticker.fps(5);
          gsap.globalTimeline.timeScale(0.01).pause();
        </script>`,
      });
      await reader.ready();
      const met = await reader.readThrough({ turn: story === 'embed' ? 1500 : 600 });
      if (story === 'parts') assert.deepEqual(met, everyStep);
      assert.deepEqual(await reader.noted(), { entered: ['first', 'second'], left: ['second', 'first'] });
      // refresh in the middle, taller pin
      await reader.wheel(2500);
      const was = await reader.look();
      await reader.page.evaluate(() => { document.querySelector('#first').style.minHeight = '300px'; ScrollTrigger.create({trigger: '.masthead', start: 'top top', end: '+=400', pin: true}); ScrollTrigger.refresh(); });
      const is = await reader.check('after refresh');
      console.log(name, story, was, is);
      assert.deepEqual(reader.said, []);
      await reader.close();
    });

  for (const conditions of [[], ['development']])
    for (const [from, story] of [['lit-host', 'parts'], ['lit', 'parts'], ['lit-host', 'embed']])
      it(`Lit ${from} ${conditions} ${story}`, async () => {
        const script = await bundle(`
          import { LitElement, html } from '${from}';
          class HostTally extends LitElement {
            static properties = { step: {} };
            constructor() { super(); this.step = ''; addEventListener('story-step-change', (event) => (this.step = event.id)); }
            render() { return html\`<b>\${this.step}</b>\`; }
          }
          customElements.define('host-tally', HostTally);
        `, conditions);
        const reader = await hosts.visit({ story, head: `<script type="module" src="/tally.js"></script>`, above: '<host-tally></host-tally>' }, { others: { '/tally.js': script } });
        await reader.ready();
        await reader.wheel(3000);
        const { here } = await reader.check();
        assert.equal(await reader.page.evaluate(() => document.querySelector('host-tally').shadowRoot.textContent), here);
        console.log(reader.said);
        await reader.close();
      });

  for (const build of ['scrollama', 'scrollama-host'])
    for (const story of ['none', 'parts', 'embed'])
    it(`${build} ${story}`, async () => {
      const own = (name) => [1,2,3].map((n) => `<p class="panel ${name}" data-name="${name}${n}">${name} ${n}</p>`).join('');
      const reader = await hosts.visit({
        story,
        head: `<script src="/npm/${build}/build/scrollama.min.js"></script>`,
        above: own('above'),
        below: own('below') + `<script>
          window.host = { enter: [], exit: [], progress: 0, all: 0 };
          const a = scrollama(), b = scrollama(), c = scrollama();
          a.setup({ step: '.above', offset: 0.5, progress: true }).onStepEnter(({ element }) => host.enter.push(element.dataset.name)).onStepExit(({ element }) => host.exit.push(element.dataset.name)).onStepProgress(() => host.progress++);
          b.setup({ step: '.below', offset: 0.3 }).onStepEnter(({ element }) => host.enter.push(element.dataset.name)).onStepExit(({ element }) => host.exit.push(element.dataset.name));
          c.setup({ step: '.panel' }).onStepEnter(() => host.all++);
          if (!location.search) c.destroy();
          addEventListener('resize', () => { a.resize(); b.resize(); });
        </script>`,
      });
      await reader.ready();
      const met = await reader.readThrough({ turn: story === 'embed' ? 500 : 600 });
      if (story === 'parts') assert.deepEqual(met, everyStep);
      const { enter, exit, progress, all } = await reader.noted();
      const order = ['above1', 'above2', 'above3', 'below1', 'below2', 'below3'];
      console.log(build, {enter, exit, progress, all});
      assert.deepEqual(enter, [...order, ...order.toReversed()].filter((one, at, list) => one !== list[at - 1] || true));
      assert.deepEqual(reader.said, []);
      await reader.close();
    });
});
