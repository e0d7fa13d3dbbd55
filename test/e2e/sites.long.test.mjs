// A published story on sites that generators make: each is installed, built with the story as docs/sites.md says, and
// read in a browser.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { onPath } from '../../bin/build/chromium.mjs';
import { serve } from '../../bin/serve.mjs';
import { launch } from './browser.mjs';
import { root } from './command.mjs';
import { assertWhole, buildStory, listenTo, readTo, waitForStory } from './published-story.mjs';

const execute = promisify(execFile);

/** Where a site takes files from, what builds it, where to, and whether its links stay in the page. */
const sites = {
  Eleventy: { folder: 'eleventy', files: '', build: ['npx', 'eleventy', '--quiet'], to: '_site' },
  Hugo: { folder: 'hugo', files: 'static', build: ['hugo', '--quiet'], to: 'public' },
  Astro: { folder: 'astro', files: 'public', build: ['npx', 'astro', 'build'], to: 'dist' },
  VitePress: {
    folder: 'vitepress',
    files: 'public',
    build: ['npx', 'vitepress', 'build'],
    to: '.vitepress/dist',
    stays: true,
  },
  'Next.js': {
    folder: 'next',
    files: 'public',
    build: ['npx', 'next', 'build'],
    to: 'out',
    stays: true,
  },
  SvelteKit: {
    folder: 'sveltekit',
    files: 'static',
    build: ['npx', 'vite', 'build'],
    to: 'build',
    stays: true,
  },
};

describe('a story on a site made by', () => {
  const folder = mkdtempSync(join(tmpdir(), 'communique-sites-'));
  let browser;
  let story;
  let article;

  /** Runs a program in a site; what it said comes with the error if it fails. */
  async function run(cwd, program, ...args) {
    const env = {
      ...process.env,
      NODE_TEST_CONTEXT: '',
      NODE_ENV: '',
      NEXT_TELEMETRY_DISABLED: '1',
      ASTRO_TELEMETRY_DISABLED: '1',
    };
    await execute(program, args, { cwd, env, maxBuffer: 2 ** 26 }).catch((error) => {
      throw new Error([error.message, error.stdout, error.stderr].join('\n'), { cause: error });
    });
  }

  before(async () => {
    cpSync(join(root, 'test/sites'), folder, { recursive: true });
    cpSync(join(root, '.npmrc'), join(folder, '.npmrc'));
    [story, browser] = await Promise.all([
      buildStory('--url', '/stories/my-story/'),
      launch(),
      run(folder, 'npm', 'install', '--prefer-offline', '--no-audit', '--no-fund'),
    ]);
    article = readFileSync(join(story, 'article.html'), 'utf8');
    // The documentation's own.
    symlinkSync(join(root, 'node_modules'), join(folder, 'vitepress', 'node_modules'), 'junction');
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [name, { folder: at, files, build, to, stays }] of Object.entries(sites))
    describe(name, { skip: onPath(build[0]) ? false : `${build[0]} was not there` }, () => {
      let server;
      let address;
      before(async () => {
        cpSync(story, join(folder, at, files, 'stories', 'my-story'), { recursive: true });
        await run(join(folder, at), ...build);
        server = await serve(join(folder, at, to), 0);
        address = `${server.url}/story${name === 'VitePress' ? '.html' : '/'}`;
      });
      after(() => server?.close());

      const open = async (url) => {
        const page = await browser.newPage();
        const { said } = listenTo(page);
        await page.setViewport({ width: 1280, height: 800 });
        await page.goto(url);
        return { page, said };
      };
      const active = (page) =>
        page.evaluate(
          () =>
            document.querySelector('my-story')?.shadowRoot?.querySelector('[part~="step"][active]')
              ?.id,
        );
      /** Waits until the window has not scrolled, and the address has not changed, for a second. */
      const settled = (page) =>
        page.evaluate(async () => {
          for (let same = 0, last = ''; same < 60; same++) {
            await new Promise(requestAnimationFrame);
            const now = `${scrollY} ${location.hash}`;
            if (now !== last) same = 0;
            last = now;
          }
        });

      it('has its words without script', async () => {
        const html = await (await fetch(address)).text();
        assertWhole(html, article);
        assert.match(html, /<my-story\b/);
      });

      it('moves, and says nothing', async () => {
        const { page, said } = await open(address);
        await waitForStory(page);
        await readTo(page, 'talk');
        await settled(page);
        assert.equal(await page.evaluate(() => location.hash), '#my-story/talk');
        const text = await page.evaluate(() => document.body.innerText);
        assert.match(text, /Before\.[^]*After\./);
        assert.deepEqual(said, []);
        await page.close();
      });

      it('follows a link to a step', async () => {
        const { page, said } = await open(`${address}#my-story/apart`);
        await waitForStory(page);
        await settled(page);
        assert.equal(await page.evaluate(() => location.hash), '#my-story/apart');
        assert.equal(await active(page), 'apart');
        assert.deepEqual(said, []);
        await page.close();
      });

      // VitePress scrolls to the top of a page that it has made alive.
      if (name === 'VitePress')
        it('follows a link to a step where the script was there first', async () => {
          const { page, said } = await open(`${server.url}/early.html#my-story/apart`);
          await waitForStory(page);
          await settled(page);
          assert.equal(await page.evaluate(() => location.hash), '#my-story/apart');
          assert.equal(await active(page), 'apart');
          assert.deepEqual(said, []);
          await page.close();
        });

      it('follows a link to a step from another page', async () => {
        const { page, said } = await open(`${server.url}/`);
        await (await page.waitForSelector('a[href$="apart"]')).click();
        await waitForStory(page);
        await settled(page);
        assert.equal(await page.evaluate(() => location.hash), '#my-story/apart');
        assert.equal(await active(page), 'apart');
        assert.deepEqual(said, []);
        await page.close();
      });

      it('moves after a link in the site was followed, and again after going back', async () => {
        const { page, said } = await open(`${server.url}/`);
        await page.evaluate(() => (window.isSame = true));
        for (let time = 0; time < 2; time++) {
          await (await page.waitForSelector('a[href^="/story"]')).click();
          await waitForStory(page);
          assert.equal(await page.evaluate(() => window.isSame === true), !!stays);
          const words = await page.$eval('my-story', ({ textContent }) => textContent);
          assert.match(words, /twelve minutes/);
          await readTo(page, 'talk');
          await page.goBack();
          await page.waitForFunction(() => !document.querySelector('my-story'));
        }
        assert.deepEqual(said, []);
        await page.close();
      });
    });
});
