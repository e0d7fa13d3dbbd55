// `npm test`: every check of the package, in every engine that this machine has.
// `npm run test:long`: the same with many more random inputs, and with the tests that are rarely news.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, npm } from './run.mjs';

const long = process.argv.includes('--long');
const extra = long ? { LONG: '1', LAWS: process.env.LAWS ?? '20' } : {};

const begun = performance.now();
await ensureInstalled();
const { findEngine, getChromium, howToAdd } = await import('../test/runner/engines.mjs');

const names = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };
const engines = [];
const missing = [];
for (const engine of Object.keys(names)) {
  let found = await findEngine(engine);
  if (!found && engine === 'chromium') {
    getChromium();
    found = await findEngine(engine);
  }
  (found ? engines : missing).push(engine);
}

const scratch = mkdtempSync(join(tmpdir(), 'communique-'));
const results = [];

const line = ({ name, passed, failed, seconds }, width = 0) =>
  `${failed ? '✗' : '✓'} ${name.padEnd(width)} ${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed ${seconds.toFixed(1).padStart(7)} s`;

/**
 * Runs one of the package's scripts and notes its result. Parts run side by side, so what a script prints is shown
 * in one piece at its end: always for `show`, else only if it failed.
 * @param counted whether the script writes its counts to the file named by TALLY; one that does not is one check
 * @param waits whether it mostly waits, so that what computes goes before it
 */
async function part(name, script, { counted = false, env = {}, show = false, waits = false } = {}) {
  const start = performance.now();
  const tally = join(scratch, `${script}-${name.replaceAll('/', '-')}.json`);
  const { code, said } = await npm(['run', '--silent', script], {
    output: 'pipe',
    waits,
    env: { ...extra, ...env, ...(counted ? { TALLY: tally } : {}) },
  });
  const result = { name, ...countsOf(code, counted && tally) };
  // A program that ends badly without a failed test has failed all the same.
  if (code && !result.failed) result.failed = 1;
  result.seconds = (performance.now() - start) / 1000;
  results.push(result);
  if (result.failed && !result.failures?.length)
    result.failures = [said.trimEnd().split('\n').slice(-20).join('\n')];
  if (result.failed || show) console.log(`\n— ${name}\n${said.trimEnd()}`);
  console.log(line(result));
}

function countsOf(code, tally) {
  if (!tally) return { passed: code ? 0 : 1, failed: code ? 1 : 0 };
  try {
    return JSON.parse(readFileSync(tally, 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** Chromium draws several windows at once; of the others two run side by side, as their tests mostly wait for frames. */
const browserTests = (engine) =>
  Promise.all(
    (engine === 'chromium' ? ['1/1'] : ['1/2', '2/2']).map((shard) =>
      part(`Browser tests in ${names[engine]}, ${shard}`, 'wtr', {
        counted: true,
        waits: true,
        env: { ENGINE: engine, SHARD: shard, ENGINES: engines.join() },
      }),
    ),
  );

// First what others need and what keeps a processor busy, then side by side, each lane in order: tests in a browser run on
// the sources and mostly wait for frames; end-to-end tests need what is built, and Chromium, and use Firefox where it is
// there.
const builds = async () => {
  await part('Build and size', 'build', { show: true });
  await part('Documentation', 'docs:build');
  await part('Gallery', 'gallery:build');
};
const checks = async () => {
  await part('Types', 'typecheck');
  await part('Lint', 'lint');
  await part('Format', 'format:check');
  await part('Unit tests', 'unit', { counted: true });
};
const endToEnd = async () => {
  if (engines.includes('chromium')) await part('End-to-end tests', 'e2e', { counted: true });
  await part('Package', 'check:package');
};
const checked = checks();
await builds();
await Promise.all([checked, endToEnd(), ...engines.map(browserTests)]);
rmSync(scratch, { recursive: true });

const sum = (key) => results.reduce((all, result) => all + result[key], 0);
const width = Math.max(...results.map(({ name }) => name.length));
console.log('\n');
for (const result of results) console.log(line(result, width));
// Once more at the end, where they are found: what a part said is far up by now.
for (const { name, failures = [] } of results)
  for (const failure of failures) console.log(`\n✗ ${name}\n${failure}`);
console.log(`\nIn all ${((performance.now() - begun) / 1000).toFixed(0)} s.`);
console.log(`Engines: ${engines.map((engine) => names[engine]).join(', ') || 'none'}.`);
for (const engine of missing)
  console.log(`${names[engine]} was not there; to add it: ${howToAdd[engine]}.`);
if (!engines.length) {
  results.push({ passed: 0, failed: 1 });
  console.log('No browser test ran: there is no browser.');
}
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') ? 1 : 0;
