import { describe, it } from 'node:test';
import { expect } from 'chai';
import { largest, readFile } from '../../src/core/files.js';
import { readTable } from '../../src/core/table.js';
import { scene as map } from '../../src/scenes/diplomat-map/scene.js';
import { scene as counter } from '../../src/scenes/expulsion-counter/scene.js';

const { columns: mapColumns } = map;
const { columns } = counter;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, big = false): Uint8Array =>
  Uint8Array.from([...text].flatMap((char) => {
    const code = char.charCodeAt(0);
    return big ? [code >> 8, code & 255] : [code & 255, code >> 8];
  })); // prettier-ignore
/** A text of characters below 256, each as its byte. */
const latin = (text: string): Uint8Array =>
  Uint8Array.from([...text], (char) => char.charCodeAt(0));

interface Use {
  lang?: string;
  type?: string;
}

function rowsOf(bytes: Uint8Array, use: Use = {}): { rows: string[]; problems: readonly string[] } {
  const table = readFile(bytes, { columns, lang: 'en', ...use });
  const { rows, problems } = readTable(table, columns, use.lang ?? 'en');
  return { rows: rows.map(({ name, count }) => `${name} ${count}`), problems };
}

const two = ['Ireland, Republic of 1', 'España 2'];
const csv = 'name,count\n"Ireland, Republic of",1\nEspaña,2\n';
const semicolons = 'name;count\nIreland, Republic of;1\nEspaña;2\n';

const objects = '{"name":"Ireland, Republic of","count":1},{"name":"España","count":2}';

const written: Record<string, [Uint8Array, Use?]> = {
  'commas': [utf8(csv)],
  'semicolons': [utf8(semicolons)],
  'tabs': [utf8(semicolons.replaceAll(';', '\t'))],
  'bars': [utf8(semicolons.replaceAll(';', '|'))],
  'what sep= says': [utf8(`sep=;\r\n${semicolons}`)],
  'what "sep=" says, a sign of its own': [utf8(`"sep=^"\n${semicolons.replaceAll(';', '^')}`)],
  'semicolons and decimal commas': [utf8('name;lat;count\nIreland, Republic of;53,35;1\nEspaña;40,4;2'), { lang: 'de' }],
  'carriage returns alone': [utf8(csv.replaceAll('\n', '\r'))],
  'both line ends': [utf8(csv.replaceAll('\n', '\r\n'))],
  'no line end': [utf8(csv.trimEnd())],
  'quotes round everything': [utf8('"name","count"\n"Ireland, Republic of","1"\n"España","2"')],
  'empty lines and columns': [utf8('name,count,,\n\n"Ireland, Republic of",1,,\n,,,\nEspaña,2,,\n\n')],
  'titles above and notes below': [utf8(`Expelled diplomats\nMarch 2018\n\n${csv}\nSource: ministries\n* provisional\n`)],
  'titles above that have other signs than the table': [utf8(`Diplomats, by country, expelled\nMarch, April\n\n${semicolons}`)],
  'a total': [utf8(`${csv}Total,3\n`)],
  'a mark of UTF-8': [utf8(`\uFEFF${csv}`)],
  'UTF-16, little end first': [utf16(`\uFEFF${csv}`)],
  'UTF-16, big end first': [utf16(`\uFEFF${csv}`, true)],
  'UTF-16 without a mark': [utf16(csv)],
  'UTF-16 with tabs, as Excel writes it': [utf16(`\uFEFF${semicolons.replaceAll(';', '\t').replaceAll('\n', '\r\n')}`)],
  'Windows-1252': [latin(csv)],
  'Windows-1252 though the server says UTF-8': [latin(csv), { type: 'text/csv; charset=utf-8' }],
  'ISO-8859-1 as the server says': [latin(csv), { type: 'text/csv; charset=ISO-8859-1' }],
  'UTF-8 though the server says ISO-8859-1': [utf8(csv), { type: 'text/csv; charset=iso-8859-1' }],
  'JSON': [utf8('[{"name":"Ireland, Republic of","count":1},{"name":"España","count":2}]')],
  'JSON in an object': [utf8('{"data":[{"name":"Ireland, Republic of","count":1},{"name":"España","count":"2"}]}')],
  'JSON as an API answers': [utf8('{"count":2,"next":null,"errors":[],"results":[{"name":"Ireland, Republic of","count":1},{"name":"España","count":2}]}')],
  'JSON with a list of any name': [utf8('{"countries":[{"name":"Ireland, Republic of","count":1},{"name":"España","count":2}]}')],
  'JSON in two objects': [utf8('{"response":{"rows":[{"name":"Ireland, Republic of","count":1},{"name":"España","count":2}]}}')],
  'JSON in four objects': [utf8(`{"a":{"b":{"c":{"rows":[${objects}]}}}}`)],
  'JSON in an object, in capitals': [utf8(`{"Fields":["name","count"],"Data":[${objects}]}`)],
  'JSON with nothing in the place of an object': [utf8(`[${objects},null]`)],
  'JSON of lists': [utf8('[["name","count"],["Ireland, Republic of",1],["España",2]]')],
  'JSON as pandas splits it': [utf8('{"columns":["name","count"],"index":[0,1],"data":[["Ireland, Republic of",1],["España",2]]}')],
  'JSON with a mark of UTF-8': [utf8('\uFEFF [{"name":"Ireland, Republic of","count":1},{"name":"España","count":2}]')],
  'JSON, an object a line': [utf8('{"name":"Ireland, Republic of","count":1}\n{"name":"España","count":2}\n')],
  'GeoJSON': [utf8('{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Polygon","coordinates":[]},"properties":{"name":"Ireland, Republic of","count":1}},{"type":"Feature","geometry":null,"properties":{"name":"España","count":2}}]}')],
}; // prettier-ignore

