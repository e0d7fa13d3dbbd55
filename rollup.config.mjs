// Bundles, with what `communique build` bundles a story with, what a page without a build step loads, from the modules that `tsc`
// has written to dist/: all elements (dist/embed), and the storyboard of `communique dev` (dist/storyboard).
import { readFileSync } from 'node:fs';
import { bundling } from './bin/build/bundle.mjs';
import { bannerOf } from './bin/build/notices.mjs';

const own = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));

export default [
  ['embed', { communique: 'dist/embed/communique.js' }],
  ['storyboard', { 'story-board': 'dist/board/define.js' }],
].map(([folder, input]) => ({
  input,
  // TypeScript's helper of decorators looks at it.
  context: 'this',
  // A module that exports something would else be a second file, with all of it, behind the one of that name.
  preserveEntrySignatures: 'allow-extension',
  output: {
    dir: `dist/${folder}`,
    format: 'es',
    banner: (chunk) => bannerOf(own, chunk),
    entryFileNames: '[name].js',
    chunkFileNames: ({ facadeModuleId }) =>
      `${/dist.languages./.test(facadeModuleId) ? 'languages/' : ''}[name]-[hash:8].js`,
  },
  plugins: bundling(`dist/${folder}`),
  onLog(level, log, handler) {
    handler(level === 'warn' ? 'error' : level, log);
  },
}));
