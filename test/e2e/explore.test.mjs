import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { everyStep, withHosts, pageOf } from './library-host.mjs';

describe('reader mode', () => {
  for (const story of ['parts', 'embed', 'prerendered']) it(story, () => {
    const { document } = parseHTML(pageOf({ story }));
    const article = new Readability(document).parse();
    console.log(story, article.textContent.replace(/\s+/g, ' ').slice(0, 3000));
    console.log(article.content.length, (article.content.match(/<table/g) ?? []).length);
    if (story === 'parts') console.log(article.content);
  });
});
for (const engine of ['chromium', 'firefox'])
describe('find ' + engine, () => {
  const hosts = withHosts(engine);
  const words = { parts: ['spoke for nine minutes', 'talk'], embed: ['', ''], prerendered: ['', ''] };
  for (const story of ['parts', 'embed', 'prerendered']) it(story, async () => {
    let reader = await hosts.visit({ story });
    await reader.ready();
    const errs = [];
    const [text, id] = story === 'parts' ? words.parts : await reader.page.evaluate(() => { const s = window.reader.story().steps[9]; return [s.querySelector('p').textContent.trim().replace(/\s+/g, ' ').split(' ').slice(0, 7).join(' '), s.id]; });
    const found = await reader.page.evaluate((t) => window.find(t), text);
    const seen = await reader.look();
    const box = await reader.page.evaluate(() => { const r = getSelection().getRangeAt(0).getBoundingClientRect(); return [r.top, r.bottom]; }).catch((e) => e.message);
    console.log(engine, story, 'find', text, found, id, seen.active, seen.here, box);
    await reader.close();
    reader = await hosts.visit({ story }, { hash: '#:~:text=' + encodeURIComponent(text) });
    await reader.ready();
    const at = await reader.look();
    const p = await reader.page.evaluate((id) => { const r = window.reader.story().steps.find((s) => s.id === id).querySelector('p').getBoundingClientRect(); return [r.top, r.bottom]; }, id);
    console.log(engine, story, 'fragment', at.position, at.active, at.here, p, await reader.page.evaluate(() => location.href));
    await reader.close();
    // idle: is it reloaded
    console.log(reader.said);
  });
});
