// Prints the longest task that a page has while a scene of a size is read, arranged, drawn and taken through its states:
//   npm run build && node test/bench/sizes.mjs [part of a case's name]
// It is the processor's time, which other programs do not lengthen. CPU=4 slows the processor down. A case that takes longer
// than a minute is said to freeze.
import { fileURLToPath } from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import puppeteer from 'puppeteer-core';
import { rollup } from 'rollup';
import { chromiumArgs, needEngine } from '../runner/engines.mjs';
import { categories, readTrace } from './trace.mjs';

const many = (count, make) => Array.from({ length: count }, (_, i) => make(i));
/** Places in and around Europe, where most of them are in each other's way. */
const place = (i, count) => ({
  name: `Place ${i}`,
  count,
  lat: 36 + ((i * 7.31) % 30),
  lon: -10 + ((i * 13.77) % 45),
});
const states = many(20, (i) => ({
  step: `s${i}`,
  focus: i % 2 ? 'all' : `${45 + i / 2},10,${800 + 100 * i}`,
  total: 'yes',
  lines: 1,
  home: Number(i === 19),
}));
const group = (i, count) => ({ name: `Row ${i}`, group: `Group ${i}`, count });
const row = (i, count) => ({ name: `Row ${i}`, group: `Group ${i % 3}`, count });

const cases = {
  'map: 30 places, 150 people': ['diplomat-map', { data: many(30, (i) => place(i, 5)) }],
  'map: 200 places': ['diplomat-map', { data: many(200, (i) => place(i, 1 + (i % 5))) }],
  'map: 1,000 places': ['diplomat-map', { data: many(1000, (i) => place(i, 1 + (i % 3))) }],
  'map: 1,000 places, 20 states': [
    'diplomat-map',
    { data: many(1000, (i) => place(i, 1)), states },
  ],
  'map: 10 places of 2,000': ['diplomat-map', { data: many(10, (i) => place(i * 17, 2000)) }],
  'map: 5,000 rows at 200 places': ['diplomat-map', { data: many(5000, (i) => place(i % 200, 1)) }],
  'map: 5,000 places': ['diplomat-map', { data: many(5000, (i) => place(i, 1)) }],
  'map: 6,000 places': ['diplomat-map', { data: many(6000, (i) => place(i, 1)) }],
  'map: a focus of 1e12 km': [
    'diplomat-map',
    { data: many(30, (i) => place(i, 5)), states: [{ step: 's', focus: '50,10,1000000000000' }] },
  ],
  'map: outlines of 1e12 km': [
    'diplomat-map',
    {
      data: many(30, (i) => place(i, 5)),
      map: { land: 'M0 0H9V9Z', borders: '', centre: [10, 50], radius: 1e12, unit: 1 },
      states: [{ step: 's', focus: '50,10,40000' }],
    },
  ],
  'map: 1,000 unknown names': [
    'diplomat-map',
    {
      data: many(1000, (i) => place(i, 1)),
      states: [{ step: 's', names: many(1000, (i) => `Nowhere ${i}`).join() }],
    },
  ],
  'counter: 18 rows, 116 people': ['expulsion-counter', { data: many(18, (i) => row(i, 6)) }],
  'counter: 200 rows': ['expulsion-counter', { data: many(200, (i) => row(i, 1 + (i % 17))) }],
  'counter: 1,000 rows': ['expulsion-counter', { data: many(1000, (i) => row(i, 1 + (i % 3))) }],
  'counter: 1,000 rows of one count': ['expulsion-counter', { data: many(1000, (i) => row(i, 2)) }],
  'counter: 1,000 groups': ['expulsion-counter', { data: many(1000, (i) => group(i, 2)) }],
  'counter: 5,000 rows': ['expulsion-counter', { data: many(5000, (i) => row(i, i)) }],
  'counter: 5,000 groups': ['expulsion-counter', { data: many(5000, (i) => group(i, 1)) }],
  'counter: 50,000 rows': ['expulsion-counter', { data: many(50_000, (i) => row(i, i)) }],
  'counter: 1e15 beside 3': [
    'expulsion-counter',
    { data: [row(0, 1e15), row(1, 3), row(2, 12.5)] },
  ],
  'counter: a name of 100,000 letters': [
    'expulsion-counter',
    { data: [{ name: 'long name '.repeat(10_000), count: 4 }], note: 'a note '.repeat(10_000) },
  ],
  'counter: 5,000 bad rows': [
    'expulsion-counter',
    { data: [row(0, 1), ...many(4999, (i) => ({ ...row(i, `bad ${i}`), tone: 'x' }))] },
  ],
};

/** In the page: mounts a scene, takes it through its states, and says how many marks it has. */
async function run(tag, own) {
  const frames = async (count) => {
    for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
  };
  const scene = document.createElement(tag);
  Object.assign(scene, { home: 'Home', unit: 'people', motion: 'static' }, own);
  scene.style.cssText = 'inline-size:760px;block-size:640px';
  await frames(3);
  document.body.append(scene);
  const svg = () => scene.shadowRoot.querySelector('.picture svg, .notice');
  await frames(2);
  for (let i = 0; i < 600 && !svg(); i++) await frames(1);
  for (const step of scene.steps.slice(0, 4)) {
    scene.step = step;
    await frames(3);
  }
  scene.style.inlineSize = '700px';
  await frames(30);
  return [...scene.shadowRoot.querySelectorAll('.mark, .people path')].reduce(
    (sum, path) => sum + (path.getAttribute('d') ?? '').split('M').length - 1,
    0,
  );
}

const build = await rollup({
  input: fileURLToPath(new URL('../../dist/define.js', import.meta.url)),
  plugins: [nodeResolve()],
  onLog: () => {},
});
const { output } = await build.generate({ format: 'es', inlineDynamicImports: true });
const { path } = await needEngine('chromium');
const browser = await puppeteer.launch({ executablePath: path, args: chromiumArgs });
for (const [name, [tag, own]] of Object.entries(cases)) {
  if (!name.includes(process.argv[2] ?? '')) continue;
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  let warnings = 0;
  page.on('console', (message) => (warnings += Number(message.type() === 'warn')));
  await page.setContent('<!doctype html><html lang="en"><body></body></html>');
  await page.addScriptTag({ type: 'module', content: output[0].code });
  if (process.env.CPU) await page.emulateCPUThrottling(Number(process.env.CPU));
  const timeout = new Promise((resolve) => setTimeout(resolve, 60_000).unref());
  // The data are handed over before the clock runs.
  await page.evaluate((given) => (window.given = given), own);
  await page.tracing.start({ categories });
  const marks = await Promise.race([
    page.evaluate(`(${run})(${JSON.stringify(tag)}, window.given)`),
    timeout,
  ]);
  if (marks === undefined) {
    console.log(`  freezes  ${name}`);
    continue;
  }
  const tasks = readTrace(await page.tracing.stop());
  const { cpu, parts } = tasks.reduce((long, task) => (task.cpu > long.cpu ? task : long));
  const what = Object.entries(parts)
    .filter(([, ms]) => ms > cpu / 10)
    .map(([part, ms]) => `${part} ${Math.round(ms)}`);
  console.log(
    `${`${Math.round(cpu)} ms`.padStart(9)}  ${name}: ${what.join(', ')}; ${marks} marks, ${warnings} warnings`,
  );
  await context.close();
}
await Promise.race([browser.close(), new Promise((resolve) => setTimeout(resolve, 3000).unref())]);
browser.process()?.kill('SIGKILL');
