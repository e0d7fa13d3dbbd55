import { isRefusal } from '../../core/cells.js';
import { readDay } from '../../core/dates.js';
import { exactSum } from '../../core/exact.js';
import { formatDate, formatList, formatNumber, language } from '../../core/numbers.js';
import { phrasebook } from '../phrasebook.js';
import { mapPhrases } from './phrases.js';
import type { MapState } from './scene.js';
import { readView, type Surroundings } from './views.js';

/** A phrase in a language, filled in. */
export const say = phrasebook(mapPhrases);

/** Says what a map shows in a state: who is where, and what is drawn between them and home. */
export function describe(
  row: MapState,
  all: Surroundings,
  lang: string | undefined,
  home: string,
  unit: string,
  /** What a mark stands for, in words; empty where that is one. */
  basis: string,
): string {
  const { places } = all;
  const { amounts, shown, ringed, lines, home: come } = readView(row, all);
  const there = places
    .map(({ name, at, country }, index) => {
      const count = amounts[index]!;
      return { at, country, count, words: `${name} ${formatNumber(count, lang)}` };
    })
    .filter(({ count }) => count)
    .sort((a, b) => b.count - a.count);
  const onMap = there.filter(({ at }) => at);
  const words = (items: typeof there): string[] => items.map((item) => item.words);

  let what = shown ? formatList(words(there), lang) : say(lang, 'mapNone');
  if (onMap.length > 3) {
    const sum = exactSum(onMap.map(({ count }) => count));
    const countries = onMap.every(({ country }) => country);
    const count = say(lang, countries ? 'mapInCountries' : 'mapInPlaces', {
      count: `${formatNumber(sum, lang)} ${unit}`.trim(),
      places: onMap.length,
    });
    const rest = formatList(words(there.filter(({ at }) => !at)), lang);
    what = say(lang, 'mapMost', {
      what: rest ? say(lang, 'mapElsewhere', { what: count, rest }) : count,
      most: formatList(words(onMap.slice(0, 3)), lang),
    });
  }
  const until = readDay(row.until, lang);
  const date = until && !isRefusal(until) && formatDate(until.iso, lang);
  const names = formatList(
    ringed.map((index) => places[index]!.name),
    lang,
  );
  return [
    say(lang, home ? 'mapCentred' : 'mapOf', { home }),
    date
      ? say(lang, 'mapUntil', { what, date })
      : say(lang, 'mapWords', { what: what[0]!.toLocaleUpperCase(language(lang)) + what.slice(1) }),
    names && say(lang, 'mapRinged', { names }),
    shown && come === 1 ? say(lang, 'mapHome') : shown && lines ? say(lang, 'mapLines') : '',
    basis,
  ]
    .filter(Boolean)
    .join(' ');
}
