import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import {
  decimalSign,
  isRefusal,
  machineNumber,
  numberReader,
  type NumberRead,
} from '../../src/core/cells.js';
import { doAtOnce } from '../../src/core/work.js';

const readerOf = (...given: Parameters<typeof numberReader>): ((text: string) => NumberRead) =>
  doAtOnce(numberReader(...given));

// The law of cells: a text is read as the number that its writer meant, or it is refused. Never as another number.

const read = (text: string, lang?: string, column: readonly string[] = []): NumberRead =>
  readerOf([text, ...column], { lang })(text);

const locales =
  'af am ar ar-EG ar-MA as az be bg bn bs ca ckb cs cy da de de-AT de-CH de-LI el en en-CA en-GB en-IN en-SE en-US en-ZA es es-ES es-MX et eu fa fi fil fr fr-CA fr-CH ga gl gsw gu he hi hr hu hy id is it it-CH ja ka kk km kn ko ky lo lt lv mk ml mn mr mr-u-nu-deva ms my nb ne nl pa pl ps pt pt-PT ro ru si sk sl sq sr sv sw ta te th th-u-nu-thai tr uk ur uz vi zh zh-TW zu'.split(
    ' ',
  );
const values = [
  0, 1, 7, 12, 41, 153, 999, 1000, 1234, 9999, 12_345, 123_456, 1_234_567, 12_345_678, 1e9, 0.5, 1.5, 2.25, 0.125,
  1.234, 12.345, 1234.5, 1234.567, 12_345.6, -1, -5, -1234, -1234.5, -0.5,
]; // prettier-ignore
const forms: Intl.NumberFormatOptions[] = [
  {},
  { useGrouping: false },
  { minimumFractionDigits: 3 },
  { signDisplay: 'always' },
  { style: 'percent' },
  { style: 'currency', currency: 'EUR' },
  { style: 'currency', currency: 'CHF', currencySign: 'accounting' },
  { style: 'currency', currency: 'USD', currencyDisplay: 'code' },
  { style: 'currency', currency: 'INR', currencyDisplay: 'name' },
  { style: 'unit', unit: 'kilometer' },
  { style: 'unit', unit: 'kilometer', unitDisplay: 'long' },
  { style: 'unit', unit: 'celsius' },
  { style: 'unit', unit: 'minute' },
  { notation: 'compact', compactDisplay: 'short' },
  { notation: 'compact', compactDisplay: 'long' },
  { notation: 'scientific' },
  { notation: 'engineering' },
];

describe('what a language formats', () => {
  for (const form of forms)
    it(`is read as the same number, or refused: ${JSON.stringify(form)}`, () => {
      let same = 0;
      for (const lang of locales)
        for (const value of values) {
          const format = new Intl.NumberFormat(lang, {
            ...(form.notation ? {} : { maximumFractionDigits: 5 }),
            ...form,
          });
          const text = format.format(value);
          const number = readerOf([text], { lang, share: form.style === 'percent' })(text);
          if (isRefusal(number)) continue;
          // A compact number is rounded: 1234 may be written 1.2 thousand, or 1234.
          const off = form.notation ? Math.abs(value) * 0.06 + 0.5 : Math.abs(value) * 1e-9;
          expect(number, `${lang}: ${value} as "${text}"`).to.be.closeTo(value, off);
          same++;
        }
      // Nothing is gained where all is refused; but "Indian rupees" are two words.
      const least = form.notation ? -1 : form.currencyDisplay === 'name' ? 50 : locales.length * 10;
      expect(same).to.be.above(least);
    });

  it('is read in the digits of every script', () => {
    const scripts = ['latn', 'arab', 'arabext', 'deva', 'beng', 'thai', 'tibt', 'khmr', 'mymr'];
    for (const script of [...scripts, 'fullwide', 'mathsans', 'mathmono']) {
      const format = new Intl.NumberFormat('en', { numberingSystem: script, useGrouping: false });
      for (const value of [0, 7, 41, 60, 153, 9876543210])
        expect(read(format.format(value), 'en'), format.format(value)).to.equal(value);
    }
  });

  it('is not read as a number of units where a word multiplies, in any of the languages, on an English page', () => {
    for (const lang of locales)
      for (const compactDisplay of ['short', 'long'] as const) {
        const form = { notation: 'compact', compactDisplay, numberingSystem: 'latn' } as const;
        const format = new Intl.NumberFormat(lang, form);
        for (const first of [1, 1.5, 2, 5])
          for (let power = 3; power < 13; power++) {
            const text = format.format(first * 10 ** power);
            // Azerbaijani has min for a thousand, and Catalan kM, which English cannot know.
            if (/^(az|ca)$/.test(lang) || !/\p{L}/u.test(text)) continue;
            const number = read(text, 'en');
            expect(isRefusal(number) || number! >= 1000, `${lang}: "${text}"`).to.equal(true);
          }
      }
  });
});

