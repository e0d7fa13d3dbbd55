// The package as others have it: packed, installed from the tarball into the four projects of test/packages/, and
// there type-checked, built, rendered on a server where the framework can, and driven in a browser.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { isLong, isTried } from '../long.mjs';
import { checks } from '../packages/checks.mjs';
import { serve } from '../../bin/serve.mjs';
import { launch } from './browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Runs npm in a folder; what it said comes with the error if it fails. */
async function npm(args, cwd, env = {}) {
  const { npm_execpath: path } = process.env;
  const [program, ...first] = path ? [process.execPath, path] : ['npm'];
  const options = { cwd, env: { ...process.env, NODE_ENV: '', ...env }, maxBuffer: 2 ** 26 };
  try {
    return (await promisify(execFile)(program, [...first, ...args], options)).stdout;
  } catch (error) {
    throw new Error([error.message, error.stdout, error.stderr].join('\n'), { cause: error });
  }
}

/** What a reader has before them, and what the elements were given. */
function look() {
  const [call, log] = document.querySelectorAll('phone-call-scene');
  const counter = document.querySelector('expulsion-counter');
  const picture = (scene) => scene.shadowRoot.querySelector('[role="img"]').ariaLabel;
  return {
    where: document.querySelector('#where').textContent,
    active: document.querySelector('story-step[active]')?.id,
    scrub: document.querySelector('#length').scrub,
    call: [call.from, call.to, call.fromTone, Number(call.duration)],
    calls: log.calls?.length,
    pictures: [counter, call, log].map(picture),
    rows: counter.querySelectorAll('table tr').length,
  };
}

describe('the package in other projects', () => {
  const folder = mkdtempSync(join(tmpdir(), 'communique-packages-'));
  let server;
  let browser;

  before(async () => {
    cpSync(join(root, 'test/packages'), folder, { recursive: true });
    cpSync(join(root, '.npmrc'), join(folder, '.npmrc'));
    const [{ filename }] = JSON.parse(
      await npm(['pack', '--ignore-scripts', '--json', '--pack-destination', folder], root),
    );
    renameSync(join(folder, filename), join(folder, 'communique.tgz'));
    await npm(['install', '--prefer-offline', '--no-audit', '--no-fund'], folder);
    server = await serve(folder, 0);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Reads the story of a project from start to end. */
  async function read(path) {
    const page = await browser.newPage();
    const said = [];
    page.on('console', (message) => {
      if (['warn', 'error'].includes(message.type())) said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(error.message));
    page.on('response', (response) => {
      if (response.status() >= 400) said.push(`${response.status()} ${response.url()}`);
    });
    await page.setViewport({ width: 1280, height: 800 });
    // Lit's development build says that it is one.
    await page.evaluateOnNewDocument(() => (globalThis.litIssuedWarnings = new Set(['dev-mode'])));
    await page.goto(server.url + path);
    await page.waitForFunction(() => document.querySelector('scroll-story')?.steps?.length === 5);
    const seen = [];
    for (const id of ['apart', 'length', 'calls']) {
      await page.evaluate((name) => {
        document.getElementById(name).scrollIntoView({ block: 'start', behavior: 'instant' });
      }, id);
      await page.waitForFunction(
        (name) => document.querySelector('#where').textContent.startsWith(name),
        {},
        id,
      );
      seen.push(await page.evaluate(look));
    }
    await page.close();
    assert.deepEqual(said, []);
    return seen;
  }

  /** The story is the same in every project, and so is what is seen of it. */
  function agrees(seen) {
    assert.deepEqual(
      seen.map(({ active }) => active),
      ['apart', 'length', 'calls'],
    );
    const percents = seen.map(({ where }) => Number(where.match(/, (\d+) %$/)[1]));
    assert.ok(percents[0] > 0 && percents[1] > percents[0] && percents[2] > percents[1], percents);
    const last = seen.at(-1);
    assert.deepEqual(last.call, ['Upper farm', 'Mill farm', 'c', 9], 'attributes');
    assert.equal(last.scrub, true, 'a boolean attribute');
    assert.equal(last.calls, 3, 'a property');
    assert.equal(last.rows, 4, 'a table in the slot');
    const [counter, call, log] = last.pictures;
    assert.match(counter, /Upper farm 12, Mill farm 7, and Low farm 4/);
    assert.match(call, /Upper farm and Mill farm.* 9:00/);
    assert.match(log, /Low farm calls Upper farm \(It is on its way\.\)/);
  }

  it('has the same versions as the package itself is checked with', () => {
    const own = readJson(join(root, 'package.json')).devDependencies;
    const { workspaces } = readJson(join(folder, 'package.json'));
    for (const name of workspaces) {
      const { dependencies, devDependencies } = readJson(join(folder, name, 'package.json'));
      for (const [what, version] of Object.entries({ ...dependencies, ...devDependencies }))
        if (own[what]) assert.equal(version, own[what], `${what} in test/packages/${name}`);
    }
  });

  it('type-checks and reads as plain HTML with an import map', async () => {
    await npm(['run', 'check'], join(folder, 'html'));
    agrees(await read('/html/index.html'));
  });

  for (const [at, name] of ['react', 'vue', 'svelte'].entries())
    describe(name, () => {
      const cwd = join(folder, name);
      // What their servers and bundlers do is rarely news; what their types say may be.
      const skip = !isTried(at, 3);

      it('type-checks, and knows every property and event that the manifest has', async () => {
        const manifest = readJson(
          join(folder, 'node_modules/communique/dist/custom-elements.json'),
        );
        writeFileSync(join(cwd, 'src/checks.ts'), checks(name, manifest));
        await npm(['run', 'check'], cwd);
      });

      it('is built, and reads as a page that it renders itself', { skip }, async () => {
        await npm(['run', 'build'], cwd);
        agrees(await read(`/${name}/dist/index.html`));
      });

      it(
        'has words and tables in the page that a server renders, and takes them over',
        { skip },
        async () => {
          const html = readFileSync(join(cwd, 'dist/prerendered.html'), 'utf8');
          for (const part of [
            /<scroll-story[^>]* name="harvest"/,
            /<p>Together the valleys picked 23 crates\.<\/p>/,
            /<td>Low farm<\/td>/,
            /<phone-call-scene[^>]* from-tone="c"/,
            /<story-step[^>]* scrub/,
          ])
            assert.match(html, part);
          agrees(await read(`/${name}/dist/prerendered.html`));
        },
      );

      it(
        'takes them over without a warning in the development build',
        { skip: !isLong },
        async () => {
          await npm(['run', 'build'], cwd, { NODE_ENV: 'development' });
          agrees(await read(`/${name}/dist/prerendered.html`));
        },
      );
    });
});
