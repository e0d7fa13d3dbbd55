// Measures what drivers of one story cost a page: `node test/bench/drivers.mjs [driver ...]`, after `npm run build`.
// All in one run, in turn, so that the ratios hold whatever machine it is; no timing decides a test.
import { createServer } from 'node:http';
import puppeteer from 'puppeteer-core';
import { chromiumArgs, needEngine } from '../runner/engines.mjs';
import { build, drivers } from './drivers/build.mjs';
import { line, page as pageOf, place } from './drivers/reference.mjs';
import { cost, heap, instruments, median } from './measure.mjs';

const { RUNS = 5, STEPS = '12,120,1000', SLOW = '1,4' } = process.env;
const wanted = process.argv.slice(2);
const names = ['control', ...drivers.filter((name) => name !== 'control')].filter(
  (name) => !wanted.length || name === 'control' || wanted.includes(name),
);
const counts = STEPS.split(',').map(Number);
const slowdowns = SLOW.split(',').map(Number);

const built = {};
for (const name of names) built[name] = await build(name);

const server = createServer((request, response) => {
  const [, name, file] = request.url.split('/');
  const [, driver, count] = name.match(/^([\w-]+)\.(\d+)$/) ?? [];
  const body = driver ? pageOf(driver, Number(count)) : built[name]?.files[file];
  response.setHeader('content-type', driver ? 'text/html' : 'text/javascript');
  response.statusCode = body ? 200 : 404;
  response.end(body);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${server.address().port}`;
const { path } = await needEngine('chromium');

const pixels = 40;
const frames = 200;

/** In the page: how far through the story the reader is, and where the first mark is seen, in pixels of the picture. */
function look(share) {
  const steps = document.querySelectorAll('.step, story-step');
  const { top } = steps[0].getBoundingClientRect();
  const { bottom } = steps[steps.length - 1].getBoundingClientRect();
  const t = (innerHeight * share - top) / (bottom - top);
  const root = document.querySelector('reference-scene')?.shadowRoot ?? document;
  const mark = root.querySelector('.mark');
  const [, x] = mark.getAttribute('d')?.match(/^M([\d.]+)/) ?? [];
  if (x) return [t, Number(x)];
  const { left, width } = mark.getBoundingClientRect();
  return [t, left + width / 2 - root.querySelector('svg').getBoundingClientRect().left];
}

/** One page, from its opening to its end. */
async function attempt(name, count, slowdown) {
  const browser = await puppeteer.launch({ executablePath: path, args: chromiumArgs });
  try {
    const [page] = await browser.pages();
    const problems = [];
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('console', (message) => problems.push(message.text()));
    await page.setViewport({ width: 1280, height: 800 });
    await page.evaluateOnNewDocument(instruments);
    const cdp = await page.createCDPSession();
    await cdp.send('Performance.enable');
    await page.goto(`${url}/${name}.${count}`);
    await page.evaluate(() => window.bench.frames(30));
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const setUp = await cost(cdp, () =>
      page.evaluate(async () => {
        window.bench.longTasks.length = 0;
        await window.start();
        await window.bench.frames(30);
      }),
    );
    /** Puts the top of the steps, or some pixels below it, where the line is. */
    const goTo = (by) =>
      page.evaluate(async (far) => {
        const step = document.querySelector('.step, story-step');
        const top = step.getBoundingClientRect().top;
        scrollBy({ top: top - innerHeight * 0.7 + far, behavior: 'instant' });
        await window.bench.frames(50); // a picture that plays to where it was sent is at rest then
      }, by);
    const pass = (by) => page.evaluate((n, px) => window.bench.pass(n, px), frames, by);
    // Begins in the middle where the story is long; a short one is passed from its top to its end.
    const from = count > 12 ? Math.round(count / 2) * 640 : 0;
    await goTo(from);
    await page.evaluate(() => window.bench.pass(20, 40));
    await goTo(from);
    const away = [];
    const scrolled = await cost(cdp, async () => {
      away.push(...(await pass(pixels)), ...(await pass(-pixels)));
    });
    const longTasks = await page.evaluate(() => window.bench.longTasks);
    // The same again, with a look at each frame: how often is the first mark elsewhere than the scroll has it?
    await goTo(from + 640);
    const seen = await page.evaluate(`window.bench.pass(60, ${pixels}, () => (${look})(${line}))`);
    const late = seen.filter(({ seen: [t, x] }) => Math.abs(place(t, 0)[0] - x) > 2 * (12 / count));
    await goTo(-2400);
    const far = await cost(cdp, () => page.evaluate(() => window.bench.pass(60, -10)));
    // GSAP looks every 120 frames whether it may sleep.
    await page.evaluate(() => window.bench.frames(150));
    const idle = await cost(cdp, () => new Promise((done) => setTimeout(done, 1000)));
    const bytes = await heap(cdp);
    if (problems.length) throw new Error(`${name}: ${problems.join('; ')}`);
    const each = (kind, of = scrolled, n = frames * 2) => of[kind] / n;
    const gaps = away.slice(1).map(({ due }, i) => due - away[i].due);
    const worked = away.map((one) => one.worked);
    return {
      script: each('script'),
      style: each('style'),
      layout: each('layout'),
      all: each('all'),
      over: worked.filter((time) => time > 16.7).length,
      longest: Math.max(...worked),
      missed: gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / (1000 / 60)) - 1), 0),
      late: late.length,
      long: longTasks.length,
      setUpScript: setUp.script,
      setUp: setUp.all,
      far: each('script', far, 60),
      idle: idle.all,
      heap: bytes,
    };
  } finally {
    await browser.close();
  }
}

/** Prints a table as Markdown. */
function print(title, columns, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  console.log(`\n${title}\n\n${line(columns)}\n${line(columns.map(() => '---'))}`);
  for (const row of rows) console.log(line(row));
}

const fixed = (digits) => (value) => value.toFixed(digits);

for (const count of counts)
  for (const slowdown of slowdowns) {
    const found = Object.fromEntries(names.map((name) => [name, []]));
    for (let run = 0; run < Number(RUNS); run++)
      for (const name of names) found[name].push(await attempt(name, count, slowdown));
    const of = (name, key) => median(found[name].map((one) => one[key]));
    const net = (name, key) => of(name, key) - of('control', key);
    const lean = names.includes('lean') ? net('lean', 'all') : NaN;
    print(
      `${count} steps, ${slowdown}x slowdown: milliseconds a frame, medians of ${RUNS}`,
      ['driver', 'script', 'style', 'layout', 'all', 'net', 'of lean', 'over 16.7', 'longest', 'missed', 'late of 60', 'long tasks', 'set-up script', 'set-up', 'far', 'idle/s', 'heap kB', 'brotli kB'],
      names.map((name) => [
        name,
        ...['script', 'style', 'layout', 'all'].map((key) => fixed(2)(of(name, key))),
        fixed(2)(net(name, 'all')),
        fixed(2)(net(name, 'all') / lean),
        of(name, 'over'),
        fixed(1)(of(name, 'longest')),
        of(name, 'missed'),
        name === 'control' ? '-' : of(name, 'late'),
        of(name, 'long'),
        fixed(0)(net(name, 'setUpScript')),
        fixed(0)(net(name, 'setUp')),
        fixed(3)(net(name, 'far')),
        fixed(1)(net(name, 'idle')),
        fixed(0)(net(name, 'heap') / 1000),
        fixed(1)(built[name].bytes / 1000),
      ]),
    ); // prettier-ignore
  }

server.close();
