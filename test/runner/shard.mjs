import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The files of the browser tests, or a share of them.
 * @param shard `1/2` is the first of two shares of about the same length; all files unless told
 */
export function browserTests(shard = '1/1') {
  const [which, of] = shard.split('/').map(Number);
  return (
    readdirSync(root, { recursive: true })
      .filter((file) => file.endsWith('.test.ts') && !file.endsWith('.node.test.ts'))
      .map((file) => root + file)
      // A long file has more tests than a short one: dealt out by length, the shares take about the same time.
      .sort((a, b) => statSync(b).size - statSync(a).size || (a < b ? -1 : 1))
      .filter((_, at) => at % of === which - 1)
  );
}
