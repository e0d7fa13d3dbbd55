// What the whole story costs a news page, at a processor four times slower: `node test/bench/story.mjs`, after
// `npm run build`. It prints; no figure decides a test. Names of runs can be given: wide, phone, prerendered.
// `--profile` also prints where the time of each long task went; the profiler makes all a third slower.
import puppeteer from 'puppeteer-core';
import { start } from '../../scripts/serve.mjs';
import { chromiumArgs, needEngine } from '../runner/engines.mjs';
import { addTo, categories, framesOf, readTrace } from './trace.mjs';

const slower = 4;
const loads = Number(process.env.LOADS ?? 5);
const runs = {
  wide: { path: '/news.html', width: 1280, height: 800 },
  phone: { path: '/news.html', width: 390, height: 844 },
  prerendered: { path: '/prerendered.html', width: 1280, height: 800 },
};
const wanted = process.argv.slice(2).filter((name) => name in runs);
const profiled = process.argv.includes('--profile');

const server = await start();
const { path: executablePath } = await needEngine('chromium');
const browser = await puppeteer.launch({ executablePath, headless: true, args: chromiumArgs });

const embedded =
  /<forty-one-minutes[^]*<\/forty-one-minutes>|<script[^>]*forty-one-minutes\.js[^>]*><\/script>/g;
const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const sum = (list, of) => list.reduce((all, one) => all + of(one), 0);
const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Opens a page, with the embed or without, whose document comes the same way in both cases. */
async function open({ path, width, height }, without) {
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  await page.emulateCPUThrottling(slower);
  const html = await (await fetch(server.url + path)).text();
  const body = Buffer.from(without ? html.replace(embedded, '') : html).toString('base64');
  const session = await page.createCDPSession();
  await session.send('Fetch.enable', {
    patterns: [{ urlPattern: `*${path}`, resourceType: 'Document' }],
  });
  const responseHeaders = [{ name: 'content-type', value: 'text/html; charset=utf-8' }];
  session.on('Fetch.requestPaused', ({ requestId }) =>
    session.send('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders, body }),
  );
  await page.evaluateOnNewDocument(() => {
    window.noted = { shift: 0, paint: 0 };
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries())
        if (!hadRecentInput) window.noted.shift += value;
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver(
      (list) => (window.noted.paint = list.getEntries().at(-1).startTime),
    ).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    });
  });
  const profile = profiled && !without;
  if (profile) {
    await session.send('Profiler.enable');
    await session.send('Profiler.setSamplingInterval', { interval: 200 });
  }
  const traced = async (work) => {
    if (profile) await session.send('Profiler.start');
    await page.tracing.start({ categories });
    await work();
    const tasks = readTrace(await page.tracing.stop());
    if (profile) attribute(tasks, (await session.send('Profiler.stop')).profile);
    return tasks;
  };
  return { page, session, traced, noted: () => page.evaluate(() => window.noted) };
}

/** Loads a page and leaves it alone until it is ready. */
async function load(run, without) {
  const opened = await open(run, without);
  const { page, traced } = opened;
  const tasks = await traced(async () => {
    await page.goto(server.url + run.path);
    // The story says when all of it is there; a page without it is as quiet after the same time.
    await page.evaluate(() => document.querySelector('forty-one-minutes')?.updateComplete);
    await wait(2000);
  });
  return { ...opened, tasks };
}

/** Milliseconds beyond 50 of tasks longer than that. */
const blocking = (tasks) => sum(tasks, ({ wall }) => Math.max(0, wall - 50));
const long = (tasks) => tasks.filter(({ wall }) => wall > 50);

/**
 * Scrolls to a place on the page as a wheel does, by some pixels a sixtieth of a second. A page that scrolls itself would
 * be laid out for that in the middle of a frame, which no reader does.
 */
async function scroll({ page, session }, to, by = 40) {
  const from = await page.evaluate(() => scrollY);
  await session.send('Input.synthesizeScrollGesture', {
    x: 100,
    y: 300,
    yDistance: from - to,
    speed: by * 60,
    gestureSourceType: 'mouse',
  });
}

