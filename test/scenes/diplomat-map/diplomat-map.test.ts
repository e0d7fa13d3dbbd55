import { expect } from '@open-wc/testing';
import type { DiplomatMap } from '../../../src/scenes/diplomat-map/diplomat-map.js';
import { marksOf } from '../../../stories/marks.js';
import { frames, waitUntil } from '../../helpers.js';
import { all, boxes, drawn, map, marks, states } from './map.js';
import { moscow } from '../../story-page.js';

/** The picture in numbers: where everything stands, and how much it is seen. */
const picture = (element: DiplomatMap): string =>
  [
    ...element.renderRoot.querySelectorAll<SVGGraphicsElement>(
      'svg g, svg path, svg circle, svg text',
    ),
  ]
    .map((part) => {
      const { a, b, e, f } = part.transform.baseVal.numberOfItems
        ? part.transform.baseVal.getItem(0).matrix
        : new DOMMatrix();
      const seen = part.style.visibility === 'hidden' ? '0' : part.style.opacity;
      return seen === '0'
        ? ''
        : [a, b, e, f].map((x) => x.toFixed(2)).join(' ') + seen + part.getAttribute('d');
    })
    .join('\n');

const overlaps = (a: DOMRect, b: DOMRect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The boxes of words without their halo and the room that a line has above and below its letters. */
const words = (element: DiplomatMap, selector: string): DOMRect[] =>
  boxes(element, selector).map(
    ({ x, y, width, height }) => new DOMRect(x + 2, y + height * 0.25, width - 4, height * 0.5),
  );

/** How many people each state shows. */
const counted: Record<string, number> = {
  britain: 23,
  asked: 23,
  monday: 137,
  week: 153,
  home: 153,
};

describe('<diplomat-map>', () => {
  it('draws a mark for every person counted by a day, and the number', async () => {
    for (const [step, count] of [
      ['britain', 23],
      ['monday', 137],
      ['week', 153],
      ['home', 153],
    ] as const) {
      const element = await map({ step });
      expect(marks(element), step).length(count);
      if (step !== 'britain')
        expect(element.renderRoot.querySelector('.count tspan')!.textContent).equal(String(count));
    }
  });

  for (const [width, height] of [
    [760, 640],
    [390, 480],
    [280, 300],
    [1280, 800],
  ] as const)
    for (const { step } of states)
      it(`covers no mark with another or with a label in "${step}" at ${width} × ${height}`, async () => {
        const element = await map({ step, width, height });
        const people = marks(element);
        expect(people).length(counted[step]!);
        const labels = words(element, '.label');
        expect(labels).not.empty;
        const counter = words(element, '.counter text, .words text');
        const frame = element.renderRoot.querySelector('.picture')!.getBoundingClientRect();
        people.forEach((mark, i) => {
          for (const other of [...people.slice(i + 1), ...labels, ...counter])
            expect(overlaps(mark, other)).equal(false);
        });
        labels.forEach((text, i) => {
          for (const other of [...labels.slice(i + 1), ...counter])
            expect(overlaps(text, other)).equal(false);
          expect(text.left).least(frame.left);
          expect(text.right).most(frame.right);
        });
      });

  it('writes the unit beside the number counted, inside the picture', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const element = await map({ step: 'monday', width: 390, height: 480, dir });
      const count = element.renderRoot.querySelector('.count')!;
      expect(count.textContent.trim()).match(/^137\s+people$/);
      const [frame, text] = [element, count].map((part) => part.getBoundingClientRect()) as [
        DOMRect,
        DOMRect,
      ];
      expect(text.left).least(frame.left);
      expect(text.right).most(frame.right);
      element.unit = 'diplomats';
      await element.updateComplete;
      expect(count.textContent).contain('diplomats');
    }
  });

  it('keeps the names where they are until the first one goes home', async () => {
    const given = {
      states: [
        { step: 'monday', total: 'yes', until: '2018-03-26' },
        { step: 'gone', total: 'yes', home: 1 },
      ],
      motion: 'full' as const,
    };
    /** The names that are fully seen, and where. */
    const names = async (step: string, progress: number): Promise<string[]> => {
      const element = await map({ ...given, step });
      element.progress = progress;
      await frames(3);
      return all(element, '.label:not(.scale)')
        .filter(({ style }) => !style.opacity)
        .map((label) => {
          const { e, f } = label.transform.baseVal.getItem(0).matrix;
          return `${label.textContent} ${e.toFixed(1)} ${f.toFixed(1)}`;
        });
    };
    const before = await names('monday', 1);
    // Half-way the others have come, and nobody has left.
    expect(await names('gone', 0.25)).include.members(before);
    expect(await names('gone', 1)).not.include.members(before);
  });

  it('moves to where it looks before people come there', async () => {
    const given = {
      data: [
        { name: 'Here', lat: 50, lon: 30, count: 4, date: '2018-03-01' },
        { name: 'There', lat: 38.7, lon: -9.1, count: 4, date: '2018-03-20' },
      ],
      states: [
        { step: 'near', focus: 'Here', until: '2018-03-01' },
        { step: 'all', focus: 'all', until: '2018-03-20' },
      ],
      motion: 'full' as const,
    };
    const at = async (progress: number): Promise<[string, number, number]> => {
      const element = await map({ ...given, step: 'all' });
      element.progress = progress;
      await frames(3);
      const { a, e, f } = all(element, 'g.outlines')[0]!.transform.baseVal.getItem(0).matrix;
      return [[a, e, f].map((value) => value.toFixed(3)).join(), marks(element).length, a];
    };
    const [[before, few, near], [after, many, far]] = [await at(0), await at(1)];
    // The camera moves by equal factors.
    expect((await at(0.25))[2]).closeTo(Math.sqrt(near * far), far / 1e3);
    expect([few, many]).deep.equal([4, 8]);
    const [camera, count] = await at(0.4);
    expect(camera).not.oneOf([before, after]);
    expect(count).equal(few);
    expect((await at(0.6))[0]).equal(after);
  });

  it('lets a part of a mark grow where more comes to its place', async () => {
    const data = [1, 2].map((day) => ({ name: 'A', count: 0.4, date: `2020-01-0${day}`, lat: 50, lon: 10 })); // prettier-ignore
    const states = [{ step: 'less', until: '2020-01-01' }, { step: 'more' }];
    const whole = { ...data[0]!, count: 1 };
    const element = await map({ data: [whole], states, step: 'more', motion: 'full' });
    // People are whole; squares need not be.
    Object.assign(element, { mark: 'square', data });
    const widths: number[] = [];
    for (const progress of [0, 0.2, 0.4, 0.6, 0.8, 1]) {
      element.progress = progress;
      await element.ready;
      await frames(3);
      const [part] = marks(element);
      widths.push(part!.width);
    }
    expect(widths.at(-1)! / widths[0]!).closeTo(2, 0.2);
    expect(widths).deep.equal([...widths].sort((a, b) => a - b));
    expect(new Set(widths).size, 'on the way').above(2);
  });

  it('fits all places, with or without people, and rings those beyond the frame inside their arrow', async () => {
    const data = [
      { name: 'Here', lat: 50, lon: 30, count: 2 },
      { name: 'Empty', lat: 38.7, lon: -9.1 },
    ];
    const given = {
      data,
      states: [
        { step: 'all', focus: 'all', ring: 'Empty' },
        { step: 'near', focus: 'Here', ring: 'Empty' },
      ],
    };
    const wide = await map({ ...given, step: 'all' });
    expect(drawn(wide, '.arrow')).length(0);
    const close = await map({ ...given, step: 'near' });
    const [ring] = drawn(close, '.ring');
    const [arrow] = drawn(close, '.arrow').filter((box) => Math.abs(box.top - ring!.top) < 40);
    expect(ring && arrow && overlaps(ring, arrow)).equal(false);
  });

  it('draws in five tones, one of them neutral', async () => {
    const data = ['a', 'b', 'c', 'd', 'e', ''].map((tone, i) => ({
      name: `${i}`,
      lat: 50,
      lon: 10 * i,
      count: 1,
      tone,
    }));
    const element = await map({ data, states: [{ step: 'all' }], step: 'all' });
    const paths = all(element, '.mark');
    expect(new Set(paths.map((path) => getComputedStyle(path).fill)).size).equal(5);
    // Who is given no tone has the third.
    expect(paths.map((path) => marksOf(path).length)).deep.equal([1, 1, 2, 1, 1]);
  });

  it('is the same picture for the same cue, whatever came before', async () => {
    const element = await map({ step: 'home', motion: 'full' });
    for (const [step, progress] of [
      ['britain', 0.3],
      ['home', 0.4],
      ['week', 0.5],
      ['week', 0.1],
    ] as const) {
      element.step = step;
      element.progress = progress;
      await element.updateComplete;
    }
    element.motion = 'static';
    for (const step of ['monday', 'asked', 'home', 'britain']) {
      element.step = step;
      await element.updateComplete;
      expect(marks(element), step).length(counted[step]!);
      expect(picture(element), step).equal(picture(await map({ step })));
    }
  });

  it('names what lies beyond the frame at its edge, with an arrow', async () => {
    const element = await map({ step: 'britain' });
    const text = element.renderRoot.querySelector('svg')!.textContent;
    expect(text).match(/Moscow\s+2,\d00 km/);
    expect(drawn(element, '.arrow')).length(1);
    const week = await map({ step: 'week' });
    expect(
      all(week, '.label').map((label) => label.textContent.replace(/\s+/g, ' ').trim()),
    ).include('Australia 2');
  });

  it('has rings of distance round home', async () => {
    const element = await map({ step: 'week' });
    const middles = [...boxes(element, '.distance'), ...boxes(element, '.home')].map(
      ({ x, y, width, height }) => [Math.round(x + width / 2), Math.round(y + height / 2)],
    );
    expect(middles).length(3);
    for (const middle of middles) expect(middle).deep.equal(middles[0]);
    const [inner, outer] = boxes(element, '.distance').map(({ width }) => width);
    expect(outer! / inner!).closeTo(2, 0.01);
  });

  it('leads from people who made way to their place', async () => {
    const data = ['Here', 'There'].map((name, i) => ({ name, lat: 50, lon: 10 + i, count: 40 }));
    const element = await map({ data, states: [{ step: 'all' }], step: 'all' });
    const [leads, points] = [drawn(element, '.lead'), drawn(element, '.point')];
    expect(leads).not.empty;
    expect(points).length(leads.length);
    leads.forEach((lead, i) => {
      expect(overlaps(lead, points[i]!)).equal(true);
      expect(marks(element).some((mark) => overlaps(lead, mark))).equal(true);
    });
  });

  it('gives what has no place on the map a ring of its own and no line', async () => {
    const element = await map({ step: 'week' });
    expect(drawn(element, '.tray')).length(1);
    expect(drawn(element, '.way')).length(29);
  });

  it('describes its state in words', async () => {
    const element = await map({ step: 'monday' });
    expect(element.describe()).equal(
      'Map centred on Moscow. By 26 March 2018: 137 people in 23 countries; the most: United States 60, ' +
        'United Kingdom 23 and Ukraine 13. A straight line leads from each place to the centre.',
    );
    expect(element.describe('week')).contain('146 people in 29 countries, and NATO 7');
    expect(element.describe('asked')).contain('Ringed: France, Germany, Estonia and Finland.');
    expect(element.renderRoot.querySelector('.picture')!.getAttribute('aria-label')).equal(
      element.describe(),
    );
  });

  it('writes names and digits in the language of the page', async () => {
    const element = await map({ lang: 'ar-EG', dir: 'rtl' });
    expect(element.renderRoot.querySelector('.count tspan')!.textContent).equal('١٥٣');
    expect(element.renderRoot.querySelector('svg')!.textContent).contain('المملكة المتحدة');
    const people = marks(element);
    expect(people).length(153);
    for (const text of words(element, '.label'))
      for (const mark of people) expect(overlaps(mark, text)).equal(false);
  });

  it('leaves free what its insets say', async () => {
    const element = await map({ step: 'week', width: 390, height: 760 });
    element.style.setProperty('--scene-inset-bottom', '40%');
    element.style.blockSize = '761px';
    await frames(3);
    const end = element.renderRoot.querySelector('.picture')!.getBoundingClientRect();
    const people = marks(element);
    expect(people).length(153);
    for (const mark of people) expect(mark.bottom).most(end.top + end.height * 0.6);
  });

  it('draws TopoJSON about any centre', async () => {
    const element = await map({
      topology: '/node_modules/world-atlas/countries-110m.json',
      data: [
        { code: 'AR', lat: -34.6, lon: -58.4, count: 12 },
        { code: 'BR', lat: -15.8, lon: -47.9, count: 30 },
      ],
      states: [{ step: 'week', focus: 'AR, BR' }],
    });
    await waitUntil(
      () => element.renderRoot.querySelector('.land')?.getAttribute('d'),
      'the outlines come',
    );
    expect(marks(element)).length(42);
  });

  it('stands still as a copy with the same outlines', async () => {
    const element = await map({ step: 'week' });
    const copy = element.still('monday') as DiplomatMap;
    element.after(copy);
    copy.style.cssText = element.style.cssText;
    await frames(3);
    expect(marks(copy)).length(137);
    expect(copy.renderRoot.querySelector('.land')!.getAttribute('d')).equal(moscow.land);
  });

  it('is accessible', async () => {
    await expect(await map({ step: 'week' })).to.be.accessible();
  });
});
