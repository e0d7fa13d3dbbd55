import type { Phrase } from '../../core/phrases.js';

declare module '../../core/phrases.js' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it adds members to the interface of core
  interface Phrases extends Partial<Record<keyof typeof mapPhrases, Phrase>> {}
}

/** What a map says of itself. */
export const mapPhrases = {
  mapOf: 'Map.',
  mapCentred: 'Map centred on {home}.',
  mapUntil: 'By {date}: {what}.',
  mapWords: '{what}.',
  /** `{count}` is a number with its unit. */
  mapInCountries: { one: '{count} in {places} country', other: '{count} in {places} countries' },
  mapInPlaces: { one: '{count} in {places} place', other: '{count} in {places} places' },
  mapElsewhere: '{what}, and {rest}',
  mapMost: '{what}; the most: {most}',
  mapNone: 'none counted yet',
  mapRinged: 'Ringed: {names}.',
  mapLines: 'A straight line leads from each place to the centre.',
  mapHome: 'All on the map are at the centre.',
  mapRest: '{count} more',
  mapMissing: 'The outlines of this map could not be loaded.',
};
