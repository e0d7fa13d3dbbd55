// Which rows of a table are sums of other rows. Who draws a total draws everything twice.

/** A row as far as it can be a total. */
export interface Summand {
  /** What the row is called. */
  readonly label: string;
  readonly count: number | undefined;
  /** Whether its markup says that it is a total, or its place in the table's foot. */
  readonly marked: boolean;
}

/** Words that call a row a total, alone or with what it is the total of. */
const total =
  /^(?:(?:sub|grand|sous)[- ]?)?(?:totals?|totale[ns]?|totalt|totaux|toplam|ins?gesamt|gesamt(?:summe)?|(?:zwischen)?summe|somme|totaal|yhteensä|razem|ogółem|łącznie|celkem|spolu|összesen|kokku|kopā|ukupno|skupaj|jumlah|итого|всего|усього|всього|разом|общо|укупно|σύνολο|المجموع|الإجمالي|مجموع|סה"כ|कुल|合計|総計|总计|總計|合计|共计|합계|총계|tổng(?: cộng)?|รวม)$/iu;

/** Words that may mean a total, and may be a name; a sum that fits decides. */
const maybe =
  /^(?:all|overall|sum|suma|soma|somma|summa|alle|alles|allen|zusammen|ensemble|tous|todos|tutti|som|i ?alt|součet|iš viso|viso|world|welt|monde|mundo|計|계|всі|все)$/iu;

/** Whether a label calls its row a total: the word alone, or at its start or end with what is added up. */
function isCalledTotal(label: string): boolean {
  if (total.test(label)) return true;
  const words = label.split(/[\s:,()–—-]+/u).filter(Boolean);
  return words.length > 1 && [words[0]!, words.at(-1)!].some((word) => total.test(word));
}

const equal = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));

/**
 * Says of each row whether it is a total of others: `row`, `total`, or `doubtful` for one that is called a total and is
 * not the sum.
 */
export function totalsOf(rows: readonly Summand[]): ('row' | 'total' | 'doubtful')[] {
  const called = rows.map(({ label, marked }) => marked || isCalledTotal(label));
  const could = rows.map(({ label }, at) => called[at] || maybe.test(label) || !label);
  const add = (from: number, to: number): { sum: number; of: number } => {
    let [sum, of] = [0, 0];
    for (let at = from; at < to; at++)
      if (!could[at]) {
        sum += rows[at]!.count ?? 0;
        of++;
      }
    return { sum, of };
  };
  const all = add(0, rows.length);
  let start = 0;
  return rows.map(({ count, marked, label }, at) => {
    if (!could[at]) return 'row';
    let next = could.indexOf(true, at + 1);
    if (next < 0) next = rows.length;
    const runs = [all, add(start, at), add(0, at), add(at + 1, next), add(at + 1, rows.length)];
    start = at + 1;
    const least = called[at] ? 1 : 2;
    if (count !== undefined && runs.some(({ sum, of }) => of >= least && equal(sum, count)))
      return 'total';
    // What stands in the foot without a number is a note.
    if (marked && count === undefined) return 'total';
    return called[at] && label !== undefined && (all.of > 0 || marked) ? 'doubtful' : 'row';
  });
}
