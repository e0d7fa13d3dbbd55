// A story in a sandboxed frame of another site, driven by the scroll of the page that it is in.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { enginesTried } from '../long.mjs';
import { findEngine } from '../runner/engines.mjs';
import {
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

    it('is pinned, and at the step that geometry says, wherever the page is scrolled to', async () => {
      const { page, inner, said } = await open();
      const steps = new Set();
      for (const top of [700, 4000, 1400, 9000, 300, 20000, 6600, 2600, 5200, 0]) {
        await jump(page, top);
        const { outside, inside } = await untilAgreed(page, inner);
        steps.add(inside.active[0]);
        assert.equal(outside.track, inside.height);
        if (outside.y > 0 && outside.y < outside.track - outside.height - 1)
          assert.ok(Math.abs(outside.top) <= 1, JSON.stringify(outside));
      }
      assert.ok(steps.size > 5, [...steps].join());
      assert.deepEqual(said, []);
      await page.close();
    });

    it('writes the step into the page’s address, and nothing into its history', async () => {
      const { page, inner } = await open({
        head: `<script>
          window.routed = [];
          history.replaceState({ route: 1 }, '');
          const { replaceState, pushState } = history;
          history.replaceState = function (...all) { routed.push(all); return replaceState.apply(this, all); };
          history.pushState = function (...all) { routed.push(all); return pushState.apply(this, all); };
        </script>`,
      });
      const before = await page.evaluate(() => history.length);
      for (const [top, hash] of [
        [3000, '#my-story/question'],
        [20000, '#my-story/ledger'],
        [0, ''],
      ]) {
        await jump(page, top);
        await page.waitForFunction((wanted) => location.hash === wanted, {}, hash);
      }
      const after = await page.evaluate(() => [history.length, history.state, window.routed]);
      assert.deepEqual(after, [before, { route: 1 }, []]);
      await untilAgreed(page, inner);
      await page.close();
    });

    it('follows the page’s address to a step, at once and later', async () => {
      const { page, inner } = await open({ hash: '#my-story/may' });
      const at = (id) => (seen) => seen.inside.active[0] === id && Math.abs(seen.outside.top) <= 1;
      const { inside } = await untilAgreed(page, inner, at('may'));
      assert.equal(inside.focus, 'may');
      await page.evaluate(() => (location.hash = '#my-story/talk'));
      await untilAgreed(page, inner, at('talk'));
      await jump(page, 0);
      await page.evaluate(() => (location.hash = '#my-story/together'));
      await untilAgreed(page, inner, at('together'));
      await page.close();
    });

    it('comes to a step that the address asks for though the frame would load late', async () => {
      const { page, inner } = await open({
        hash: '#my-story/answers',
        frame: `${sandboxed} loading="lazy" data-story="my-story"`,
        wrap: (html) => `<div style="height: 9000px"></div><div>${html}</div>`,
      });
      await untilAgreed(page, inner, ({ inside }) => inside.active[0] === 'answers');
      await page.close();
    });

    it('takes the page along where focus, a link, find in page or its own bar scroll it', async () => {
      const { page, inner } = await open();
      await jump(page, 1500);
      await untilAgreed(page, inner);
      const ways = {
        focus: (root) => root.querySelector('#together').focus(),
        scroll: (root) => root.querySelector('#question').scrollIntoView({ behavior: 'instant' }),
        list: (root) =>
          root.querySelector('[part~="story"]').shadowRoot.querySelector('.next').click(),
      };
      await inner.evaluate(() => {
        document.querySelector('my-story').shadowRoot.querySelector('#together').tabIndex = -1;
      });
      for (const [name, way] of Object.entries(ways)) {
        const before = (await lookInside(inner)).y;
        await inner.evaluate(`(${way})(document.querySelector('my-story').shadowRoot)`);
        await untilAgreed(page, inner, ({ inside, outside }) => {
          const hasMoved = Math.abs(inside.y - before) > 100;
          return hasMoved && Math.abs(outside.top) <= 1;
        }).catch((error) => assert.fail(`${name}: ${error.message}`));
      }
      await page.close();
    });

    it('gives the page its keys: Space, and Space with shift', async () => {
      const { page, inner } = await open();
      await jump(page, 2000);
      const { inside } = await untilAgreed(page, inner);
      await page.mouse.click(500, 100);
      await page.keyboard.press(' ');
      const down = await untilAgreed(page, inner, (seen) => seen.inside.y > inside.y + 500);
      assert.ok(down.inside.y < inside.y + 900, `${down.inside.y}`);
      await page.keyboard.down('Shift');
      await page.keyboard.press(' ');
      await page.keyboard.up('Shift');
      await untilAgreed(page, inner, (seen) => Math.abs(seen.inside.y - inside.y) < 20);
      await page.keyboard.press('PageDown');
      await untilAgreed(page, inner, (seen) => seen.inside.y > inside.y + 400);
      await page.close();
    });

    it('stays as it was where it cannot be pinned, and the console says so once', async () => {
      const { page, inner, said } = await driven.open({
        wrap: (html) =>
          `<div style="overflow: hidden"><p>Words.</p><div id="direct">${html}</div></div>`,
      });
      await page.waitForFunction(() => performance.getEntriesByType('resource').length > 1);
      await inner.waitForFunction(
        () => !!document.querySelector('my-story').shadowRoot.querySelector('[motion="full"]'),
      );
      const { position, height } = await lookOutside(page);
      assert.deepEqual([position, height], ['static', 800]);
      const messages = said.filter((text) => /communique/.test(text));
      assert.equal(messages.length, 1, said.join('\n'));
      assert.match(messages[0], /frame.*overflow "hidden"/);
      await page.close();
    });

    it('is no way for a frame to reach the page around it', async () => {
      const { page, said } = await driven.open({
        src: `${driven.served.story}/hostile.html`,
        hostile: true,
      });
      await untilDriven(page);
      const before = await page.evaluate(() => [
        history.length,
        document.documentElement.scrollHeight,
      ]);
      const frame = page.frames().find((one) => one.url().includes('hostile'));
      const say = (...messages) =>
        frame.evaluate((all) => all.forEach((one) => window.port.postMessage(one)), messages);
      await say(
        null,
        'size',
        { type: 'size', height: NaN },
        { type: 'size', height: -5 },
        { type: 'size', height: Infinity },
        { type: 'want', y: 'all', n: 1 },
        { type: 'want', y: 1e8, n: 1 },
        ...[
          '#evil',
          '//evil.example',
          'javascript:1',
          '?a#my-story/b',
          '#other/step',
          '#my-story/a b',
        ].map((hash) => ({ type: 'link', hash })),
        { type: 'link', hash: '#my-story/one' },
      );
      // What is well-formed is done, and nothing else was before it.
      await page.waitForFunction(() => location.hash !== '');
      const after = await page.evaluate(() => [
        history.length,
        document.documentElement.scrollHeight,
        location.hash,
        location.pathname,
      ]);
      assert.deepEqual(after, [...before, '#my-story/one', '/host.html']);
      const { y, track, height } = await lookOutside(page);
      assert.ok(Math.abs(y - (track - height)) <= 1, 'the end of its own track, and no further');
      // A frame out of view does not scroll the page.
      await jump(page, 1e6);
      const end = await page.evaluate(() => scrollY);
      await say(
        { type: 'want', y: 900, n: 2 },
        { type: 'page', by: 1 },
        { type: 'step', id: 'a', index: 0, count: 2 },
      );
      await page.waitForFunction(() => window.steps?.length);
      assert.equal(await page.evaluate(() => scrollY), end);
      // Nor one in view without end.
      await jump(page, 1000);
      await say(
        ...Array.from({ length: 400 }, (_, at) => ({ type: 'want', y: at * 5, n: 3 + at })),
      );
      await say({ type: 'step', id: 'b', index: 1, count: 2 });
      await page.waitForFunction(() => window.steps.length > 1);
      assert.ok((await lookOutside(page)).y < 500, 'it has done with wishes after some');
      await say({ type: 'size', height: 1e8 });
      await page.waitForFunction(
        () => getComputedStyle(document.querySelector('iframe')).position === 'static',
      );
      assert.match(said.join(), /more than 300 windows/);
      await page.close();
    });

    it('is told nothing by pages that are not its host, and little by its host', async () => {
      const { page, inner } = await driven.open({ script: '' });
      await page.evaluate(() => {
        window.heard = [];
        addEventListener('message', ({ data }) => window.heard.push(data));
        const { contentWindow } = document.querySelector('iframe');
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => window.heard.push(['port', data]);
        contentWindow.postMessage({ communique: 1, type: 'welcome', nonce: 'guess' }, '*', [port2]);
        contentWindow.postMessage({ communique: 2, type: 'call' }, '*');
        contentWindow.postMessage({ communique: 1, type: 'call' }, '*');
      });
      await page.waitForFunction(() => window.heard.length);
      await inner.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
      const heard = await page.evaluate(() => window.heard);
      assert.equal(heard.length, 1, JSON.stringify(heard));
      const [{ nonce, ...hello }] = heard;
      assert.deepEqual(hello, { communique: 1, type: 'hello', name: 'my-story' });
      assert.ok(nonce.length > 15, nonce);
      await page.close();
    });

    it('scrolls in itself where no script drives it, and lets go of the page at its end', async () => {
      const { page, inner } = await driven.open({
        script: '',
        wrap: (html) => html.replace('100vh', '600px'),
      });
      await inner.waitForFunction(
        () => !!document.querySelector('my-story').shadowRoot.querySelector('[motion="full"]'),
      );
      await page.evaluate(() => document.querySelector('iframe').scrollIntoView({ block: 'end' }));
      await inner.evaluate(() => scrollTo({ top: 1e6, behavior: 'instant' }));
      await inner.waitForFunction(
        () =>
          document.querySelector('my-story').shadowRoot.querySelector('[active]')?.id === 'ledger',
      );
      const stage = await inner.evaluate(() => {
        const root = document.querySelector('my-story').shadowRoot;
        const boxes = [...root.querySelectorAll('[part~="chapter"]')].map((chapter) =>
          chapter.shadowRoot.querySelector('.stage'),
        );
        return Math.max(...boxes.map(({ offsetHeight }) => offsetHeight));
      });
      assert.ok(stage > 400 && stage <= 600, `${stage}`);
      const before = await page.evaluate(() => scrollY);
      await page.mouse.move(500, 400);
      for (let turn = 0; turn < 50 && (await page.evaluate(() => scrollY)) === before; turn++) {
        await page.mouse.wheel({ deltaY: 200 });
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
      assert.ok((await page.evaluate(() => scrollY)) > before, 'the wheel went on to the page');
      await page.close();
    });

    it('shows one step at a time where it is small, by buttons and by keys', async () => {
      const { page, inner } = await driven.open({
        script: '',
        wrap: (html) => html.replace('100vh', '350px'),
      });
      const shown = () =>
        inner.evaluate(() => {
          const root = document.querySelector('my-story').shadowRoot;
          const isSeen = (one) => one.checkVisibility() && one.getBoundingClientRect().height > 10;
          const steps = [...root.querySelectorAll('[part~="step"]')].filter(isSeen);
          const scene = steps[0]?.parentElement.querySelector('[slot="stage"]:not([data-off])');
          const { width = 0, height = 0, bottom = 0 } = scene?.getBoundingClientRect() ?? {};
          return {
            steps: steps.map(({ id }) => id),
            active: [...root.querySelectorAll('[active]')].map(({ id }) => id),
            step: scene?.dataset.step,
            picture: width > 100 && height > 60 && bottom <= innerHeight,
            page: document.documentElement.scrollHeight,
            title: isSeen(root.querySelector('h1')),
          };
        });
      const until = async (steps, title = false) => {
        let seen;
        for (let turn = 0; turn < 100; turn++) {
          seen = await shown();
          const isThere = `${seen.steps}` === `${steps}` && `${seen.active}` === `${steps}`;
          if (isThere && seen.title === title) return seen;
          await new Promise((resolve) => setTimeout(resolve, 30));
        }
        return assert.fail(`${steps}: ${JSON.stringify(seen)}`);
      };
      assert.equal((await until([], true)).page, 350);
      await page.evaluate(() => document.querySelector('iframe').scrollIntoView());
      const scrolled = await page.evaluate(() => scrollY);
      const press = (name) =>
        inner.evaluate((button) => {
          const root = document.querySelector('my-story').shadowRoot;
          root.querySelector('[part~="story"]').shadowRoot.querySelector(button).click();
        }, name);
      await press('.next');
      const first = await until(['ringing']);
      assert.deepEqual([first.picture, first.step, first.page], [true, 'ringing', 350]);
      await press('.next');
      assert.ok((await until(['talk'])).picture);
      await press('.previous');
      await until(['ringing']);
      await press('.previous');
      await until([], true);
      await page.mouse.click(300, 100);
      for (const [key, id] of [
        ['ArrowRight', 'ringing'],
        [' ', 'talk'],
        ['PageDown', 'question'],
        ['ArrowLeft', 'talk'],
        ['End', 'ledger'],
      ]) {
        await page.keyboard.press(key);
        await until([id]);
      }
      assert.equal(await page.evaluate(() => scrollY), scrolled, 'the page stays where it is');
      // With more room it scrolls again, from where it was.
      await page.evaluate(() => (document.querySelector('iframe').style.height = '700px'));
      await inner.waitForFunction(() => scrollY > 1000);
      await page.close();
    });
  });
}
