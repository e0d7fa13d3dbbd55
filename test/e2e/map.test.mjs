// `npx communique map`: outlines that the map element draws as they are, and messages for what is none.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { serve } from '../../bin/serve.mjs';
import { azimuthal } from '../../dist/scenes/diplomat-map/azimuthal.js';
import { launch } from './browser.mjs';
import { communique, emptyFolder, newStory } from './command.mjs';

const bern = ['--centre', '46.95, 7.45'];
const { resolve } = createRequire(import.meta.url);
const world = resolve('world-atlas/countries-110m.json');

/** A square of some degrees, as a ring that runs clockwise, or against the clock as GeoJSON has it. */
const square = (lon, lat, size, against = false) => {
  const ring = [
    [lon, lat],
    [lon, lat + size],
    [lon + size, lat + size],
    [lon + size, lat],
    [lon, lat],
  ];
  return against ? ring.reverse() : ring;
};
const country = (...rings) => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'Polygon', coordinates: rings },
});
const collection = (...features) => ({ type: 'FeatureCollection', features });

/** Runs the command on a file with some content. */
function prepare(content, ...args) {
  const folder = emptyFolder();
  writeFileSync(
    join(folder, 'in.json'),
    typeof content === 'string' ? content : JSON.stringify(content),
  );
  const { status, stdout, stderr } = communique(folder, 'map', 'in.json', ...args);
  const written = readdirSync(folder).filter((name) => name !== 'in.json');
  const map = written.length === 1 && JSON.parse(readFileSync(join(folder, written[0]), 'utf8'));
  return { status, stdout, stderr, written, map };
}

/** The lines of a path that the command wrote, in kilometres from the centre. */
function linesOf(path, unit) {
  let [x, y] = [0, 0];
  return path.match(/m[^m]*/g).map((line) => {
    const numbers = line.match(/-?\d+/g).map(Number);
    const points = [];
    for (let at = 0; at < numbers.length; at += 2) {
      x += numbers[at];
      y += numbers[at + 1];
      points.push([x * unit, y * unit]);
    }
    // After a closed ring the pen stands at its start again.
    if (line.endsWith('z')) [x, y] = points[0].map((value) => value / unit);
    return points;
  });
}
/** The area that a ring encloses, below 0 if it runs the other way. */
const signed = (ring) =>
  ring.reduce((sum, [x, y], at) => {
    const [nx, ny] = ring[(at + 1) % ring.length];
    return sum + (x * ny - nx * y) / 2;
  }, 0);
const ringsOf = ({ land, unit }) => linesOf(land, unit);

