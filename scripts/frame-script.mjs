// Writes dist/embed/frame.js, the script for pages that have stories in frames; `communique build` copies it.
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

const { name, version, license } = JSON.parse(readFileSync('package.json', 'utf8'));

await build({
  entryPoints: ['src/frame/host.ts'],
  outfile: 'dist/embed/frame.js',
  bundle: true,
  minify: true,
  // No module: a page loads it from another host without CORS, and with `async`.
  format: 'iife',
  target: ['chrome105', 'firefox115', 'safari16.4'],
  banner: { js: `/* ${name} ${version} (${license}) */` },
});
