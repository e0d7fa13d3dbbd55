// British English without Intl, with which numbers.ts answers where it is asked for that.

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

export const formatNumber = (value: number): string => `${value}`.replace(/\B(?=(\d{3})+$)/g, ',');

export const formatKilometres = (value: number): string => `${formatNumber(value)} km`;

export function formatDate(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${+day!} ${months[+month! - 1]} ${year}`;
}

export const formatList = (items: readonly string[]): string =>
  [items.slice(0, -1).join(', '), ...items.slice(-1)].filter(Boolean).join(' and ');

export function formatClock(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export const pluralOf = (count: number): string => (count === 1 ? 'one' : 'other');

export const countryName = (code: string, _lang?: string, given?: string): string | undefined =>
  code && given;

export const compareNames = (a: string, b: string): number => +(a > b) - +(a < b);
