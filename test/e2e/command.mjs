// What the tests of the command share: folders, and ways to run it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const bin = join(root, 'bin', 'communique.mjs');
export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const made = [];
/** A new folder, which is taken away after the tests. */
export const emptyFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'communique-new-'));
  made.push(folder);
  return folder;
};
after(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

/** Runs Node in a folder; not as a part of this test run, which would take the other's report for its own. */
export function run(cwd, ...args) {
  const env = { ...process.env };
  delete env.NODE_TEST_CONTEXT;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr, said: stdout + stderr };
}

/** Runs the command in a folder. */
export const communique = (cwd, ...args) => run(cwd, bin, ...args);

/** Puts this checkout where npm would put the package. */
function install(folder) {
  const there = join(folder, 'node_modules', 'communique');
  mkdirSync(there, { recursive: true });
  // The command finds what it depends on through the link; the server follows no link out of its folder.
  symlinkSync(join(root, 'bin'), join(there, 'bin'), 'junction');
  cpSync(join(root, 'dist'), join(there, 'dist'), { recursive: true });
  writeFileSync(join(there, 'package.json'), JSON.stringify(manifest));
}

/** Writes a new story, or with --scene a scene, and installs the package in it; returns its folder. */
export function newStory(name = 'my-story', ...options) {
  const folder = emptyFolder();
  const { status, said } = communique(folder, 'new', ...options, name);
  assert.equal(status, 0, said);
  install(join(folder, name));
  return join(folder, name);
}
