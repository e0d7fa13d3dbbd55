// Which rows of a table are sums of other rows. Who draws a total draws everything twice.
import { decimalsOf } from './exact.js';

/** A row as far as it can be a total. */
export interface Summand {
  /** What the row is called. */
  readonly label: string;
  readonly count: number | undefined;
  /** Whether its markup says that it is a total, or its place in the table's foot. */
  readonly marked: boolean;
  /** Whether it stands out from other rows. */
  readonly strong?: boolean;
}

/** Words that call a row a total, alone or with what it is the total of. */
const total =
  /^(?:(?:sub|grand|sous)[- ]?)?(?:totals?|tot|totale[ns]?|totalt|totaux|(?:eind|sub)totaal|toplam|ins?gesamt|gesamt(?:summe|ergebnis|zahl)?|(?:zwischen)?summe|teilergebnis|somme|totaal|yhteensä|razem|ogółem|łącznie|celkem|spolu|összesen|kokku|kopā|ukupno|skupaj|jumlah|итого|всего|усього|всього|разом|общо|укупно|σύνολο|المجموع|الإجمالي|مجموع|סה"כ|कुल|योग|合計|総計|总计|總計|合计|共计|总数|합계|총계|tổng(?: cộng)?|รวม|[Σ∑])$/iu;

/** Words that may mean a total, and may be a name; a sum that fits decides. */
const maybe =
  /^(?:all|overall|sum|suma|soma|somma|summa|alle|alles|allen|zusammen|ensemble|tous|todos|tutti|som|i ?alt|součet|iš viso|viso|world|worldwide|welt|weltweit|monde|mundo|combined|together|both|ergebnis|nationwide|bundesweit|european union|europäische union|union européenne|unión europea|計|全国|全体|계|전체|전국|всі|все|(?:eu|ue|ес|єс)[- ]?(?:\d\d)?)$/iu;

/** Words that may mean a total at the start of a label. */
const allOf =
  /^(?:all(?! of)|alle|tous les|toutes les|todos los|todas las|tutti i|tutte le|wszystkie|все|всі) /iu;

/** Words that call a row an average. */
const average =
  /^(?:average|avg|mean|median|ø|durchschnitt|mittelwert|mittel|moyenne|médiane|promedio|mediana|média|gemiddelde?|genomsnitt|gennemsnit|gjennomsnitt|keskiarvo|średnia|průměr|среднее|в среднем|平均|평균)$/iu;

/** A label without what stands round its words: "TOTAL:", "Total*", "Total (all)". */
const bare = (label: string): string =>
  label
    .slice(0, 100)
    .replace(/ ?\([^()]*\)$/, '')
    .replace(/[\s:：.*†‡=–—-]+$/u, '')
    .replace(/^[\s*†‡=–—-]+/u, '');

/** Whether a label has one of some words: alone, or at its start or end with what is added up. */
function isCalled(label: string, word: RegExp): boolean {
  if (word.test(label)) return true;
  const words = label.split(/[\s:,()–—-]+/u).filter(Boolean);
  return words.length > 1 && [words[0]!, words.at(-1)!].some((one) => word.test(one));
}

const equal = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));

/** Whether a number is another, rounded to as many decimals as it has. */
const rounds = (value: number, exact: number): boolean =>
  equal(value, exact) || Math.abs(value - exact) <= 0.5 * 10 ** -decimalsOf(value) + 1e-9;

/** What is known of a row. */
export type RowKind = 'row' | 'total' | 'doubtful' | 'sum';

/**
 * Says of each row whether it is a total or an average of others: `row`, `total`, `doubtful` for one that is called so
 * and is not, or `sum` for a row whose number is the sum of others without a word that says so.
 */