describe('communique map', () => {
  it('puts each corner where the map puts a place', () => {
    for (const against of [false, true]) {
      const { status, stderr, map } = prepare(
        collection(country(square(10, 50, 4, against))),
        ...bern,
        '--detail',
        '2',
      );
      assert.equal(status, 0, stderr);
      assert.deepEqual([map.projection, map.centre], ['azimuthal-equidistant', [7.45, 46.95]]);
      const [ring, ...more] = ringsOf(map);
      assert.equal(more.length, 0);
      for (const [lon, lat] of square(10, 50, 4)) {
        const { x, y } = azimuthal({ x: lon, y: lat }, { x: 7.45, y: 46.95 });
        const nearest = Math.min(...ring.map(([a, b]) => Math.hypot(a - x, b - y)));
        assert.ok(nearest <= map.unit, `${lon}, ${lat}: ${nearest} km off`);
      }
    }
  });

  it('draws a border that two share once, and no coast there', () => {
    const { map } = prepare(
      collection(country(square(10, 50, 4, true)), country(square(14, 50, 4, true))),
      ...bern,
    );
    assert.equal(ringsOf(map).length, 1);
    const [border, ...more] = linesOf(map.borders, map.unit);
    assert.equal(more.length, 0);
    // From one end of the shared side to the other, and nowhere else.
    const ends = [50, 54].map((lat) => azimuthal({ x: 14, y: lat }, { x: 7.45, y: 46.95 }));
    for (const [x, y] of border) {
      const detour = ends.reduce((sum, end) => sum + Math.hypot(x - end.x, y - end.y), 0);
      assert.ok(detour < Math.hypot(ends[0].x - ends[1].x, ends[0].y - ends[1].y) + 3 * map.unit);
    }
  });

  it('keeps an inner sea, and leaves out what is smaller than its detail', () => {
    const lake = square(11, 51, 2);
    const islet = country(square(20, 50, 0.6, true));
    const { map } = prepare(collection(country(square(10, 50, 4, true), lake), islet), ...bern);
    assert.equal(ringsOf(map).length, 2);
    const { map: fine } = prepare(collection(islet), ...bern, '--detail', '1');
    assert.equal(ringsOf(fine).length, 1);
  });

  it('keeps a hole whichever way it runs', () => {
    for (const against of [false, true])
      for (const turned of [false, true]) {
        const lake = square(11, 51, 2, turned);
        const { map } = prepare(collection(country(square(10, 50, 4, against), lake)), ...bern);
        const [coast, shore] = ringsOf(map).map(signed);
        assert.ok(coast * shore < 0 && Math.abs(coast) > Math.abs(shore), `${coast} ${shore}`);
      }
  });

  it('draws the land round a pole, and no sea', () => {
    const { map } = prepare(
      readFileSync(resolve('world-atlas/countries-50m.json'), 'utf8'),
      ...['--centre', '-89, 0', '--radius', '3000'],
    );
    const areas = ringsOf(map).map((ring) => Math.abs(signed(ring)));
    // Of the 28 million square kilometres within the radius Antarctica has some twelve, without its ice shelves.
    assert.ok(Math.max(...areas) > 11e6 && Math.max(...areas) < 14e6, `${Math.max(...areas)}`);
  });

  it('cuts what lies beyond its radius', () => {
    const { map } = prepare(readFileSync(world, 'utf8'), ...bern, '--radius', '2500');
    assert.equal(map.radius, 2500);
    const away = ringsOf(map).flatMap((ring) => ring.map(([x, y]) => Math.hypot(x, y)));
    assert.ok(away.length > 100 && Math.max(...away) < 2500 + 2 * map.unit);
    assert.ok(map.borders.length > 500);
  });

  it('takes a world whole, of a size to load, and is the same for TopoJSON and GeoJSON', async () => {
    const { feature } = await import('topojson-client');
    const topology = JSON.parse(readFileSync(world, 'utf8'));
    const { map } = prepare(topology, ...bern);
    const { map: other } = prepare(feature(topology, topology.objects.countries), ...bern);
    assert.deepEqual(map, other);
    assert.ok(JSON.stringify(map).length < 25_000);
    const { map: land } = prepare(topology, ...bern, '--object', 'land');
    assert.equal(land.borders, '');
    assert.ok(land.land.length > 3000);
  });

  it('takes the land of new stories without a file, and may write over a map of its own', () => {
    const folder = emptyFolder();
    for (const detail of ['100', '30']) {
      const { status, said } = communique(folder, 'map', ...bern, '--detail', detail);
      assert.equal(status, 0, said);
      assert.match(said, /^map\.json: \d+ coasts, 0 borders, .* kB.*topology="map\.json"/);
    }
    assert.deepEqual(readdirSync(folder), ['map.json']);
  });

  const good = collection(country(square(10, 50, 4, true)));
  const bad = [
    [good, [], /--centre "46\.95, 7\.45"/],
    [good, ['--centre', 'Bern'], /centre is "Bern"; write latitude, longitude/],
    [good, ['--centre', '95, 200'], /"95, 200"/],
    [good, ['--centre', '151.25, -33.5'], /"151\.25, -33\.5".*write "-33\.5, 151\.25"/],
    [good, [...bern, '--radius', 'far'], /radius is "far".*kilometres.*20015/],
    [good, [...bern, '--detail', '-1'], /detail is "-1".*kilometres/],
    [good, [...bern, '--radius', '100'], /100 km of "46\.95, 7\.45".*larger --radius/],
    [good, [...bern, '--object', 'land'], /"in\.json" is no TopoJSON.*"land".*leave --object out/],
    [good, [...bern, '--output', 'in.json'], /"in\.json" is there already.*--output/],
    ['a,b', bern, /"in\.json" is no JSON/],
    ['null', bern, /no Polygon/],
    [{ type: 'Topology' }, bern, /no Polygon/],
    [
      { type: 'Topology', objects: { a: { type: 'Polygon', arcs: [[7]] } } },
      bern,
      /broken TopoJSON/,
    ],
    [
      { type: 'Topology', objects: { land: {} }, arcs: [] },
      [...bern, '--object', 'sea'],
      /no object "sea"; its objects are "land"/,
    ],
    [collection({ geometry: { type: 'Point', coordinates: [1, 2] } }), bern, /no Polygon.*/],
    [collection(country(square(4000, 50, 4))), bern, /\[4000,50\].*degrees.*WGS 84/],
    [collection(country([[1, 2]])), bern, /fewer than four points/],
    [collection(country([['1', null], 2, 3, 4])), bern, /\["1",null\].*degrees/],
  ];
  for (const [content, args, message] of bad)
    it(`refuses ${JSON.stringify(content).slice(0, 60)} with "${args.join(' ')}"`, () => {
      const { status, stderr, written } = prepare(content, ...args);
      assert.equal(status, 1, stderr);
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /fault of communique|\bat \w+ \(/);
      assert.deepEqual(written, []);
    });

  it('refuses a map that is prepared, a folder, and what is not there', () => {
    const folder = emptyFolder();
    communique(folder, 'map', ...bern);
    for (const [file, message] of [
      ['map.json', /"map\.json" is a prepared map already/],
      ['.', /"\." is a folder/],
      ['none.json', /"none\.json" is not there/],
    ]) {
      const { status, stderr } = communique(folder, 'map', file, ...bern);
      assert.equal(status, 1);
      assert.match(stderr, message);
    }
  });

  it('takes a centre south of the equator', () => {
    const { map, stderr } = prepare(
      collection(country(square(150, -34, 4))),
      '--centre',
      '-33.9, 151.2',
    );
    assert.deepEqual(map.centre, [151.2, -33.9], stderr);
  });

  it('keeps its options to itself', () => {
    const { status, stderr } = communique(emptyFolder(), 'check', '--centre', '1, 2');
    assert.equal(status, 2);
    assert.match(stderr, /"--centre" belongs to "map"/);
  });
});

