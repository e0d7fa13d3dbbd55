import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { ScrollStory } from '../../src/story/scroll-story.js';
import {
  expectWarnings,
  frames,
  isLong,
  isTried,
  windowIn,
  resizeWindow,
  settled,
} from '../helpers.js';

// The story in every kind of parent that CSS has, and in whatever scrolls it.

const markup = `
<header slot="header"><h2>A start</h2></header>
<story-chapter layout="side" heading="Counted">
  <expulsion-counter slot="stage" groups="A;B"><table>
    <tr><th>name</th><th>count</th><th>group</th></tr>
    <tr><td>North</td><td>9</td><td>A</td></tr><tr><td>South</td><td>4</td><td>B</td></tr>
  </table></expulsion-counter>
  <story-step id="one" step="together"><p>One, with words enough for two lines or three.</p></story-step>
  <story-step id="two" step="apart"><p>Two, with words enough for two lines or three.</p></story-step>
  <story-step id="three" step="apart"><p>Three, with words enough for two lines or three.</p></story-step>
</story-chapter>`;

const page = document.createElement('div');

/** Puts a story into the innermost element of some markup, the one with the class `parent`. */
async function storyIn(html: string): Promise<ScrollStory> {
  page.innerHTML = html;
  const story = document.createElement('scroll-story');
  story.motion = 'full';
  story.innerHTML = markup;
  const parent = page.querySelector('.parent') ?? page;
  const slot = parent.querySelector(':scope > .slot');
  if (slot) slot.replaceWith(story);
  else parent.append(story);
  for (const dialog of page.querySelectorAll('dialog')) dialog.showModal();
  for (const popover of page.querySelectorAll<HTMLElement>('[popover]')) popover.showPopover();
  await story.updateComplete;
  await settled();
  return story;
}

async function goTo(story: ScrollStory, id: string): Promise<void> {
  expect(story.goTo(id)).to.equal(true);
  await settled();
  await frames(3);
}

const stageOf = (story: ScrollStory): Element =>
  story.querySelector('story-chapter')!.shadowRoot!.querySelector('.stage')!;

const activeIn = (story: ScrollStory): string[] =>
  story.steps.filter(({ active }) => active).map(({ id }) => id);

