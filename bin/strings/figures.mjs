// Numbers in words: a translator may write 290,000 as 290 000, and may not make it 290.

/** A digit of any script as one of ours. */
function digitOf(sign) {
  const code = sign.codePointAt(0);
  // Digits of a script follow each other from 0.
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}

const number = /\d+(?:[.,٫٬'’\u00a0\u202f ]\d+)*/g;

/** How a number may be meant: what stands before three digits may part thousands or decimals. */
function readings(text) {
  const parts = text.split(/[^\d]/);
  const signs = text.replace(/\d/g, '');
  const trim = (digits) => digits.replace(/^0+(?=\d)/, '');
  const whole = trim(parts.join(''));
  if (parts.length === 1) return [whole];
  const last = parts.at(-1);
  const decimal = `${trim(parts.slice(0, -1).join(''))}.${last.replace(/0+$/, '')}`.replace(
    /\.$/,
    '',
  );
  const isGrouped = parts.slice(1).every(({ length }) => length === 3 || length === 2);
  // The same sign twice parts no decimals; nor does a space.
  const isDecimal = /[.,٫]/.test(signs.at(-1)) && signs.indexOf(signs.at(-1)) === signs.length - 1;
  const found = [
    ...(isGrouped && last.length === 3 ? [whole] : []),
    ...(isDecimal ? [decimal] : []),
  ];
  // Two numbers side by side.
  return found.length ? found : parts.map(trim);
}

/** The numbers of a text: each as it is written, and how it may be meant. */
export function figuresOf(text) {
  const plain = text.replace(/\p{Nd}/gu, digitOf);
  return [...plain.matchAll(number)].flatMap(([written]) => {
    const parted = readings(written);
    const sides = written.split(/[^\d]/);
    const isTwo =
      parted.length === sides.length &&
      sides.length > 1 &&
      parted.every((one) => !one.includes('.'));
    return isTwo
      ? parted.map((one) => ({ written: one, means: [one] }))
      : [{ written, means: parted }];
  });
}

/** Numbers in a translation that its source does not have. */
export function strangeFigures(source, target) {
  const known = new Set(figuresOf(source).flatMap(({ means }) => means));
  return figuresOf(target)
    .filter(({ means }) => !means.some((one) => known.has(one)))
    .map(({ written }) => written);
}
