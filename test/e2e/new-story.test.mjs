// A new story, checked, served and read, as on the first day in a newsroom that installs the package.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { checkStory } from '../../bin/check.mjs';
import { scenes } from '../../bin/elements.mjs';
import { serve } from '../../bin/serve.mjs';
import { launch } from './browser.mjs';
import { communique, emptyFolder, newStory } from './command.mjs';

describe('communique check, of a new story', () => {
  let file;
  let html;
  before(() => {
    file = join(newStory(), 'index.html');
    html = readFileSync(file, 'utf8');
  });

  /** What is found where some text of the story is another. */
  function found(from, to) {
    assert.ok(html.includes(from), `the story has ${from}`);
    const changed = html.replace(from, to);
    writeFileSync(file, changed);
    return checkStory(file).map((text) => text.slice(file.length + 1));
  }

  it('finds nothing in a new story', () => {
    writeFileSync(file, html);
    assert.deepEqual(checkStory(file), []);
    const { status, stdout } = communique(join(file, '..'), 'check');
    assert.equal(status, 0);
    assert.match(stdout, /index\.html.*well/);
  });

  const faults = [
    [
      'a step without its state',
      'id="talk"',
      'id="tolk"',
      /"tolk".*"ringing", "talk", "question".*row/,
    ],
    ['a scene that is not there', 'id="may"', 'id="may" scene="sea"', /id="may".*"sea".*none/],
    [
      'a claim that is not there',
      'claims="question"',
      'claims="questoin"',
      /"questoin".*"call", "question", "singers".*data-claim/,
    ],
    ['a chain to a claim that is not there', 'claim="call"', 'claim="cal"', /source-chain.*"cal"/],
    ['a ledger that is not there', 'src="#claims"', 'src="#ledgers"', /"#ledgers"/],
    [
      'a claim that nobody makes',
      'The conductor in Bern (example)',
      '',
      /"call".*no speaker.*data-part/,
    ],
    ['a standing of its own', '"uncorroborated"', '"doubtful"', /"doubtful".*"uncorroborated"/],
    ['the same id twice', 'id="apart"', 'id="together"', /"together".*line \d+.*another/],
    [
      'the same claim twice',
      'data-claim="question"',
      'data-claim="call"',
      /data-claim "call".*line \d+/,
    ],
    ['a step without a name', 'id="ways" ', '', /<story-step> has no id/],
    ['a step without words', '<p>In May they came, all thirty-four.</p>', '', /id="may".*no words/],
    ['a story without a name', ' name="my-story"', '', /no name.*address/],
    ['a layout that there is not', 'layout="overlay"', 'layout="over"', /"over".*"overlay"/],
    ['a number that is none', '<td>9</td>', '<td>nine</td>', /Vienna.*"nine".*digits/],
    ['a column that is not there', 'data-column="count"', '', /no column "count".*header/],
    ['data that are not there', '"#singers"', '"#sinners"', /diplomat-map.*"#sinners".*id/],
    [
      'a file of data that is not there',
      '"#singers"',
      '"singers.csv"',
      /"singers\.csv".*no such file/,
    ],
    ['two states of a name', '<td>ways</td>', '<td>may</td>', /several states.*"may"/],
    ['a picture without a description', '<h1>', '<img src="land.json"><h1>', /<img>.*alt/],
    [
      'a column that the scene has no use for',
      '<th>arrangement</th>',
      '<th>arrangment</th>',
      /"arrangment".*"arrangement"/,
    ],
    ['a map that is not there', '"land.json"', '"see.json"', /diplomat-map.*"see\.json"/],
    [
      'a picture in a stage without one',
      '<h2>The way</h2></div>',
      '<h2>The way</h2></div><svg slot="stage"><path d="" /></svg>',
      /<svg> in the stage.*aria-label/,
    ],
    ['a script that is not there', 'communique.js', 'communiqué.js', /communiqué\.js.*npm install/],
    ['a style sheet that is not there', 'style.css', 'stile.css', /stile\.css/],
  ];
  for (const [what, from, to, message] of faults)
    it(`names ${what}`, () => {
      const problems = found(from, to);
      const [line, text] = problems.find((one) => message.test(one))?.split(/:(.*)/s) ?? [];
      assert.ok(text, `${message} is not in\n${problems.join('\n')}`);
      // A state that is missing is told at the step, not where the row was.
      assert.ok(Number(line) > 0 && Number(line) <= html.split('\n').length, line);
    });

  it('names the line, and ends with 1', () => {
    assert.notEqual(found('id="talk"', 'id="tolk"').length, 0);
    const line = html.slice(0, html.indexOf('id="talk"')).split('\n').length;
    const { status, stdout, stderr } = communique(join(file, '..'), 'check');
    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.match(stderr, new RegExp(`^index\\.html:${line}: <story-step id="tolk">`));
  });

  it('says what to give where there is no such file', () => {
    const { status, stderr } = communique(emptyFolder(), 'check');
    assert.equal(status, 1);
    assert.match(stderr, /no file "index\.html"/);
  });

  it('finds nothing in what only looks wrong', () => {
    // Tags that need no end, comments, quotes in attributes, data in a file, a scene of a kind of its own.
    writeFileSync(
      file,
      `<!doctype html><!-- <story-step id=a> -->
      <scroll-story id=s><script>const text = '<story-step id="a">';</script>
      <story-chapter><svg slot=stage aria-label='1 > 0'><path d="" /></svg><story-step id=a>One</story-step></story-chapter>
      <story-chapter><my-chart slot=stage></my-chart><story-step id=b step=any>Two</story-step></story-chapter>
      <story-chapter><expulsion-counter id=c slot=stage src=rows.csv></expulsion-counter>
        <expulsion-counter id=d slot=stage><table><tr><th>Name<th>Count<tr><td>A &amp; B<td>2<tr><td>C<td>3</table>
        </expulsion-counter>
        <story-step id=together>Three</story-step><story-step id=e step=apart scene=d>Four</story-step></story-chapter>
      <story-chapter><phone-call-scene slot=stage><ol><li data-from=A data-to=B>x<li data-from=A data-to=C>y</ol>
        </phone-call-scene><story-step id=calls><p>Five<p>Six</story-step></story-chapter>
      </scroll-story>`,
    );
    writeFileSync(join(file, '..', 'rows.csv'), 'name,count\n"A, B",2\n');
    assert.deepEqual(checkStory(file), []);
    writeFileSync(join(file, '..', 'rows.csv'), 'name,count\n"A, B",many\n');
    assert.match(
      checkStory(file).join(),
      /:5: <expulsion-counter id="c"> data: row 1 \(A, B\).*"many"/,
    );
  });
});

