// Bundles what a page without a build step loads, dist/embed/communique.js, from the modules that `tsc` has written to dist/,
// with what `communique build` bundles a story with.
import { readFileSync } from 'node:fs';
import { bundling } from './bin/build/bundle.mjs';
import { bannerOf } from './bin/build/notices.mjs';

const own = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));

export default {
  input: 'dist/embed/communique.js',
  // TypeScript's helper of decorators looks at it.
  context: 'this',
  // A module that exports something would else be a second file, with all of it, behind the one of that name.
  preserveEntrySignatures: 'allow-extension',
  output: {
    dir: 'dist/embed',
    format: 'es',
    banner: (chunk) => bannerOf(own, chunk),
    entryFileNames: '[name].js',
    chunkFileNames: ({ facadeModuleId }) =>
      `${/dist.languages./.test(facadeModuleId) ? 'languages/' : ''}[name]-[hash:8].js`,
  },
  plugins: bundling('dist/embed'),
  onLog(level, log, handler) {
    handler(level === 'warn' ? 'error' : level, log);
  },
};
