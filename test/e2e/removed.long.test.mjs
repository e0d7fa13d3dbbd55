// What an ad blocker, or another script of the page, takes out of a story: the rest goes on.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { FiltersEngine, Request } from '@ghostery/adblocker';
import { everyStep, withHosts } from './library-host.mjs';

/** What is removed while the reader is at a step; each runs in the page. */
const removals = {
  'the active step': () => window.reader.activeStep().remove(),
  'the first step': () => window.reader.story().steps[0].remove(),
  'the words of a step': () => window.reader.activeStep().replaceChildren(),
  'the chapter': () => window.reader.activeChapter().remove(),
  'the picture': () => window.reader.activeScene().remove(),
  "the picture's table": () => window.reader.activeScene().querySelector('table').remove(),
  'the start': () => window.reader.story().querySelector('[slot="header"]').remove(),
  'the bar': () => window.reader.story().shadowRoot.querySelector('.controls').remove(),
  'the list in the bar': () => window.reader.story().shadowRoot.querySelector('.panel').remove(),
};
/** The same by a style sheet. */
const hides = {
  'the active step': () => window.reader.hide(window.reader.activeStep()),
  'the chapter': () => window.reader.hide(window.reader.activeChapter()),
  'the picture': () => window.reader.hide(window.reader.activeScene()),
};
/** The page then shows no picture, or none with marks. */
const unpictured = ['the picture', "the picture's table"];

describe('parts that are removed', () => {
  const hosts = withHosts();
  for (const [way, cases] of Object.entries({ removed: removals, hidden: hides }))
    for (const [what, remove] of Object.entries(cases))
      for (const [story, middle] of [
        ['parts', 1300],
        ['embed', 3000],
      ])
        it(`${what} is ${way}, ${story}`, async () => {
          const reader = await hosts.visit({ story });
          await reader.wheel(middle);
          const { here } = await reader.check('before');
          assert.ok(here);
          await reader.page.evaluate(remove);
          const picture = !unpictured.includes(what);
          await reader.check('after', { picture });
          for (const turn of [300, 500, 500, -400, -400, -1500, 2000]) {
            await reader.wheel(turn);
            await reader.check(`${turn} on`, { picture });
          }
          const messages = what === "the picture's table" && story === 'parts' ? ['no-data'] : [];
          assert.deepEqual(
            reader.said.map((text) => /\[([\w-]+)\]/.exec(text)?.[1] ?? text),
            messages,
          );
          await reader.close();
        });
});

describe('with an ad blocker', () => {
  const hosts = withHosts();
  for (const story of ['parts', 'embed', 'prerendered'])
    it(`nothing of a story is blocked or hidden, ${story}`, { timeout: 120_000 }, async () => {
      const list = new URL('../hosts/libraries/filters.txt', import.meta.url);
      const engine = FiltersEngine.parse(await readFile(list, 'utf8'));
      const blocked = [];
      const block = (request) => {
        const [url, type] = [request.url(), request.resourceType()];
        const { match } = engine.match(Request.fromRawDetails({ url, type, sourceUrl: url }));
        if (match) blocked.push(new URL(url).pathname);
        return match;
      };
      const reader = await hosts.visit(
        {
          story,
          head: '<script src="/ads/show.js"></script>',
          above: '<p class="ad-banner">Buy a bell.</p>',
        },
        { block },
      );
      const names = await reader.page.evaluate(() => {
        const all = [...document.querySelectorAll('*')];
        return {
          classes: all.flatMap(({ classList }) => [...classList]),
          ids: all.map(({ id }) => id).filter(Boolean),
          hrefs: [],
        };
      });
      const { styles } = engine.getCosmeticsFilters({
        url: 'http://news.example/',
        hostname: 'news.example',
        domain: 'news.example',
        ...names,
      });
      await reader.page.addStyleTag({ content: styles });
      const advert = await reader.page.$eval('.ad-banner', (box) => box.offsetHeight);
      assert.equal(advert, 0, 'the advertisement is hidden');
      const hidden = await reader.page.evaluate(() =>
        window.reader
          .story()
          .steps.filter((step) => !step.querySelector('p').offsetHeight)
          .map(({ id }) => id),
      );
      assert.deepEqual(hidden, []);
      const met = await reader.readThrough(story === 'parts' ? 400 : 1500);
      if (story === 'parts') assert.deepEqual(met, everyStep);
      assert.deepEqual(blocked, ['/ads/show.js']);
      assert.deepEqual(
        reader.said.filter((text) => !text.includes('ERR_BLOCKED_BY_CLIENT')),
        [],
      );
      await reader.close();
    });
});
