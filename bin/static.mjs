// The static server behind `communique serve` and `npm start`: files of a folder, on this machine only.
import { once } from 'node:events';
import { realpath } from 'node:fs/promises';
import { createServer } from 'node:http';
import { sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
// @fastify/send hands over the stream of a file, so that it can be closed when a download is aborted. sirv throws on an
// inverted range and leaves an aborted file open.
import { send } from '@fastify/send';

/** Thrown for what must not be sent: links that lead out of the folder, pipes and devices. */
class NotServed extends Error {}

/**
 * The path of a request, decoded.
 * @throws URIError where it cannot be decoded
 */
export function pathOf({ url }) {
  const [path] = (url.startsWith('/') ? url : new URL(url, 'http://localhost').pathname).split(
    /[?#]/,
  );
  return decodeURIComponent(path);
}

const encode = (path) => path.split('/').map(encodeURIComponent).join('/');

/** Refuses a file that is really outside the folder, and what has no end or would wait for ever to be opened. */
async function checkFile(root, file, stats) {
  const [folder, target] = await Promise.all([realpath(root), realpath(file)]);
  if (!stats.isFile() || !target.startsWith(folder.endsWith(sep) ? folder : folder + sep))
    throw new NotServed();
}

/** The range to answer with: one that RFC 9110 allows. What is none, or several, means the whole file. */
function readRange(header, size) {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (!from && !to) return undefined;
  // The last bytes: of more than there are, all.
  if (!from) return Number(to) > size ? 'bytes=0-' : header;
  return to && Number(to) < Number(from) ? undefined : header;
}

function refuse(response, status, message, headers = {}) {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(`${message}\n`);
}

/**
 * Answers with a file, or says why there is none.
 * @param root the folder
 * @param path the file's path in it, decoded, with a slash at its start; one with a slash at its end is its index.html
 * @param options.at the path that the browser asked for, where it is another
 * @param options.headers headers to add
 * @param options.transform changes the text of a page before it is sent
 */
export async function sendFile(request, response, root, path, options = {}) {
  const { at = path, headers = {}, transform } = options;
  const asked = { method: request.method, headers: { ...request.headers } };
  const found = await send(asked, encode(path), {
    root,
    cacheControl: false,
    // A page that is changed on its way has another length and another date than its file.
    ...(transform && { acceptRanges: false, etag: false, lastModified: false }),
    onFile: async (file, stats) => {
      await checkFile(root, file, stats);
      asked.headers.range = readRange(request.headers.range, stats.size);
    },
  }).catch((error) => {
    if (error instanceof NotServed) return { type: 'error', statusCode: 404, headers: {} };
    throw error;
  });
  if (found.type === 'directory') {
    // Relative addresses in a page start from the folder only where its address ends in a slash. Of several slashes at
    // its start one is left: two would name another host.
    const location = `/${encode(at.replace(/^\/+/, ''))}/${/\?[^#]*/.exec(request.url)?.[0] ?? ''}`;
    return void response.writeHead(302, { location }).end();
  }
  if (found.type === 'error') {
    if (at === '/favicon.ico') return void response.writeHead(204).end();
    const { statusCode, headers: known } = found;
    const range = known['Content-Range'];
    if (statusCode === 416)
      return refuse(response, 416, 'There is no such part.', { 'content-range': range });
    if (statusCode === 400 || statusCode === 412)
      return refuse(response, statusCode, 'The request cannot be met.');
    return refuse(response, 404, `Nothing stands at ${at}.`);
  }
  const all = {
    ...found.headers,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    ...headers,
  };
  if (/^application\/javascript/.test(all['Content-Type']))
    all['Content-Type'] = 'text/javascript; charset=utf-8';
  await sendStream(request, response, found, all, transform);
}

async function sendStream(request, response, { statusCode, stream }, headers, transform) {
  try {
    if (request.method === 'HEAD' || statusCode === 304)
      return void response.writeHead(statusCode, headers).end();
    if (transform) {
      const page = await transform(await text(stream));
      response.writeHead(statusCode, { ...headers, 'Content-Length': Buffer.byteLength(page) });
      return void response.end(page);
    }
    // A file that cannot be read is told while there is still a status to tell it with.
    await once(stream, 'open');
    response.writeHead(statusCode, headers);
    await pipeline(stream, response);
  } finally {
    stream.destroy();
  }
}

/**
 * Starts a server on 127.0.0.1.
 * @param answer answers a request for a path, which is decoded; may throw
 * @param port 0 for any that is free
 * @returns its address, without a slash at its end, and a function that ends it
 */
export async function listen(port, answer) {
  const server = createServer(async (request, response) => {
    try {
      if (!['GET', 'HEAD'].includes(request.method))
        return refuse(response, 405, 'Only GET and HEAD are answered.', { allow: 'GET, HEAD' });
      await answer(request, response, pathOf(request));
    } catch (error) {
      // The browser went away, as it does with every part of a video that it no longer wants.
      if (response.headersSent || response.destroyed) return void response.destroy();
      if (error instanceof URIError || error.code === 'ERR_INVALID_URL')
        return refuse(response, 400, 'The address cannot be read.');
      if (error.code === 'EACCES' || error.code === 'EPERM')
        return refuse(response, 403, 'The file may not be read.');
      refuse(response, 500, error.message);
    }
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
