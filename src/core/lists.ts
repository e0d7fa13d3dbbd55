// No opening sign inside: of many without an end each would be followed to the end of the text.
const quotes = /"[^"]*"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|「[^「」]*」/gu;

/**
 * Splits a text at a separator wherever that is not inside quotes, and takes the quotes away from parts that they
 * enclose.
 */
export function splitOutsideQuotes(text: string, separator: RegExp): string[] {
  const masked = text.replace(quotes, (quoted) => '"'.repeat(quoted.length));
  const parts: string[] = [];
  let from = 0;
  for (const { index, 0: found } of masked.matchAll(new RegExp(separator, 'gu'))) {
    parts.push(text.slice(from, index));
    from = index + found.length;
  }
  return [...parts, text.slice(from)].map(unquote);
}

function unquote(part: string): string {
  const text = part.trim();
  const [quoted] = text.match(quotes) ?? [];
  return quoted === text ? text.slice(1, -1).trim() : text;
}

/** Reads a list of names: separated by commas or semicolons; quotes protect those in a name. */
export const splitList = (text: string): string[] =>
  text.trim() ? splitOutsideQuotes(text, /[,;،؛、，；]/u) : [];

/** Writes a list so that `splitList` reads the same names. */
export const joinList = (items: readonly string[]): string =>
  items
    .map((item) => (/[,;،؛、，；]/u.test(item) ? `"${item.replaceAll('"', '')}"` : item))
    .join(', ');
