import { describe, it } from 'node:test';
import { expect } from 'chai';
import { arrange, type Arrangement } from '../../../src/scenes/expulsion-counter/arrange.js';
import { arrangeBlocks, type Blocks } from '../../../src/scenes/expulsion-counter/blocks.js';
import { arrangeLines, type Lines } from '../../../src/scenes/expulsion-counter/lines.js';
import {
  addUp,
  readEntries,
  type Group,
  type Item,
  type Sum,
} from '../../../src/scenes/expulsion-counter/sum.js';
import {
  digitsOf,
  digitWidth,
  fill,
  leastPitch,
  riseOf,
  type Frame,
} from '../../../src/scenes/expulsion-counter/type.js';
import { lineCount, longestWord, textSize } from '../../../src/scenes/type.js';
import { march, read } from './rows.js';

const measure = (text: string): number => text.length * 0.55;
const wording = {
  each: (items: readonly Item[]): string => items.map(({ name }) => name).join(', '),
  more: (items: readonly Item[]): string => `and ${items.length} more`,
};
const sumOf = (rows: readonly unknown[], until = ''): Sum =>
  addUp(readEntries(read(rows), { groups: [], until, language: 'en', whole: true }), {
    ...{ groups: 60, rows: 250, kept: new Set() },
    rest: (count) => `${count} more`,
  });
const rise = riseOf(1.4);
const frameOf = (width: number, height: number, asked = 16): Frame => ({
  start: 10,
  top: 10,
  width: width - 20,
  height: height - 20,
  em: textSize(asked, width, height),
  per: 1,
  rise,
});

const real = sumOf(march, '2018-03-26');
const many = sumOf(
  Array.from({ length: 200 }, (_, i) => ({ name: `P ${i}`, count: 1 + (i % 17), group: i % 2 })),
);
const equal = sumOf(Array.from({ length: 20 }, (_, i) => ({ name: `P ${i}`, count: 100 })));
const one = sumOf([{ name: 'Alone', count: 7 }]);
const long = sumOf(
  ['The Confederation', 'Of some', 'Extraordinarily Decentralised Communities'].flatMap((name, i) =>
    [120, 40 * i].map((count, at) => ({ name: `P ${at}`, group: `${name} and others`, count })),
  ),
);
const regions = sumOf(
  Array.from({ length: 15 }, (_, i) => ({ name: `P ${i}`, group: `Region ${i}`, count: 3 + i })),
);
const boxes: [number, number, number?][] = [
  [280, 300],
  [390, 480],
  [390, 480, 32],
  [760, 640],
  [760, 640, 32],
  [1280, 300],
  [1600, 900],
];

/** What is wrong with rows: what lies on something else, or on the name, the marks or the count of its own row. */
function faultsIn({ strips, pitch, size, bottom }: Lines, frame: Frame): string[] {
  const faults: string[] = [];
  let [floor, last] = [frame.top, -Infinity];
  strips.forEach(({ items, corner, columns, y, label, end }, at) => {
    const says = (what: string, is: boolean): void => void (is && faults.push(`${at}: ${what}`));
    const count = Math.ceil(items.reduce((sum, item) => sum + item.count, 0) / frame.per);
    const more = Math.max(0, Math.ceil(count / columns) - 1) * pitch * rise;
    const half = (more + pitch * fill * 1.4) / 2;
    const left = corner.x - (pitch * fill) / 2;
    const right = count ? left + Math.min(count, columns) * pitch : left;
    const words = lineCount(label.text, label.width, size, measure) * size;
    says('it lies on the row above', y - Math.max(half, words / 2) < floor - 0.5);
    says('its marks are not beside its name', Math.abs(corner.y + more / 2 - y) > 0.5);
    says('its name lies on its marks', items.length === 1 && label.x + label.width > left);
    says('its count or text lies on its marks', end < right || (items.length > 1 && label.x < end));
    const figure = items.length > 1 ? label.width : String(items[0]!.count).length * digitWidth * size; // prettier-ignore
    says('it ends beyond the frame', end + figure > frame.start + frame.width + 0.5);
    says('it begins beyond the frame', Math.min(label.x, left) < frame.start - 0.5);
    floor = y + Math.max(half, words / 2);
    last = Math.max(last, floor);
  });
  if (bottom < last - 0.5) faults.push('the note lies on the last row');
  return faults;
}

