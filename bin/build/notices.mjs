// What goes out with a story beside its code: the notices of what is bundled, and the hash of each file.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const header = `Notices of the work of others in the files beside this one, which are a build of communique (MIT, at the end).
`;

/** The folder of the installed package that a module is of, if it is of one. */
const folderOf = (id) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0];

/** The folder of this package, where it is installed. */
const ownFolder = folderOf(fileURLToPath(import.meta.url));

/** The licence of this package. */
const licence = readFileSync(new URL('../../LICENSE', import.meta.url), 'utf8');

/** The package in a folder, with the text of its licence. */
function readPackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e(\.|$)/i.test(each));
  // GSAP has no such file; its terms are an address in its package.json.
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : license;
  return { name, version, license, text };
}

/** What this package has taken in as a module of its own (scripts/compile.mjs), which says at its start what it is. */
function takenIn(file) {
  if (!/[\\/]dist[\\/]core[\\/]papaparse\.js$/.test(file)) return undefined;
  const says = /^\/\*! (\S+) (\S+) \(([^)]+)\), made a module\.\s+([^]*?)\s*\*\//;
  const [, name, version, license, text] = says.exec(readFileSync(file, 'utf8'));
  return { name, version, license, text };
}

/** The packages that some modules are of, by name; not this one. */
function packagesOf(ids) {
  const found = new Map();
  for (const id of ids) {
    const file = id.replace(/^\0/, '').replace(/\?.*$/, '');
    const folder = folderOf(file);
    const one = takenIn(file) ?? (folder && folder !== ownFolder && readPackage(folder));
    if (one) found.set(one.name, one);
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The comment at the start of a bundled file: what it is, whose work is in it, and where the notices are. */
export function bannerOf({ name, version, license }, { moduleIds }) {
  const packages = packagesOf(moduleIds).map((each) => `${each.name} (${each.license})`);
  const others = packages.length ? ` Contains ${packages.join(', ')}.` : '';
  return `/*! ${name} ${version} (${license}).${others} Notices: LICENSES.txt beside this file. */`;
}

/**
 * A Rollup plugin that writes LICENSES.txt and integrity.json for all builds of one folder together.
 */
export function supply(folder) {
  const modules = new Set();
  const files = new Set();
  return {
    name: 'supply',
    writeBundle(_, bundle) {
      for (const { fileName, moduleIds = [], type } of Object.values(bundle)) {
        if (type === 'chunk') files.add(fileName);
        for (const id of moduleIds) modules.add(id);
      }
      const packages = packagesOf([...modules]);
      const notices = packages.map(
        ({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}\n`,
      );
      const own = `communique\n\n${licence}`;
      const rule = `\n${'-'.repeat(80)}\n\n`;
      writeFileSync(join(folder, 'LICENSES.txt'), [header, ...notices, own].join(rule));
      const hashes = [...files].sort().map((file) => {
        const hash = createHash('sha384').update(readFileSync(join(folder, file)));
        return [file, `sha384-${hash.digest('base64')}`];
      });
      const text = JSON.stringify(Object.fromEntries(hashes), undefined, 2);
      writeFileSync(join(folder, 'integrity.json'), `${text}\n`);
    },
  };
}
