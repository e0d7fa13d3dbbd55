import { isRefusal } from '../../core/cells.js';
import { readDay } from '../../core/dates.js';
import { exactSum } from '../../core/exact.js';
import { splitOutsideQuotes } from '../../core/lists.js';
import { compareNames, countryName } from '../../core/numbers.js';
import { times } from '../../core/times.js';
import { quoted, authorMessage } from '../../core/warn.js';
import type { CounterRow } from './scene.js';

/** One row of the picture. */
export interface Item {
  readonly name: string;
  /** What else it may be called in the data: code and given name, in lower case. */
  readonly keys: readonly string[];
  readonly count: number;
  /** How many rows of the data it stands for. */
  readonly rows: number;
  readonly tone: string;
  /** Index of its group. */
  readonly group: number;
  /** How much of its group stands before it. */
  readonly before: number;
}

/** Rows that are added up. */
export interface Group {
  readonly name: string;
  readonly tone: string;
  readonly total: number;
  readonly items: readonly Item[];
}

export interface Sum {
  /** All rows, the largest first. */
  readonly items: readonly Item[];
  readonly groups: readonly Group[];
  readonly total: number;
}

/** Rows that were understood. */
export interface Entries {
  /** By the group that each belongs to, in the order of the groups. */
  readonly entries: readonly Entry[];
  readonly groups: readonly NamedGroup[];
  /** A sentence for everything in the data that could not be taken as it is. */
  readonly problems: readonly string[];
}

type Entry = Omit<Item, 'before'> & { readonly order: number };

export interface Choice {
  /** The groups to draw and their names, in order; empty for all. */
  readonly groups: readonly NamedGroup[];
  /** The last day that counts, as it was written; empty for no end. */
  readonly until: string;
  readonly language: string | undefined;
  /** Whether what is counted is whole, as people are. */
  readonly whole: boolean;
}

export interface Fold {
  /** The most groups; the smallest of more become one. */
  readonly groups: number;
  /** The most rows; the smallest of more become one in each group. */
  readonly rows: number;
  /** Names of rows that stay whatever their size, in lower case. */
  readonly kept: ReadonlySet<string>;
  /** What stands for so many others. */
  readonly rest: (count: number) => string;
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
  const groups = new Map<string, NamedGroup>();
  for (const part of parts) {
    const [value = '', ...name] = splitOutsideQuotes(part, /=/);
    // A group that is named twice is drawn once.
    if (value && !groups.has(value)) groups.set(value, { value, name: name.join('=') });
  }
  return [...groups.values()];
}

/** Understands rows: those of the chosen groups, until the chosen day, the largest first. */
export function readEntries(rows: readonly CounterRow[], choice: Choice): Entries {
  const { language, whole } = choice;
  const problems: string[] = [];
  const until = readDay(choice.until, language);
  if (isRefusal(until))
    problems.push(authorMessage(`until is "${choice.until}"; ${until.refused}`));
  const values = new Set(rows.map(({ group }) => group));
  const chosen = choice.groups.length
    ? choice.groups
    : [...values].map((value) => ({ value, name: '' }));
  for (const { value } of chosen)
    if (rows.length && !values.has(value))
      problems.push(
        authorMessage(`no row is of the group "${value}"; the groups are ${quoted(values)}`),
      );

  const found = rows
    .filter(({ date }) => !until || isRefusal(until) || !date || date.last <= until.last)
    .flatMap(({ name: given, code, count = 0, group, tone, order = Infinity }) => {
      const known = countryName(code, language, given);
      const name = known ?? (given || code);
      if (code && !known)
        problems.push(authorMessage(`code "${code}" is unknown; write an ISO code, or none`));
      if (!name)
        problems.push(
          authorMessage(`a row with the count ${count} has neither a name nor a code; write one`),
        );
      if (whole && !Number.isInteger(count))
        problems.push(
          authorMessage(
            `the count of "${name}" is ${count}, and people are whole; mend it, or set mark="dot" or mark="square" for what is not people`,
          ),
        );
      const keys = [code, given, name].filter(Boolean).map((key) => key.toLowerCase());
      return name ? [{ name, keys, count, rows: 1, group, tone: tone || 'c', order }] : [];
    })
    .sort(
      (a, b) =>
        (a.order === b.order ? 0 : a.order - b.order) ||
        b.count - a.count ||
        compareNames(a.name, b.name, language),
    );

  const there = new Set(found.map(({ group }) => group));
  const groups = chosen.filter(({ value }) => there.has(value));
  const places = new Map(groups.map(({ value }, at) => [value, at]));
  const entries = found.flatMap((entry) => {
    const group = places.get(entry.group);
    return group === undefined ? [] : { ...entry, group };
  });
  return { entries, groups, problems };
}

