// The story in pages that make it hard (test/hosts/hostile).
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isTried } from '../long.mjs';
import { withBrowser } from './browser.mjs';

/** How the story stands at its present step, looked at from outside. */
function look() {
  const [step] = window.reader.active();
  const chapter = step.closest('[part~="chapter"]');
  const stage = chapter.shadowRoot.querySelector('[part~="stage"]').getBoundingClientRect();
  const words = step.querySelector('p');
  const style = getComputedStyle(words);
  const { left, right } = words.getBoundingClientRect();
  return {
    id: step.id,
    motion: step.getAttribute('motion'),
    stage: { top: stage.top, height: stage.height },
    size: parseFloat(style.fontSize),
    line: parseFloat(style.lineHeight) / parseFloat(style.fontSize),
    letters: [style.textTransform, style.letterSpacing, style.wordSpacing, style.textIndent].join(
      ' ',
    ),
    inside: left >= 0 && right <= innerWidth,
    wide: document.documentElement.scrollWidth - innerWidth,
  };
}

describe('hosts', () => {
  const browser = withBrowser();

  const ordinary = {
    csp: 'a strict policy',
    'ten-pixels': 'a root of 10 pixels',
    percent: 'a root of 62.5 per cent',
    reset: 'a reset',
    framework: 'a heavy framework',
    rtl: 'a page from right to left',
    dark: 'a page that is always dark',
    'body-scrolls': 'a body that scrolls',
    'prototype-js': 'a page with Prototype.js',
    mootools: 'a page with MooTools',
  };
  for (const [at, [name, said]] of Object.entries(ordinary).entries())
    for (const [which, size] of [
      [1280, 800],
      [390, 844],
    ].entries()) {
      if (!isTried(at + which, 2)) continue;
      it(`reads right in ${said}, ${size[0]} wide`, async () => {
        const story = await browser.open(`/hosts/${name}.html`, { size });
        // A tag that is still empty takes no room, so what stands below it moves once, when the story comes.
        await story.page.evaluate(() => (window.reader.shifts.length = 0));
        for (const id of ['length', 'twenty-three', 'together']) {
          await story.goTo(id);
          const seen = await story.page.evaluate(look);
          assert.equal(seen.id, id);
          assert.equal(seen.motion, 'full');
          assert.ok(Math.abs(seen.stage.top) < 1, `${id}: the stage stays (${seen.stage.top})`);
          assert.ok(seen.stage.height > size[1] * 0.6, `${id}: it is tall (${seen.stage.height})`);
          assert.ok(seen.size >= 16, `${id}: text of ${seen.size} px`);
          assert.ok(seen.line >= 1.3 && seen.line <= 1.7, `${id}: lines of ${seen.line}`);
          assert.match(seen.letters, /^none normal 0px 0px$/, `${id}: letters`);
          assert.ok(
            seen.inside && seen.wide <= 0,
            `${id}: within the window (${seen.wide} px over)`,
          );
        }
        assert.deepEqual(await story.noted('violations'), []);
        assert.deepEqual(await story.noted('shifts'), []);
        assert.deepEqual(story.said, []);
        await story.close();
      });
    }

  it('stands as text inside a wrapper that clips, and names it once', async () => {
    const { page, said, stepIds, close } = await browser.open('/hosts/overflow.html');
    await page.evaluate(() => window.reader.frames(10));
    assert.equal(said.length, 1, said.join('\n'));
    for (const part of ['warn', 'wrapper', 'overflow', 'clip'])
      assert.ok(said[0].includes(part), said[0]);
    const ids = await stepIds();
    const shown = await page.evaluate(() =>
      window.reader
        .steps()
        .filter(
          (step) =>
            step.getAttribute('motion') === 'static' && step.querySelector('p').offsetHeight,
        )
        .map(({ id }) => id),
    );
    assert.deepEqual(shown, ids);
    await close();
  });

  it('keeps its words where an old library breaks what moves them', async () => {
    const { page, close } = await browser.open('/hosts/prototype.html', { moving: false });
    const words = await page.evaluate(
      () =>
        window.reader.steps().filter((step) => step.querySelector('p').checkVisibility()).length,
    );
    assert.ok(words >= 18, `${words} steps can be read`);
    await close();
  });

  it('shows its pictures, unmoved, where GSAP cannot be reached, and says so once', async () => {
    const { page, said, goTo, activeId, close } = await browser.open('/news.html', {
      block: '/gsap-',
    });
    for (const id of ['tone', 'length', 'may', 'apart']) {
      await goTo(id);
      assert.equal(await activeId(), id);
      const marks = await page.evaluate(() => {
        const chapter = window.reader.active()[0].closest('[part~="chapter"]');
        const scene = chapter.querySelector('[slot="stage"]:not([data-off])');
        return scene.shadowRoot.querySelectorAll('[part~="picture"] *').length;
      });
      assert.ok(marks > 5, `${id}: ${marks} marks`);
    }
    const warnings = said.filter((text) => !text.includes('Failed to load resource'));
    assert.equal(warnings.length, 1, warnings.join('\n'));
    assert.match(warnings[0], /warn.*\[engine\].*GSAP could not be loaded/);
    await close();
  });

  it('tells two stories in one page, each by itself', async () => {
    const { page, said, goTo, activeId, stepIds, noted, close } =
      await browser.open('/hosts/two.html');
    assert.deepEqual(await stepIds(0), await stepIds(1));
    await page.evaluate(() => (window.reader.shifts.length = 0));
    await goTo('length', 0);
    assert.equal(await activeId(0), 'length');
    assert.equal(await activeId(1), '');
    await goTo('apart', 1);
    assert.equal(await activeId(1), 'apart');
    assert.equal(await activeId(0), (await stepIds(0)).at(-1));
    assert.equal(await page.evaluate(() => location.hash), '#second/apart');
    assert.deepEqual(await noted('shifts'), []);
    assert.deepEqual(said, []);
    await close();
  });

  it('lives on when it is taken out and put back', async () => {
    const { page, said, goTo, frames, activeId, noted, close } = await browser.open('/news.html');
    await goTo('tone');
    for (let round = 0; round < 3; round++) {
      await page.evaluate(async () => {
        const story = document.querySelector('forty-one-minutes');
        const { parentNode, nextSibling } = story;
        story.remove();
        scrollBy(0, 300);
        await window.reader.frames(4);
        parentNode.insertBefore(story, nextSibling);
        await window.reader.frames(6);
      });
      await goTo('surprise');
      assert.equal(await activeId(), 'surprise');
      await goTo('tone');
      assert.equal(await activeId(), 'tone');
    }
    await page.evaluate(() => (window.reader.events.length = 0));
    await goTo('length');
    await frames(6);
    const changes = (await noted('events')).filter(({ type }) => type === 'story-step-change');
    assert.deepEqual(
      changes.map(({ id }) => id),
      ['length'],
      'each change is told once',
    );
    assert.deepEqual(said, []);
    await close();
  });
});
