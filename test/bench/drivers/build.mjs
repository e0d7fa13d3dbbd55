// Bundles every driver as an application does, and says what it weighs.
import { readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { compile } from 'svelte/compiler';
import { minify } from 'terser';
import { brotliBytes } from '../bundle.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const notDrivers = ['build', 'gsap-timeline', 'reference'];

/** The names of all drivers. */
export const drivers = readdirSync(folder)
  .map((file) => basename(file, extname(file)))
  .filter((name, at, all) => all.indexOf(name) === at && /^[a-z]/.test(name))
  .filter((name) => !notDrivers.includes(name));

const plugins = [
  {
    name: 'drivers',
    async resolveId(id) {
      if (!/^communique(\/|$)/.test(id)) return null;
      return this.resolve(fileURLToPath(import.meta.resolve(id)), undefined, { skipSelf: true });
    },
    transform(code, id) {
      if (id.endsWith('.svelte')) {
        const { js } = compile(code, { filename: id, css: 'injected' });
        return { code: js.code, map: null };
      }
      return code.includes('process.env.NODE_ENV')
        ? { code: code.replaceAll('process.env.NODE_ENV', '"production"'), map: null }
        : null;
    },
  },
  nodeResolve({ exportConditions: ['browser', 'production'] }),
  {
    name: 'small',
    renderChunk: (code) => minify(code, { ecma: 2022, module: true }),
  },
];

/**
 * Bundles a driver.
 * @returns its files by name, of which `main.js` comes first, and the bytes of all of them after brotli
 */
export async function build(name) {
  const build = await rollup({ input: join(folder, `${name}.mjs`), plugins, onwarn: () => {} });
  const { output } = await build.generate({ format: 'es', entryFileNames: 'main.js' });
  await build.close();
  const files = Object.fromEntries(output.map(({ fileName, code }) => [fileName, code]));
  const bytes = Object.values(files).reduce((sum, code) => sum + brotliBytes(code), 0);
  return { files, bytes };
}
