import { parliament } from './counter-parliament.js';

/** Where the capitals of the member states are, in whole tenths of a degree: latitude, longitude. */
const capitals: Readonly<Record<string, readonly [lat: number, lon: number]>> = {
  AT: [48.2, 16.4],
  BE: [50.8, 4.4],
  BG: [42.7, 23.3],
  CY: [35.2, 33.4],
  CZ: [50.1, 14.4],
  DE: [52.5, 13.4],
  DK: [55.7, 12.6],
  EE: [59.4, 24.8],
  ES: [40.4, -3.7],
  FI: [60.2, 24.9],
  FR: [48.9, 2.4],
  GR: [38, 23.7],
  HR: [45.8, 16],
  HU: [47.5, 19],
  IE: [53.3, -6.3],
  IT: [41.9, 12.5],
  LT: [54.7, 25.3],
  LU: [49.6, 6.1],
  LV: [56.9, 24.1],
  MT: [35.9, 14.5],
  NL: [52.4, 4.9],
  PL: [52.2, 21],
  PT: [38.7, -9.1],
  RO: [44.4, 26.1],
  SE: [59.3, 18.1],
  SI: [46.1, 14.5],
  SK: [48.1, 17.1],
};

/** The members of the European Parliament at the capitals of their countries. */
export const members = parliament.map(({ code, count, tone }) => {
  const [lat, lon] = capitals[code]!;
  return { code, count, tone, lat, lon };
});

/** Where they sit, as the attribute `centre` has it. */
export const strasbourg = '48.6, 7.8';
