import * as british from './british.js';

// Formatters are costly to make and cheap to keep: one for each language and use. The first of a page costs a tenth
// of a second on a slow phone, so the language of this package's own story does without them, and the English of most
// other pages where it writes the same.
const own = 'en-GB';
const alike = (lang = ''): boolean => /^en(-GB|-US)?$/.test(lang);

const kept = new Map<string, unknown>();

function keep<T>(key: string, make: () => T): T {
  if (!kept.has(key)) kept.set(key, make());
  return kept.get(key) as T;
}

/** A language tag that Intl accepts, or undefined (the reader's own) for anything else. */
export function language(tag: string | undefined): string | undefined {
  try {
    return tag && Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** A whole number in the digits and grouping of a language. */
export const formatNumber = (value: number, lang?: string): string =>
  Number.isInteger(value) && alike(lang)
    ? british.formatNumber(value)
    : keep(`n ${lang}`, () => new Intl.NumberFormat(language(lang))).format(value);

/** A distance in whole kilometres, with its unit. */
export const formatKilometres = (value: number, lang?: string): string =>
  Number.isInteger(value) && alike(lang)
    ? british.formatKilometres(value)
    : keep(
        `k ${lang}`,
        () => new Intl.NumberFormat(language(lang), { style: 'unit', unit: 'kilometer' }),
      ).format(value);

/** A day as "26 March 2018" in a language; an unreadable date comes back as it is. */
export function formatDate(iso: string, lang?: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  if (lang === own) return british.formatDate(date.toISOString().slice(0, 10));
  return keep(
    `d ${lang}`,
    () => new Intl.DateTimeFormat(language(lang), { dateStyle: 'long', timeZone: 'UTC' }),
  ).format(date);
}

/** A list as a sentence has it: "a, b and c". */
export const formatList = (items: readonly string[], lang?: string): string =>
  lang === own
    ? british.formatList(items)
    : keep(`l ${lang}`, () => new Intl.ListFormat(language(lang), { type: 'conjunction' })).format(
        items,
      );

/** The plural that a language has for a number, by Intl's names: `one`, `few`, `other`. */
export const pluralOf = (count: number, lang?: string): string =>
  alike(lang)
    ? british.pluralOf(count)
    : keep(`p ${lang}`, () => new Intl.PluralRules(language(lang))).select(count);

/** Minutes and seconds of a running clock, e.g. 27:14, in the digits of a language. */
export function formatClock(minutes: number, lang?: string): string {
  const seconds = Math.round(Math.max(0, minutes) * 60);
  const digits = [seconds / 60, (seconds % 60) / 10, seconds % 10].map((value) =>
    formatNumber(Math.floor(value), lang),
  );
  return `${digits[0]}:${digits[1]}${digits[2]}`;
}

/**
 * The name of a country in a language; undefined for a code that Intl does not know.
 * @param given the name that stands beside the code
 */
export function countryName(code: string, lang?: string, given?: string): string | undefined {
  if (!/^[A-Z]{2}$/i.test(code)) return undefined;
  // Codes that no country will ever have are left to Intl, which says so.
  if (given && lang === own && !/^(AA|Q[M-Z]|X|ZZ)/i.test(code)) return given;
  const names = keep(
    `r ${lang}`,
    () => new Intl.DisplayNames(language(lang), { type: 'region', fallback: 'none' }),
  );
  return names.of(code.toUpperCase());
}

/** Which of two names comes first in a language, as a sort wants it. */
export const compareNames = (a: string, b: string, lang?: string): number =>
  lang === own ? +(a > b) - +(a < b) : a.localeCompare(b, language(lang));

/**
 * Reads a number written in any script's decimal digits, with spaces, apostrophes or commas between groups
 * ("1,234", "1 234", "٦٠"); NaN for anything else. A point is always the decimal sign.
 */
export function parseNumber(text: string): number {
  const plain = text
    .trim()
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .replace(/[\s'’_]/gu, '')
    .replace(/[,٬](?=\d{3}(\D|$))/gu, '')
    .replace(/\u2212/gu, '-');
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
}

// The decimal digits of a script stand in runs of ten, some of them end to end, so the value is the distance to
// the start of them all.
function digitValue(digit: string): number {
  let code = digit.codePointAt(0)!;
  const end = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - 1))) code--;
  return (end - code) % 10;
}
