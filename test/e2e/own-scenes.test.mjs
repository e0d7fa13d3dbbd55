// `communique check` in a story with a scene of its own: what the scene says of itself is what its tables are checked by.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { checkStory, readOwnScenes } from '../../bin/check.mjs';
import { communique, newStory } from './command.mjs';

describe('the check of a scene of one’s own', () => {
  let folder;
  let html;
  before(() => {
    folder = newStory('bar-race', '--scene');
    html = readFileSync(join(folder, 'index.html'), 'utf8');
  });

  const found = async (change) => {
    const file = join(folder, 'changed.html');
    const changed = change(html);
    assert.notEqual(changed, html);
    writeFileSync(file, changed);
    return checkStory(file, await readOwnScenes(file)).map((text) =>
      text.slice(text.indexOf(':', file.length) + 1),
    );
  };

  it('finds nothing in a new one', () => {
    const { status, said } = communique(folder, 'check');
    assert.equal(status, 0, said);
  });

  for (const [what, change, message] of [
    [
      'a count that is none',
      (text) => text.replace(/<td>(\d+)<\/td>/, '<td>$1 or so</td>'),
      /or so/,
    ],
    [
      'a column without its name',
      (text) => text.replace(/<th>count<\/th>/i, '<th>Menge</th>'),
      /count/,
    ],
    [
      'a step that asks for what is no state',
      (text) => text.replace(/<story-step id="\w+"/, '<story-step id="nowhere"'),
      /nowhere/,
    ],
    [
      'a name with a slip',
      (text) => text.replaceAll('bar-race ', 'bar-rase '),
      /<bar-rase>.*"bar-race"/,
    ],
    [
      'a script that is gone',
      (text) => text.replace(/<script[^>]*bar-race\.js"><\/script>/, ''),
      /defines <bar-race>/,
    ],
  ])
    it(`tells of ${what}`, async () => {
      const said = await found(change);
      assert.ok(said.length > 0);
      assert.match(said.join('\n'), message);
    });

  it('says nothing of what a module that needs a page may define', async () => {
    const said = await found((text) =>
      text
        .replace(
          '</head>',
          '<script type="module">document.title; customElements.define("x-y", class extends HTMLElement {});</script></head>',
        )
        .replaceAll('bar-race ', 'x-y '),
    );
    assert.doesNotMatch(said.join('\n'), /defines/);
  });

  it('builds nothing where a table of its own is wrong', () => {
    writeFileSync(join(folder, 'wrong.html'), html.replace(/<td>(\d+)<\/td>/, '<td>$1 or so</td>'));
    const { status, stderr } = communique(folder, 'build', 'wrong.html', '--no-pictures');
    assert.equal(status, 1);
    assert.match(stderr, /or so/);
  });
});