describe('a map that was prepared', () => {
  let browser, server;
  before(async () => (browser = await launch()));
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  it('is drawn by the map element, and passes the check', async () => {
    const story = newStory();
    const { status, said } = communique(
      story,
      'map',
      ...bern,
      '--radius',
      '3000',
      '--output',
      'europe.json',
    );
    assert.equal(status, 0, said);
    const file = join(story, 'index.html');
    writeFileSync(file, readFileSync(file, 'utf8').replace('land.json', 'europe.json'));
    const checked = communique(story, 'check');
    assert.equal(checked.status, 0, checked.said);

    server = await serve(story, 0);
    const page = await browser.newPage();
    const messages = [];
    const loaded = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('request', (request) => loaded.push(request.url()));
    await page.goto(server.url);
    const { land } = JSON.parse(readFileSync(join(story, 'europe.json'), 'utf8'));
    await page.waitForFunction(
      (path) =>
        [
          ...(document.querySelector('diplomat-map').shadowRoot?.querySelectorAll('path') ?? []),
        ].some((one) => one.getAttribute('d') === path && one.getBoundingClientRect().width > 100),
      {},
      land,
    );
    assert.deepEqual(messages, []);
    assert.ok(loaded.some((url) => url.endsWith('/europe.json')));
  });
});
