// `communique strings`: what a translator is given, and what comes of what they give back.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parse, serialize } from 'parse5';
import { checkStory } from '../../bin/check.mjs';
import { elementsIn, get, textOf } from '../../bin/build/nodes.mjs';
import { directionOf, writeEdition } from '../../bin/strings/edition.mjs';
import { Strings } from '../../bin/strings/extract.mjs';
import { plain } from '../../bin/strings/parts.mjs';
import { matchStrings } from '../../bin/strings/match.mjs';
import { readXliff, writeXliff } from '../../bin/strings/xliff.mjs';
import { communique, emptyFolder, root } from './command.mjs';

const wrap = (body) => `<!doctype html>
<html lang="en"><head><title>A story</title></head>
<body><scroll-story name="farms"><story-chapter heading="Farms">
<story-step id="one">${body}</story-step>
</story-chapter></scroll-story></body></html>`;

/** The strings of a page, written to a file and read again. */
function xliffOf(source, units = new Strings(source).units) {
  const text = writeXliff(units, {
    source,
    original: 'a.html',
    sourceLang: 'en',
    targetLang: 'fr',
  });
  return { text, ...readXliff(text, 'a.xlf') };
}

/** The edition that a translation makes: `translate` is given the parts of each string. */
function editionOf(source, translate, lang = 'fr') {
  const strings = new Strings(source);
  const units = strings.units.map((unit) => ({ ...unit, target: translate(unit.parts, unit) }));
  const { entries } = xliffOf(source, units);
  const matched = matchStrings(strings.units, entries).units;
  return writeEdition(strings, matched, { lang, name: 'farms-fr' });
}

/** The strings of a page that begin with an id. */
const sourcesOf = (source, start = '') =>
  new Strings(source).units
    .filter(({ id }) => id.startsWith(start))
    .map(({ parts }) => plain(parts));

const hostile = [
  ']]>',
  '&amp;',
  '&lt;b&gt;',
  '&nbsp;',
  '"',
  "'",
  '&quot;',
  '<!-- -->',
  '&#1;',
  '{count}',
  '\u202e',
  '🌾',
  '&notin;',
];
const text = fc.oneof(
  fc.constantFrom(...hostile),
  fc.constantFrom('Hay', 'in  the\n barn', ' and ', '12', '.', 'é'),
);
const { phrase } = fc.letrec((tie) => ({
  code: fc.oneof(
    fc.constantFrom(
      '<br>',
      '<img src="a.png" alt="A &quot;barn&quot;">',
      '<wbr>',
      '<i translate="no">Hay</i>',
    ),
    fc
      .tuple(
        fc.constantFrom('b', 'em', 'a href="?a=1&amp;b=2" title="To the barn"', 'span class=x'),
        tie('phrase'),
      )
      .map(([tag, inside]) => `<${tag}>${inside}</${tag.split(' ')[0]}>`),
  ),
  phrase: fc
    .array(fc.oneof({ depthSize: 'small' }, text, tie('code')), { maxLength: 5 })
    .map((parts) => parts.join('')),
}));
const block = fc
  .tuple(fc.constantFrom('p', 'li', 'h3', 'blockquote', 'pre'), phrase)
  .map(([tag, inside]) => `<${tag}>${inside}</${tag}>`);
const story = fc.array(block, { maxLength: 6 }).map((blocks) => wrap(blocks.join('\n')));

