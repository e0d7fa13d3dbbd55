// Prepares the small world that a page without a build step can load as it is:
//
//   node scripts/prepare-world.mjs
//
// TopoJSON of the land alone, with fewer bends and coarser steps than the package it comes from; the map element
// projects it in the reader's browser. Writes assets/world-110m.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync } from 'node:zlib';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import {
  filter,
  filterWeight,
  presimplify,
  simplify,
  sphericalTriangleArea,
} from 'topojson-simplify';

/** Bends that span less than this are left out, in square kilometres. */
const smallest = 2500;
/** Steps that the world is divided into each way: about 4 km at the equator. */
const steps = 1e4;
const earth = 6371;

const source = createRequire(import.meta.url).resolve('world-atlas/land-110m.json');
const atlas = JSON.parse(readFileSync(source, 'utf8'));
const world = topology({ land: feature(atlas, atlas.objects.land) });
const least = smallest / earth ** 2;
const simple = simplify(presimplify(world, sphericalTriangleArea), least);
const land = filter(simple, filterWeight(simple, least, sphericalTriangleArea));

// Cut into steps only now, so that no bend is weighed by what rounding made of it.
const { objects } = land;
const coarse = topology({ land: feature(land, objects.land) }, steps);

const json = JSON.stringify(coarse);
writeFileSync(new URL('../assets/world-110m.json', import.meta.url), `${json}\n`);
const points = coarse.arcs.reduce((sum, arc) => sum + arc.length, 0);
console.log(`${points} points, ${json.length} B, ${brotliCompressSync(json).length} B brotli`);
