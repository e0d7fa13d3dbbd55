// What the end-to-end tests share: a server, a browser, and pages that note everything a reader must not meet.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before } from 'node:test';
import puppeteer from 'puppeteer-core';
import { start } from '../../scripts/serve.mjs';
import { chromiumArgs, needEngine } from '../runner/engines.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** Starts a browser that this machine has. */
export async function launch(engine = 'chromium') {
  const { path, headless = true } = await needEngine(engine);
  return puppeteer.launch(
    engine === 'firefox'
      ? { browser: 'firefox', executablePath: path, headless: true }
      : { executablePath: path, headless, args: chromiumArgs },
  );
}

/** Starts a server and a browser for the tests of a file, and ends them after. */
export function withBrowser(engine = 'chromium') {
  const used = {};
  before(async () => {
    used.server = await start();
    used.browser = await launch(engine);
  });
  after(async () => {
    await used.browser?.close();
    await used.server?.close();
  });
  return {
    /** The server's address. */
    get url() {
      return used.server.url;
    },
    open: (path, options) => open(used, path, options),
    /** A window of its own that notes nothing and has gone nowhere yet. */
    window: async () => {
      const page = await used.browser.newPage({ type: 'window' });
      await page.setViewport({ width: 1280, height: 800 });
      return page;
    },
  };
}

/**
 * Opens a page and notes all that it says.
 * @param options.size the window's width and height
 * @param options.features media features by name, e.g. `{ 'prefers-color-scheme': 'dark' }`
 * @param options.script false to switch scripting off
 * @param options.delay milliseconds that the story's script is held back
 * @param options.block part of an address that cannot be reached
 * @param options.moving false where only the words are waited for
 * @returns the page; `said`, all messages, errors and forbidden requests; `loaded`, a promise; and helpers
 */
async function open({ browser, server }, path, options = {}) {
  const {
    size = [1280, 800],
    features = {},
    script = true,
    delay = 0,
    block,
    moving = true,
  } = options;
  const page = await browser.newPage();
  const said = [];
  await page.setViewport({ width: size[0], height: size[1] });
  const media = Object.entries(features).map(([name, value]) => ({ name, value }));
  if (media.length) await page.emulateMediaFeatures(media);
  page.on('console', (message) => said.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) said.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(server.url))
      said.push(`outside: ${request.url()}`);
  });
  if (delay || block) {
    await page.setRequestInterception(true);
    page.on('request', async (request) => {
      if (block && request.url().includes(block)) return request.abort();
      if (delay && request.url().endsWith('/forty-one-minutes.js'))
        await new Promise((resolve) => setTimeout(resolve, delay));
      return request.continue();
    });
  }
  if (script) await page.evaluateOnNewDocument(instruments);
  else await page.setJavaScriptEnabled(false);
  const loaded = page.goto(server.url + path);
  // Where the script is held back the page is wanted as it is before, and its module holds back the load event.
  if (!delay) await loaded;
  if (script && !delay) await page.waitForFunction((all) => window.reader.ready(all), {}, moving);
  return { page, said, loaded, close: () => page.close(), ...helpers(page) };
}

