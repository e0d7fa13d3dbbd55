// Writes dist/embed/frame.js, the script for pages that have stories in frames; `communique build` copies it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { minify } from 'terser';

const { name, version, license } = JSON.parse(readFileSync('package.json', 'utf8'));

const { outputFiles } = await build({
  entryPoints: ['src/frame/host.ts'],
  bundle: true,
  write: false,
  // No module: a page loads it from another host without CORS, and with `async`.
  format: 'iife',
  target: ['chrome105', 'firefox115', 'safari16.4'],
});
const { code } = await minify(outputFiles[0].text, {
  ecma: 2022,
  compress: { passes: 3, pure_getters: true, unsafe: true, unsafe_arrows: true },
});
mkdirSync('dist/embed', { recursive: true });
writeFileSync('dist/embed/frame.js', `/* ${name} ${version} (${license}) */\n${code}\n`);
