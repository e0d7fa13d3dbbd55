// Numbers as people write them. The law: a text is read as the number that its writer meant, or it is refused; it is
// never read as another number.
import { kept, tagOf } from './kept.js';
import { measureOf } from './measures.js';
import { clean, plainDigits, saysNothing, withoutFootnotes } from './text.js';
import type { Work } from './work.js';

/** What a column asks of its numbers. */
export interface NumberRules {
  /** The language that the numbers are written in. */
  readonly lang?: string | undefined;
  /** The values that make sense; of two meanings of a text, the one among them is meant. */
  readonly likely?: readonly [min: number, max: number];
  /** A percentage is read as a share of one. */
  readonly share?: boolean;
  /** A program may have written them, with points, whatever the language of the page. */
  readonly byProgram?: boolean;
}

/** Why a text is not read: what is to be done, as the end of a sentence. */
export interface Refusal {
  readonly refused: string;
}

/** A number, undefined for a cell that says nothing, or a refusal. */
export type NumberRead = number | undefined | Refusal;

export const isRefusal = (read: unknown): read is Refusal =>
  typeof read === 'object' && read !== null && 'refused' in read;

/** What a text means where decimals have points, and where they have commas. */
interface Reading {
  readonly point: number | undefined;
  readonly comma: number | undefined;
  /** Whether the digits can only be by one of the two, whatever the language: several groups, or both signs. */
  readonly plain: boolean;
  /** `%`, or a currency. */
  readonly unit: string;
  /** Another word behind it. */
  readonly word: string;
}

