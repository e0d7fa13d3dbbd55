import { splitOutsideQuotes } from '../../core/lists.js';
import { isRefusal } from '../../core/cells.js';
import { readDay } from '../../core/dates.js';
import { compareNames, countryName } from '../../core/numbers.js';
import type { Columns, Row } from '../../core/table.js';
import { quoted, said } from '../../core/warn.js';
import { tooManyMarks } from '../counted.js';

/** The columns of the data: one row for everyone who counted some people. */
export const columns = {
  /** Who counted, if it is no country, or has no code. Every row needs a name or a code. */
  name: { also: ['country', 'place'], heads: true },
  /** A country by its ISO code of two letters; it is named in the language of the page. */
  code: { also: ['code_alpha2', 'iso'] },
  /** How many people: a whole number from 0 to 2000. */
  count: { type: 'count', required: true, adds: true, also: ['expelled', 'number'] },
  /** What the row is added up with. */
  group: {},
  /** Colour: `a` to `d`, or `e`, a neutral grey; `c` if empty. */
  tone: {},
  /** The day, as `2018-03-26` or as the page's language writes it; compared with `until`. A month or a year counts once it is over. */
  date: { type: 'date', also: ['announced'] },
  /** Place among the rows, the smallest first; those without come last, the largest count first. */
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
  /** The last day that counts, as it was written; empty for no end. */
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
 * inside a name to show is part of it; semicolons separate as well, and quotes protect what is in them.
 */
export function readGroups(text: string): NamedGroup[] {
  const parts = splitOutsideQuotes(
    text,
    text.includes('=') ? /[;؛]|[,،](?=[^,،;؛=]+=)/u : /[,،;؛]/u,
  );
  return parts.flatMap((part) => {
    const [value = '', ...name] = splitOutsideQuotes(part, /=/);
    return value ? [{ value, name: name.join('=') }] : [];
  });
}

/** Adds the rows up: those of the chosen groups, until the chosen day, the largest first. */
export function addUp(rows: readonly Row<typeof columns>[], choice: Choice): Sum {
  const { language } = choice;
  const problems: string[] = [];
  const until = readDay(choice.until, language);
  if (isRefusal(until)) problems.push(said(`until is "${choice.until}"; ${until.refused}`));
  const values = [...new Set(rows.map(({ group }) => group))];
  const chosen = choice.groups.length
    ? choice.groups
    : values.map((value) => ({ value, name: '' }));
  for (const { value } of chosen)
    if (rows.length && !values.includes(value))
      problems.push(said(`no row is of the group "${value}"; the groups are ${quoted(values)}`));

  const entries = rows
    .filter(({ date }) => !until || isRefusal(until) || !date || date.last <= until.last)
    .flatMap(({ name: given, code, count = 0, group, tone: asked, order = Infinity }) => {
      const known = countryName(code, language, given);
      const name = known ?? (given || code);
      const tone = /^[a-e]$/.test(asked) ? asked : 'c';
      if (code && !known)
        problems.push(said(`code "${code}" is unknown; write an ISO code, or none`));
      if (asked && asked !== tone)
        problems.push(said(`tone "${asked}" is unknown; write a letter from a to e`));
      if (!name)
        problems.push(
          said(`a row with the count ${count} has neither a name nor a code; write one`),
        );
      const keys = [code, given, name].filter(Boolean).map((key) => key.toLowerCase());
      const remedy = tooManyMarks(count);
      if (name && remedy) problems.push(said(`${name}: ${remedy}`));
      return name && !remedy ? [{ name, keys, count, group, tone, order }] : [];
    })
    .sort(
      (a, b) =>
        (a.order === b.order ? 0 : a.order - b.order) ||
        b.count - a.count ||
        compareNames(a.name, b.name, language),
    );

  const taken = chosen.filter(({ value }) => entries.some(({ group }) => group === value));
  const placed = entries
    .map((entry) => ({ ...entry, group: taken.findIndex(({ value }) => value === entry.group) }))
    .filter(({ group }) => group >= 0);
  const total = addAll(placed, ({ count }) => count);
  // Where there are too many people to draw, every row and every group gives up the same share of its marks.
  const share = Math.min(1, choice.most / Math.max(1, total));
  const sums = taken.map(() => 0);
  const items = placed.map((entry): Item => {
    const before = sums[entry.group]!;
    const after = (sums[entry.group] = before + entry.count);
    const first = Math.floor(before * share);
    return { ...entry, before, first, drawn: Math.floor(after * share) - first };
  });
  const groups = taken.map(({ value, name }, index): Group => {
    const own = items.filter(({ group }) => group === index);
    const people = (of: string): number =>
      addAll(own, ({ tone, count }) => (tone === of ? count : 0));
    return {
      name: name || (own.length === 1 ? own[0]!.name : value),
      tone: own.map(({ tone }) => tone).reduce((a, b) => (people(b) > people(a) ? b : a)),
      total: sums[index]!,
      drawn: addAll(own, ({ drawn }) => drawn),
      items: own,
    };
  });
  return { items, groups, total, drawn: addAll(items, ({ drawn }) => drawn), problems };
}

export function addAll<T>(list: readonly T[], value: (item: T) => number): number {
  return list.reduce((sum, item) => sum + value(item), 0);
}
