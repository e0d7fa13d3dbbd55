// `npm test`: what an editor wants to know before the story goes out, without a browser. Every step's state is one of
// its scene, every claim that a step names is in the ledger, every table can be read, every picture has a description.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkStory, readOwnScenes } from 'communique/check.js';

test('the story is whole', async () => {
  const own = await readOwnScenes('index.html');
  assert.deepEqual(checkStory('index.html', own), []);
});
