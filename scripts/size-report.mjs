// Prints what each part of the built embed costs, and what an engine and one scene cost an application; fails over the
// budgets.
import { readdirSync, readFileSync } from 'node:fs';
import { decodedMappings, TraceMap } from '@jridgewell/trace-mapping';
import * as scenes from '../dist/scenes/elements.js';
import { brotliBytes, bundle, registered, story } from '../test/bench/bundle.mjs';

/**
 * The most bytes after brotli: of the words, which load first, and of everything that is there once pictures move,
 * scenes, GSAP and Scrollama included. Budgets are round numbers with room, so that a fix need not pay for itself.
 */
const embedBudget = { first: 40_000, moving: 95_000 };
/** The same of the script for pages that have stories in frames. */
const frameBudget = 3500;
/** The same of any one scene, in an application: alone, and in a story. */
const sceneBudgets = { alone: [40_000, 58_000], story: [55_000, 75_000] };

const folder = new URL('../dist/embed/', import.meta.url);
const entry = 'forty-one-minutes.js';
/** The chunks that move a story: its scenes, GSAP, and Scrollama, whose file is called `index`. */
const engines = /^(scenes|gsap|index)-/;
const read = (name) => readFileSync(new URL(name, folder), 'utf8');

/** The part of the whole that a source file belongs to. */
function partOf(source) {
  const [, module] = source.match(/node_modules\/(@[^/]+|[^/]+)/) ?? [];
  if (module) return /^(@lit|lit)/.test(module) ? 'lit' : module;
  const [, layer, rest] = source.match(/src\/([^/]+)\/(.*)\.\w+$/) ?? [];
  if (layer === 'core' || layer === 'controllers') return 'core and controllers';
  if (layer === 'scenes')
    return rest.includes('/') ? `scene: ${rest.split('/')[0]}` : 'scenes: base';
  if (layer === 'narratives') return rest.replace('/', ': ');
  return layer ?? 'bundler';
}

/**
 * Parts minified code by its source map. What stands before the first mark of a line, as in a template literal of
 * several lines, belongs to what stood before it.
 * @returns a map from the name of a part to its code
 */
function parted(code, map) {
  const parts = new Map();
  const trace = new TraceMap(map);
  const mappings = decodedMappings(trace);
  let part = 'bundler';
  const add = (text) => parts.set(part, (parts.get(part) ?? '') + text);
  code.split('\n').forEach((line, at) => {
    let end = 0;
    for (const [start, source] of mappings[at] ?? []) {
      add(line.slice(end, start));
      end = start;
      part = source === undefined ? 'bundler' : partOf(trace.sources[source] ?? '');
    }
    add(`${line.slice(end)}\n`);
  });
  return parts;
}

const print = (bytes, what) => console.log(`${String(Math.round(bytes)).padStart(8)}  ${what}`);

/** What loads at first: a small file that keeps its name, and the words. */
const names = readdirSync(folder).filter((each) => /-[\w-]{8}\.js$/.test(each));
const words = names.find((name) => name.startsWith('words-'));
const code = read(words);
const total = brotliBytes(read(entry)) + brotliBytes(code);
// A part's share is what it comes to alone, scaled so that the shares add up to the whole.
const parts = [...parted(code, read(`${words}.map`))].map(([name, text]) => [
  name,
  brotliBytes(text),
]);
const sum = parts.reduce((all, [, bytes]) => all + bytes, 0);
console.log(`${entry}, bytes after brotli:`);
for (const [name, bytes] of parts.sort((a, b) => b[1] - a[1])) print((bytes / sum) * total, name);

const problems = [];
/** Prints a sum, and notes it where it is over its budget. */
function guard(bytes, budget, what) {
  print(bytes, `${what}, of ${budget} at most`);
  if (bytes > budget) problems.push(`${what}: ${bytes - budget} bytes over the budget.`);
}

guard(total, embedBudget.first, 'at first');
let moving = total;
for (const name of names.filter((each) => each !== words)) {
  const text = read(name);
  const bytes = brotliBytes(text);
  print(bytes, `${name}, when it is needed`);
  if (engines.test(name)) moving += bytes;
  // A page may ask for the entry under another address, and would then be given a second copy of it.
  if (text.includes(`/${entry}"`))
    problems.push(`${name} imports ${entry}; put what both need into a module of its own.`);
}
guard(moving, embedBudget.moving, 'in all, with GSAP and Scrollama');

guard(brotliBytes(read('frame.js')), frameBudget, 'frame.js, in a page with a framed story');

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
