// What the tests with other people's libraries share: pages of a newspaper with a library from npm and a story of ours, and
// a reader who turns the wheel.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { launch } from './browser.mjs';

const folder = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const text = (path) => readFile(folder(path), 'utf8');

const pasted = await text('dist/forty-one-minutes/forty-one-minutes.html');

/** The ways to bring a story into a page. */
const stories = {
  none: '',
  embed:
    '<script type="module" src="/forty-one-minutes/forty-one-minutes.js"></script><forty-one-minutes></forty-one-minutes>',
  prerendered: pasted.replace('src="forty', 'src="/forty-one-minutes/forty'),
  parts: `<script type="module" src="/embed/communique.js"></script>${await text('test/hosts/libraries/parts.html')}`,
};

const frame = await text('test/hosts/libraries/page.html');

const steps = ['', 'together', 'apart', 'ringing', 'talk', 'bus', 'hall'];

/** What a reader of the story of parts meets who reads it through and comes back. */
export const everyStep = { down: steps, up: steps.toReversed() };

/**
 * A newspaper's page as HTML.
 * @param host.story the story in it: `embed`, `prerendered`, `parts` or `none`
 * @param host.head markup for the head
 * @param host.above markup above the story
 * @param host.below markup below the story
 * @param host.wrap puts the whole page into other markup
 */
export function pageOf({ story = 'parts', head = '', above = '', below = '', wrap } = {}) {
  let page = frame;
  for (const [name, markup] of Object.entries({ head, above, story: stories[story], below }))
    page = page.replace(`<!-- ${name} -->`, () => markup);
  return page.replace(/<!-- page -->([\s\S]*)<!-- \/page -->/, (_, inner) =>
    wrap ? wrap(inner) : inner,
  );
}

