// Finds the browsers of this machine, and gets one where there is none.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { findChromium, given, isProgram, onPath } from '../../bin/build/chromium.mjs';

export { chromiumArgs } from '../../bin/build/chromium.mjs';

/** The browser that npm can bring where the machine has none (Linux only). */
const packed = '@sparticuz/chromium@153.0.0';

/** Unpacks @sparticuz/chromium, if it is installed, with the libraries that it brings, into the temporary folder. */
async function unpacked() {
  // Asked of the disk and not of import(), which would remember a no after the package has come.
  if (!existsSync(new URL('../../node_modules/@sparticuz/chromium', import.meta.url)))
    return undefined;
  const { default: chromium } = await import('@sparticuz/chromium');
  const path = await chromium.executablePath();
  const libraries = join(dirname(path), 'chromium-libraries');
  if (!existsSync(join(libraries, 'lib'))) {
    mkdirSync(libraries, { recursive: true });
    const bin = fileURLToPath(new URL('../bin/', import.meta.resolve('@sparticuz/chromium')));
    const tar = brotliDecompressSync(readFileSync(join(bin, 'al2023.tar.br')));
    execFileSync('tar', ['-x', '-C', libraries], { input: tar });
  }
  const { LD_LIBRARY_PATH: others } = process.env;
  process.env.LD_LIBRARY_PATH = [join(libraries, 'lib'), others].filter(Boolean).join(':');
  return { path, headless: 'shell' };
}

/** Chromium or Chrome: CHROME_PATH, the search path, the usual places, @sparticuz/chromium. */
async function chromium() {
  const path = findChromium();
  if (path) return { path };
  try {
    const { Launcher } = await import('chrome-launcher');
    const [installed] = Launcher.getInstallations();
    if (installed) return { path: installed };
  } catch {
    // chrome-launcher throws where it finds nothing
  }
  return process.platform === 'linux' ? unpacked() : undefined;
}

function firefox() {
  const path =
    given('FIREFOX_PATH') ??
    onPath('firefox-esr', 'firefox') ??
    ['/Applications/Firefox.app/Contents/MacOS/firefox'].find(isProgram);
  return path && { path };
}

/** WebKitGTK's small browser with its driver, and a screen for it to draw on. */
function webkit() {
  const driver = given('WEBKIT_DRIVER_PATH') ?? onPath('WebKitWebDriver');
  const screen = onPath('Xvfb');
  const libraries = existsSync('/usr/lib') ? readdirSync('/usr/lib') : [];
  const path =
    given('MINIBROWSER_PATH') ??
    ['', ...libraries]
      .flatMap((dir) =>
        ['4.1', '6.0', '4.0'].map((v) => join('/usr/lib', dir, `webkit2gtk-${v}`, 'MiniBrowser')),
      )
      .find(isProgram);
  return driver && screen && path && { path, driver, screen };
}

const finders = { chromium, firefox, webkit };

/** How to add an engine that is missing. */
export const howToAdd = {
  chromium: 'apt-get install chromium, or any Chrome (CHROME_PATH)',
  firefox: 'apt-get install firefox-esr, or any Firefox (FIREFOX_PATH)',
  webkit: 'apt-get install webkit2gtk-driver xvfb',
};

/** Where an engine is on this machine; undefined if it is not there. */
export const findEngine = (name) => finders[name]();

/** The engine, or an error that says how to add it. */
export async function needEngine(name) {
  const engine = await findEngine(name);
  if (engine) return engine;
  throw new Error(`No ${name} found: ${howToAdd[name]}.`);
}

/** Installs a Chromium from npm beside the other packages, without a word in package.json. */
export function getChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  const command = `npm install --no-save --no-audit --no-fund --loglevel=error ${packed}`;
  console.log(`No browser found; getting one: ${command}`);
  const { npm_execpath: npm } = process.env;
  const [program, ...args] = npm ? [process.execPath, npm] : ['npm'];
  execFileSync(program, [...args, ...command.split(' ').slice(1)], { stdio: 'inherit' });
}
