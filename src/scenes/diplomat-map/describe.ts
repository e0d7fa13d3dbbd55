import { formatDate, formatList, formatNumber, language } from '../../core/numbers.js';
import { say } from './phrases.js';
import type { MapState } from './places.js';
import { countUntil, select, type Surroundings } from './views.js';

/** Says what a map shows in a state: who is where, and what is drawn between them and home. */
export function describe(row: MapState, all: Surroundings, home: string, unit: string): string {
  const { places, units, language: lang } = all;
  const shown = countUntil(row, all);
  const counts = new Map<number, number>();
  for (const { place } of units.slice(0, shown)) counts.set(place, (counts.get(place) ?? 0) + 1);
  const named = (index: number): string =>
    `${places[index]!.name} ${formatNumber(counts.get(index)!, lang)}`;
  const onMap = [...counts.keys()]
    .filter((index) => places[index]!.at)
    .sort((a, b) => counts.get(b)! - counts.get(a)!);
  const elsewhere = [...counts.keys()].filter((index) => !places[index]!.at);
  const sum = onMap.reduce((total, index) => total + counts.get(index)!, 0);
  const countries = onMap.every((index) => places[index]!.country);

  let what = say(lang, countries ? 'mapInCountries' : 'mapInPlaces', {
    count: `${formatNumber(sum, lang)} ${unit}`.trim(),
    places: formatNumber(onMap.length, lang),
  });
  if (onMap.length === 1) what = named(onMap[0]!);
  if (elsewhere.length) {
    const rest = formatList(elsewhere.map(named), lang);
    what = onMap.length ? say(lang, 'mapElsewhere', { what, rest }) : rest;
  }
  if (onMap.length > 3) {
    const most = formatList(onMap.slice(0, 3).map(named), lang);
    what = say(lang, 'mapMost', { what, most });
  }
  if (!shown) what = say(lang, 'mapNone');

  const ringed = select(row, row.ring, all).map((index) => places[index]!.name);
  const date = /^\d/.test(row.until) ? formatDate(row.until, lang) : '';
  const isHome = (row.home ?? 0) >= 1;
  return [
    home ? say(lang, 'mapCentred', { home }) : say(lang, 'mapOf'),
    sentence(say(lang, date ? 'mapUntil' : 'mapSum', { what, date }), lang),
    ringed.length ? say(lang, 'mapRinged', { names: formatList(ringed, lang) }) : '',
    shown && row.lines && !isHome ? say(lang, 'mapLines') : '',
    shown && isHome ? say(lang, 'mapHome') : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const sentence = (text: string, lang: string | undefined): string =>
  text.charAt(0).toLocaleUpperCase(language(lang)) + text.slice(1);
