// What tests of published stories on the sites of others share: a story, its host, and how a reader looks at it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listen, sendFile } from '../../bin/static.mjs';
import { bin, newStory } from './command.mjs';

const execute = promisify(execFile);

/** A picture of one pixel. */
const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/**
 * Builds a new story that has a picture of its own; returns the folder of what is published.
 * @param options of `communique build`
 */
export async function buildStory(...options) {
  const folder = newStory();
  const file = join(folder, 'index.html');
  const page = readFileSync(file, 'utf8');
  writeFileSync(join(folder, 'choir.png'), Buffer.from(pixel.split(',')[1], 'base64'));
  writeFileSync(file, page.replace('</h1>', '</h1><img src="choir.png" alt="The choir" />'));
  const env = { ...process.env };
  delete env.NODE_TEST_CONTEXT;
  await execute(process.execPath, [bin, 'build', '--no-pictures', ...options], {
    cwd: folder,
    env,
  });
  return join(folder, 'dist');
}

/** Serves a published story as `/my-story/`, and notes in `asked` what is asked for. */
export async function hostStory(dist) {
  const asked = [];
  const host = await listen(0, (request, response, path) => {
    asked.push(path);
    return sendFile(request, response, dist, path.replace(/^\/my-story/, ''), {
      headers: { 'access-control-allow-origin': '*' },
    });
  });
  return { ...host, asked, story: `${host.url}/my-story/` };
}

/** Notes all that a page says, and every address that it asks. */
export function listenTo(page) {
  const said = [];
  const asked = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  page.on('request', (request) => asked.push(request.url()));
  return { said, asked };
}

/** Logs somebody in. */
export async function logIn(page, url, login) {
  await page.goto(`${url}/wp-login.php`);
  await page.$eval('#user_login', (input, name) => (input.value = name), login);
  await page.$eval('#user_pass', (input) => (input.value = 'secret'));
  await Promise.all([page.waitForNavigation(), page.click('#wp-submit')]);
}

/** Waits until the story in a page has come, with its scenes. */
export const waitForStory = (page, at = 0) =>
  page.waitForFunction(
    (n) => {
      const story = document.querySelectorAll('my-story')[n];
      const scenes = [...(story?.shadowRoot?.querySelectorAll('[slot="stage"]') ?? [])];
      return scenes.length > 2 && scenes.every((one) => one.shadowRoot);
    },
    {},
    at,
  );

/** Reads a story to one of its steps, and waits until the step is active. */
export async function readTo(page, id) {
  await page.evaluate((name) => {
    const { shadowRoot } = document.querySelector('my-story');
    shadowRoot.getElementById(name).scrollIntoView({ block: 'center', behavior: 'instant' });
  }, id);
  await page.waitForFunction(
    (name) =>
      document.querySelector('my-story').shadowRoot.getElementById(name).hasAttribute('active'),
    {},
    id,
  );
}

/** The words of the story that reach over the window's edges, and that nobody can scroll to. */
export const cutWords = (page) =>
  page.evaluate(() => {
    const cut = [];
    const look = (node) => {
      if (node.nodeType === 3 && node.data.trim()) {
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const { left, right, width, height } of range.getClientRects())
          if (
            width > 1 &&
            height > 1 &&
            (left < -1 || right > document.documentElement.clientWidth + 1)
          )
            cut.push(node.data.trim());
      }
      if (node.nodeType === 1) {
        if (/^(style|script)$/i.test(node.tagName)) return;
        if (!node.checkVisibility({ visibilityProperty: true })) return;
        const { overflowX, clipPath, position, width } = getComputedStyle(node);
        if (/auto|scroll/.test(overflowX)) return;
        // What only a screen reader is told.
        if (position === 'absolute' && (clipPath !== 'none' || width === '1px')) return;
      }
      for (const child of node.shadowRoot?.childNodes ?? []) look(child);
      for (const child of node.childNodes) look(child);
    };
    look(document.querySelector('.wp-block-communique-story'));
    return cut;
  });

/** The letters and digits of some HTML in their order, and how many figures and tables it has. */
export function contents(html) {
  const plain = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ');
  const named = { quot: '', amp: '', lt: '', gt: '', nbsp: '' };
  const text = plain.replace(/&(#x?[\da-f]+|\w+);/gi, (_, name) => named[name] ?? '');
  const count = (tag) => (html.match(new RegExp(`<${tag}\\b`, 'g')) ?? []).length;
  return {
    words: (text.match(/[\p{L}\p{N}]/gu) ?? []).join(''),
    tables: count('table'),
    cells: count('t[hd]'),
    figures: count('figure'),
  };
}

/** Asserts that a page has all that the plain HTML of a story has. */
export function assertWhole(page, article) {
  const wanted = contents(article);
  const found = contents(page);
  assert.ok(
    wanted.words.length > 1000 && wanted.tables && wanted.figures,
    'there is something to look for',
  );
  assert.ok(found.words.includes(wanted.words), 'all words in their order');
  for (const what of ['tables', 'cells', 'figures'])
    assert.ok(found[what] >= wanted[what], `${found[what]} of ${wanted[what]} ${what}`);
}