/** Serves pages by path, the built embed, and packages as npm has them. */
async function serve(pages) {
  const options = { dev: true };
  const [embed, packages, site] = [
    sirv(folder('dist/embed'), options),
    sirv(folder('node_modules'), options),
    sirv(folder('test/hosts/libraries'), options),
  ];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const under = (start) => {
      if (!pathname.startsWith(start)) return false;
      request.url = request.url.slice(start.length - 1);
      return true;
    };
    const page = pages.get(pathname);
    if (page === undefined) {
      if (pathname === '/favicon.ico') return void response.writeHead(204).end();
      const lost = () => response.writeHead(404).end();
      if (under('/embed/')) return embed(request, response, lost);
      return under('/npm/') ? packages(request, response, lost) : site(request, response, lost);
    }
    const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.setHeader('content-type', `${type}; charset=utf-8`);
    response.end(typeof page === 'function' ? page(request) : page);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Starts a server and a browser for the tests of a file, and ends them after. */
export function withHosts(engine = 'chromium') {
  const pages = new Map();
  let server, browser, url;
  before(async () => {
    server = await serve(pages);
    url = `http://127.0.0.1:${server.address().port}`;
    browser = await launch(engine);
  });
  after(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });
  return {
    /**
     * Opens a page that is served as `/`, and waits until its story is whole.
     * @param host what `pageOf` takes; `host.scroller` selects what scrolls the page, if not the window
     * @param options.others what else is served, by path: hosts, or text
     * @param options.hash goes after the address
     * @param options.block says of an address whether its request fails
     */
    visit: async (host, { others = {}, size = [1000, 600], hash = '', block } = {}) => {
      pages.clear();
      pages.set('/', pageOf(host));
      for (const [path, page] of Object.entries(others))
        pages.set(path, typeof page === 'object' ? pageOf(page) : page);
      const page = await browser.newPage();
      await page.setViewport({ width: size[0], height: size[1] });
      const said = [];
      page.on('console', (message) => said.push(`console ${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => said.push(`error: ${error.message}`));
      page.on('response', (response) => {
        if (response.status() >= 400) said.push(`${response.status()}: ${response.url()}`);
      });
      if (block) {
        await page.setRequestInterception(true);
        page.on('request', (request) =>
          block(request) ? request.abort('blockedbyclient') : request.continue(),
        );
      }
      await page.evaluateOnNewDocument(instruments, host.scroller ?? 'html');
      await page.goto(`${url}/${hash}`);
      const reader = new Reader(page, said);
      await reader.ready();
      return reader;
    },
  };
}

/** A reader of one page. */
class Reader {
  /** All that the page says: messages, errors, failed requests. */
  said;

  constructor(page, said) {
    Object.assign(this, { page, said });
  }

  /** Waits until the story is whole. */
  ready = () => this.page.waitForFunction(() => window.reader.ready());

  /** What the reader sees, once nothing moves any more. */
  look = () => this.page.evaluate(() => window.reader.settled());

  close = () => this.page.close();

  /** Turns the wheel in the middle of the window. Where nothing is left to scroll nothing moves for thirty frames. */
  async wheel(distance) {
    const { width, height } = this.page.viewport();
    const from = await this.page.evaluate(() => window.reader.look().position);
    await this.page.mouse.move(width / 2, height / 2);
    await this.page.mouse.wheel({ deltaY: distance });
    await this.page.evaluate(async (position) => {
      for (let i = 0; i < 30 && window.reader.look().position === position; i++)
        await window.reader.frames(1);
    }, from);
    return this.look();
  }

  /** Looks, and says what is wrong with what is seen. */
  async check(where, options) {
    return right(await this.look(), where, options);
  }

  /**
   * Reads down to the end of the page and up again by the wheel; at each stop all must be right.
   * @param turn pixels that the wheel turns at a time
   * @returns the steps that were active on the way, each once
   */
  async readThrough(turn) {
    const met = { down: [], up: [] };
    for (const [name, sign] of [
      ['down', 1],
      ['up', -1],
    ])
      for (let seen = await this.look(), by; ; seen = await this.wheel(sign * by)) {
        const { position, most, active } = right(seen, `${name} at ${seen.position}`);
        const [step = ''] = active;
        // At the page's ends, smaller turns meet whatever it has around the story.
        const isInside = position > 3000 && most - position > 3000;
        by = isInside ? turn : Math.min(turn, 400);
        if (met[name].at(-1) !== step) met[name].push(step);
        // A turn that moves nothing is not the end yet: a box under the mouse that scrolls by itself may have taken it.
        if (sign > 0 ? position >= most - 1 : position <= 0) break;
      }
    return met;
  }

  /** Turns the wheel, and comes back as soon as something moves. */
  async setMoving(distance) {
    const { width, height } = this.page.viewport();
    const from = await this.page.evaluate(() => window.reader.look().position);
    await this.page.mouse.move(width / 2, height / 4);
    await this.page.mouse.wheel({ deltaY: distance });
    await this.page.waitForFunction((last) => window.reader.look().position !== last, {}, from);
  }

  /** Opens the bar's list, and gives the link to a step. */
  async link(id) {
    await this.page.evaluate(() => {
      const button = window.reader.story().shadowRoot.querySelector('.where');
      if (button.getAttribute('aria-expanded') === 'false') button.click();
    });
    return this.page.waitForFunction(
      (step) => window.reader.story().shadowRoot.querySelector(`.panel a[href$="/${step}"]`),
      {},
      id,
    );
  }

  /** Opens the bar's list and follows the link to a step. */
  async follow(id) {
    await (await this.link(id)).click();
    return this.look();
  }

  /** Goes one step on or back by the bar's buttons. */
  async press(name) {
    const button = await this.page.waitForFunction(
      (part) => window.reader.story().shadowRoot.querySelector(`.${part}`),
      {},
      name,
    );
    await button.click();
    return this.look();
  }

  /** Opens the bar's list, turns the wheel over it, and says how far the page and the list were scrolled. */
  async wheelOverList(distance) {
    const before = await this.look();
    const list = await this.page.evaluateHandle(async () => {
      const { shadowRoot } = window.reader.story();
      shadowRoot.querySelector('.where').click();
      await window.reader.frames(2);
      const panel = shadowRoot.querySelector('.panel');
      // It may still be where a link was followed last.
      panel.scrollTop = 0;
      return panel;
    });
    await list.hover();
    await this.page.mouse.wheel({ deltaY: distance });
    const { position } = await this.look();
    return { page: position - before.position, list: await list.evaluate((box) => box.scrollTop) };
  }

  /** Goes to the page `/other` by a link, where a library may put it in place of this one. */
  async leave(done) {
    await this.page.evaluate(async (event) => {
      window.reader.forget();
      const there = new Promise((resolve) => addEventListener(event, resolve, { once: true }));
      document.querySelector('#to-other').click();
      await there;
    }, done);
    assert.equal(await this.page.evaluate(() => location.pathname), '/other');
    assert.ok(!(await this.page.$('scroll-story, forty-one-minutes')), 'the story is gone');
  }

  /** Goes back to the story's page. */
  async comeBack() {
    await this.page.evaluate(() => history.back());
    await this.page.waitForFunction(
      () => location.pathname === '/' && document.querySelector('scroll-story, forty-one-minutes'),
    );
    await this.ready();
  }

  /** Asks the story itself for a step. */
  async goTo(id) {
    await this.page.evaluate((step) => window.reader.story().goTo(step), id);
    return this.look();
  }

  /** What the host page counted in `window.host`. */
  counted = () => this.page.evaluate(() => window.host);
}

/**
 * Asserts that what is seen is what the position in the page asks for.
 * @param where names the place in messages
 * @param options.picture false where no picture is expected
 */
export function right(seen, where = '', { picture = true } = {}) {
  const { active, here, told, stage, scene } = seen;
  assert.deepEqual(active, here ? [here] : [], `${where}: the active step`);
  if (told !== undefined) assert.equal(told, here, `${where}: the step last told to the page`);
  if (!here || !picture) return seen;
  if (stage.stays) {
    assert.ok(Math.abs(stage.top - stage.inset) <= 1, `${where}: the stage stays (${stage.top})`);
    assert.ok(stage.height > 200, `${where}: the stage is ${stage.height} px high`);
    assert.ok(!scene || scene.isShown, `${where}: the picture is shown`);
  }
  if (scene) {
    assert.equal(scene.step, scene.asked, `${where}: the picture's state`);
    assert.ok(scene.marks >= 2, `${where}: ${scene.marks} marks are drawn`);
  }
  return seen;
}

/** Runs in the page before anything else: `window.reader` looks at the story from outside. */
function instruments(scroller) {
  let told;
  addEventListener('story-step-change', ({ id }) => (told = id));
  const story = () =>
    document.querySelector('scroll-story') ??
    document.querySelector('forty-one-minutes')?.shadowRoot?.querySelector('[part~="story"]');
  const frames = async (count) => {
    for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
  };
  /** The picture of a step, in a few figures. */
  const pictureOf = (step) => {
    const chapter = chapterOf(step);
    const stage = chapter.shadowRoot.querySelector('[part~="stage"]');
    const scene = chapter.querySelector('[slot="stage"]:not([data-off])');
    const { top, bottom, height } = stage.getBoundingClientRect();
    const box = chapter.getBoundingClientRect();
    const inset = parseFloat(getComputedStyle(stage).top) || 0;
    const view = window.reader.view();
    const own = scene?.getBoundingClientRect();
    return {
      stage: {
        top: top - view.top,
        height,
        inset,
        // A stage stays for as long as its chapter is behind it.
        stays:
          getComputedStyle(stage).position === 'sticky' &&
          box.top < view.top + inset &&
          box.bottom > bottom + 1,
      },
      scene: scene && {
        step: scene.step ?? scene.dataset.step,
        asked: step.step || step.id,
        marks: (scene.shadowRoot?.querySelector('[part~="picture"]') ?? scene).querySelectorAll('*')
          .length,
        isShown:
          own.width > 100 &&
          own.height > 100 &&
          scene.checkVisibility({ visibilityProperty: true }) &&
          own.bottom > view.top &&
          own.top < view.top + view.height,
        html: (scene.shadowRoot ?? scene).innerHTML.length,
      },
    };
  };
  const chapterOf = (step) => step.closest('story-chapter, [part~="chapter"]');
  const activeStep = () => story().steps.find(({ active }) => active);
  window.reader = {
    story,
    activeStep,
    activeChapter: () => chapterOf(activeStep()),
    activeScene: () => chapterOf(activeStep()).querySelector('[slot="stage"]:not([data-off])'),
    /** Forgets what a story has told that leaves the page. */
    forget: () => (told = undefined),
    hide: (element) => element.style.setProperty('display', 'none', 'important'),
    frames,
    scroller: () => document.querySelector(scroller),
    view: () =>
      scroller === 'html'
        ? { top: 0, height: innerHeight }
        : window.reader.scroller().getBoundingClientRect(),
    ready() {
      if (!document.querySelector('scroll-story, forty-one-minutes')) return true;
      const { steps } = story() ?? {};
      if (!steps?.length || document.querySelector('[data-loading]')) return false;
      if (story().hasAttribute('data-loading')) return false;
      return steps.every((step) => step.shadowRoot && step.motion === 'full');
    },
    look() {
      const { steps = [], offset } = story() ?? {};
      const { top, height } = window.reader.view();
      const line = top + height * offset;
      const here = steps.findLast((step) => {
        const box = step.getBoundingClientRect();
        return box.height && box.top <= line;
      });
      const { scrollTop, scrollHeight, clientHeight } = window.reader.scroller();
      return {
        position: Math.round(scrollTop),
        most: scrollHeight - clientHeight,
        active: steps.filter((step) => step.active).map(({ id }) => id),
        here: here?.id ?? '',
        told,
        ...(here ? pictureOf(here) : {}),
      };
    },
    /** What is seen when twenty frames have not changed it. */
    async settled() {
      for (let same = 0, last = ''; ;) {
        await frames(1);
        const seen = window.reader.look();
        const now = JSON.stringify(seen);
        same = now === last ? same + 1 : 0;
        last = now;
        if (same >= 20) return seen;
      }
    },
  };
}
