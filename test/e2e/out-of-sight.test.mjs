// The story in a frame of another site that stands below the fold, where a browser draws nothing.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findEngine } from '../runner/engines.mjs';
import { enginesTried } from '../long.mjs';
import { withBrowser } from './browser.mjs';

/** In the frame: how many words there are, how many of the steps' paragraphs take room, and whether all is alive. */
const look = () => {
  const root = document.querySelector('forty-one-minutes')?.shadowRoot;
  const inner = [...(root?.querySelectorAll('*') ?? [])];
  const paragraphs = [...(root?.querySelectorAll('[part~="step"] > p') ?? [])];
  return {
    steps: root?.querySelectorAll('[part~="step"]').length ?? 0,
    rows: root?.querySelectorAll('tr').length ?? 0,
    unseen: paragraphs.filter((p) => !p.getClientRects().length).length,
    asleep: inner.filter((one) => one.localName.includes('-') && !one.shadowRoot).length,
  };
};

for (const engine of enginesTried) {
  const there = await findEngine(engine);
  describe(
    `a frame of another site below the fold, in ${engine}`,
    { skip: there ? false : `no ${engine} here` },
    () => {
      const browser = withBrowser(engine);

      for (const path of ['/prerendered.html', '/news.html'])
        it(`has its words, and its pictures once it is seen: ${path}`, async () => {
          const page = await browser.window();
          await page.goto(`${browser.url}/prerendered.html`);
          // 127.0.0.1 and localhost are two sites.
          const address = browser.url.replace('127.0.0.1', 'localhost') + path;
          await page.evaluate((src) => {
            const frame = document.createElement('iframe');
            frame.src = src;
            frame.style.cssText = 'display: block; inline-size: 100%; block-size: 700px';
            document.body.replaceChildren(frame);
            document.body.style.paddingBlockStart = '5000px';
          }, address);
          const frame = await page.waitForFrame((one) => one.url() === address);
          const until = async (what, holds) => {
            let seen;
            for (let tries = 0; tries < 300; tries++) {
              seen = await frame.evaluate(look);
              if (holds(seen)) return;
              await new Promise((resolve) => setTimeout(resolve, 100));
            }
            assert.fail(`${what}: ${JSON.stringify(seen)}`);
          };
          await until(
            'all words',
            ({ steps, rows, unseen }) => steps === 21 && rows > 30 && unseen === 0,
          );
          await until('all elements are alive', ({ asleep }) => asleep === 0);
          const drawn = await frame.evaluate(
            () =>
              new Promise((resolve) => {
                requestAnimationFrame(() => resolve(true));
                setTimeout(resolve, 1000, false);
              }),
          );
          // Firefox draws it once in a while.
          if (engine === 'chromium') assert.equal(drawn, false, 'nothing is drawn in the frame');

          await page.evaluate(() => scrollTo({ top: 5000, behavior: 'instant' }));
          await frame.evaluate(() =>
            document
              .querySelector('forty-one-minutes')
              .shadowRoot.querySelector('#expected')
              .scrollIntoView({ behavior: 'instant' }),
          );
          for (let tries = 0; ; tries++) {
            const clock = await frame.evaluate(() => {
              const { shadowRoot } = document.querySelector('forty-one-minutes');
              const scene = shadowRoot.querySelector('[slot="stage"]');
              return scene.shadowRoot.querySelector('.clock')?.textContent.trim();
            });
            if (clock) break;
            assert.ok(tries < 300, 'the first picture is drawn');
            await new Promise((resolve) => setTimeout(resolve, 100));
          }
          await page.close();
        });
    },
  );
}