/** The outermost points that the marks of rows reach, beyond the frame: 0 if all are inside. */
function beyond(lines: Lines, frame: Frame): number {
  const mark = lines.pitch * fill;
  const ends = lines.strips.flatMap(({ items, corner, columns }) => {
    const drawn = items.reduce((sum, item) => sum + item.count, 0);
    if (!drawn) return [];
    const right = corner.x + (Math.min(drawn, columns) - 1) * lines.pitch + mark / 2;
    const down = corner.y + (Math.ceil(drawn / columns) - 1) * lines.pitch * rise + mark * 0.7;
    return [
      frame.start - (corner.x - mark / 2),
      right - frame.start - frame.width,
      frame.top - (corner.y - mark * 0.7),
      down - frame.top - frame.height,
    ];
  });
  return Math.max(0, ...ends);
}

/** What is wrong with blocks: what lies on something else, beyond the frame, or beside its middle. */
function faultsOf(blocks: Blocks, groups: readonly Group[], frame: Frame, below: number): string[] {
  const { columns, pitch, corners, beside, width, nameSize, size } = blocks;
  const half = (pitch * fill) / 2;
  const high = pitch * rise;
  const rowsOf = ({ total }: Group): number => Math.ceil(total / frame.per / columns);
  const figure = Math.max(...groups.map(({ total }) => String(total).length)) * digitWidth * size;
  const faults = corners.length === groups.length ? [] : [`${corners.length} corners`];
  groups.forEach((group, at) => {
    const { x, y } = corners[at]!;
    const says = (what: string, is: boolean): void => void (is && faults.push(`${at}: ${what}`));
    // The words stand above the first mark: the total beside the name, or under it.
    const name = lineCount(group.name, width, nameSize, measure, true) * nameSize;
    const top = y - high / 2 - (beside ? Math.max(name, size) : name + size);
    const above = groups.filter((_, other) => corners[other]!.y < y);
    const floors = above.map((one) => corners[groups.indexOf(one)]!.y + (rowsOf(one) - 0.5) * high);
    const floor = Math.max(frame.top, ...floors);
    says('its words lie on the marks above, or beyond the frame', top < floor);
    const next = corners[at + 1];
    if (next && next.y === y)
      says('it reaches the next', next.x - x < Math.max(columns * pitch, figure));
    says('it begins beyond the frame', x - half < frame.start - 0.5);
    const right = x - half + Math.max(figure, (columns - 1) * pitch + 2 * half);
    says('it ends beyond the frame', right > frame.start + frame.width + 0.5);
    const bottom = y + (rowsOf(group) - 0.5) * high;
    const most = frame.top + frame.height - below;
    says('it ends on the note', blocks.fits && bottom > most + 0.5);
    says('the note is on it', blocks.bottom < bottom - 0.2 * high);
  });
  const rights = corners.map(({ x }) => x - half + Math.max(columns * pitch, width));
  const margins = [
    Math.min(...corners.map(({ x }) => x - half)) - frame.start,
    frame.start + frame.width - Math.max(...rights),
  ] as const;
  if (Math.abs(margins[0] - margins[1]) > 0.5) faults.push(`margins of ${margins.join(' and ')}`);
  if (pitch > 2.5 * frame.em) faults.push('its marks are too large');
  if (blocks.fits !== pitch >= leastPitch) faults.push('it fits, or does not');
  return faults;
}

