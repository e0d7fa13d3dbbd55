// Serves a folder on this machine only.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' };

/**
 * Starts a server for a folder's files.
 * @returns its address, without a slash at its end, and a function that ends it
 */
export async function serve(folder) {
  const server = createServer(async ({ url }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const file = join(folder, path);
    const found = file.startsWith(folder + sep) && (await stat(file).catch(() => undefined));
    if (!found?.isFile()) return response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
    response.setHeader('content-type', `${types[extname(file)] ?? 'text/plain'}; charset=utf-8`);
    return createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
