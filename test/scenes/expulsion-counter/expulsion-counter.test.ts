import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define.js';
import type { ExpulsionCounter } from '../../../src/scenes/expulsion-counter/expulsion-counter.js';
import type { StoryStep } from '../../../src/story/story-step.js';
import { marksOf, type Mark } from '../../../stories/marks.js';
import { expectWarnings, frames, speak, waitUntil } from '../../helpers.js';
import { march } from './rows.js';

await speak('ar', 'de');

const basis =
  'European Union: announcements of 17 members by 26 March 2018, Britain’s 23 among them';
const states = [
  { step: 'together', arrangement: 'together', solid: 0 },
  { step: 'signed', arrangement: 'together' },
  { step: 'apart', arrangement: 'apart', lit: 'US, FR, DE' },
  { step: 'anger', arrangement: 'apart', lit: 'US, FR, DE', fade: 1, note: 'Only three' },
];

interface Options {
  width?: number;
  height?: number;
  dir?: string;
  lang?: string;
  size?: number;
  step?: string;
  progress?: number;
  motion?: string;
}

async function counter(options: Options = {}): Promise<ExpulsionCounter> {
  const { width = 760, height = 640, dir = 'ltr', lang = 'en-GB', size = 16 } = options;
  const box = await fixture<HTMLElement>(html`
    <div dir=${dir} lang=${lang}>
      <expulsion-counter
        groups="US, EU=European Union, added up"
        until="2018-03-26"
        unit="diplomats"
        note=${basis}
        .motion=${options.motion ?? 'full'}
        .data=${march}
        .states=${states}
        .step=${options.step ?? 'signed'}
        .progress=${options.progress ?? 1}
      ></expulsion-counter>
    </div>
  `);
  const element = box.querySelector('expulsion-counter')!;
  element.style.cssText = `width:${width}px;height:${height}px;min-height:0;aspect-ratio:auto;--story-font-size:${size}px`;
  await frames(3);
  await element.updateComplete;
  return element;
}

const all = <E extends Element>(element: ExpulsionCounter, selector: string): E[] => [
  ...element.shadowRoot!.querySelectorAll<E>(selector),
];
const texts = (element: ExpulsionCounter, selector: string): string[] =>
  all(element, selector).map((node) => node.textContent.trim());

/** Everything that `draw` writes. */
const drawn = (element: ExpulsionCounter): string[] => [
  ...all(element, '.people path').map((path) =>
    ['d', 'fill-opacity', 'stroke-opacity', 'stroke-width', 'style'].map((name) => path.getAttribute(name)).join(' '),
  ),
  ...all<HTMLElement>(element, '.head, .row, .note').map(({ style }) => style.opacity),
  ...texts(element, '.figure'),
]; // prettier-ignore

const places = (element: ExpulsionCounter): Mark[] => all(element, '.people path').flatMap(marksOf);

/** The boxes of the words that can be seen. */
function words(element: ExpulsionCounter): { text: string; box: DOMRect }[] {
  return all<HTMLElement>(element, '.group, .label, .figure, .note')
    .filter((node) => {
      const fading = node.closest<HTMLElement>('.head, .row, .note')!;
      return Number(fading.style.opacity) > 0 && node.textContent.trim();
    })
    .map((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const ink = range.getBoundingClientRect();
      const box = node.getBoundingClientRect();
      // Figures are set solid: what counts is their line, not the room that the font asks for.
      return { text: node.textContent.trim(), box: node.matches('.figure') ? box : ink };
    });
}

const isOn = (one: DOMRect, other: DOMRect): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 5;

function expectApart(element: ExpulsionCounter): void {
  const found = words(element);
  expect(found.some(({ text }) => /^(60|٦٠)$/.test(text))).to.be.true;
  const people = places(element);
  expect(people).to.have.length(116);
  const frame = element.shadowRoot!.querySelector('.picture')!.getBoundingClientRect();
  found.forEach(({ text, box }, index) => {
    expect(box.left, text).to.be.at.least(frame.left - 1);
    expect(box.right, text).to.be.at.most(frame.right + 1);
    expect(box.bottom, text).to.be.at.most(frame.bottom + 2);
    for (const other of found.slice(0, index))
      expect(isOn(box, other.box), `${text} lies on ${other.text}`).to.be.false;
    expect(
      people.filter((mark) => isOn(box, mark.box)),
      `marks under ${text}`,
    ).to.be.empty;
  });
}