describe('arrangeBlocks', () => {
  for (const [name, sum] of Object.entries({ real, many, equal, one, long, regions }))
    for (const [width, height, asked] of boxes)
      it(`lays nothing of ${name} on anything else in ${width}×${height} at ${asked ?? 16} px`, () => {
        const frame = frameOf(width, height, asked);
        for (const below of [0, 40]) {
          const blocks = arrangeBlocks(sum.groups, frame, measure, below);
          expect(faultsOf(blocks, sum.groups, frame, below)).to.deep.equal([]);
        }
      });

  for (const [width, height, asked] of boxes)
    it(`has marks of 5 px or more for 60 and 56 in ${width}×${height} at ${asked ?? 16} px`, () => {
      const { pitch } = arrangeBlocks(real.groups, frameOf(width, height, asked), measure, 40);
      expect(pitch * fill).to.be.at.least(5);
    });

  const named = (...names: string[]): readonly Group[] =>
    sumOf(names.flatMap((group) => [30, 40].map((count) => ({ name: `P ${count}`, count, group }))))
      .groups;

  it('sets groups above one another where one of their words would be broken beside another', () => {
    const frame = frameOf(280, 300);
    const { beside, nameSize, width } = arrangeBlocks(named('North', 'Extraordinariness'), frame, measure, 0); // prettier-ignore
    expect(beside).to.equal(true);
    expect(width).to.be.at.least(longestWord('Extraordinariness', measure, true) * nameSize);
    expect(arrangeBlocks(named('North', 'Southern'), frame, measure, 0).beside).to.equal(false);
  });

  it('keeps a name in one line where there is room', () => {
    const groups = named('The one and the other', 'Two');
    const { width, nameSize } = arrangeBlocks(groups, frameOf(1600, 900), measure, 0);
    for (const { name } of groups)
      expect(lineCount(name, width, nameSize, measure, true), name).to.equal(1);
  });

  it('sets rows of ten beside each other where it can', () => {
    const { columns, corners } = arrangeBlocks(real.groups, frameOf(760, 640), measure, 30);
    expect(columns).to.equal(10);
    expect(corners[0]!.y).to.equal(corners[1]!.y);
  });
});

describe('arrangeLines', () => {
  const sums = { real, many, equal, one };
  for (const [name, sum] of Object.entries(sums))
    for (const [width, height, asked] of boxes)
      it(`keeps everybody (${name}) inside ${width}×${height} at ${asked ?? 16} px`, () => {
        const frame = frameOf(width, height, asked);
        const lines = arrangeLines(sum.items, frame, measure, wording, new Set());
        const shown = lines.strips.flatMap(({ items }) => items);
        expect(new Set(shown)).to.deep.equal(new Set(sum.items));
        expect(shown).to.have.length(sum.items.length);
        expect(beyond(lines, frame)).to.be.below(1);
        expect(faultsIn(lines, frame)).to.deep.equal([]);
        expect(lines.pitch * fill).to.be.at.least(2);
      });

  it('gives every country its row where there is room', () => {
    const { strips, size } = arrangeLines(real.items, frameOf(760, 640), measure, wording, new Set()); // prettier-ignore
    expect(strips).to.have.length(18);
    for (const { label } of strips)
      expect(lineCount(label.text, label.width, size, measure), label.text).to.equal(1);
  });

  it('draws the longest row in one line wherever its marks can still be told apart', () => {
    const lit = new Set(real.items.filter(({ keys }) => ['us', 'fr', 'de'].includes(keys[0]!)));
    for (const width of [720, 760, 1280]) {
      const { strips, pitch } = arrangeLines(
        real.items,
        frameOf(width, 640),
        measure,
        wording,
        lit,
      );
      expect(strips[0]!.columns, `${width}`).to.equal(60);
      expect(pitch, `${width}`).to.be.at.least(8);
    }
  });

  it('lets small counts share a row where there is none, but never one that stands alone', () => {
    const alone = new Set(real.items.filter(({ keys }) => ['us', 'fr', 'se'].includes(keys[0]!)));
    const frame = frameOf(760, 300);
    const { strips } = arrangeLines(real.items, frame, measure, wording, alone);
    expect(strips.length).to.be.below(18);
    for (const item of alone)
      expect(strips.find(({ items }) => items.includes(item))!.items).to.deep.equal([item]);
    for (const { items } of strips)
      expect(new Set(items.map(({ count }) => count)), 'one count a row').to.have.property('size', 1); // prettier-ignore
  });

  it('sums the tail up where nothing else helps', () => {
    const { strips } = arrangeLines(many.items, frameOf(390, 480), measure, wording, new Set());
    expect(strips.at(-1)!.label.text).to.equal(`and ${strips.at(-1)!.items.length} more`);
  });
});

