// Readers who use a keyboard, who want no motion, who listen, and who print.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withBrowser } from './browser.mjs';

describe('access', () => {
  const browser = withBrowser();

  it('goes a step on and back by keyboard', async () => {
    const { page, said, goTo, frames, activeId, stepIds, close } = await browser.open('/news.html');
    const ids = await stepIds();
    await goTo(ids[2]);
    for (const [control, right] of [
      ['.next', ids[3]],
      ['.next', ids[4]],
      ['.previous', ids[3]],
    ]) {
      const button = await page.$(`>>> ${control}`);
      await button.focus();
      await page.keyboard.press('Enter');
      await frames(4);
      assert.equal(await activeId(), right);
    }
    assert.deepEqual(said, []);
    await close();
  });

  it('leaves all keys to the page', async () => {
    const { page, goTo, frames, close } = await browser.open('/news.html');
    await goTo('length');
    await page.evaluate(() => {
      window.prevented = [];
      addEventListener('keydown', (event) => {
        if (event.defaultPrevented) window.prevented.push(event.key);
      });
    });
    const start = await page.evaluate(() => scrollY);
    for (const key of ['ArrowDown', 'PageDown', 'Space', 'j', 'n', 'ArrowRight', 'Escape', 'Home'])
      await page.keyboard.press(key);
    await frames(4);
    assert.deepEqual(await page.evaluate(() => window.prevented), []);
    assert.notEqual(await page.evaluate(() => scrollY), start);
    await close();
  });

  it('passes over the story, if asked to', async () => {
    const { page, said, frames, close } = await browser.open('/news.html');
    const skip = await page.evaluateHandle(() => {
      const story = document.querySelector('forty-one-minutes').shadowRoot;
      return story.querySelector('[part~="story"]').shadowRoot.querySelector('a[href]');
    });
    await skip.focus();
    await page.keyboard.press('Enter');
    await frames(4);
    const bottom = await page.evaluate(
      () => document.querySelector('forty-one-minutes').getBoundingClientRect().bottom,
    );
    assert.ok(bottom <= 801, `the end of the story is in view (${bottom})`);
    assert.deepEqual(said, []);
    await close();
  });

  it('cuts from picture to picture for a reader who wants less motion', async () => {
    const { page, said, stepIds, goTo, close } = await browser.open('/news.html', {
      features: { 'prefers-reduced-motion': 'reduce' },
    });
    // What the stage of the active step's chapter shows.
    const picture = () =>
      page.evaluate(() => {
        const [step] = window.reader.active();
        return [...step.closest('[part~="chapter"]').querySelectorAll('[slot="stage"]')]
          .map((scene) => scene.shadowRoot?.querySelector('[part~="picture"]')?.innerHTML)
          .join('');
      });
    const modes = await page.evaluate(() => [
      ...new Set(window.reader.steps().map((step) => step.getAttribute('motion'))),
    ]);
    assert.deepEqual(modes, ['stepped']);
    for (const id of (await stepIds()).slice(1, 6)) {
      await goTo(id);
      const first = await picture();
      await page.evaluate(() => window.reader.frames(30));
      assert.ok(first.length > 100);
      assert.equal(await picture(), first, `${id} moves by itself`);
      await page.evaluate(() => scrollBy(0, 90));
      await page.evaluate(() => window.reader.frames(4));
      assert.equal(await picture(), first, `${id} follows the scroll`);
    }
    assert.deepEqual(said, []);
    await close();
  });

  it('prints every word, a figure for each step and its description', async () => {
    const { page, said, close } = await browser.open('/news.html');
    const words = await page.evaluate(() =>
      window.reader.steps().map((step) => step.querySelector('p').textContent.trim()),
    );
    await page.emulateMediaType('print');
    await page.evaluate(() => window.reader.frames(10));
    const printed = await page.evaluate(() =>
      window.reader.steps().map((step) => {
        const figure = step.shadowRoot.querySelector('[part~="still"]');
        const inFlow = step.closest('[part~="chapter"]').getAttribute('layout') === 'flow';
        const box = figure?.firstElementChild?.getBoundingClientRect();
        return {
          id: step.id,
          words: step.querySelector('p').textContent.trim(),
          seen: step.querySelector('p').checkVisibility({ visibilityProperty: true }),
          still: inFlow || (!!box && box.width > 200 && box.height > 150),
          described: inFlow || !!figure?.querySelector('figcaption')?.textContent.trim(),
        };
      }),
    );
    assert.deepEqual(
      printed.map((step) => step.words),
      words,
    );
    for (const key of ['seen', 'still', 'described'])
      assert.deepEqual(
        printed.filter((step) => !step[key]).map(({ id }) => id),
        [],
        `steps that are not ${key}`,
      );
    await page.emulateMediaType('screen');
    const paper = Buffer.from(await page.pdf({ format: 'A4' })).toString('latin1');
    const pages = paper.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    assert.ok(pages >= words.length / 3, `${pages} pages`);
    assert.deepEqual(said, []);
    await close();
  });
});
