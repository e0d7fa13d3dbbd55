// A reader leaves while the engines are still on their way: nothing is said of it.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { findEngine } from '../runner/engines.mjs';
import { enginesTried } from '../long.mjs';
import { withBrowser } from './browser.mjs';

/** What a reader does to leave a page. */
const ways = {
  'reloads it': () => location.reload(),
  'follows a link': () => {
    location.href = '/index.html';
  },
};

for (const engine of enginesTried) {
  const there = await findEngine(engine);
  describe(`leaving in ${engine}`, { skip: there ? false : `no ${engine} here` }, () => {
    const browser = withBrowser(engine);
    /** Stands before the server and keeps the engines back. */
    let server;
    let held = 0;
    before(async () => {
      server = createServer(async (request, response) => {
        if (/\/(gsap|index)-[\w-]+\.js$/.test(request.url)) return void held++;
        const answer = await fetch(browser.url + request.url);
        response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') });
        response.end(Buffer.from(await answer.arrayBuffer()));
      });
      await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    });
    after(() => {
      server.close();
      server.closeAllConnections();
    });

    for (const [name, way] of Object.entries(ways))
      it(`says nothing where a reader ${name}`, { timeout: 60_000 }, async () => {
        const page = await browser.window();
        const said = [];
        page.on('console', (message) => said.push(message.text()));
        held = 0;
        await page.goto(`http://127.0.0.1:${server.address().port}/news.html`, {
          waitUntil: 'domcontentloaded',
        });
        await page.waitForFunction(() =>
          document.querySelector('forty-one-minutes').shadowRoot?.getElementById('tone'),
        );
        await page.evaluate(() => {
          const { shadowRoot } = document.querySelector('forty-one-minutes');
          shadowRoot.getElementById('tone').scrollIntoView();
        });
        for (let i = 0; held < 2 && i < 300; i++) await new Promise((done) => setTimeout(done, 50));
        assert.ok(held >= 2, `${held} engines are on their way`);
        await page.evaluate(() => (window.left = true));
        await page.evaluate(way).catch(() => undefined);
        await page.waitForFunction(() => !window.left && document.readyState !== 'loading');
        assert.deepEqual(
          said.filter((text) => text.includes('communique')),
          [],
        );
        await page.close();
      });
  });
}
