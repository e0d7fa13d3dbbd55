// `communique check`: what it sees in a story.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { elements, scenes } from '../../bin/elements.mjs';
import { check, story } from './checking.mjs';

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
      /\(Vienna\): "tone" is "red".*"a", "b", "c", "d", "e"/,
    ],
    ['data-tone="a"', 'data-tone="e"', /\(Bern\): "tone" is "e".*"a", "b", "c", "d"\./],
    ['data-to-tone="b"', 'data-to-tone="blue"', /\(Bern\): "toTone" is "blue"/],
    ['data-kind="joined"', 'data-kind="join"', /\(Bern\): "kind" is "join".*"call", "joined"/],
    ['<td>apart', '<td>apartt', /\(alone\): "arrangement" is "apartt".*"together", "apart"/],
    ['<td>0.5<td>1</tr>', '<td>50<td>1</tr>', /"solid" of "together" is "50".*from 0 to 1/],
    ['<td>0.5<td>1</tr>', '<td>0.5<td>-1</tr>', /"fade" of "together" is "-1".*from 0 to 1/],
    ['<td>all<td>1<td>0', '<td>all<td>2<td>0', /"lines" of "ways" is "2".*from 0 to 1/],
    ['<td>0<td>0.5<td>no', '<td>0<td>5<td>no', /"home" of "near" is "5".*from 0 to 1/],
    ['<td>0.5<td>no', '<td>0.5<td>maybe', /\(near\): "total" is "maybe".*"yes", "no"/],
    ['<td>waiting', '<td>ringing', /\(ringing\): "line" is "ringing".*"waiting", "open", "closed"/],
    ['<td>line<td>', '<td>lines<td>', /\(ringing\): "only" is "lines".*"line"/],
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
    [
      'centre="48.2, 16.4"',
      'centre="16.4, 48.2"',
      /centre "16.4, 48.2".*48.2N, 16.4E.*16.4N, 48.2E.*"48.2, 16.4", or letters/,
    ],
    [
      '<td>48.2,16.4,900',
      '<td>16.4,48.2,900',
      /"focus" of "near" is "16.4,48.2,900".*48.2N, 16.4E.*16.4N, 48.2E.*letters/,
    ],
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
    // What a scene says of an attribute that it does not have would be said in vain.
    for (const { tag, attributes } of Object.values(scenes))
      for (const name of Object.keys(attributes))
        assert.ok(elements.get(tag).attributes.has(name), `${tag}: ${name}`);
  });
});