async function measure(name, run) {
  const figures = { tbt: [], tbtBare: [], lcp: [], lcpBare: [], shift: [], longest: [] };
  let last;
  for (let i = 0; i < loads; i++) {
    const bare = await load(run, true);
    figures.tbtBare.push(blocking(bare.tasks));
    figures.lcpBare.push((await bare.noted()).paint);
    await bare.page.close();
    await last?.page.close();
    last = await load(run);
    figures.tbt.push(blocking(last.tasks));
    figures.longest.push(Math.max(...ours(last.tasks).map(({ wall }) => wall)));
    const { paint, shift } = await last.noted();
    figures.lcp.push(paint);
    figures.shift.push(shift);
  }
  const m = Object.fromEntries(Object.entries(figures).map(([key, list]) => [key, median(list)]));
  console.log(
    `\n${name}: ${run.path}, ${run.width}×${run.height}, ${slower}× slower, medians of ${loads} loads`,
  );
  line('LCP, ms: with / without', m.lcp, m.lcpBare);
  line('TBT, ms: with / without / added', m.tbt, m.tbtBare, m.tbt - m.tbtBare);
  line('longest task with our script, ms', m.longest);
  console.log(`  long tasks of the last load (ms, of which script of ours):`);
  for (const task of long(last.tasks)) printTask(task);

  const { page, traced } = last;
  const [top, bottom] = await page.evaluate(() => {
    const box = document.querySelector('forty-one-minutes').getBoundingClientRect();
    return [box.top + scrollY, box.bottom + scrollY];
  });
  const rest = 3;
  const still = await traced(() => wait(rest * 1000));
  line(
    'off screen, nothing happens: ms a second, all / ours',
    sum(still, ({ cpu }) => cpu) / rest,
    sum(still, (task) => task.ours) / rest,
  );
  const far = await traced(async () => {
    for (let i = 0; i < 2; i++) {
      await scroll(last, top - run.height * 1.3, 20);
      await scroll(last, 0, 20);
    }
  });
  frames('scrolling far from the story', far);
  await scroll(last, top - run.height * 1.1);
  frames('reading, down', await traced(() => scroll(last, bottom)), true);
  frames('reading, back up', await traced(() => scroll(last, top - run.height)), true);
  line('CLS after reading (and of loads)', (await last.noted()).shift, m.shift);
  await page.close();
}

const ours = (tasks) => tasks.filter((task) => task.ours > 0.5);
const figure = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0));
const line = (what, ...values) =>
  console.log(`  ${what.padEnd(56)} ${values.map(figure).join(' / ')}`);

function frames(what, tasks, detail = false) {
  const all = framesOf(tasks);
  const over = all.filter(({ cpu }) => cpu > 16.7);
  line(
    `${what}: frames, all ms a frame / ours`,
    all.length,
    sum(all, (f) => f.cpu) / all.length,
    sum(all, (f) => f.ours) / all.length,
  );
  line(
    '  longest frame: all / script of ours',
    Math.max(...all.map((f) => f.cpu)),
    Math.max(...all.map((f) => f.ours)),
  );
  line(
    '  frames over 16.7 ms: all / script of ours',
    over.length,
    all.filter((f) => f.ours > 16.7).length,
  );
  line('  long tasks', long(tasks).length);
  if (!detail) return;
  for (const task of long(tasks)) printTask(task);
  const sums = over.reduce((all, { parts }) => addTo(all, parts), {});
  const kinds = Object.entries(sums).map(([kind, time]) => `${kind} ${figure(time / over.length)}`);
  if (over.length) console.log(`    a frame over 16.7 ms has on average: ${kinds.join(', ')}`);
}

function printTask({ wall, ours: own, parts, calls, spent = [] }) {
  const kinds = Object.entries(parts)
    .filter(([, time]) => time > 1)
    .map(([kind, time]) => `${kind} ${figure(time)}`);
  const [most] = calls.toSorted((a, b) => b.cpu - a.cpu);
  const from = most ? `${most.name} ${figure(most.cpu)}` : 'no script of ours';
  console.log(`    ${figure(wall).padStart(5)} (${figure(own)}) ${kinds.join(', ')}; ${from}`);
  for (const [place, time] of [...spent].sort((a, b) => b[1] - a[1]).slice(0, 14))
    console.log(`      ${figure(time).padStart(6)} ${place}`);
}

/** Gives each task the functions that its time went into, and how much. */
function attribute(tasks, { nodes, samples, timeDeltas, startTime }) {
  const places = new Map(
    nodes.map(({ id, callFrame: { url, functionName } }) => [
      id,
      `${functionName} ${url.split('/').at(-1)}`,
    ]),
  );
  let now = startTime / 1000;
  let at = 0;
  samples.forEach((id, i) => {
    const time = timeDeltas[i] / 1000;
    now += time;
    while (tasks[at + 1] && tasks[at + 1].start < now) at++;
    const { start, wall, spent = (tasks[at].spent = new Map()) } = tasks[at];
    const place = places.get(id);
    if (now > start && now <= start + wall + time) spent.set(place, (spent.get(place) ?? 0) + time);
  });
}

try {
  for (const [name, run] of Object.entries(runs))
    if (!wanted.length || wanted.includes(name)) await measure(name, run);
} finally {
  await browser.close();
  await server.close();
}
