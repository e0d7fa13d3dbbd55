/** The page's address without its fragment. Never relative, which `<base href>` would change. */
export const pageAddress = (): string => location.href.replace(/#.*/s, '');

/**
 * The fragment that leads to a step of a story; undefined for a name or an id that no address can hold, which is one with
 * half of a surrogate pair.
 */
export function fragmentOf(name: string, id: string): string | undefined {
  try {
    return `#${encodeURIComponent(name)}/${encodeURIComponent(id).replaceAll('%2F', '/')}`;
  } catch {
    return undefined;
  }
}

/** Text without its escapes; what is none, such as the sign in `100%`, stays as it is. */
const decoded = (text: string): string =>
  text.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });

/**
 * The ids that a fragment may mean in the story of a name, the likeliest first: without its escapes, and as it is.
 * Empty if it does not name the story.
 */
export function idsIn(hash: string, name: string): string[] {
  // A browser that does not know text fragments leaves them in.
  const fragment = hash.slice(1).replace(/:~:.*/s, '');
  // The name itself may have slashes, written as they are or escaped.
  for (let at = fragment.indexOf('/'); at >= 0; at = fragment.indexOf('/', at + 1))
    if (name && decoded(fragment.slice(0, at)).normalize() === name.normalize()) {
      const id = fragment.slice(at + 1);
      return [decoded(id).normalize(), id.normalize()];
    }
  return [];
}
