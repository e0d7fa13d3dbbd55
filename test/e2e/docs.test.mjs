// The documentation: every page opens, asks for nothing outside and says nothing; every example runs and passes the check.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { checkStory } from '../../bin/check.mjs';
import { withBrowser } from './browser.mjs';
import { emptyFolder, root } from './command.mjs';

const docs = join(root, 'docs');
const site = join(root, '.vitepress', 'dist');
const files = readdirSync(docs).filter((file) => file.endsWith('.md'));
const fences = (file, info) =>
  [...readFileSync(join(docs, file), 'utf8').matchAll(/^```(.*)\n([^]*?)^```$/gm)]
    .filter(([, each]) => each === info)
    .map(([, , code]) => code);
const live = files.flatMap((file) => fences(file, 'html live').map((code) => ({ file, code })));

describe('the documentation', () => {
  const browser = withBrowser();
  const open = async (file) => {
    const opened = await browser.open(
      `/docs/${file.replace(/(index)?\.md$/, '')}${file === 'index.md' ? '' : '.html'}`,
    );
    await opened.page.waitForSelector('.VPDoc h1');
    return opened;
  };

  it('has a page for each file, which the sidebar leads to', async () => {
    const built = readdirSync(site);
    for (const file of files) assert.ok(built.includes(file.replace(/md$/, 'html')), file);
    const { page, close } = await open('index.md');
    const linked = await page.$$eval('.VPSidebar a', (links) =>
      links.map(({ pathname }) => pathname.replace(/\/$/, '/index.html')),
    );
    for (const file of files)
      assert.ok(linked.includes(`/docs/${file.replace(/md$/, 'html')}`), `${file} in the sidebar`);
    await close();
  });

  it('links only to what is there, anchors too', async () => {
    const ids = new Map();
    const idsOf = (file) => {
      if (!ids.has(file)) {
        const html = readFileSync(join(site, file), 'utf8');
        ids.set(file, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)));
      }
      return ids.get(file);
    };
    const pages = readdirSync(site, { recursive: true }).filter(
      (file) => file.endsWith('.html') && !/^(embed|assets)\b|404/.test(file),
    );
    let anchors = 0;
    for (const file of pages)
      for (const [, href] of readFileSync(join(site, file), 'utf8').matchAll(
        /<a [^>]*href="([^"]+)"/g,
      )) {
        const { pathname, hash, host } = new URL(href, `http://site/docs/${file}`);
        if (host !== 'site' || !hash) continue;
        const to = pathname.replace(/^\/docs\//, '').replace(/(^|\/)$/, '$1index.html');
        assert.ok(idsOf(to).has(decodeURIComponent(hash.slice(1))), `${href} in ${file}`);
        anchors++;
      }
    assert.ok(anchors > 100, `${anchors} anchors`);
  });

  for (const file of files)
    it(`opens ${file}, with each example in all its states`, async () => {
      const { page, said, close } = await open(file);
      const examples = fences(file, 'html live').length;
      const shown = await page.$$('.live-example');
      assert.equal(shown.length, examples);
      for (const figure of shown) {
        await figure.scrollIntoView();
        await page.waitForFunction(
          (one) => one.querySelector('.stage > *')?.shadowRoot,
          {},
          figure,
        );
        const scene = await figure.$('.stage > *');
        if (await scene.evaluate((one) => !one.steps)) continue;
        await page.waitForFunction((one) => one.querySelector('button'), {}, figure);
        const buttons = await figure.$$('.states button');
        assert.deepEqual(
          await figure.$$eval('.states button', (all) => all.map((button) => button.textContent)),
          await scene.evaluate((one) => one.steps),
        );
        for (const button of buttons) {
          await button.click();
          await page.waitForFunction(
            (one, pressed) =>
              one.querySelector('.stage > *').step === pressed.textContent &&
              pressed.getAttribute('aria-pressed') === 'true' &&
              one.querySelector('figcaption').textContent ===
                one.querySelector('.stage > *').describe(pressed.textContent),
            {},
            figure,
            button,
          );
        }
      }
      assert.deepEqual(said, []);
      await close();
    });

  it('finds a word', async () => {
    const { page, said, close } = await open('index.md');
    await page.click('.VPNavBarSearch button');
    await page.waitForSelector('.VPLocalSearchBox input');
    await page.type('.VPLocalSearchBox input', 'outlines');
    await page.waitForSelector('.VPLocalSearchBox .result[href*="outlines"]');
    assert.deepEqual(said, []);
    await close();
  });

  it('keeps an example when the reader comes by a link', async () => {
    const { page, said, close } = await open('index.md');
    await page.click('.VPSidebar a[href$="/counter.html"]');
    await page.waitForSelector('.live-example .states button');
    assert.deepEqual(said, []);
    await close();
  });
});

describe('an example of the documentation', () => {
  /** A story that has an example among its words. */
  const page = (example) =>
    `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>An example</title>
    <body><scroll-story name="example"><header slot="header"><h1>An example</h1></header><story-chapter layout="flow" heading="Words">
    <story-step id="words"><p>Words.</p>${example}</story-step></story-chapter></scroll-story></body></html>`;
  const folder = emptyFolder();
  writeFileSync(
    join(folder, 'world-110m.json'),
    readFileSync(join(root, 'assets/world-110m.json')),
  );

  it('passes the check of stories', () => {
    assert.ok(live.length > 6, `${live.length} examples`);
    const whole = files.flatMap((file) =>
      fences(file, 'html')
        .filter((code) => code.includes('</scroll-story>'))
        .map((code) => ({ file, code: code.replace(/<script[^]*?<\/script>/, '') })),
    );
    assert.ok(whole.length > 0);
    for (const { file, code } of [...live, ...whole]) {
      const example = join(folder, 'example.html');
      writeFileSync(example, code.startsWith('<!doctype') ? code : page(code));
      assert.deepEqual(checkStory(example), [], file);
    }
  });
});
