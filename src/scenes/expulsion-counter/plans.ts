import type { Item } from './sum.js';

/** Which items share a row, and how many columns the rows stand in. */
export interface Plan {
  readonly rows: readonly (readonly Item[])[];
  readonly abreast: number;
}

/**
 * The ways in which every item has a place in a row, in order of preference: one row an item; then rows with the
 * same small count come to share one, count by count; then the same in more columns.
 * @param alone items that keep a row of their own
 * @param most columns that there is room for
 */
export function fullPlans(
  items: readonly Item[],
  alone: ReadonlySet<Item>,
  most: number,
): readonly Plan[] {
  const shy = items.filter((item) => !alone.has(item));
  const shared = [...new Set(shy.map(({ count }) => count))]
    .filter((count) => count < 10 && shy.filter((item) => item.count === count).length > 1)
    .sort((a, b) => a - b);
  return range(1, most).flatMap((abreast) =>
    range(0, shared.length).map((merged) => {
      const small = new Set(shared.slice(0, merged));
      return {
        abreast,
        rows: merge(items, (item) =>
          !alone.has(item) && small.has(item.count) ? item.count : item,
        ),
      };
    }),
  );
}

/** Ever shorter ways, in which the last row holds all items but the first few and those that stand alone. */
export function shortPlans(
  items: readonly Item[],
  alone: ReadonlySet<Item>,
  abreast: number,
): readonly Plan[] {
  const shy = items.filter((item) => !alone.has(item));
  const plans: Plan[] = [];
  for (let kept = shy.length - 2; kept >= 0; kept = Math.floor(kept * 0.95) - (kept < 20 ? 1 : 0)) {
    const rest = new Set(shy.slice(kept));
    plans.push({ abreast, rows: [...merge(items.filter((item) => !rest.has(item))), [...rest]] });
    if (!kept) break;
  }
  return plans;
}

/** One row a key, each where its first item stands; without keys every item has its own. */
function merge(items: readonly Item[], keyOf: (item: Item) => unknown = (item) => item): Item[][] {
  const rows = new Map<unknown, Item[]>();
  for (const item of items) {
    const row = rows.get(keyOf(item));
    if (row) row.push(item);
    else rows.set(keyOf(item), [item]);
  }
  return [...rows.values()];
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
