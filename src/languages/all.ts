import type { Language } from './en.js';

/** The languages that there are, each in a file of its own. */
export const languages: Readonly<Record<string, () => Promise<{ default: Language }>>> = {
  ar: () => import('./ar.js'),
  cs: () => import('./cs.js'),
  da: () => import('./da.js'),
  de: () => import('./de.js'),
  el: () => import('./el.js'),
  es: () => import('./es.js'),
  fi: () => import('./fi.js'),
  fr: () => import('./fr.js'),
  he: () => import('./he.js'),
  hi: () => import('./hi.js'),
  hu: () => import('./hu.js'),
  it: () => import('./it.js'),
  ja: () => import('./ja.js'),
  ko: () => import('./ko.js'),
  nb: () => import('./nb.js'),
  nl: () => import('./nl.js'),
  pl: () => import('./pl.js'),
  pt: () => import('./pt.js'),
  'pt-BR': () => import('./pt-BR.js'),
  ro: () => import('./ro.js'),
  ru: () => import('./ru.js'),
  sv: () => import('./sv.js'),
  tr: () => import('./tr.js'),
  uk: () => import('./uk.js'),
  'zh-Hans': () => import('./zh-Hans.js'),
  'zh-Hant': () => import('./zh-Hant.js'),
};

/** Tags that are content with another's: Chinese goes by its script, which follows from the region. */
const others: Readonly<Record<string, string>> = {
  iw: 'he',
  nn: 'nb',
  no: 'nb',
  zh: 'zh-Hans',
  'zh-hk': 'zh-Hant',
  'zh-mo': 'zh-Hant',
  'zh-tw': 'zh-Hant',
};

const names = new Map([
  ...Object.keys(languages).map((name) => [name.toLowerCase(), name] as const),
  ...Object.entries(others),
]);

/**
 * Finds the language that comes nearest to one that is asked for.
 * @param tags in small letters, the best first
 * @returns the tag that it is found by, and its name in `languages`; undefined if there is none
 */
export function findLanguage(tags: readonly string[]): readonly [string, string] | undefined {
  const tag = tags.find((one) => names.has(one));
  return tag === undefined ? undefined : [tag, names.get(tag)!];
}
