// `communique build`: makes of a story's page what can be published anywhere.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { checkStory } from '../check.mjs';
import { printable, quoted, refusal } from '../messages.mjs';
import { articleOf } from './article.mjs';
import { bundleStory } from './bundle.mjs';
import { headOf, pageOf } from './head.mjs';
import { here, StoryPage } from './page.mjs';
import { drawPictures } from './pictures.mjs';

/** The name of a story as the name of a tag. */
function tagOf(name, file) {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(name)) return name;
  const wanted = name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-$/g, '');
  if (!wanted)
    throw refusal(
      `The story in "${file}" has no name, and its tag needs one; write <scroll-story name="my-story">, or give --name my-story.`,
    );
  return wanted.includes('-') ? wanted : `${wanted}-story`;
}

/** Makes a folder that the build may write to: one that is empty, or that an earlier build has filled. */
function prepareFolder(folder) {
  mkdirSync(folder, { recursive: true });
  const there = readdirSync(folder);
  const isOurs = there.includes('integrity.json') && there.includes('LICENSES.txt');
  if (there.length && !isOurs)
    throw refusal(
      `The folder "${folder}" holds ${quoted(there.slice(0, 3))}, which no build has written; empty it, or give another with --output.`,
    );
  for (const name of there) rmSync(join(folder, name), { recursive: true });
}

const paste = {
  js: (tag) => `<script type="module" src="…/${tag}.js"></script><${tag}></${tag}>`,
};

/**
 * Builds a story.
 * @param file its page
 * @param options.output the folder that it is written to
 * @param options.name the name of its tag; the story's own unless told
 * @param options.url the address that the folder will have on the web
 * @param options.pictures false for no stills
 * @returns what to say to whoever asked for it
 * @throws a refusal, with what is to be mended, where the story would mislead a reader
 */
export async function buildStory(file, { output = 'dist', name, url = '', pictures = true } = {}) {
  const problems = checkStory(file);
  if (problems.length)
    throw refusal(`${problems.join('\n')}\n\nNothing was built; mend this first.`);
  const base = url && !url.endsWith('/') ? `${url}/` : url;
  const page = new StoryPage(file);
  const tag = tagOf(name ?? page.name, file);
  const folder = resolve(output);
  prepareFolder(folder);
  await bundleStory(page, tag, folder);
  for (const [asset, bytes] of page.assets) writeFileSync(join(folder, asset), bytes);
  const placed = (text) => text.replaceAll(here, base);
  const script = `<script type="module" src="${base}${tag}.js"></script>`;
  const write = (written, text) => writeFileSync(join(folder, written), `${placed(text)}\n`);
  const writeAll = (drawn = new Map()) => {
    const article = articleOf(page, tag, drawn);
    const story = `<${tag}>${article}</${tag}>`;
    write('article.html', article);
    write(`${tag}.html`, `${story}${script}`);
    const card = [...drawn.values()].find(({ still }) => still)?.still;
    write('index.html', pageOf(page, headOf(page, { base, card }), `${story}\n    ${script}`));
  };
  writeAll();
  const credit = [page.author, page.title].filter(Boolean).join(', ');
  const drawn = await drawPictures(folder, tag, { credit, stills: pictures });
  if (drawn) writeAll(drawn);
  else
    page.leftOut.push(
      'pictures and their descriptions, because there is no Chromium; install one, or give its path in CHROME_PATH',
    );
  return report(page, tag, folder);
}

function report(page, tag, folder) {
  const uses = {
    [`${tag}.js`]: `a page: ${paste.js(tag)}`,
    [`${tag}.html`]: 'a page that is to show the words without script: paste all of it',
    'article.html': 'a feed, a newsletter, a reader',
    'index.html': 'a page of its own: put the folder on a server',
    'integrity.json': 'the hash of each script, for integrity="…"',
    'LICENSES.txt': 'whose work is in it',
  };
  const names = readdirSync(folder);
  const stills = names.filter((name) => /^still-.*\.png$/.test(name));
  const order = Object.keys(uses);
  const rank = (name) => (order.includes(name) ? order.indexOf(name) : order.length);
  const lines = names
    .filter((name) => !stills.includes(name))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      const size = /\.(png|jpe?g|webp|avif|mp4|webm|woff2?)$/.test(name)
        ? statSync(join(folder, name)).size
        : brotliCompressSync(bytes).length;
      return `  ${String(size).padStart(8)}  ${name.padEnd(28)} ${uses[name] ?? 'loaded when it is needed'}`;
    });
  if (stills.length)
    lines.push(`            ${`${stills.length} times still-….png`.padEnd(28)} a picture of a step to share`);
  const out = page.leftOut.map((problem) => `  ${problem}`);
  return [
    '',
    `  ${relative('', folder) || '.'}/ holds the story; bytes after brotli:`,
    '',
    ...lines,
    ...(out.length ? ['', '  Left out:', ...out] : []),
    '',
  ]
    .map(printable)
    .join('\n');
}
