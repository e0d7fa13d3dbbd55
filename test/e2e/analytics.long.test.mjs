// The recipes of docs/analytics.md, run as they stand there: each step that was read is told once, with its time.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { withBrowser } from './browser.mjs';
import { root } from './command.mjs';

const text = readFileSync(join(root, 'docs', 'analytics.md'), 'utf8');
const recipes = [
  ...text.matchAll(/^## (.+)\n\n```html\n<script type="module">\n([^]*?)<\/script>/gm),
];

describe('a recipe for analytics', () => {
  const browser = withBrowser();

  it('is there for two services', () => assert.equal(recipes.length, 2));

  for (const [, service, code] of recipes)
    it(`tells ${service} which steps were read, and for how long`, async () => {
      const { page, goTo, stepIds, close } = await browser.open('/news.html');
      await page.evaluate(() => {
        window.told = [];
        window.gtag = (...all) => window.told.push(all);
        window.plausible = (name, { props } = {}) => window.told.push(['event', name, props]);
      });
      await page.addScriptTag({ type: 'module', content: code });
      const [, second, third] = await stepIds();
      await goTo(second);
      await page.waitForFunction(
        (since) => performance.now() - since > 700,
        {},
        await page.evaluate(() => performance.now()),
      );
      await goTo(third);
      await goTo('ledger');
      await page.evaluate(() => dispatchEvent(new Event('pagehide')));
      const told = await page.evaluate(() => window.told);
      const steps = told.map(([, , values]) => values).filter((values) => values?.step);
      const names = steps.map(({ step }) => step);
      assert.deepEqual(
        names.slice(0, 2),
        [second, third].map((id) => `forty-one-minutes/${id}`),
      );
      assert.equal(names.at(-1), 'forty-one-minutes/ledger');
      assert.equal(steps[0].seconds, 1);
      await close();
    });
});
