// Driven frames in pages that are built, changed and scrolled in other ways.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { enginesTried } from '../long.mjs';
import { findEngine } from '../runner/engines.mjs';
import {
  hostPage,
  innerOf,
  jump,
  lookInside,
  lookOutside,
  sandboxed,
  untilAgreed,
  untilDriven,
  withDriven,
} from './driven-host.mjs';

const engines = process.env.ENGINE ? [process.env.ENGINE] : enginesTried;

for (const engine of engines) {
  const there = await findEngine(engine);
  describe(`a driven frame, in ${engine}`, { skip: there ? false : `no ${engine} here` }, () => {
    const driven = withDriven(engine);
    const open = async (options) => {
      const opened = await driven.open(options);
      await untilDriven(opened.page);
      return opened;
    };

    it('scrubs a picture by the page’s scroll', async () => {
      const { page, inner } = await open();
      const seen = [];
      for (let top = 1700; top < 2500; top += 100) {
        await jump(page, top);
        await untilAgreed(page, inner);
        const progress = await inner
          .waitForFunction(() => {
            const root = document.querySelector('my-story').shadowRoot;
            const active = root.querySelector('[part~="step"][active]');
            const scene = active.parentElement.querySelector('[slot="stage"]');
            const { top: edge, height } = active.getBoundingClientRect();
            const share = (innerHeight * 0.7 - edge) / height;
            const expected = active.scrub ? Math.min(1, share / active.end) : 1;
            const is = Number(scene.style.getPropertyValue('--progress'));
            return Math.abs(is - expected) < 0.01 && `${is}`;
          })
          .then((handle) => handle.jsonValue());
        seen.push(progress);
      }
      assert.ok(new Set(seen).size > 3, seen.join());
      await page.close();
    });

    it('leaves a fragment of the page’s own, and an address that the page keeps for itself', async () => {
      const options = {
        head: `<script>addEventListener('story-navigate', (event) => { event.preventDefault(); (window.asked ??= []).push(event.hash); })</script>`,
      };
      for (const [hash, more] of [
        ['#comments', {}],
        ['', options],
        ['', { frame: `${sandboxed} data-deep-links="off"` }],
      ]) {
        const { page, inner } = await open({ ...more, hash });
        await jump(page, 3000);
        await untilAgreed(page, inner);
        if (more.head) await page.waitForFunction(() => window.asked?.[0] === '#my-story/question');
        else await inner.waitForFunction(() => location.hash === '#my-story/question');
        // Past the time in which it would have been written.
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
        assert.equal(await page.evaluate(() => location.hash), hash);
        await page.close();
      }
    });

    it('is driven though the script comes late, or twice', async () => {
      const { page, inner } = await driven.open({ script: '' });
      assert.equal((await lookOutside(page)).position, 'static');
      for (let turn = 0; turn < 2; turn++)
        await page.addScriptTag({ url: `${driven.served.story}/frame.js` });
      await untilDriven(page);
      await jump(page, 3000);
      await untilAgreed(page, inner, ({ inside }) => inside.active[0] === 'question');
      await page.close();
    });

    it('is as it was after it was taken out, moved, or replaced', async () => {
      const { page, said } = await open({
        wrap: (html) => `<section id="a"><h2>A</h2>${html}</section><section id="b"></section>`,
      });
      await jump(page, 3000);
      await page.evaluate(() => {
        window.taken = document.querySelector('iframe');
        window.taken.remove();
      });
      await page.waitForFunction(() => document.querySelector('#a').offsetHeight < 1000);
      const style = await page.evaluate(() => window.taken.style.cssText);
      await page.evaluate((src) => {
        const frame = document.createElement('iframe');
        frame.setAttribute('sandbox', 'allow-scripts');
        frame.style.cssText = 'width: 100%; border: 0';
        frame.src = src;
        document.querySelector('#b').append(frame);
      }, `${driven.served.story}/frame.html`);
      await untilDriven(page);
      const inner = await innerOf(page);
      await jump(page, 3000);
      await untilAgreed(page, inner, ({ inside }) => inside.active.length === 1);
      // A frame that is moved loads anew.
      await page.evaluate(() =>
        document.querySelector('#a').append(document.querySelector('iframe')),
      );
      await untilDriven(page);
      assert.match(style, /^width: 100%; height: 100vh; border: 0px;$/);
      assert.deepEqual(said, []);
      await page.close();
    });

    it('is one of several', async () => {
      const html = hostPage(driven.served.story, {
        wrap: (frame) =>
          `<div>${frame}</div><p>Between.</p><div>${frame.replace('<iframe', '<iframe id="second"')}</div>`,
      });
      const { page } = await driven.open({ html });
      await page.waitForFunction(() =>
        [...document.querySelectorAll('iframe')].every(
          (frame) => frame.parentElement.offsetHeight > 4 * innerHeight,
        ),
      );
      const frames = page.frames().filter((one) => one.url().includes('/frame.html'));
      await page.evaluate(() => {
        const { top } = document.querySelector('#second').parentElement.getBoundingClientRect();
        scrollBy({ top: top + 2400, behavior: 'instant' });
      });
      const places = async () =>
        (await Promise.all(frames.map(lookInside)))
          .map(({ y, active }) => `${Math.round(y)} ${active}`)
          .sort();
      for (let turn = 0; turn < 100 && (await places())[0] !== '2400 question'; turn++)
        await new Promise((resolve) => setTimeout(resolve, 30));
      const [second, first] = await places();
      assert.equal(second, '2400 question');
      assert.match(first, / ledger$/);
      await page.close();
    });

    it('is pinned in a page that an element scrolls', async () => {
      const { page, inner } = await driven.open({
        head: '<style>html, body { height: 100%; margin: 0 } #app { height: 100%; overflow-y: auto }</style>',
        wrap: (html) =>
          `<main id="app"><p>Words.</p><section>${html}</section><p>Words.</p></main>`,
      });
      await untilDriven(page);
      await page.evaluate(() => (document.querySelector('#app').scrollTop = 2400));
      await untilAgreed(page, inner, ({ inside }) => inside.active[0] === 'question');
      await inner.evaluate(() =>
        document.querySelector('my-story').shadowRoot.querySelector('#may').scrollIntoView(),
      );
      await untilAgreed(page, inner, ({ inside }) => inside.active[0] === 'may');
      await page.close();
    });

    it('keeps the reader at their step when the window changes', async () => {
      const { page, inner } = await open();
      await jump(page, 3100);
      const before = await untilAgreed(page, inner);
      for (const [width, height] of [
        [420, 800],
        [420, 640],
        [1280, 800],
      ]) {
        await page.setViewport({ width, height });
        const { outside, inside } = await untilAgreed(
          page,
          inner,
          (seen) => seen.inside.window === height && seen.outside.track === seen.inside.height,
        );
        assert.deepEqual(inside.active, before.inside.active);
        assert.equal(outside.height, height);
        assert.ok(Math.abs(outside.top) <= 1, JSON.stringify(outside));
      }
      await page.close();
    });

    it('is where it was after the page was printed', async () => {
      const { page, inner, said } = await open();
      await jump(page, 3000);
      const before = await untilAgreed(page, inner);
      await page.pdf();
      const { outside, inside } = await untilAgreed(
        page,
        inner,
        (seen) => Math.abs(seen.inside.y - before.inside.y) <= 1,
      );
      assert.equal(outside.track, before.outside.track);
      assert.deepEqual(inside.active, ['question']);
      assert.deepEqual(said, []);
      await page.close();
    });

    it('is at most one frame late', async () => {
      const { page, inner } = await open();
      await jump(page, 800);
      await untilAgreed(page, inner);
      /** Notes at each frame where the story is. */
      const note = () => {
        window.noted = [];
        const look = (now) => {
          const frame = document.querySelector('iframe');
          const y = frame
            ? frame.getBoundingClientRect().top - frame.parentElement.getBoundingClientRect().top
            : scrollY;
          window.noted.push([performance.timeOrigin + now, y]);
          if (window.noted.length < 200) requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      };
      await inner.evaluate(note);
      await page.evaluate(note);
      await page.evaluate(async () => {
        for (let turn = 0; turn < 120; turn++) {
          scrollBy({ top: 10, behavior: 'instant' });
          await new Promise(requestAnimationFrame);
        }
      });
      const outside = await page.evaluate(() => window.noted);
      const inside = await inner.evaluate(() => window.noted);
      // For each frame of the story: how many frames of the host ago it was there.
      const ages = inside.flatMap(([time, y]) => {
        const now = outside.findLastIndex(([at]) => at <= time + 1);
        if (now < 2 || outside[now][1] === outside.at(-1)[1] || outside[now][1] === outside[0][1])
          return [];
        const then = outside.slice(0, now + 1).findLastIndex(([, at]) => Math.abs(at - y) <= 1);
        // Ahead of what the host's last frame began with.
        return [then < 0 ? 0 : now - then];
      });
      const late = ages.filter((age) => age > 1).length;
      assert.ok(ages.length > 40, `${ages.length} frames were seen`);
      assert.ok(
        late <= ages.length / 10,
        `${late} of ${ages.length} frames were late: ${ages.join(' ')}`,
      );
      if (process.env.VERBOSE) console.log(engine, 'ages', ages.join(' '));
      await untilAgreed(page, inner);
      await page.close();
    });
  });
}