/** Runs in the page before anything else: `window.reader` looks at stories as a reader does. */
function instruments() {
  const stories = () => [...document.querySelectorAll('forty-one-minutes')];
  const steps = (story) => [...(story?.shadowRoot?.querySelectorAll('[part~="step"]') ?? [])];
  const stagesOf = (story) => [...story.shadowRoot.querySelectorAll('[slot="stage"]')];
  window.reader = {
    events: [],
    shifts: [],
    violations: [],
    samples: [],
    steps: (at = 0) => steps(stories()[at]),
    active: (at = 0) => steps(stories()[at]).filter((step) => step.hasAttribute('active')),
    activeId: (at = 0) => window.reader.active(at).map(({ id }) => id)[0] ?? '',
    ready: (moving = true) =>
      stories().every(
        (story) =>
          steps(story).at(-1)?.id === 'ledger' &&
          steps(story).at(-1).querySelectorAll('tr').length > 30 &&
          (!moving ||
            (steps(story).every((step) => step.shadowRoot) &&
              stagesOf(story).length > 5 &&
              stagesOf(story).every((scene) => scene.shadowRoot))),
      ),
    frames: async (count) => {
      for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
    },
    /** Waits until no picture has changed for twenty frames. */
    still: async () => {
      const look = () =>
        stories()
          .flatMap(stagesOf)
          .map((scene) => scene.shadowRoot.innerHTML + getComputedStyle(scene).opacity)
          .join('');
      for (let same = 0, last = ''; same < 20; same++) {
        await window.reader.frames(1);
        const now = look();
        if (now !== last) same = 0;
        last = now;
      }
    },
    /** Notes at every frame how many steps are active. */
    sample: () => {
      const tick = () => {
        window.reader.samples.push(stories().map((_, at) => window.reader.active(at).length));
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    },
  };
  for (const type of ['story-step-change', 'story-progress', 'story-complete'])
    addEventListener(type, (event) => {
      const { id, index, count, direction, progress } = event;
      window.reader.events.push({ type, id, index, count, direction, progress });
    });
  addEventListener('securitypolicyviolation', (event) =>
    window.reader.violations.push(`${event.effectiveDirective}: ${event.blockedURI}`),
  );
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries())
        if (!hadRecentInput)
          window.reader.shifts.push({
            value,
            step: window.reader.activeId(),
            what: sources.map(({ node, previousRect: from, currentRect: to }) =>
              [node?.nodeName ?? '?', from, to]
                .map((part) => part.nodeName ?? part.toJSON?.() ?? part)
                .map((part) =>
                  typeof part === 'string'
                    ? part
                    : Object.values(part).slice(0, 4).map(Math.round).join(','),
                )
                .join(' '),
            ),
          });
    }).observe({ type: 'layout-shift', buffered: true });
}

const helpers = (page) => ({
  /** Lets some frames pass. */
  frames: (count = 3) => page.evaluate((n) => window.reader.frames(n), count),
  /** Turns the wheel over the page, a little at a time. */
  async wheel(distance, turn = 100) {
    const { width, height } = page.viewport();
    await page.mouse.move(width / 2, height / 2);
    const sign = Math.sign(distance);
    for (let left = Math.abs(distance); left > 0; left -= turn) {
      await page.mouse.wheel({ deltaY: sign * Math.min(turn, left) });
      await page.evaluate(() => window.reader.frames(1));
    }
    await page.evaluate(() => window.reader.frames(3));
  },
  /** Puts the reading line into a step, as a reader does who scrolls there. */
  async goTo(id, at = 0) {
    await page.evaluate(
      async (name, which) => {
        const step = window.reader.steps(which).find((one) => one.id === name);
        step.scrollIntoView({ block: 'start', behavior: 'instant' });
        await window.reader.frames(4);
      },
      id,
      at,
    );
  },
  /** The ids of all steps, in order. */
  stepIds: (at = 0) => page.evaluate((n) => window.reader.steps(n).map(({ id }) => id), at),
  activeId: (at = 0) => page.evaluate((n) => window.reader.activeId(n), at),
  /** What was noted in the page under a name. */
  noted: (name) => page.evaluate((key) => window.reader[key], name),
  /**
   * What axe finds in the whole page, in the story, or, which is quicker, in what is to be seen at the active
   * step: its words, the stage and the bar.
   * @param where `page`, `story` or `step`
   */
  async axe(where) {
    await page.evaluate(axeSource);
    return page.evaluate(async (name) => {
      const story = document.querySelector('forty-one-minutes');
      const [step] = window.reader.active();
      const chapter = step?.closest('[part~="chapter"]');
      const places = {
        page: () => document,
        story: () => story,
        step: () => [
          step,
          ...chapter.querySelectorAll('[slot="stage"]:not([data-off])'),
          chapter.closest('[part~="story"]').shadowRoot.querySelector('[part~="controls"]'),
        ],
      };
      const { violations } = await window.axe.run(places[name](), {
        resultTypes: ['violations'],
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
      );
    }, where);
  },
});
