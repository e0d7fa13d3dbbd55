import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withHosts } from './library-host.mjs';
const wiped = {
  'active step': () => window.reader.story().steps.find((s) => s.active).remove(),
  'step before': () => window.reader.story().steps[0].remove(),
  'scene': () => window.reader.story().steps.find((s) => s.active).closest('story-chapter, [part~=chapter]').querySelector('[slot=stage]').remove(),
  'scene table': () => window.reader.story().steps[0].closest('story-chapter, [part~=chapter]').querySelector('[slot=stage] table')?.remove(),
  'bar': () => window.reader.story().shadowRoot.querySelector('.controls').remove(),
  'panel': () => window.reader.story().shadowRoot.querySelector('.panel').remove(),
  'ticks': () => window.reader.story().shadowRoot.querySelector('.ticks').remove(),
  'header': () => window.reader.story().querySelector('[slot=header]').remove(),
  'meta': () => window.reader.story().shadowRoot.querySelector('.meta').remove(),
  'chapter': () => window.reader.story().steps.find((s) => s.active).closest('story-chapter, [part~=chapter]').remove(),
  'stage box': () => window.reader.story().steps.find((s) => s.active).closest('story-chapter, [part~=chapter]').shadowRoot.querySelector('.stage').remove(),
  'words': () => window.reader.story().steps.find((s) => s.active).replaceChildren(),
  'shadow of step': () => window.reader.story().steps.find((s) => s.active).shadowRoot.replaceChildren(),
  'shadow of story': () => window.reader.story().shadowRoot.replaceChildren(),
  'shadow of scene': () => window.reader.story().steps.find((s) => s.active).closest('story-chapter, [part~=chapter]').querySelector('[slot=stage]').shadowRoot.replaceChildren(),
  'hide active step': () => window.reader.story().steps.find((s) => s.active).style.setProperty('display', 'none', 'important'),
  'hide chapter': () => window.reader.story().steps.find((s) => s.active).closest('story-chapter, [part~=chapter]').style.setProperty('display', 'none', 'important'),
  'hide scene': () => window.reader.story().steps.find((s) => s.active).closest('story-chapter, [part~=chapter]').querySelector('[slot=stage]').style.setProperty('display', 'none', 'important'),
  'all': () => document.querySelector('scroll-story, forty-one-minutes').remove(),
};
describe('wipe', () => {
  const hosts = withHosts(process.env.E || 'chromium');
  for (const [name, wipe] of Object.entries(wiped))
    for (const story of (process.env.STORY ?? 'parts').split(','))
      it(`${name} ${story}`, async () => {
        const reader = await hosts.visit({ story });
        await reader.ready();
        const errs = [];
        const tryIt = async (what, f) => { try { await f(); } catch (e) { errs.push(`${what}: ${e.message.split('\n').slice(0, 12).join('|')}`); } };
        await reader.wheel(story === 'parts' ? 2200 : 4000);
        const was = await reader.check();
        await reader.page.evaluate(wipe);
        await tryIt('after', () => reader.check('after'));
        if (name !== 'all') {
        for (let i = 0; i < 5; i++) { await reader.wheel(500); await tryIt('down ' + i, () => reader.check('down')); }
        for (let i = 0; i < 5; i++) { await reader.wheel(-800); await tryIt('up' + i, () => reader.check('up')); }
        await reader.page.evaluate(() => { const s = window.reader.story(); s.goTo(s.steps.length - 1); });
        await tryIt('goTo', () => reader.check('goTo'));
        await reader.page.evaluate(() => { window.reader.story().motion = 'static'; });
        await tryIt('static', () => reader.look());
        }
        console.log(name, story, was.active, errs, reader.said);
        await reader.close();
      });
});
