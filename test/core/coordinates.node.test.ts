import { describe, it } from 'node:test';
import { expect } from 'chai';
import { isRefusal } from '../../src/core/cells.js';
import { readCoordinate, readPoint } from '../../src/core/coordinates.js';
import { isTurned, regionOf } from '../../src/core/region.js';
import { joinList, splitList } from '../../src/core/lists.js';
import { readTable } from '../../src/core/table.js';
import { randomFrom } from '../random.js';
import { scene as map } from '../../src/scenes/diplomat-map/scene.js';

const { columns: mapColumns } = map;

const points: [text: string, lat: number, lon: number, swapped?: true][] = [
  ['55.75, 37.5', 55.75, 37.5], ['55.75,37.5', 55.75, 37.5], ['-33.5, 151.25', -33.5, 151.25], ['55.75 37.5', 55.75, 37.5], ['55.75; 37.5', 55.75, 37.5],
  ['55,75; 37,5', 55.75, 37.5], ['55.75° N, 37.5° E', 55.75, 37.5], ['55.75°N 37.5°E', 55.75, 37.5], ['37.5° E, 55.75° N', 55.75, 37.5],
  ['N 55.75, E 37.5', 55.75, 37.5], ["55°45'N 37°30'E", 55.75, 37.5], ['55° 45′ 0″ N, 37° 30′ 0″ E', 55.75, 37.5], ['55 45 0 N, 37 30 0 E', 55.75, 37.5],
  ['33.5S 151.25E', -33.5, 151.25], ['33.5° s, 71.5° w', -33.5, -71.5], ['55,75° N, 37,5° E', 55.75, 37.5], ['۵۵.۷۵، ۳۷.۵', 55.75, 37.5], ['\u200e55.75,\u00a037.5', 55.75, 37.5],
  ['151.25, -33.5', -33.5, 151.25, true], ['-165.6,-6.3', -6.3, -165.6, true], ['0,0', 0, 0], ['90, 180', 90, 180],
]; // prettier-ignore

describe('a point', () => {
  for (const [text, lat, lon, swapped] of points)
    it(`is read: ${text}`, () => {
      const point = readPoint(text, 'en');
      expect(point).to.include({ lat, lon });
      expect('swapped' in point ? /longitude; write/.test(point.swapped) : undefined).to.equal(
        swapped,
      );
    });

  for (const text of ['', '55', 'a, b', '1,2,3', '91, 181', '200, 95', '55.75° N, 37.5° N', '-55.75° S, 3', '55°75′ N, 3° E', 'NaN, 3', '5 5 5 5'])
    it(`is refused: ${JSON.stringify(text)}`, () => {
      expect(isRefusal(readPoint(text, 'en')), JSON.stringify(readPoint(text))).to.equal(true);
    }); // prettier-ignore
});

