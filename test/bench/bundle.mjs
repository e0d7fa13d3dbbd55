// Bundles a few imports as an application does, and says what came in and what it weighs.
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { minify as terser } from 'terser';

const root = fileURLToPath(new URL('../..', import.meta.url));
const entry = '\0entry';

/** Bytes of a text as a server sends it. */
export const brotliBytes = (text) =>
  brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: 11,
    },
  }).length;

/** The elements that make a story. */
export const story = ['story-step', 'story-chapter', 'scroll-story'];

/** What a page imports to have elements, by their names. */
export const registered = (...names) =>
  names.map((name) => `import 'communique/define/${name}.js';`).join('\n');

/** The name of a part that is loaded when it is needed: the package it is, or its own file's name. */
const nameOf = ({ facadeModuleId, name }) =>
  facadeModuleId?.match(/.*node_modules\/(@[^/]+\/[^/]+|[^/]+)/)?.[1] ?? name;

/** Finds `communique/…` as its exports name it, and leaves out of the bundle what an application has already. */
const application = (source, without) => ({
  name: 'application',
  async resolveId(id) {
    if (id === entry) return { id, moduleSideEffects: true };
    if (without.test(id)) return { id, external: true };
    if (!/^communique(\/|$)/.test(id)) return null;
    return this.resolve(fileURLToPath(import.meta.resolve(id)), undefined, { skipSelf: true });
  },
  load: (id) => (id === entry ? source : null),
});

/** Minified chunks by their code: GSAP's is the same in most bundles. */
const minified = new Map();

const small = {
  name: 'small',
  async renderChunk(code) {
    if (!minified.has(code))
      minified.set(code, (await terser(code, { ecma: 2022, module: true })).code);
    return { code: minified.get(code), map: null };
  },
};

/**
 * Bundles a module.
 * @param source its text
 * @param options.minify whether to make the output small; else only `modules` is worth looking at
 * @param options.without packages that are left out
 * @returns `modules`, the package's files that are in what loads first; `first`, its bytes; `later`, the bytes of
 *   each part that is loaded when it is needed, by a name; `moving`, its bytes with both engines, once all moves
 */
export async function bundle(source, { minify = false, without = /^$/ } = {}) {
  const build = await rollup({
    input: entry,
    plugins: [
      application(source, without),
      nodeResolve(),
      commonjs({ include: '**/papaparse/**' }),
      minify && small,
    ],
    onLog(level, log, handler) {
      // The helper that the compiler writes for decorators looks for another copy of itself in `this`.
      if (log.code !== 'THIS_IS_UNDEFINED') handler(level === 'warn' ? 'error' : level, log);
    },
  });
  const { output } = await build.generate({ format: 'es', chunkFileNames: nameOf });
  await build.close();
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const [main] = output;
  const first = new Set([main.fileName]);
  for (const name of first)
    for (const other of chunks.get(name).imports) if (chunks.has(other)) first.add(other);
  const bytes = (names) => brotliBytes([...names].map((name) => chunks.get(name).code).join(''));
  const later = [...chunks.keys()].filter((name) => !first.has(name));
  const parts = Object.fromEntries(later.map((name) => [name, bytes([name])]));
  const engines = (parts.gsap ?? 0) + (parts.scrollama ?? 0);
  return {
    modules: [...first].flatMap((name) =>
      Object.keys(chunks.get(name).modules)
        .filter((id) => id.startsWith(root) && !id.includes('node_modules'))
        .map((id) => relative(root, id)),
    ),
    first: bytes(first),
    later: parts,
    moving: bytes(first) + engines,
  };
}
