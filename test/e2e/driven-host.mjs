// What the tests of driven frames share: a built story on one site, and pages of another site that have it in a frame.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { after, before } from 'node:test';
import { launch } from './browser.mjs';
import { communique, newStory } from './command.mjs';

const types = { '.js': 'text/javascript', '.html': 'text/html', '.json': 'application/json' };

const filler = (what, count = 12) => `<p>${what}</p>`.repeat(count);

/** The attributes of a frame that must not touch its host. */
export const sandboxed = 'sandbox="allow-scripts"';

/** The page of a frame that says hello, and has its port in the hands of a test. */
const hostile = `<!doctype html><title>Hostile</title><body style="height: 3000px"><script>
  addEventListener('message', ({ data, ports: [port] }) => {
    if (data.type === 'call') hello();
    if (!port) return;
    window.port = port;
    port.onmessage = () => {};
    port.postMessage({ type: 'size', height: 4000 });
  });
  const hello = () => parent.postMessage({ communique: 1, type: 'hello', nonce: 'a', name: 'my-story' }, '*');
  hello();
</script>`;

/** Starts a server with a story of the command's template, built. Its own pages are under /story/. */
export async function serveStory() {
  const folder = newStory();
  const { status, said } = communique(folder, 'build', '--no-pictures');
  assert.equal(status, 0, said);
  const pages = new Map([['/story/hostile.html', hostile]]);
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const found = pathname.startsWith('/story/')
      ? await readFile(join(folder, 'dist', pathname.slice(7))).catch(() => pages.get(pathname))
      : pages.get(pathname);
    response.writeHead(found ? 200 : 404, {
      'content-type': `${types[extname(pathname)] ?? 'text/html'}; charset=utf-8`,
      // A sandboxed frame is of no origin, and its modules come from another.
      'access-control-allow-origin': '*',
    });
    response.end(found);
  });
  await new Promise((resolve) => server.listen(0, resolve));
  const { port } = server.address();
  return {
    pages,
    host: `http://127.0.0.1:${port}`,
    /** Another site than the host's. */
    story: `http://localhost:${port}/story`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A page with a framed story. */
export function hostPage(story, options = {}) {
  const {
    frame = sandboxed,
    src = `${story}/frame.html`,
    script = `<script async src="${story}/frame.js"></script>`,
    head = '',
    wrap = (html) => `<div>${html}</div>`,
  } = options;
  const iframe = `<iframe src="${src}" title="My story" style="width: 100%; height: 100vh; border: 0" ${frame}></iframe>`;
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Host</title>
  <link rel="icon" href="data:,"><style>body { margin: 0; font: 20px/1.5 sans-serif } p { margin: 1em }</style>${head}</head>
  <body>${filler('Before the story.')}${wrap(iframe)}${script}${filler('After the story.', 40)}</body>
</html>`;
}

/** Starts the story's server and a browser for the tests of a file, and ends them after. */
export function withDriven(engine) {
  const used = {};
  before(async () => {
    used.served = await serveStory();
    used.browser = await launch(engine);
  });
  after(async () => {
    await used.browser?.close();
    used.served?.close();
  });
  return {
    get served() {
      return used.served;
    },
    get browser() {
      return used.browser;
    },
    /**
     * Opens a page with a framed story.
     * @param options.hash the fragment of its address
     * @param options.html the whole page; else what `hostPage` makes of the options
     * @param options.size the window's
     */
    async open(options = {}) {
      const {
        hash = '',
        size = [1000, 800],
        html = hostPage(used.served.story, options),
      } = options;
      used.served.pages.set('/host.html', html);
      const page = await used.browser.newPage();
      await page.setViewport({ width: size[0], height: size[1] });
      const said = [];
      page.on('console', (message) => said.push(`console ${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => said.push(`error: ${error.message}`));
      await page.goto(`${used.served.host}/host.html${hash}`);
      await page.evaluate(() => {
        addEventListener('story-step-change', ({ id }) => (window.steps ??= []).push(id));
      });
      return { page, said, inner: options.hostile ? undefined : await innerOf(page) };
    },
  };
}

/** The frame of a page, once its story is there. */
export async function innerOf(page) {
  const inner = await page.waitForFrame((one) => one.url().includes('/frame.html'));
  await inner.waitForFunction(() => {
    const root = document.querySelector('my-story')?.shadowRoot;
    const steps = [...(root?.querySelectorAll('[part~="step"]') ?? [])];
    return steps.length > 8 && steps.every((step) => step.shadowRoot);
  });
  return inner;
}

/** Waits until the page drives its frame: the frame's track is as tall as what is in it. */
export const untilDriven = (page) =>
  page.waitForFunction(() => {
    const frame = document.querySelector('iframe');
    return (
      getComputedStyle(frame).position === 'sticky' &&
      frame.parentElement.offsetHeight > 4 * innerHeight
    );
  });

/** What a step of the story in the frame is, where its page is scrolled to, and what is the case there. */
export const lookInside = (inner) =>
  inner.evaluate(() => {
    const root = document.querySelector('my-story').shadowRoot;
    const steps = [...root.querySelectorAll('[part~="step"]')];
    const line = innerHeight * 0.7;
    const tops = steps.map((step) => step.getBoundingClientRect().top);
    return {
      y: scrollY,
      height: document.scrollingElement.scrollHeight,
      window: innerHeight,
      active: steps.filter(({ active }) => active).map(({ id }) => id),
      /** The step that geometry says it is. */
      expected: steps[tops.findLastIndex((top) => top <= line)]?.id,
      motion: root.querySelector('[motion]').getAttribute('motion'),
      focus: root.activeElement?.id,
    };
  });

/** How far the frame is down its track, and what of the page is to be seen from outside. */
export const lookOutside = (page) =>
  page.evaluate(() => {
    const frame = document.querySelector('iframe');
    const { top, height } = frame.getBoundingClientRect();
    const track = frame.parentElement.getBoundingClientRect();
    return {
      y: top - track.top,
      top,
      height,
      track: track.height,
      position: getComputedStyle(frame).position,
      hash: location.hash,
      scrolled: scrollY,
      isFocused: document.activeElement === frame,
    };
  });

/** Waits until the host and the frame agree where the story is, and the frame is at the step that geometry says. */
export async function untilAgreed(page, inner, isRight = () => true) {
  let seen;
  for (let turn = 0; turn < 100; turn++) {
    seen = { outside: await lookOutside(page), inside: await lookInside(inner) };
    const { outside, inside } = seen;
    // The host's boxes have fractions of a pixel, a scrolled document and its height have none.
    const isAgreed =
      Math.abs(outside.y - inside.y) < 2 && (inside.active[0] ?? '') === (inside.expected ?? '');
    if (isAgreed && inside.active.length < 2 && isRight(seen)) return seen;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`They do not agree: ${JSON.stringify(seen)}`);
}

/** Scrolls the host's page, as a reader does who throws it. */
export const jump = (page, top) =>
  page.evaluate((to) => scrollTo({ top: to, behavior: 'instant' }), top);
