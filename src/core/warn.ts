const given = new Set<string>();

/**
 * Tells a developer once that something is wrong and what mends it; nothing is thrown.
 * @param code short name of the kind of trouble, e.g. `unknown-step`
 * @param text a full sentence that names the thing, the value and the remedy
 * @param element passed to the console so that it can be clicked
 */
export function warn(code: string, text: string, element?: object): void {
  const key = `${code} ${text}`;
  if (given.has(key)) return;
  given.add(key);
  console.warn(`communique [${code}]: ${text}`, ...(element ? [element] : []));
}

/** Lists names for a message: `"a", "b" and "c"`. */
export const quoted = (names: Iterable<string>): string =>
  [...names].map((name) => `"${name}"`).join(', ') || 'none';

/** What is said to an author, by whoever reads what they wrote. A finished story leaves it out (embed/quiet.ts). */
export const said = (text: string): string => text;
