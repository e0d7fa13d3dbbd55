// `communique check`: no page, however hostile, ends it otherwise than with a message.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkStory } from '../../bin/check.mjs';
import { elements, scenes } from '../../bin/elements.mjs';
import { isLong } from '../long.mjs';
import { check, file, folder, run, story } from './checking.mjs';

describe('communique check, of a file that cannot be read', () => {
  const given = [
    ['a device without an end', '/dev/zero', /"\/dev\/zero" is no ordinary file/],
    ['a device without anything', '/dev/null', /"\/dev\/null" is no ordinary file/],
    ['a folder', '.', /"\." is a folder/],
    ['a file that is not there', 'no.html', /no file "no\.html"/],
    ['a name that is too long', 'x'.repeat(5000), /no file "x+"/],
    ['a file as a folder', 'index.html/x', /no file "index\.html\/x"/],
    ['a pipe', 'pipe', /"pipe" is no ordinary file/],
    ['a link to itself', 'loop', /"loop" is a link that leads back to itself/],
    ['a file of 5 MB', 'large.html', /"large\.html" has more than 4 MB/],
  ];
  for (const [what, path, message] of given)
    it(`refuses ${what}`, { skip: process.platform === 'win32' }, () => {
      rmSync(join(folder, 'pipe'), { force: true });
      rmSync(join(folder, 'loop'), { force: true });
      execFileSync('mkfifo', [join(folder, 'pipe')]);
      symlinkSync('loop', join(folder, 'loop'));
      writeFileSync(join(folder, 'large.html'), '');
      truncateSync(join(folder, 'large.html'), 5_000_000);
      writeFileSync(file, story);
      const { status, said } = run('check', path);
      assert.equal(status, 1);
      assert.match(said, message);
      assert.equal(said.trim().split('\n').length, 1, 'one message, and no stack');
    });

  const sources = [
    ['a device', '../../../../../../../../dev/zero', /no ordinary file/],
    ['a folder', 'data.d', /is a folder/],
    ['a pipe', 'pipe', /no ordinary file/],
    ['a large file', 'large.html', /more than 4 MB/],
    ['NUL', 'x%00.csv', /no such file/],
    ['half an escape', '%.csv', /no such file/],
    ['broken JSON', 'broken.json', /broken\.json/],
    ['deep JSON', 'deep.json', /deep\.json|no data|column/],
  ];
  for (const [what, src, message] of sources)
    it(`names ${what} as data`, { skip: process.platform === 'win32' }, () => {
      mkdirSync(join(folder, 'data.d'), { recursive: true });
      writeFileSync(join(folder, 'broken.json'), '[{"name": "A", ');
      const lists = 100_000;
      const deep = `[{"name": ${'['.repeat(lists)}${']'.repeat(lists)}, "count": 1}]`;
      writeFileSync(join(folder, 'deep.json'), deep);
      const problems = check(story.replace('src="#singers" unit', `src="${src}" unit`));
      assert.match(problems.join('\n'), message);
    });
});

