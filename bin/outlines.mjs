// Outlines that are projected, cut and simplified before a story is read: what src/scenes/diplomat-map/prepared-map.ts
// describes, made of TopoJSON or GeoJSON in degrees.
import { geoArea, geoAzimuthalEquidistant, geoPath } from 'd3-geo';
import { feature, merge, mesh } from 'topojson-client';
import { earthRadius } from '../dist/scenes/diplomat-map/azimuthal.js';
import { arcsOf } from './arcs.mjs';
import { clip, quoted, refusal } from './messages.mjs';
import { pathData } from './path-data.mjs';

const areal = ['Polygon', 'MultiPolygon'];

/** The areas of a geometry, a feature or a collection of either, with what holds them. */
function* areasIn(node) {
  if (node?.type === 'FeatureCollection')
    for (const one of node.features ?? []) yield* areasIn(one);
  else if (node?.type === 'GeometryCollection')
    for (const one of node.geometries ?? []) yield* areasIn(one);
  else if (node?.type === 'Feature') yield* areasIn(node.geometry);
  else if (node) yield node;
}

/** The object of a topology that is drawn: the one asked for, else the largest, as in the map element. */
function objectOf({ objects = {} }, name) {
  if (name !== undefined) {
    if (Object.hasOwn(objects, name)) return objects[name];
    throw refusal(`has no object "${clip(name)}"; its objects are ${quoted(Object.keys(objects))}`);
  }
  const size = ({ geometries }) => geometries?.length ?? 0;
  return Object.values(objects).sort((a, b) => size(b) - size(a))[0];
}

/**
 * The areas in a file's content, each as the coordinates of a MultiPolygon.
 * @throws an error with a remedy, whose message is the end of a sentence that begins with the file
 */
export function areasOf(content, object) {
  let given = content;
  if (content?.type === 'Topology') {
    try {
      const found = objectOf(content, object);
      given = found && feature(content, found);
    } catch (error) {
      if (error.remedy) throw error;
      throw refusal(`is broken TopoJSON (${error.message}); export it anew`);
    }
  } else if (object !== undefined)
    throw refusal(`is no TopoJSON, so it has no object "${clip(object)}"; leave --object out`);
  const areas = [];
  const others = new Set();
  for (const { type, coordinates } of areasIn(given))
    if (areal.includes(type)) areas.push(type === 'Polygon' ? [coordinates] : coordinates);
    else others.add(String(type));
  if (!areas.length)
    throw refusal(
      `holds no Polygon or MultiPolygon${others.size ? `, but ${quoted(others)}` : ''}; give TopoJSON or GeoJSON of areas, such as countries`,
    );
  return areas.map((area) => area.map(turned));
}

/** What d3-geo takes for the inside of a polygon, as an area; that of the earth is 4π. */
const insideOf = (rings) => geoArea({ type: 'Polygon', coordinates: rings });

/** Whether the inside of a ring is less than half of the earth. */
const isSmall = (ring) => insideOf([ring]) <= 2 * Math.PI;

/** Whether a polygon is what d3-geo takes it for: less than half of the earth, and its holes are taken away from it. */
const isRight = (rings) =>
  insideOf(rings) <= 2 * Math.PI && insideOf(rings) <= insideOf(rings.slice(0, 1)) + 1e-9;

/** A polygon whose rings run as d3-geo wants them, which is not as GeoJSON has them. */
function turned(polygon) {
  const rings = polygon.map((given) => {
    if (!Array.isArray(given) || given.length < 4)
      throw refusal('has a ring of fewer than four points; export it anew');
    const ring = given.map(checked);
    const [first, last] = [ring[0], ring.at(-1)];
    return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
  });
  if (isRight(rings)) return rings;
  const reversed = rings.map((ring) => ring.toReversed());
  if (isRight(reversed)) return reversed;
  // Each ring by itself: round a pole this would be wrong, where the coast is a hole by its place among the rings.
  return rings.map((ring, at) => (isSmall(ring) === (at === 0) ? ring : ring.toReversed()));
}

function checked(point) {
  const [lon, lat] = Array.isArray(point) ? point : [];
  const isWithin = (value, most) => Number.isFinite(value) && Math.abs(value) <= most;
  // A hair beyond the edge is what rounding makes of it.
  if (isWithin(lon, 180.001) && isWithin(lat, 90.001)) return [lon, lat];
  throw refusal(
    `has the point ${clip(JSON.stringify(point) ?? 'undefined')}, which is not a longitude and a latitude in degrees; give a file that is not projected yet (WGS 84)`,
  );
}

