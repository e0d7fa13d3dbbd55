// `communique build`: a story of one's own, as it is published, read in pages that are not its own.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { tags } from '../../bin/build/page.mjs';
import { storyStyles } from '../../bin/build/styles.mjs';
import { serve } from '../../bin/serve.mjs';
import { launch } from './browser.mjs';
import { communique, emptyFolder, newStory, root } from './command.mjs';

const require = createRequire(import.meta.url);

/** A new story that was changed and built; its folder. */
function built(change = (html) => html, ...args) {
  const folder = newStory();
  const file = join(folder, 'index.html');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  return { folder, ...communique(folder, 'build', '--no-pictures', ...args) };
}

const words = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('communique build', () => {
  const page = (body, head = '') =>
    `<!doctype html><html lang="en"><head><title>A</title>${head}</head><body>${body}</body></html>`;
  const story =
    '<scroll-story name="a-b"><story-chapter layout="flow"><story-step id="one"><p>Words.</p></story-step></story-chapter></scroll-story>';
  const refused = [
    ['a story that is not whole', page(story.replace(' id="one"', '')), [], /no id/],
    [
      'a module that asks for what is not there',
      page(story, '<script type="module">import "./gone.js";</script>'),
      [],
      /gone\.js/,
    ],
    [
      'a module that cannot be read',
      page(story, '<script type="module">let = 1 +;</script>'),
      [],
      /bundled/,
    ],
    ['a name of which no tag can be made', page(story), ['--name', '!'], /--name/],
  ];
  for (const [what, html, args, message] of refused)
    it(`refuses ${what}, and writes nothing`, () => {
      const folder = emptyFolder();
      writeFileSync(join(folder, 'index.html'), html);
      const { status, stderr } = communique(folder, 'build', '--no-pictures', ...args);
      assert.equal(status, 1, stderr);
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /\bat \w+ \(|fault/);
      assert.ok(!readdirSync(folder).includes('dist') || !readdirSync(join(folder, 'dist')).length);
    });

  it('refuses a folder that holds what no build has written', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'index.html'), page(story));
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist', 'diary.txt'), 'mine');
    const { status, stderr } = communique(folder, 'build', '--no-pictures');
    assert.equal(status, 1);
    assert.match(stderr, /"diary\.txt".*--output/);
    assert.equal(readFileSync(join(folder, 'dist', 'diary.txt'), 'utf8'), 'mine');
  });

  it('builds again over its own files, and leaves none of the old', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'index.html'), page(story));
    for (const name of ['first-tale', 'second-tale'])
      assert.equal(communique(folder, 'build', '--no-pictures', '--name', name).status, 0);
    const files = readdirSync(join(folder, 'dist'));
    assert.ok(files.includes('second-tale.js'));
    assert.deepEqual(
      files.filter((file) => file.startsWith('first')),
      [],
    );
  });

  it('names what it leaves out', () => {
    const folder = emptyFolder();
    const head =
      '<script>old()</script><script type="module" src="https://example.org/x.js"></script><link rel="stylesheet" href="https://example.org/x.css">';
    writeFileSync(join(folder, 'index.html'), page(story, head));
    const { status, stdout } = communique(folder, 'build', '--no-pictures');
    assert.equal(status, 0);
    assert.match(stdout, /line 1.*type="module"/);
    assert.match(stdout, /example\.org\/x\.js/);
    assert.match(stdout, /example\.org\/x\.css/);
  });

  it('takes data, outlines, pictures and fonts along', () => {
    const { folder, status, said } = built((html) =>
      html
        .replaceAll('"#singers"', '"singers.csv"')
        .replace('<h1>', '<img src="pixel.svg" alt="A pixel" /><h1>')
        .replace(
          '</head>',
          '<style>@font-face { font-family: Own; src: url(own.woff2) }</style></head>',
        ),
    );
    assert.equal(status, 1, 'the files are not there yet');
    assert.match(said, /singers\.csv/);
    writeFileSync(join(folder, 'singers.csv'), 'name,count,lat,lon\nVienna,9,48.2,16.4\n');
    writeFileSync(join(folder, 'pixel.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    writeFileSync(join(folder, 'own.woff2'), 'font');
    const again = communique(
      folder,
      'build',
      '--no-pictures',
      '--url',
      'https://news.example/story',
    );
    assert.equal(again.status, 0, again.said);
    const files = readdirSync(join(folder, 'dist'));
    const picture = files.find((file) => /^pixel-\w{8}\.svg$/.test(file));
    assert.ok(picture && files.some((file) => /^own-\w{8}\.woff2$/.test(file)), `${files}`);
    const read = (name) => readFileSync(join(folder, 'dist', name), 'utf8');
    assert.match(read('article.html'), new RegExp(`https://news.example/story/${picture}`));
    assert.match(read('article.html'), /<td>Vienna<\/td><td>9<\/td>/);
    assert.match(read('index.html'), /rel="canonical" href="https:\/\/news\.example\/story\/"/);
    const { type, html } = JSON.parse(read('oembed.json'));
    assert.equal(type, 'rich');
    assert.match(html, /<iframe src="https:\/\/news\.example\/story\/frame\.html" data-story="/);
    assert.match(html, /<script async src="https:\/\/news\.example\/story\/frame\.js"><\/script>$/);
    assert.ok(again.stdout.includes(html), 'what to paste is said, too');
    assert.match(read('frame.html'), /<meta name="robots" content="noindex"/);
    assert.match(read('frame.html'), /rel="canonical" href="https:\/\/news\.example\/story\/"/);
    assert.equal(read('frame.js'), readFileSync(join(root, 'dist/embed/frame.js'), 'utf8'));
  });
});

describe('styles of a published story', () => {
  const scoped = (css) =>
    storyStyles(css, { file: '/a/b.css', tags, asset: (path) => `[${path}]`, tell: () => {} });
  const v = tags.get('story-step').replace('story-step', '');
  const cases = [
    [':root { --a: 1 }', ':host{--a: 1}'],
    ['html { color: red }', ':host{color: red}'],
    [':root { color-scheme: dark }', ':host{}'],
    ['html.dark p { color: red }', ':host(.dark) p{color: red}'],
    ['body { margin: 0 }', '[part~="page"]{margin: 0}'],
    ['body.wide > p { margin: 0 }', '[part~="page"].wide>p{margin: 0}'],
    ['story-step p { margin: 0 }', `story-step${v} p{margin: 0}`],
    [':is(scroll-story, p) { margin: 0 }', `:is(scroll-story${v},p){margin: 0}`],
    ['.story-step { margin: 0 }', '.story-step{margin: 0}'],
    ['p { content: "story-step" }', 'p{content: "story-step"}'],
    ['@media print { body { margin: 0 } }', '@media print{[part~="page"]{margin: 0}}'],
    ['p { background: url(x.png) }', 'p{background: url("[/a/x.png]")}'],
    ['p { background: url(https://e.org/x.png) }', 'p{background: url(https://e.org/x.png)}'],
    ['p { background: url("data:,x") }', 'p{background: url("data:,x")}'],
    ['p { & b { margin: 0 } }', 'p{& b{margin: 0}}'],
    [
      'p { color: light-dark(#fff, rgb(0, 0, 0)) }',
      'p{color: #fff}@supports (color: light-dark(red, red)){p{color: light-dark(#fff, rgb(0, 0, 0))}}',
    ],
    [
      ':root { --a: light-dark(hsl(1 2% 3%), #000); margin: 0 }',
      ':host{--a: hsl(1 2% 3%); margin: 0}@supports (color: light-dark(red, red)){:host{--a: light-dark(hsl(1 2% 3%), #000); margin: 0}}',
    ],
  ];
  for (const [css, wanted] of cases)
    it(css, () => {
      const { inside, page } = scoped(css);
      const folded = (text) => text.replace(/\s*([:;{},>])\s*/g, '$1');
      assert.equal(folded(inside), folded(wanted));
      assert.equal(page, '');
    });

  it('gives fonts to the page', () => {
    const { inside, page } = scoped(
      '@font-face { font-family: A; src: url("a.woff2") } p { margin: 0 }',
    );
    assert.doesNotMatch(inside, /font-face/);
    assert.match(page, /@font-face.*\[\/a\/a\.woff2\]/s);
  });
});

describe('a published story', () => {
  let browser;
  let server;
  let folder;
  before(async () => {
    const { folder: project, status, said } = built();
    assert.equal(status, 0, said);
    folder = join(project, 'dist');
    const scene = newStory('bar-race', '--scene');
    const other = communique(scene, 'build', '--no-pictures', '--output', join(folder, 'bars'));
    assert.equal(other.status, 0, other.said);
    const head = '<meta name="viewport" content="width=device-width">';
    const text = '<p style="height: 1500px">Before</p>';
    const tag = (name, at = '') =>
      `<script type="module" src="${at}${name}.js"></script><${name}></${name}>`;
    writeFileSync(
      join(folder, 'host.html'),
      `<!doctype html><html lang="en">${head}<style>p { color: red; font-size: 40px } table { display: none }</style>${text}${tag('my-story')}${text}${tag('bar-race-story', 'bars/')}`,
    );
    const failing = built(
      (html) => html.replace('</head>', '<script type="module">throw Error("own")</script></head>'),
      '--output',
      join(folder, 'failing'),
    );
    assert.equal(failing.status, 0, failing.said);
    server = await serve(folder, 0);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  async function open(path, { script = true } = {}) {
    const page = await browser.newPage();
    const said = [];
    page.on('pageerror', ({ message }) => said.push(message));
    page.on('console', (message) => said.push(message.text()));
    await page.setJavaScriptEnabled(script);
    await page.setViewport({ width: 1200, height: 800 });
    await page.goto(`${server.url}/${path}`);
    return { page, said };
  }

  /** In the page: the story's root, when all of it has come. */
  const whole = async (tag) => {
    const story = document.querySelector(tag);
    await customElements.whenDefined(tag);
    await story.updateComplete;
    const root = story.shadowRoot;
    return {
      undefined: [...root.querySelectorAll(':not(:defined)')].map(({ localName }) => localName),
      steps: root.querySelectorAll('[part~="step"]').length,
      marks: [...root.querySelectorAll('[slot="stage"]')].map(
        (scene) => scene.shadowRoot.querySelectorAll('svg *, .row').length > 0,
      ),
      shown: story.innerText,
    };
  };

  it('comes whole into pages that are not its own, two of them side by side', async () => {
    const { page, said } = await open('host.html');
    const mine = await page.evaluate(whole, 'my-story');
    assert.deepEqual(mine.undefined, []);
    assert.equal(mine.steps, 9);
    assert.deepEqual(mine.marks, [true, true, true]);
    const bars = await page.evaluate(whole, 'bar-race-story');
    assert.deepEqual([bars.undefined, bars.steps, bars.marks], [[], 3, [true]]);
    const color = await page.evaluate(
      () =>
        getComputedStyle(document.querySelector('my-story').shadowRoot.querySelector('p')).color,
    );
    assert.notEqual(color, 'rgb(255, 0, 0)', 'the page’s styles stay outside');
    assert.equal(await page.evaluate(() => !!customElements.get('scroll-story')), false);
    assert.deepEqual(said, []);
  });

  it('has its pictures even if a module of its author fails', async () => {
    const { page, said } = await open('failing/index.html');
    const { marks, steps } = await page.evaluate(whole, 'my-story');
    assert.deepEqual([steps, marks], [9, [true, true, true]]);
    assert.equal(said.length, 1, said.join());
    assert.match(said[0], /own/);
  });

  it('follows the scroll, and its scene the step', async () => {
    const { page, said } = await open('index.html');
    await page.evaluate(whole, 'my-story');
    await page.evaluate(() => {
      const root = document.querySelector('my-story').shadowRoot;
      root.getElementById('ways').scrollIntoView({ block: 'start', behavior: 'instant' });
    });
    await page.waitForFunction(() => {
      const root = document.querySelector('my-story').shadowRoot;
      const scene = root.getElementById('ways').parentNode.querySelector('[slot="stage"]');
      return root.getElementById('ways').hasAttribute('active') && scene.step === 'ways';
    });
    assert.deepEqual(said, []);
  });

  it('is read without script, and every word of the article stands in the story', async () => {
    const { page } = await open('index.html', { script: false });
    const text = await page.evaluate(() => document.body.innerText);
    for (const part of ['A call to Oslo', 'Thirty-four answers', 'Vienna', 'The telephone bill'])
      if (part !== 'A call to Oslo' && part !== 'Thirty-four answers')
        assert.ok(text.includes(part), part);
    assert.doesNotMatch(text, /\bstep\b.*\bline\b.*\bonly\b/, 'no table of states');
    const source = readFileSync(join(folder, '..', 'index.html'), 'utf8');
    for (const [, said] of source.matchAll(/<p>([^<]+)<\/p>/g))
      assert.deepEqual(
        words(said).filter((word) => !words(text).includes(word)),
        [],
      );
  });

  it('keeps a reader who is in its words at the same step when it comes', async () => {
    const page = await browser.newPage();
    await page.setViewport({ width: 1200, height: 800 });
    let release;
    const held = new Promise((done) => (release = done));
    await page.setRequestInterception(true);
    page.on('request', async (request) => {
      if (request.url().endsWith('/my-story.js')) await held;
      await request.continue();
    });
    const there = page.goto(`${server.url}/index.html`);
    await page.waitForSelector('[data-step="may"]');
    const before = await page.evaluate(() => {
      const step = document.querySelector('[data-step="may"]');
      scrollBy({ top: step.getBoundingClientRect().top - 100, behavior: 'instant' });
      return step.getBoundingClientRect().top;
    });
    release();
    await there;
    await page.waitForFunction(() => {
      const { shadowRoot } = document.querySelector('my-story');
      return (
        shadowRoot?.getElementById('may') && shadowRoot.querySelector('slot:not([name])') === null
      );
    });
    const now = await page.evaluate(
      () =>
        document.querySelector('my-story').shadowRoot.getElementById('may').getBoundingClientRect()
          .top,
    );
    assert.ok(Math.abs(now - before) < 2, `${before} and ${now}`);
  });

  it('loses no word in a reader mode, before its script and after', async () => {
    const readability = readFileSync(
      require.resolve('@mozilla/readability/Readability.js'),
      'utf8',
    );
    for (const script of [false, true]) {
      const { page } = await open('index.html');
      if (script) await page.evaluate(whole, 'my-story');
      const text = await page.evaluate(
        (code) =>
          new Function(
            `${code}; return new Readability(document.cloneNode(true)).parse()?.textContent`,
          )(),
        readability,
      );
      for (const said of [
        'For eleven minutes they spoke',
        'In May they came',
        'Vienna sent the most',
      ])
        assert.ok(text?.includes(said), said);
    }
  });
});
