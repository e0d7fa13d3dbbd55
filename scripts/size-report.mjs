import { brotliCompressSync, constants } from 'node:zlib';
import { decodedMappings, TraceMap } from '@jridgewell/trace-mapping';

/** Bytes of a text as a server sends it. */
export const brotliBytes = (text) =>
  brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: 11,
    },
  }).length;

/** The part of the whole that a source file belongs to. */
const partOf = (source) => {
  const [, module] = source.match(/node_modules\/(@[^/]+|[^/]+)/) ?? [];
  if (module) return /^(@lit|lit)/.test(module) ? 'lit' : module;
  const [, layer, rest] = source.match(/src\/([^/]+)\/(.*)/) ?? [];
  if (layer === 'core' || layer === 'controllers') return 'core and controllers';
  if (layer === 'scenes')
    return rest.includes('/') ? `scene: ${rest.split('/')[0]}` : 'scenes: base';
  if (layer === 'narratives') return rest.replace(/\.\w+$/, '').replace('/', ': ');
  return layer ?? 'bundler';
};

/**
 * Parts minified code by the source map. What stands before the first mark of a line, as in a template literal of
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
    add(line.slice(end) + '\n');
  });
  return parts;
}

/**
 * A rollup plugin that prints what each part of the entry costs and fails the build over the budget. A part's
 * share is what it comes to alone, scaled so that the shares add up to the whole.
 * @param budget brotli bytes that the entry may have
 */
export function sizeReport(budget) {
  return {
    name: 'size-report',
    writeBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      const entry = chunks.find(({ isEntry }) => isEntry);
      const total = brotliBytes(entry.code);
      const line = (bytes, what) =>
        console.log(`${String(Math.round(bytes)).padStart(8)}  ${what}`);
      console.log(`${entry.fileName}, bytes after brotli:`);
      const parts = [...parted(entry.code, entry.map)].map(([name, code]) => [
        name,
        brotliBytes(code),
      ]);
      const sum = parts.reduce((all, [, bytes]) => all + bytes, 0);
      for (const [name, bytes] of parts.sort((a, b) => b[1] - a[1]))
        line((bytes / sum) * total, name);
      line(total, `in all, of ${budget} at most`);
      for (const chunk of chunks.filter((one) => one !== entry)) {
        line(brotliBytes(chunk.code), `${chunk.fileName}, when it is needed`);
        // A page may ask for the entry under another address, and would then be given a second copy of it.
        if (chunk.imports.length)
          this.error(
            `${chunk.fileName} imports ${chunk.imports.join(', ')}; give it what it needs as arguments.`,
          );
      }
      if (total > budget)
        this.error(
          `${entry.fileName} has ${total} bytes, ${total - budget} over the budget of ${budget}.`,
        );
    },
  };
}