const one: [text: string, value: number | undefined, lang?: string][] = [
  // groups and decimals
  ['1,234', 1234], ['12,345,678', 12_345_678], ['1 234', 1234], ['1\u00a0234', 1234], ['1\u202f234', 1234],
  ['1\u2009234', 1234], ['1’234', 1234], ["1'234", 1234], ['1_000', 1000], ['١٬٢٣٤', 1234], ['١٬٢٣٤٫٥', 1234.5],
  ['1,23,456', 123_456], ['12,34,567', 1_234_567], ['1.234', 1234, 'de'], ['1.234', 1.234], ['1,5', 1.5, 'de'],
  ['1.234,56', 1234.56, 'de'], ['1.234,56', 1234.56], ['1.234.567', 1_234_567], ['1.5', 1.5, 'de'], ['52.5200', 52.52, 'de'],
  ['0.125', 0.125, 'de'], ['0,125', 0.125, 'de'], ['1’234.5', 1234.5, 'de-CH'], ['۱٬۲۳۴٫۵', 1234.5, 'fa'],
  ['  41  ', 41], ['3.25', 3.25], ['007', 7], ['.5', 0.5],
  // signs
  ['-5', -5], ['\u22125', -5], ['–5', -5], ['+5', 5], ['(5)', -5], ['($1,200.50)', -1200.5], ['\u061c-٥', -5, 'ar-EG'],
  // marks that are not seen
  ['\u200e1234\u200f', 1234], ['\u202a1,234\u202c', 1234], ['\ufeff12', 12], ['1\u00ad2', 12], ['\u206712\u2069', 12],
  // footnotes
  ['12*', 12], ['12 *', 12], ['12†', 12], ['12**', 12], ['12[1]', 12], ['12 [a]', 12], ['12[note 3]', 12], ['12[1][2]', 12],
  ['12¹', 12], ['12²³', 12], ['*12', 12], ['12‡[4]', 12],
  // about
  ['~12', 12], ['≈ 12', 12], ['c. 12', 12], ['ca. 12', 12], ['circa 12', 12], ['approx. 12', 12], ['about 12', 12],
  ['around 1,200', 1200], ['etwa 12', 12, 'de'], ['rund 1.200', 1200, 'de'], ['env. 12', 12, 'fr'], ['около 12', 12, 'ru'], ['约12', 12, 'zh'],
  // units
  ['12 %', 12], ['12%', 12], ['%12', 12, 'tr'], ['12 percent', 12], ['$12', 12], ['12 €', 12], ['€ 1.200', 1200, 'de'], ['US$ 1,200', 1200],
  ['CHF 1’200', 1200, 'de-CH'], ['12 USD', 12], ['Rs. 12', 12], ['₹1,23,456', 123_456], ['12 km', 12], ['12km', 12], ['12 km²', 12],
  ['12 km/h', 12], ['21 °C', 21], ['12 people', 12], ['60 Personen', 60, 'de'], ['12 человек', 12, 'ru'], ['12人', 12, 'ja'], ['12명', 12, 'ko'],
  ['12 شخص', 12, 'ar'], ['5th', 5], ['12 (est.)', 12], ['12 diplomats (provisional)', 12],
  // nothing
  ['', undefined], [' ', undefined], ['\u00a0', undefined], ['-', undefined], ['–', undefined], ['—', undefined], ['−', undefined], ['…', undefined],
  ['..', undefined], ['...', undefined], ['.', undefined], ['n/a', undefined], ['N/A', undefined], ['#N/A', undefined], ['NA', undefined],
  ['n.a.', undefined], ['n. a.', undefined], ['k. A.', undefined], ['k.A.', undefined], ['s.d.', undefined], ['n.d.', undefined], ['?', undefined],
  ['null', undefined], ['NaN', undefined], ['н/д', undefined], ['no data', undefined],
]; // prettier-ignore

describe('a cell with one meaning is read', () => {
  for (const [text, value, lang = 'en'] of one)
    it(`${JSON.stringify(text)} in ${lang}`, () => {
      expect(read(text, lang)).to.equal(value);
    });
});