describe('communique check, of what is meant to break it', () => {
  const times = (text, count) => text.repeat(count);
  // Each is hundreds of times as long as what once took four seconds.
  const long = isLong ? 2_000_000 : 400_000;
  const fill = (text) => times(text, Math.ceil(long / text.length));
  const series = (make) => {
    const parts = [];
    for (let length = 0, at = 0; length < long; at++)
      length += parts[parts.push(make(at)) - 1].length;
    return parts.join('');
  };
  const hostile = {
    'open brackets': fill('<'),
    'open tags': fill('<a '),
    'tags with quotes': fill(`<x "' `),
    'one tag with quotes': `<x ${fill(`"a'b`)}`,
    'one tag of attributes': `<story-step ${series((at) => `a${at} `)}>`,
    'one tag of near attributes': `<story-step ${series((at) => `ste${at % 1000} `)}>`,
    'open comments': fill('<!--'),
    'open comments with dashes': `<!--${fill('--!')}`,
    'open scripts': fill('<script>'),
    'open styles': fill('<style></styl'),
    'references without an end': fill('&#x'),
    'references of large numbers': fill('&#99999999;'),
    ampersands: fill('&'),
    spaces: `<story-step id=${fill(' ')}`,
    'a long name of an element': `<${fill('story-step')}>`,
    'a long id': `<story-step id="${fill('x')}" step="y">`,
    'a long claim': `<story-step claims="${series((at) => `c${at} `)}">x</story-step>`,
    'paragraphs and formats': fill('<p><b id=1>'),
    'elements before a table': `<table>${fill('<x></x>')}`,
    'text before a table': `<table>${fill('x<tr>')}`,
    'bodies with attributes': series((at) => `<body a${at}>`),
    'many steps without a chapter': series((at) => `<story-step id=a${at}>`.padEnd(400)),
    'many steps without their states':
      `<scroll-story><story-chapter><expulsion-counter slot=stage><table slot=steps><tr><th>step${series((at) => `<tr><td>s${at}`)}</table></expulsion-counter>${series((at) => `<story-step id=a${at}>x</story-step>`)}`.slice(
        0,
        3_500_000,
      ),
    'many scenes of one table': `<table id=t><tr><th>name<th>count${times('<tr><td>a<td>1', 5000)}</table>${series(() => '<expulsion-counter src=#t></expulsion-counter>')}`,
    'many doubled ids': fill('<p id=a>'),
    'many rows': `<expulsion-counter><table><tr><th>name<th>count${fill('<tr><td>a<td>x')}`,
    'many columns': `<expulsion-counter><table><tr>${fill('<th>name')}<tr><td>x`,
    'a list in a cell': `<expulsion-counter><table><tr><th>name<th>count<tr><td>a<td>1</table><table slot=steps><tr><th>step<th>lit<tr><td>a<td>${fill('a,')}`,
    'a list of open quotes': `<expulsion-counter><table><tr><th>name<th>count<tr><td>a<td>1</table><table slot=steps><tr><th>step<th>lit<tr><td>a<td>${fill('“').slice(0, long / 2)}`,
    'a number of digits': `<expulsion-counter><table><tr><th>name<th>count<tr><td>a<td>${fill('1,')}`,
    'zeros and NUL': fill('\0'),
    'half characters': fill('\ud800').slice(0, long / 2),
  };
  for (const [what, text] of Object.entries(hostile))
    it(`comes to an end with ${what}, ${long / 1e6} MB`, () => {
      const problems = check(text);
      assert.ok(problems.length >= 1 && problems.length <= 501, `${problems.length} messages`);
      const said = problems.join('\n').length;
      assert.ok(said < 700_000, `${said} characters`);
    });

  const deep = {
    elements: '<div>',
    formats: '<b>',
    steps: '<story-step id=a>',
    chapters: '<scroll-story><story-chapter>',
    scenes: '<phone-call-scene>',
    tables: '<table><tr><td>',
    lists: '<ul><li>',
    quotes: '<blockquote>',
    templates: '<template>',
    drawings: '<svg><g>',
    claims: '<div data-claim=a data-part=claim>',
  };
  for (const [what, open] of Object.entries(deep))
    it(`tells of 100,000 ${what} in each other`, () => {
      const problems = check(`<scroll-story name=a>\n${times(open, 100_000)}`);
      assert.equal(problems.length, 1);
      assert.match(problems[0], /^2: .*lie in each other.*close/);
    });

  it('reads what is 500 elements deep', () => {
    const problems = check(`${story}${times('<div>', 490)}<story-stepp>`);
    assert.equal(problems.length, 1);
    assert.match(problems[0], /<story-stepp>/);
  });

  const controls = [
    '\u001b[31m',
    '\u001b]0;x\u0007',
    '\r',
    '\b',
    '\u009b',
    '\u202e',
    '\u2066',
    '\u200b',
    '\u2028',
  ];
  for (const control of controls)
    it(`shows a terminal no ${JSON.stringify(control)}`, () => {
      const places = [
        story.replace('id="near"', `id="${control}x"`),
        story.replace('layout="side"', `layout="${control}side"`),
        story.replace('slot="heading"', `slot="${control}heading"`),
        story.replace('scene="log"', `scene="${control}log"`),
        story.replace('<td>9<td>By', `<td>${control}nine<td>By`),
        story.replace('<th>fade', `<th>${control}fade`),
        story.replace('<h1>', `<story-stepp${control}><h1>`),
        story.replace('src="#singers" unit', `src="${control}x.csv" unit`),
        story.replace('id="near"', `id="near" ${control}id="b" id="c"`),
      ];
      // White space at the ends of an attribute may have no meaning; all else is told, as an escape.
      for (const html of places) {
        const said = check(html).join('\n');
        // eslint-disable-next-line no-control-regex
        assert.doesNotMatch(said, /[\0-\t\v-\x1f\x7f-\x9f\u200b\u2028\u202e\u2066]/);
      }
      assert.match(check(places[0]).join('\n'), /\\u\{[\da-f]+\}/);
      const { said } = run('check', `${control}no.html`);
      assert.match(said, /^There is no file "\\u\{[\da-f]+\}[ -~]*no\.html"[ -~]*\n$/);
    });

  /** Pieces that mean something to the parser or to the check, and any text between them. */
  const tags = [
    ...elements.keys(),
    'table',
    'tr',
    'td',
    'th',
    'ol',
    'li',
    'p',
    'div',
    'svg',
    'template',
    'script',
    'img',
    'a',
    'b',
    'select',
    'noscript',
  ];
  const names = [
    'id',
    'slot',
    'step',
    'scene',
    'src',
    'layout',
    'motion',
    'data-claim',
    'data-column',
    'claims',
    'centre',
    'groups',
    'duration',
    'lang',
    'until',
    'per',
    'topology',
  ];
  const values = [
    '',
    '#a',
    'a',
    'stage',
    'steps',
    'stages',
    '__proto__',
    'constructor',
    'toString',
    'NaN',
    '-1',
    '1e999',
    '&#x110000;',
    '&',
    'x.csv',
    '../x',
    'data:,',
    '//x',
    'en_US',
    '%',
    'javascript:x',
    '90,180',
    'a,b;c=d',
    'step',
    'count',
    'name',
    'all',
    '0.5',
  ];
  const piece = fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .constantFrom(...tags)
        .chain((name) =>
          fc
            .array(
              fc.tuple(
                fc.constantFrom(...names),
                fc.oneof(fc.constantFrom(...values), fc.string({ unit: 'binary' })),
              ),
              { maxLength: 4 },
            )
            .map((list) => `<${name}${list.map(([key, value]) => ` ${key}="${value}"`).join('')}>`),
        ),
    },
    { weight: 2, arbitrary: fc.constantFrom(...tags).map((name) => `</${name}>`) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        ...values,
        '<!--',
        '-->',
        '<',
        '>',
        '</',
        '&#',
        '&#xD800;',
        '"',
        "'",
        '/>',
        '\0',
      ),
    },
    fc.string({ unit: 'binary' }),
  );

  it('answers any page with sentences', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const problem of check(pieces.join(''))) assert.match(problem, /^\d+: [^\p{Cc}]+\.$/u);
      }),
      { numRuns: isLong ? 30_000 : 1000 },
    );
  });

  it('answers any cell with sentences', () => {
    const cell = fc.oneof(fc.constantFrom(...values), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(scenes)),
        fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 5 }),
        (name, rows) => {
          const { columns, stateColumns } = scenes[name];
          const table = (keys, slot) =>
            `<table${slot}><tr>${Object.keys(keys)
              .map((key) => `<th>${key}`)
              .join(
                '',
              )}${rows.map((cells) => `<tr>${cells.map((text) => `<td>${text.replace(/[<&]/g, '')}`).join('')}`).join('')}</table>`;
          for (const problem of check(
            `<${name}>${table(columns, '')}${table(stateColumns, ' slot=steps')}</${name}>`,
          ))
            assert.match(problem, /^\d+: /);
        },
      ),
      { numRuns: isLong ? 1000 : 300 },
    );
  });

  it('answers any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        writeFileSync(file, bytes);
        checkStory(file);
      }),
      { numRuns: isLong ? 1000 : 300 },
    );
  });
});
