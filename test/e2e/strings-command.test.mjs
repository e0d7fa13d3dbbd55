// `communique strings` as a command: what it says, keeps, marks and refuses.
import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { strangeFigures } from '../../bin/strings/figures.mjs';
import { communique, emptyFolder } from './command.mjs';

const wrap = (body) => `<!doctype html>
<html lang="en"><head><title>A story</title></head>
<body><scroll-story name="farms"><story-chapter heading="Farms">
<story-step id="one">${body}</story-step>
</story-chapter></scroll-story></body></html>`;

describe('communique strings', () => {
  const page = (first) => wrap(`<p>${first}</p><p>They sold <b>17</b> of 1,200 crates.</p>`);
  const start = () => {
    const folder = emptyFolder();
    const at = (name) => join(folder, name);
    writeFileSync(at('a.html'), page('The farm burns.'));
    const run = (...args) => communique(folder, 'strings', 'a.html', ...args);
    const put = (change) =>
      writeFileSync(at('a.fr.xlf'), change(readFileSync(at('a.fr.xlf'), 'utf8')));
    const translate = (from, to) =>
      put((text_) =>
        text_.replace(`<source>${from}</source>`, `<source>${from}</source><target>${to}</target>`),
      );
    return { folder, at, run, put, translate };
  };

  it('says what is left to do, and keeps what is done when it is run again', () => {
    const { at, run, translate } = start();
    assert.match(
      run('--lang', 'fr').said,
      /4 strings, \d+ words; 0 translated, 0 stale, 4 to be translated/,
    );
    translate('The farm burns.', 'La ferme brûle.');
    assert.match(run('--lang', 'fr').said, /1 translated, 0 stale, 3 to be translated/);
    const before = readFileSync(at('a.fr.xlf'), 'utf8');
    assert.match(before, /state="translated"/);
    run('--lang', 'fr');
    assert.equal(readFileSync(at('a.fr.xlf'), 'utf8'), before);
    const { status, said } = run('--from', 'a.fr.xlf');
    assert.equal(status, 0, said);
    assert.match(said, /1 of 4 strings in fr, as the story "farms-fr"[^]*3 strings stay in en/);
    const edition = readFileSync(at('a.fr.html'), 'utf8');
    assert.match(edition, /<p>La ferme brûle\.<\/p><p lang="en">They sold/);
    run('--from', 'a.fr.xlf');
    assert.equal(readFileSync(at('a.fr.html'), 'utf8'), edition);
  });

  it('marks a translation whose source has changed, and says which', () => {
    const { at, run, put, translate } = start();
    run('--lang', 'fr');
    translate('The farm burns.', 'La ferme brûle.');
    run('--lang', 'fr');
    writeFileSync(at('a.html'), page('The farm does not burn.'));
    // The edition of a changed story does not say what is no longer so.
    assert.match(run('--from', 'a.fr.xlf').said, /Stale[^]*one\.p-1: "The farm burns\."/);
    assert.match(
      readFileSync(at('a.fr.html'), 'utf8'),
      /<p lang="en">The farm does not burn\.<\/p>/,
    );
    for (let times = 0; times < 2; times++) {
      assert.match(
        run('--lang', 'fr').said,
        /1 stale[^]*one\.p-1: "The farm burns\." is now "The farm does not burn\."/,
      );
      const marked = readFileSync(at('a.fr.xlf'), 'utf8');
      assert.match(
        marked,
        /The source was: The farm burns\.<[^]*state="initial" subState="communique:stale"/,
      );
      assert.match(
        marked,
        /<source>The farm does not burn\.<\/source>\s*<target>La ferme brûle\.<\/target>/,
      );
    }
    put((text_) =>
      text_
        .replace('state="initial" subState="communique:stale"', 'state="translated"')
        .replace('La ferme brûle', 'La ferme ne brûle pas'),
    );
    assert.match(run('--lang', 'fr').said, /1 translated, 0 stale/);
    assert.doesNotMatch(readFileSync(at('a.fr.xlf'), 'utf8'), /The source was/);
    run('--from', 'a.fr.xlf');
    assert.match(readFileSync(at('a.fr.html'), 'utf8'), /<p>La ferme ne brûle pas\.<\/p>/);
  });

  it('tells of a number that the source does not have, and of lost markup', () => {
    const { at, run, translate } = start();
    run('--lang', 'fr');
    const sold = /<source>(They sold .*)<\/source>/.exec(readFileSync(at('a.fr.xlf'), 'utf8'))[1];
    translate(sold, 'Ils ont vendu <pc id="1">18</pc> de 1 200 caisses.');
    assert.match(
      run('--from', 'a.fr.xlf').said,
      /number that the source does not have:\s+one\.p-2: 18\n/,
    );
    const { at: there, run: again, translate: put } = start();
    again('--lang', 'fr');
    put(sold, 'Ils ont vendu 17 de 1 200 caisses.');
    assert.match(again('--from', 'a.fr.xlf').said, /one\.p-2: it has lost the code 1/);
    assert.match(readFileSync(there('a.fr.html'), 'utf8'), /<p lang="en">They sold/);
    assert.ok(at);
  });

  it('refuses what it cannot do, and says why', () => {
    const { at, run, put, folder } = start();
    copyFileSync(at('a.html'), at('b.html'));
    run('--lang', 'fr');
    for (const [args, wanted] of [
      [['--lang', 'not a tag'], /give a tag/],
      [['--from', 'none.xlf'], /"none\.xlf" is not there/],
      [['--from', 'a.html'], /document type|no XML/],
      [['--from', 'a.fr.xlf', '--output', 'a.html'], /place of its source/],
      [['--from', 'a.fr.xlf', '--output', '../b.html'], /another folder/],
      [['--lang', 'de', '--output', 'a.fr.xlf'], /is in fr, not in de/],
    ]) {
      const { status, said } = run(...args);
      assert.equal(status, 1, said);
      assert.match(said, wanted);
    }
    put((text_) => text_.replace('</xliff>', ''));
    assert.match(run('--from', 'a.fr.xlf').said, /is no XML/);
    assert.equal(communique(folder, 'check', '--lang', 'fr').status, 2);
  });
});

describe('numbers in a translation', () => {
  for (const [source, target, strange] of [
    ['290,000 miles', '290 000 miles', []],
    ['290,000 miles', '290.000 Meilen', []],
    ['290,000 miles', '٢٩٠٬٠٠٠ ميل', []],
    ['1.28 seconds', '1,28 seconde', []],
    ['1.28 seconds', '12,8 secondes', ['12,8']],
    ['290,000 miles', '467 000 km', ['467\u00a0000'.replace('\u00a0', ' ')]],
    ['2,900 million', '29 milliards', ['29']],
    ['In 1969, 12 came', '12 sont venus en 1969', []],
    ['At 11:48:30', 'À 11 h 48 min 30 s', []],
    ['On 20 July', 'Le 20 juillet', []],
    ['Seven', '7', ['7']],
    ['12,345,678', '12 345 678', []],
    ['12,34,567', '1,234,567', []],
    ['In 500, 600 or 650', '500, 600 ou 650', []],
  ])
    it(`${source} | ${target}`, () => assert.deepEqual(strangeFigures(source, target), strange));
});
