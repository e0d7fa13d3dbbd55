import { describe, it } from 'node:test';
import { expect } from 'chai';
import { isRefusal } from '../../src/core/cells.js';
import { compareDays, dayOfDate, readDay, someDay, type Day } from '../../src/core/dates.js';
import { tableOf } from '../../src/core/table.js';

const isoOf = (text: string, lang?: string): string | undefined => {
  const day = readDay(text, lang);
  return isRefusal(day) ? 'refused' : day?.iso;
};

const locales =
  'af am ar ar-EG ar-SA az be bg bn bs ca ckb cs cy da de de-AT de-CH el en en-AU en-CA en-GB en-IN en-US en-ZA es es-MX et eu fa fi fil fr fr-CA fr-CH ga gl he hi hr hu hy id is it ja ja-u-ca-japanese ka kk km ko lt lv mk mn ms nb nl pl ps pt pt-PT ro ru sk sl sq sr sv sw ta th th-u-nu-thai tr uk ur uz vi zh zh-TW zh-TW-u-ca-roc zu'.split(
    ' ',
  );
const forms: Intl.DateTimeFormatOptions[] = [
  { dateStyle: 'full' },
  { dateStyle: 'long' },
  { dateStyle: 'medium' },
  { dateStyle: 'short' },
  { dateStyle: 'long', timeStyle: 'short' },
  { year: 'numeric', month: '2-digit', day: '2-digit' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'short' },
  { year: 'numeric', month: '2-digit' },
  { year: 'numeric' },
];

describe('times of one day', () => {
  it('are in order, in the morning and in the afternoon', () => {
    const times = ['12:05 AM', '1:00 AM', '11:59 AM', '12:01 PM', '2:30 PM', '11:59 PM'];
    const days = times.map((time) => readDay(`March 26, 2018 at ${time}`, 'en') as Day);
    expect([...days].reverse().sort(compareDays)).to.deep.equal(days);
    expect(new Set(days.map(({ time }) => time)).size).to.equal(times.length);
  });
});

describe('a date that a language formats', () => {
  for (const form of forms)
    it(`is read as the same day, or refused: ${JSON.stringify(form)}`, () => {
      let same = 0;
      for (const lang of locales)
        for (let at = 0; at < 40; at++) {
          const date = new Date(Date.UTC(2008 + (at % 12), at % 12, 1 + ((at * 7) % 28), at % 24));
          const text = new Intl.DateTimeFormat(lang, { timeZone: 'UTC', ...form }).format(date);
          const iso = isoOf(text, lang);
          if (iso === 'refused') continue;
          const parts = form.day || form.dateStyle ? 10 : form.month ? 7 : 4;
          expect(iso, `${lang}: "${text}"`).to.equal(date.toISOString().slice(0, parts));
          same++;
        }
      expect(same).to.be.above(form.dateStyle === 'short' ? 0 : locales.length * 4);
    });
});

const written: [text: string, iso: string | undefined, lang?: string][] = [
  ['2018-03-26', '2018-03-26'], ['20180326', '2018-03-26'], ['2018-03-26T14:00', '2018-03-26'], ['2018-03-26 14:00:05', '2018-03-26'],
  ['2018-03-26T23:30:00-05:00', '2018-03-26'], ['2018-03-26T00:00:00.000Z', '2018-03-26'], ['2018-03', '2018-03'], ['2018', '2018'],
  ['٢٠١٨-٠٣-٢٦', '2018-03-26', 'ar'], ['2018/03/26', '2018-03-26'], ['2018.3.26', '2018-03-26'], ['2018/3', '2018-03'],
  ['26 March 2018', '2018-03-26'], ['March 26, 2018', '2018-03-26'], ['Mar 26 2018', '2018-03-26'], ['26-Mar-2018', '2018-03-26'],
  ['26th March 2018', '2018-03-26'], ['the 26th of March 2018', '2018-03-26'], ['Monday, 26 March 2018', '2018-03-26'], ['Mon 26 Mar 2018', '2018-03-26'],
  ['26 March 2018, 14:30', '2018-03-26'], ['March 26, 2018 at 2:30 PM', '2018-03-26'], ['Sept. 3, 2018', '2018-09-03'], ['March 2018', '2018-03'],
  ['26\u00a0March\u00a02018', '2018-03-26'], ['2018-03-26T24:00', '2018-03-26'], ['Monday 26 March 2018', '2018-03-26', 'de'], ['Montag, den 26. März 2018', '2018-03-26', 'de'],
  ['poniedziałek, 26 marca 2018', '2018-03-26', 'pl'], ['2018. március 26., hétfő', '2018-03-26', 'hu'], ['lun. 26 mars 2018', '2018-03-26', 'fr'],
  ['26 March 2018[1]', '2018-03-26'], ['26 March 2018*', '2018-03-26'],
  ['26. März 2018', '2018-03-26', 'de'], ['Montag, 26. März 2018', '2018-03-26', 'de'], ['26 mars 2018', '2018-03-26', 'fr'], ['1er mars 2018', '2018-03-01', 'fr'],
  ['26 de marzo de 2018', '2018-03-26', 'es'], ['26 марта 2018 г.', '2018-03-26', 'ru'], ['26. 3. 2018', '2018-03-26', 'cs'], ['2018. 03. 26.', '2018-03-26', 'hu'],
  ['2018年3月26日', '2018-03-26', 'ja'], ['2018년 3월 26일', '2018-03-26', 'ko'], ['3 Mai 2018', '2018-05-03', 'de'], ['3 May 2018', '2018-05-03', 'de'],
  ['26.03.2018', '2018-03-26', 'de'], ['26.03.2018', '2018-03-26', 'en'], ['03.04.2018', '2018-04-03', 'de'], ['03.04.2018', '2018-04-03', 'en-GB'],
  ['03/26/2018', '2018-03-26'], ['26/03/2018', '2018-03-26'], ['04/04/2018', '2018-04-04'], ['03/04/2018', '2018-03-04', 'en-US'],
  ['03/04/2018', '2018-04-03', 'en-GB'], ['03/04/2018', '2018-04-03', 'fr'], ['03-04-2018', '2018-04-03', 'nl'], ['03/2018', '2018-03'],
  ['', undefined], ['–', undefined], ['n/a', undefined], ['…', undefined],
]; // prettier-ignore