const none: [text: string, lang?: string][] = [
  // no number
  ['sixty'], ['US'], ['0x10'], ['Infinity'], ['½'], ['5½'], ['Ⅳ'], ['一'], ['++5'], ['--5'], ['-(5)'], [','], ['five 5'],
  // more than one
  ['10-12'], ['10–12'], ['10 to 12'], ['10 bis 12', 'de'], ['5/10'], ['1/2'], ['5 of 10'], ['12 (2018)'], ['5:30'], ['1, 2'], ['1;2'], ['5 x 3'],
  ['1 2 3'], ['12 34'], ['1 234 5'], ['2018-03-26'], ['26.03.2018'], ['4+3'], ['$5 €'], ["5'11"],
  // groups that are none
  ['1.2.3'], ['12,34,56'], ['1,234.567.8'], ['1.234,567,8'], ['1,2345,678'], ['1 23', 'fr'], ['0,123,456'],
  // powers
  ['1e3'], ['1.2E+05'], ['10³'], ['10⁶'], ['1.2 × 10⁶'], ['2^3'], ['1.2·10³'],
  // words that multiply, and bounds
  ['5k'], ['5 K'], ['5M'], ['5 m'], ['5 mn'], ['1.2 million'], ['5 Mio.', 'de'], ['5 Mio'], ['5 Mrd.', 'de'], ['5 Tsd.', 'de'], ['5 lakh'], ['2 crore'],
  ['5 hundred'], ['2 dozen'], ['5万', 'zh'], ['5천', 'ko'], ['5 тыс.', 'ru'], ['5 mille', 'fr'], ['5 mil', 'es-MX'], ['12 (k)'], ['5 (thousand)'],
  ['>5'], ['<5'], ['≥ 5'], ['over 5'], ['at least 5'], ['5+'], ['5 or more'], ['5 plus'], ['nearly 5'], ['not 5'], ['minus 5'], ['5-'],
  // multiplied currencies
  ['T€ 12', 'de'], ['12 T€', 'de'], ['12 TEUR', 'de'], ['12 kEUR', 'de'], ['k$12'], ['M€ 3', 'de'], ['12 M€', 'de'], ['TCHF 12', 'de-CH'], ['12 Mio.USD', 'de'],
  ['12 k€', 'fr'], ['B$5'], ['₹12 Cr', 'en-IN'], ['₹12L', 'en-IN'], ['1万2345', 'ja'], ['3億', 'ja'],
  // words of a language that the page is not in
  ['12 человек'], ['12 שנים'],
  // what the language would not write
  ['1,5'], ['12,34'], ['0,5'], ['1234,567'],
  // two meanings
  ['1.234', 'es'], ['1,234', 'es'], ['1.234', ''], ['1,234', 'not a tag'], ['1,234', 'en-ZA'], ['1,234', 'ar'],
  ['9'.repeat(400)],
]; // prettier-ignore

describe('a cell with no meaning, or two, is refused and says what to write', () => {
  for (const [text, lang = 'en'] of none)
    it(`${JSON.stringify(text.slice(0, 20))} in ${lang || 'no language'}`, () => {
      const number = read(text, lang);
      expect(isRefusal(number), `read as ${JSON.stringify(number)}`).to.equal(true);
      if (isRefusal(number)) expect(number.refused).to.match(/write/);
    });

  it('shows both meanings, each as it can be written in every language', () => {
    const number = read('1.234', 'es') as { refused: string };
    expect(number.refused).to.contain('1.234 or 1234').and.to.contain('1.2340 or 1234');
    for (const lang of ['en', 'de', 'es']) expect(read('1.2340', lang), lang).to.equal(1.234);
  });
});

describe('docs/data.md says of cells', () => {
  const docs = readFileSync(new URL('../../docs/data.md', import.meta.url), 'utf8');
  const rows = docs.split('\n').filter((line) => /^\| .*`/.test(line));
  const codes = (column: number): string[] =>
    rows.flatMap((row) => [...row.split('|')[column]!.matchAll(/`([^`=]+)`/g)].map(([, code]) => code!)); // prettier-ignore
  const isRead = (text: string, lang: string): boolean => !isRefusal(read(text, lang));

  it('which are read', () => {
    expect(codes(1).length).to.be.above(20);
    for (const text of codes(1)) expect(['en', 'de', 'ar'].some((lang) => isRead(text, lang)), text).to.equal(true); // prettier-ignore
  });

  it('which are refused', () => {
    expect(codes(2).length).to.be.above(15);
    for (const text of codes(2)) expect(isRead(text, 'en'), text).to.equal(false);
  });

  it('what bare Spanish, Arabic and no language at all do', () => {
    for (const lang of ['es', 'ar', 'fr-CH', 'en-ZA', '']) {
      for (const text of ['1.234', '1,234']) expect(isRead(text, lang), `${text} ${lang}`).to.equal(false);
      for (const text of ['1.5', '1,5']) expect(read(text, lang), `${text} ${lang}`).to.equal(1.5);
      expect(read('1.234,5', lang)).to.equal(1234.5);
      expect(read('1.234', lang, ['0.5'])).to.equal(1.234);
    }
  }); // prettier-ignore
});

