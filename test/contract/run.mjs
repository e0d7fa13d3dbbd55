// Puts step triggers to the contract in every engine that is here, and prints what each passes as a Markdown table.
// `node test/contract/run.mjs [engine ...]`
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findEngine } from '../runner/engines.mjs';

const wanted = process.argv.slice(2);
const here = mkdtempSync(join(tmpdir(), 'contract-'));
const root = fileURLToPath(new URL('../..', import.meta.url));
const wtr = join(root, 'node_modules/.bin/wtr');
const found = [];
const engines = [];

for (const engine of ['chromium', 'firefox', 'webkit']) {
  if (wanted.length && !wanted.includes(engine)) continue;
  if (!(await findEngine(engine))) {
    console.error(`${engine} is not here.`);
    continue;
  }
  console.error(`In ${engine} ...`);
  const file = join(here, `${engine}.jsonl`);
  writeFileSync(file, '');
  const { status } = spawnSync(wtr, ['--config', 'test/contract/wtr.config.mjs'], {
    cwd: root,
    env: { ...process.env, ENGINE: engine, CONTRACT: file },
    stdio: ['ignore', 2, 2],
  });
  // Only this package's own trigger can fail a run.
  if (status) process.exitCode = 1;
  engines.push(engine);
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean))
    found.push({ engine, ...JSON.parse(line) });
  if (process.env.VERBOSE)
    for (const { engine: where, name, law, why } of found)
      if (why && where === engine) console.error(`${name}, ${law}: ${why}`);
}
rmSync(here, { recursive: true });

const unique = (key) => [...new Set(found.map((one) => one[key]))];
const names = unique('name');
const cell = (name, law) => {
  const by = engines.map(
    (engine) =>
      found.find((one) => one.engine === engine && one.name === name && one.law === law)?.found ??
      '–',
  );
  // One word where the engines agree, else one for each.
  return new Set(by).size === 1 ? by[0] : by.join(' / ');
};
const row = (cells) => `| ${cells.join(' | ')} |`;
console.log(`In ${engines.join(' / ')}; one word where they agree.\n`);
console.log(row(['law', ...names]));
console.log(row(['---', ...names.map(() => '---')]));
for (const law of unique('law')) console.log(row([law, ...names.map((name) => cell(name, law))]));
for (const name of names) {
  const yes = engines.map(
    (engine) =>
      found.filter((one) => one.engine === engine && one.name === name && one.found === 'yes')
        .length,
  );
  console.error(`${name}: ${yes.join(' / ')} laws kept`);
}
