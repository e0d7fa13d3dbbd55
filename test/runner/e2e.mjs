// Runs test/e2e/*.test.mjs, one file after another, and leaves the counts in the file that TALLY names.
import { readdirSync, writeFileSync } from 'node:fs';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../e2e/', import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.test.mjs'))
  .filter((name) => !wanted.length || wanted.some((part) => name.includes(part)))
  .map((name) => folder + name);

const sums = { passed: 0, failed: 0, skipped: 0 };
const isTest = ({ details }) => details.type !== 'suite';
const tests = run({ files, concurrency: 1 })
  .on('test:pass', (event) => {
    if (isTest(event)) sums[event.skip ? 'skipped' : 'passed']++;
  })
  .on('test:fail', (event) => {
    process.exitCode = 1;
    if (isTest(event)) sums.failed++;
  });
tests.compose(new spec()).pipe(process.stdout);
tests.on('end', () => {
  if (process.env.TALLY) writeFileSync(process.env.TALLY, JSON.stringify(sums));
});
