// Dates as people write them. What has one meaning is read; what has two, such as 03/04/2018, is refused.
import type { Refusal } from './cells.js';
import { kept, tagOf } from './kept.js';
import { clean, plainDigits, saysNothing, withoutFootnotes } from './text.js';
import { times } from './times.js';

/** A day, or a whole month or year. */
export interface Day {
  /** `2018-03-26`, `2018-03` or `2018`; empty for a date that could not be read. */
  readonly iso: string;
  /** The last day of it, as `2018-03-26`: a month has come once it is over. Days compare by it as texts do. */
  readonly last: string;
  /** The time of the day in milliseconds, which orders what happened on one day; a time zone does not move the day. */
  readonly time: number;
}

/** Stands for a date that could not be read: it comes after all others. */
export const someDay: Day = { iso: '', last: '9999-99-99', time: 0 };

/** Which of two days comes first, as a sort wants it. */
export const compareDays = (a: Day, b: Day): number =>
  +(a.last > b.last) - +(a.last < b.last) || a.time - b.time;

const two = (value: number): string => String(value).padStart(2, '0');

const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** A day from its parts; undefined where the calendar has no such day. */
function dayOf(year: number, month?: number, day?: number, time = 0): Day | undefined {
  if (!(year >= 1000 && year <= 2999) || Number.isNaN(time)) return undefined;
  if (month === undefined) return { iso: `${year}`, last: `${year}-12-31`, time };
  if (!(month >= 1 && month <= 12)) return undefined;
  const begin = `${year}-${two(month)}`;
  const end = daysIn(year, month);
  if (day === undefined) return { iso: begin, last: `${begin}-${end}`, time };
  if (!(day >= 1 && day <= end)) return undefined;
  const iso = `${begin}-${two(day)}`;
  return { iso, last: iso, time };
}

const clock = String.raw`(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?`;
const isoDay = new RegExp(
  String.raw`^(\d{4})-?(\d\d)-?(\d\d)(?:[T ]${clock} ?(?:z|utc|[+-−]\d\d:?(?:\d\d)?)?)?$`,
  'i',
);
const timeAfter = new RegExp(
  String.raw`[, ]+(?:at |um |à )?${clock} ?([ap])?\.?m?\.?(?: ?(?:uhr|h))?$`,
  'i',
);

/** Milliseconds of a time; NaN for one that no clock shows. */
function timeOf(hours: string, minutes = '0', seconds = '0', half = ''): number {
  if (Number(hours) > (half ? 12 : 24) || Number(minutes) > 59 || Number(seconds) > 59) return NaN;
  const hour = half ? (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hours);
  return ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

/** Whether a language's own calendar is the common one, so that its years and months can be read. */
const isGregorian = kept(
  (tag) =>
    /^en(-US|-GB)?$/.test(tag) ||
    /^(gregory|iso8601)$/.test(new Intl.DateTimeFormat(tag).resolvedOptions().calendar),
);

/** Whether a language writes the day or the month first; undefined where it does not settle it. */
const dayFirst = kept((tag): boolean | undefined => {
  // English has both: 03/04 is in April in Britain and in March in America.
  if (tag === 'en') return undefined;
  const [first] = new Intl.DateTimeFormat(tag, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  })
    .formatToParts(0)
    .filter(({ type }) => /^(day|month|year)$/.test(type));
  return first!.type === 'day' ? true : first!.type === 'month' ? false : undefined;
});

/**
 * Reads a date in a language: ISO, the forms of the language in digits, and with names of months (English ones, too).
 * @returns undefined for a text that says nothing
 */
export function readDay(given: string, lang?: string): Day | undefined | Refusal {
  // No date is longer.
  if (given.length > 200) return { refused: 'write it as 2018-03-26' };
  let text = withoutFootnotes(clean(plainDigits(given)));
  if (!text || saysNothing(text)) return undefined;
  const tag = tagOf(lang);
  const wrong = { refused: 'write it as 2018-03-26' };

  const common = isGregorian(tag ?? 'en');
  // Where years are counted otherwise, 1397 and 2561 are of our time.
  if (!common && !/^(?:1[7-9]|2[0-2])\d\d/.test(text)) return wrong;
  const iso = isoDay.exec(text);
  if (iso) {
    const [, year, month, day, ...time] = iso;
    const at = time[0] ? timeOf(...(time as [string])) : 0;
    return dayOf(Number(year), Number(month), Number(day), at) ?? wrong;
  }
  const short = /^(\d{4})(?:-(\d\d))?$/.exec(text);
  if (short) return dayOf(Number(short[1]), short[2] ? Number(short[2]) : undefined) ?? wrong;
  if (!common) return wrong;

  const at = timeAfter.exec(text);
  const time = at ? timeOf(at[1]!, at[2], at[3], at[4]) : 0;
  if (at) text = text.slice(0, at.index);
  text = text.replace(/ (?:г|р|год|года|року)\.?$/u, '');
  return (inDigits(text, tag, time) ?? inWords(text, tag, time)) || wrong;
}

