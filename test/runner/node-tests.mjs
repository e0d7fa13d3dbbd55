// Runs tests under Node's test runner and writes their counts, and what failed, to the file named by TALLY.
//
//   node --import tsx test/runner/node-tests.mjs unit [part of a file name …]
//   node test/runner/node-tests.mjs e2e [part of a file name …]
//
// Files called *.long.test.mjs run with LONG=1, or when they are named.
import { readdirSync, writeFileSync } from 'node:fs';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const kinds = {
  unit: { folder: root, ending: '.node.test.ts' },
  e2e: { folder: `${root}e2e/`, ending: '.test.mjs' },
};
const [kind, ...wanted] = process.argv.slice(2);
const { folder, ending } = kinds[kind];

/** These take longest, so they start first. */
const slowest = [
  'gallery',
  'build',
  'frameworks',
  'frame',
  'wordpress',
  'axe',
  'hosts',
  'reading',
  'libraries',
  'map',
];
const rank = (file) => {
  const at = slowest.findIndex((name) => file === `${name}.test.mjs`);
  return at < 0 ? slowest.length : at;
};

const files = readdirSync(folder, { recursive: true })
  .filter((file) => file.endsWith(ending) && !/(^|\/)(packages|node_modules)\//.test(file))
  .filter((file) =>
    wanted.length
      ? wanted.some((part) => file.includes(part))
      : process.env.LONG || !file.includes('.long.'),
  )
  .sort((a, b) => rank(a) - rank(b))
  .map((file) => folder + file);

const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
const isTest = ({ details }) => details.type !== 'suite';
const tests = run({ files, concurrency: 3 })
  .on('test:pass', (event) => {
    if (isTest(event)) counts[event.skip ? 'skipped' : 'passed']++;
  })
  .on('test:fail', (event) => {
    process.exitCode = 1;
    if (!isTest(event)) return;
    counts.failed++;
    const { error } = event.details;
    counts.failures.push(
      `${relative('', event.file)}: ${event.name}: ${error.cause?.message ?? error.message}`,
    );
  });
tests.compose(new spec()).pipe(process.stdout);
tests.on('end', () => {
  if (process.env.TALLY) writeFileSync(process.env.TALLY, JSON.stringify(counts));
});
