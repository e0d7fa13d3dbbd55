/** Makes a function of a language that works once for each: what Intl makes is costly to make and cheap to keep. */
export function kept<T>(make: (tag: string) => T): (tag: string) => T {
  const all = new Map<string, T>();
  return (tag) => {
    if (!all.has(tag)) all.set(tag, make(tag));
    return all.get(tag)!;
  };
}
