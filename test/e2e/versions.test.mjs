// Two versions of the library on one page, in both orders: the first stays, the page is told once, stories work.
import assert from 'node:assert/strict';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { serve } from '../../bin/serve.mjs';
import { launch } from './browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const older = '0.0.9';

/** All elements in one script, as a version of its own: its name of itself and its words are different. */
async function library(name) {
  const build = await rollup({
    input: join(root, 'dist/define.js'),
    plugins: [
      nodeResolve(),
      {
        name: 'version',
        transform(code, id) {
          if (id.endsWith('/core/define.js')) return code.replace(`'${version}'`, `'${name}'`);
          if (id.endsWith('/core/phrases.js'))
            return code.replace(`'Show the data'`, `'Show the data, ${name}'`);
          return null;
        },
      },
    ],
    onLog(level, log, handler) {
      if (log.code !== 'THIS_IS_UNDEFINED') handler(level === 'warn' ? 'error' : level, log);
    },
  });
  const { output } = await build.generate({ format: 'es', inlineDynamicImports: true });
  await build.close();
  return output[0].code;
}

const page = (scripts, body) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Two versions</title></head>
  <body>${body}${scripts.map((name) => `<script type="module" src="${name}"></script>`).join('')}</body>
</html>`;

const harvest = `<scroll-story name="harvest">
  <story-chapter heading="Two valleys">
    <expulsion-counter slot="stage" unit="crates">
      <table>
        <tr><th>Name</th><th>Group</th><th>Count</th></tr>
        <tr><td>Upper farm</td><td>North</td><td>12</td></tr>
        <tr><td>Mill farm</td><td>South</td><td>7</td></tr>
      </table>
    </expulsion-counter>
    <story-step id="together"><p>Together they picked 19 crates.</p></story-step>
    <story-step id="apart"><p>One farm picked 12 of them.</p></story-step>
  </story-chapter>
</scroll-story>`;

describe('two versions on one page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'communique-versions-'));
  let server;
  let browser;

  before(async () => {
    for (const name of [version, older])
      writeFileSync(join(folder, `${name}.js`), await library(name));
    cpSync(join(root, 'dist/forty-one-minutes'), join(folder, version), { recursive: true });
    // The other version's embed, once under the same name and once as another story.
    for (const [place, name] of [
      [older, 'forty-one-minutes'],
      ['other', 'older-story'],
    ]) {
      mkdirSync(join(folder, place));
      const scripts = readdirSync(join(root, 'dist/forty-one-minutes')).filter((file) =>
        file.endsWith('.js'),
      );
      for (const script of scripts) {
        const code = readFileSync(join(root, 'dist/forty-one-minutes', script), 'utf8')
          .replaceAll(`v${version.replaceAll('.', '-')}`, `v${older.replaceAll('.', '-')}`)
          .replaceAll(version, older)
          .replaceAll('forty-one-minutes', name);
        writeFileSync(join(folder, place, script.replace('forty-one-minutes', name)), code);
      }
    }
    server = await serve(folder, 0);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a page that has some scripts, and notes what it says. */
  async function open(scripts, body) {
    const opened = await browser.newPage();
    const said = [];
    opened.on('console', (message) => {
      if (['warn', 'error'].includes(message.type())) said.push(message.text());
    });
    opened.on('pageerror', (error) => said.push(error.message));
    await opened.setViewport({ width: 1280, height: 800 });
    writeFileSync(join(folder, 'page.html'), page(scripts, body));
    await opened.goto(`${server.url}/page.html`);
    return { opened, said };
  }

  for (const [first, second] of [
    [older, version],
    [version, older],
  ])
    it(`keeps the elements of ${first} when ${second} comes after it, and says so once`, async () => {
      const { opened, said } = await open([`${first}.js`, `${second}.js`], harvest);
      const steps = await opened.evaluate(async () => {
        const shown = [];
        for (const id of ['together', 'apart']) {
          document.getElementById(id).scrollIntoView({ block: 'center', behavior: 'instant' });
          while (document.querySelector('story-step[active]')?.id !== id)
            await new Promise(requestAnimationFrame);
          const { shadowRoot } = document.querySelector('expulsion-counter');
          const picture = shadowRoot.querySelector('[role="img"]');
          while (!picture.ariaLabel || !shadowRoot.querySelector('svg'))
            await new Promise(requestAnimationFrame);
          shown.push(`${picture.ariaLabel} ${shadowRoot.querySelector('summary').textContent}`);
        }
        return shown;
      });
      assert.equal(steps[0], `Upper farm: 12 crates. Mill farm: 7 crates. Show the data, ${first}`);
      assert.match(steps[1], /^A row each: Upper farm 12/);
      assert.ok(steps[1].endsWith(first), steps[1]);
      assert.equal(said.length, 1, said.join('\n'));
      for (const part of ['[taken]', `communique, ${first},`, 'Load the library once'])
        assert.ok(said[0].includes(part), said[0]);
      await opened.close();
    });

  /** Whether a story in one tag has come alive, and what its inner elements are called. */
  const alive = (opened, name) =>
    opened.evaluate(async (tag) => {
      const story = document.querySelector(tag);
      const steps = () => [...(story.shadowRoot?.querySelectorAll('[part~="step"]') ?? [])];
      while (!steps().length || !steps().every((step) => step.shadowRoot))
        await new Promise(requestAnimationFrame);
      await story.updateComplete;
      steps()[1].scrollIntoView({ block: 'center', behavior: 'instant' });
      while (!steps()[1].hasAttribute('active')) await new Promise(requestAnimationFrame);
      const tags = [...story.shadowRoot.querySelectorAll('*')].map(({ localName }) => localName);
      return [...new Set(tags.filter((one) => /-v\d/.test(one)))];
    }, name);

  it('gives each of two embeds the elements of its own version', async () => {
    const scripts = [`other/older-story.js`, `${version}/forty-one-minutes.js`];
    const body = '<forty-one-minutes></forty-one-minutes><older-story></older-story>';
    const { opened, said } = await open(scripts, body);
    for (const [name, own] of [
      ['forty-one-minutes', version],
      ['older-story', older],
    ]) {
      const tags = await alive(opened, name);
      assert.ok(tags.length > 5, tags.join(' '));
      for (const tag of tags) assert.ok(tag.endsWith(`-v${own.replaceAll('.', '-')}`), tag);
    }
    assert.deepEqual(said, []);
    await opened.close();
  });

  it('leaves the embed of the first version where two bring the same story', async () => {
    const scripts = [`${older}/forty-one-minutes.js`, `${version}/forty-one-minutes.js`];
    const { opened, said } = await open(scripts, '<forty-one-minutes></forty-one-minutes>');
    for (const tag of await alive(opened, 'forty-one-minutes')) assert.match(tag, /-v0-0-9$/);
    assert.equal(said.length, 1, said.join('\n'));
    assert.ok(said[0].includes(`<forty-one-minutes> was registered before`), said[0]);
    assert.ok(said[0].includes(older), said[0]);
    await opened.close();
  });
});
