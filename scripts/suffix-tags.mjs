// The elements inside the self-contained embed are registered under names that carry its version, so that two
// embeds of different versions live on one page, each with its own elements. The sources have the plain names.
import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const names =
  /(?<![-\w.]|[^<]\/)(scroll-story|story-chapter|story-step|phone-call-scene|expulsion-counter|diplomat-map|source-chain)(?![-\w./])/g;

/** Puts the version behind every name of an inner element in a text. */
export const suffixTags = (text) => text.replace(names, `$1-v${version.replace(/\W/g, '-')}`);

/** Rollup: does so in the modules that name elements. */
export const suffixPlugin = () => ({
  name: 'suffix-tags',
  transform: (code, id) =>
    /src\/(embed|narratives)\//.test(id) ? { code: suffixTags(code), map: null } : null,
});