// A world is some places within a distance of a point of the land, as data have them.
describe('a point, in a world of places', () => {
  interface Place {
    lat: number;
    lon: number;
  }
  const seeds = 400;

  function worldOf(seed: number): { places: Place[]; near: (from: Place, km: number) => Place } {
    const random = randomFrom(seed);
    const near = ({ lat, lon }: Place, km: number): Place => {
      for (;;) {
        const [angle, degrees] = [random() * 2 * Math.PI, (Math.sqrt(random()) * km) / 111.2];
        const found = lat + degrees * Math.sin(angle);
        const across = (degrees * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180);
        const place = { lat: Number(found.toFixed(4)), lon: Number((lon + across).toFixed(4)) };
        if (Math.abs(place.lat) <= 85 && Math.abs(place.lon) <= 179) return place;
      }
    };
    const middle = { lat: random() * 140 - 70, lon: random() * 340 - 170 };
    const reach = [50, 300, 1000, 2500, 6000][seed % 5]!;
    const places = Array.from({ length: 1 + Math.floor(random() ** 2 * 40) }, () =>
      near(middle, reach),
    );
    return { places, near };
  }

  const kilometres = (a: Place, b: Place): number => {
    const [φ, ψ, λ] = [a.lat, b.lat, a.lon - b.lon].map((each) => (each * Math.PI) / 180) as [number, number, number]; // prettier-ignore
    const half = Math.sin((φ - ψ) / 2) ** 2 + Math.cos(φ) * Math.cos(ψ) * Math.sin(λ / 2) ** 2;
    return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(half)));
  };

  it('is never turned where it has the latitude first and is near a place', () => {
    for (let seed = 1; seed <= seeds; seed++) {
      const { places, near } = worldOf(seed);
      const { lat, lon } = near(places[seed % places.length]!, 490);
      const point = readPoint(`${lat}, ${lon}`, 'en', regionOf(places));
      expect(point, `world ${seed}`).to.deep.equal({ lat, lon });
    }
  });

  it('is turned, and says so, where it has the longitude first and the readings are clearly apart', () => {
    let apart = 0;
    for (let seed = 1; seed <= seeds; seed++) {
      const { places, near } = worldOf(seed);
      const { lat, lon } = near(places[seed % places.length]!, 300);
      if (Math.abs(lon) > 90) continue;
      const far = places.map((place) => kilometres(place, { lat: lon, lon: lat }));
      const right = places.map((place) => kilometres(place, { lat, lon }));
      if (Math.min(...far) < 2 * Math.max(1000, ...right)) continue;
      apart++;
      const point = readPoint(`${lon}, ${lat}`, 'en', regionOf(places));
      expect(point, `world ${seed}`).to.include({ lat, lon });
      const { swapped = '' } = point as { swapped?: string };
      expect(swapped, `world ${seed}`).to.contain(`write the latitude first, "${lat}, ${lon}"`);
      for (const value of [lat, lon]) expect(swapped.split(String(Math.abs(value))).length).to.equal(4); // prettier-ignore
    }
    expect(apart).to.be.above(seeds / 10);
  });

  it('is read as its letters say, wherever that is', () => {
    for (let seed = 1; seed <= seeds; seed++) {
      const { places, near } = worldOf(seed);
      const { lat, lon } = near(places[0]!, 300);
      const [ns, ew] = [lat < 0 ? 'S' : 'N', lon < 0 ? 'W' : 'E'];
      const texts = [`${Math.abs(lat)}${ns}, ${Math.abs(lon)}${ew}`, `${ew}${Math.abs(lon)} ${ns}${Math.abs(lat)}`]; // prettier-ignore
      // The other way round, too, which may be where no place is.
      if (Math.abs(lon) <= 90) texts.push(`${Math.abs(lon)}° ${ew === 'E' ? 'N' : 'S'}, ${Math.abs(lat)}° ${ns === 'N' ? 'E' : 'W'}`); // prettier-ignore
      const found = texts.map((text) => readPoint(text, 'en', regionOf(places)));
      expect(found[0]).to.deep.equal({ lat, lon });
      expect(found[1]).to.deep.equal({ lat, lon });
      if (found[2]) expect(found[2]).to.deep.equal({ lat: lon, lon: lat });
    }
  });

  const capitals = { London: [51.5, -0.1], Berlin: [52.5, 13.4], Kyiv: [50.45, 30.5], Paris: [48.86, 2.35], Rome: [41.9, 12.5], Warsaw: [52.2, 21], Washington: [38.9, -77] }; // prettier-ignore
  const europe = Object.values(capitals).map(([lat, lon]) => ({ lat: lat!, lon: lon! }));
  const kenya = [[-1.3, 36.8], [-4, 39.7], [0.5, 35.3], [-0.1, 34.8]].map(([lat, lon]) => ({ lat: lat!, lon: lon! })); // prettier-ignore
  const cases: [what: string, text: string, places: Place[], turned: boolean][] = [
    ['Moscow', '37.6173, 55.7558', europe, true],
    ['Moscow, latitude first', '55.7558, 37.6173', europe, false],
    ['Bern', '7.4,46.9', europe, true],
    ['Bern, latitude first', '46.9,7.4', europe, false],
    ['Bern in degrees', '7.4°, 46.9°', europe, true],
    ['Bern with a comma for decimals', '7,4; 46,9', europe, true],
    ['London for places in Kenya', '51.5, -0.1', kenya, false],
    ['Nairobi, longitude first', '36.8, -1.3', kenya, true],
    ['Nairobi for places in Europe', '-1.3, 36.8', europe, false],
    ['Oslo for one place', '10.7, 59.9', [{ lat: 59.3, lon: 18.1 }], true],
    ['the same numbers', '45, 45', kenya, false],
    ['without places', '7.4, 46.9', [], false],
  ];
  for (const [what, text, places, turned] of cases)
    it(`${what}: ${text} is ${turned ? 'turned' : 'not turned'}`, () => {
      const point = readPoint(text, 'de', regionOf(places));
      expect(!!(point as { swapped?: string }).swapped).to.equal(turned);
    });

  it('is told of with the letters of both readings', () => {
    const argentina = regionOf([
      { lat: -34, lon: -58 },
      { lat: -31, lon: -64 },
    ]);
    for (const [text, places, meant, written] of [
      ['-58.4, -34.6', argentina, '34.6S, 58.4W', '58.4S, 34.6W'],
      ['7.4, 46.9', regionOf(europe), '46.9N, 7.4E', '7.4N, 46.9E'],
    ] as const)
      expect((readPoint(text, 'en', places) as { swapped: string }).swapped)
        .to.contain(`read as ${meant},`)
        .and.contain(`not as ${written};`);
  });

  it('is turned among thousands of places, too', () => {
    const places = Array.from({ length: 5000 }, (_, at) => ({ lat: 45 + (at % 70) / 10, lon: at % 10 })); // prettier-ignore
    expect(isTurned(regionOf(places)!, { lat: 5, lon: 47 })).to.equal(true);
  });
});

