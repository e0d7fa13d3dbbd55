// What the two commands share: packages that are installed, a build that is up to date, programs that are run.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the package. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a program in the package's folder, with the package's own programs first on the search path.
 * @param output `inherit` to show what it says, `pipe` to get it back
 * @param waits whether it mostly waits, so that others may go before it
 * @returns its exit code and what it said
 */
export function run(program, args, { env = {}, output = 'inherit', waits = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', output, output],
    });
    if (waits && child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    let said = '';
    child.stdout?.on('data', (data) => (said += data));
    child.stderr?.on('data', (data) => (said += data));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

/** Runs npm: the one that started this process, if one did. */
export const npm = (args, options) =>
  process.env.npm_execpath
    ? run(process.execPath, [process.env.npm_execpath, ...args], options)
    : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);

const json = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** Whether every package is there in the version that the lock file has. */
function installed() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const { packages } = json('node_modules/.package-lock.json');
  return Object.entries(json('package-lock.json').packages).every(
    ([path, { version, optional, peer }]) =>
      !path || optional || peer || packages[path]?.version === version,
  );
}

/** Installs the packages of the lock file where they are missing. */
export async function ensureInstalled() {
  if (installed()) return;
  console.log('Installing the packages of package-lock.json …');
  const { code } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code) process.exit(code);
}

/** When the newest file in some folders was written; folders that are not there do not count. */
function newest(...paths) {
  const times = paths.map((path) => {
    const file = join(root, path);
    if (!existsSync(file)) return 0;
    const entry = statSync(file);
    if (!entry.isDirectory()) return entry.mtimeMs;
    return newest(...readdirSync(file).map((name) => join(path, name)));
  });
  return Math.max(0, ...times);
}

/** Runs a script of the package where what it makes is missing or older than what that is made from. */
async function ensureMade(script, made, sources, saying) {
  if (newest(made) > newest('src', 'assets', 'package.json', 'tsconfig.json', ...sources)) return;
  console.log(saying);
  const { code, said } = await npm(['run', '--silent', script], { output: 'pipe' });
  if (!code) return;
  console.error(said);
  process.exit(code);
}

/** What the documentation's looks are made from; what is built from it lies in the same folder. */
const siteSources = ['config.mjs', 'live.mjs', 'theme'].map((name) => `.vitepress/${name}`);

/** Builds dist/, the documentation and the gallery where they are not up to date. */
export async function ensureBuilt() {
  await ensureMade(
    'build:files',
    'dist/custom-elements.json',
    ['scripts', 'rollup.config.mjs', 'custom-elements-manifest.config.mjs'],
    'Building the elements …',
  );
  await ensureMade(
    'docs:build',
    '.vitepress/dist/index.html',
    ['docs', ...readdirSync(root).filter((name) => name.endsWith('.md')), ...siteSources],
    'Building the documentation …',
  );
  await ensureMade(
    'gallery:build',
    'storybook-static/index.json',
    ['stories', '.storybook'],
    'Building the gallery …',
  );
}
