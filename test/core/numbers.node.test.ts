import { describe, it } from 'node:test';
import { expect } from 'chai';
import { parseNumber } from '../../src/core/numbers.js';

describe('parseNumber', () => {
  const scripts = ['latn', 'arab', 'arabext', 'deva', 'beng', 'thai', 'tibt', 'khmr', 'mymr'];
  for (const script of [...scripts, 'fullwide', 'mathsans', 'mathmono'])
    it(`reads the digits called ${script}`, () => {
      const format = new Intl.NumberFormat('en', { numberingSystem: script, useGrouping: false });
      for (const value of [0, 7, 41, 60, 153, 9876543210])
        expect(parseNumber(format.format(value)), format.format(value)).to.equal(value);
    });

  const written: [string, number][] = [
    ['1,234', 1234],
    ['12,345,678', 12345678],
    ['1 234', 1234],
    ['1\u00a0234', 1234],
    ['1\u202f234', 1234],
    ['1’234', 1234],
    ["1'234", 1234],
    ['1_000', 1000],
    ['١٬٢٣٤', 1234],
    ['  41  ', 41],
    ['-5', -5],
    ['\u22125', -5],
    ['+5', 5],
    ['3.25', 3.25],
    ['007', 7],
  ];
  for (const [text, value] of written)
    it(`reads ${JSON.stringify(text)}`, () => {
      expect(parseNumber(text)).to.equal(value);
    });

  const junk = ['', ' ', 'sixty', '60 people', '1e3', '0x10', 'Infinity', 'NaN', '-', '.', '.5'];
  for (const text of [...junk, '5.', '1.2.3', '--5', '1,23', '12,34,56', ',', '½', '²', 'Ⅳ', '一'])
    it(`does not read ${JSON.stringify(text)}`, () => {
      expect(parseNumber(text)).to.be.NaN;
    });
});