describe('a story in other layouts', () => {
  const size = { width: innerWidth, height: innerHeight };
  let margin = '';

  before(async () => {
    margin = document.body.style.margin;
    document.body.style.margin = '0';
    await resizeWindow(1000, 700);
  });

  after(async () => {
    document.body.style.margin = margin;
    await resizeWindow(size.width, size.height);
  });

  beforeEach(() => {
    document.body.append(page);
    scrollTo(0, 0);
  });

  afterEach(() => {
    page.remove();
    page.removeAttribute('style');
  });

  /** Parents by the style that they have in a box of 920 pixels; the story fills them. */
  const parents: Record<string, string> = {
    'a block': '',
    'an inline-block': 'display: inline-block',
    'a float at the start': 'float: inline-start',
    'a float at the end': 'float: inline-end',
    'fit-content': 'width: fit-content',
    'fit-content in a centred block': 'width: fit-content; margin-inline: auto',
    'max-content, but no more than there is': 'width: max-content; max-width: 100%',
    'a positioned box': 'position: absolute; left: 0',
    'a positioned box at the other side': 'position: absolute; right: 0',
    'a table': 'display: table',
    'an inline table': 'display: inline-table',
    'a lonely table cell': 'display: table-cell',
    'a flow root': 'display: flow-root',
    'a list item': 'display: list-item',
    'a row of flex items': 'display: flex',
    'a row of flex items at the end':
      'display: flex; justify-content: flex-end; align-items: flex-end',
    'a row of wrapping flex items': 'display: flex; flex-wrap: wrap; justify-content: center',
    'a column of flex items': 'display: flex; flex-direction: column',
    'a column of centred flex items': 'display: flex; flex-direction: column; align-items: center',
    'a column of flex items at the start':
      'display: flex; flex-direction: column; align-items: flex-start',
    'an inline flex box': 'display: inline-flex',
    'a low flex box': 'display: flex; height: 200px',
    'a grid': 'display: grid',
    'a grid with centred items': 'display: grid; place-items: center',
    'a grid with items at the start': 'display: grid; justify-items: start',
    'a grid with automatic columns': 'display: grid; grid-template-columns: auto',
    'a grid with max-content columns':
      'display: grid; grid-template-columns: minmax(0, max-content)',
    'an inline grid': 'display: inline-grid',
    'an inline element': 'display: inline',
    'no box': 'display: contents',
    columns: 'columns: 2',
    'columns by width': 'columns: 12em; column-gap: 2em',
    'a low block': 'height: 150px',
    'a container': 'container-type: inline-size',
    'a layer of its own': 'isolation: isolate; will-change: transform',
  };

  for (const [at, [name, style]] of Object.entries(parents).entries())
    for (const inner of ['', 'display: inline-block', 'float: left'])
      // Columns are spanned from within blocks alone.
      if (inner ? isLong && !name.startsWith('columns') : isTried(at, 3))
        it(`fills ${name}${inner && `, inside it ${inner}`}`, async () => {
          const story = await storyIn(
            `<div style="width: 920px; position: relative"><div style="${style}"><div class="parent" style="${inner}"></div></div></div>
             <div style="height: 900px; clear: both"></div>`,
          );
          const { width, left } = story.getBoundingClientRect();
          expect(width, 'width').to.be.closeTo(920, 1);
          expect(left).to.be.closeTo(0, 1);
          expect(document.documentElement.scrollWidth, 'page').to.be.at.most(innerWidth);
          for (const id of ['one', 'three']) {
            await goTo(story, id);
            expect(activeIn(story)).to.deep.equal([id]);
            const stage = stageOf(story).getBoundingClientRect();
            expect(stage.top, `${id}: the stage stays`).to.be.closeTo(0, 1);
            expect(stage.bottom).to.be.at.most(innerHeight);
            const words = story.querySelector(`#${id} p`)!.getBoundingClientRect();
            expect(words.right, 'words beside it').to.be.at.most(stage.left + 1);
            expect(words.top).to.be.at.least(0);
            expect(words.bottom).to.be.at.most(innerHeight);
          }
        });

  it('shares a row as a long text does', async () => {
    for (const row of [
      'display: flex; gap: 10px',
      'display: grid; grid-template-columns: auto auto; gap: 10px',
      'display: table; width: 100%',
    ]) {
      const story = await storyIn(
        `<div style="width: 920px"><div class="parent" style="${row}"><aside style="display: table-cell; min-width: 200px">Aside</aside><div class="slot"></div></div></div>`,
      );
      expect(story.getBoundingClientRect().width, row).to.be.within(600, 720);
    }
  });

  it('keeps its words readable in a parent that is as narrow as it can be, and names it', async () => {
    const warnings = expectWarnings();
    const narrow: Record<string, string> = {
      min: 'width: min-content',
      float: 'float: left; width: min-content',
      table: 'display: table; width: 1px',
      grid: 'display: grid; grid-template-columns: min-content 1fr',
      column: 'display: inline-grid; grid-template-columns: minmax(min-content, 0)',
    };
    for (const [id, style] of Object.entries(narrow)) {
      warnings.length = 0;
      const story = await storyIn(
        `<div style="width: 900px"><div id="${id}" class="outer" style="${style}"><div class="parent"></div></div></div>`,
      );
      await goTo(story, 'one');
      expect(story.getBoundingClientRect().width, id).to.be.at.least(190);
      expect(story.getBoundingClientRect().height, id).to.be.below(12_000);
      expect(warnings.length, warnings.join('\n')).to.equal(1);
      expect(warnings[0]).to.contain('[narrow-parent]').and.contain('width: 100%');
      expect(warnings[0]).to.match(
        id === 'grid' ? /<div\.parent>/ : new RegExp(`<div#${id}\\.outer>`),
      );
    }
  });

  it('reads from left to right in a page that is written from top to bottom', async () => {
    const story = await storyIn(
      '<div style="writing-mode: vertical-rl; width: 100%" class="parent"></div>',
    );
    expect(story.getBoundingClientRect().width).to.be.closeTo(innerWidth, 20);
    await goTo(story, 'two');
    expect(activeIn(story)).to.deep.equal(['two']);
    expect(stageOf(story).getBoundingClientRect().top).to.be.closeTo(0, 1);
  });

  it('says nothing of a parent that is narrow because its page wants it so', async () => {
    for (const style of ['width: 180px', 'width: 20%', 'max-width: 190px']) {
      const story = await storyIn(`<div class="parent" style="${style}"></div>`);
      await goTo(story, 'one');
      expect(story.getBoundingClientRect().width).to.be.below(201);
    }
  });

  const bar =
    '<header style="position: sticky; top: 0; height: 50px; z-index: 3; background: beige">Bar</header>';
  const foot =
    '<footer style="position: sticky; bottom: 0; height: 40px; z-index: 3; background: beige">Foot</footer>';

  /** What scrolls the story: markup, and what is stuck at its top and at its foot. */
  const scrollers: Record<string, [html: string, top?: number, foot?: number]> = {
    'a dialog of 80vh': [
      '<dialog class="parent scroller" style="height: 80vh; padding: 0"></dialog>',
    ],
    'a dialog as the browser makes it': [
      '<dialog class="parent scroller" style="max-height: 70vh"></dialog>',
    ],
    'a dialog with a title and buttons that stick': [
      `<dialog class="parent scroller" style="height: 80vh; padding: 0">${bar}<div class="slot"></div>${foot}</dialog>`,
      50,
      40,
    ],
    'a box of 60vh': ['<div class="parent scroller" style="height: 60vh; overflow: auto"></div>'],
    'a box with a border and padding': [
      '<div class="parent scroller" style="height: 60vh; overflow-y: scroll; border: 12px solid; padding: 17px"></div>',
    ],
    'a box of at most 60vh': [
      '<div class="parent scroller" style="max-height: 60vh; overflow: auto"></div>',
    ],
    'a panel at the side, half as high': [
      '<aside class="parent scroller" style="position: fixed; inset: 50% 0 0 auto; width: 420px; overflow: auto"></aside>',
    ],
    'a popover': [
      '<div popover="manual" class="parent scroller" style="max-height: 65vh; width: 600px"></div>',
    ],
    'a box in a box': [
      '<div style="height: 90vh; overflow: auto"><div style="height: 50px"></div><div class="parent scroller" style="height: 70vh; overflow: auto"></div><div style="height: 900px"></div></div>',
    ],
    'a flex box that is filled': [
      '<div style="display: flex; flex-direction: column; height: 80vh"><p style="margin: 0">Above</p><div class="parent scroller" style="flex: 1; min-height: 0; overflow: auto"></div></div>',
    ],
    'a box with a bar that sticks': [
      `<div class="parent scroller" style="height: 60vh; overflow: auto">${bar}<div class="slot"></div></div>`,
      50,
    ],
    'a zoomed box': [
      '<div class="parent scroller" style="height: 300px; overflow: auto; zoom: 1.5"></div>',
    ],
    'a box in a zoomed page': [
      '<div style="zoom: 1.5"><div class="parent scroller" style="height: 300px; overflow: auto"></div></div>',
    ],
    'a zoomed story in a box': [
      '<div class="scroller" style="height: 60vh; overflow: auto"><div class="parent" style="zoom: 1.25"></div></div>',
    ],
    'a box that is scaled': [
      '<div class="parent scroller" style="height: 600px; overflow: auto; transform: scale(0.7); transform-origin: 0 0"></div>',
    ],
  };

  for (const [at, [name, [html, top = 0, under = 0]]] of Object.entries(scrollers).entries()) {
    if (!isTried(at, 3)) continue;
    it(`has a stage as tall as ${name}`, async () => {
      const story = await storyIn(html);
      const scroller = page.querySelector<HTMLElement>('.scroller')!;
      // In the pixels of the story's own rectangles: browsers without `currentCSSZoom` keep its zoom out of them.
      const zoom = windowIn(story).height / windowIn(scroller).height;
      const rect = scroller.getBoundingClientRect();
      const scale = (rect.height / scroller.offsetHeight) * zoom;
      const { paddingTop, paddingBottom } = getComputedStyle(scroller);
      const [above, below] = [parseFloat(paddingTop), parseFloat(paddingBottom)];
      const inner = {
        top: rect.top * zoom + (scroller.clientTop + above) * scale,
        height: (scroller.clientHeight - above - below) * scale,
      };
      const own = story.getBoundingClientRect().width / story.offsetWidth;
      const barHeight = story
        .shadowRoot!.querySelector('.controls')!
        .getBoundingClientRect().height;
      for (const id of ['two', 'three']) {
        await goTo(story, id);
        expect(activeIn(story)).to.deep.equal([id]);
        expect(story.querySelector('story-chapter')!.motion).to.equal('full');
        const stage = stageOf(story).getBoundingClientRect();
        expect(stage.top, `${id}, top`).to.be.closeTo(inner.top + top * own, 2);
        expect(stage.bottom, `${id}, bottom`).to.be.closeTo(
          inner.top + inner.height - barHeight - under * own,
          3,
        );
        const picture = story.querySelector('expulsion-counter')!.getBoundingClientRect();
        expect(picture.top, 'the picture').to.be.at.least(stage.top - 1);
        expect(picture.bottom, 'the picture').to.be.at.most(stage.bottom + 1);
        const words = story.querySelector(`#${id} p`)!.getBoundingClientRect();
        expect(words.bottom, 'the words').to.be.at.most(inner.top + inner.height - barHeight + 1);
        expect(words.top, 'the words').to.be.at.least(inner.top);
      }
    });
  }

  // Browsers without `currentCSSZoom` do not know what is in the window of a page that is zoomed out.
  const smaller = 'currentCSSZoom' in Element.prototype ? ['zoom: 0.8'] : [];
  for (const style of ['zoom: 1.5', 'zoom: 2', ...smaller])
    it(`has a stage as tall as the window in a page with ${style}`, async () => {
      const story = await storyIn(
        `<div style="${style}"><div style="height: 300px"></div><div class="parent"></div><div style="height: 900px"></div></div>`,
      );
      await goTo(story, 'two');
      expect(activeIn(story)).to.deep.equal(['two']);
      const stage = stageOf(story).getBoundingClientRect();
      const barHeight = story
        .shadowRoot!.querySelector('.controls')!
        .getBoundingClientRect().height;
      expect(stage.top).to.be.closeTo(windowIn(story).top, 1);
      const { top, height } = windowIn(story);
      expect(stage.bottom).to.be.closeTo(top + height - barHeight, 2);
    });

  it('takes the stage that its author wants, wherever it scrolls', async () => {
    const story = await storyIn(
      '<div class="parent" style="height: 60vh; overflow: auto; --story-stage-size: 333px"></div>',
    );
    await goTo(story, 'two');
    const barHeight = story.shadowRoot!.querySelector('.controls')!.getBoundingClientRect().height;
    expect(stageOf(story).getBoundingClientRect().height).to.be.closeTo(333 - barHeight, 1);
  });
});