describe('the other cells of a column', () => {
  it('settle what a cell leaves open', () => {
    expect(read('1.234', 'es', ['0.5'])).to.equal(1.234);
    expect(read('1.234', 'es', ['12.345.678'])).to.equal(1234);
    expect(read('1,234', 'es', ['1.234,5'])).to.equal(1.234);
    // As programs write a file, on a German page.
    expect(read('13.405', 'de', ['52.52', '48.8566'])).to.equal(13.405);
  });

  it('leave it open where they contradict each other or an English page', () => {
    for (const column of [['1,5', '2.5'], ['1,5']])
      expect(isRefusal(read('1,234', 'en', column)), column.join()).to.equal(true);
    expect(isRefusal(read('1.234', 'de', ['0,5', '0.5']))).to.equal(true);
  });

  it('must be in one currency, and all of them percentages or none', () => {
    const column = ['$5', '€7', '9', '12 %'];
    const number = readerOf(column, { lang: 'en' });
    expect([number('$5'), number('9')]).to.deep.equal([5, 9]);
    for (const text of ['€7', '12 %']) expect(isRefusal(number(text)), text).to.equal(true);
  });

  for (const [what, lang, column, read] of [
    ['power', 'en', ['500 MW', '1 GW', '2 MW'], [500, undefined, 2]],
    ['time', 'de', ['1 Tag', '2 Tage', '3 Wochen'], [1, 2, undefined]],
    ['time in French', 'fr', ['3 jours', '2 semaines', '1 jour'], [3, undefined, 1]],
    ['time in Russian', 'ru', ['1 год', '5 лет', '3 дня'], [1, 5, undefined]],
    ['area', 'en', ['12 ha', '3 km²'], [12, undefined]],
    ['heat', 'en', ['12 °C', '50 °F'], [12, undefined]],
    ['money', 'en', ['$5', '12 cents', '7'], [5, undefined, 7]],
    ['one unit by two names', 'en', ['12 km', '3 kilometers', '4'], [12, 3, 4]],
    ['people, in singular and plural', 'en', ['1 person', '2 people', '3 women'], [1, 2, 3]],
  ] as const)
    it(`must be in one unit of measure: ${what}`, () => {
      const number = readerOf(column, { lang });
      const found = column.map(number);
      expect(found.map((each) => (isRefusal(each) ? undefined : each))).to.deep.equal(read);
      for (const each of found) if (isRefusal(each)) expect(each.refused).to.contain('alike');
    });

  it('do not matter where only one value makes sense', () => {
    const latitude = readerOf(['52.520', '52,520'], { lang: 'de', likely: [-90, 90] });
    expect(latitude('52.520')).to.equal(52.52);
    const share = readerOf([], { lang: 'en', likely: [0, 1], share: true });
    expect(['60%', '0.6', '0,6'].map(share)).to.deep.equal([0.6, 0.6, 0.6]);
  });
});

describe('what programs write', () => {
  it('is a number of JavaScript, in every language alike', () => {
    for (const value of [0, 1.234, -1234.5, 1e21, 1e-7, 5e-324, 2 ** 53])
      expect(machineNumber(String(value))).to.equal(value);
    for (const text of ['', '1,5', '1 234', 'Infinity', '1e309', '0x10', '12px'])
      expect(machineNumber(text), text).to.be.NaN;
  });

  it('has the decimals of a language where the language settles them', () => {
    for (const lang of ['en', 'en-US', 'de-CH', 'es-MX', 'ja', 'fa'])
      expect(decimalSign(lang), lang).to.equal('.');
    for (const lang of ['de', 'fr', 'es-ES', 'pt', 'ru', 'ar-MA'])
      expect(decimalSign(lang), lang).to.equal(',');
    for (const lang of [undefined, '', 'es', 'ar', 'fr-CH', 'en-ZA', 'nonsense_'])
      expect(decimalSign(lang), lang).to.equal(undefined);
  });
});
