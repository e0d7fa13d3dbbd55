import { language } from './numbers.js';

/** Makes a function of a language that works once for each: what Intl makes is costly to make and cheap to keep. */
export function kept<T>(make: (tag: string) => T): (tag: string) => T {
  const all = new Map<string, T>();
  return (tag) => {
    if (!all.has(tag)) all.set(tag, make(tag));
    return all.get(tag)!;
  };
}

const canonical = kept((lang) => language(lang) ?? '');

/** The tag of a language as Intl has it; undefined for none, or for one that is none. */
export const tagOf = (lang: string | undefined): string | undefined =>
  canonical(lang ?? '') || undefined;