describe('the strings of a story', () => {
  it('come back from XLIFF as they were, whatever is in them', () => {
    fc.assert(
      fc.property(story, (source) => {
        const { units } = new Strings(source);
        const { text: written, entries } = xliffOf(
          source,
          units.map((unit) => ({ ...unit, target: unit.parts })),
        );
        assert.deepEqual(
          [...entries.keys()],
          units.map(({ id }) => id),
        );
        for (const { id, parts } of units) {
          assert.equal(plain(entries.get(id).parts), plain(parts));
          assert.equal(plain(entries.get(id).target), plain(parts));
        }
        // Written again with what was read, the file is the same.
        const again = matchStrings(units, entries).units;
        const options = { source, original: 'a.html', sourceLang: 'en', targetLang: 'fr' };
        const [first, second] = [
          again,
          matchStrings(units, readXliff(writeXliff(again, options), '').entries).units,
        ];
        assert.equal(writeXliff(second, options), writeXliff(first, options));
        assert.ok(written.includes('trgLang="fr"'));
      }),
    );
  });

  it('make the same words again where each is its own translation', () => {
    fc.assert(
      fc.property(story, (source) => {
        const edition = editionOf(source, (parts) => parts);
        const fold = (html) =>
          serialize(parse(html))
            .replace(/\s+/g, ' ')
            .replace(/(<\/?(p|li|h3|blockquote|pre)>) | (?=<\/?(p|li|h3|blockquote|pre)>)/g, '$1');
        assert.equal(
          fold(edition),
          fold(source.replace('lang="en"', 'lang="fr"').replace('"farms"', '"farms-fr"')),
        );
      }),
    );
  });

  it('leave every byte of what is not translated, and mark its language', () => {
    fc.assert(
      fc.property(story, (source) => {
        // What is not closed where it should be is told, and left.
        fc.pre(!new Strings(source).leftOut.length);
        const edition = editionOf(source, () => undefined);
        const bare = edition.replace(/<span lang="en">|<\/span>| lang="(en|fr)"/g, '');
        assert.equal(
          bare,
          source.replace(/<\/span>| lang="en"/g, '').replace('"farms"', '"farms-fr"'),
        );
        const page = parse(edition);
        for (const element of elementsIn(page))
          if (
            /^(p|li|h3|blockquote)$/.test(element.tagName) &&
            /\p{L}/u.test(textOf(element)) &&
            !get(element, 'lang')
          )
            assert.ok(
              [...elementsIn(element)].some(
                (one) => get(one, 'lang') === 'en' || get(one, 'translate') === 'no',
              ),
              edition,
            );
      }),
    );
  });

  it('do not become markup, whatever a translator writes', () => {
    const source = wrap('<p>Hay <a href="a.html" title="To the barn">in the barn</a>.</p>');
    const bad = '<script>alert(1)</script> ]]> & &amp; "';
    const edition = editionOf(source, (parts) =>
      parts.map((part) => (typeof part === 'string' ? bad : { ...part, children: [bad] })),
    );
    const page = parse(edition);
    assert.deepEqual(
      [...elementsIn(page)].filter(({ tagName }) => tagName === 'script'),
      [],
    );
    const link = [...elementsIn(page)].find(({ tagName }) => tagName === 'a');
    assert.equal(textOf(link), bad);
    assert.equal(get(link, 'title'), bad);
    assert.equal(get(link, 'href'), 'a.html');
  });

  it('keep their markup where a translator puts it elsewhere, and take none from the file', () => {
    const source = wrap(
      '<p>The <b>barn</b> of <a href="a.html">the <i>upper</i> farm</a><br>burns.</p>',
    );
    const [unit] = new Strings(source).units.filter(({ id }) => id === 'one.p-1');
    assert.equal(plain(unit.parts), 'The <1>barn</1> of <2>the <3>upper</3> farm</2><4/>burns.');
    const { text: written } = xliffOf(source);
    const given = written
      .replace(
        /(<source>The .*<\/source>)/,
        '$1\n<target><ph id="4"/>Es brennt <pc id="3">die</pc> <sc id="1"/>Scheune<ec startRef="1"/><mrk id="m"> des </mrk><pc id="2">Hofs</pc></target>',
      )
      .replaceAll('&lt;b&gt;', '&lt;script&gt;');
    const { units } = matchStrings(new Strings(source).units, readXliff(given, '').entries);
    const edition = writeEdition(new Strings(source), units, { lang: 'de' });
    assert.match(
      edition,
      /<p><br>Es brennt <i>die<\/i> <b>Scheune<\/b> des <a href="a.html">Hofs<\/a><\/p>/,
    );
  });

  it('have ids that stay when others come before them', () => {
    const table = (rows) =>
      `<table><tr><th>Name</th><th>Note</th></tr>${rows.map(([name, note]) => `<tr><td>${name}</td><td>${note}</td></tr>`).join('')}</table>`;
    const [mill, farm] = [
      ['Mill Street', 'by the river'],
      ['Upper Farm', 'on the hill'],
    ];
    const ids = (source) =>
      new Map(new Strings(source).units.map(({ id, parts }) => [plain(parts), id]));
    const [before, after] = [wrap(table([mill])), wrap(table([farm, mill]))].map(ids);
    assert.equal(before.get('by the river'), after.get('by the river'));
  });

  it('are what readers read: no names of states, no numbers, no columns for machines', () => {
    const source = readFileSync(join(root, 'stories/long-distance.html'), 'utf8');
    const sources = sourcesOf(source);
    for (const wanted of [
      'Long distance',
      'The telephone call to the Moon, 20 July 1969',
      'Put through',
      'Honeysuckle Creek',
      'almost 240,000 miles',
      'Latitude',
      'Watched, tens of millions',
      'minutes',
      '“men of peace of all nations”',
    ])
      assert.ok(sources.includes(wanted), wanted);
    for (const unwanted of [
      'through',
      'waiting',
      'step',
      'clock',
      'from-note',
      'tone',
      'a',
      'together',
      'watched',
      '-35.5836',
      'Goldstone, Honeysuckle Creek, Madrid, home',
    ])
      assert.ok(!sources.includes(unwanted), unwanted);
  });
});

