// Prints what each file of the built story costs, and what an engine and one scene cost an application; fails over the
// budgets.
import { readdirSync, readFileSync } from 'node:fs';
import * as scenes from '../dist/scenes/elements.js';
import { brotliBytes, bundle, registered, story } from '../test/bench/bundle.mjs';

/**
 * The most bytes after brotli: of the words, which load first, and of everything that is there once pictures move,
 * scenes, GSAP and Scrollama included. Budgets are round numbers with room, so that a fix need not pay for itself.
 */
const embedBudget = { first: 42_000, moving: 115_000 };
/** The same of the script for pages that have stories in frames. */
const frameBudget = 4000;
/** The same of any one scene, in an application: alone, and in a story. */
const sceneBudgets = { alone: [40_000, 58_000], story: [55_000, 75_000] };

const folder = new URL('../dist/forty-one-minutes/', import.meta.url);
const entry = 'forty-one-minutes.js';

const print = (bytes, what) => console.log(`${String(Math.round(bytes)).padStart(8)}  ${what}`);

const problems = [];
/** Prints a sum, and notes it where it is over its budget. */
function guard(bytes, budget, what) {
  print(bytes, `${what}, of ${budget} at most`);
  if (bytes > budget) problems.push(`${what}: ${bytes - budget} bytes over the budget.`);
}

/** What loads at first is a small file that keeps its name, and the words; then come the scenes, GSAP and Scrollama. */
const isFirst = (name) => name === entry || name.startsWith('words-');
const isMoving = (name) => isFirst(name) || /^(scenes|gsap|index)-/.test(name);

console.log(`${entry}, bytes after brotli:`);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.js'))
  .map((name) => ({ name, bytes: brotliBytes(readFileSync(new URL(name, folder), 'utf8')) }));
for (const { name, bytes } of files) print(bytes, name);
const sumOf = (wanted) =>
  files.filter(({ name }) => wanted(name)).reduce((all, { bytes }) => all + bytes, 0);
guard(sumOf(isFirst), embedBudget.first, 'at first');
guard(sumOf(isMoving), embedBudget.moving, 'in all, with GSAP and Scrollama');

const frameScript = readFileSync(new URL('../dist/embed/frame.js', import.meta.url), 'utf8');
guard(brotliBytes(frameScript), frameBudget, 'frame.js, in a page with a framed story');

console.log('\nAs an application bundles it, Lit included:');
for (const { scene } of Object.values(scenes))
  for (const [what, names, [atFirst, inAll]] of [
    [`<${scene.tag}> alone`, [scene.tag], sceneBudgets.alone],
    [`a story with <${scene.tag}>`, [...story, scene.tag], sceneBudgets.story],
  ]) {
    const sizes = await bundle(registered(...names), { minify: true });
    guard(sizes.first, atFirst, `${what}, at first`);
    guard(sizes.moving, inAll, `${what}, in all`);
  }

for (const problem of problems) console.error(problem);
if (problems.length) process.exitCode = 1;
