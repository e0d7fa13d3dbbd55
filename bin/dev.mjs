// `communique dev`: shows a story on this machine only, checks it whenever a file is saved, and loads the page again.
import { watch } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { boardOf, boardScript } from './board.mjs';
import { checkStory, readOwnScenes } from './check.mjs';
import { serveWith } from './serve.mjs';
import { sendFile } from './static.mjs';

/** The address that a page listens at for changes. */
const address = '/communique-changes';

const listener = `<script>new EventSource('${address}').onmessage = () => location.reload();</script>`;

const withListener = (html) => html.replace(/<\/body>|$/i, (end) => listener + end);

const boardFolder = fileURLToPath(new URL('../dist/storyboard', import.meta.url));

/** Milliseconds within which an editor writes all files of one change. */
const together = 100;

const isOfStory = (path) => !/(^|[\\/])(node_modules|dist|\.[^\\/]*)([\\/]|$)/.test(path);

/**
 * Serves the folder of a story.
 * @param file its page, from the folder that is served
 * @param port 0 for any that is free
 * @param say tells what the check found
 * @returns its address, that of its storyboard, and a function that ends it
 */
export async function develop(file, port, say) {
  const folder = resolve('.');
  const page = relative(folder, resolve(file)).split(sep).join('/');
  const open = new Set();
  const check = async () => {
    try {
      const problems = checkStory(file, await readOwnScenes(file));
      say(problems.length ? problems.join('\n') : `${file}: all is well.`);
    } catch (error) {
      if (!error.remedy) throw error;
      say(error.message);
    }
  };
  const server = await serveWith(folder, port, {
    transform: withListener,
    answers: {
      '/board': (request, response) => {
        try {
          const board = boardOf(file, `/${page}`);
          response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
          response.end(withListener(board));
        } catch (error) {
          response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
          response.end(error.message);
        }
      },
      [boardScript]: (request, response) =>
        sendFile(request, response, boardFolder, '/story-board.js', {}),
      [address]: (request, response) => {
        response.writeHead(200, {
          'content-type': 'text/event-stream',
          'cache-control': 'no-cache',
        });
        response.write('\n');
        open.add(response);
        response.on('close', () => open.delete(response));
      },
    },
  });
  let timer;
  const watcher = watch(folder, { recursive: true }, (_, path) => {
    if (!path || !isOfStory(path)) return;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      await check();
      for (const response of open) response.write('data: changed\n\n');
    }, together);
  });
  await check();
  return {
    url: `${server.url}/${page === 'index.html' ? '' : page}`,
    board: `${server.url}/board`,
    close: () => {
      watcher.close();
      clearTimeout(timer);
      return server.close();
    },
  };
}
