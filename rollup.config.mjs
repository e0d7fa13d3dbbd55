// Bundles what a page without a build step loads, from the sources; `tsc` has written the unbundled modules to dist/ before.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import { minify } from 'terser';
import ts from 'typescript';
import { bannerOf, supply } from './bin/build/notices.mjs';
import { compact } from './scripts/compact.mjs';
import { suffixPlugin } from './scripts/suffix-tags.mjs';

const own = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));

/** Compiles each source file by itself, with the project's own settings. */
function typescript() {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options: compilerOptions } = ts.convertCompilerOptionsFromJson(
    { ...config.compilerOptions, noEmit: false, sourceMap: true },
    '.',
  );
  return {
    name: 'typescript',
    resolveId(id, importer) {
      if (!importer || !/^\.\.?\/.*\.js$/.test(id)) return null;
      const file = join(dirname(importer), id.replace(/js$/, 'ts'));
      return existsSync(file) ? file : null;
    },
    transform(code, id) {
      if (!id.endsWith('.ts')) return null;
      const { outputText, sourceMapText } = ts.transpileModule(code, {
        compilerOptions,
        fileName: id,
        transformers: { before: [compact] },
      });
      return {
        code: outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, ''),
        map: JSON.parse(sourceMapText),
      };
    },
  };
}

/** What stands in for a module in the embed, whose words, data and language are fixed. */
const instead = [
  // What scenes, chapters and steps have for an author.
  [/core.warn\.js$/, /src.(scenes|story.story-)/, 'src/embed/quiet.ts'],
  // What reads the tables and files of others.
  [
    /core.(cells|content|coordinates|dates|files|lists|region|table)\.js$/,
    /src.scenes/,
    'src/embed/own-data.ts',
  ],
];
const fixed = {
  name: 'fixed',
  resolveId(id, importer) {
    const found = instead.find(([module, user]) => module.test(id) && user.test(importer));
    return found ? resolve(found[2]) : null;
  },
};

/** Gives the words the address that the scenes have. */
const scenesAddress = {
  name: 'scenes-address',
  transform(code, id) {
    if (!id.endsWith('embed/words.ts')) return null;
    const file = this.emitFile({ type: 'chunk', id: 'src/embed/scenes.ts', name: 'scenes' });
    const address = "new URL('./scenes.js', import.meta.url).href";
    if (!code.includes(address)) this.error(`words.ts has no ${address}`);
    return { code: code.replace(address, `import.meta.ROLLUP_FILE_URL_${file}`), map: null };
  },
};

/** Minifies; licences stay. */
const small = {
  name: 'small',
  renderChunk(code) {
    return minify(code, {
      ecma: 2022,
      module: true,
      sourceMap: true,
      compress: {
        passes: 3,
        pure_getters: true,
        unsafe: true,
        unsafe_arrows: true,
        unsafe_methods: true,
      },
      mangle: true,
      format: { comments: /^!|@license/i },
    });
  },
};

const supplied = supply('dist/embed', {
  data: ['node_modules/world-atlas'],
  credits: `Coordinates of capitals: GeoNames (https://www.geonames.org), CC BY 4.0, rounded.
Land and borders: made with Natural Earth (https://www.naturalearthdata.com), public domain.
`,
});

/** One self-contained module each: together they would share chunks, and a page pays for each request. */
export default ['forty-one-minutes', 'communique'].map((entry) => ({
  input: `src/embed/${entry}.ts`,
  // TypeScript's helper of decorators looks at it.
  context: 'this',
  // A module that exports something would else be a second file, with all of it, behind the one of that name.
  preserveEntrySignatures: 'allow-extension',
  output: {
    dir: 'dist/embed',
    format: 'es',
    banner: (chunk) => bannerOf(own, chunk),
    // Maps are for this project, and left out of the package, of which they would be most; so no file points to one.
    sourcemap: 'hidden',
    entryFileNames: '[name].js',
    chunkFileNames: ({ facadeModuleId }) =>
      `${/src.languages./.test(facadeModuleId) ? 'languages/' : ''}[name]-[hash:8].js`,
    manualChunks: entry === 'forty-one-minutes' ? { words: ['src/embed/words.ts'] } : undefined,
  },
  plugins: [
    suffixPlugin(),
    entry === 'forty-one-minutes' && fixed,
    entry === 'forty-one-minutes' && scenesAddress,
    typescript(),
    // Not `browser: true`: it would pick Scrollama's UMD file, which has no default export.
    nodeResolve(),
    // Papa Parse is no module yet.
    commonjs({ include: '**/papaparse/**' }),
    small,
    supplied,
  ],
  onLog(level, log, handler) {
    handler(level === 'warn' ? 'error' : level, log);
  },
}));
