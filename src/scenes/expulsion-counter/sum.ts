import { countryName } from '../../core/numbers.js';
import type { Columns, Row } from '../../core/table.js';
import { quoted } from '../../core/warn.js';

/** The columns of the data: one row for everyone who counted some people. */
export const columns = {
  name: { also: ['country', 'place'] },
  code: { also: ['code_alpha2', 'iso'] },
  count: { type: 'count', required: true, also: ['expelled', 'number'] },
  group: {},
  tone: {},
  date: { also: ['announced'] },
  order: { type: 'number' },
} as const satisfies Columns;

/** One row of the picture. */
export interface Item {
  readonly name: string;
  /** What else it may be called in the data: code and given name, in lower case. */
  readonly keys: readonly string[];
  readonly count: number;
  readonly tone: string;
  /** Index of its group. */
  readonly group: number;
  /** People of its group that stand before its own. */
  readonly before: number;
  /** How many of its people have a mark: all, unless there are too many to draw. */
  readonly drawn: number;
  /** Index of its first mark among all marks of its group. */
  readonly first: number;
}

/** Rows that are added up. */
export interface Group {
  readonly name: string;
  readonly tone: string;
  readonly total: number;
  readonly drawn: number;
  readonly items: readonly Item[];
}

export interface Sum {
  /** All rows, the largest first. */
  readonly items: readonly Item[];
  readonly groups: readonly Group[];
  /** People, and how many of them have a mark. */
  readonly total: number;
  readonly drawn: number;
  /** A sentence for everything in the data that could not be taken as it is. */
  readonly problems: readonly string[];
}

export interface Choice {
  /** The groups to draw and their names, in order; empty for all. */
  readonly groups: readonly NamedGroup[];
  /** The last day that counts, as an ISO date; empty for no end. */
  readonly until: string;
  readonly language: string | undefined;
  /** The most marks that can be drawn. */
  readonly most: number;
}

export interface NamedGroup {
  readonly value: string;
  /** Empty for a name from the data. */
  readonly name: string;
}

/**
 * Reads a list of groups: `US, EU`, or with names to show `US=United States, EU=European Union, added up`. A comma
 * inside a name is part of it; semicolons part as well and leave no doubt.
 */
export function readGroups(text: string): NamedGroup[] {
  const parts = text.split(text.includes('=') ? /[;؛]|[,،](?=[^,،;؛=]+=)/u : /[,،;؛]/u);
  return parts.flatMap((part) => {
    const [value = '', ...name] = part.split('=');
    return value.trim() ? [{ value: value.trim(), name: name.join('=').trim() }] : [];
  });
}

/** Adds the rows up: those of the chosen groups, until the chosen day, the largest first. */
export function addUp(rows: readonly Row<typeof columns>[], choice: Choice): Sum {
  const { until, language } = choice;
  const problems: string[] = [];
  const entries = rows
    .filter(({ date }) => !until || !date || date <= until)
    .flatMap(({ name, code, count = 0, group, tone, order = Infinity }) => {
      const known = countryName(code, language);
      if (code && !known)
        problems.push(
          `code "${code}" is no country that this browser can name; write an ISO 3166 code of two letters, or leave it empty and write a name`,
        );
      if (tone && !/^[a-d]$/.test(tone))
        problems.push(`tone "${tone}" is unknown; write a, b, c or d`);
      const shown = known ?? (name || code);
      if (!shown)
        problems.push(`a row with the count ${count} has neither a name nor a code; write one`);
      const keys = [code, name, shown].filter(Boolean).map((key) => key.toLowerCase());
      const safe = /^[a-d]$/.test(tone) ? tone : 'c';
      return shown ? [{ name: shown, keys, count, group, tone: safe, order }] : [];
    })
    .sort(
      (a, b) =>
        (a.order === b.order ? 0 : a.order - b.order) ||
        b.count - a.count ||
        a.name.localeCompare(b.name, language),
    );

  const values = [...new Set(rows.map(({ group }) => group))];
  const chosen = choice.groups.length
    ? choice.groups
    : values.map((value) => ({ value, name: '' }));
  for (const { value } of chosen)
    if (rows.length && !values.includes(value))
      problems.push(`no row is of the group "${value}"; the groups are ${quoted(values)}`);

  const taken = chosen.filter(({ value }) => entries.some(({ group }) => group === value));
  const total = addAll(
    entries.filter(({ group }) => taken.some(({ value }) => value === group)),
    ({ count }) => count,
  );
  // Where there are too many people to draw, every row and every group gives up the same share of its marks.
  const share = Math.min(1, choice.most / Math.max(1, total));
  const sums = taken.map(() => 0);
  const items = entries.flatMap(({ name, keys, count, tone, group: value }): Item[] => {
    const group = taken.findIndex((named) => named.value === value);
    if (group < 0) return [];
    const before = sums[group]!;
    const after = (sums[group] = before + count);
    const first = Math.floor(before * share);
    const drawn = Math.floor(after * share) - first;
    return [{ name, keys, count, tone, group, before, first, drawn }];
  });
  const groups = taken.map(({ value, name }, index): Group => {
    const own = items.filter(({ group }) => group === index);
    return {
      name: name || (own.length === 1 ? own[0]!.name : value),
      tone: commonest(own),
      total: sums[index]!,
      drawn: Math.floor(sums[index]! * share),
      items: own,
    };
  });
  return {
    items,
    groups,
    total,
    drawn: addAll(items, ({ drawn }) => drawn),
    problems,
  };
}

export function addAll<T>(list: readonly T[], value: (item: T) => number): number {
  return list.reduce((sum, item) => sum + value(item), 0);
}

/** The tone that most people of a group have. */
function commonest(items: readonly Item[]): string {
  const counts = new Map<string, number>();
  for (const { tone, count } of items) counts.set(tone, (counts.get(tone) ?? 0) + count);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}
