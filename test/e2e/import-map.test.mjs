// The unbundled modules of dist/ in a page without a build step, by the import map that test/packages/html has.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../bin/serve.mjs';
import { launch } from './browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const project = readFileSync(join(root, 'test/packages/html/index.html'), 'utf8');
const [importMap] = /<script type="importmap">[^]*?<\/script>/.exec(project);

const page = (src, script = '') => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" /><title>Harvest</title>
    ${importMap.replace('/node_modules/communique/', '/')}
    ${script}
    <script type="module">import 'communique/define.js';</script>
  </head>
  <body><expulsion-counter src="${src}" unit="crates" mark="square"></expulsion-counter></body>
</html>`;

const files = {
  'commas.csv': 'name,count\n"Farm, upper",12\nMill farm,7\n',
  'semicolons.csv': 'sep=;\r\nname;count\r\nFarm, upper;12\r\nMill farm;7\r\n',
  'rows.json': '[{"name":"Farm, upper","count":12},{"name":"Mill farm","count":7}]',
};

describe('dist/ by an import map', () => {
  let server;
  let browser;
  before(async () => {
    server = await serve(root, 0);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  async function read(src, script) {
    const opened = await browser.newPage();
    const said = [];
    const asked = [];
    opened.on('console', (message) => said.push(message.text()));
    opened.on('pageerror', (error) => said.push(error.message));
    await opened.setRequestInterception(true);
    opened.on('request', (request) => {
      const { pathname } = new URL(request.url());
      asked.push(pathname);
      const name = pathname.slice(1);
      if (name === 'page.html')
        return request.respond({ contentType: 'text/html', body: page(src, script) });
      if (files[name]) return request.respond({ contentType: 'text/csv', body: files[name] });
      return request.continue();
    });
    // Lit's development build says that it is one.
    await opened.evaluateOnNewDocument(
      () => (globalThis.litIssuedWarnings = new Set(['dev-mode'])),
    );
    await opened.goto(`${server.url}/page.html`);
    const words = await opened.evaluate(async () => {
      await customElements.whenDefined('expulsion-counter');
      const scene = document.querySelector('expulsion-counter');
      await scene.ready;
      return scene.shadowRoot.querySelector('[role="img"]').ariaLabel;
    });
    await opened.close();
    return { words, said, asked };
  }

  for (const src of Object.keys(files))
    it(`reads ${src}`, async () => {
      const { words, said, asked } = await read(src);
      assert.deepEqual(said, []);
      assert.match(words, /Farm, upper 12 and Mill farm 7/);
      assert.ok(
        !asked.some((path) => /node_modules\/papaparse/.test(path)),
        'Papa Parse of its own',
      );
    });

  it('reads a CSV in a page that has a loader of AMD modules', async () => {
    const loader = `<script>
      window.define = (...given) => console.error('define was called', given.length);
      define.amd = {};
    </script>`;
    const { words, said } = await read('commas.csv', loader);
    assert.deepEqual(said, []);
    assert.match(words, /Farm, upper 12 and Mill farm 7/);
  });

  it('has Papa Parse with the whole of its licence', () => {
    const module = readFileSync(join(root, 'dist/core/papaparse.js'), 'utf8');
    const licence = readFileSync(join(root, 'node_modules/papaparse/LICENSE'), 'utf8').trim();
    assert.ok(module.startsWith('/*! papaparse '));
    assert.ok(module.includes(licence));
    assert.doesNotMatch(module, /^import |\brequire\(/m);
  });
});
