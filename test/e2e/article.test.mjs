// The plain HTML of a published story goes through what cleans HTML in other systems, and loses no word, link or number.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Readability } from '@mozilla/readability';
import { autop } from '@wordpress/autop';
import { parseHTML } from 'linkedom';
import markdown from 'markdown-it';
import { parseFragment, serialize } from 'parse5';
import sanitize from 'sanitize-html';
import { elementsIn } from '../../bin/build/nodes.mjs';
import { launch } from './browser.mjs';
import { communique, emptyFolder, newStory, root } from './command.mjs';

const require = createRequire(import.meta.url);

/** What KSES of WordPress lets an author write, of what a story has. */
const kses = {
  allowedTags:
    'a blockquote br caption cite code dd details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr img li ol p pre q s section span strong sub summary sup table tbody td tfoot th thead time tr u ul video'.split(
      ' ',
    ),
  allowedAttributes: {
    '*': ['id', 'lang', 'dir', 'title', 'data-*'],
    a: ['href'],
    img: ['src', 'alt', 'width', 'height'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan', 'scope'],
    time: ['datetime'],
  },
};

/** What a reader has of HTML: its letters and digits in order, its tables' cells and its links. */
function read(html) {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const all = (selector) => [...document.querySelectorAll(selector)];
  return {
    words: (document.body.textContent.match(/[\p{L}\p{N}]/gu) ?? []).join(''),
    cells: all('td, th').map(({ textContent }) => textContent.trim()),
    links: all('a').map((link) => link.getAttribute('href')),
    items: all('li').length,
  };
}

const stories = {
  'a new story': () => join(newStory(), 'index.html'),
  'Long distance': () => join(root, 'stories', 'long-distance.html'),
};

for (const [name, pageOf] of Object.entries(stories))
  describe(`the plain HTML of ${name}`, () => {
    let article;
    let dist;
    let tag;
    let browser;
    before(async () => {
      const folder = emptyFolder();
      dist = join(folder, 'dist');
      const args = ['build', '--no-pictures', '--output', dist];
      const { status, said } = communique(folder, ...args, pageOf());
      assert.equal(status, 0, said);
      [, tag] = /(\S+)\.js/.exec(said);
      article = readFileSync(join(dist, 'article.html'), 'utf8');
      browser = await launch();
    });
    after(() => browser?.close());

    const cleaners = {
      'KSES of WordPress': (html) => sanitize(html, kses),
      'sanitize-html as it comes': (html) =>
        sanitize(html, { allowedTags: [...sanitize.defaults.allowedTags, 'details', 'summary'] }),
      'wpautop of WordPress': (html) => autop(html),
      Markdown: (html) => markdown({ html: true }).render(`# Before\n\n${html}\n\nAfter.`),
    };
    for (const [what, clean] of Object.entries(cleaners))
      it(`outlives ${what}`, () => {
        const { words, ...rest } = read(article);
        assert.ok(words.length > 1000, 'it has words');
        assert.ok(rest.cells.length > 20, 'it has a table');
        const left = read(clean(article));
        assert.ok(left.words.includes(words), 'all words in their order');
        assert.deepEqual({ ...left, words: '' }, { ...rest, words: '' });
      });

    for (const what of ['wpautop of WordPress', 'Markdown'])
      it(`stays in its tag after ${what}`, () => {
        const cleaned = cleaners[what](readFileSync(join(dist, `${tag}.html`), 'utf8'));
        const { childNodes } = parseFragment(cleaned);
        const story = [...elementsIn({ childNodes })].find(({ tagName }) => tagName === tag);
        assert.equal(read(serialize(story)).words, read(article).words);
      });

    it('outlives DOMPurify, and innerHTML', async () => {
      const page = await browser.newPage();
      await page.goto('data:text/html,<!doctype html><p>');
      await page.addScriptTag({ path: require.resolve('dompurify/dist/purify.min.js') });
      const left = await page.evaluate(
        (html) => [
          window.DOMPurify.sanitize(html),
          Object.assign(document.createElement('div'), { innerHTML: html }).innerHTML,
        ],
        article,
      );
      for (const html of left) assert.deepEqual(read(html), read(article));
      await page.close();
    });

    it('is read whole in a reader mode', () => {
      const { document } = parseHTML(
        `<!doctype html><html><head><title>A</title></head><body><article>${article}</article></body></html>`,
      );
      const { textContent } = new Readability(document).parse();
      const kept = read(textContent).words;
      for (const paragraph of article.matchAll(/<p>([^<]{40,})<\/p>/g))
        assert.ok(kept.includes(read(paragraph[1]).words), paragraph[1]);
    });

    it('shows no code, no style and no table of states', () => {
      assert.doesNotMatch(
        article,
        /<(style|script|template|scroll-story|story-)|class=|slot=|style=/,
      );
      assert.doesNotMatch(article, /\n\s*\n/);
      assert.match(article, new RegExp(`id="${tag}/`));
    });
  });
