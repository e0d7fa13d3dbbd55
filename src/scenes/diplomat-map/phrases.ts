declare module '../../core/phrases.js' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it adds members to the interface of core
  interface Phrases extends Partial<typeof mapPhrases> {}
}

/** What a map says of itself. */
export const mapPhrases = {
  mapOf: 'Map.',
  mapCentred: 'Map centred on {home}.',
  mapUntil: 'By {date}: {what}.',
  mapInCountries: '{count} in {places} countries',
  mapInPlaces: '{count} in {places} places',
  mapElsewhere: '{what}, and {rest}',
  mapMost: '{what}; the most: {most}',
  mapNone: 'none counted yet',
  mapRinged: 'Ringed: {names}.',
  mapLines: 'A straight line leads from each place to the centre.',
  mapHome: 'All on the map are at the centre.',
  mapRest: '{count} more',
  mapMissing: 'The outlines of this map could not be loaded.',
};
