// A page without a build step, and a published story, have the language that they are in, and load no other.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { serve } from '../../bin/serve.mjs';
import { pseudo } from '../../dist/core/pseudo.js';
import { launch } from './browser.mjs';
import { communique, newStory, root } from './command.mjs';

const page = (lang, dir = 'ltr') => `<!doctype html>
<html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>Lieder</title>
<script type="module" src="/embed/communique.js"></script></head>
<body><scroll-story name="lieder"><h1 slot="header">Lieder</h1><story-chapter>
<expulsion-counter slot="stage"><table><tr><th>Name</th><th>Count</th></tr><tr><td>Hof</td><td>3</td></tr></table></expulsion-counter>
<story-step id="together"><p>Eins.</p></story-step><story-step id="apart"><p>Zwei.</p></story-step>
</story-chapter></scroll-story></body></html>`;

const pages = {
  '/de.html': page('de-AT'),
  '/ar.html': page('ar', 'rtl'),
  '/en.html': page('en-GB'),
  '/ja.html': page('ja'),
};

/** A page in the pseudo-locale: its words are longer, too. */
const trial = (lang, dir) =>
  page(lang, dir)
    .replace('Lieder</h1>', `${pseudo('A choir of two valleys', dir === 'rtl')}</h1>`)
    .replace(
      '</head>',
      `<script type="module">
import { definePhrases } from '/embed/communique.js';
import words from '/languages/${lang}.js';
definePhrases('${lang}', words);
</script></head>`,
    )
    .replace('id="apart"', `id="apart" name="${pseudo('A village by itself', dir === 'rtl')}"`);
pages['/en-XA.html'] = trial('en-XA', 'ltr');
pages['/ar-XB.html'] = trial('ar-XB', 'rtl');

/** In the page: text of the start, the bar and its list that is cut off, covered or out of the window. */
const faults = () => {
  const host = document.querySelector('scroll-story');
  const story = host.shadowRoot;
  const found = [];
  const lines = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return [...range.getClientRects()].filter(({ width }) => width > 1);
  };
  const crosses = (a, b) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const texts = [
    ...story.querySelectorAll(
      '.meta bdi, .meta a, .meta button, .count, .where > span, .panel :is(h3, a, legend, label)',
    ),
    ...document.querySelectorAll('[slot="header"]'),
  ].filter((element) => element.checkVisibility({ visibilityProperty: true }));
  const boxes = texts.map((element) => ({ element, rects: lines(element) }));
  for (const { element, rects } of boxes) {
    const name = `${element.localName} "${element.textContent.trim()}"`;
    if (rects.some(({ left, right }) => left < -1 || right > innerWidth + 1))
      found.push(`${name} leaves the window`);
    if (
      element.localName !== 'bdi' &&
      element.scrollWidth > element.clientWidth + 1 &&
      element.clientWidth
    )
      found.push(`${name} is cut off`);
    for (const other of boxes)
      if (
        other.element !== element &&
        !element.contains(other.element) &&
        !other.element.contains(element)
      )
        if (rects.some((one) => other.rects.some((two) => crosses(one, two))))
          found.push(`${name} lies over "${other.element.textContent.trim()}"`);
  }
  const [number, name] = ['.count', '.where b'].map((part) =>
    story.querySelector(part)?.getBoundingClientRect(),
  );
  if (name?.width > 1 && Math.max(name.left - number.right, number.left - name.right) < 4)
    found.push('the name of the step touches its number');
  if (document.documentElement.scrollWidth > innerWidth)
    found.push('the page is wider than its window');
  return { texts: texts.length, found };
};

/** In the page: what the bar and the description of the last step say. */
const read = () => {
  const story = document.querySelector('scroll-story')?.shadowRoot;
  const steps = [...document.querySelectorAll('story-step')];
  const text = (part, selector) => part?.querySelector(selector)?.textContent ?? '';
  return {
    meta: text(story, '.meta bdi'),
    next: story?.querySelector('.next')?.getAttribute('aria-label') ?? '',
    picture: text(steps.at(-1)?.shadowRoot, '.hidden-words'),
  };
};

