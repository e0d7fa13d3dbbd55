// Every picture in the gallery is a test, in an ordinary run every second one: it renders, its play function passes, axe
// finds nothing (but for those of whole stories, which axe.test.mjs looks at), it asks for nothing from elsewhere, and
// says nothing but the warnings that its `parameters.warns` names, each of them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isTried } from '../long.mjs';
import { withBrowser } from './browser.mjs';

// GALLERY: another folder than storybook-static; ONLY: a part of the ids to test.
const { GALLERY = fileURLToPath(new URL('../../storybook-static', import.meta.url)), ONLY = '' } =
  process.env;
const { entries } = JSON.parse(readFileSync(join(GALLERY, 'index.json'), 'utf8'));
const stories = Object.values(entries).filter(
  ({ type, id }, at) => type === 'story' && id.includes(ONLY) && (ONLY || isTried(at, 5)),
);

/** Pictures that are looked at side by side, each in a window of its own: a tab behind another gets no frames. */
const windows = 3;

/** Runs in the page before its own scripts: keeps what Storybook tells of the story. */
function listen() {
  const failures = [];
  window.outcome = new Promise((resolve) => {
    const timer = setInterval(() => {
      const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
      if (!channel) return;
      clearInterval(timer);
      let warns = [];
      let isForAxe = true;
      channel.on('storyPrepared', ({ parameters }) => {
        warns = parameters.warns ?? [];
        isForAxe = parameters.a11y?.test !== 'off';
      });
      for (const event of [
        'playFunctionThrewException',
        'unhandledErrorsWhilePlaying',
        'storyErrored',
        'storyThrewException',
        'storyMissing',
      ])
        channel.on(event, (error) => {
          const first = Array.isArray(error) ? error[0] : error;
          failures.push(`${event}: ${first?.message ?? JSON.stringify(first)}`);
          if (event !== 'playFunctionThrewException') resolve({ failures, warns });
        });
      channel.on('storyFinished', ({ reporters = [] }) => {
        for (const { type, status, result } of reporters)
          if (type === 'a11y' && status !== 'passed')
            failures.push(
              ...(result?.violations ?? [{ id: `axe ${status}`, nodes: [] }]).map(
                ({ id, nodes }) =>
                  `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`).join('; ')}`,
              ),
            );
        resolve({
          failures,
          warns,
          looked: !isForAxe || reporters.some(({ type }) => type === 'a11y'),
        });
      });
    }, 5);
  });
}

/** A window that looks at one picture after another. */
async function openWindow(browser) {
  const page = await browser.window();
  const look = { page, said: [] };
  page.on('console', (message) => {
    if (['warn', 'error'].includes(message.type())) look.said.push(message.text());
  });
  page.on('pageerror', (error) => look.said.push(`error: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) look.said.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(browser.url))
      look.said.push(`outside: ${request.url()}`);
  });
  await page.evaluateOnNewDocument(listen);
  return look;
}

describe('gallery', { concurrency: windows }, () => {
  const browser = withBrowser();
  const free = [];
  before(async () => {
    for (let i = 0; i < windows; i++) free.push(await openWindow(browser));
  });
  it('has stories', () => assert.ok(stories.length));

  for (const { id, title, name } of stories)
    it(`${title}: ${name}`, { timeout: 150_000 }, async () => {
      const look = free.pop();
      try {
        look.said = [];
        await look.page.goto(`${browser.url}/gallery/iframe.html?id=${id}&viewMode=story`);
        const { failures, warns, looked } = await look.page.evaluate(() => window.outcome);
        assert.deepEqual(failures, []);
        assert.ok(looked, 'axe has looked at it');
        const meant = (text) => warns.some((part) => text.includes(part));
        assert.deepEqual(
          look.said.filter((text) => !meant(text)),
          [],
          'what no parameters.warns names',
        );
        assert.deepEqual(
          warns.filter((part) => !look.said.some((text) => text.includes(part))),
          [],
          'what parameters.warns names and nobody said',
        );
      } finally {
        free.push(look);
      }
    });
});
