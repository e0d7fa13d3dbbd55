import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { choosePer, inMarks, nextPer, readPer, sayPer, tellRaised } from '../../src/scenes/per.js';
import { pieces } from '../../src/scenes/expulsion-counter/pieces.js';

describe('what a mark stands for', () => {
  it('grows from 1 by 2, 5, 10, 20, 50 and so on', () => {
    const found = [1];
    while (found.length < 10) found.push(nextPer(found.at(-1)!));
    expect(found).to.deep.equal([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]);
    expect([0.1, 0.2, 0.5, 3, 7, 9, 99, 100_000].map(nextPer)).to.deep.equal([
      0.2, 0.5, 1, 5, 10, 10, 100, 200_000,
    ]);
  });

  it('is what was asked for or 1, and no more than it takes', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e19, noNaN: true }), (total) => {
        const per = choosePer(undefined, (each) => total / each <= 2000);
        expect(total / per).to.be.at.most(2000);
        if (per > 1) expect(total / (per / 2.5), 'a smaller one would not do').to.be.above(2000);
      }),
    );
    expect(choosePer(3, () => true)).to.equal(3);
    expect(choosePer(3, (per) => per >= 60)).to.equal(100);
    expect(
      choosePer(undefined, () => false),
      'ends where nothing will do',
    ).to.be.above(1e15);
  });

  it('leaves no trace of a mark where decimals divide evenly', () => {
    for (let i = 1; i <= 2000; i++) expect(inMarks(i / 10, 0.1)).to.equal(i);
  });

  it('is said where it is not one, in the digits of a language', () => {
    expect(sayPer(1, 'people', 'en')).to.equal('');
    expect(sayPer(2000, 'people', 'en')).to.equal('One mark is 2,000 people.');
    expect(sayPer(0.5, '', 'de')).to.equal('One mark is 0,5.');
  });

  it('is read where it is a number above 0, and told where it is not', (t) => {
    const said = t.mock.method(console, 'warn', () => {});
    const told = (): string[] => said.mock.calls.map((call) => String(call.arguments[0]));
    const scene = { localName: 'expulsion-counter' } as Element;
    for (const none of ['', ' ', null, undefined]) expect(readPer(scene, none)).to.equal(undefined);
    for (const [given, read] of [
      ['100', 100],
      [' 0.1 ', 0.1],
      [1, 1],
    ] as const)
      // prettier-ignore
      expect(readPer(scene, given)).to.equal(read);
    expect(told()).to.deep.equal([]);
    for (const bad of ['0', '-5', 'ten', NaN]) expect(readPer(scene, bad)).to.equal(undefined);
    expect(told()).to.have.length(4);
    expect(told()[2]).to.contain('<expulsion-counter> per is "ten"');
    tellRaised(scene, 3);
    expect(told()[4]).to.contain('per is 3').and.to.contain('larger');
  });
});

describe('the pieces of a row', () => {
  const marks = fc.integer({ min: 0, max: 200_000 }).map((n) => n / 100);
  const part = fc.constantFrom(0, 0.3, 1);

  it('are as much as the row, each inside its mark, wherever it begins', () => {
    fc.assert(
      fc.property(marks, marks, marks, part, (before, ahead, amount, at) => {
        const found = pieces(before, ahead, amount, at);
        const sum = found.reduce((all, { from, to }) => all + to - from, 0);
        expect(sum).to.be.closeTo(amount, 1e-3);
        for (const { from, to } of found) {
          expect(from).to.be.at.least(-1e-6);
          expect(to).to.be.at.most(1 + 1e-6);
        }
        expect(found.length).to.be.at.most(2 * amount + 3);
      }),
    );
  });

  it('fill the marks of a block and of a line one after another', () => {
    const ends = (at: number): [number, number][] =>
      pieces(2.5, 0, 2.25, at).map(({ block, line, from, to }) => {
        const mark = at ? line : block;
        return [mark + from, mark + to];
      });
    expect(ends(0)).to.deep.equal([[2.5, 3], [3, 4], [4, 4.75]]); // prettier-ignore
    expect(ends(1)).to.deep.equal([[0, 1], [1, 2], [2, 2.25]]); // prettier-ignore
  });
});
