import { clamp01 } from '../../core/timing.js';
import { inMarks } from '../per.js';
import type { Point } from './azimuthal.js';
import { seats } from './clusters.js';
import type { Arrival, Place } from './places.js';

/** A place with the seats of its marks. */
export interface Seated extends Place {
  /** Where its marks stand in the end, where a mark is one wide. */
  readonly seats: readonly Point[];
}

/** One mark: its place, and which of its seats it has. */
export interface Unit {
  readonly place: number;
  readonly rank: number;
}

/**
 * Gives places seats for their marks.
 * @param per how many units a mark stands for
 * @param height of a mark, where it is one wide
 */
export function seat(places: readonly Place[], per: number, height: number): Seated[] {
  const made = new Map<number, readonly Point[]>();
  return places.map((place) => {
    const count = marksOf(place.total, per);
    if (!made.has(count)) made.set(count, seats(count, height));
    return { ...place, seats: made.get(count)! };
  });
}

/** How many marks an amount needs, the last of which may be a part of one. */
export const marksOf = (amount: number, per: number): number => Math.ceil(inMarks(amount, per));

/** All marks in the order in which they appear. A row that does no more than complete a mark brings none. */
export function unitsOf(
  arrivals: readonly Arrival[],
  places: readonly Seated[],
  per: number,
): Unit[] {
  const units: Unit[] = [];
  const sums = places.map(() => 0);
  const made = places.map(() => 0);
  for (const { place, count } of arrivals) {
    sums[place]! += count;
    const end = Math.min(marksOf(sums[place]!, per), places[place]!.seats.length);
    for (; made[place]! < end; made[place]!++) units.push({ place, rank: made[place]! });
  }
  return units;
}

/** How much of a mark is there, 0 to 1, where so much stands at its place. */
export const shareOf = ({ place, rank }: Unit, amounts: readonly number[], per: number): number =>
  clamp01(inMarks(amounts[place] ?? 0, per) - rank);
