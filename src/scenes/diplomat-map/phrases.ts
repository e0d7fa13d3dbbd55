import { fill, phrases, type Phrases } from '../../core/phrases.js';

/** What a map says of itself; give it in another language with `definePhrases`. */
export interface MapPhrases {
  mapCentred: string;
  mapOf: string;
  mapUntil: string;
  mapSum: string;
  mapInCountries: string;
  mapInPlaces: string;
  mapElsewhere: string;
  mapMost: string;
  mapNone: string;
  mapRinged: string;
  mapLines: string;
  mapHome: string;
  mapMissing: string;
}

declare module '../../core/phrases.js' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it adds members to the interface of core
  interface Phrases extends Partial<MapPhrases> {}
}

const english: MapPhrases = {
  mapCentred: 'Map centred on {home}.',
  mapOf: 'Map.',
  mapUntil: 'By {date}: {what}.',
  mapSum: '{what}.',
  mapInCountries: '{count} in {places} countries',
  mapInPlaces: '{count} in {places} places',
  mapElsewhere: '{what}, and {rest}',
  mapMost: '{what}; the most: {most}',
  mapNone: 'nobody is counted yet',
  mapRinged: 'Ringed: {names}.',
  mapLines: 'A straight line leads home from each place.',
  mapHome: 'All have come home.',
  mapMissing: 'The outlines of this map could not be loaded.',
};

/** A phrase in a language, filled in. */
export function say(
  lang: string | undefined,
  name: keyof MapPhrases,
  values: Readonly<Record<string, string>> = {},
): string {
  const known: Partial<Phrases> = phrases(lang);
  return fill(known[name] ?? english[name], values);
}
