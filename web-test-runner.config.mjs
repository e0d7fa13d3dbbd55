// Runs the browser tests, test/**/*.test.ts, in one engine: ENGINE=chromium (default), firefox or webkit. SHARD=1/2 runs
// half of the files, ENGINES=chromium,firefox those that an engine has to run beside the others.
import './test/runner/loopback.mjs';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, summaryReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { testedStories } from './scripts/story-module.mjs';
import { extraCommands } from './test/runner/commands.mjs';
import { chromiumArgs, needEngine } from './test/runner/engines.mjs';
import { tally, times } from './test/runner/reporter.mjs';
import { browserTests } from './test/runner/shard.mjs';
import { freePort, startWebKitDriver } from './test/runner/webkit.mjs';

const name = process.env.ENGINE ?? 'chromium';
const engine = await needEngine(name);
// Firefox gives keys to the window in front, so that two at once would take them from each other.
const concurrency = name === 'chromium' && engine.headless !== 'shell' ? 2 : 1;

// A window for each test file: among the tabs of one window only the front one gets animation frames.
const createPage = ({ context }) => context.newPage({ type: 'window' });

/** How often the laws are tried, and which failure is to be repeated (its message names it). */
const { LAWS, LAWS_SEED, LAWS_PATH, LAWS_SHRINK } = process.env;
const laws = {
  times: LAWS && Number(LAWS),
  seed: LAWS_SEED && Number(LAWS_SEED),
  path: LAWS_PATH,
  shrink: Boolean(LAWS_SHRINK),
  /** Which of the engines it is: in an ordinary run each tries other cases. */
  engine: ['chromium', 'firefox', 'webkit'].indexOf(name),
};
/** Then also Chromium and Firefox draw as fast as they can; Chromium only where something moves. */
const fast = Boolean(LAWS);
const fastArgs = fast ? ['--disable-frame-rate-limit', '--disable-gpu-vsync'] : [];
const fastPrefs = fast ? { 'layout.frame_rate': 0 } : {};
const mover = `<script type="module">
  const dot = document.createElement('i');
  dot.style.cssText = 'position: fixed; inset: 0 auto auto 0; border: 1px solid';
  document.body.append(dot);
  const ask = requestAnimationFrame;
  const move = (time) => {
    dot.style.left = time % 2 + 'px';
    ask(move);
  };
  ask(move);
</script>`;

const launchers = {
  chromium: ({ path, headless = true }) =>
    chromeLauncher({
      puppeteer, // the module itself, so that its own launch options hold
      concurrency,
      ...(headless === 'shell' ? {} : { createPage }),
      launchOptions: { executablePath: path, headless, args: [...chromiumArgs, ...fastArgs] },
    }),
  firefox: ({ path }) =>
    chromeLauncher({
      puppeteer,
      concurrency,
      createPage,
      launchOptions: {
        browser: 'firefox',
        protocol: 'webDriverBiDi',
        executablePath: path,
        headless: true,
        extraPrefsFirefox: fastPrefs,
      },
    }),
  async webkit(found) {
    const { webdriverLauncher } = await import('@web/test-runner-webdriver');
    return webdriverLauncher({
      hostname: '127.0.0.1',
      port: await startWebKitDriver(found),
      path: '/',
      logLevel: 'error',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: found.path, args: ['--automation'] },
      },
    });
  },
};

/** Every test file watches the console, whether or not it imports the helpers. */
const consoleGuard = {
  name: 'console-guard',
  transform: ({ path, body }) =>
    path.endsWith('.test.ts') ? `import '/test/helpers.ts'; ${body}` : undefined,
};

/** Papa Parse is no module yet; a bundler makes one of it, and so does this. */
const papaParse = {
  name: 'papa-parse',
  transform: ({ path, body }) =>
    path.endsWith('/papaparse.min.js')
      ? `const exports = {}, module = { exports };
        (function () { ${body} }).call(globalThis);
        export default module.exports;`
      : undefined,
};

export default {
  files: browserTests(process.env.SHARD, name, process.env.ENGINES?.split(',')),
  hostname: '127.0.0.1',
  // Engines are tested side by side, so each takes a port of its own.
  port: await freePort(),
  nodeResolve: { exportConditions: ['browser', 'development'] },
  concurrency,
  browsers: [await launchers[name](engine)],
  // What a test asks for in vain, under /nowhere/, is gone: for a 404 the runner would print a warning. What it asks for
  // under /never/ stays on its way. Old libraries come as they are, under /library/: the plugins would make their code
  // strict, which it was not written to be.
  middleware: [
    (context, next) => {
      const [, folder, name] = context.path.split('/');
      if (folder === 'never') return new Promise(() => {});
      if (folder === 'nowhere') context.status = 410;
      else if (folder === 'library') {
        context.type = 'text/plain';
        context.body = readFileSync(
          new URL(`test/hosts/hostile/libraries/${name}.js`, import.meta.url),
        );
      } else return next();
    },
  ],
  plugins: [
    testedStories,
    consoleGuard,
    papaParse,
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
    extraCommands(),
  ],
  // Lit's development build is wanted for what it warns of, but not its word that it is one.
  testRunnerHtml: (framework) => `<!doctype html>
    <html lang="en">
      <head><meta charset="utf-8" /><title>Tests</title></head>
      <body>
        <script>
          globalThis.litIssuedWarnings = new Set(['dev-mode']);
          globalThis.laws = ${JSON.stringify(laws)};
        </script>
        ${fast ? mover : ''}
        <script type="module" src="${framework}"></script>
      </body>
    </html>`,
  // A limit for what hangs: on a busy machine WebKit draws a frame a second.
  testFramework: { config: { timeout: 180_000 } },
  browserStartTimeout: 60_000,
  testsFinishTimeout: 400_000 * Number(LAWS ?? 1),
  reporters: [
    defaultReporter({ reportTestProgress: !process.env.TALLY }),
    ...(process.env.VERBOSE ? [summaryReporter(), times()] : []),
    tally(),
  ],
};
