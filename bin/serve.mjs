// `communique serve`: shows a folder on this machine only.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { refusal } from './messages.mjs';

const types = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.vtt': 'text/vtt; charset=utf-8',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** The file that an address means; undefined for one outside the folder, and for what begins with a dot. */
function fileOf(folder, address) {
  let path;
  try {
    path = decodeURIComponent(new URL(address, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
  if (/[\0\\]|\/\./.test(path)) return undefined;
  const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
  return file.startsWith(folder + sep) ? file : undefined;
}

/** The part of a file that is asked for: a video can be scrubbed only where its parts can be had. */
function partOf(header, size) {
  const [, from, to] = header?.match(/^bytes=(\d+)-(\d*)$/) ?? [];
  if (from === undefined || Number(from) >= size) return undefined;
  return { start: Number(from), end: Math.min(size - 1, to ? Number(to) : size - 1) };
}

function answer(folder, request, response) {
  if (!['GET', 'HEAD'].includes(request.method)) return void response.writeHead(405).end();
  const file = fileOf(folder, request.url);
  const found = file && statSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory()) {
    // Relative addresses in the page start from the folder only where its address ends in a slash.
    const { pathname } = new URL(request.url, 'http://localhost');
    return void response.writeHead(302, { location: `${pathname}/` }).end();
  }
  if (!found?.isFile()) {
    // A browser asks for it by itself.
    if (request.url === '/favicon.ico') return void response.writeHead(204).end();
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    return void response.end(`Nothing stands at ${request.url}.\n`);
  }
  const part = partOf(request.headers.range, found.size);
  const { start, end } = part ?? { start: 0, end: found.size - 1 };
  response.writeHead(part ? 206 : 200, {
    'content-type': types[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'content-length': end - start + 1,
    'accept-ranges': 'bytes',
    'cache-control': 'no-cache',
    ...(part && { 'content-range': `bytes ${start}-${end}/${found.size}` }),
  });
  if (request.method === 'HEAD' || !found.size) return void response.end();
  createReadStream(file, { start, end })
    .on('error', () => response.destroy())
    .pipe(response);
}

/**
 * Serves a folder on 127.0.0.1.
 * @param port 0 for any that is free
 * @returns its address, without a slash at its end, and a function that ends it
 */
export async function serve(path, port) {
  const folder = resolve(path);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw refusal(`There is no folder "${path}"; give the one that index.html is in.`);
  const server = createServer((request, response) => answer(folder, request, response));
  await new Promise((done, fail) =>
    server.once('error', fail).listen(port, '127.0.0.1', done),
  ).catch(({ code, message }) => {
    throw refusal(
      code === 'EADDRINUSE'
        ? `Port ${port} is taken; choose another: "communique serve --port ${port + 1}" ("npm start -- --port ${port + 1}").`
        : `Port ${port} cannot be had (${message}); choose another with --port.`,
    );
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}