describe('a new story', () => {
  const used = {};
  before(async () => {
    used.server = await serve(newStory(), 0);
    used.browser = await launch();
  });
  after(async () => {
    await used.browser?.close();
    await used.server?.close();
  });

  async function open(width, height, script = true) {
    const page = await used.browser.newPage();
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('response', (response) => {
      if (response.status() >= 400) said.push(`${response.status()} ${response.url()}`);
    });
    page.on('request', (asked) => {
      if (!asked.url().startsWith(used.server.url)) said.push(`outside: ${asked.url()}`);
    });
    await page.setViewport({ width, height });
    await page.setJavaScriptEnabled(script);
    await page.goto(`${used.server.url}/`);
    return { page, said };
  }

  /** Runs in the page: scrolls to each step, and looks once the picture has come to rest. */
  async function walk() {
    const frame = () => new Promise(requestAnimationFrame);
    const story = document.querySelector('scroll-story');
    await story.updateComplete;
    await Promise.all([...document.querySelectorAll('[slot="stage"]')].map(({ ready }) => ready));
    const marks = (scene) =>
      [...scene.shadowRoot.querySelector('[part="picture"]').querySelectorAll('*')]
        .map(
          (mark) =>
            `${mark.getAttribute('d')} ${mark.getAttribute('transform')} ${mark.getAttribute('style')} ${mark.childElementCount ? '' : mark.textContent}`,
        )
        .join('\n');
    const seen = [];
    for (const step of story.steps) {
      const chapter = step.closest('story-chapter');
      const scene = chapter.querySelector('[slot="stage"]');
      // The end of the step at the reading line: where it is scrubbed, its picture is then all but at its end.
      const line = innerHeight * story.offset;
      const { bottom } = step.getBoundingClientRect();
      scrollBy({ top: bottom - line - 4, behavior: 'instant' });
      let picture = '';
      for (let still = 0, before; still < 20; still = picture === before ? still + 1 : 0) {
        before = picture;
        await frame();
        picture = scene ? marks(scene) : '';
      }
      const words = step.querySelector('p').getBoundingClientRect();
      seen.push({
        id: step.id,
        layout: chapter.layout,
        active: story.steps.filter(({ active }) => active).map(({ id }) => id),
        scene: scene && {
          name: scene.localName,
          step: scene.step,
          told: scene.describe(),
          picture,
        },
        wide: document.documentElement.scrollWidth - innerWidth,
        inside: words.left >= 0 && words.right <= innerWidth,
        size: parseFloat(getComputedStyle(step.querySelector('p')).fontSize),
      });
    }
    return seen;
  }

  for (const [width, height] of [
    [1280, 800],
    [390, 844],
  ])
    it(`scrolls, and each scene shows each of its steps, ${width} wide`, async () => {
      const { page, said } = await open(width, height);
      const seen = await page.evaluate(walk);
      assert.deepEqual([...new Set(seen.map(({ layout }) => layout))], ['side', 'overlay', 'flow']);
      assert.deepEqual(
        [...new Set(seen.flatMap(({ scene }) => scene?.name ?? []))].sort(),
        Object.keys(scenes).sort(),
      );
      seen.forEach(({ id, active, scene, wide, inside, size }, at) => {
        assert.deepEqual(active, [id]);
        assert.ok(wide <= 0 && inside, `${id} is within the window`);
        assert.ok(size >= 16, `${id}: text of ${size} px`);
        if (!scene) return;
        assert.equal(scene.step, id);
        assert.ok(scene.told.length > 20, `${id}: "${scene.told}"`);
        const before = seen[at - 1]?.scene;
        if (before?.name === scene.name)
          assert.notEqual(scene.picture, before.picture, `${id} has a picture of its own`);
      });
      // The land is drawn, and the chain of a claim is there in its step.
      const drawn = await page.evaluate(async () => {
        // A chain behind a disclosure is read when that is opened.
        for (const details of document.querySelectorAll('story-step details')) details.open = true;
        for (let i = 0; i < 5; i++) await new Promise(requestAnimationFrame);
        return {
          land: document
            .querySelector('diplomat-map')
            .shadowRoot.querySelector('.land')
            .getAttribute('d').length,
          hands: [...document.querySelectorAll('story-step source-chain')].map(
            (chain) => chain.shadowRoot.querySelectorAll('[part="hands"]').length,
          ),
          hash: location.hash,
        };
      });
      assert.ok(drawn.land > 1000);
      assert.deepEqual(drawn.hands, [1, 1, 1, 3]);
      assert.equal(drawn.hash, '#my-story/ledger');
      assert.deepEqual(said, []);
      await page.close();
    });

  it('reads whole without script', async () => {
    const { page, said } = await open(390, 844, false);
    const hidden = await page.$$eval('story-step p, #claims p, #singers td, h1, h2', (nodes) =>
      nodes.filter((node) => !node.checkVisibility()).map((node) => node.textContent),
    );
    // What stands folded stays so, and can be opened.
    assert.deepEqual(hidden, []);
    const states = await page.$$eval('table[slot="steps"]', (tables) =>
      tables.filter((table) => table.checkVisibility()),
    );
    assert.deepEqual(states, []);
    assert.deepEqual(said, []);
    await page.close();
  });
});