describe('a column of coordinates', () => {
  const read = (lat: string, lon: string, lang = 'en'): ReturnType<typeof readTable<typeof mapColumns>> =>
    readTable({ columns: ['name', 'count', 'lat', 'lon'], rows: [['A', '4', lat, lon]] }, mapColumns, lang); // prettier-ignore

  const written: [lat: string, lon: string, lang?: string][] = [
    ['55.5', '-37.5'], ['55,5', '-37,5', 'de'], ['55,5', '-37,5', 'en'], ['55.500', '-37.500', 'de'], ['55.5°', '-37.5°'], ['55.5° N', '37.5° W'],
    ['55°30′N', '37°30′W'], ["55°30'", "-37°30'"], ['55.5N', '37.5w'], ['N55.5', 'W37.5'], ['55 30 N', '37 30 W'], ['55,5° N', '37,5° O', 'fr'],
  ]; // prettier-ignore
  for (const [lat, lon, lang] of written)
    it(`reads ${lat}, ${lon} in ${lang ?? 'en'}`, () => {
      const { rows, problems } = read(lat, lon, lang);
      expect(problems).to.deep.equal([]);
      expect(rows[0]).to.include({ lat: 55.5, lon: -37.5, count: 4 });
    });

  const wrong: [lat: string, lon: string, said: string][] = [
    ['151.2', '-33.9', 'may have changed places'], ['200', '0', 'from -90 to 90'], ['0', '181', 'from -180 to 180'], ['37.5° E', '0', 'is a longitude'],
    ['north', '0', 'write'], ['55°75′', '0', 'write'], ['-5 S', '0', 'write'],
  ]; // prettier-ignore
  for (const [lat, lon, said] of wrong)
    it(`names ${lat}, ${lon}, and keeps the row without its place`, () => {
      const { rows, problems } = read(lat, lon);
      expect(rows).to.have.length(1);
      expect(rows[0]!.count).to.equal(4);
      expect(rows[0]!.lat === undefined || rows[0]!.lon === undefined).to.equal(true);
      expect(problems).to.have.length(1);
      expect(problems[0]).to.contain(said).and.to.contain('row 1 (A)');
    });

  it('counts sixty minutes in a degree, and sixty seconds in a minute', () => {
    const value = (text: string): unknown => readCoordinate(text, 'latitude', 'en');
    expect(value('59° 59′ 59″ N')).to.be.closeTo(60 - 1 / 3600, 1e-9);
    expect(value('12 30 36 S')).to.be.closeTo(-12.51, 1e-9);
    expect(value('12° 0′ 36″')).to.be.closeTo(12.01, 1e-9);
    for (const text of ['55° 60′ N', '55° 0′ 60″ N', '55.5° 30′ N', '55 60 N'])
      expect(isRefusal(value(text)), text).to.equal(true);
  });

  it('knows what O stands for in a language', () => {
    expect(readCoordinate('4° O', 'longitude', 'fr')).to.equal(-4);
    expect(readCoordinate('4° O', 'longitude', 'de')).to.equal(4);
    expect(isRefusal(readCoordinate('4° O', 'longitude', 'en'))).to.equal(true);
  });
});

describe('a list of names', () => {
  const lists: [text: string, names: string[]][] = [
    ['', []], ['a', ['a']], ['a, b;c', ['a', 'b', 'c']], ['"Korea, Republic of", Iran', ['Korea, Republic of', 'Iran']],
    ['“Korea, Republic of”; „Kongo, Republik“, «Corée, Rép.»', ['Korea, Republic of', 'Kongo, Republik', 'Corée, Rép.']],
    ['Côte d’Ivoire, 5" gun', ['Côte d’Ivoire', '5" gun']], ['a، b؛ c', ['a', 'b', 'c']], ['the "a, b" team, c', ['the "a, b" team', 'c']],
  ]; // prettier-ignore
  for (const [text, names] of lists)
    it(`is read: ${text}`, () => {
      expect(splitList(text)).to.deep.equal(names);
    });

  it('of a script keeps the commas of its names', () => {
    for (const names of [['a', 'b'], ['Korea, Republic of', 'Iran'], ['a; b']])
      expect(splitList(joinList(names))).to.deep.equal(names);
    expect(joinList(['a', 'b, c', 'd "e"; f'])).to.equal('a, "b, c", "d e; f"');
    expect(splitList(' " a , b " ;c ')).to.deep.equal(['a , b', 'c']);
  });
});
