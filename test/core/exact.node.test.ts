import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { decimalsOf, exactSum } from '../../src/core/exact.js';
import { formatNumber } from '../../src/core/numbers.js';

/** A number with two decimals, as hundredths. */
const cents = fc.integer({ min: 0, max: 10 ** 12 });

describe('exact numbers', () => {
  it('have as many decimals as they are written with', () => {
    for (const [value, decimals] of [
      [12, 0],
      [1e21, 0],
      [12.5, 1],
      [0.125, 3],
      [1e-7, 7],
      [1.5e-7, 8],
    ] as const)
      expect(decimalsOf(value), String(value)).to.equal(decimals);
  });

  it('add up as they are written', () => {
    expect(exactSum([0.1, 0.2])).to.equal(0.3);
    expect(exactSum([])).to.equal(0);
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 100 }), (all) => {
        const sum = all.reduce((a, b) => a + b, 0);
        expect(exactSum(all.map((one) => one / 100))).to.equal(sum / 100);
      }),
    );
  });

  it('are written with all their decimals', () => {
    expect(formatNumber(12.34567, 'en')).to.equal('12.34567');
    expect(formatNumber(1234.5, 'de')).to.equal('1.234,5');
    expect(formatNumber(0.1 + 0.2, 'en')).to.equal('0.30000000000000004');
  });
});
