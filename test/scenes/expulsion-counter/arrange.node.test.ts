import { describe, it } from 'node:test';
import { expect } from 'chai';
import { arrange, type Arrangement } from '../../../src/scenes/expulsion-counter/arrange.js';
import { arrangeBlocks } from '../../../src/scenes/expulsion-counter/blocks.js';
import { arrangeLines, type Lines } from '../../../src/scenes/expulsion-counter/lines.js';
import {
  addUp,
  readEntries,
  type Item,
  type Sum,
} from '../../../src/scenes/expulsion-counter/sum.js';
import { fill, riseOf, type Frame } from '../../../src/scenes/expulsion-counter/type.js';
import { lineCount, textSize } from '../../../src/scenes/type.js';
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
const boxes: [number, number, number?][] = [
  [280, 300],
  [390, 480],
  [390, 480, 32],
  [760, 640],
  [760, 640, 32],
  [1280, 300],
  [1600, 900],
];

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

describe('arrangeBlocks', () => {
  for (const [width, height, asked] of boxes)
    it(`keeps 60 and 56 comparable and inside ${width}×${height} at ${asked ?? 16} px`, () => {
      const frame = frameOf(width, height, asked);
      const blocks = arrangeBlocks(real.groups, frame, measure, 40);
      const { columns, pitch } = blocks;
      const mark = pitch * fill;
      expect(blocks.corners).to.have.length(2);
      for (const { x, y } of blocks.corners) {
        expect(x - mark / 2).to.be.at.least(frame.start - 0.5);
        expect(x + (columns - 1) * pitch + mark / 2).to.be.at.most(frame.start + frame.width + 0.5); // prettier-ignore
        const rows = Math.ceil(60 / columns);
        expect(y + (rows - 1) * pitch * rise + mark * 0.7).to.be.at.most(
          frame.top + frame.height - 39,
        );
      }
      expect(mark).to.be.at.least(5);
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
        expect(lines.pitch * fill).to.be.at.least(2);
      });

  it('gives every country its row where there is room', () => {
    const lines = arrangeLines(real.items, frameOf(760, 640), measure, wording, new Set());
    expect(lines.strips).to.have.length(18);
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
  });
});

describe('arrange', () => {
  /** Arranges rows in a box, and counts how often a text was measured. */
  function arranged(rows: readonly unknown[], asked?: number): Arrangement & { measured: number } {
    let measured = 0;
    const entries = readEntries(read(rows), {
      ...{ groups: [], until: '', language: 'en', whole: true },
    });
    const work = arrange(
      frameOf(760, 640),
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
        raised: () => {},
      },
    );
    for (;;) {
      const { done, value } = work.next();
      if (done) return { ...value, measured };
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
    expect(arranged(march, 10).per).to.equal(10);
    expect(
      arranged(
        rowsOf(20, () => 1, 20_000),
        3,
      ).per,
    ).to.equal(200);
  });

  it('shows some groups of many, the others added up', () => {
    const { sum } = arranged(rowsOf(1000, (i) => i));
    expect(sum.groups.length).to.be.within(5, 60);
    expect(sum.groups.at(-1)!.name).to.equal(`${1001 - sum.groups.length} more`);
    expect(sum.total).to.equal(2000);
  });

  it('has the same work for a thousand rows or groups as for sixty', () => {
    for (const group of [() => 1, (i: number) => i])
      for (const count of [1000, 5000])
        expect(arranged(rowsOf(count, group)).measured).to.be.below(300_000);
  });
});