// A first group has no leading zero: "0.123" is no thousand. Indian groups have two digits, the last one three.
const byPoint =
  /^(?:\d+|[1-9]\d{0,2}([,' ])\d{3}(?:\1\d{3})*|[1-9]\d?(?:,\d\d)+,\d{3})?(?:\.\d+)?$/;
const byComma = /^(?:\d+|[1-9]\d{0,2}([.' ])\d{3}(?:\1\d{3})*)(?:,\d+)?$/;
const digitsAndSigns = /^\.?\d(?:[.,' ]?\d)*/;

const approximately =
  /^(?:[~≈∼≃]|(?:circa|cirka|zirka|ca|approx|approximately|about|around|roughly|estimated|est|etwa|rund|ungefähr|env|environ|aprox|aproximadamente|około|asi|zhruba|noin|omkring|omtrent|yaklaşık|около|примерно|близько)(?:\. ?| )|(?:c|ok)\. ?|[約约약]) ?/iu;

const minus = /^[-‐‑–−﹣]/u;
const codes =
  'USD|EUR|GBP|CHF|JPY|CNY|INR|RUB|UAH|PLN|CZK|HUF|SEK|NOK|DKK|AUD|CAD|NZD|BRL|MXN|ZAR|TRY|ILS|KRW|SGD|HKD';
const unitBefore = new RegExp(
  String.raw`^(?:[%٪]|\p{L}{0,3}\.?\p{Sc}|(?:${codes})(?!\p{L})|(?:Rs|Fr|kr)\.?(?= ?\d)) ?`,
  'u',
);
const currencyCode = new RegExp(`^(?:${codes})$`);

/** A sign, or one word of two letters or more, or one of a script without spaces; then perhaps a remark in brackets. */
const unitAfter =
  /^(?:([%٪]|°[CF]?|\p{L}{0,3}\p{Sc})|(\p{L}[\p{L}\p{M}.'/²³-]*[\p{L}\p{M}²³]\.?|[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]))?(?: ?\([^\d()]{2,}\))?$/u;

/**
 * Words that multiply, in the languages with Latin and Cyrillic letters, which must not be taken for units: how they
 * begin, then whole ones. Those of the page's own language come from Intl.
 */
const factorStems =
  'mili(?!t) milj milh milyo milya mhil millio millia milliá millj millón millon millió milliú bili bilj bilh bilyo billi(?!a) billj ' +
  'billó billon bhil mbil tril thril thous tausend tūkst tuhat tusen tusind tuusig tisíc tisoč tisuć tysi þúsund hilja ' +
  'hundre hundert duizend duisend isigidi lakh crore dozen dutzend douzain docena тыс тис хил хиљ илј мил міл млн млр млд ' +
  'бил біл трил трыл трл мян мың миң';
const factorWords =
  'k b t mm mn mln mlj mlr mljrd mlrd mld mrd mjd md mr ma mi mii mie mia mio mil mill mille míle mhíle mila miler milers mijë ' +
  'ming bn bi bil bio bill bln tn tr tri trn trln tis tsd tsg tys tuh hilj libo bin ezer elfu rb ribu jt juta nt nghìn ngàn ' +
  'triệu tỷ cr kcr lcr lac lacs score scores gross inkulungwane half plus minus times fold max mindestens höchstens';
const either = (words: string): string => words.split(' ').join('|');
const factors = new RegExp(
  String.raw`^(?:(?:${either(factorStems)}).*|${either(factorWords)})$|[十百千万萬億亿兆京십백천만억조]`,
  'iu',
);

/** Words in the letters of a language. */
const ownLetters = kept((tag) => {
  const { script = 'Latn' } = new Intl.Locale(tag).maximize();
  const letters =
    { Hans: 'Hani', Hant: 'Hani', Jpan: 'Hani Hira Kana', Kore: 'Hang' }[script] ?? script;
  const classes = letters.split(' ').map((one) => `\\p{sc=${one}}`);
  return new RegExp(`^[${classes.join('')}\\p{M}\\P{L}]*$`, 'u');
});

/** Whether a word has Latin letters or those of the page's language: of others it is not known what they mean. */
const isLegible = (word: string, lang: string | undefined): boolean =>
  /^[\p{sc=Latn}\p{M}\P{L}]*$/u.test(word) || ownLetters(tagOf(lang) ?? 'en').test(word);

/** Reads a number as programs write it, the same in every language; NaN for anything else. */
export function machineNumber(text: string): number {
  const value = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : NaN;
}

/** The sign before decimals in a language; undefined where the language does not settle it. */
export function decimalSign(lang: string | undefined): '.' | ',' | undefined {
  const tag = tagOf(lang);
  if (/^en(-US|-GB)?$/.test(tag ?? '')) return '.';
  // Spanish has commas in Spain and points in Mexico, Arabic commas in Morocco and points in Egypt.
  return !tag || /^(es|ar)$/.test(tag) ? undefined : intlSign(tag);
}

const intlSign = kept((tag) => {
  const [sign, ofMoney] = ([{}, { style: 'currency', currency: 'EUR' }] as const).map(
    (options) =>
      new Intl.NumberFormat(tag, options).formatToParts(1.5).find(({ type }) => type === 'decimal')
        ?.value,
  );
  // Swiss French has other signs for money, and English with commas is read by people who know points.
  if (sign !== ofMoney || (sign === ',' && tag.startsWith('en'))) return undefined;
  return sign === ',' ? ',' : '.';
});

/** The words that a language has for thousands and millions. */
const factorsIn = kept((tag) => {
  const words = new Set<string>();
  for (const compactDisplay of ['short', 'long'] as const) {
    const format = new Intl.NumberFormat(tag, {
      notation: 'compact',
      compactDisplay,
      minimumFractionDigits: 0,
      maximumFractionDigits: 1,
    });
    // Numbers of every plural that a language has.
    for (const first of [1, 1.5, 2, 5])
      for (let power = 3; power < 15; power++)
        for (const { type, value } of format.formatToParts(first * 10 ** power))
          if (type === 'compact')
            for (const word of clean(value).toLowerCase().split(' ')) words.add(word);
  }
  return words;
});

/** A currency that is multiplied: `T€`, `kEUR`. */
const multiplied = new RegExp(
  String.raw`^(?:[kmtb]\p{Sc}|(?:k|t|m|g|mio|mrd|tsd)\.?(?:euros?|dollars?|${codes})$)`,
  'iu',
);

/** Whether words before or after a number may multiply it. */
function multiplies(words: string, lang: string | undefined): boolean {
  if (!isLegible(words, lang) || multiplied.test(words)) return true;
  const found = words.toLowerCase().match(/[\p{L}\p{M}]+\.?/gu) ?? [];
  return found.some((word) => {
    const bare = word.replace('.', '');
    return (
      factors.test(bare) || [word, bare].some((one) => factorsIn(tagOf(lang) ?? 'en').has(one))
    );
  });
}

/** No number has more characters, with all that may stand round it. */
const longest = 300;

/** What a text can mean as a number; undefined if it is none. */
function readingOf(given: string, lang: string | undefined): Reading | undefined {
  if (given.length > longest) return undefined;
  if (/^\d{1,15}$/.test(given)) {
    const value = Number(given);
    return { point: value, comma: value, plain: true, unit: '', word: '' };
  }
  // Most numbers with decimals. Three of them could be thousands.
  const [, point, decimals = ''] = /^-?\d{1,9}([.,])(\d+)$/.exec(given) ?? [];
  if (point && decimals.length !== 3) {
    // Plus 0, so that "-0.0" is 0.
    const value = Number(given.replace(',', '.')) + 0;
    return {
      point: point === '.' ? value : undefined,
      comma: point === ',' ? value : undefined,
      plain: false,
      unit: '',
      word: '',
    };
  }
  let text = withoutFootnotes(clean(plainDigits(given)))
    .replace(/^[*†‡] ?/u, '')
    .replace(/[’ʼ`´_٬＇]/gu, "'")
    .replace(approximately, '');
  // Raised digits after a number are a footnote's, but not after a ten.
  if (/(?<!\d)10[⁰¹²³⁴-⁹]/u.test(text)) return undefined;
  text = text.replace(/(?<=\d)[⁰¹²³⁴-⁹]+$/u, '');
  const take = (pattern: RegExp): string => {
    const [found = ''] = pattern.exec(text) ?? [];
    text = text.slice(found.length);
    return found;
  };

  // Accountants write negative numbers in brackets.
  const [, inner] = /^\(([^()]*)\)$/.exec(text) ?? [];
  if (inner !== undefined) text = inner;
  const first = take(minus) || take(/^\+/);
  const before = take(unitBefore).trim();
  const second = first ? '' : take(minus);
  if (/\p{L}\.?\p{Sc}/u.test(before) && multiplies(before, lang)) return undefined;
  const negative = inner !== undefined || minus.test(first) || !!second;
  if (inner !== undefined && first + second) return undefined;

  // The Arabic decimal sign is no comma to anyone.
  const arabic = text.includes('٫');
  if (arabic) text = text.replace('٫', '.');
  const digits = take(digitsAndSigns);
  const after = unitAfter.exec(text.trim());
  if (!digits || !after || multiplies(after[0], lang)) return undefined;
  const [, sign = '', word = ''] = after;
  if (before && sign) return undefined;
  const percent = /^(?:[%٪]|per ?cent|prozent|procent|pct\.?)$/iu.test(before || sign || word);
  const value = (pattern: RegExp, groups: RegExp): number | undefined => {
    if (!pattern.test(digits)) return undefined;
    const number = Number(digits.replace(groups, '').replace(',', '.'));
    return Number.isFinite(number) ? (negative ? 0 - number : number) : undefined;
  };
  return {
    point: value(byPoint, /[,' ]/g),
    comma: arabic ? undefined : value(byComma, /[.' ]/g),
    plain: arabic || new Set(digits.match(/[.,]/g)).size === 2 || /([.,]).*\1/.test(digits),
    unit: percent ? '%' : before || sign || (currencyCode.test(word) ? word : ''),
    word: percent || currencyCode.test(word) ? '' : word,
  };
}

/** A number so that it has one meaning in every language. */
const unmistakable = (value: number): string => String(value).replace(/(\.\d{3})$/, '$10');

/**
 * Makes a reader for the numbers of one column. What one cell leaves open, the language or the other cells may say:
 * where one has a decimal point for certain, so have they all. Yields between texts.
 * @param texts all texts of the column
 */
export function* numberReader(
  texts: Iterable<string>,
  rules: NumberRules,
): Work<(text: string) => NumberRead> {
  const { lang, likely: [min, max] = [-Infinity, Infinity], share, byProgram } = rules;
  const readings = new Map<string, Reading | undefined>();
  const units = new Set<string>();
  const words = new Set<string>();
  let point = false;
  let comma = false;
  for (const text of new Set(texts)) {
    yield;
    if (saysNothing(clean(text))) continue;
    const reading = readingOf(text, lang);
    readings.set(text, reading);
    if (!reading) continue;
    units.add(reading.unit);
    if (reading.word) words.add(reading.word);
    point ||= reading.comma === undefined;
    comma ||= reading.point === undefined;
  }
  const [currency] = [...units].filter((unit) => unit && unit !== '%');
  // Of one word it need not be known what it is.
  const measures = new Map(
    words.size > 1 ? [...words].map((word) => [word, measureOf(word, lang)]) : [],
  );
  const [measured] = [...measures].filter(([, measure]) => measure);

  // Asked for only where a cell leaves it open.
  let sign: string | undefined | null = null;
  const usual = (): string | undefined => {
    if (sign !== null) return sign;
    let own = decimalSign(lang);
    if (byProgram && own === ',') own = undefined;
    // A column that contradicts itself, or an English page, leaves it open.
    sign = point && comma ? undefined : point ? '.' : comma ? (own === '.' ? undefined : ',') : own;
    return sign;
  };
  const within = (value: number | undefined): value is number =>
    value !== undefined && value >= min && value <= max;

  const meaningOf = (text: string): NumberRead => {
    if (saysNothing(clean(text)) || !clean(text)) return undefined;
    const reading = readings.has(text) ? readings.get(text) : readingOf(text, lang);
    if (!reading || (reading.point === undefined && reading.comma === undefined))
      return { refused: noNumber(text) };
    const { unit, plain, word } = reading;
    if (unit === '%' && !share && units.size > 1)
      return { refused: 'other numbers of the column have no %; write them all alike' };
    const measure = measures.get(word);
    if (measured && measure && measure !== measured[1])
      return { refused: `other numbers of the column are in ${measured[0]}; write them all alike` };
    if ((unit && unit !== '%' && unit !== currency) || (currency && word && !unit))
      return { refused: `other numbers of the column are in ${currency}; write them all alike` };
    let values = [...new Set([reading.point, reading.comma])].filter((one) => one !== undefined);
    const probable = values.filter(within);
    if (probable.length) values = probable;
    let [value] = values as [number];
    if (values.length > 1) {
      if (!usual())
        return {
          refused: `it can mean ${values.join(' or ')}; write ${values.map(unmistakable).join(' or ')}`,
        };
      value = usual() === ',' ? reading.comma! : reading.point!;
    } else if (
      reading.point === undefined &&
      !plain &&
      decimalSign(lang) === '.' &&
      !(isFinite(min) && within(value))
    ) {
      return {
        refused: `decimals have a point here; write ${unmistakable(value)} if that is meant`,
      };
    }
    return share && unit === '%' ? Number(`${value}e-2`) : value;
  };
  const known = new Map<string, NumberRead>();
  return (text) => {
    if (!known.has(text)) known.set(text, meaningOf(text));
    return known.get(text);
  };
}

/** What is wrong with a text that is no number. */
function noNumber(text: string): string {
  const plain = plainDigits(clean(text.slice(0, longest)));
  if (/\d\D{0,2}(?:[-‐-―−~/…]|\p{L}{1,4})\D{0,2}\d/u.test(plain))
    return 'that is more than one number; write one';
  if (/\d/.test(plain)) return 'write the number alone, in digits';
  return 'write a number in digits';
}
