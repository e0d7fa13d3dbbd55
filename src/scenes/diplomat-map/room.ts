import { inMarks, mostMarks } from '../per.js';
import { cameraFor, around, within, type Rect } from './camera.js';
import { homeRoom } from './arrange.js';
import { roomOf } from './clusters.js';
import type { Places } from './places.js';
import type { View } from './views.js';

/** So few marks that none of them stands for several for want of room. */
const fewMarks = 200;

/** So many places that their marks are made smaller, and the smallest that these become, in pixels. */
const manyPlaces = 200;
const smallest = 3;

/** The part of a map that marks may cover, and of the way from its middle to its edge that those of one place may. */
const mostCover = 0.2;
const mostReach = 0.55;

/** Width of a mark in pixels. */
export function markSize(width: number, height: number, places: number): number {
  const size = Math.max(5, Math.min(9, Math.min(width, height) / 85));
  return Math.max(smallest, size * Math.min(1, Math.sqrt(manyPlaces / places)));
}

/** Pixels from the middle of a cluster to its edge. */
const radiusOf = (marks: number, each: number): number => Math.sqrt((marks * each) / Math.PI);

/**
 * Whether a map has room for all marks in all states.
 * @param size width of a mark in pixels
 * @param height of a mark that is one wide
 * @param line height of a label in pixels
 * @param per how many units a mark stands for
 */
export function hasRoom(
  { places, total }: Places,
  views: readonly View[],
  frame: Rect,
  size: number,
  height: number,
  line: number,
  per: number,
): boolean {
  const all = inMarks(total, per);
  if (all <= fewMarks) return true;
  const [across, down] = [frame.right - frame.left, frame.bottom - frame.top];
  const each = roomOf(height) * size ** 2;
  if (all > mostMarks || all * each > mostCover * across * down) return false;
  const largest = places.reduce((most, place) => Math.max(most, place.total), 0);
  const reach = radiusOf(inMarks(largest, per), each);
  if (reach > (mostReach * Math.min(across, down)) / 2) return false;
  // Once they are home they stand round a point that may be anywhere in the frame.
  return views.every((view) => {
    if (!view.home) return true;
    const { left, top } = cameraFor(view, frame, reach + size, line);
    const crowd = 2 * Math.hypot(radiusOf(all, each), homeRoom);
    return (
      !within(around(left, top, 0, 0), frame) || within(around(left, top, crowd, crowd), frame)
    );
  });
}
