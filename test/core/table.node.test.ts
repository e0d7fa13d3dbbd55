import { describe, it } from 'node:test';
import { expect } from 'chai';
import { parseCsv } from '../../src/core/csv.js';
import { readTable, tableOf, type Columns } from '../../src/core/table.js';

const columns = {
  country: { required: true, also: ['land'] },
  count: { type: 'count', required: true },
  share: { type: 'number' },
  sources: { type: 'list' },
} as const satisfies Columns;

const read = (...rows: string[][]): ReturnType<typeof readTable<typeof columns>> =>
  readTable({ columns: ['country', 'count', 'share', 'sources'], rows }, columns);

describe('readTable', () => {
  it('reads a row by the names of its columns', () => {
    const { rows, problems } = read(['Ireland', '1', '0.5', 'one, two; three']);
    expect(problems).to.deep.equal([]);
    expect(rows).to.deep.equal([
      { country: 'Ireland', count: 1, share: 0.5, sources: ['one', 'two', 'three'] },
    ]);
  });

  it('does not care for order, case, space or other columns', () => {
    const table = { columns: [' COUNT ', 'note', 'Land'], rows: [['4', 'x', ' France ']] };
    expect(readTable(table, columns).rows).to.deep.equal([
      { country: 'France', count: 4, share: undefined, sources: [] },
    ]);
  });

  it('names a missing column and what mends it, and gives no rows', () => {
    const { rows, problems } = readTable({ columns: ['country'], rows: [['France']] }, columns);
    expect(rows).to.deep.equal([]);
    expect(problems).to.have.length(1);
    expect(problems[0]).to.contain('"count"').and.to.contain('add a header cell');
  });

  it('leaves out a bad row, names it, its value and what mends it, and reads the others', () => {
    const { rows, problems } = read(['France', 'four'], ['Germany', '4']);
    expect(rows.map(({ country }) => country)).to.deep.equal(['Germany']);
    expect(problems).to.have.length(1);
    for (const part of ['row 1', 'France', '"count"', '"four"', 'write a number'])
      expect(problems[0]).to.contain(part);
  });

  const most = Number.MAX_SAFE_INTEGER;
  for (const bad of ['-1', '9007199254740993', '9'.repeat(30), '-0.5'])
    it(`does not take ${bad} for a count`, () => {
      const { rows, problems } = read(['France', bad]);
      expect(rows).to.deep.equal([]);
      expect(problems[0]).to.contain(bad).and.to.contain(`from 0 to ${most}`);
    });

  it('takes any number from 0 to the most for a count', () => {
    const counts = ['0', '12.5', '2001', '1000000000', String(most)];
    expect(read(...counts.map((count) => ['a', count])).rows.map((row) => row.count)).to.deep.equal(
      counts.map(Number),
    );
  });

  it('wants a value in a required cell', () => {
    expect(read(['', '4']).problems[0]).to.contain('"country" is empty');
    expect(read(['France', '']).problems[0]).to.contain('"count" is empty');
    expect(read(['France']).problems[0]).to.contain('"count" is empty');
  });

  it('passes over empty rows without a word', () => {
    expect(read([], [''], ['  ', ' '])).to.deep.equal({ rows: [], problems: [] });
  });

  it('counts bad rows as a person does', () => {
    expect(read(['a', '1'], [], ['b', 'x']).problems[0]).to.match(/^row 3 \(b\)/);
  });

  it('is not misled by names that objects have of their own', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const plain = { name: { required: true } } as const satisfies Columns;
    const { rows, problems } = readTable(
      { columns: [...names, 'name'], rows: [['1', '2', '3', '4', 'kept']] },
      plain,
    );
    expect(problems).to.deep.equal([]);
    expect(rows).to.deep.equal([{ name: 'kept' }]);
    expect(Object.getPrototypeOf(rows[0])).to.equal(Object.prototype);
    expect(readTable({ columns: names, rows: [] }, plain).problems).to.have.length(1);
  });

  it('does not change what it is given', () => {
    const table = Object.freeze({
      columns: Object.freeze(['country', 'count']),
      rows: Object.freeze([Object.freeze(['a', 'x'])]),
    });
    expect(() => readTable(table, columns)).not.to.throw();
  });
});

describe('tableOf', () => {
  it('makes a table of objects, whichever of them has a column', () => {
    expect(tableOf([{ a: 1 }, { b: true, a: 'x' }])).to.deep.equal({
      columns: ['a', 'b'],
      rows: [
        ['1', ''],
        ['x', 'true'],
      ],
    });
  });

  it('passes over what is no object, and empties what is no text', () => {
    const odd = [null, undefined, 4, 'text', { a: null, b: {}, c: () => 1, d: ['x', 2, null] }];
    expect(tableOf(odd)).to.deep.equal({
      columns: ['a', 'b', 'c', 'd'],
      rows: [['', '', '', 'x, 2, ']],
    });
  });

  it('takes a hostile object for what it says', () => {
    const hostile: unknown = JSON.parse('{"__proto__": "x", "country": "a", "count": 1}');
    expect(readTable(tableOf([hostile]), columns).rows).to.deep.equal([
      { country: 'a', count: 1, share: undefined, sources: [] },
    ]);
    expect(({} as Record<string, unknown>).x).to.equal(undefined);
  });
});

describe('parseCsv', () => {
  it('reads quotes, commas and line breaks inside cells', () => {
    const text = 'country,note\r\n"Ireland, Republic of","said ""one"""\r\nMalta,"two\nlines"\r\n';
    expect(parseCsv(text)).to.deep.equal({
      columns: ['country', 'note'],
      rows: [
        ['Ireland, Republic of', 'said "one"'],
        ['Malta', 'two\nlines'],
      ],
    });
  });

  it('reads a file with a byte order mark, with bare line feeds, or with nothing in it', () => {
    expect(parseCsv('\uFEFFa,b\n1,2').columns).to.deep.equal(['a', 'b']);
    expect(parseCsv('')).to.deep.equal({ columns: [], rows: [] });
    expect(parseCsv('a').rows).to.deep.equal([]);
  });

  it('takes a column called __proto__ for a column', () => {
    expect(parseCsv('__proto__,a\n1,2').columns).to.deep.equal(['__proto__', 'a']);
  });
});
