// `communique build`: makes of a story's page what can be published anywhere.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { checkStory, readOwnScenes } from '../check.mjs';
import { printable, quoted, refusal } from '../messages.mjs';
import { articleOf } from './article.mjs';
import { bundleStory } from './bundle.mjs';
import { frameHeadOf, frameLinesOf, headOf, oembedOf, pageOf } from './head.mjs';
import { here, StoryPage } from './page.mjs';
import { drawPictures } from './pictures.mjs';

/** The name of a story as the name of a tag. */
function tagOf(name, file) {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(name)) return name;
  const wanted = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-$/g, '');
  if (!wanted)
    throw refusal(
      `The story in "${file}" has no name, and its tag needs one; write <scroll-story name="my-story">, or give --name my-story.`,
    );
  return wanted.includes('-') ? wanted : `${wanted}-story`;
}

/** Refuses a folder that holds what no build has written. */
function checkFolder(folder) {
  if (!existsSync(folder)) return;
  const there = readdirSync(folder);
  const isOurs = there.includes('integrity.json') && there.includes('LICENSES.txt');
  if (there.length && !isOurs)
    throw refusal(
      `The folder "${folder}" holds ${quoted(there.slice(0, 3))}, which no build has written; empty it, or give another with --output.`,
    );
}

/** Has a folder written whole or not at all: beside its place first, then into it. */
async function writeWhole(folder, write) {
  mkdirSync(dirname(folder), { recursive: true });
  const beside = mkdtempSync(join(dirname(folder), '.communique-'));
  // A server reads it under a name of its own.
  chmodSync(beside, 0o777 & ~process.umask());
  try {
    await write(beside);
    rmSync(folder, { recursive: true, force: true });
    renameSync(beside, folder);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw error;
  }
}

/** What drives a story in a frame; it is the same for every story. */
const frameScript = fileURLToPath(new URL('../../dist/embed/frame.js', import.meta.url));

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
 * @throws a refusal, with `problems` to be mended, where the story would mislead a reader
 */
export async function buildStory(file, { output = 'dist', name, url = '', pictures = true } = {}) {
  const problems = checkStory(file, await readOwnScenes(file));
  if (problems.length)
    throw Object.assign(refusal('Nothing was built; mend this first.'), { problems });
  const base = url && !url.endsWith('/') ? `${url}/` : url;
  const page = new StoryPage(file);
  const tag = tagOf(name ?? page.name, file);
  const folder = resolve(output);
  checkFolder(folder);
  await writeWhole(folder, (beside) => writeFiles(page, tag, beside, { base, pictures }));
  return report(page, tag, folder, base);
}

async function writeFiles(page, tag, folder, { base, pictures }) {
  await bundleStory(page, tag, folder);
  for (const [asset, bytes] of page.assets) writeFileSync(join(folder, asset), bytes);
  /** Writes a file; what goes into the pages of others has the whole address of what it asks for. */
  const write = (name, text, from = base) =>
    writeFileSync(join(folder, name), `${text.replaceAll(here, from)}\n`);
  const writeAll = (drawn = new Map()) => {
    const article = articleOf(page, tag, drawn);
    const story = (from) =>
      `<${tag}>${article}</${tag}><script type="module" src="${from}${tag}.js"></script>`;
    const card = [...drawn.values()].find(({ still }) => still)?.still;
    write('article.html', article);
    // In a box: Markdown and WordPress take a line that begins with a tag they do not know for words, and make a
    // paragraph of it, out of which the story falls.
    write(`${tag}.html`, `<div>${story(base)}</div>`);
    if (base)
      write('oembed.json', JSON.stringify(oembedOf(page, tag, { base, card }), undefined, 2));
    write('index.html', pageOf(page, tag, headOf(page, { base, card }), story('')), '');
    const alone = `<main>${story('')}</main>`;
    write('frame.html', pageOf(page, tag, frameHeadOf(page, { base }), alone), '');
  };
  copyFileSync(frameScript, join(folder, 'frame.js'));
  writeAll();
  const credit = [page.author, page.title].filter(Boolean).join(', ');
  try {
    writeAll(await drawPictures(folder, tag, { credit, stills: pictures }));
  } catch (error) {
    page.leftOut.push(`pictures and their descriptions: ${error.message}`);
  }
}

function report(page, tag, folder, base) {
  const uses = {
    [`${tag}.js`]: `a page: ${paste.js(tag)}`,
    [`${tag}.html`]: 'a page that is to show the words without script: paste all of it',
    'article.html': 'a feed, a newsletter, a reader',
    'index.html': 'a page of its own: put the folder on a server',
    'frame.html': 'the page of a frame, for systems that allow nothing else: see below',
    'frame.js': 'the script that has a page drive its frames',
    'oembed.json': 'for pages that embed the story by its address',
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
    lines.push(
      `            ${`${stills.length} times still-….png`.padEnd(28)} a picture of a step to share`,
    );
  const out = page.leftOut.map((problem) => `  ${problem}`);
  return [
    '',
    `  ${relative('', folder) || '.'}/ holds the story; bytes after brotli:`,
    '',
    ...lines,
    ...(out.length ? ['', '  Left out:', ...out] : []),
    '',
    '  In a frame:',
    '',
    `  ${frameLinesOf(page, tag, base || '…/')}`,
    '',
  ]
    .map(printable)
    .join('\n');
}
