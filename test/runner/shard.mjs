import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isLong } from '../long.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Files about what engines do alike: data, words, properties, timelines, the elements of others. */
const alike =
  /^(core|published|stories|testing)\/|^laws\/(data|own-scene|properties|translated)|^scenes\/(own-scene|reading|source-chain)|^story\/(any-element|emptied|heading|hostile-stage|listeners|old-pages|timeline-element|wrappers)|^controllers\/(lists|timeline|transition)|^readme/;

/** Files about what engines do each in their own way, and on which every step of a story depends. */
const decisive = /^(contract|controllers\/(scroll|step))|^laws\/scroll|^story\/scroll-story/;

/**
 * The files of the browser tests that an engine is to run, or a share of them. In an ordinary run the first engine runs
 * all, each other one what is decisive, and of the rest its part; what is alike the first alone. The long run has all in
 * all.
 * @param shard `1/2` is the first of two shares of about the same length; all files unless told
 * @param engine the engine
 * @param engines the engines of the run, in order; this one alone unless told
 */
export function browserTests(shard = '1/1', engine = 'chromium', engines = [engine]) {
  const [which, of] = shard.split('/').map(Number);
  const [first, ...others] = engines;
  const files = readdirSync(root, { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.test.ts') && !file.endsWith('.node.test.ts'))
    .sort();
  const inTurn = files.filter((file) => !alike.test(file) && !decisive.test(file));
  const isRun = (file) =>
    isLong ||
    engine === first ||
    decisive.test(file) ||
    (inTurn.includes(file) && others[inTurn.indexOf(file) % others.length] === engine);
  return (
    files
      .filter(isRun)
      .map((file) => root + file)
      // A long file has more tests than a short one: dealt out by length, the shares take about the same time.
      .sort((a, b) => statSync(b).size - statSync(a).size || (a < b ? -1 : 1))
      .filter((_, at) => at % of === which - 1)
  );
}
