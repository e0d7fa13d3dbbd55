// The small server that shows the pages.
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { start } from '../../scripts/serve.mjs';

describe('the server', () => {
  let server;
  before(async () => {
    server = await start();
  });
  after(() => server.close());

  /** Asks for a path just as it is written; `fetch` would tidy it first. */
  const ask = (path, method = 'GET') =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      request({ hostname, port, path, method }, (response) => {
        let body = '';
        response.on('data', (data) => (body += data));
        response.on('end', () =>
          resolve({ status: response.statusCode, headers: response.headers, body }),
        );
      })
        .on('error', reject)
        .end();
    });

  it('shows its pages with their types', async () => {
    for (const [path, type] of [
      ['/', 'text/html'],
      ['/news.html?x=1', 'text/html'],
      ['/prerendered.html', 'text/html'],
      ['/news.css', 'text/css'],
      ['/hosts/csp.html', 'text/html'],
      ['/embed/forty-one-minutes.js', 'text/javascript'],
      ['/embed/forty-one-minutes.js.map', 'application/json'],
    ]) {
      const { status, headers } = await ask(path);
      assert.equal(status, 200, path);
      assert.ok(headers['content-type'].startsWith(type), `${path}: ${headers['content-type']}`);
    }
  });

  it('leads from its index to pages that are there', async () => {
    const { body } = await ask('/');
    const links = [...body.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
    assert.ok(links.length > 12);
    for (const href of links) assert.equal((await ask(href)).status, 200, href);
  });

  it('gives nothing from outside its folders', async () => {
    for (const path of [
      '/../../../package.json',
      '/..%2f..%2f..%2fpackage.json',
      '/hosts/..%2f..%2f..%2fpackage.json',
      '/embed/%2e%2e/%2e%2e/package.json',
      '/..%5c..%5cpackage.json',
      '/news.html%00.css',
      '//etc/passwd',
      '/hosts/../site/../../../package.json',
      '/gallery/..%2f..%2fpackage.json',
      '/stories/../package.json',
      '/assets',
      '/hosts',
      '/nothing',
    ])
      assert.equal((await ask(path)).status, 404, path);
    assert.equal((await ask('/%')).status, 400);
  });

  it('answers HEAD without a body, and no other word than 404 or 405 to a POST', async () => {
    const { status, body } = await ask('/news.html', 'HEAD');
    assert.deepEqual([status, body], [200, '']);
    assert.equal((await ask('/news.html', 'POST')).status, 405);
  });

  it('sends the strict policy with the page that is about it', async () => {
    const { headers } = await ask('/hosts/csp.html');
    assert.match(headers['content-security-policy'], /require-trusted-types-for 'script'/);
    assert.equal((await ask('/news.html')).headers['content-security-policy'], undefined);
  });

  it('puts the prerendered story into the article in place of the two lines', async () => {
    const { body } = await ask('/prerendered.html');
    assert.equal(body.match(/<forty-one-minutes/g).length, 1);
    assert.match(body, /shadowrootmode="open"/);
    assert.match(body, /<script type="module" src="\/embed\/forty-one-minutes\.js">/);
  });
});
