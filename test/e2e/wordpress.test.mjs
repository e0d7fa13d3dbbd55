// Stories in a real WordPress: the plugin's block, shortcode, addresses and uploads, and a story pasted by hand.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { zip } from '../../scripts/zip.mjs';
import { launch } from './browser.mjs';
import { missing, publishIn, startWordPress } from './wordpress-host.mjs';
import {
  assertWhole,
  buildStory,
  contents,
  cutWords,
  hostStory,
  listenTo,
  logIn,
  readTo,
  waitForStory,
} from './published-story.mjs';

/** What WordPress itself asks for in vain where there is no network, or as an author. */
const ofWordPress = /ERR_NAME_NOT_RESOLVED|403 \(Forbidden\)|JQMIGRATE/;

describe('a story in WordPress', { skip: missing || false }, () => {
  let wp, dist, host, browser, article, author, post;

  before(async () => {
    [dist, wp, browser] = await Promise.all([buildStory(), startWordPress(), launch()]);
    article = readFileSync(join(dist, 'article.html'), 'utf8');
    host = await hostStory(dist);
    await wp.php(`update_option('communique_places', $given['place']);`, { place: host.story });
    author = await browser.newPage();
    await author.setViewport({ width: 1280, height: 800 });
    await logIn(author, wp.url, 'author');
  });
  after(async () => {
    await browser?.close();
    await host?.close();
    await wp?.close();
  });

  const frontOf = (id) => `${wp.url}/?p=${id}`;
  const html = async (id) => (await fetch(frontOf(id))).text();
  const publish = (contents, as) => publishIn(wp, contents, as);
  const contentOf = (id) => wp.php(`return get_post($given['id'])->post_content;`, { id });

  /** Opens a post in the editor; without one, a new post. */
  async function edit(page, id) {
    await page.goto(
      `${wp.url}/wp-admin/${id ? `post.php?post=${id}&action=edit` : 'post-new.php'}`,
    );
    await page.waitForFunction(
      () =>
        window.wp?.data?.select('core/editor')?.getCurrentPostId() &&
        document.querySelector('.editor-styles-wrapper'),
    );
  }
  const insert = (page, ...list) =>
    page.evaluate((blocks) => {
      const { wp } = window;
      const made = blocks.map(([name, attributes]) => wp.blocks.createBlock(name, attributes));
      wp.data.dispatch('core/block-editor').insertBlocks(made);
    }, list);
  const save = (page) =>
    page.evaluate(async () => {
      const { data } = window.wp;
      data.dispatch('core/editor').editPost({ title: 'A post', status: 'publish' });
      await data.dispatch('core/editor').savePost();
      return data.select('core/editor').getCurrentPostId();
    });

  describe('the block', () => {
    it('refuses a place that is not listed, and asks it for nothing', async () => {
      const { asked } = listenTo(author);
      await edit(author);
      await insert(
        author,
        ['core/paragraph', { content: 'Before.' }],
        ['communique/story', { align: 'full' }],
        ['core/paragraph', { content: 'After.' }],
      );
      const address = await author.waitForSelector('.communique-address input[type=url]');
      await address.type('https://elsewhere.example/story/');
      await author.click('.communique-address [type=submit]');
      const said = await author.waitForSelector('.communique-address .components-notice');
      const words = await said.evaluate(({ textContent }) => textContent);
      assert.match(words, /elsewhere\.example are not allowed.*Settings → Communiqué/);
      assert.deepEqual(
        asked.filter((one) => one.startsWith('https://elsewhere')),
        [],
      );
    });

    it('is published by an author who may not write HTML, with a preview of sane height', async () => {
      const address = await author.$('.communique-address input[type=url]');
      await address.evaluate((input) => input.select());
      await address.type(`${host.story}index.html`);
      await author.click('.communique-address [type=submit]');
      const preview = await author.waitForSelector('.communique-preview');
      const { height } = await preview.boundingBox();
      assert.ok(height > 200 && height < 800, `${height} px`);
      post = await save(author);
      const content = await contentOf(post);
      assertWhole(content, article);
      assert.doesNotMatch(content, /<script|<my-story/);
    });

    it('is as it was when the post is opened again', async () => {
      const { said } = listenTo(author);
      await edit(author, post);
      await author.waitForSelector('.communique-preview, .block-editor-warning');
      const valid = await author.evaluate(() =>
        window.wp.data
          .select('core/block-editor')
          .getBlocks()
          .map(({ name, isValid }) => `${name} ${isValid}`),
      );
      assert.deepEqual(valid, [
        'core/paragraph true',
        'communique/story true',
        'core/paragraph true',
      ]);
      assert.deepEqual(
        said.filter((one) => !ofWordPress.test(one)),
        [],
      );
    });

    for (const theme of ['twentytwentyone', 'twentytwentythree'])
      for (const [width, id] of [
        [1280, 'together'],
        [390, 'talk'],
      ])
        it(`moves in ${theme} ${width} pixels wide, and no word is cut`, async () => {
          await wp.php(`switch_theme($given['theme']);`, { theme });
          const page = await browser.newPage();
          const { said, asked } = listenTo(page);
          await page.setViewport({ width, height: 800 });
          await page.goto(frontOf(post));
          await waitForStory(page);
          await readTo(page, id);
          const { left, across, picture } = await page.evaluate(() => {
            const story = document.querySelector('my-story');
            const { left, width } = story.getBoundingClientRect();
            const { naturalWidth } = story.shadowRoot.querySelector('img');
            return { left, across: width, picture: naturalWidth };
          });
          assert.deepEqual({ left, across, picture }, { left: 0, across: width, picture: 1 });
          assert.deepEqual(await cutWords(page), []);
          assert.deepEqual(
            said.filter((one) => !ofWordPress.test(one)),
            [],
          );
          assert.ok(asked.includes(`${host.story}my-story.js`));
          if (process.env.SCREENSHOTS)
            await page.screenshot({ path: join(process.env.SCREENSHOTS, `${theme}-${width}.png`) });
          await page.close();
        });

    it('shows words, figures and tables where no script runs, and in a feed', async () => {
      const page = await html(post);
      assertWhole(page, article);
      assert.match(page, /<my-story><div>[\s\S]*<\/div><\/my-story><script type="module" src="/);
      const feed = await (await fetch(`${wp.url}/?feed=rss2`)).text();
      assertWhole(feed, article);
      assert.doesNotMatch(feed, /<script|<my-story/);
    });

    it('asks no other server when a page is shown', async () => {
      const before = host.asked.length;
      await html(post);
      assert.equal(host.asked.length, before);
    });

    it('leaves words, figures and tables when the plugin goes', async () => {
      const plugin = `require_once ABSPATH . 'wp-admin/includes/plugin.php';`;
      await wp.php(`${plugin} deactivate_plugins('communique/communique.php');`);
      const page = await html(post);
      await wp.php(`${plugin} activate_plugin('communique/communique.php');`);
      assertWhole(page, article);
      assert.doesNotMatch(page, /<my-story|my-story\.js|communique-notice/);
    });
  });

  describe('in the Classic editor', () => {
    /** The stories in a page as they came from the server. */
    const storiesIn = (page) => [...page.matchAll(/<my-story>([\s\S]*?)<\/my-story>/g)];

    it('a shortcode and an address show the story whole, between paragraphs', async () => {
      const [id] = await publish([
        `Before.\n\n[communique url="${host.story}" align="full"]\n\nBetween.\n\n${host.story}\n\nAfter.`,
      ]);
      const asked = host.asked.length;
      const page = await html(id);
      assert.equal(host.asked.length, asked, 'nothing is asked when the page is shown');
      const found = storiesIn(page);
      assert.equal(found.length, 2);
      for (const [, words] of found) {
        assertWhole(words, article);
        assert.equal(contents(words).words, contents(article).words);
        assert.doesNotMatch(words, /<br|<p><\/p>|<p><div/);
      }
      for (const word of ['Before', 'Between', 'After'])
        assert.match(page, new RegExp(`<p>${word}\\.</p>`));
      assert.doesNotMatch(page, /<p>\s*<(my-story|div class="wp-block-communique|script)/);
      assert.match(page, /class="wp-block-communique-story alignfull"/);

      const front = await browser.newPage();
      await front.goto(frontOf(id));
      await waitForStory(front, 0);
      await waitForStory(front, 1);
      await front.close();
    });

    it('an address that is not listed shows nothing of the story, and tells its author', async () => {
      const evil = 'https://elsewhere.example/story/';
      const [id] = await publish([`Before.\n\n[communique url="${evil}"]\n\nAfter.`]);
      const page = await html(id);
      assert.doesNotMatch(page, /elsewhere\.example/);
      await author.goto(frontOf(id));
      const notice = await author.$eval('.communique-notice', ({ textContent }) => textContent);
      assert.match(notice, /elsewhere\.example are not allowed/);
    });
  });

  it('a story by its address in the Embed block has a preview of sane height, and moves', async () => {
    await edit(author);
    await insert(author, ['core/embed', { url: host.story }]);
    const sandbox = await author.waitForSelector('.wp-block-embed iframe');
    await author.waitForFunction((frame) => frame.clientHeight > 200, {}, sandbox);
    const { height } = await sandbox.boundingBox();
    assert.ok(height < 800, `${height} px`);
    const id = await save(author);
    assertWhole(await html(id), article);
    const page = await browser.newPage();
    await page.goto(frontOf(id));
    await waitForStory(page);
    await page.close();
  });

  describe('pasted by hand into the Custom HTML block, without the plugin', () => {
    const pasted = () =>
      `<!-- wp:html -->\n${readFileSync(join(dist, 'my-story.html'), 'utf8')}<!-- /wp:html -->`;

    it('as an author, words, figures and tables stay, and no code is shown', async () => {
      const [id] = await publish([pasted()]);
      const page = await html(id);
      assertWhole(page, article);
      const [, main] = /<main[^>]*>([\s\S]*)<\/main>/.exec(page);
      assert.equal(contents(main).words.split(contents(article).words).length, 2, 'once');
      assert.doesNotMatch(main, /my-story\.js|<my-story/);
    });

    it('as an administrator, the story has its tag and its script', async () => {
      const [id] = await publish([pasted()], 'admin');
      const page = await html(id);
      assertWhole(page, article);
      assert.match(
        page,
        /<my-story><div>[\s\S]*<\/my-story><script type="module" src="my-story\.js">/,
      );
    });
  });

  it('a zip that an administrator uploads in the editor moves', async () => {
    const files = readdirSync(dist).map((name) => [`dist/${name}`, readFileSync(join(dist, name))]);
    const file = join(wp.folder, 'story.zip');
    writeFileSync(file, zip(files));
    const context = await browser.createBrowserContext();
    const admin = await context.newPage();
    await logIn(admin, wp.url, 'admin');
    await edit(admin);
    await insert(admin, ['communique/story', { align: 'wide' }]);
    const input = await admin.waitForSelector('.communique-address input[type=file]');
    await input.uploadFile(file);
    await admin.waitForSelector('.communique-preview');
    const id = await save(admin);
    const { asked } = listenTo(admin);
    await admin.goto(frontOf(id));
    await waitForStory(admin);
    assertWhole(await html(id), article);
    const away = asked.filter((one) => one.startsWith(host.url));
    assert.deepEqual(away, [], 'all of it comes from this site');
    await context.close();
  });

  it('the plugin gives PHP nothing to complain of', () => {
    const log = readFileSync(join(wp.folder, 'debug.log'), 'utf8');
    assert.deepEqual(log.match(/^.*plugins\/communique.*$|^.*PHP (Fatal|Parse).*$/gm) ?? [], []);
  });
});
