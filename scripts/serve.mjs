// Serves the pages of test/hosts/, the built embed, the other story, the documentation and the gallery, on this machine
// only.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listen, sendFile } from '../bin/static.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Folders by the path that they are served under; the first that fits holds. */
const folders = [
  ['/embed/', join(root, 'dist', 'embed')],
  ['/forty-one-minutes/', join(root, 'dist', 'forty-one-minutes')],
  ['/forty-one-minutes-fr/', join(root, 'dist', 'forty-one-minutes-fr')],
  ['/forty-one-minutes-ar/', join(root, 'dist', 'forty-one-minutes-ar')],
  ['/long-distance/', join(root, 'dist', 'long-distance')],
  ['/hosts/', join(root, 'test', 'hosts', 'hostile')],
  ['/assets/', join(root, 'assets')],
  ['/stories/', join(root, 'stories')],
  ['/docs/', join(root, '.vitepress', 'dist')],
  ['/gallery/', process.env.GALLERY ?? join(root, 'storybook-static')],
  ['/', join(root, 'test', 'hosts', 'site')],
];

const policy = (...rules) => ({ 'content-security-policy': rules.join('; ') });

/** Headers that a page needs to be what it is. */
const headers = {
  '/hosts/csp.html': policy(
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ),
  '/hosts/noscript.html': policy("script-src 'none'"),
};

/** The two lines that a page embeds the story with, and the comment that stands for its static HTML. */
const embedded =
  /<script type="module" src="\/forty-one-minutes\/forty-one-minutes\.js"><\/script>\s*<forty-one-minutes><\/forty-one-minutes>/;
const placeholder = '<!-- the story as static HTML -->';

/** Puts the story's static HTML into a page, as an editor would: pasted, with the address of its script. */
async function withStory(page) {
  if (!page.includes(placeholder)) return page;
  const folder = '/forty-one-minutes/';
  const story = await readFile(join(root, 'dist', folder, 'forty-one-minutes.html'), 'utf8');
  const pasted = story.replace(/(<script [^>]*src=")(?!\/)/, `$1${folder}`);
  return page.replace(placeholder, () => pasted);
}

async function answer(request, response, path) {
  const file = path === '/prerendered.html' ? '/news.html' : path;
  const [prefix, folder] = folders.find(([start]) => file.startsWith(start));
  const transform =
    path === '/prerendered.html'
      ? (page) => withStory(page.replace(embedded, placeholder))
      : /(\.html|\/)$/.test(path)
        ? withStory
        : undefined;
  await sendFile(request, response, folder, file.slice(prefix.length - 1), {
    at: path,
    headers: headers[path],
    transform,
  });
}

/**
 * Starts the server on 127.0.0.1.
 * @param port 0 for any that is free
 * @returns the server's address, without a slash at its end, and a function that ends it
 */
export const start = (port = 0) => listen(port, answer);
