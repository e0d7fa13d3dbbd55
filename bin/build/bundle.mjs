// Bundles a story: one module with its words, which loads its scenes and what moves them.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
// esbuild reads TypeScript and minifies; Rollup bundles, as it shares modules between chunks better.
import { transform } from 'esbuild';
import { rollup } from 'rollup';
import { fallbacks } from '../../dist/core/phrases.js';
import { findLanguage } from '../../dist/languages/all.js';
import { refusal } from '../messages.mjs';
import { bannerOf, supply } from './notices.mjs';
import { here, isOurs } from './page.mjs';

const own = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const dist = (path) => fileURLToPath(new URL(`../../dist/${path}`, import.meta.url));
const classOf = (tag) => tag.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
const from = (path) => JSON.stringify(path);

/** The oldest browsers that the code is written for. */
const target = ['chrome105', 'firefox115', 'safari16.4'];

/**
 * The module that a page loads. It keeps its name; what it brings has the hash of its content in its name. None of them
 * asks for this one: a host may have loaded it under an address with a query, and would load it twice.
 */
const entry = `import 'story:words';`;

/** The languages in which the story's elements speak, its own and those of parts that have another: files by their tags. */
function languagesOf(page) {
  const trials = { 'en-xa': 'en-XA', 'ar-xb': 'ar-XB' };
  const found = page.languages.map((lang) => {
    const [tag] = fallbacks(lang);
    return trials[tag] ? [tag, trials[tag]] : (findLanguage(fallbacks(lang)) ?? []);
  });
  return Object.entries(Object.fromEntries(found)).filter(([, name]) => name);
}

/** The words and what they need. */
const wordsOf = (name, page, scenes) => `
import { holdLoad, publish } from ${from(dist('published/publish.js'))};
${languagesOf(page)
  .map(([, file], at) => `import language${at} from ${from(dist(`languages/${file}`))};`)
  .join('\n')}
// Before anything asks for them; whoever needs the scenes hears of it if they do not come.
import('story:scenes').catch(() => {});
holdLoad(import.meta.ROLLUP_FILE_URL_${scenes});
const folder = new URL('.', import.meta.url).href;
const placed = (text) => text.replaceAll(${from(here)}, folder);
publish({
  name: ${from(name)},
  words: placed(${from(page.words)}),
  styles: placed(${from(page.inside)}),
  pageStyles: placed(${from(page.outside)}),
  languages: {${languagesOf(page).map(([tag], at) => `${from(tag)}: language${at}`)}},
  elements: () => import('story:scenes').then(({ ready }) => ready),
});
`;

/** What is loaded beside them: the scenes, their maps, and the story's own modules. */
function scenesOf(page) {
  const tags = page.scenes;
  const files = tags.map((tag) => [classOf(tag), dist(`scenes/${tag}/${tag}.js`), tag]);
  files.push(['SourceChain', dist('scenes/source-chain/source-chain.js'), 'source-chain']);
  const maps = [...page.maps];
  return [
    `import 'story:words';`,
    `import { defineVersioned } from ${from(dist('published/publish.js'))};`,
    ...files.map(([name, file]) => `import { ${name} } from ${from(file)};`),
    ...maps.map(([, path], at) => `import map${at} from ${from(path)};`),
    ...maps.map(([name], at) => `DiplomatMap.defineMap(${from(name)}, map${at});`),
    ...files.map(([name, , tag]) => `defineVersioned(${from(tag)}, ${name});`),
    // What they define is there before the pictures come; one that fails takes nothing with it.
    `const own = [${page.modules.map(({ path }, at) => `() => import(${from(path ?? `story:module-${at}`)})`).join()}];`,
    'export const ready = own.reduce((last, load) => last.then(load).catch((error) => console.error(error)), Promise.resolve());',
  ].join('\n');
}

