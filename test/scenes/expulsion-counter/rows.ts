import { readTable, tableOf } from '../../../src/core/table.js';
import { scene, type CounterRow } from '../../../src/scenes/expulsion-counter/scene.js';

const members = 'FR4 DE4 PL4 CZ3 LT3 DK2 IT2 NL2 ES2 HR1 EE1 FI1 HU1 LV1 RO1 SE1'.split(' ');

/** The real rows: 60 of one country, 56 of seventeen, and two of a day later. */
export const march: readonly Record<string, unknown>[] = [
  { code: 'US', count: 60, group: 'US', tone: 'a', date: '2018-03-26' },
  { code: 'GB', count: 23, group: 'EU', tone: 'd', date: '2018-03-14' },
  ...members.map((text) => ({
    code: text.slice(0, 2),
    count: Number(text.slice(2)),
    group: 'EU',
    tone: 'c',
    date: '2018-03-26',
  })),
  { code: 'BE', count: 1, group: 'EU', tone: 'c', date: '2018-03-27' },
  { code: 'IE', count: 1, group: 'EU', tone: 'c', date: '2018-03-27' },
];

/** Rows as an element would read them. */
export const read = (rows: readonly unknown[]): readonly CounterRow[] =>
  readTable(tableOf(rows), scene.columns).rows;
