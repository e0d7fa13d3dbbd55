// The address belongs to the page: the embed in pages whose router or <base> makes much of it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { enginesTried } from '../long.mjs';
import { findEngine } from '../runner/engines.mjs';
import { withBrowser } from './browser.mjs';

/** In the page: goes to a step by the list in the bar, as a reader does, with or without a key held. */
async function byList(id) {
  const root = document.querySelector('forty-one-minutes').shadowRoot;
  const story = root.querySelector('[part~="story"]');
  const bar = story.shadowRoot;
  const opener = bar.querySelector('.where');
  if (opener.getAttribute('aria-expanded') === 'false') opener.click();
  await story.updateComplete;
  const at = story.steps.findIndex((step) => step.id === id);
  const link = bar.querySelectorAll('nav a')[at];
  const { href } = link;
  link.click();
  await window.reader.frames(6);
  return href;
}

const addressOf = (page) =>
  page.evaluate(() => [location.pathname + location.search, location.hash, history.length]);

for (const engine of enginesTried) {
  const there = await findEngine(engine);
  describe(`the address in ${engine}`, { skip: there ? false : `no ${engine} here` }, () => {
    const browser = withBrowser(engine);
    const wait = { timeout: 120_000 };

    it('keeps the route of a router that has it in the fragment', wait, async () => {
      const path = '/hosts/hash-router.html?from=list';
      const { page, goTo, activeId, said, close } = await browser.open(`${path}#/article/12`);
      const before = await addressOf(page);
      const look = async (where) => {
        assert.deepEqual(await addressOf(page), before, where);
        assert.equal(await page.$eval('main', ({ hidden }) => hidden), false, where);
      };
      for (const id of ['tone', 'length', 'apart']) {
        await goTo(id);
        assert.equal(await activeId(), id);
        await look(`at ${id}`);
      }
      const href = await page.evaluate(byList, 'one-weekend');
      assert.equal(href, `${browser.url}${path}#/article/12`, 'a new tab has the article too');
      await page.waitForFunction(() => window.reader.activeId() === 'one-weekend');
      await look('after a link in the bar');
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      await page.waitForFunction(() => window.reader.activeId() === '');
      await look('above the story');
      await page.evaluate(() =>
        scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }),
      );
      await page.evaluate(() => window.reader.frames(6));
      await look('below the story');
      assert.deepEqual(said, []);
      await close();
    });

    for (const name of ['base', 'click-router'])
      it(`leads to its steps and away from no page in hosts/${name}.html`, wait, async () => {
        const path = `/hosts/${name}.html?q=%20x`;
        const { page, goTo, activeId, said, close } = await browser.open(path);
        const [address, hash, length] = await addressOf(page);
        const state = await page.evaluate(() => history.state);
        assert.deepEqual([address, hash], [path, '']);
        await goTo('tone');
        assert.deepEqual(await addressOf(page), [path, '#forty-one-minutes/tone', length]);
        const href = await page.evaluate(byList, 'one-weekend');
        assert.equal(href, `${browser.url}${path}#forty-one-minutes/one-weekend`);
        await page.waitForFunction(() => location.hash === '#forty-one-minutes/one-weekend');
        assert.equal(await activeId(), 'one-weekend');
        assert.deepEqual(await addressOf(page), [path, '#forty-one-minutes/one-weekend', length]);
        assert.deepEqual(await page.evaluate(() => history.state), state);
        // What the link says leads there too.
        await page.goto('about:blank');
        await page.goto(href);
        await page.waitForFunction(() => window.reader.activeId() === 'one-weekend');
        // A link is held against scripts that scroll, until the reader does something.
        await page.mouse.wheel({ deltaY: 1 });
        await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
        await page.waitForFunction(() => window.reader.activeId() === '');
        await page.waitForFunction(() => !location.href.includes('#'));
        assert.equal((await addressOf(page))[0], path);
        assert.deepEqual(said, []);
        await close();
      });

    it('has no deep links where they are off', wait, async () => {
      const { page, goTo, activeId, said, close } = await browser.open('/news.html');
      await page.evaluate(() =>
        document.querySelector('forty-one-minutes').setAttribute('deep-links', 'off'),
      );
      await page.evaluate(async () => {
        await customElements.whenDefined('forty-one-minutes');
        await document.querySelector('forty-one-minutes').updateComplete;
      });
      for (const id of ['tone', 'apart']) {
        await goTo(id);
        assert.equal(await activeId(), id);
      }
      await page.evaluate(byList, 'one-weekend');
      await page.waitForFunction(() => window.reader.activeId() === 'one-weekend');
      assert.equal(await page.evaluate(() => location.href), `${browser.url}/news.html`);
      assert.deepEqual(said, []);
      await close();
    });
  });
}
