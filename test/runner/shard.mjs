import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isLong } from '../long.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Files about what engines do alike: data, words, properties, timelines, the elements of others. An ordinary run tries
 * them in the first engine there is, the long run in all.
 */
const alike =
  /^(core|embed|narratives|testing)\/|^laws\/(data|own-scene|properties|translated)|^scenes\/(own-scene|reading|source-chain)|^story\/(any-element|emptied|heading|hostile-stage|listened|old-pages|timeline-element|wrappers)|^controllers\/timeline|^readme/;

/**
 * The files of the browser tests, or a share of them.
 * @param shard `1/2` is the first of two shares of about the same length; all files unless told
 * @param isFirst whether it is the first of the engines that the run has
 */
export function browserTests(shard = '1/1', isFirst = true) {
  const [which, of] = shard.split('/').map(Number);
  return (
    readdirSync(root, { recursive: true })
      .filter((file) => file.endsWith('.test.ts') && !file.endsWith('.node.test.ts'))
      .filter((file) => isFirst || isLong || !alike.test(file.replaceAll('\\', '/')))
      .map((file) => root + file)
      // A long file has more tests than a short one: dealt out by length, the shares take about the same time.
      .sort((a, b) => statSync(b).size - statSync(a).size || (a < b ? -1 : 1))
      .filter((_, at) => at % of === which - 1)
  );
}