/** Adds rows up. Where there are more rows or groups than can be told apart, the smallest are added up in one. */
export function addUp({ entries, groups }: Entries, fold: Fold): Sum {
  const [named, grouped] = foldGroups(groups, entries, fold);
  const own: Item[][] = named.map(() => []);
  const sums = named.map(() => 0);
  const items = foldRows(grouped, named.length, fold).map((entry): Item => {
    const item = { ...entry, before: sums[entry.group]! };
    own[entry.group]!.push(item);
    sums[entry.group] = exactSum([item.before, item.count]);
    return item;
  });
  return {
    items,
    groups: named.map(({ value, name }, index): Group => {
      const members = own[index]!;
      const tones = new Map<string, number>();
      for (const { tone, count } of members) tones.set(tone, (tones.get(tone) ?? 0) + count);
      return {
        // A row that stands for others does not name its group.
        name: name || (members.length === 1 && members[0]!.rows === 1 ? members[0]!.name : value),
        tone: [...tones.keys()].reduce((a, b) => (tones.get(b)! > tones.get(a)! ? b : a)),
        total: sums[index]!,
        items: members,
      };
    }),
    total: exactSum(sums),
  };
}

/** Keeps the largest groups in their order; the rows of the others come to one group at the end. */
function foldGroups(
  groups: readonly NamedGroup[],
  entries: readonly Entry[],
  { groups: most, rest }: Fold,
): [readonly NamedGroup[], readonly Entry[]] {
  if (groups.length <= most) return [groups, entries];
  const sums = groups.map(() => 0);
  for (const { group, count } of entries) sums[group]! += count;
  const kept = [...groups.keys()]
    .sort((a, b) => sums[b]! - sums[a]!)
    .slice(0, most - 1)
    .sort((a, b) => a - b);
  const places = new Map(kept.map((group, at) => [group, at]));
  const last = { value: '', name: rest(groups.length - kept.length) };
  return [
    [...kept.map((group) => groups[group]!), last],
    entries.map((entry) => ({ ...entry, group: places.get(entry.group) ?? kept.length })),
  ];
}

/** Keeps the largest rows in their order; the others come to one row a group. */
function foldRows(
  entries: readonly Entry[],
  groups: number,
  { rows: most, kept: names, rest }: Fold,
): readonly Entry[] {
  if (entries.length <= most) return entries;
  const isNamed = ({ keys }: Entry): boolean => keys.some((key) => names.has(key));
  const kept = new Set(
    [...entries]
      .sort((a, b) => Number(isNamed(b)) - Number(isNamed(a)) || b.count - a.count)
      .slice(0, Math.max(0, most - groups)),
  );
  const others: Entry[][] = times(groups, () => []);
  for (const entry of entries) if (!kept.has(entry)) others[entry.group]!.push(entry);
  const added = others.flatMap((own, group): Entry[] =>
    own.length < 2
      ? own
      : [
          {
            name: rest(own.length),
            keys: [],
            rows: own.length,
            count: exactSum(own.map(({ count }) => count)),
            tone: own[0]!.tone,
            group,
            order: Infinity,
          },
        ],
  );
  return [...entries.filter((entry) => kept.has(entry)), ...added];
}

export function addAll<T>(list: readonly T[], value: (item: T) => number): number {
  return list.reduce((sum, item) => sum + value(item), 0);
}
