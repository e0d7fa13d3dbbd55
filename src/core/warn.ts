const given = new Set<string>();

/** How many different messages of a kind are said of one element, and of all elements together. */
const mostOfElement = 10;
const mostOfAll = 100;

/** How often a kind of trouble was found, and how many of these were neither said nor counted aloud. */
interface Tally {
  found: number;
  untold: number;
  /** The number found at which the next count is said; it doubles, so that a flood says a few lines only. */
  next: number;
  telling: boolean;
}

const ofAll = new Map<string, Tally>();
const ofElement = new WeakMap<object, Map<string, Tally>>();

/**
 * Tells a developer once that something is wrong and what mends it; nothing is thrown. After some of a kind the others
 * are counted.
 * @param code short name of the kind of trouble, e.g. `unknown-step`
 * @param text a full sentence that names the thing, the value and the remedy
 * @param element passed to the console so that it can be clicked
 */
export function warn(code: string, text: string, element?: object): void {
  const key = `${code} ${text}`;
  if (given.has(key)) return;
  given.add(key);
  if (element) {
    let own = ofElement.get(element);
    if (!own) ofElement.set(element, (own = new Map<string, Tally>()));
    if (isCounted(own, code, mostOfElement, element)) return;
  }
  if (!isCounted(ofAll, code, mostOfAll)) say(code, text, element);
}

/** Counts a message; whether it is only counted because there were enough of its kind. */
function isCounted(
  tallies: Map<string, Tally>,
  code: string,
  most: number,
  element?: object,
): boolean {
  let tally = tallies.get(code);
  if (!tally) tallies.set(code, (tally = { found: 0, untold: 0, next: most + 1, telling: false }));
  tally.found++;
  if (tally.found <= most) return false;
  tally.untold++;
  if (tally.found < tally.next || tally.telling) return true;
  tally.telling = true;
  // What reads a table finds all that is wrong with it in one go, and then says one number.
  queueMicrotask(() => {
    say(code, `and ${tally.untold} more of this kind.`, element);
    Object.assign(tally, { untold: 0, next: tally.found * 2, telling: false });
  });
  return true;
}

function say(code: string, text: string, element?: object): void {
  console.warn(`communique [${code}]: ${text}`, ...(element ? [element] : []));
}

/** How many names a message lists. */
const mostNames = 20;

/** Lists names for a message: `"a", "b", "c"`; of many names the first, and how many more there are. */
export function quoted(names: Iterable<string>): string {
  const all = [...names];
  const listed = all.slice(0, mostNames).map((name) => `"${name}"`);
  if (all.length > mostNames) listed.push(`and ${all.length - mostNames} more`);
  return listed.join(', ') || 'none';
}

/** What is said to an author, by whoever reads what they wrote. A finished story leaves it out (embed/quiet.ts). */
export const authorMessage = (text: string): string => text;
