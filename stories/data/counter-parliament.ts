/**
 * Seats of each member state in the European Parliament, 2024 to 2029: European Council Decision (EU) 2023/2061 of
 * 22 September 2023, Article 3.
 */
const seats = {
  DE: 96,
  FR: 81,
  IT: 76,
  ES: 61,
  PL: 53,
  RO: 33,
  NL: 31,
  BE: 22,
  CZ: 21,
  GR: 21,
  HU: 21,
  PT: 21,
  SE: 21,
  AT: 20,
  BG: 17,
  DK: 15,
  FI: 15,
  SK: 15,
  IE: 14,
  HR: 12,
  LT: 11,
  LV: 9,
  SI: 9,
  EE: 7,
  CY: 6,
  LU: 6,
  MT: 6,
};

/** One row a member state, named by its code alone; the largest six are a group of their own. */
export const parliament = Object.entries(seats).map(([code, count], index) => ({
  code,
  count,
  group: index < 6 ? 'large' : 'small',
  tone: index < 6 ? 'a' : 'b',
}));
