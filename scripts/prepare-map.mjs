// Prepares the story's outlines from Natural Earth, so that no reader loads projection code:
//
//   node scripts/prepare-map.mjs
//
// Azimuthal equidistant on Moscow, in units of some kilometres (x to the right, y down), simplified more the farther
// a coast is from where the story looks, written as whole numbers. Writes assets/moscow-azimuthal.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync } from 'node:zlib';
import { geoAzimuthalEquidistant, geoStream } from 'd3-geo';
import { feature, merge, mesh } from 'topojson-client';
import { topology } from 'topojson-server';
import { planarRingArea, planarTriangleArea, presimplify, simplify } from 'topojson-simplify';
import { pathData } from '../bin/path-data.mjs';

const centre = [37.6173, 55.7558];
const radius = 10_500;
const earth = 6371.0088;
/** Kilometres that a number of the paths stands for: two or three pixels where the story looks from closest by. */
const unit = 5;

const projection = geoAzimuthalEquidistant()
  .rotate([-centre[0], -centre[1]])
  .scale(earth)
  .translate([0, 0])
  .clipAngle((radius / earth) * (180 / Math.PI))
  .precision(20);

// The story looks at Britain from close by, at Europe and the Atlantic from farther off, at what lies behind
// Moscow hardly at all.
const britain = projection([-2.5, 54.2]);
const europe = projection([12, 51]);
const ramp = (x, from, to) => Math.max(0, Math.min(1, (x - from) / (to - from)));
/** How small a bend may be, in kilometres, to be left out at a point. */
const tolerance = (point) => {
  const away = (from) => Math.hypot(point[0] - from[0], point[1] - from[1]);
  const behind = Math.max(point[0] - 1500, point[1] - 2200);
  return (
    9 +
    32 * ramp(away(britain), 450, 950) +
    92 * ramp(away(europe), 1200, 2600) +
    380 * ramp(behind, 0, 3500) +
    240 * ramp(away(europe), 6500, 9000)
  );
};

// Rounded before anything is shared or differenced, so that neighbours stay joined.
const round = (x, y) => [Math.round(x / unit) * unit, Math.round(y / unit) * unit];

/** The rings of a geometry as the projection cuts and bends them. */
function project(geometry) {
  const rings = [];
  let ring;
  geoStream(
    geometry,
    projection.stream({
      point(x, y) {
        const [a, b] = round(x, y);
        const last = ring.at(-1);
        if (!last || last[0] !== a || last[1] !== b) ring.push([a, b]);
      },
      lineStart: () => (ring = []),
      lineEnd() {
        if (ring.length < 3) return;
        const [first, last] = [ring[0], ring.at(-1)];
        if (first[0] !== last[0] || first[1] !== last[1]) ring.push([...first]);
        if (ring.length > 3) rings.push(ring);
      },
      polygonStart() {},
      polygonEnd() {},
      sphere() {},
    }),
  );
  return rings;
}

const require = createRequire(import.meta.url);
const world = JSON.parse(readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8'));
const countries = feature(world, world.objects.countries).features.map(
  ({ id, geometry, properties }) => ({
    type: 'Feature',
    properties: { code: id ?? properties.name },
    geometry: { type: 'MultiPolygon', coordinates: project(geometry).map((ring) => [ring]) },
  }),
);

const weigh = (triangle) => planarTriangleArea(triangle) / tolerance(triangle[1]) ** 2;
let map = topology({ countries: { type: 'FeatureCollection', features: countries } });
map = simplify(presimplify(map, weigh), 1);
const shapes = map.objects.countries.geometries;
// Islands and lakes too small to be seen are left out once the countries are one land, so that no small country is.
const land = merge(map, shapes)
  .coordinates.flat()
  .filter((ring) => Math.abs(planarRingArea(ring)) > 2 * tolerance(ring[0]) ** 2)
  // So are coasts of which the rim leaves a strip: South America's and Australia's would look like a fault.
  .filter((ring) => {
    const away = ring.map(([x, y]) => Math.hypot(x, y));
    return Math.max(...away) < radius - 50 || Math.min(...away) < 9000;
  });

// Borders serve to tell the countries of Europe apart, and to show Russia and the north of America; elsewhere
// they are noise. Natural Earth draws lines by who holds the ground; two of them are left out: the one across
// Perekop (Crimea is Ukraine's by UN General Assembly resolution 68/262) and the one across Cyprus.
const shown = new Set(['643', '840', '124']);
const inEurope = new Set(
  (
    '008 020 031 040 051 056 070 100 112 191 203 208 233 246 250 268 276 300 348 372 380 428 438 440 442 ' +
    '498 499 528 578 616 620 642 643 688 703 705 724 752 756 792 804 807 826 Kosovo'
  ).split(' '),
);
const crimea = ([x, y]) => {
  const [lon, lat] = projection.invert([x, y]);
  return lon > 33 && lon < 35.6 && lat > 45.2 && lat < 46.4;
};
const borders = mesh(map, map.objects.countries, (a, b) => {
  if (a === b) return false;
  const codes = [a.properties.code, b.properties.code];
  if (codes.includes('N. Cyprus')) return false;
  return codes.some((code) => shown.has(code)) || codes.every((code) => inEurope.has(code));
}).coordinates.filter((line) => !line.every(crimea));

/** Lines as whole numbers; a ring's first point is not repeated at its end. */
const inUnits = (lines, close) =>
  lines.map((line) => (close ? line.slice(0, -1) : line).map(([x, y]) => [x / unit, y / unit]));

const prepared = {
  projection: 'azimuthal-equidistant',
  centre,
  unit,
  radius,
  land: pathData(inUnits(land, true), true),
  borders: pathData(inUnits(borders, false), false),
};

const json = JSON.stringify(prepared);
writeFileSync(new URL('../assets/moscow-azimuthal.json', import.meta.url), `${json}\n`);
const bytes = (text) => brotliCompressSync(text).length;
console.log(
  `land ${land.length} rings, ${bytes(prepared.land)} B; borders ${borders.length} lines, ${bytes(prepared.borders)} B; all ${bytes(json)} B brotli`,
);
