// What a person writes into a cell, reduced to what it says.

/** Marks that are not seen: soft hyphens, zero-width characters, and the direction marks that Intl writes, too. */
const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** What most cells are: nothing that any of these functions would change. */
const isPlain = (text: string): boolean => /^(?:[!-~]+(?: [!-~]+)*)?$/.test(text);

/** A text without invisible marks, its white space (any kind of it) folded to single spaces. */
export const clean = (text: string): string =>
  isPlain(text) ? text : text.replace(invisible, '').replace(/\s+/gu, ' ').trim();

/** A text with the decimal digits of any script, and their full-width signs, as ASCII. */
export const plainDigits = (text: string): string =>
  isPlain(text)
    ? text
    : text
        .replace(/[^\P{Nd}\d]/gu, (digit) => String(digitValue(digit)))
        .replace(/[，．％－＋]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

// The decimal digits of a script stand in runs of ten, some of them end to end, so the value is the distance to
// the start of them all.
function digitValue(digit: string): number {
  let code = digit.codePointAt(0)!;
  const end = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - 1))) code--;
  return (end - code) % 10;
}

const reference = String.raw`\[(?:\d{1,3}|\p{L}{1,2}|[*†‡]{1,3}|(?:note|nb|n|fn|anm\.?) ?\d+)\]`;

/** References and marks of footnotes at the end of a text: `[1]`, `[a]`, `[note 2]`, `*`, `†`, `‡`. */
const footnotes = new RegExp(
  String.raw`(?<=.)(?:\s*(?:${reference}|(?<![*†‡§¶])[*†‡§¶]{1,3}))+$`,
  'iu',
);

/** A text without the footnote marks at its end. */
export const withoutFootnotes = (text: string): string =>
  /[\]*†‡§¶]$/u.test(text) ? text.replace(footnotes, '') : text;

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const subscripts = '₀₁₂₃₄₅₆₇₈₉';

/** Digits as superscripts or subscripts, so that they do not run into the number before them. */
export const raised = (text: string, low = false): string =>
  text.replace(/\d/g, (digit) => (low ? subscripts : superscripts)[Number(digit)]!);

/** Whether a cell says in so many signs that there is nothing to say: dashes, dots, "n/a". */
export const saysNothing = (text: string): boolean =>
  /^(?:[-‐-―−]+|[.…·?]+|#?n ?[./]? ?[ad]\.?|k\. ?a\.|o\. ?a\.|s[./] ?d\.?|b\.d\.|н[./] ?д\.?|null|nan|not available|no data|keine angaben?)$/iu.test(
    text,
  );