/** How far a point is from the line between two others. */
function distance([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** A line without what lies nearer to it than a distance, its ends kept (Douglas and Peucker). */
function simplified(line, project, least) {
  const flat = line.map((point) => project(point));
  const kept = new Set([0, line.length - 1]);
  // Of a ring a triangle stays: whether it is drawn is decided by its size.
  const fewest = String(line[0]) === String(line.at(-1)) ? 4 : 2;
  const spans = [[0, line.length - 1]];
  // Grows while it is gone through.
  for (const [from, to] of spans) {
    let [farthest, found] = [-1, 0];
    for (let at = from + 1; at < to; at++) {
      const away = distance(flat[at], flat[from], flat[to]);
      if (away > farthest) [farthest, found] = [away, at];
    }
    if (!found || (farthest < least && kept.size >= fewest)) continue;
    kept.add(found);
    spans.push([from, found], [found, to]);
  }
  return line.filter((_, at) => kept.has(at));
}

/** Land without what simplifying has turned inside out, which would be all of the earth but an islet. */
const upright = ({ coordinates }) => ({
  type: 'MultiPolygon',
  coordinates: coordinates
    .filter((rings) => insideOf(rings) <= 2 * Math.PI)
    .map((rings) =>
      isSmall(rings[0]) ? rings.filter((ring, at) => at === 0 || !isSmall(ring)) : rings,
    ),
});

/** Collects what a geoPath draws, as lines of whole numbers. */
function collector(unit) {
  const lines = [];
  const put = (x, y) => {
    const point = [Math.round(x / unit), Math.round(y / unit)];
    const last = lines.at(-1).at(-1);
    if (!last || last[0] !== point[0] || last[1] !== point[1]) lines.at(-1).push(point);
  };
  return {
    lines,
    moveTo: (x, y) => (lines.push([]), put(x, y)),
    lineTo: put,
    closePath() {},
  };
}

/** The area that a ring of whole numbers encloses. */
const enclosed = (ring) =>
  Math.abs(
    ring.reduce((sum, [x, y], at) => {
      const [nx, ny] = ring[(at + 1) % ring.length];
      return sum + x * ny - nx * y;
    }, 0),
  ) / 2;

const open = (ring) =>
  ring.length > 1 && String(ring[0]) === String(ring.at(-1)) ? ring.slice(0, -1) : ring;

/**
 * Prepares outlines for the map element.
 * @param areas what areasOf() gives
 * @param centre latitude and longitude in degrees
 * @param radius how far from the centre they reach, in kilometres
 * @param detail how small a bend may be, in kilometres, to be left out
 * @returns a PreparedMap, and how many rings and lines it has
 */
export function prepareMap(areas, { centre, radius, detail }) {
  const flat = geoAzimuthalEquidistant()
    .rotate([-centre.lon, -centre.lat])
    .scale(earthRadius)
    .translate([0, 0]);
  const topology = arcsOf(areas);
  topology.arcs = topology.arcs.map((arc) => simplified(arc, flat, detail));
  const unit = Number((detail / 2).toPrecision(1));
  // The antipode would be the whole rim; a hair's breadth less keeps the land on the right side of it.
  flat.clipAngle(Math.min(179.9, (radius / earthRadius) * (180 / Math.PI))).precision(2 * unit);
  const drawn = (shape) => {
    const context = collector(unit);
    geoPath(flat, context)(shape);
    return context.lines;
  };
  const { areas: object } = topology.objects;
  const land = drawn(upright(merge(topology, object.geometries)))
    .map(open)
    .filter((ring) => ring.length > 2 && enclosed(ring) * unit ** 2 > 2 * detail ** 2);
  const borders = drawn(mesh(topology, object, (a, b) => a !== b)).filter(
    (line) => line.length > 1,
  );
  return {
    map: {
      projection: 'azimuthal-equidistant',
      centre: [centre.lon, centre.lat],
      unit,
      radius,
      land: pathData(land, true),
      borders: pathData(borders, false),
    },
    rings: land.length,
    lines: borders.length,
  };
}