describe('a date with one meaning is read', () => {
  for (const [text, iso, lang = 'en'] of written)
    it(`${JSON.stringify(text)} in ${lang}`, () => {
      expect(isoOf(text, lang)).to.equal(iso);
    });
});

const refused: [text: string, lang?: string][] = [
  ['03/04/2018'], ['03-04-2018'], ['03.04.2018'], ['03.04.2018', 'en-US'], ['03/04/2018', ''], ['03/04/2018', 'ja'], ['26/03/18'], ['03/04/18'],
  ['2018-02-30'], ['2018-13-01'], ['31 April 2018'], ['0000-01-01'], ['26 March'], ['March'], ['Monday'], ['43185'], ['1522022400000'], ['2018-W13'],
  ['26–27 March 2018'], ['26 March – 2 April 2018'], ['26 March 2018 or 27 March 2018'], ['before 26 March 2018'], ['early March 2018'],
  ['c. 26 March 2018'], ['26 March 2018?'], ['<26 March 2018'], ['~2018'], ['Tuesday, 26 March 2018'], ['spring 2018'], ['Q1 2018'], ['2018/19'],
  ['2018-03-26T25:00'], ['2018-03-26 14:60'], ['26 March 2018 25:00'], ['26 March 2018, 14:30 PM'], ['Tue 26 Mar 2018'], ['Dienstag, 26. März 2018', 'de'], ['lunes 27 de marzo de 2018', 'es'],
  ['26 Brumaire 2018', 'fr'], ['6 juil 2018', 'en'], ['3 jui 2018', 'fr'], ['26 มีนาคม 2561', 'th'], ['2561-03-26', 'th'], ['۶ فروردین ۱۳۹۷', 'fa'], ['1397-01-06', 'fa'],
  ['平成30年3月26日', 'ja'], ['none'], ['all'], ['yesterday'],
]; // prettier-ignore

describe('a date with no meaning, or two, is refused and says what to write', () => {
  for (const [text, lang = 'en'] of refused)
    it(`${JSON.stringify(text)} in ${lang || 'no language'}`, () => {
      const day = readDay(text, lang);
      expect(isRefusal(day), `read as ${JSON.stringify(day)}`).to.equal(true);
      if (isRefusal(day)) expect(day.refused).to.match(/write/);
    });
});

describe('days have an order', () => {
  const day = (text: string): Day => readDay(text, 'en') as Day;

  it('by the calendar, not by their letters', () => {
    const days = ['26 March 2018', '2018-03-14', 'April 2, 2018', '2018-03-26T14:00', '2017'];
    expect(
      days
        .map(day)
        .sort(compareDays)
        .map(({ iso, time }) => iso + (time ? ' later' : '')),
    ).to.deep.equal(['2017', '2018-03-14', '2018-03-26', '2018-03-26 later', '2018-04-02']);
  });

  it('in which a month or a year comes when it is over, and what could not be read comes last', () => {
    expect(day('2018-03').last).to.equal('2018-03-31');
    expect(day('February 2020').last).to.equal('2020-02-29');
    expect(day('2018').last).to.equal('2018-12-31');
    expect(someDay.last > day('2999').last).to.equal(true);
  });
});

it('a date of a script is the day that it was made for', () => {
  expect(dayOfDate(new Date('2018-03-26'))).to.equal('2018-03-26');
  expect(isoOf(dayOfDate(new Date(2018, 2, 26)))).to.equal('2018-03-26');
  expect(isoOf(dayOfDate(new Date(2018, 2, 26, 23, 59)))).to.equal('2018-03-26');
  expect(dayOfDate(new Date(NaN))).to.equal('');
  expect(tableOf([{ date: new Date('2018-03-26') }]).rows).to.deep.equal([['2018-03-26']]);
});