describe('a file is read', () => {
  for (const [way, [bytes, use]] of Object.entries(written))
    it(`with ${way}`, () => {
      expect(rowsOf(bytes, use)).to.deep.equal({ rows: two, problems: [] });
    });

  for (const [lang, encoding, text, bytes] of [
    ['ru', 'windows-1251', 'Россия', [0xd0, 0xee, 0xf1, 0xf1, 0xe8, 0xff]],
    ['pl', 'windows-1250', 'Łódź', [0xa3, 0xf3, 0x64, 0x9f]],
    ['el', 'windows-1253', 'Ελλάς', [0xc5, 0xeb, 0xeb, 0xdc, 0xf2]],
    ['tr', 'windows-1254', 'Şile', [0xde, 0x69, 0x6c, 0x65]],
    ['ja', 'shift_jis', '日本', [0x93, 0xfa, 0x96, 0x7b]],
  ] as const)
    it(`in ${encoding} on a page in ${lang}`, () => {
      const file = Uint8Array.from([...latin('name,count\n'), ...bytes, ...latin(',1')]);
      expect(rowsOf(file, { lang }).rows).to.deep.equal([`${text} 1`]);
    });

  it('with the places of GeoJSON where a map is meant', () => {
    const point = (lon: number, lat: number): unknown => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat, 5] },
      properties: { name: `${lat}`, count: 3 },
    });
    const json = {
      type: 'FeatureCollection',
      features: [point(37.618, 55.756), point(-71.1, 42.4)],
    };
    const table = readFile(utf8(JSON.stringify(json)), { columns: mapColumns, lang: 'de' });
    const { rows } = readTable(table, mapColumns, 'de');
    expect(rows.map(({ lat, lon, count }) => [lat, lon, count])).to.deep.equal([[55.756, 37.618, 3], [42.4, -71.1, 3]]); // prettier-ignore
  });

  it('with thousands as the page has them only where people separate cells as they do', () => {
    const german = { lang: 'de' };
    expect(rowsOf(utf8('name;count\nA;1.234'), german).rows).to.deep.equal(['A 1234']);
    expect(rowsOf(utf8('name,count\nA,1.234'), german).rows).to.deep.equal([]);
    expect(rowsOf(utf8('name,count\nA,1.234\nB,0.5'), german).rows).to.deep.equal([
      'A 1.234',
      'B 0.5',
    ]);
  });

  it('with numbers of JSON as numbers, whatever the language of the page', () => {
    const table = readFile(utf8('[{"name":"A","count":1.234}]'), { columns, lang: 'de' });
    expect(readTable(table, columns, 'de').rows[0]!.count).to.equal(1.234);
  });

  it('with one feature of GeoJSON alone', () => {
    const feature = '{"type":"Feature","geometry":null,"properties":{"name":"A","count":1}}';
    expect(rowsOf(utf8(feature)).rows).to.deep.equal(['A 1']);
  });

  it('with as many rows and columns as are read, and no more', () => {
    const lists = (rows: number): Uint8Array =>
      utf8(`[["name","count"]${',["A",1]'.repeat(rows)}]`);
    expect(rowsOf(lists(5000)).rows).to.have.length(5000);
    expect(() => rowsOf(lists(5001))).to.throw('more than 5000');
    const wide = (columns: number): Uint8Array =>
      utf8(`[{"name":"A","count":1${Array.from({ length: columns - 2 }, (_, at) => `,"k${at}":1`).join('')}}]`); // prettier-ignore
    expect(rowsOf(wide(500)).rows).to.deep.equal(['A 1']);
    expect(() => rowsOf(wide(501))).to.throw('501 columns');
  });

  it('as large as five thousand rows with a long text each', () => {
    const sentence = 'A "quoted" word, with a comma, in a sentence that goes on for a while. ';
    const text = sentence.repeat(12).replaceAll('"', '""');
    const rows = Array.from({ length: 5000 }, (_, at) => `Place ${at},"${text}",${at}`);
    const file = utf8(`name,note,count\n${rows.join('\n')}`);
    expect(file.length)
      .to.be.above(0.8 * largest)
      .and.below(largest);
    const read = rowsOf(file);
    expect(read.problems).to.deep.equal([]);
    expect([read.rows.length, read.rows.at(-1)]).to.deep.equal([5000, 'Place 4999 4999']);
  });

  it('with line ends of several kinds', () => {
    expect(rowsOf(utf8('name,count\r\nA,1\nB,2\rC,3\r\n')).rows).to.deep.equal([
      'A 1',
      'B 2',
      'C 3',
    ]);
  });

  it('with the columns of a wrong guess never', () => {
    // Each line has as many commas as semicolons.
    const file = 'name;count;note\nA, B, C;1;x\nD, E, F;2;y';
    expect(rowsOf(utf8(file)).rows).to.deep.equal(['A, B, C 1', 'D, E, F 2']);
  });

  it('but a row that has too many cells, which would be read as other numbers, is named', () => {
    const { rows, problems } = rowsOf(utf8('name,lat,count\nA,52.5,1\nBerlin,52,52,7\nC,1.5,2'));
    expect(rows).to.deep.equal(['A 1', 'C 2']);
    expect(problems.join()).to.contain('row 2 (Berlin)').and.to.contain('quotes');
  });
});

