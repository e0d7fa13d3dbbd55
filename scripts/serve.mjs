// Serves the pages of test/hosts/, the built embed, the other story and the gallery, on this machine only.
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Folders by the path that they are served under; the first that fits holds. */
const folders = [
  ['/embed/', join(root, 'dist', 'embed')],
  ['/hosts/', join(root, 'test', 'hosts', 'hostile')],
  ['/assets/', join(root, 'assets')],
  ['/stories/', join(root, 'stories')],
  ['/gallery/', process.env.GALLERY ?? join(root, 'storybook-static')],
  ['/', join(root, 'test', 'hosts', 'site')],
];

const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webm': 'video/webm',
  '.woff2': 'font/woff2',
};

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

/** The two lines that a page embeds the story with, and the comment that stands for the prerendered story. */
const embedded =
  /<script type="module" src="\/embed\/forty-one-minutes\.js"><\/script>\s*<forty-one-minutes><\/forty-one-minutes>/;
const placeholder = '<!-- the prerendered story -->';

/** Puts the prerendered story into a page, as an editor would: pasted, with the address of its script. */
async function prerendered(page) {
  const story = await readFile(join(root, 'dist', 'embed', 'forty-one-minutes.html'), 'utf8');
  const pasted = story.replace(/(<script [^>]*src=")(?!\/)/, '$1/embed/');
  return page.replace(embedded, placeholder).replace(placeholder, () => pasted);
}

/** The file that an address means; undefined for one outside the folders. */
function fileOf(path) {
  const [prefix, folder] = folders.find(([start]) => path.startsWith(start));
  const name = path.slice(prefix.length);
  const file = join(folder, name === '' || name.endsWith('/') ? `${name}index.html` : name);
  return file.startsWith(folder + sep) && !file.includes('\0') ? file : undefined;
}

async function answer(request, response) {
  if (!['GET', 'HEAD'].includes(request.method)) return void response.writeHead(405).end();
  let path;
  try {
    path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  } catch {
    return void response.writeHead(400).end();
  }
  if (path === '/favicon.ico') return void response.writeHead(204).end();
  const file = fileOf(path === '/prerendered.html' ? '/news.html' : path);
  const found = file && (await stat(file).catch(() => undefined));
  if (!found?.isFile())
    return void response
      .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
      .end(`Nothing stands at ${path}.\n`);
  response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
  response.setHeader('cache-control', 'no-cache');
  for (const [name, value] of Object.entries(headers[path] ?? {})) response.setHeader(name, value);
  if (request.method === 'HEAD') return void response.end();
  if (extname(file) !== '.html') return void createReadStream(file).pipe(response);
  const page = await readFile(file, 'utf8');
  const pasted = path === '/prerendered.html' || page.includes(placeholder);
  response.end(pasted ? await prerendered(page) : page);
}

/**
 * Starts the server on 127.0.0.1.
 * @param port 0 for any that is free
 * @returns the server's address, without a slash at its end, and a function that ends it
 */
export async function start(port = 0) {
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(`${error.message}\n`);
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