describe('text', () => {
  it('breaks lines between words', () => {
    expect(lineCount('one two three', 1000, 10, measure)).to.equal(1);
    expect(lineCount('one two three', 45, 10, measure)).to.equal(2);
    expect(lineCount('onetwothree', 45, 10, measure)).to.equal(2);
    expect(lineCount('', 45, 10, measure)).to.equal(1);
  });

  it('keeps the reader’s size wherever there is room for it', () => {
    expect(textSize(16, 390, 480)).to.equal(16);
    expect(textSize(32, 760, 640)).to.equal(32);
    expect(textSize(32, 280, 300)).to.equal(20);
    expect(textSize(10, 280, 240)).to.equal(10);
    expect(textSize(16, 1600, 900)).to.equal(16 * 1.3);
    expect(textSize(16, 1200, 640)).to.equal(16);
    expect(textSize(32, 1000, 300)).to.equal(20);
    expect(textSize(32, 200, 900)).to.equal(15);
  });

  it('has room for the digits of the longest number, and for the signs between its groups', () => {
    const cases = [[[7], 1], [[7, 120, 60], 3], [[1234], 4.5], [[1_234_567], 8], [[12.5], 4], [[999.5], 5]] as const; // prettier-ignore
    for (const [numbers, digits] of cases)
      expect(digitsOf(numbers), numbers.join()).to.equal(digits);
  });
});

describe('arrange', () => {
  /** Arranges rows in a box, and counts how often a text was measured. */
  function arranged(
    rows: readonly unknown[],
    asked?: number,
    box = frameOf(760, 640),
  ): Arrangement & { measured: number; raised: number[] } {
    let measured = 0;
    const raised: number[] = [];
    const entries = readEntries(read(rows), {
      ...{ groups: [], until: '', language: 'en', whole: true },
    });
    const work = arrange(
      box,
      (text) => {
        measured++;
        return text.length * 0.55;
      },
      {
        asked,
        addUp: (groups = 60) =>
          addUp(entries, { groups, rows: 250, kept: new Set(), rest: (n) => `${n} more` }),
        alone: () => new Set(),
        below: () => 30,
        wording,
        raised: (asked) => void raised.push(asked),
      },
    );
    for (;;) {
      const { done, value } = work.next();
      if (done) return { ...value, measured, raised };
    }
  }
  const rowsOf = (count: number, group: (i: number) => number, people = 2): unknown[] =>
    Array.from({ length: count }, (_, i) => ({ name: `P ${i}`, count: people, group: group(i) }));

  it('draws a mark a person as long as there is room for all', () => {
    expect(arranged(march).per).to.equal(1);
    expect(arranged(rowsOf(20, () => 1, 90)).per).to.equal(1);
  });

  it('lets a mark stand for several where there is not, or where that is asked for', () => {
    const { per, blocks, lines } = arranged(rowsOf(20, () => 1, 20_000));
    expect(per).to.equal(200);
    expect(blocks.fits && lines.fits).to.equal(true);
    const ten = arranged(march, 10);
    expect([ten.per, ten.raised]).to.deep.equal([10, []]);
    const more = arranged(rowsOf(20, () => 1, 20_000), 3); // prettier-ignore
    expect([more.per, more.raised]).to.deep.equal([200, [3]]);
  });

  it('keeps marks apart, and free what a note needs, in a box of any size', () => {
    for (const [width, height, asked] of boxes) {
      const box = frameOf(width, height, asked);
      for (const rows of [march, rowsOf(6, (i) => i % 2, 150), rowsOf(40, (i) => i % 3, 30)]) {
        const { per, sum, blocks, lines } = arranged(rows, undefined, box);
        const said = `${width}×${height}, ${rows.length} rows`;
        if (sum.total / per >= 200) {
          expect(blocks.fits && lines.fits, said).to.equal(true);
          for (const { pitch } of [blocks, lines]) expect(pitch, said).to.be.at.least(leastPitch);
        }
        for (const { fits, bottom } of [blocks, lines])
          if (fits) expect(bottom, said).to.be.at.most(box.top + box.height - 30 + 0.5);
      }
    }
  });

  it('shows some groups of many, the others added up', () => {
    const { sum, blocks } = arranged(rowsOf(1000, (i) => i));
    expect(sum.groups.length).to.be.within(5, 60);
    expect(blocks.fits).to.equal(true);
    expect(sum.groups.at(-1)!.name).to.equal(`${1001 - sum.groups.length} more`);
    expect(sum.total).to.equal(2000);
  });

  it('has the same work for a thousand rows or groups as for sixty', () => {
    for (const group of [() => 1, (i: number) => i])
      for (const count of [1000, 5000])
        expect(arranged(rowsOf(count, group)).measured).to.be.below(300_000);
  });
});
