import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { everyStep, withHosts } from './library-host.mjs';

const lenisHead = '<link rel="stylesheet" href="/npm/lenis/dist/lenis.css"><script src="/npm/lenis/dist/lenis.min.js"></script>';
const scrollers = {
  native: { head: '' },
  css: { head: '<style>html { scroll-behavior: smooth }</style>' },
  lenis: { head: lenisHead, below: '<script type="module">window.lenis = new Lenis({ autoRaf: true, anchors: true })</script>' },
  lenisNoAnchors: { head: lenisHead, below: '<script type="module">window.lenis = new Lenis({ autoRaf: true })</script>' },
  lenisWrapper: { head: lenisHead + '<style>#wrap { height: 100vh; overflow: auto }</style>', wrap: (inner) => `<div id="wrap"><div id="content">${inner}</div></div>`, below: `<script type="module">window.lenis = new Lenis({ autoRaf: true, anchors: true, wrapper: document.querySelector('#wrap'), content: document.querySelector('#content') })</script>`, scroller: '#wrap' },
  locomotive: { head: '<link rel="stylesheet" href="/npm/locomotive-scroll/bundled/locomotive-scroll.css">', below: `<script type="module" src="/loco.js"></script>` },
  zenscroll: { head: '<script src="/npm/zenscroll/zenscroll.js"></script>' },
};

describe('smooth', () => {
  const hosts = withHosts();
  for (const [name, { scroller, ...host }] of Object.entries(scrollers))
    for (const story of ['parts', 'embed'])
      it(`${name} ${story}`, async () => {
        const prepare = async (page) => scroller && page.evaluateOnNewDocument((s) => addEventListener('DOMContentLoaded', () => { window.reader.scroller = () => document.querySelector(s); }), scroller);
        const reader = await hosts.visit({ story, ...host }, { prepare });
        await reader.ready();
        const errs = [];
        const tryIt = async (what, f) => { try { await f(); } catch (e) { errs.push(`${what}: ${e.message.split('\n').slice(0, 12).join('|')}`); } };
        if (story === 'parts') await tryIt('read', async () => assert.deepEqual(await reader.readThrough({ turn: 600 }), everyStep));
        else await tryIt('read', () => reader.readThrough({ turn: 2500 }));
        const ids = story === 'parts' ? ['hall', 'apart', 'talk'] : ['apart', 'length', 'ledger'];
        for (const id of [...ids]) await tryIt('goTo ' + id, async () => {
          await reader.page.evaluate((step) => window.reader.story().goTo(step), id);
          const seen = await reader.check();
          assert.equal(seen.here, id);
        });
        await tryIt('wheel', () => reader.wheel(300));
        for (const id of ids) await tryIt('follow ' + id, async () => {
          const seen = await reader.follow(id);
          assert.equal(seen.here, id);
        });
        for (const id of ['previous', 'next']) await tryIt('press ' + id, async () => {
          const before = await reader.look();
          const seen = await reader.press(id);
          console.log(id, before.here, seen.here);
          await reader.check();
        });
        // press rapidly while scroller animates
        await tryIt('skip', async () => {
          await reader.page.evaluate(() => window.reader.story().shadowRoot.querySelector('.meta a').click());
          const { position } = await reader.check();
          console.log('skip', position);
        });
        await tryIt('native anchor', async () => {
          await reader.page.evaluate(() => document.querySelector('[href="#notes"]').click());
          const { position } = await reader.check();
          console.log('notes', position, await reader.page.evaluate(() => location.hash));
        });
        await tryIt('mid-scroll goTo', async () => {
          await reader.page.mouse.wheel({ deltaY: -2000 });
          await reader.frames?.(3);
          await reader.page.evaluate(async (step) => { await window.reader.frames(3); window.reader.story().goTo(step); }, ids[1]);
          const seen = await reader.check();
          assert.equal(seen.here, ids[1]);
        });
        console.log(name, story, errs, reader.said);
        await reader.close();
      });
});
