// What the command says: to a terminal, which obeys control characters, and to a person, who reads so many names and no more.
import { distance } from 'fastest-levenshtein';

/** An error that the user can mend: its message says how, and nothing else is shown. */
export const refusal = (message) => Object.assign(new Error(message), { remedy: true });

/** Control characters, what turns text round or is not seen, and halves of characters; joiners are part of words. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/gu;

/** Text as a terminal can be given it. */
export const printable = (text) =>
  text.replace(unprintable, (sign) => `\\u{${sign.codePointAt(0).toString(16)}}`);

const longest = 80;
const mostNames = 20;

/** A text that is cut where it is long. */
export const clip = (text, length = longest) =>
  text.length > length ? `${text.slice(0, length)}…` : text;

/**
 * Lists names for a message: `"a", "b"`; the first of many.
 * @param names an array or a set
 */
export function quoted(names) {
  const listed = [];
  for (const name of names) {
    if (listed.length === mostNames) {
      listed.push(`and ${(names.size ?? names.length) - mostNames} more`);
      break;
    }
    listed.push(`"${clip(name)}"`);
  }
  return listed.join(', ') || 'none';
}

/** The name that was likely meant: one that differs in a letter or a few. */
export function meant(given, names) {
  const most = given.length < 5 ? 1 : given.length < 12 ? 2 : 3;
  let found;
  let least = most + 1;
  for (const name of names) {
    if (Math.abs(name.length - given.length) > most) continue;
    const changes = distance(given, name);
    if (changes < least) [found, least] = [name, changes];
  }
  return found;
}
