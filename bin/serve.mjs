// `communique serve`: shows a folder on this machine only.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { refusal } from './messages.mjs';
import { listen, sendFile } from './static.mjs';

/**
 * Serves a folder on 127.0.0.1.
 * @param port 0 for any that is free
 * @returns its address, without a slash at its end, and a function that ends it
 */
export const serve = (path, port) => serveWith(path, port);

/**
 * Serves a folder, and more.
 * @param options.transform changes the text of a page before it is sent
 * @param options.answers what answers a request, by its path
 */
export async function serveWith(path, port, { transform, answers = {} } = {}) {
  const folder = resolve(path);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw refusal(`There is no folder "${path}"; give the one that index.html is in.`);
  const optionsOf = (asked) => (transform && /(\.html|\/)$/.test(asked) ? { transform } : {});
  return listen(port, (request, response, asked) =>
    answers[asked]
      ? answers[asked](request, response)
      : sendFile(request, response, folder, asked, optionsOf(asked)),
  ).catch(({ code, message }) => {
    throw refusal(
      code === 'EADDRINUSE'
        ? `Port ${port} is taken; choose another: "communique serve --port ${port + 1}" ("npm start -- --port ${port + 1}").`
        : `Port ${port} cannot be had (${message}); choose another with --port.`,
    );
  });
}
