// `npm start`: the story in a news page and in other people's pages, the documentation and the gallery beside it.
import { ensureBuilt, ensureInstalled } from './run.mjs';
import { start } from './serve.mjs';

await ensureInstalled();
await ensureBuilt();
try {
  const { url } = await start(Number(process.env.PORT ?? 8000));
  console.log(`
  The story in a news page   ${url}/news.html
  The documentation          ${url}/docs/
  The gallery                ${url}/gallery/
  Everything else            ${url}/

  Ctrl+C ends it.`);
} catch (error) {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(`Port ${error.port} is taken. Choose another: PORT=8001 npm start`);
  process.exitCode = 1;
}
