// `communique check`: what it sees in a story, and that no page, however hostile, ends it otherwise than with a message.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { checkStory } from '../../bin/check.mjs';
import { elements, scenes } from '../../bin/elements.mjs';

const bin = fileURLToPath(new URL('../../bin/communique.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'communique-check-'));
after(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'index.html');

/** What is found in a page, without the file's name. */
function check(html) {
  writeFileSync(file, html);
  return checkStory(file).map((text) => text.slice(file.length + 1));
}

/** Runs the command itself. */
function run(...args) {
  const env = { ...process.env, DEBUG: '' };
  delete env.NODE_TEST_CONTEXT;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

const story = `<!doctype html>
<html lang="en">
<scroll-story name="choir" motion="full" theme="dark" offset="0.5">
<header slot="header"><h1>Choirs</h1></header>
<story-chapter layout="side" heading="The singers">
<expulsion-counter slot="stage" src="#singers" unit="singers" groups="By train, By ship" until="2018-04-01">
<table slot="steps" hidden>
<tr><th>step<th>arrangement<th>lit<th>solid<th>fade</tr>
<tr><td>together<td>together<td>Vienna<td>0.5<td>1</tr>
<tr><td>alone<td>apart<td>Lisbon, PT<td><td>0</tr>
</table></expulsion-counter>
<story-step id="together"><p>Together.</p></story-step>
<story-step id="alone" scrub scrub-end="0.5"><p>Alone.</p></story-step>
</story-chapter>
<story-chapter layout="overlay">
<div slot="heading"><h2>The way</h2></div>
<diplomat-map slot="stage" src="#singers" centre="48.2, 16.4" home="Vienna" projection="azimuthal-equidistant">
<table slot="steps" hidden>
<tr><th>step<th>focus<th>lines<th>home<th>total<th>ring<th>names<th>until</tr>
<tr><td>ways<td>all<td>1<td>0<td>yes<td>Vienna<td>all<td>none</tr>
<tr><td>near<td>48.2,16.4,900<td>0<td>0.5<td>no<td>all<td>PT<td>2018-03-26</tr>
</table></diplomat-map>
<story-step id="ways"><p>Ways.</p></story-step>
<story-step id="near"><p>Near.</p></story-step>
</story-chapter>
<story-chapter layout="flow">
<phone-call-scene id="call" slot="stage" from="Bern" to="Oslo" duration="12" from-tone="a" to-tone="d">
<table slot="steps" hidden>
<tr><th>step<th>clock<th>line<th>only<th>mark<th>blank</tr>
<tr><td>ringing<td>0<td>waiting<td>line<td><td></tr>
<tr><td>talk<td>11.5<td>Open<td><td>12<td>1</tr>
</table></phone-call-scene>
<phone-call-scene id="log" slot="stage"><ol>
<li data-from="Bern" data-to="Oslo" data-tone="a" data-to-tone="b" data-kind="call">First.</li>
<li data-from="Bern" data-to="Rome" data-kind="joined">Then.</li>
</ol></phone-call-scene>
<story-step id="ringing"><p>Ringing.</p></story-step>
<story-step id="talk"><p>Talk.</p></story-step>
<story-step id="list" scene="log" step="calls"><p>Calls.</p></story-step>
</story-chapter>
<story-chapter>
<my-chart slot="stage"><table slot="steps"><tr><th>step</tr><tr><td>low</tr><tr><td>high</tr></table></my-chart>
<story-step id="low"><p>Low.</p></story-step>
<story-step id="high"><p>High.</p></story-step>
</story-chapter>
</scroll-story>
<phone-call-scene from="Bern" to="Oslo" duration="9" step="length"></phone-call-scene>
<figure class="table"><table id="singers">
<tr><th>name<th>code<th>count<th>group<th>tone<th>date<th>lat<th>lon</tr>
<tr><td>Vienna<td>AT<td>9<td>By train<td>a<td>2018-03-26<td>48.2<td>16.4</tr>
<tr><td>Lisbon<td>PT<td>6<td>By ship<td>e<td>2018-03-27<td>38.7<td>-9.1</tr>
</table></figure>
`;

/** A slip: what is written instead of what, and what is said of it. */
const slips = {
  'names of elements': [
    [
      '<story-step id="near">',
      '<story-stepp id="near">',
      /<story-stepp>.*<story-step> may be meant/,
    ],
    ['<story-step id="near">', '<storystep id="near">', /<storystep>.*<story-step>/],
    ['<story-step id="near">', '<story_step id="near">', /<story_step>.*<story-step>/],
    ['<story-step id="near">', '<stroy-step id="near">', /<stroy-step>.*<story-step>/],
    [
      '<story-chapter layout="flow">',
      '<story-chapters layout="flow">',
      /<story-chapters>.*<story-chapter>/,
    ],
    ['<scroll-story name', '<scrolly-story name', /<scrolly-story>.*<scroll-story>/],
    [
      '<phone-call-scene id="log"',
      '<phone-call-sceen id="log"',
      /<phone-call-sceen>.*<phone-call-scene>/,
    ],
    ['<diplomat-map slot', '<diplomatmap slot', /<diplomatmap>.*<diplomat-map>/],
    ['<h1>', '<source-chian></source-chian><h1>', /<source-chian>.*<source-chain>/],
    [
      '<h1>',
      '<forty-one-minuts></forty-one-minuts><h1>',
      /<forty-one-minuts>.*<forty-one-minutes>/,
    ],
  ],
  'names of attributes': [
    ['layout="side"', 'layuot="side"', /"layuot"; "layout" may be meant/],
    ['scrub-end="0.5"', 'scrubend="0.5"', /"scrubend"; "scrub-end"/],
    [
      'from="Bern" to="Oslo" duration="12"',
      'form="Bern" to="Oslo" durration="12"',
      /"durration"; "duration"/,
    ],
    ['groups="By train', 'group="By train', /"group"; "groups"/],
    ['motion="full"', 'mottion="full"', /"mottion"; "motion"/],
  ],
  'values of attributes': [
    ['motion="full"', 'motion="fast"', /motion "fast".*"full", "stepped", "static"/],
    ['motion="full"', 'motion="Full"', /motion "Full".*"full"/],
    ['theme="dark"', 'theme="night"', /theme "night".*"light", "dark", "system"/],
    ['layout="side"', 'layout="sides"', /layout "sides".*"side", "overlay", "flow"/],
    ['offset="0.5"', 'offset="70%"', /offset "70%".*from 0 to 1/],
    ['offset="0.5"', 'offset="1.5"', /offset "1.5".*from 0 to 1/],
    ['scrub-end="0.5"', 'scrub-end="0"', /scrub-end "0".*above 0/],
    ['scrub scrub-end', 'scrub="false" scrub-end', /scrub "false".*remove it/],
    ['from-tone="a"', 'from-tone="red"', /from-tone "red".*"a", "b", "c", "d"/],
    ['to-tone="d"', 'to-tone="e"', /to-tone "e".*"a", "b", "c", "d"/],
    ['duration="12"', 'duration="12 min"', /duration "12 min".*1 to 600/],
    ['duration="12"', 'duration="601"', /duration "601".*1 to 600/],
    [
      'projection="azimuthal-equidistant"',
      'projection="mercator"',
      /projection "mercator".*"azimuthal-equidistant"/,
    ],
    ['groups="By train', 'groups="By tram', /groups "By tram".*"By train", "By ship"/],
    ['until="2018-04-01"', 'until="1.4.18"', /until "1.4.18"/],
    ['duration="9" step="length"', 'duration="9" step="lenght"', /step "lenght".*"length"/],
  ],
  slots: [
    [
      '<my-chart slot="stage">',
      '<my-chart slot="stages">',
      /slot="stages".*"heading", "stage".*"stage" may be meant/,
    ],
    ['<my-chart slot="stage">', '<my-chart slot="step">', /slot="step".*"heading", "stage"/],
    ['<div slot="heading">', '<div slot="header">', /slot="header".*"heading", "stage"/],
    [
      '<header slot="header">',
      '<header slot="heading">',
      /slot="heading".*the slots of <scroll-story> are "header"/,
    ],
    ['<table slot="steps" hidden>', '<table slot="states" hidden>', /slot="states".*"steps"/],
    [
      '<my-chart slot="stage">',
      '<div><p slot="stage"></p></div><my-chart slot="stage">',
      /<p slot="stage">.*<div>.*<story-chapter>/,
    ],
    [
      '<phone-call-scene id="call" slot="stage"',
      '<phone-call-scene id="call"',
      /id="call".*among the steps.*slot="stage"/,
    ],
  ],
  places: [
    [
      'duration="12" from-tone="a" to-tone="d">',
      'duration="12"><story-chapter heading="x"><story-step id="x">x</story-step></story-chapter>',
      /<story-chapter> stands in <phone-call-scene id="call"> of line \d+; close.*<\/phone-call-scene>/,
    ],
    [
      '<p>Together.</p></story-step>',
      '<p>Together.</p>',
      /<story-step id="alone"> stands in <story-step id="together">.*<\/story-step>/,
    ],
    [
      '</table></diplomat-map>',
      '</table>',
      /<story-step id="ways"> stands in <diplomat-map>.*<\/diplomat-map>/,
    ],
    [
      '<p>Alone.</p></story-step>\n</story-chapter>',
      '<p>Alone.</p></story-step>',
      /<story-chapter> stands in <story-chapter>.*<\/story-chapter>/,
    ],
    ['<h1>Choirs</h1>', '<story-step id="stray">x</story-step>', /id="stray".*outside a chapter/],
    [
      '</scroll-story>',
      '</scroll-story><story-chapter><story-step id="late">x</story-step></story-chapter>',
      /<story-chapter> stands outside a story/,
    ],
    [
      '<h1>Choirs</h1>',
      '<scroll-story name="in"></scroll-story>',
      /<scroll-story> stands in <scroll-story>/,
    ],
    [
      '<phone-call-scene id="log" slot="stage">',
      '<phone-call-scene id="log" slot="stage"><diplomat-map src="#singers"></diplomat-map>',
      /<diplomat-map> stands in <phone-call-scene id="log">/,
    ],
    [
      '<story-step id="low"><p>Low.</p></story-step>',
      '<story-step id="low"/><p>Low.</p>',
      /<story-step\/>.*<\/story-step>/,
    ],
  ],
  'things that stand twice': [
    ['id="near"', 'id="ways"', /id "ways".*line \d+.*another/],
    ['id="near"', 'id="near" id="far"', /attribute "id" stands twice/],
    ['layout="side"', "layout=side LAYOUT='flow'", /attribute "layout" stands twice/],
    ['<td>alone', '<td>together', /several states.*"together"/],
  ],
  'ends that are missing': [
    ['</scroll-story>', '<!-- </scroll-story>', /ends inside a comment.*-->/],
    ['</table></figure>\n', '</table></figure><p class="x', /ends inside a tag/],
  ],
  'values of columns': [
    [
      '<td>By train<td>a',
      '<td>By train<td>red',
      /"tone" of "Vienna" is "red".*"a", "b", "c", "d", "e"/,
    ],
    ['data-tone="a"', 'data-tone="e"', /"tone" of "Bern to Oslo" is "e".*"a", "b", "c", "d"\./],
    ['data-to-tone="b"', 'data-to-tone="blue"', /"toTone" of "Bern to Oslo" is "blue"/],
    [
      'data-kind="joined"',
      'data-kind="join"',
      /"kind" of "Bern to Rome" is "join".*"call", "joined"/,
    ],
    ['<td>apart', '<td>apartt', /"arrangement" of "alone" is "apartt".*"together", "apart"/],
    ['<td>0.5<td>1</tr>', '<td>50<td>1</tr>', /"solid" of "together" is "50".*from 0 to 1/],
    ['<td>0.5<td>1</tr>', '<td>0.5<td>-1</tr>', /"fade" of "together" is "-1".*from 0 to 1/],
    ['<td>all<td>1<td>0', '<td>all<td>2<td>0', /"lines" of "ways" is "2".*from 0 to 1/],
    ['<td>0<td>0.5<td>no', '<td>0<td>5<td>no', /"home" of "near" is "5".*from 0 to 1/],
    ['<td>0.5<td>no', '<td>0.5<td>maybe', /"total" of "near" is "maybe".*"yes", "no"/],
    ['<td>waiting', '<td>ringing', /"line" of "ringing" is "ringing".*"waiting", "open", "closed"/],
    ['<td>line<td>', '<td>lines<td>', /"only" of "ringing" is "lines".*"line"/],
    ['<td>11.5', '<td>13', /"clock" of "talk" is 13.*0 to 12/],
    ['<td>12<td>1', '<td>13<td>1', /"mark" of "talk" is 13.*0 to 12/],
    ['<td>Lisbon, PT', '<td>Lisboa, PT', /"alone" names "Lisboa".*"Vienna", "Lisbon"/],
    ['<td>yes<td>Vienna', '<td>yes<td>Wien', /"ways" names "Wien".*"Vienna", "Lisbon"/],
    ['<td>all<td>PT', '<td>all<td>XX', /"near" names "XX"/],
    ['<td>all<td>1', '<td>al<td>1', /"ways" names "al"/],
    ['<td>AT', '<td>AUT', /"AUT" is no code of a country/],
    ['<td>Vienna<td>AT', '<td><td>', /count 9 has neither a name nor a code/],
    ['<th>fade', '<th>fades', /no use for the column "fades"/],
    ['<td>9<td>By', '<td>nine<td>By', /"count" is "nine"/],
  ],
  coordinates: [
    [
      '<td>48.2,16.4,900',
      '<td>116.4,39.9,900',
      /"focus" of "near" is "116.4,39.9,900".*"39.9, 116.4"/,
    ],
    ['<td>48.2,16.4,900', '<td>95,200,900', /"focus" of "near" is "95,200,900".*-90 to 90/],
    ['<td>48.2,16.4,900', '<td>48.2,16.4,0', /"focus" of "near".*above 0 kilometres/],
    ['centre="48.2, 16.4"', 'centre="Vienna"', /centre "Vienna".*latitude, longitude/],
    ['centre="48.2, 16.4"', 'centre="95, 200"', /centre "95, 200".*-90 to 90/],
    ['centre="48.2, 16.4"', 'centre="116.4, 39.9"', /centre "116.4, 39.9".*"39.9, 116.4"/],
    ['<td>48.2<td>16.4', '<td>116.4<td>39.9', /"lat" is "116.4".*-90 to 90.*changed places/],
    ['<td>48.2<td>16.4', '<td>48.2<td>181', /"lon" is "181".*-180 to 180/],
    ['<td>48.2<td>16.4', '<td>48.2° E<td>16.4', /"lat" is "48.2° E".*longitude/],
  ],
  'cells and dates': [
    ['<td>2018-03-26<td>48', '<td>3/4/2018<td>48', /"date" is "3\/4\/2018"/],
    ['<td>PT<td>2018-03-26', '<td>PT<td>3/4/2018', /"until" of "near" is "3\/4\/2018".*"none"/],
    ['<td>9<td>By', '<td>9–12<td>By', /"count" is "9–12".*more than one number/],
    ['<td>9<td>By', '<td>about<td>By', /"count" is "about"/],
    ['<td>9<td>By', '<td>-9<td>By', /"count" is "-9".*below 0/],
    ['<td>9<td>By', '<td>9.5<td>By', /count of "Vienna" is 9.5, and people are whole.*mark="dot"/],
    ['<th>count', '<th>number counted', /no column "count"/],
  ],
  states: [
    ['id="high"', 'id="higher"', /"higher".*<my-chart> has "low", "high"/],
    ['id="talk"', 'id="tolk"', /"tolk".*<phone-call-scene id="call"> has "ringing", "talk"/],
    ['step="calls"', 'step="ringing"', /"ringing".*<phone-call-scene id="log"> has "calls"/],
    ['scene="log"', 'scene="lgo"', /"lgo".*"call", "log"/],
  ],
  counts: [
    ['<td>9<td>By', '<td>1999<td>By', /<expulsion-counter> counts 2005.*2000 marks.*per="10"/],
    ['<td>9<td>By', '<td>1999<td>By', /<diplomat-map> counts 2005.*2000 marks.*per="10"/],
    ['<td>9<td>By', '<td>1,999,999<td>By', /<expulsion-counter> counts 2000005.*per="10000"/],
  ],
};

describe('communique check', () => {
  it('finds nothing in a story that is right', () => {
    assert.deepEqual(check(story), []);
  });

  for (const [kind, list] of Object.entries(slips))
    describe(`sees ${kind}`, () => {
      for (const [from, to, message] of list)
        it(`${to.slice(0, 60)} for ${from.slice(0, 40)}`, () => {
          assert.equal(story.split(from).length > 1, true, `the story has ${from}`);
          const problems = check(story.replace(from, () => to));
          const found = problems.find((problem) => message.test(problem));
          assert.ok(found, `${message} is not in\n${problems.join('\n')}`);
          const [, line] = found.match(/^(\d+):/);
          assert.ok(Number(line) >= 1 && Number(line) <= story.split('\n').length);
        });
    });

  it('names the line of the tag', () => {
    const [problem] = check(story.replace('<my-chart slot="stage">', '<my-chart slot="stages">'));
    const line = story.slice(0, story.indexOf('<my-chart')).split('\n').length;
    assert.match(problem, new RegExp(`^${line}: `));
  });

  const fine = [
    [
      'an element of others',
      '<h1>',
      '<story-card></story-card><news-step></news-step><map-view></map-view><h1>',
    ],
    ['slots of others', '<h1>', '<my-box><b slot="stage"></b><i slot="header"></i></my-box><h1>'],
    [
      'general attributes',
      'layout="side"',
      'layout="side" title="x" hidden lang="de" data-x aria-label="x" onclick=""',
    ],
    [
      'attributes of frameworks',
      'layout="side"',
      'layout="side" :motion="m" @click="x" v-if="y" on:click={z}',
    ],
    ['empty values', 'motion="full" theme="dark"', 'motion="" theme=""'],
    ['columns to be read', '<th>lon</tr>', '<th>lon<th>Rate</tr>'],
    ['a number asked for', 'unit="singers"', 'unit="singers" per="10" mark="dot"'],
    ['a scene in a box', '<my-chart slot="stage">', '<div slot="stage"><my-chart>'],
    [
      'a described picture in a box',
      '<my-chart slot="stage">',
      '<figure slot="stage"><img alt="x"></figure><my-chart slot="stage">',
    ],
    ['a template', '<h1>', '<template><story-step></story-step><b id="near"></b></template><h1>'],
    ['script', '<h1>', '<script>"<story-stepp>"</script><h1>'],
    ['a comment', '<h1>', '<!-- <story-stepp slot="stages"> --><h1>'],
    ['letter case', '<story-step id="low">', '<STORY-STEP ID="low">'],
    [
      'character references',
      '<p>Low.</p>',
      '<p>L&ouml;w &#x1F600; &notanything; &#0; &#xD800; &#x110000; &</p>',
    ],
  ];
  for (const [what, from, to] of fine)
    it(`finds nothing in ${what}`, () => {
      assert.ok(story.includes(from));
      assert.deepEqual(check(story.replace(from, () => to)), []);
    });

  it('finds tables in whatever is wrapped round them', () => {
    const wrapped = story
      .replaceAll(/<table (slot="steps"[^>]*)>/g, '<div><figure class="table"><table $1>')
      .replaceAll(/<\/table>(?=<\/(?!figure))/g, '</table></figure></div>');
    assert.equal(wrapped.split('</div></').length, 5);
    assert.deepEqual(check(wrapped), []);
    assert.match(check(wrapped.replace('<td>apart', '<td>apartt')).join(), /"apartt"/);
  });

  it('knows every element, attribute and slot that there is', () => {
    assert.equal(elements.size, 8);
    assert.deepEqual(Object.keys(scenes).sort(), [
      'diplomat-map',
      'expulsion-counter',
      'phone-call-scene',
    ]);
    for (const { own, columns, stateColumns, rules } of Object.values(scenes)) {
      assert.ok(own.length > 1);
      for (const key of Object.keys(rules.data)) assert.ok(key in columns, key);
      for (const key of Object.keys(rules.states)) assert.ok(key in stateColumns, key);
    }
  });
});

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
  // Each is a thousand times as long as what once took four seconds.
  const long = 2_000_000;
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
    it(`comes to an end with ${what}, 2 MB`, () => {
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

  it('answers any page with sentences, 3,000 pages', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const problem of check(pieces.join(''))) assert.match(problem, /^\d+: [^\p{Cc}]+\.$/u);
      }),
      { numRuns: Number(process.env.LONG ? 30_000 : 3000) },
    );
  });

  it('answers any cell with sentences, 1,000 tables', () => {
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
      { numRuns: 1000 },
    );
  });

  it('answers any bytes, 1,000 files', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        writeFileSync(file, bytes);
        checkStory(file);
      }),
      { numRuns: 1000 },
    );
  });
});
