/** Letters that look like others, so that a text can still be read. */
const accented: Readonly<Record<string, string>> = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, at) => [
    letter,
    [...'åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ'][at]!,
  ]),
);

const vowels = /[aeiouAEIOU]/g;

/** How much longer a text becomes: German and Finnish are that much longer than English. */
const longer = 0.4;

/** Doubles vowels until a text is so much longer; where that is not enough, marks are added at its end. */
function stretch(text: string): string {
  let missing = Math.ceil([...text.replace(/\s/g, '')].length * longer);
  const doubled = text.replace(vowels, (vowel) => (missing-- > 0 ? vowel + vowel : vowel));
  return doubled + '~'.repeat(Math.max(0, missing));
}

/**
 * A text as a language that does not exist would have it: 40 % longer and with accents, to find what is too narrow and
 * what was never translated. `{name}` stays as it is.
 * @param mirrored from right to left, as Arabic is, with the same letters
 */
export const pseudo = (text: string, mirrored = false): string =>
  text
    .split(/(\{\w+\})/)
    .map((part, at) => {
      if (at % 2 || !/\p{L}/u.test(part)) return part;
      const [, before = '', words = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(part)!;
      const changed = stretch(words).replace(/[a-zA-Z]/g, (letter) => accented[letter]!);
      // Each word by itself, so that a line breaks as it does in Arabic: the later words below.
      return before + (mirrored ? changed.replace(/\S+/g, '\u202e$&\u202c') : changed) + after;
    })
    .join('');
