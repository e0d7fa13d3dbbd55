// A reader follows a link out of the page and comes back: from the browser's back-forward cache the story is where
// it was, and goes on from there, even if the window has another size by then. Or another page hides it for a while.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { start } from '../../scripts/serve.mjs';
import { enginesTried } from '../long.mjs';
import { chromiumArgs, findEngine } from '../runner/engines.mjs';

const launches = {
  // Puppeteer switches the cache off unless it is told not to.
  chromium: ({ path, headless = true }) => ({
    executablePath: path,
    headless,
    args: chromiumArgs,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  }),
  firefox: ({ path }) => ({ browser: 'firefox', executablePath: path, headless: true }),
};

/**
 * In the page: the active steps, and the step that the line is in by the plainest look at the page. They come to agree
 * within some frames; where they never do, both are told as they are.
 */
const look = async () => {
  const root = document.querySelector('forty-one-minutes').shadowRoot;
  const steps = [...root.querySelectorAll('[part~="step"]')];
  const { offset } = root.querySelector('[part~="story"]');
  const isReached = (step) => {
    const { top, height } = step.getBoundingClientRect();
    return height && top <= innerHeight * offset;
  };
  let active;
  let here;
  for (let i = 0; i < 6 || (i < 600 && String(active) !== String(here)); i++) {
    await new Promise(requestAnimationFrame);
    active = steps.filter((step) => step.hasAttribute('active')).map(({ id }) => id);
    here = steps.filter(isReached).at(-1)?.id;
  }
  return { active, here };
};

/**
 * Leaves a page for another one, in a window of that size by then, and goes back.
 * @returns whether the browser kept the page; one that it did not is loaded anew
 */
async function leaveAndReturn(page, url, [width, height]) {
  const { pathname } = new URL(page.url());
  await page.evaluate(() => (window.kept = false));
  await page.goto(url);
  await page.setViewport({ width, height });
  await page.evaluate(() => void setTimeout(() => history.back()));
  // A page that is kept does not load: there is no event of loading to wait for.
  for (;;) {
    await new Promise((done) => setTimeout(done, 100));
    const kept = await page
      .evaluate(
        (path) =>
          location.pathname === path &&
          document.readyState === 'complete' &&
          (window.kept ? 'kept' : !('kept' in window) && 'anew'),
        pathname,
      )
      .catch(() => false);
    if (kept) return kept === 'kept';
  }
}

for (const engine of enginesTried) {
  const launch = launches[engine];
  const there = await findEngine(engine);
  describe(`coming back in ${engine}`, { skip: there ? false : `no ${engine} here` }, () => {
    let server;
    let browser;
    before(async () => {
      server = await start();
      browser = await puppeteer.launch(launch(there));
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    /** The news page, at a step. */
    async function openAt(id) {
      const page = await browser.newPage();
      const errors = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      await page.setViewport({ width: 1000, height: 700 });
      await page.goto(`${server.url}/news.html`);
      await page.evaluate(async () => {
        await customElements.whenDefined('forty-one-minutes');
        await document.querySelector('forty-one-minutes').updateComplete;
      });
      await page.evaluate((name) => {
        addEventListener('pageshow', ({ persisted }) => (window.kept = persisted));
        const root = document.querySelector('forty-one-minutes').shadowRoot;
        root.getElementById(name).scrollIntoView({ block: 'start', behavior: 'instant' });
      }, id);
      // So that the browser keeps the page when it is left: it keeps none that still loads, here a scene's script.
      await page.waitForNetworkIdle();
      return { page, errors };
    }

    /** The news page, left at a step and come back to. A browser keeps no page that still loads something: then again. */
    async function openKept(id, size) {
      for (let attempt = 1; attempt <= 5; attempt++) {
        const opened = await openAt(id);
        const left = await opened.page.evaluate(look);
        assert.deepEqual(left.active, [id]);
        if (await leaveAndReturn(opened.page, `${server.url}/index.html`, size)) return opened;
        await opened.page.close();
      }
      assert.fail('the browser kept the page in none of five attempts');
    }

    it('to where the story was, in a window of any size', { timeout: 180_000 }, async () => {
      for (const [id, size] of [
        ['invitation', [1000, 700]],
        ['one-weekend', [1000, 560]],
        ['length', [420, 800]],
      ]) {
        const { page, errors } = await openKept(id, size);
        const back = await page.evaluate(look);
        assert.deepEqual(back.active, [back.here], `back at "${id}"`);
        if (size[0] === 1000) assert.ok(back.here, 'in the story');

        // It still follows.
        await page.evaluate(() => scrollBy({ top: innerHeight * 1.5, behavior: 'instant' }));
        const on = await page.evaluate(look);
        assert.deepEqual(on.active, [on.here], `and on from "${id}"`);
        assert.notEqual(on.here, back.here);
        assert.deepEqual(errors, []);
        await page.close();
      }
    });

    it(
      'from another page, though this one was scrolled meanwhile',
      { timeout: 180_000 },
      async () => {
        const { page, errors } = await openAt('invitation');
        const left = await page.evaluate(look);
        const other = await browser.newPage();
        await other.bringToFront();
        const hidden = () => page.evaluate(() => document.visibilityState === 'hidden');
        for (let i = 0; i < 20 && !(await hidden()); i++)
          await new Promise((done) => setTimeout(done, 100));
        assert.ok(await hidden(), 'the page is hidden');
        await page.evaluate(() => scrollBy({ top: innerHeight * 2, behavior: 'instant' }));
        await page.bringToFront();
        const back = await page.evaluate(look);
        assert.deepEqual(back.active, [back.here]);
        assert.notEqual(back.here, left.here);
        assert.deepEqual(errors, []);
        await Promise.all([page.close(), other.close()]);
      },
    );
  });
}