export function totalsOf(rows: readonly Summand[]): RowKind[] {
  const labels = rows.map(({ label }) => bare(label));
  const isMean = labels.map((label) => isCalled(label, average));
  const called = rows.map(
    ({ marked }, at) => marked || isMean[at]! || isCalled(labels[at]!, total),
  );
  const fewStrong = rows.filter(({ strong }) => strong).length <= rows.length / 2;
  /** Rows that may be totals: they are no summands until they are found to be rows. */
  const could = rows.map(
    ({ strong }, at) =>
      called[at]! ||
      maybe.test(labels[at]!) ||
      allOf.test(labels[at]!) ||
      !labels[at] ||
      (fewStrong && !!strong),
  );

  const found = new Set<number>();
  const look = (): void => {
    const counts = rows.map(({ count }, at) => (could[at] ? undefined : (count ?? 0)));
    const before = [0];
    const summands = [0];
    counts.forEach((count, at) => {
      before.push(before[at]! + (count ?? 0));
      summands.push(summands[at]! + +(count !== undefined));
    });
    const values = counts.filter((count) => count !== undefined).sort((a, b) => a - b);
    const middle = values.length
      ? (values[(values.length - 1) >> 1]! + values[values.length >> 1]!) / 2
      : NaN;
    const fits = (from: number, to: number, at: number): boolean => {
      const { count } = rows[at]!;
      const [sum, of] = [before[to]! - before[from]!, summands[to]! - summands[from]!];
      return (
        count !== undefined &&
        (called[at] ? of > 0 && rounds(count, sum) : of > 1 && count > 0 && equal(count, sum))
      );
    };
    const { length } = rows;
    let start = 0;
    let next = 0;
    rows.forEach(({ count, strong }, at) => {
      if (!could[at]) return;
      if (next <= at) next = at + 1;
      while (next < length && !could[next]) next++;
      const mean = before[length]! / values.length;
      const isAverage =
        isMean[at] && count !== undefined && (rounds(count, mean) || rounds(count, middle));
      // A name that may be a place's too must be the sum of all; small sums of a few are found by chance.
      const runs: [from: number, to: number][] = [[0, length]];
      if (called[at] || strong || !labels[at])
        runs.push([start, at], [0, at], [at + 1, next], [at + 1, length]);
      if (isAverage || runs.some(([from, to]) => fits(from, to, at))) found.add(at);
      start = at + 1;
    });
  };
  look();
  // What only could be a total, and is none, is a row like others, of which those may be the sum that were none so far.
  const plain = rows.flatMap((_, at) => (could[at] && !called[at] && !found.has(at) ? at : []));
  for (const at of plain) could[at] = false;
  if (plain.length) look();

  const summing = sumsOf(rows, could);
  return rows.map(({ count, marked }, at) =>
    found.has(at)
      ? 'total'
      : !could[at]
        ? summing.has(at)
          ? 'sum'
          : 'row'
        : // What stands in the foot without a number is a note.
          marked && count === undefined
          ? 'total'
          : marked || could.includes(false)
            ? 'doubtful'
            : 'row',
  );
}

/** The rows whose numbers are the sums of others: the first or the last of all, or the head or foot of each group. */
function sumsOf(rows: readonly Summand[], could: readonly boolean[]): ReadonlySet<number> {
  const counted = rows.flatMap(({ count }, at) => (could[at] ? [] : [{ at, count: count ?? 0 }]));
  const sum = counted.reduce((all, { count }) => all + count, 0);
  const [first, last] = [counted[0], counted.at(-1)];
  if (!first || counted.length < 4 || !sum) return new Set();
  for (const { at, count } of [first, last!])
    if (count > 0 && equal(2 * count, sum)) return new Set([at]);
  return groupsOf(counted) ?? groupsOf([...counted].reverse()) ?? new Set();
}

/** The heads of groups, if rows are groups of at least two rows each below a row that is their sum. */
function groupsOf(
  counted: readonly { at: number; count: number }[],
): ReadonlySet<number> | undefined {
  const heads = new Set<number>();
  for (let at = 0; at < counted.length;) {
    const head = counted[at]!;
    let [sum, of] = [0, 0];
    for (at++; at < counted.length && (of < 2 || sum < head.count - 1e-9); at++, of++)
      sum += counted[at]!.count;
    if (of < 2 || !(head.count > 0) || !equal(sum, head.count)) return undefined;
    heads.add(head.at);
  }
  return heads.size > 1 ? heads : undefined;
}
