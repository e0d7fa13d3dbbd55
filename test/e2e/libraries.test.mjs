// A page that has GSAP, Lit, Scrollama, a smooth scroller of its own.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withHosts } from './library-host.mjs';

const steps = ['', 'together', 'apart', 'ringing', 'talk', 'bus', 'hall'];
const both = { down: steps, up: steps.toReversed() };

describe("a host's own libraries", () => {
  const hosts = withHosts();

  it('none', async () => {
    const reader = await hosts.visit({});
    await reader.ready();
    assert.deepEqual(await reader.readThrough(), both);
    assert.deepEqual(reader.said, []);
    await reader.close();
  });

  for (const story of ['parts', 'embed'])
    it(`GSAP with ScrollTrigger, ${story}`, async () => {
      const panel = (id) =>
        `<section class="panel" id="${id}"><h2>${id}</h2><p>A section that is pinned.</p></section>`;
      const reader = await hosts.visit({
        story,
        head: `<script src="/npm/gsap-host/dist/gsap.min.js"></script><script src="/npm/gsap-host/dist/ScrollTrigger.min.js"></script>`,
        above: panel('first'),
        below: `${panel('second')}<script type="module">
          gsap.registerPlugin(ScrollTrigger);
          window.host = { entered: [], left: [], ticks: 0 };
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
      const met = await reader.readThrough({ turn: story === 'embed' ? 1500 : 450 });
      if (story === 'parts') assert.deepEqual(met, both);
      assert.deepEqual(await reader.noted(), { entered: ['first', 'second'], left: ['second', 'first'], ticks: 0 });
      assert.deepEqual(reader.said, []);
      await reader.close();
    });
});
