// The centre that a map is asked for, and where its rows are.
import type { Point as Coordinates } from '../../core/coordinates.js';
import { regionOf, type Region } from '../../core/region.js';
import { middle, type Point } from './azimuthal.js';
import { complain } from './places.js';
import type { MapRow } from './scene.js';
import type { PreparedMap } from './prepared-map.js';

/** Where the rows are that have a place. */
export function locate(rows: readonly MapRow[]): { region: Region | undefined; middle: Point } {
  const placed = rows.flatMap(({ lat, lon }) =>
    lat !== undefined && lon !== undefined ? { lat, lon } : [],
  );
  return {
    region: regionOf(placed),
    middle: middle(placed.map(({ lat: y, lon: x }) => ({ x, y }))),
  };
}

/** Whether a way in degrees is too short to matter on a map. */
const isNear = (x: number, y: number): boolean => Math.hypot(x, y) < 0.5;

/**
 * Tells of a centre that has the longitude first, or that is not its map's.
 * @param written the attribute
 * @param point what was read of it
 * @param found the outlines, whose own centre counts for more than the places
 */
export function reviewCentre(
  map: Element,
  written: string,
  point: Coordinates,
  found: PreparedMap | undefined,
): void {
  const order = (what: string): void =>
    complain(map, 'centre-order', `centre "${written}": ${what}`);
  if (!found) {
    if (point.swapped) order(point.swapped);
    return;
  }
  const [x, y] = found.centre;
  const [lat, lon] = point.swapped ? [point.lon, point.lat] : [point.lat, point.lon];
  if (isNear(x - lon, y - lat)) return;
  if (isNear(y - lon, x - lat))
    order(point.swapped ?? `its map has the longitude second; write "${y}, ${x}"`);
  else complain(map, 'bad-centre', `centre "${written}"; its map has "${y}, ${x}", leave it out`);
}
