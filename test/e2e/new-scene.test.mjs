// `communique new --scene`: a scene of one's own, with the story that uses it and the laws that it keeps.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { serve } from '../../bin/serve.mjs';
import { launch } from './browser.mjs';
import { communique, emptyFolder, newStory, run } from './command.mjs';

describe('communique new --scene', () => {
  const names = [
    [undefined, /scene.*--scene bar-race/],
    ['chart', /hyphen.*"chart-scene"/],
    ['2-bars', /letter.*"bars-scene"/],
    ['font-face', /HTML.*"my-font-face"/],
    ['diplomat-map', /communique.*"my-diplomat-map"/],
    ['Bar-Race', /"bar-race"/],
    ['../bar-race', /path/],
  ];
  for (const [name, message] of names)
    it(`refuses the name ${name}`, () => {
      const folder = emptyFolder();
      const { status, stderr } = communique(folder, 'new', '--scene', ...(name ? [name] : []));
      assert.equal(status, 1);
      assert.match(stderr, message);
      assert.deepEqual(readdirSync(folder), []);
    });

  it('puts the scene beside the story of a folder that has one, and over nothing', () => {
    const folder = newStory();
    const before = readdirSync(folder);
    const { status, said } = communique(folder, 'new', '--scene', 'rain-gauge');
    assert.equal(status, 0, said);
    const added = ['laws-rain-gauge.html', 'rain-gauge.js'];
    assert.deepEqual(readdirSync(folder).sort(), [...before, ...added].sort());
    assert.match(said, /<script type="module" src="rain-gauge\.js">/);
    const page = join(folder, 'index.html');
    const html = readFileSync(page, 'utf8')
      .replace('</head>', '<script type="module" src="rain-gauge.js"></script></head>')
      .replace(
        /<expulsion-counter[^]*?<\/expulsion-counter>/,
        '<rain-gauge slot="stage"><table><tr><th>Name</th><th>When</th><th>Count</th></tr><tr><td>May</td><td>together</td><td>31</td></tr><tr><td>May</td><td>apart</td><td>40</td></tr></table></rain-gauge>',
      );
    writeFileSync(page, html);
    const checked = communique(folder, 'check');
    assert.equal(checked.status, 0, checked.said);
    const again = communique(folder, 'new', '--scene', 'rain-gauge');
    assert.equal(again.status, 1);
    assert.match(again.stderr, /"rain-gauge\.js"/);
  });

  it('is nothing that another command takes', () => {
    const { status, stderr } = communique(emptyFolder(), 'check', '--scene');
    assert.equal(status, 2);
    assert.match(stderr, /"--scene" belongs to "new"/);
  });
});

describe('a new scene', () => {
  let folder;
  let server;
  let browser;
  before(async () => {
    folder = newStory('town-bars', '--scene');
    server = await serve(folder, 0);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  async function open(path) {
    const page = await browser.newPage();
    const said = [];
    await page.setViewport({ width: 1200, height: 800 });
    page.on('console', (message) => said.push(`console ${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => said.push(`error: ${error.message}`));
    await page.goto(`${server.url}/${path}`);
    return { page, said };
  }

  it('has the name that it was given in all files, and passes its test', () => {
    assert.ok(readdirSync(folder).includes('town-bars.js'));
    for (const file of readdirSync(folder).filter((one) => one.includes('.')))
      assert.doesNotMatch(readFileSync(join(folder, file), 'utf8'), /\{\{|bar-?race/i, file);
    const { status, said } = run(folder, '--test');
    assert.equal(status, 0, said);
  });

  it('changes its picture with the steps of its story', async () => {
    const { page, said } = await open('index.html');
    const seen = await page.evaluate(async () => {
      await customElements.whenDefined('town-bars');
      const scene = document.querySelector('story-chapter > town-bars');
      await scene.ready;
      const frame = () => new Promise(requestAnimationFrame);
      const rows = () =>
        [...scene.shadowRoot.querySelectorAll('.row')]
          .map((row) => [
            row.getBoundingClientRect().top,
            row.textContent.replace(/\s+/g, ' ').trim(),
          ])
          .sort(([one], [other]) => one - other)
          .map(([, text]) => text);
      const found = [];
      for (const step of document.querySelectorAll('story-step')) {
        // Near its end a step that follows the scroll is complete.
        const { top, height } = step.getBoundingClientRect();
        scrollBy(0, top + height * 0.8 - innerHeight * step.closest('scroll-story').offset);
        while (scene.step !== step.id) await frame();
        for (let i = 0; i < 4 || scene.playing; i++) await frame();
        found.push([scene.step, rows(), scene.describe()]);
      }
      return found;
    });
    assert.deepEqual(
      seen.map(([step]) => step),
      ['first', 'second', 'third'],
    );
    assert.deepEqual(seen[0][1], ['Harbour 900', 'Hill 610', 'Valley 340', 'Mill 210']);
    assert.deepEqual(seen[2][1], ['Valley 1,180', 'Harbour 760', 'Hill 740', 'Mill 300']);
    assert.notDeepEqual(seen[1][1], seen[0][1]);
    assert.equal(seen[2][2], 'Valley 1,180, Harbour 760, Hill 740, and Mill 300.');
    assert.deepEqual(said, []);
    await page.close();
  });

  it('keeps all laws of scenes', async () => {
    const { page, said } = await open('laws.html');
    const end = () => document.querySelector('#end').textContent;
    // Not at every frame, which the law of what remains would find.
    await page.waitForFunction(end, { timeout: 180_000, polling: 300 });
    const laws = await page.$$eval('#laws li', (lines) => lines.map((line) => line.textContent));
    assert.equal(await page.evaluate(end), 'All is well.', laws.join('\n'));
    assert.equal(laws.length, 6);
    assert.deepEqual(said, []);
    await page.close();
  });
});
