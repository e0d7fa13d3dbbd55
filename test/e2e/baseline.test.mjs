// The oldest browsers that package.json names lack some features; here a new one lacks them, because what is served calls them
// by other names.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withBrowser } from './browser.mjs';

/** What Safari 16.4, Chrome 105 or Firefox 115 do not know, and what it is called here. */
const lacking = [
  // Also where a regular expression speaks of it.
  [/light-dark(?=\\?\()/g, 'x-scheme'],
  [/color-mix\(/g, 'x-color-mix('],
  [/\b(\d+)[sld]v([hw])\b/g, '$1xv$2'],
  [/:has\(/g, ':x-has('],
  [/:dir\(/g, ':x-dir('],
  [/\b(scripting: )/g, 'x-$1'],
  [/text-wrap:/g, 'x-text-wrap:'],
];
/** In the page, before its scripts. */
function forget() {
  delete Element.prototype.checkVisibility;
  delete CSS.registerProperty;
  delete Document.prototype.onscrollend;
  delete Window.prototype.onscrollend;
  for (const name of ['toSorted', 'toReversed', 'toSpliced', 'with']) delete Array.prototype[name];
}

async function openOld(browser, path, size = [1280, 800]) {
  const page = await browser.window();
  const said = [];
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('console', (message) => {
    if (['warn', 'error'].includes(message.type())) said.push(message.text());
  });
  await page.setViewport({ width: size[0], height: size[1] });
  await page.evaluateOnNewDocument(forget);
  await page.setRequestInterception(true);
  page.on('request', async (request) => {
    if (!/\.(js|css|html)$/.test(new URL(request.url()).pathname)) return request.continue();
    const answer = await fetch(request.url());
    let body = await answer.text();
    for (const [feature, name] of lacking) body = body.replace(feature, name);
    return request.respond({
      status: answer.status,
      contentType: answer.headers.get('content-type'),
      body,
    });
  });
  await page.goto(browser.url + path);
  return { page, said };
}

/** The contrast of two colours as WCAG has it. */
function contrast(a, b) {
  const luminance = (colour) => {
    const [red, green, blue] = colour
      .match(/[\d.]+/g)
      .map(Number)
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** Goes to a step, and tells what is seen of it once nothing moves. */
const look = (page, tag, id) =>
  page.evaluate(
    async (name, step) => {
      const story = document.querySelector(name).shadowRoot.querySelector('[part~="story"]');
      story.motion = 'stepped';
      story.goTo(step);
      for (let frame = 0; frame < 30; frame++) await new Promise(requestAnimationFrame);
      const active = story.steps.find((one) => one.active);
      const stage = active.parentElement.shadowRoot.querySelector('.stage');
      const scene = [...active.parentElement.querySelectorAll('[slot="stage"]')].find(
        (one) => !one.hasAttribute('data-off'),
      );
      const words = active.querySelector('p');
      const paintsOf = (one) => {
        const { fill, stroke, color, backgroundColor } = getComputedStyle(one);
        return one instanceof SVGElement ? [fill, stroke] : [color, backgroundColor];
      };
      return {
        active: active.id,
        ink: getComputedStyle(words).color,
        paper: getComputedStyle(story).backgroundColor,
        stage: stage.offsetHeight,
        picture: scene.shadowRoot.querySelector('.picture').offsetHeight,
        paints: [...scene.shadowRoot.querySelectorAll('.picture *')].flatMap(paintsOf),
      };
    },
    tag,
    id,
  );

describe('the oldest browsers', () => {
  const browser = withBrowser();

  for (const [path, tag, ids] of [
    [
      '/forty-one-minutes/index.html',
      'forty-one-minutes',
      ['invitation', 'organising', 'signed', 'apart'],
    ],
    ['/long-distance/index.html', 'long-distance', ['through', 'president']],
  ])
    for (const size of [
      [1280, 800],
      [390, 844],
    ])
      it(`show ${tag} in its colours at ${size.join(' × ')}`, async () => {
        const { page, said } = await openOld(browser, path, size);
        await page.waitForFunction(
          (name) =>
            document.querySelector(name)?.shadowRoot?.querySelector('[part~="story"]')?.steps
              ?.length,
          {},
          tag,
        );
        await page.evaluate((name) => document.querySelector(name).updateComplete, tag);
        for (const id of ids) {
          const { active, ink, paper, stage, picture, paints } = await look(page, tag, id);
          assert.equal(active, id);
          assert.ok(contrast(ink, paper) > 7, `${id}: ${ink} on ${paper}`);
          assert.ok(stage > size[1] * 0.7 && stage <= size[1], `${id}: a stage of ${stage} px`);
          assert.ok(picture > 100, `${id}: a picture of ${picture} px`);
          // Black is what a colour comes to that the browser cannot read.
          const told = new Set(paints.filter((one) => !/none|^rgba|^rgb\(0, 0, 0\)/.test(one)));
          assert.ok(told.size > 2, `${id}: drawn in ${[...told].join()}`);
        }
        assert.deepEqual(said, []);
        await page.close();
      });
});
