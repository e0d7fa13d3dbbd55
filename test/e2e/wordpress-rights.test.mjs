// What the WordPress plugin lets people do: which zips it unpacks, who may say where stories come from, and what somebody
// who may not write script gets into a page.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { zip } from '../../scripts/zip.mjs';
import { missing, publishIn, startWordPress } from './wordpress-host.mjs';

const page = `<!doctype html><html lang="en"><head><title>A &amp; B</title></head><body>
  <my-story><div><p>Words.</p><img src="a.png" alt="" /><script>elsewhere()</script></div></my-story><script type="module" src="my-story.js"></script>
</body></html>`;
const story = {
  'index.html': page,
  'my-story.js': 'export {};',
  'integrity.json': '{}',
  'LICENSES.txt': 'MIT',
  'Bild-ä 1-0a1b2c3d.png': 'png',
};

describe('WordPress', { skip: missing || false }, () => {
  let wp;
  before(async () => {
    wp = await startWordPress();
  });
  after(() => wp?.close());

  describe('what somebody writes by hand into a block', () => {
    const place = 'http://stories.example:8000';
    before(async () => {
      await wp.php(`update_option('communique_places', $given['place']);`, {
        place: `${place}/my-story/`,
      });
    });
    const html = async (id) => (await fetch(`${wp.url}/?p=${id}`)).text();
    const publish = (contents, as) => publishIn(wp, contents, as);

    const inside = '<div class="wp-block-communique-story"><p>Words.</p></div>';
    /** A block as WordPress writes it. */
    const block = (attributes, html = inside) => {
      const json = JSON.stringify({ url: `${place}/my-story/`, tag: 'my-story', ...attributes });
      const unicode = (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`;
      const written = json.replace(/\\"/g, '\\u0022').replace(/[<>&-]/g, unicode);
      return `<!-- wp:communique/story ${written} -->\n${html}\n<!-- /wp:communique/story -->`;
    };

    it('brings no script that is not a listed story, and its words stay', async () => {
      const [, there] = place.split('//');
      const hostile = {
        'a place that is not listed': { url: 'https://elsewhere.example/story/' },
        'a listed place as the beginning of another host': { url: `${place}.elsewhere.example/` },
        'a port that begins like the listed one': { url: `${place}0/my-story/elsewhere/` },
        'a folder that begins like the listed one': { url: `${place}/my-story-elsewhere/` },
        'a way out of the listed folder': { url: `${place}/my-story/../../elsewhere/` },
        'the same in disguise': { url: `${place}/my-story/%2e%2e/elsewhere/` },
        'a backslash': { url: `https://elsewhere.example\\@${there}/my-story/` },
        'a user name': { url: `https://${there}@elsewhere.example/my-story/` },
        'script instead of an address': { url: `javascript:elsewhere(1)//${there}/my-story/` },
        'an attribute in the address': { url: `${place}/my-story/" onload="elsewhere(1)` },
        'a tag in the tag': { tag: 'my-story><img src=x onerror=elsewhere(1)' },
        'an attribute in the tag': { tag: 'my-story onclick=elsewhere(1)' },
        'a line in the tag': { tag: 'my-story\n' },
        'an element in the tag': { tag: 'script' },
        'a path in the tag': { tag: '../../elsewhere' },
        'things that are no text': { url: ['elsewhere'], tag: { elsewhere: 1 }, align: ['x'] },
      };
      const names = Object.keys(hostile);
      // An author's block passes KSES; an administrator's does not.
      for (const as of ['author', 'admin']) {
        const ids = await publish(
          Object.values(hostile).map((one) => block(one)),
          as,
        );
        for (const [at, page] of (await Promise.all(ids.map(html))).entries()) {
          assert.match(page, /<p>Words\.<\/p>/, names[at]);
          assert.doesNotMatch(page, /elsewhere|<script type="module"/, `${names[at]}, ${as}`);
        }
      }
    });

    it('has a class and an anchor escaped', async () => {
      const className = 'a" onclick="elsewhere(1)';
      const anchored = inside.replace('<div', '<div id="here&quot; onclick=&quot;elsewhere(1)"');
      const [id] = await publish([block({ className }, anchored)], 'admin');
      const page = await html(id);
      assert.match(page, /<div (?=[^>]*id="here&quot;)[^>]*><my-story>/);
      assert.match(page, /<script type="module"/);
      assert.doesNotMatch(page, / onclick="/);
    });

    it('asks for no picture of a place that is no longer listed', async () => {
      const url = 'https://elsewhere.example/story/';
      const pictures = `<img src="${url}a.png" alt="" /><img alt="a>b" src="${url}b.png" />`;
      const post = block({ url }, inside.replace('</p>', `</p>${pictures}`));
      const [id] = await publish([post], 'admin');
      const page = await html(id);
      assert.match(page, /<p>Words\.<\/p>/);
      assert.doesNotMatch(page, /elsewhere/);
    });
  });

  describe('a zip', () => {
    const uploads = () => join(wp.folder, 'wp-content', 'uploads', 'communique');
    /** Unpacks zips; returns of each the story, or what is wrong. */
    const unpack = (zips) =>
      wp.php(
        // Room for a story, and none for what fills the memory.
        `ini_set('memory_limit', '128M');
      return array_map(function ($file) {
        $done = Communique\\unpack_story($file);
        return is_wp_error($done) ? array('code' => $done->get_error_code(), 'message' => $done->get_error_message()) : $done;
      }, $given);`,
        zips.map((bytes, at) => {
          const file = join(wp.folder, `${at}.zip`);
          writeFileSync(file, bytes);
          return file;
        }),
      );
    const withFolder = (files, folder = 'dist/') =>
      zip(Object.entries(files).map(([name, bytes]) => [folder + name, bytes]));

    it('with what a build writes is unpacked, with or without its folder', async () => {
      const junk = { '__MACOSX/dist/._index.html': 'x', '.DS_Store': 'x' };
      const found = await unpack([
        withFolder(story),
        withFolder({ ...story, ...junk, 'my-story.js': 'export const changed = 1;' }, ''),
      ]);
      for (const { tag, title, words, url } of found) {
        assert.deepEqual([tag, title], ['my-story', 'A & B']);
        assert.equal(words, `<div><p>Words.</p><img src="${url}a.png" alt="" />elsewhere()</div>`);
        const folder = join(uploads(), /communique\/(my-story-[0-9a-f]{8})\/$/.exec(url)[1]);
        assert.deepEqual(readdirSync(folder).sort(), Object.keys(story).sort());
      }
      assert.notEqual(found[0].url, found[1].url, 'what has changed has an address of its own');
      assert.equal(readdirSync(uploads()).length, 2, 'nothing else is left');
    });

    it('with anything else is refused, and nothing is written', async () => {
      const before = existsSync(uploads()) ? readdirSync(uploads()) : [];
      const names = [
        ...['../evil.php', 'dist/../../evil.js', '/evil.js', 'C:\\evil.js', '..\\evil.js'],
        ...[
          'evil.php',
          'evil.PHP',
          'evil.php.js',
          'evil.phtml.txt',
          '.htaccess',
          '.evil.js',
          'evil',
        ],
        ...['.user.ini', 'evil.exe', 'deep/er/evil.js', 'evil.js\n', 'evil.php\0.js', 'web.config'],
      ];
      const found = await unpack(names.map((name) => zip([...Object.entries(story), [name, 'x']])));
      for (const [at, { code }] of found.entries())
        assert.equal(code, 'communique_zip_file', JSON.stringify(names[at]));
      assert.match(found[0].message, /“\.\.\/evil\.php”/);
      assert.deepEqual(existsSync(uploads()) ? readdirSync(uploads()) : [], before);
      assert.ok(!existsSync(join(uploads(), '..', 'evil.php')));
    });

    it('that is broken, false or no story is refused', async () => {
      const good = withFolder(story);
      /** Changes some bytes of the first entry of the directory. */
      const lie = (offset, bytes, of = good) => {
        const copy = Buffer.from(of);
        Buffer.from(bytes).copy(copy, copy.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + offset);
        return copy;
      };
      const withoutScript = { ...story };
      delete withoutScript['my-story.js'];
      const twice = zip([...Object.entries(story), ['index.html', 'other']]);
      const large = Buffer.alloc(130 * 1024 * 1024);
      const cases = {
        'no zip': ['PK', 'broken'],
        'an empty file': ['', 'broken'],
        'a zip that ends early': [good.subarray(0, good.length / 2), 'broken'],
        'a size that is too small': [lie(24, [1, 0, 0, 0]), 'broken'],
        'much more than it says': [lie(24, [9, 0, 0, 0], zip([['a.js', large]])), 'broken'],
        'a size beyond all bounds': [lie(24, [255, 255, 255, 255]), 'large'],
        'a place beyond the end': [lie(42, [255, 255, 255, 127]), 'broken'],
        'a wrong checksum': [lie(16, [1, 2, 3, 4]), 'broken'],
        'a way to pack that is unknown': [lie(10, [12, 0]), 'broken'],
        'an encrypted file': [lie(8, [1, 8]), 'broken'],
        'a name that comes twice': [twice, 'broken'],
        'more than a story has': [zip([...Object.entries(story), ['a.js', large]]), 'large'],
        'a story without its script': [withFolder(withoutScript), 'story'],
        'a page that is no story': [withFolder({ ...story, 'index.html': '<p>' }), 'story'],
      };
      const found = await unpack(Object.values(cases).map(([bytes]) => bytes));
      assert.deepEqual(
        Object.fromEntries(Object.keys(cases).map((name, at) => [name, found[at].code])),
        Object.fromEntries(
          Object.entries(cases).map(([name, [, code]]) => [name, `communique_zip_${code}`]),
        ),
      );
    });

    it('is taken from whoever may write script, over HTTP and by nobody else', async () => {
      const send = `
      $request = new WP_REST_Request('POST', '/communique/v1/stories');
      $request->set_file_params(array('story' => array('tmp_name' => '/etc/passwd', 'error' => 0)));
      return rest_do_request($request)->get_status();`;
      assert.equal(await wp.php(send, {}, { as: 'author' }), 403);
      assert.equal(await wp.php(send), 400, 'a file that was not uploaded');
    });

    it('and the list of places belong to whoever may write script', async () => {
      const set = `update_option('communique_places', $given['text']); return get_option('communique_places');`;
      const text =
        'stories.example\nhttps://static.example/desk/index.html nonsense://x http://a.example:80/b';
      assert.equal(
        await wp.php(`do_action('admin_init'); ${set}`, { text }),
        'https://stories.example/\nhttps://static.example/desk/\nhttp://a.example/b/',
      );
      const kept = await wp.php(
        `do_action('admin_init'); ${set}`,
        { text: 'x.example' },
        { as: 'author' },
      );
      assert.match(kept, /^https:\/\/stories\.example/);
    });

    it('outlives the plugin, of which nothing else is left', async () => {
      const before = readdirSync(uploads());
      const left = await wp.php(`
      update_post_meta(1, '_communique_stories', array('x'));
      define('WP_UNINSTALL_PLUGIN', 'communique/communique.php');
      require WP_PLUGIN_DIR . '/communique/uninstall.php';
      global $wpdb;
      return array(
        $wpdb->get_col("SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%communique%'"),
        $wpdb->get_col("SELECT meta_key FROM $wpdb->postmeta WHERE meta_key LIKE '%communique%'"),
      );`);
      assert.deepEqual(left, [[], []]);
      assert.ok(before.length > 0);
      assert.deepEqual(readdirSync(uploads()), before);
    });

    it('gives PHP nothing to complain of', () => {
      const log = readFileSync(join(wp.folder, 'debug.log'), 'utf8');
      assert.deepEqual(log.match(/^.*plugins\/communique.*$|^.*PHP (Fatal|Parse).*$/gm) ?? [], []);
    });
  });
});