const not: Record<string, [Uint8Array, said: string]> = {
  'nothing': [utf8(''), 'it is empty'],
  'white space': [utf8(' \r\n\uFEFF'), 'it is empty'],
  'a web page': [utf8('<!DOCTYPE html><html><title>404</title>'), 'it is a web page'],
  'a web page with space before it': [utf8('\n\n  <html lang="en">'), 'it is a web page'],
  'XML': [utf8('<?xml version="1.0"?><rows/>'), 'it is XML'],
  'Excel': [Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), 'a spreadsheet'],
  'old Excel': [Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'old Excel'],
  'a PDF': [utf8('%PDF-1.7'), 'a PDF'],
  'gzip': [Uint8Array.from([0x1f, 0x8b, 8]), 'gzip'],
  'a picture': [Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), 'a picture'],
  'RTF': [utf8('{\\rtf1 name'), 'RTF'],
  'a script': [utf8('var data = [{"name":"A","count":1}];'), 'a script'],
  'a call of a script': [utf8('callback([{"name":"A","count":1}])'), 'a script'],
  'broken JSON': [utf8('[{"name": "A",]'), 'begins like JSON'],
  'an object': [utf8('{"DE": {"count": 4}, "FR": {"count": 4}}'), 'an object with "DE", "FR"'],
  'an empty object': [utf8('{}'), 'nothing in it'],
  'JSON in five objects': [utf8(`{"a":{"b":{"c":{"d":{"rows":[${objects}]}}}}}`), 'an object with "d"'],
  'a list for each column': [utf8('{"name": ["A"], "count": [1]}'), 'a list for each column'],
  'a list of words': [utf8('["A", "B"]'), 'a list of plain values'],
  'lists with a column twice': [utf8('[["name","count","count"],["A",1,2]]'), 'two columns'],
  'TopoJSON': [utf8('{"type":"Topology","objects":{},"arcs":[]}'), 'TopoJSON'],
  'a geometry alone': [utf8('{"type":"Polygon","coordinates":[]}'), 'a Polygon of GeoJSON'],
  'a quote that is not closed': [utf8('name,count\n"A,1\nB,2\n'), 'row 2 has a quotation mark'],
  'too much': [new Uint8Array(largest + 1).fill(65), 'it has 5.0 MB, more than 5'],
  'too many rows': [utf8(`name,count\n${'a,1\n'.repeat(11_000)}`), 'more than 5000 rows'],
  'too many lines': [utf8('a\r'.repeat(400_000)), 'more than 300000 cells or lines'],
  'too many cells': [utf8(`name,count\n${','.repeat(400_000)}`), 'more than 300000 cells'],
  'nothing but quotes': [utf8('"'.repeat(700_000)), 'more than 300000 cells'],
  'too many columns': [utf8(`name,count\n${'a,'.repeat(600)}`), '601 columns, more than 500'],
  'too many objects': [utf8(`[${'{},'.repeat(6000)}{}]`), '6001 rows, more than 5000'],
  'too many keys': [utf8(`[${Array.from({ length: 600 }, (_, at) => `{"k${at}":1}`).join()}]`), '600 columns, more than 500'],
}; // prettier-ignore

describe('a file that cannot be read says what it is', () => {
  for (const [what, [bytes, said]] of Object.entries(not))
    it(what, () => {
      expect(() => readFile(bytes, { columns })).to.throw(said);
    });

  it('polygons where a map is meant', () => {
    const json = '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"MultiPolygon","coordinates":[]},"properties":{"name":"A"}}]}'; // prettier-ignore
    expect(() => readFile(utf8(json), { columns: mapColumns })).to.throw('MultiPolygon');
  });

  it('without names of columns', () => {
    const { rows, problems } = rowsOf(utf8('Ireland,1\nMalta,2'));
    expect(rows).to.deep.equal([]);
    expect(problems.join()).to.contain('no column "count"');
  });
});
