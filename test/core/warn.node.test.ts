import { afterEach, beforeEach, describe, it } from 'node:test';
import { expect } from 'chai';
import { quoted, warn } from '../../src/core/warn.js';

/** How many messages a line stands for: itself, or those that it counts. */
const standsFor = (line: string): number =>
  Number(/and (\d+) more of this kind/.exec(line)?.[1] ?? 1);

let lines: string[] = [];
/** The elements that the messages are about. */
let about: unknown[][] = [];
const { warn: original } = console;

describe('warnings of a kind', () => {
  beforeEach(() => {
    lines = [];
    about = [];
    console.warn = (text: string, ...rest: unknown[]) => {
      lines.push(text);
      about.push(rest);
    };
  });
  afterEach(() => {
    console.warn = original;
  });

  for (const count of [1, 10, 11, 37, 4431])
    it(`are said or counted, none is lost: ${count} in one go`, async () => {
      const element = {};
      for (let i = 0; i < count; i++) warn(`burst-${count}`, `Row ${i} is bad; mend it.`, element);
      await Promise.resolve();
      expect(lines.reduce((sum, line) => sum + standsFor(line), 0)).to.equal(count);
      expect(lines.length).to.be.at.most(11);
      if (count > 10) expect(lines.at(-1)).to.contain(`and ${count - 10} more of this kind`);
    });

  it('that come one by one are counted ever more seldom', async () => {
    const element = {};
    for (let i = 0; i < 4431; i++) {
      warn('one-by-one', `Value ${i} is bad; mend it.`, element);
      await Promise.resolve();
    }
    expect(lines.length).to.be.below(25);
    const told = lines.reduce((sum, line) => sum + standsFor(line), 0);
    expect(told)
      .to.be.above(4431 / 2)
      .and.at.most(4431);
  });

  it('are counted for each element, and for all together', async () => {
    for (let i = 0; i < 8; i++) {
      const element = {};
      for (let row = 0; row < 5; row++) warn('few', `Row ${row} of ${i} is bad.`, element);
    }
    await Promise.resolve();
    expect(lines, 'a few of each').to.have.length(40);
    lines = [];
    for (let i = 0; i < 1000; i++) warn('many', `Element ${i} is bad.`, {});
    await Promise.resolve();
    expect(lines.length).to.be.below(120);
  });

  it('are said once in the same words, with the element that they are about', () => {
    const element = {};
    for (let i = 0; i < 3; i++) {
      warn('same', 'A row is bad; mend it.', element);
      warn('same', 'Nobody is told of.');
    }
    expect(lines).to.deep.equal([
      'communique [same]: A row is bad; mend it.',
      'communique [same]: Nobody is told of.',
    ]);
    expect(about).to.deep.equal([[element], []]);
    expect(about[0]![0]).to.equal(element);
  });

  it('do not keep another kind from being said', async () => {
    const element = {};
    for (let i = 0; i < 50; i++) warn('one-kind', `Row ${i} is bad.`, element);
    warn('another-kind', 'A state is bad.', element);
    await Promise.resolve();
    expect(lines.join()).to.contain('communique [another-kind]: A state is bad.');
  });
});

describe('quoted', () => {
  it('lists the first of many names, and says how many more there are', () => {
    const names = Array.from({ length: 1000 }, (_, i) => `n${i}`);
    expect(quoted(names)).to.contain('"n19", and 980 more').and.not.contain('"n20"');
    expect(quoted(names.slice(0, 20))).not.to.contain('more');
    expect(quoted([])).to.equal('none');
  });
});