/** Reads a date of digits alone; undefined where it has words, or makes no date. */
function inDigits(text: string, tag: string | undefined, time: number): Day | Refusal | undefined {
  if (!/^\d/.test(text)) return undefined;
  // Where the year comes first, the month follows; so it is where Chinese, Japanese and Korean signs tell.
  const [, year, yearMonth, yearDay] =
    /^(\d{4}) ?(?:[-/.]|年|년) ?(\d{1,2})(?: ?(?:[-/.]|月|월) ?(\d{1,2}))? ?(?:\.|日|일|月|월)?$/.exec(
      text,
    ) ?? [];
  if (year) {
    // "2018.03" could be a number.
    if (!yearDay && text.includes('.')) return undefined;
    return dayOf(Number(year), Number(yearMonth), yearDay ? Number(yearDay) : undefined, time);
  }
  const [, month, monthYear] = /^(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (monthYear) return dayOf(Number(monthYear), Number(month), undefined, time);
  const [, first, sign, second, last] =
    /^(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4})\.?$/.exec(text) ?? [];
  if (!last) return undefined;
  const byDay = dayOf(Number(last), Number(second), Number(first), time);
  const byMonth = dayOf(Number(last), Number(first), Number(second), time);
  if (!byDay || !byMonth || byDay.iso === byMonth.iso) return byDay ?? byMonth;
  // With dots the day comes first, except that nobody knows of English.
  const order =
    sign !== '.' ? dayFirst(tag ?? 'en') : /^en(-US)?$/.test(tag ?? 'en') ? undefined : true;
  if (order === undefined)
    return { refused: `it can mean ${byMonth.iso} or ${byDay.iso}; write that` };
  return order ? byDay : byMonth;
}

const plainWord = (word: string): string => word.toLowerCase().replace(/\.$/, '');

const wordsIn = (text: string): string[] =>
  (text.match(/\p{L}[\p{L}\p{M}'’]*\.?/gu) ?? []).map(plainWord);

/** Names of months in a language, long and short, as they stand alone and in a date, with their numbers. */
const monthsOf = kept((tag) => {
  const months = new Map<string, number>();
  for (const month of ['long', 'short'] as const)
    for (const rest of [{}, { day: 'numeric', year: 'numeric' }] as const) {
      const form = { month, timeZone: 'UTC', calendar: 'gregory', ...rest } as const;
      const format = new Intl.DateTimeFormat(tag, form);
      for (let at = 0; at < 12; at++)
        for (const { type, value } of format.formatToParts(Date.UTC(2018, at, 15)))
          if (type === 'month' && !/\d/.test(value)) months.set(plainWord(clean(value)), at + 1);
    }
  return months;
});

/** The words beside months that a language puts into a date: of each day of the week, and those of every day. */
const otherWords = kept((tag) => {
  const formats = (
    [
      { weekday: 'long' },
      { weekday: 'short' },
      { dateStyle: 'full' },
      { dateStyle: 'long' },
    ] as Intl.DateTimeFormatOptions[]
  ).map((form) => new Intl.DateTimeFormat(tag, { ...form, timeZone: 'UTC' }));
  const weekdays = times(7, () => new Set<string>());
  const always = new Set<string>();
  // What stands between the parts of a date may go with the month.
  const dates = [
    ...times(7, (at) => new Date(Date.UTC(2018, 0, at + 1))),
    ...times(12, (at) => new Date(Date.UTC(2018, at, 15))),
  ];
  for (const date of dates)
    for (const format of formats)
      for (const { type, value } of format.formatToParts(date))
        if (type === 'weekday' || type === 'literal')
          for (const word of wordsIn(value))
            (type === 'weekday' ? weekdays[date.getUTCDay()]! : always).add(word);
  return { weekdays, always };
});

/** The months by what their names begin with, in three letters or more; 0 where two begin so. */
const monthsBegun = kept((tag) => {
  const begun = new Map<string, number>();
  for (const [name, month] of monthsOf(tag))
    for (let end = 3; end <= name.length; end++) {
      const start = name.slice(0, end);
      begun.set(start, (begun.get(start) ?? month) === month ? month : 0);
    }
  return begun;
});

/** The number of a month that a word names, in full or by how its name begins. */
const monthNamed = (word: string, tag: string): number | undefined =>
  monthsOf(tag).get(word) || monthsBegun(tag).get(word) || undefined;

/** Reads a date with the name of a month: one number of two digits at most, one of four, and no word that is unknown. */
function inWords(text: string, tag: string | undefined, time: number): Day | undefined {
  if (/[^\p{L}\p{M}\d\s.,،'’/-]/u.test(text)) return undefined;
  const numbers = text.match(/\d+/g) ?? [];
  const [year, year2] = numbers.filter((word) => word.length === 4);
  const [day, day2] = numbers.filter((word) => word.length < 3);
  if (!year || year2 || day2 || numbers.length !== (day ? 2 : 1)) return undefined;
  const names = wordsIn(text);
  for (const lang of new Set([tag ?? 'en', 'en-GB', 'en-US'])) {
    const months = names.flatMap((word) => monthNamed(word, lang) ?? []);
    if (months.length !== 1) continue;
    const found = dayOf(Number(year), months[0], day ? Number(day) : undefined, time);
    if (found && names.every((word) => isKnown(word, found, lang))) return found;
  }
  return undefined;
}

/** Whether a word may stand in a date: the month, the day of the week, and what a language puts between them. */
function isKnown(word: string, day: Day, lang: string): boolean {
  if (monthNamed(word, lang) || /^(?:st|nd|rd|th|er|e|de|del|den|di|of|the)$/.test(word))
    return true;
  const { weekdays, always } = otherWords(lang);
  return always.has(word) || weekdays[new Date(day.last).getUTCDay()]!.has(word);
}

/** A date of a script, as the day that whoever made it meant: midnight, there or in UTC, or a time there. */
export function dayOfDate(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const iso = date.toISOString();
  if (iso.endsWith('T00:00:00.000Z')) return iso.slice(0, 10);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
