import { expect } from '@open-wc/testing';
import * as british from '../../src/core/british.js';
import {
  compareNames,
  countryName,
  formatClock,
  formatDate,
  formatKilometres,
  formatList,
  formatNumber,
  language,
  pluralOf,
} from '../../src/core/numbers.js';

describe('writing numbers, days and names', () => {
  it('writes in the digits of the language', () => {
    expect(formatNumber(1234, 'en')).to.equal('1,234');
    expect(formatNumber(60, 'ar-EG')).to.equal('٦٠');
  });

  it('writes English as Intl does, most of it without', () => {
    for (const lang of ['en-GB', 'en-US', 'en', 'en-ZA']) {
      const numbers = new Intl.NumberFormat(lang);
      for (const value of [0, 7, 153, 1000, 20_000, 1_234_567, -1500, 0.5])
        expect(formatNumber(value, lang), lang).to.equal(numbers.format(value));
      const unit = new Intl.NumberFormat(lang, { style: 'unit', unit: 'kilometer' });
      for (const value of [0, 500, 12_000])
        expect(formatKilometres(value, lang), lang).to.equal(unit.format(value));
    }
    const list = new Intl.ListFormat('en-GB');
    for (const items of [[], ['a'], ['a, b', 'c'], ['a', 'b', 'c, d']])
      expect(formatList(items, 'en-GB')).to.equal(list.format(items));
    const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
    for (let month = 1; month <= 12; month++) {
      const iso = `2018-${String(month).padStart(2, '0')}-09`;
      expect(formatDate(iso, 'en-GB')).to.equal(long.format(new Date(iso)));
    }
    expect(['Ö', 'b', 'A'].sort((a, b) => compareNames(a, b, 'de'))).to.deep.equal(['A', 'b', 'Ö']);
    expect(['b', 'c', 'a'].sort((a, b) => compareNames(a, b, 'en-GB')).join('')).to.equal('abc');
    expect(countryName('DE', 'en-GB')).to.equal('Germany');
  });

  it('writes a clock of minutes and seconds', () => {
    expect(formatClock(41, 'en')).to.equal('41:00');
    expect(formatClock(27.25, 'en')).to.equal('27:15');
    expect(formatClock(0.999, 'en')).to.equal('1:00');
    expect(formatClock(-3, 'en')).to.equal('0:00');
    expect(formatClock(5.5, 'ar-EG')).to.equal('٥:٣٠');
  });

  it('writes a day wherever the reader is, and leaves alone what is none', () => {
    expect(formatDate('2018-03-26', 'en-GB')).to.equal('26 March 2018');
    expect(formatDate('2018-03-01', 'de')).to.equal('1. März 2018');
    expect(formatDate('2018-03', 'en-GB')).to.equal('March 2018');
    expect(formatDate('2018', 'en-GB')).to.equal('2018');
    expect(formatDate('a Monday', 'en')).to.equal('a Monday');
  });

  it('writes a list as a sentence has it', () => {
    expect(formatList([], 'en')).to.equal('');
    expect(formatList(['a'], 'en')).to.equal('a');
    expect(formatList(['a', 'b', 'c'], 'en-GB')).to.equal('a, b and c');
  });

  it('names a country in the language, and nothing for what is no country', () => {
    expect(countryName('DE', 'en')).to.equal('Germany');
    expect(countryName('de', 'de')).to.equal('Deutschland');
    for (const code of ['', 'D', 'DEU', 'NATO', '12', 'ZQ'])
      expect(countryName(code, 'en'), code).to.equal(undefined);
  });

  it('takes a language that is none for the reader’s own', () => {
    expect(language('en-GB')).to.equal('en-GB');
    expect(language('EN-gb')).to.equal('en-GB');
    for (const tag of [undefined, '', 'not a tag', '-', 'x'])
      expect(language(tag) || undefined).to.equal(undefined);
    expect(formatNumber(5, 'not a tag')).to.equal(formatNumber(5));
  });
});

describe('British English without Intl, for the embed', () => {
  const lang = 'en-GB';
  const counts = [0, 1, 2, 7, 41, 153, 999, 1000, 3700, 12_345, 1_234_567];

  it('writes numbers, distances and plurals as Intl does', () => {
    const numbers = new Intl.NumberFormat(lang);
    const plurals = new Intl.PluralRules(lang);
    for (const count of counts) {
      expect(british.formatNumber(count)).to.equal(numbers.format(count));
      expect(british.formatKilometres(count)).to.equal(`${numbers.format(count)} km`);
      expect(british.pluralOf(count)).to.equal(plurals.select(count));
      expect(pluralOf(count, lang)).to.equal(plurals.select(count));
    }
  });

  it('writes days and lists as Intl does', () => {
    for (const day of ['2018-01-01', '2018-03-04', '2018-03-26', '2018-12-31'])
      expect(british.formatDate(day)).to.equal(
        new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day)),
      );
    for (const list of [[], ['a'], ['a', 'b'], ['a', 'b', 'c', 'd']])
      expect(british.formatList(list)).to.equal(new Intl.ListFormat(lang).format(list));
  });

  it('reads and writes the rest as the package does', () => {
    for (const minutes of [0, 0.5, 1, 9.99, 27.24, 40.999, 41])
      expect(british.formatClock(minutes)).to.equal(formatClock(minutes, lang));
    for (const [code, name] of [
      ['US', 'United States'],
      ['', 'NATO'],
    ] as const)
      expect(british.countryName(code, lang, name) || undefined).to.equal(
        countryName(code, lang, name),
      );
    expect(british.compareNames('Austria', 'Belgium')).to.equal(
      compareNames('Austria', 'Belgium', lang),
    );
  });
});