/** The modules that the build writes. */
const written = (name, page) => ({
  name: 'story',
  resolveId(id, importer) {
    if (id.startsWith('story:')) return `\0${id}`;
    // A module in the page asks for files from where the page is.
    if (importer?.startsWith('\0story:module') && id.startsWith('.'))
      return this.resolve(join(dirname(page.file), id), page.file);
    return null;
  },
  load(id) {
    if (id === '\0story:entry') return entry;
    if (id === '\0story:words') {
      const scenes = this.emitFile({ type: 'chunk', id: 'story:scenes', name: 'scenes' });
      return wordsOf(name, page, scenes);
    }
    if (id === '\0story:scenes') return scenesOf(page);
    const [, at] = /^\0story:module-(\d+)$/.exec(id) ?? [];
    return at ? page.modules[at].code : null;
  },
});

/** A story has the languages that it is written in, and loads no other. */
const noOthers = {
  name: 'no-other-languages',
  load: (id) => (id === dist('languages/bring.js') ? '' : null),
};

/** Has a story's own modules take the library from where the build does, and not from a bundle of it. */
const library = {
  name: 'library',
  async resolveId(id, importer, options) {
    if (!/communique\.js$/.test(id)) return null;
    const found = await this.resolve(id, importer, { ...options, skipSelf: true });
    return found && isOurs(found.id) && /[\\/]embed[\\/]communique\.js$/.test(found.id)
      ? dist('index.js')
      : found;
  },
};

/** Reads TypeScript and JSON. */
const scripts = {
  name: 'scripts',
  async transform(code, id) {
    if (id.endsWith('.json')) return { code: `export default ${code}`, map: null };
    if (!/\.tsx?$/.test(id)) return null;
    const { code: script, map } = await transform(code, {
      loader: id.endsWith('x') ? 'tsx' : 'ts',
      sourcefile: id,
      sourcemap: true,
      target,
    });
    return { code: script, map };
  },
};

const small = {
  name: 'small',
  async renderChunk(code) {
    const { code: script } = await transform(code, { minify: true, format: 'esm', target });
    return { code: script, map: null };
  },
};

/** The plugins of Rollup that what a page loads is bundled with: read, resolved, minified, with its notices and hashes. */
export const bundling = (folder) => [
  scripts,
  // Not `browser: true`: it would pick Scrollama's UMD file, which has no default export.
  nodeResolve({ extensions: ['.ts', '.mjs', '.js', '.json'] }),
  commonjs(),
  small,
  supply(folder),
];

/**
 * Writes the module of a story and what it loads.
 * @param page a StoryPage
 * @param name the name of its tag
 * @param folder where to
 * @returns the names of the files
 */
export async function bundleStory(page, name, folder) {
  try {
    const bundle = await rollup({
      input: { [name]: 'story:entry' },
      preserveEntrySignatures: 'allow-extension',
      plugins: [written(name, page), library, noOthers, ...bundling(folder)],
      onLog(level, log, handler) {
        if (log.code === 'UNRESOLVED_IMPORT')
          throw refusal(
            `"${log.exporter}" is asked for by ${log.id}, and is not there; install it, or mend the address.`,
          );
        if (
          level !== 'warn' ||
          log.code === 'THIS_IS_UNDEFINED' ||
          log.code === 'CIRCULAR_DEPENDENCY'
        )
          return;
        handler(level, log);
      },
    });
    const { output } = await bundle.write({
      dir: folder,
      format: 'es',
      banner: (chunk) => bannerOf(own, chunk),
      entryFileNames: '[name].js',
      manualChunks: { words: ['story:words'] },
      chunkFileNames: (chunk) => `${chunk.name.replace(/^_?story[:_]/, '')}-[hash:8].js`,
    });
    await bundle.close();
    return output.map(({ fileName }) => fileName);
  } catch (error) {
    if (error.remedy) throw error;
    const place = error.loc ? ` (${error.loc.file}:${error.loc.line})` : '';
    throw refusal(`The story could not be bundled: ${error.message}${place}`);
  }
}