describe('an edition', () => {
  const source = `<!doctype html><html lang="en"><title>Farms</title><body><scroll-story name="farms"><story-chapter>
<diplomat-map slot="stage" centre="0, 0" home="Town" src="#farms"><table slot="steps" hidden translate="no"><tr><th>step<th>ring<th>focus<th>description</tr><tr><td>one<td>Hill, Mill<td>Hill, home, X1<td>Two farms</tr></table></diplomat-map>
<story-step id="one"><p>Hill and Mill: <a href="#farms/two">more</a></p></story-step><story-step id="two"><p>Two.</p></story-step>
</story-chapter></scroll-story><table id="farms"><tr><th>Name<th>Count<th>Lat<th>Lon</tr><tr><td>Hill<td>1,200<td>1<td>2</tr><tr><td data-value="Mill">Mill<td>3<td>2<td>3</tr><tr><td data-value="X1">Town<td>4<td>5<td>6</tr></table></html>`;
  const words = {
    'Two farms': 'Deux fermes',
    Hill: 'Colline',
    Mill: 'Moulin, le grand',
    Name: 'Nom',
    Town: 'Ville',
  };
  const edition = editionOf(source, (parts) => (words[parts[0]] ? [words[parts[0]]] : parts), 'ar');
  const page = [...elementsIn(parse(edition))];
  const cells = page.filter(({ tagName }) => /^t[hd]$/.test(tagName)).map((cell) => textOf(cell));

  it('says its language and direction, and has its own name in deep links', () => {
    const [html] = page;
    assert.deepEqual([get(html, 'lang'), get(html, 'dir')], ['ar', 'rtl']);
    const named = (name) => page.find(({ tagName }) => tagName === name);
    assert.equal(get(named('scroll-story'), 'name'), 'farms-fr');
    assert.equal(get(named('a'), 'href'), '#farms-fr/two');
    assert.deepEqual(
      page.filter(({ tagName }) => tagName === 'story-step').map((step) => get(step, 'id')),
      ['one', 'two'],
    );
    assert.deepEqual(['fr', 'he', 'fa', 'zh', 'pa-Arab', 'ar-XB'].map(directionOf), [
      'ltr',
      'rtl',
      'rtl',
      'ltr',
      'rtl',
      'rtl',
    ]);
  });

  it('leaves data as they are, and calls a row in all places what it is called', () => {
    assert.ok(cells.includes('1,200'));
    assert.ok(cells.includes('Colline, "Moulin, le grand"'));
    assert.ok(cells.includes('Colline, home, X1'));
    // A table of states is kept from a browser’s translator, not from ours.
    assert.ok(cells.includes('Deux fermes'));
    const values = page.map((one) => get(one, 'data-value')).filter(Boolean);
    assert.deepEqual(values, ['Moulin, le grand', 'X1']);
    const head = page.find((one) => one.tagName === 'th' && textOf(one) === 'Nom');
    assert.equal(get(head, 'data-column'), 'Name');
  });

  it('writes days as its language does, where the page has them in a form of its own', () => {
    const days = `<diplomat-map src="#days"></diplomat-map><table id="days"><tr><th>Name</th><th>Date</th></tr><tr><td>Hill</td><td><time datetime="2018-03-26">26 March</time></td></tr><tr><td>Mill</td><td><time datetime="2018-03-04">4 March 2018</time></td></tr></table>`;
    const edited = editionOf(
      `<!doctype html><html lang="en-GB"><title>Days</title><body>${days}</body></html>`,
      (parts) => parts,
      'fr',
    );
    assert.match(edited, />26 mars<.*>4 mars 2018</);
    assert.match(edited, /datetime="2018-03-26"/);
  });

  it('passes the check, as its source does, also in a language that is longer and one that is mirrored', () => {
    const folder = emptyFolder();
    const { status, said } = communique(folder, 'new', 'my-story');
    assert.equal(status, 0, said);
    for (const [from, where] of [
      [join(folder, 'my-story/index.html'), join(folder, 'my-story')],
      [join(root, 'stories/long-distance.html'), folder],
      [join(root, 'stories/forty-one-minutes.html'), folder],
    ]) {
      const file = join(where, 'story.html');
      // What a page loads is not there; its words are what this is about.
      writeFileSync(
        file,
        readFileSync(from, 'utf8')
          .replace(/<(script|link) [^>]*>(<\/script>)?/g, '')
          .replace(/"\.\.\/assets\/[^"]*"/g, '""'),
      );
      assert.deepEqual(checkStory(file), []);
      for (const lang of ['en-XA', 'ar-XB']) {
        const { status: made, said: told } = communique(
          where,
          'strings',
          'story.html',
          '--pseudo',
          '--lang',
          lang,
        );
        assert.equal(made, 0, told);
        assert.deepEqual(checkStory(join(where, `story.${lang}.html`)), []);
      }
    }
  });
});