describe('<expulsion-counter>', () => {
  it('draws a mark a person and leaves out the days after', async () => {
    const element = await counter();
    expect(places(element)).to.have.length(116);
    expect(texts(element, '.total')).to.deep.equal(['60', '56']);
    expect(texts(element, '.name').join()).not.to.contain('Belgium');
  });

  it('has states of its own', async () => {
    const element = await fixture<ExpulsionCounter>(
      html`<expulsion-counter .data=${[{ name: 'A', count: 2 }]}></expulsion-counter>`,
    );
    expect(element.steps).to.deep.equal(['together', 'apart']);
  });

  it('reads a slotted table', async () => {
    const element = await fixture<ExpulsionCounter>(html`
      <expulsion-counter lang="en" step="together" motion="static">
        <table>
          <tr><th>Country</th><th>Count</th></tr>
          <tr><td>Lilliput</td><td>3</td></tr>
          <tr><td>Blefuscu</td><td>2</td></tr>
        </table>
      </expulsion-counter>
    `); // prettier-ignore
    await frames(3);
    expect(places(element)).to.have.length(5);
    expect(element.describe()).to.equal('5 (3 Lilliput and 2 Blefuscu).');
  });

  it('shows the same at a cue whatever came before', async () => {
    const wandering = await counter({ step: 'anger' });
    for (const [step, progress] of [['together', 0.3], ['apart', 0.5], ['signed', 1], ['apart', 0.62]] as const) {
      wandering.step = step;
      wandering.progress = progress;
      await wandering.updateComplete;
    } // prettier-ignore
    wandering.motion = 'static';
    await wandering.updateComplete;
    wandering.step = 'signed';
    await wandering.updateComplete;
    wandering.step = 'apart';
    await wandering.updateComplete;
    const fresh = await counter({ step: 'apart', motion: 'static' });
    expect(places(fresh)).to.have.length(116);
    expect(drawn(wandering)).to.deep.equal(drawn(fresh));
  });

  it('follows a scrub to the same picture that a fresh element has', async () => {
    const scrubbed = await counter({ step: 'apart', progress: 0 });
    for (const progress of [0.2, 0.9, 0.55]) {
      scrubbed.progress = progress;
      await scrubbed.updateComplete;
    }
    expect(places(scrubbed)).to.have.length(116);
    expect(drawn(scrubbed)).to.deep.equal(drawn(await counter({ step: 'apart', progress: 0.55 })));
  });

  it('takes every mark from the sum to its country', async () => {
    const element = await counter({ step: 'apart', progress: 0 });
    const before = drawn(element);
    expect(before).to.deep.equal(drawn(await counter({ step: 'signed' })));
    element.progress = 1;
    await element.updateComplete;
    const after = places(element);
    const rows = new Set(after.map(({ y }) => Math.round(y)));
    expect(rows.size).to.be.at.least(18);
    expect(after.every(({ width }) => width > 0)).to.be.true;
  });

  it('outlines who is not certain and fills who is', async () => {
    const inside = (element: ExpulsionCounter): number => {
      const path = all(element, '.people path')[0]!;
      expect(marksOf(path)).not.to.be.empty;
      return Number(path.getAttribute('fill-opacity'));
    };
    expect(inside(await counter({ step: 'together' }))).to.be.below(0.2);
    expect(inside(await counter({ step: 'signed' }))).to.equal(1);
    // An outline is a little more than a pixel wide, and wider where marks are large.
    const outline = async (width: number, height: number): Promise<string> =>
      getComputedStyle(all(await counter({ step: 'together', width, height }), '.people path')[0]!)
        .strokeWidth;
    expect(parseFloat(await outline(280, 300))).to.be.within(1.1, 1.3);
    expect(parseFloat(await outline(1600, 900))).to.be.within(1.2, 2.5);
  });

  it('lights rows in bold and lets the others step back', async () => {
    const element = await counter({ step: 'anger' });
    const seen = all<HTMLElement>(element, '.row.lit').filter(({ style }) => style.opacity === '1');
    expect(seen.map((row) => row.querySelector('.name')!.textContent.trim())).to.deep.equal([
      'United States',
      'France',
      'Germany',
    ]);
    // What steps back keeps its fill, since an outline means something else, and its outline, so its size.
    const marks = all(element, '.people path');
    expect(marks.flatMap(marksOf)).to.have.length(116);
    for (const g of marks)
      expect([g.getAttribute('fill-opacity'), g.getAttribute('stroke-opacity')]).to.deep.equal([
        '1',
        '0',
      ]);
    const colours = (of: ExpulsionCounter): string[] =>
      all(of, '.people path').map((g) => getComputedStyle(g).fill);
    const plain = colours(await counter({ step: 'signed' }));
    const faded = colours(element).flatMap((colour, i) => (colour === plain[i] ? [] : i));
    // 18 rows; the United States, France and Germany keep their colours.
    expect(faded).to.have.length(15);
    expect(faded).not.to.include(0);
    const shown = all<HTMLElement>(element, '.note').filter(({ style }) => style.opacity === '1');
    expect(shown.map((note) => note.textContent.trim())).to.deep.equal(['Only three']);
  });

  it('has all marks in their rows before some of the rows step back', async () => {
    const at = async (progress: number): Promise<[string[], string[]]> => {
      const element = await counter({ step: 'apart', progress });
      return [
        places(element).map(({ x, y, width }) => `${x} ${y} ${width}`),
        all<SVGElement>(element, '.people path').map((path) => path.style.color),
      ];
    };
    const [, plain] = await at(0);
    const [ended, faded] = await at(1);
    const [flying, colours] = await at(0.6);
    expect(flying).to.not.deep.equal(ended);
    expect(colours).to.deep.equal(plain);
    const [standing, fading] = await at(0.8);
    expect(standing).to.deep.equal(ended);
    for (const others of [plain, faded]) expect(fading).to.not.deep.equal(others);
  });

  it('counts up, and tells the last figures only', async () => {
    const element = await counter({ step: 'together', progress: 0.5 });
    expect(texts(element, '.total')).to.deep.equal(['30', '28']);
    const sizes = places(element).map(({ width }) => width);
    expect(sizes.filter((a) => a === Math.max(...sizes))).to.have.length(58);
    expect(element.describe()).to.contain('60').and.not.contain('30');
  });

  it('has a place for everyone before the counting, and no figure yet', async () => {
    const element = await counter({ step: 'together', progress: 0 });
    expect(texts(element, '.total')).to.deep.equal(['', '']);
    expect(texts(element, '.group')).to.deep.equal(['United States', 'European Union, added up']);
    const sizes = places(element).map(({ width }) => width);
    expect(new Set(sizes).size).to.equal(1);
    expect(sizes[0]).to.be.above(0);
    const whole = places(await counter({ step: 'together' }));
    expect(sizes[0]).to.be.below(whole[0]!.width / 2);
    expect(places(element).map(({ x, y }) => [x, y])).to.deep.equal(
      whole.map(({ x, y }) => [x, y]),
    );
  });

  it('describes each arrangement in words', async () => {
    const element = await counter({ step: 'signed' });
    const picture = element.shadowRoot!.querySelector('[role=img]')!;
    expect(picture.getAttribute('aria-label'))
      .to.contain('United States: 60 diplomats.')
      .and.contain('European Union, added up: 56 diplomats (23 United Kingdom, 4 France')
      .and.contain(basis);
    expect(element.describe('together')).to.contain('outlines');
    expect(element.describe('apart'))
      .to.contain('United States 60, United Kingdom 23, France 4')
      .and.contain('Highlighted: United States, France and Germany.');
  });

  it('writes the digits and names of a language', async () => {
    const element = await counter({ lang: 'ar-EG', dir: 'rtl' });
    expect(texts(element, '.total')).to.deep.equal(['٦٠', '٥٦']);
    expect(texts(element, '.group')[0]).to.equal('الولايات المتحدة');
  });

  it('mirrors from right to left', async () => {
    const options = { step: 'apart', lang: 'de' };
    const left = places(await counter(options));
    const right = places(await counter({ ...options, dir: 'rtl' }));
    expect(left).to.have.length(116);
    expect(right).to.have.length(116);
    left.forEach(({ x, y }, index) => {
      expect(right[index]!.x).to.be.closeTo(760 - x, 0.1);
      expect(right[index]!.y).to.be.closeTo(y, 0.1);
    });
  });

  for (const [width, height, size, lang, dir] of [
    [280, 300, 16, 'en', 'ltr'],
    [390, 480, 16, 'de', 'ltr'],
    [390, 480, 32, 'en', 'ltr'],
    [390, 480, 16, 'ar-EG', 'rtl'],
    [760, 640, 32, 'de', 'ltr'],
    [1280, 300, 16, 'en', 'ltr'],
    [1600, 900, 16, 'en', 'rtl'],
  ] as const)
    it(`keeps its words apart at ${width}×${height}, ${size} px, ${lang}`, async () => {
      for (const step of ['signed', 'apart'])
        expectApart(await counter({ width, height, size, lang, dir, step }));
    });

  it('leaves room for what covers it', async () => {
    const element = await counter({ width: 390, height: 700, step: 'apart' });
    element.style.setProperty('--scene-inset-bottom', '40%');
    element.style.width = '391px';
    await frames(3);
    const { height } = element.shadowRoot!.querySelector('.picture')!.getBoundingClientRect();
    const people = places(element);
    expect(people).to.have.length(116);
    for (const { y } of people) expect(y).to.be.below(height * 0.6);
  });

  it('makes a still with all of its settings', async () => {
    const element = await counter({ step: 'signed' });
    element.note = 'Set as a property';
    await element.updateComplete;
    const still = element.still('apart') as ExpulsionCounter;
    element.after(still);
    await frames(3);
    expect(places(still)).to.have.length(116);
    expect(still.describe()).to.contain('Set as a property');
  });

  for (const step of ['signed', 'anger'])
    it(`is accessible: ${step}`, async () => {
      const element = await counter({ step });
      await expect(element).to.be.accessible();
    });

  it('draws what it can of bad data, says what is wrong once, and throws nothing', async () => {
    const said = expectWarnings();
    const element = await fixture<ExpulsionCounter>(html`
      <expulsion-counter
        lang="en"
        motion="static"
        groups="g, h"
        .data=${[
          { name: 'Good', count: 3, group: 'g' },
          { name: 'Word', count: 'three', group: 'g' },
          { name: 'Less than none', count: -2, group: 'g' },
          { name: 'Too much', count: 1e300, group: 'g' },
          { name: 'Nowhere', code: 'QX', count: 1, group: 'g' },
        ]}
        .states=${[{ step: 'a', arrangement: 'sideways', lit: 'Atlantis' }]}
      ></expulsion-counter>
    `);
    await frames(3);
    element.requestUpdate();
    await element.updateComplete;
    expect(places(element)).to.have.length(4);
    for (const part of ['three', '-2', '1e+300', '"QX"', '"h"', '"Atlantis"', '"sideways"'])
      expect(said.filter((text) => text.includes(part)), part).to.have.length(1); // prettier-ignore
  });

  it('draws a mark for several where there are more than it has room for, and says so', async () => {
    const element = await fixture<ExpulsionCounter>(html`
      <expulsion-counter
        lang="en"
        step="together"
        motion="static"
        unit="people"
        .data=${[{ name: 'A', count: 20_000 }, { name: 'B', count: 5000 }]}
      ></expulsion-counter>
    `); // prettier-ignore
    await frames(3);
    expect(places(element)).to.have.length(1250);
    expect(texts(element, '.total')).to.deep.equal(['25,000']);
    for (const step of ['together', 'apart']) {
      element.step = step;
      await element.updateComplete;
      const note = all<HTMLElement>(element, '.note').filter(({ style }) => style.opacity === '1');
      expect(note.map((one) => one.textContent)).to.deep.equal(['One mark is 20 people.']);
      expect(element.describe()).to.contain('One mark is 20 people.');
    }
    expect(texts(element, '.count')).to.deep.equal(['20,000', '5,000']);
  });

  it('tells its story what a mark stands for, once its size is known', async () => {
    const story = await fixture<HTMLElement>(html`
      <scroll-story lang="en">
        <story-chapter>
          <expulsion-counter
            slot="stage"
            unit="people"
            .data=${[{ name: 'A', count: 20_000 }, { name: 'B', count: 5000 }]}
          ></expulsion-counter>
          <story-step id="sum" step="together"><p>Words.</p></story-step>
        </story-chapter>
      </scroll-story>
    `); // prettier-ignore
    const step = story.querySelector<StoryStep>('story-step')!;
    await waitUntil(() => /One mark is \d+ people\./.test(step.description), 'the step says it');
    expect(step.description).to.contain('25,000 people');
  });
});
