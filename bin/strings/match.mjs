// Brings the strings of a page and their translations together, also when the page has changed.
import { plain } from './parts.mjs';

/**
 * Finds the translation of each string: that of the same source in the same place, else of the same source anywhere, else
 * of the same place, whose source has then changed.
 * @param units the strings of the page
 * @param entries what a file of translations has, by id
 * @returns the strings with `target`, `state`, `notes`, and `before` where the source has changed; and the ids that are left over
 */
export function matchStrings(units, entries) {
  const left = new Map(entries);
  const found = new Map();
  const take = (unit, entry, before = entry.before) => {
    left.delete(entry.id);
    found.set(unit, { ...entry, before });
  };
  for (const unit of units) {
    const entry = left.get(unit.id);
    if (entry && plain(entry.parts) === plain(unit.parts)) take(unit, entry);
  }
  const bySource = new Map();
  for (const entry of left.values()) {
    const key = plain(entry.parts);
    bySource.set(key, [...(bySource.get(key) ?? []), entry]);
  }
  for (const unit of units.filter((one) => !found.has(one))) {
    const [entry, ...others] = bySource.get(plain(unit.parts)) ?? [];
    if (!entry) continue;
    bySource.set(plain(unit.parts), others);
    take(unit, entry);
  }
  for (const unit of units.filter((one) => !found.has(one))) {
    const entry = left.get(unit.id);
    if (!entry) continue;
    // What was stale before is as stale as it was.
    take(unit, entry, entry.target && (entry.before ?? plain(entry.parts)));
  }
  return {
    units: units.map((unit) => {
      const { target, state, before, notes } = found.get(unit) ?? {};
      return { ...unit, target, state, before, notes };
    }),
    left: [...left.keys()],
  };
}
