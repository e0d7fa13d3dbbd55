// Stands for the readers of src/core in what is built of a finished story (rollup.config.mjs), whose data are its own: numbers
// are numbers, days are ISO, and no tables and files are read.
import type { Content } from '../core/content.js';
import type { Point } from '../core/coordinates.js';
import type { Day } from '../core/dates.js';

export const isRefusal = (): boolean => false;

export const machineNumber = (text: string): number => (text.trim() ? Number(text) : NaN);

export const numberReader = (): ((text: string) => number | undefined) => machineNumber;

export const reach = { latitude: 90, longitude: 180 };

export const isOnEarth = (): boolean => true;

export const readCoordinate = (): undefined => undefined;

export function readPoint(text: string): Point {
  const [lat, lon] = text.split(',').map(Number) as [number, number];
  return { lat, lon };
}

export const readDay = (iso: string): Day | undefined =>
  iso ? { iso, last: iso, time: 0 } : undefined;

export const someDay = undefined;

export const dayOfDate = (): string => '';

export const compareDays = (a: Day, b: Day): number => +(a.last > b.last) - +(a.last < b.last);

export const totalsOf = (): [] => [];

export const findContent = (): Content => ({
  data: [],
  states: undefined,
  dataProblems: [],
  stateProblems: [],
});

export const readHolder = (): void => {};

export const fetchTable = (): void => {};
