// Finds the Chromium or Chrome of this machine, which draws pictures.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export const isProgram = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The first of some programs that the search path has. */
export const onPath = (...names) =>
  names
    .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((dir) => join(dir, name)))
    .find(isProgram);

/** A path that was given in the environment, which must then be right. */
export function given(name) {
  const path = process.env[name];
  if (path && !isProgram(path)) throw new Error(`${name} is ${path}, which is not a program.`);
  return path;
}

/** CHROME_PATH, or what the search path has. */
export const findChromium = () =>
  given('CHROME_PATH') ??
  onPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome');

/** Arguments for every Chromium that we start: no sandbox where it cannot be had, no calls home. */
export const chromiumArgs = [
  ...(process.getuid?.() === 0 || process.env.CI ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
