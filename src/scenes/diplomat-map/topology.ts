// Loaded only for a story that brings TopoJSON: with its two libraries it is larger than the scene itself.
import { geoAzimuthalEquidistant, geoPath } from 'd3-geo';
import { feature, merge, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import type { Point } from './azimuthal.js';
import type { PreparedMap } from './prepared-map.js';

/**
 * Loads a map by its address, if that is what is given, and projects it, if it is TopoJSON.
 * @param isPrepared whether it can be drawn as it is
 */
export async function loadMap(
  given: unknown,
  centre: Point,
  earth: number,
  isPrepared: (map: unknown) => map is PreparedMap,
): Promise<PreparedMap> {
  let map = given;
  if (typeof map === 'string') {
    const answer = await fetch(map);
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    map = await answer.json();
  }
  if (isPrepared(map)) return map;
  if ((map as { type?: unknown } | null)?.type !== 'Topology')
    throw new Error('it is neither prepared nor TopoJSON');
  return projectTopology(map, centre, earth);
}

/**
 * Projects TopoJSON of any world: its largest collection is drawn, its object `land` as the land if it has one.
 * It imports nothing of its own package, or its file beside the embed would load the embed a second time.
 * @param earth radius of the earth in kilometres
 */
export function projectTopology(map: unknown, centre: Point, earth: number): PreparedMap {
  const topology = map as Topology;
  const collections = Object.values(topology.objects ?? {})
    .filter((object): object is GeometryCollection => object.type === 'GeometryCollection')
    .sort((a, b) => b.geometries.length - a.geometries.length);
  const countries = collections[0];
  if (!countries) throw new Error('its "objects" hold no GeometryCollection');

  const path = geoPath(
    geoAzimuthalEquidistant()
      .rotate([-centre.x, -centre.y])
      .scale(earth)
      .translate([0, 0])
      // The antipode would be the whole rim; a hair's breadth less keeps the land on the right side of it.
      .clipAngle(179.9)
      .precision(15),
  ).digits(0);
  const land = topology.objects['land'];
  const shapes = countries.geometries.filter(
    (shape): shape is Polygon | MultiPolygon =>
      shape.type === 'Polygon' || shape.type === 'MultiPolygon',
  );
  return {
    projection: 'azimuthal-equidistant',
    centre: [centre.x, centre.y],
    unit: 1,
    radius: Math.PI * earth,
    land: path(land ? feature(topology, land) : merge(topology, shapes)) ?? '',
    borders: path(mesh(topology, countries, (a, b) => a !== b)) ?? '',
  };
}
