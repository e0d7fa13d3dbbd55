// Pages with real libraries from npm round the story; the rest of them, and other engines, are in the long tests.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { around, morphed, moving, replaced, smooth } from '../hosts/libraries/hosts.mjs';
import { isLong } from '../long.mjs';
import { everyStep, pageOf, right, withHosts } from './library-host.mjs';

describe("beside the page's own libraries", () => {
  const hosts = withHosts();

  it('GSAP, stopped, and sections that ScrollTrigger pins', { skip: !isLong }, async () => {
    const { counted, ...host } = moving['GSAP 3.15'];
    const reader = await hosts.visit(host);
    assert.deepEqual(await reader.readThrough(420), everyStep);
    assert.deepEqual(await reader.counted(), counted);

    await reader.goTo('talk');
    await reader.page.evaluate(() => {
      document.querySelector('#first').style.minHeight = '900px';
      window.ScrollTrigger.refresh();
    });
    await reader.check('after a pinned section has grown');
    assert.deepEqual(reader.said, []);
    await reader.close();
  });

  it('Lenis, which leaves the list of steps its own wheel', async () => {
    const reader = await hosts.visit(smooth.Lenis);
    await reader.wheel(2000);
    const { position } = await reader.check('by the wheel');
    assert.ok(position > 1500, `scrolled to ${position}`);
    for (const id of ['hall', 'apart']) {
      const seen = right(await reader.follow(id), `the link to ${id}`);
      assert.equal(seen.here, id);
    }
    assert.deepEqual(await reader.wheelOverList(40), { page: 0, list: 40 });
    assert.deepEqual(reader.said, []);
    await reader.close();
  });

  it('a reset of all elements', async () => {
    const reader = await hosts.visit(around['Tailwind preflight']);
    assert.deepEqual(await reader.readThrough(840), everyStep);
    assert.deepEqual(reader.said, []);
    await reader.close();
  });

  it('Turbo, there and back, and a page that is morphed', async () => {
    const host = { ...replaced.Turbo, head: morphed.head };
    const reader = await hosts.visit(host, { others: { '/other': { ...host, story: 'none' } } });
    await reader.wheel(2200);
    const before = await reader.check('before');
    assert.ok(before.here);
    await reader.leave('turbo:load');
    await reader.comeBack();
    assert.equal((await reader.check('back')).here, before.here);

    await reader.page.evaluate(async () => {
      const rendered = new Promise((done) =>
        addEventListener('turbo:render', done, { once: true }),
      );
      window.Turbo.session.refresh(location.href);
      await rendered;
    });
    assert.equal((await reader.check('morphed')).here, before.here);
    await reader.wheel(500);
    await reader.check('on from there');
    assert.deepEqual(reader.said, []);
    await reader.close();
  });
});

describe('in reader mode', () => {
  it('a story of parts keeps its words and its data', () => {
    const { document } = parseHTML(pageOf({ story: 'parts' }));
    const steps = [...document.querySelectorAll('story-step, scroll-story > header')];
    const words = steps.map(({ textContent }) => textContent.trim().replace(/\s+/g, ' '));
    assert.equal(words.length, 7);
    const { content } = new Readability(document).parse();
    const { document: read } = parseHTML(`<html><body>${content}</body></html>`);
    const text = read.body.textContent.replace(/\s+/g, ' ');
    for (const sentence of words) assert.ok(text.includes(sentence), sentence);
    const tables = [...read.querySelectorAll('table')];
    assert.deepEqual(
      tables.map((table) =>
        [...table.querySelectorAll('td')].map((cell) => cell.textContent.trim()),
      ),
      [['Upper Farm', 'North', '12', 'Mill Street', 'South', '7', 'Low Farm', 'South', '4']],
      'the table of data, and not the table of states',
    );
  });
});
