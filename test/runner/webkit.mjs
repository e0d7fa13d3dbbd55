import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** A port of this machine that nothing listens on. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** The number of a screen that Xvfb made; it chooses one that is free and writes it to its descriptor 3. */
const screenNumber = (program) =>
  new Promise((resolve, reject) => {
    program.on('error', reject);
    program.on('exit', () => reject(new Error('Xvfb ended before it had a screen.')));
    program.stdio[3].once('data', (data) => resolve(String(data).trim()));
  });

/**
 * Starts WebKit's driver, on a screen of its own, for as long as this process lives.
 * @returns the port that the driver listens on
 */
export async function startWebKitDriver({ driver, screen }) {
  const xvfb = spawn(
    screen,
    ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  process.on('exit', () => xvfb.kill());
  const display = await screenNumber(xvfb);
  const port = await freePort();
  const server = spawn(driver, ['--host=127.0.0.1', `--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: `:${display}`,
      GDK_BACKEND: 'x11',
      // Without a graphics card its compositor takes 2.6 times as much of the processor as drawing without one.
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    },
  });
  process.on('exit', () => server.kill());
  for (const end of ['SIGINT', 'SIGTERM']) process.on(end, () => process.exit(1));
  for (let tries = 0; tries < 100; tries++) {
    const answered = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (answered) return port;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('WebKitWebDriver does not answer.');
}
