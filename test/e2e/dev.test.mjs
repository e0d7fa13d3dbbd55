// `communique dev`: a story while it is written, and its storyboard.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { develop } from '../../bin/dev.mjs';
import { launch } from './browser.mjs';
import { newStory } from './command.mjs';

describe('communique dev', () => {
  it('checks the story at every save, and loads its page again', async () => {
    const folder = newStory();
    const file = join(folder, 'index.html');
    const before = process.cwd();
    process.chdir(folder);
    const said = [];
    const server = await develop('index.html', 0, (text) => said.push(text));
    const browser = await launch();
    try {
      assert.match(said.at(-1), /well/);
      const page = await browser.newPage();
      await page.goto(server.url);
      const html = readFileSync(file, 'utf8');
      writeFileSync(
        file,
        html
          .replace('<h2>The call</h2>', '<h2>The other call</h2>')
          .replace('id="may"', 'id="june"'),
      );
      await page.waitForFunction(() => document.body.textContent.includes('The other call'));
      assert.match(said.at(-1), /"june"/);
    } finally {
      process.chdir(before);
      await browser.close();
      await server.close();
    }
  });
});

describe('the storyboard of communique dev', () => {
  it('has every step of a new story, and nothing to mend', async () => {
    const folder = newStory();
    const before = process.cwd();
    process.chdir(folder);
    const server = await develop('index.html', 0, () => {});
    const browser = await launch();
    try {
      const page = await browser.newPage();
      const said = [];
      page.on('pageerror', ({ message }) => said.push(message));
      await page.goto(server.board);
      const found = await page.evaluate(async () => {
        await customElements.whenDefined('story-board');
        const board = document.querySelector('story-board');
        await board.ready;
        const all = (selector) => [...board.shadowRoot.querySelectorAll(selector)];
        return {
          title: all('h1')[0].textContent,
          steps: all('.step h3').map(({ textContent }) => textContent),
          stills: all('.still').length,
          toMend: all('.preflight li li').map(({ textContent }) => textContent),
          first: all('.step a')[0].href,
        };
      });
      assert.equal(found.title, 'My story');
      assert.equal(found.steps.length, 9);
      assert.equal(found.stills, 16);
      assert.deepEqual(found.toMend, []);
      assert.match(found.first, /\/index\.html#my-story\/\w+$/);
      assert.deepEqual(said, []);
    } finally {
      process.chdir(before);
      await browser.close();
      await server.close();
    }
  });
});
