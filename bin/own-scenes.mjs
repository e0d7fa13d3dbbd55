// What the scenes that a page brings of its own say of themselves: its modules are run here, where there is no page.
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { readHtml } from './html.mjs';
import { decodePage, readBounded } from './read.mjs';

const own = fileURLToPath(new URL('../', import.meta.url));
/** The library as Node can load it; a page may load the bundle for pages without a build step. */
const library = pathToFileURL(resolve(own, 'dist/index.js')).href;

/** Has a module take the library from here, in one copy, and leaves what else it imports to be bundled. */
const libraryHere = {
  name: 'library-here',
  setup({ onResolve }) {
    onResolve({ filter: /(^|[\\/])communique\.js$|^communique$|^communique\/scene\.js$/ }, () => ({
      path: library,
      external: true,
    }));
    onResolve({ filter: /^(lit|communique)([\\/]|$)/ }, ({ path }) => ({
      path: import.meta.resolve(path),
      external: true,
    }));
  },
};

let runs = 0;

/** Runs a module, and notes the elements that it defines. */
async function run(entry, folder, defined) {
  const { outputFiles } = await build({
    ...entry,
    absWorkingDir: folder,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
    loader: { '.css': 'empty', '.json': 'json' },
    plugins: [libraryHere],
  });
  await import(library);
  // Lit has made one that knows all names for good.
  const before = globalThis.customElements;
  globalThis.customElements = {
    define: (name, element) => void defined.set(name, element),
    get: (name) => defined.get(name),
    whenDefined: () => new Promise(() => {}),
  };
  // A module is run once for an address.
  const code = `${outputFiles[0].text}\n// ${runs++}`;
  try {
    await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
  } finally {
    globalThis.customElements = before;
  }
}

/**
 * Reads what the modules of a page define.
 * @param file the story's page
 * @returns `scenes`, the descriptions of scenes by their tags; `defined`, the names of all elements that are defined;
 *   `isComplete`, whether every script of the page could be read here
 */
export async function readOwnScenes(file) {
  const folder = dirname(resolve(file));
  const found = { scenes: {}, defined: new Set(), isComplete: true };
  let nodes;
  try {
    ({ nodes } = readHtml(decodePage(readBounded(file))));
  } catch {
    // What is wrong with the page, the check says.
    return { ...found, isComplete: false };
  }
  const defined = new Map();
  for (const script of nodes.filter(({ name }) => name === 'script')) {
    const src = script.get('src');
    const type = script.get('type') ?? '';
    if (/communique\.js([?#].*)?$/.test(src ?? '') || /json|importmap/.test(type)) continue;
    const isLocal = src === undefined || !/^([a-z][a-z\d+.-]*:|[/\\])/i.test(src);
    if (type !== 'module' || !isLocal) {
      found.isComplete = false;
      continue;
    }
    const entry = src
      ? { entryPoints: [resolve(folder, src.replace(/[?#].*$/, ''))] }
      : { stdin: { contents: [...script.children].join(''), resolveDir: folder, loader: 'js' } };
    try {
      await run(entry, folder, defined);
    } catch {
      // It needs a page, or cannot be read; in a browser its author sees why.
      found.isComplete = false;
    }
  }
  for (const [name, element] of defined) {
    found.defined.add(name);
    const { scene } = element;
    if (scene?.tag === name && scene.columns && scene.stateColumns) found.scenes[name] = scene;
  }
  return found;
}
