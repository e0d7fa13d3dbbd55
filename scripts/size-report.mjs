// Prints what each part of the built embed costs, and fails over the budget.
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { decodedMappings, TraceMap } from '@jridgewell/trace-mapping';

/** Bytes that the embed may have on its way to a reader. */
const budget = 52_000;

const folder = new URL('../dist/embed/', import.meta.url);
const entry = 'forty-one-minutes.js';
const read = (name) => readFileSync(new URL(name, folder), 'utf8');

/** Bytes of a text as a server sends it. */
const brotliBytes = (text) =>
  brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: 11,
    },
  }).length;

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

const code = read(entry);
const total = brotliBytes(code);
// A part's share is what it comes to alone, scaled so that the shares add up to the whole.
const parts = [...parted(code, read(`${entry}.map`))].map(([name, text]) => [
  name,
  brotliBytes(text),
]);
const sum = parts.reduce((all, [, bytes]) => all + bytes, 0);
console.log(`${entry}, bytes after brotli:`);
for (const [name, bytes] of parts.sort((a, b) => b[1] - a[1])) print((bytes / sum) * total, name);
print(total, `in all, of ${budget} at most`);

const problems = [];
if (total > budget) problems.push(`${entry} is ${total - budget} bytes over its budget.`);
const chunks = readdirSync(folder).filter((name) => /-[\w-]{8}\.js$/.test(name));
for (const name of chunks) {
  const text = read(name);
  print(brotliBytes(text), `${name}, when it is needed`);
  // A page may ask for the entry under another address, and would then be given a second copy of it.
  if (text.includes(`/${entry}"`))
    problems.push(`${name} imports ${entry}; let it have what it needs as arguments.`);
}
for (const problem of problems) console.error(problem);
if (problems.length) process.exitCode = 1;
