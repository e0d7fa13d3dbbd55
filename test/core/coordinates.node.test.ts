import { describe, it } from 'node:test';
import { expect } from 'chai';
import { isRefusal } from '../../src/core/cells.js';
import { readCoordinate, readPoint } from '../../src/core/coordinates.js';
import { joinList, splitList } from '../../src/core/lists.js';
import { readTable } from '../../src/core/table.js';
import { mapColumns } from '../../src/scenes/diplomat-map/places.js';

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
      expect('swapped' in point ? point.swapped : undefined).to.equal(swapped);
    });

  for (const text of ['', '55', 'a, b', '1,2,3', '91, 181', '200, 95', '55.75° N, 37.5° N', '-55.75° S, 3', '55°75′ N, 3° E', 'NaN, 3', '5 5 5 5'])
    it(`is refused: ${JSON.stringify(text)}`, () => {
      expect(isRefusal(readPoint(text, 'en')), JSON.stringify(readPoint(text))).to.equal(true);
    }); // prettier-ignore
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
  });
});
