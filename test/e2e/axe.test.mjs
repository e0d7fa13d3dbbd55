// What axe finds in the story, in light and dark, wide and on a phone, moving and read as text: nothing.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isTried } from '../long.mjs';
import { withBrowser } from './browser.mjs';

describe('axe', () => {
  const browser = withBrowser();

  const looks = {
    'light, wide': { size: [1280, 800], features: { 'prefers-color-scheme': 'light' } },
    'dark, wide': { size: [1280, 800], path: '/hosts/dark.html' },
    'light, phone': { size: [390, 844], features: { 'prefers-color-scheme': 'light' } },
    'dark, phone': { size: [390, 844], path: '/hosts/dark.html' },
  };
  for (const [at, [name, { path = '/news.html', ...options }]] of Object.entries(looks).entries()) {
    // Light and wide, dark on a phone.
    if (!isTried(at, 3)) continue;
    it(`has nothing that axe finds fault with: ${name}`, { timeout: 120_000 }, async () => {
      const { page, goTo, axe, stepIds, close } = await browser.open(path, options);
      assert.deepEqual(await axe('page'), [], 'the whole page, from its start');
      const ids = await stepIds();
      for (const id of ['invitation', 'may', 'apart', ids.at(-1)]) {
        await goTo(id);
        await page.evaluate(() => window.reader.still());
        assert.deepEqual(await axe('step'), [], id);
      }
      const open = await page.$('>>> .where');
      await open.click();
      await page.evaluate(() => window.reader.frames(5));
      assert.deepEqual(await axe('step'), [], 'the list of steps');
      await close();
    });
  }

  it('has nothing that axe finds fault with, read as text', { timeout: 60_000 }, async () => {
    const { page, said, axe, close } = await browser.open('/news.html');
    await page.evaluate(() => {
      document.querySelector('forty-one-minutes').motion = 'static';
    });
    await page.evaluate(() => window.reader.frames(10));
    assert.deepEqual(await axe('story'), []);
    assert.deepEqual(said, []);
    await close();
  });
});
