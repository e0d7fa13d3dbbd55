import * as british from './british.js';
import { decimalsOf } from './exact.js';

// Formatters are costly to make and cheap to keep: one for each language and use. The first of a page costs a tenth
// of a second on a slow phone, so the language of this package's own story does without them, and the English of most
// other pages where it writes the same.
const builtInLocale = 'en-GB';
const needsNoIntl = (lang = ''): boolean => /^en(-GB|-US)?$/.test(lang);

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

/** A number in the digits and grouping of a language, with all its decimals. */
export function formatNumber(value: number, lang?: string): string {
  if (Number.isInteger(value) && needsNoIntl(lang)) return british.formatNumber(value);
  const maximumFractionDigits = Math.min(20, decimalsOf(value));
  return keep(
    `n ${lang} ${maximumFractionDigits}`,
    () => new Intl.NumberFormat(language(lang), { maximumFractionDigits }),
  ).format(value);
}

const inUnit = (value: number, unit: string, lang?: string): string =>
  keep(
    `${unit} ${lang}`,
    () => new Intl.NumberFormat(language(lang), { style: 'unit', unit }),
  ).format(value);

/** A distance in whole kilometres, with its unit. */
export const formatKilometres = (value: number, lang?: string): string =>
  Number.isInteger(value) && needsNoIntl(lang)
    ? british.formatKilometres(value)
    : inUnit(value, 'kilometer', lang);

/** A distance in whole miles, with its unit. */
export const formatMiles = (value: number, lang?: string): string =>
  inUnit(Math.round(value), 'mile', lang);

/** A day as "26 March 2018" in a language, or a month or year of ISO; anything else comes back as it is. */
export function formatDate(iso: string, lang?: string): string {
  const [, month, day] = /^\d{4}(-\d\d)?(-\d\d)?$/.exec(iso) ?? [];
  const date = new Date(iso);
  if (!month || Number.isNaN(date.getTime())) return iso;
  if (lang === builtInLocale && day) return british.formatDate(iso);
  const form: Intl.DateTimeFormatOptions = day
    ? { dateStyle: 'long' }
    : { year: 'numeric', month: 'long' };
  return keep(
    `d ${lang} ${!day}`,
    () => new Intl.DateTimeFormat(language(lang), { ...form, timeZone: 'UTC' }),
  ).format(date);
}

/** A list as a sentence has it: "a, b and c". */
export const formatList = (items: readonly string[], lang?: string): string =>
  lang === builtInLocale
    ? british.formatList(items)
    : keep(`l ${lang}`, () => new Intl.ListFormat(language(lang), { type: 'conjunction' })).format(
        items,
      );

/** The plural that a language has for a number, by Intl's names: `one`, `few`, `other`. */
export const pluralOf = (count: number, lang?: string): string =>
  needsNoIntl(lang)
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
  if (given && lang === builtInLocale && !/^(AA|Q[M-Z]|X|ZZ)/i.test(code)) return given;
  const names = keep(
    `r ${lang}`,
    () => new Intl.DisplayNames(language(lang), { type: 'region', fallback: 'none' }),
  );
  return names.of(code.toUpperCase());
}

/** Which of two names comes first in a language, as a sort wants it. */
export const compareNames = (a: string, b: string, lang?: string): number =>
  lang === builtInLocale
    ? +(a > b) - +(a < b)
    : keep(`c ${lang}`, () => new Intl.Collator(language(lang))).compare(a, b);
