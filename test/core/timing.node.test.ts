import { describe, it } from 'node:test';
import { expect } from 'chai';
import { clamp01, easeInOut, mix, readingMinutes, stagger } from '../../src/core/timing.js';
import { newSeed, randomFrom } from '../random.js';

describe('timing', () => {
  it('keeps numbers between 0 and 1', () => {
    expect([-1, 0, 0.4, 1, 7, NaN, Infinity, -Infinity].map(clamp01)).to.deep.equal([
      0, 0, 0.4, 1, 1, 0, 1, 0,
    ]);
  });

  it('mixes exactly at the ends', () => {
    expect(mix(3, 8, 0)).to.equal(3);
    expect(mix(3, 8, 1)).to.equal(8);
    expect(mix(8, 3, 0.5)).to.equal(5.5);
  });

  it('eases from 0 to 1, never back', () => {
    let before = 0;
    for (let t = 0; t <= 1; t += 0.01) {
      expect(easeInOut(t)).to.be.at.least(before);
      before = easeInOut(t);
    }
    expect(easeInOut(0)).to.equal(0);
    expect(easeInOut(1)).to.equal(1);
    expect(easeInOut(0.5)).to.equal(0.5);
  });

  it('staggers: all at 0 at the start, all at 1 at the end, none back, none before the one before', () => {
    const seed = newSeed();
    const random = randomFrom(seed);
    for (let run = 0; run < 200; run++) {
      const count = 1 + Math.floor(random() * 200);
      const overlap = 0.05 + random() * 0.95;
      const at = (step: number): number[] =>
        Array.from({ length: count }, (_, i) => stagger(i, count, step / 20, overlap));
      const rows = Array.from({ length: 21 }, (_, step) => at(step));
      const faults = rows.flatMap((row, step) =>
        row.flatMap((value, i) => [
          ...(value >= 0 && value <= 1 ? [] : [`${i} at ${step} is ${value}`]),
          ...(step === 0 || value >= rows[step - 1]![i]! ? [] : [`${i} goes back at ${step}`]),
          ...(i === 0 || value <= row[i - 1]! ? [] : [`${i} is ahead of ${i - 1} at ${step}`]),
        ]),
      );
      const said = `seed ${seed}, run ${run}`;
      expect(faults, said).to.deep.equal([]);
      expect(Math.max(...rows[0]!), said).to.equal(0);
      expect(Math.min(...rows[20]!), said).to.be.closeTo(1, 1e-12);
    }
  });

  it('has the first begin at once and the last as late as leaves it its own share of the time', () => {
    for (const count of [2, 3, 60])
      for (const overlap of [0.1, 0.4, 1]) {
        const said = `${count} with ${overlap}`;
        const [first, last] = [0, count - 1].map((i) => (t: number) => stagger(i, count, t, overlap)); // prettier-ignore
        expect(first!(overlap), said).to.be.closeTo(1, 1e-9);
        expect(last!(1 - overlap), said).to.be.closeTo(0, 1e-9);
        for (const one of [first!(overlap / 2), last!(1 - overlap / 2)])
          expect(one, said).to.be.closeTo(0.5, 1e-9);
      }
  });

  it('is exactly 1 at the end, so that what has arrived stands still', () => {
    for (const count of [1, 2, 3, 7, 60, 153])
      for (let i = 0; i < count; i++) expect(stagger(i, count, 1), `${i} of ${count}`).to.equal(1);
  });

  it('gives whole minutes of reading, at least one', () => {
    expect(readingMinutes(0)).to.equal(1);
    expect(readingMinutes(238 * 3)).to.equal(3);
    expect(readingMinutes(1000)).to.equal(4);
  });
});