describe('languages without a build step', () => {
  let server;
  let browser;
  before(async () => {
    server = await serve(join(root, 'dist'), 0);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Opens a page and waits for what it says. */
  async function say(path, start, { blocked = false } = {}) {
    const opened = await browser.newPage();
    const asked = [];
    const errors = [];
    opened.on('pageerror', ({ message }) => errors.push(message));
    await opened.setRequestInterception(true);
    opened.on('request', (request) => {
      const { pathname } = new URL(request.url());
      asked.push(pathname);
      if (pages[pathname])
        return request.respond({ contentType: 'text/html', body: pages[pathname] });
      if (blocked && pathname.includes('/languages/')) return request.abort();
      return request.continue();
    });
    await opened.goto(server.url + path);
    await opened.waitForFunction(
      (code, wanted) => new Function(`return (${code})()`)().picture.startsWith(wanted),
      {},
      String(read),
      start,
    );
    const said = await opened.evaluate(read);
    await opened.close();
    assert.deepEqual(errors, []);
    return { ...said, files: asked.filter((path_) => path_.includes('/languages/')) };
  }

  it('are loaded by lang, and said in the bar and in descriptions', async () => {
    const german = await say('/de.html', 'Bild: Je eine Zeile');
    assert.equal(german.meta, '2 Abschnitte · 1 Min. Lesezeit');
    assert.equal(german.next, 'Nächster Abschnitt');
    assert.equal(german.files.length, 2);
    assert.match(german.files[1], /\/languages\/de-/);
    const arabic = await say('/ar.html', 'صورة: صف');
    assert.equal(arabic.meta, 'خطوتان · دقيقة قراءة');
    assert.match((await say('/ja.html', '画像：1行ずつ')).meta, /^全2ステップ · 1分で読めます$/);
  });

  it('are not asked for by an English story', async () => {
    const english = await say('/en.html', 'Picture: A row each');
    assert.deepEqual(english.files, []);
    assert.equal(english.meta, '2 steps · 1 min read');
  });

  it('stay English where they cannot be loaded, and nothing fails', async () => {
    const { meta, files } = await say('/de.html', 'Picture: A row each', { blocked: true });
    assert.equal(meta, '2 steps · 1 min read');
    assert.ok(files.length);
  });

  for (const [lang, dir] of [
    ['en-XA', 'ltr'],
    ['ar-XB', 'rtl'],
    ['de', 'ltr'],
  ])
    it(`fit a small phone: ${lang}`, async () => {
      const opened = await browser.newPage();
      await opened.setViewport({ width: 360, height: 640 });
      await opened.setRequestInterception(true);
      opened.on('request', (request) => {
        const body = pages[new URL(request.url()).pathname];
        return body ? request.respond({ contentType: 'text/html', body }) : request.continue();
      });
      await opened.goto(`${server.url}/${lang}.html`);
      await opened.waitForFunction(
        () =>
          document
            .querySelector('story-step:last-of-type')
            ?.shadowRoot?.querySelector('.hidden-words') &&
          document.querySelector('scroll-story').shadowRoot.querySelector('.meta a').textContent !==
            'Skip the story',
      );
      assert.equal(await opened.evaluate(() => document.dir), dir);
      const start = await opened.evaluate(faults);
      assert.ok(start.texts >= 4);
      assert.deepEqual(start.found, []);
      await opened.evaluate(() =>
        document.querySelector('#apart').scrollIntoView({ block: 'start', behavior: 'instant' }),
      );
      await opened.waitForFunction(
        () =>
          document.querySelector('#apart').active &&
          document.querySelector('scroll-story').shadowRoot.querySelector('.count'),
      );
      const story = await opened.evaluateHandle(() =>
        document.querySelector('scroll-story').shadowRoot.querySelector('.where'),
      );
      await story.click();
      await opened.waitForFunction(() =>
        document.querySelector('scroll-story').shadowRoot.querySelector('.panel legend'),
      );
      const bar = await opened.evaluate(faults);
      assert.ok(bar.texts >= 8);
      assert.deepEqual(bar.found, []);
      await opened.close();
    });

  it('stand in the module of a published story, which loads none; a page can give it other phrases', async () => {
    const folder = newStory();
    const file = join(folder, 'index.html');
    writeFileSync(file, readFileSync(file, 'utf8').replace('lang="en"', 'lang="fr-CA"'));
    const { status, said } = communique(folder, 'build', '--no-pictures');
    assert.equal(status, 0, said);
    const scripts = readdirSync(join(folder, 'dist'), { recursive: true }).filter((name) =>
      name.endsWith('.js'),
    );
    assert.deepEqual(
      scripts.filter((name) => name.includes('languages') || /^(all|de|bring)-/.test(name)),
      [],
    );
    const published = await serve(join(folder, 'dist'), 0);
    try {
      const opened = await browser.newPage();
      await opened.goto(`${published.url}/index.html`);
      const meta = () =>
        opened.evaluate(async () => {
          await customElements.whenDefined('my-story');
          const host = document.querySelector('my-story');
          await host.updateComplete;
          const story = host.shadowRoot.querySelector('[part~="story"]');
          await story.updateComplete;
          return story.shadowRoot.querySelector('.meta').innerText;
        });
      assert.match(await meta(), /9 étapes · \d+ min de lecture[^]*Passer le récit/);
      await opened.evaluate(() =>
        customElements.get('my-story').definePhrases('fr', { skip: 'Plus loin' }),
      );
      assert.match(await meta(), /9 étapes[^]*Plus loin/);
    } finally {
      await published.close();
    }
  });
});
