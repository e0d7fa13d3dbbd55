import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { everyStep, withHosts } from './library-host.mjs';

const turbo = '<script type="module">import * as Turbo from "/npm/@hotwired/turbo/dist/turbo.es2017-esm.js"; window.Turbo = Turbo;</script>';
const htmx = '<script src="/npm/htmx.org/dist/htmx.js"></script>';
const hosts4 = {
  turbo: { head: turbo },
  turboMorph: { head: turbo + '<meta name="turbo-refresh-method" content="morph"><meta name="turbo-refresh-scroll" content="preserve">' },
  htmxInner: { head: htmx, wrap: (inner) => `<div hx-boost="true" id="app" hx-target="#app" hx-select="#app" hx-swap="outerHTML">${inner}</div>` },
  htmxBody: { head: htmx, wrap: (inner) => `<div hx-boost="true">${inner}</div>` },
  htmxMorph: { head: htmx + '<script src="/npm/idiomorph/dist/idiomorph-ext.js"></script>', wrap: (inner) => `<div hx-boost="true" hx-ext="morph" hx-target="body" hx-swap="morph:innerHTML">${inner}</div>` },
};
if (process.env.ONLYHOST) for (const k of Object.keys(hosts4)) if (k !== process.env.ONLYHOST) delete hosts4[k];
const other = '<h2 id="other">Another page</h2><p><a id="to-story" href="/">The concert</a></p>';

describe('nav', () => {
  const hosts = withHosts();
  for (const [name, host] of Object.entries(hosts4))
    for (const story of ['parts', 'embed', 'prerendered'])
      it(`${name} ${story}`, async () => {
        const reader = await hosts.visit({ story, ...host }, { others: { '/other': { ...host, story: 'none', above: other }, } });
        const { page } = reader;
        await reader.ready();
        const errs = [];
        const tryIt = async (what, f) => { try { await f(); } catch (e) { errs.push(`${what}: ${e.message.split('\n').slice(0, 12).join('|')}`); } };
        const turn = story === 'parts' ? 600 : 3000;
        const middle = story === 'parts' ? 3000 : 9000;
        await reader.wheel(middle);
        const was = await reader.check();
        await page.evaluate(() => { window.mark = 1; document.querySelector('#to-other').click(); });
        await page.waitForFunction(() => document.querySelector('#other') && !document.querySelector('scroll-story, forty-one-minutes'));
        console.log(name, story, 'left', was.active, await page.evaluate(() => [location.href, window.mark]));
        await tryIt('back', async () => {
          await page.evaluate(() => history.back());
          await page.waitForFunction(() => document.querySelector('scroll-story, forty-one-minutes'));
          await reader.ready();
          const back = await reader.look();
          console.log('back', was.position, back.position, back.active, back.here, await page.evaluate(() => [location.href, window.mark]));
          await reader.check('back');
          assert.equal(back.here, was.here);
        });
        await tryIt('read', async () => { await reader.wheel(-30000); const met = await reader.readThrough({ turn }); if (story === 'parts') assert.deepEqual(met, everyStep); });
        await tryIt('again', async () => {
          await page.evaluate(() => document.querySelector('#to-other').click());
          await page.waitForFunction(() => document.querySelector('#other') && !document.querySelector('scroll-story, forty-one-minutes'));
          await page.evaluate(() => document.querySelector('#to-story').click());
          await page.waitForFunction(() => document.querySelector('scroll-story, forty-one-minutes'));
          await reader.ready();
          await reader.check('again');
          await reader.wheel(middle);
          await reader.check('again, middle');
          console.log(await page.evaluate(() => [location.href, document.querySelectorAll('scroll-story, forty-one-minutes').length]));
        });
        if (/morph/i.test(name)) await tryIt('refresh', async () => {
          await page.evaluate(() => { window.before = window.reader.story(); window.morphed = 0; for (const t of ['turbo:render', 'htmx:afterSettle']) document.addEventListener(t, () => window.morphed++); });
          const before = await reader.look();
          await page.evaluate(() => window.Turbo ? Turbo.session.refresh(location.href) : htmx.ajax('GET', '/', { target: 'body', swap: 'morph:innerHTML' }));
          await page.waitForFunction(() => window.morphed);
          const after = await reader.look();
          console.log('morph', before, after, await page.evaluate(() => [window.before === window.reader.story(), [...document.querySelectorAll('story-step, story-chapter, [slot=stage]')].map((n) => n.outerHTML.slice(0, n.outerHTML.indexOf('>') + 1))]));
          await reader.check('morph');
          assert.equal(after.here, before.here);
          await reader.wheel(700);
          await reader.check('morph, on');
        });
        console.log(name, story, errs, reader.said);
        await reader.close();
      });
});
