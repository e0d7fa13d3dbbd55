// `npm run build:wordpress`: writes the WordPress plugin as a zip that "Plugins → Add New → Upload Plugin" takes.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zip } from './zip.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));

/** The plugin's files by their names in its folder. */
export function pluginFiles() {
  const folder = join(root, 'integrations', 'wordpress');
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
  return new Map([
    ...names.map((name) => [name, readFileSync(join(folder, name))]),
    ['LICENSE', readFileSync(join(root, 'LICENSE'))],
  ]);
}

/** The plugin as a zip. */
export const pluginZip = () =>
  zip([...pluginFiles()].map(([name, bytes]) => [`communique/${name}`, bytes]));

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const file = join(root, 'dist', 'communique-wordpress.zip');
  mkdirSync(dirname(file), { recursive: true });
  const bytes = pluginZip();
  writeFileSync(file, bytes);
  console.log(`dist/communique-wordpress.zip: ${bytes.length} B`);
}
