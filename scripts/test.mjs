// `npm test`: every check of the package, in every engine that this machine has.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, npm, root, run } from './run.mjs';

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

/** Runs one part and keeps what came of it. A part without counts of its own counts as one check. */
async function part(name, work) {
  console.log(`— ${name}`);
  const start = performance.now();
  const { code, passed = code ? 0 : 1, failed = code ? 1 : 0 } = await work();
  // A program that ends badly without a failed test has failed all the same.
  const failures = failed || (code ? 1 : 0);
  const seconds = (performance.now() - start) / 1000;
  results.push({ name, passed, failed: failures, seconds });
}

/** Runs a program that leaves its counts as JSON in the file named by TALLY. */
async function counted(work) {
  const file = join(scratch, `${results.length}.json`);
  const { code } = await work({ TALLY: file });
  try {
    return { code, ...JSON.parse(readFileSync(file, 'utf8')) };
  } catch {
    return { code: code || 1, passed: 0, failed: 1 };
  }
}

const script = (name) => npm(['run', '--silent', name]);

/** Runs a script whose words are wanted only where it fails. */
async function quiet(name) {
  const { code, said } = await npm(['run', '--silent', name], { output: 'pipe' });
  if (code) console.log(said);
  return { code };
}

await Promise.all([
  part('Types', () => quiet('typecheck')),
  part('Lint', () => quiet('lint')),
  part('Format', () => quiet('format:check')),
]);
await part('Build and size', () => script('build'));
await part('Gallery', () => quiet('gallery:build'));
await part('Package', () => quiet('check:package'));
for (const engine of engines)
  await part(`Unit and component tests in ${names[engine]}`, () =>
    counted((env) => npm(['run', '--silent', 'wtr'], { env: { ...env, ENGINE: engine } })),
  );
if (engines.includes('chromium'))
  await part('End-to-end tests', () =>
    counted((env) => run(process.execPath, [join(root, 'test/runner/e2e.mjs')], { env })),
  );
rmSync(scratch, { recursive: true });

const sum = (key) => results.reduce((all, result) => all + result[key], 0);
const width = Math.max(...results.map(({ name }) => name.length));
console.log('\n');
for (const { name, passed, failed, seconds } of results)
  console.log(
    `${failed ? '✗' : '✓'} ${name.padEnd(width)} ${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed ${seconds.toFixed(1).padStart(7)} s`,
  );
console.log(`\nIn all ${((performance.now() - begun) / 1000).toFixed(0)} s.`);
console.log(`Engines: ${engines.map((engine) => names[engine]).join(', ') || 'none'}.`);
for (const engine of missing)
  console.log(`${names[engine]} was not there; to add it: ${howToAdd[engine]}.`);
if (!engines.length) {
  results.push({ passed: 0, failed: 1 });
  console.log('Without a browser the tests that need one have not run.');
}
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') ? 1 : 0;
