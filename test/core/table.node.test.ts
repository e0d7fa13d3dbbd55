import { describe, it } from 'node:test';
import { expect } from 'chai';
import {
  maxRows,
  readTable,
  readTableInParts,
  tableOf,
  type Columns,
} from '../../src/core/table.js';
import { times } from '../../src/core/times.js';

const columns = {
  country: { required: true, also: ['land'] },
  count: { type: 'count', required: true },
  share: { type: 'number' },
  sources: { type: 'list' },
} as const satisfies Columns;

const read = (...rows: string[][]): ReturnType<typeof readTable<typeof columns>> =>
  readTable({ columns: ['country', 'count', 'share', 'sources'], rows }, columns);

describe('readTable', () => {
  it('can be done in parts: for each cell of numbers, and for each row', () => {
    const rows = times(400, (at) => [`Place ${at}`, String(at)]);
    const work = readTableInParts({ columns: ['country', 'count'], rows }, columns);
    let parts = 0;
    while (!work.next().done) parts++;
    expect(parts).to.be.at.least(800);
  });

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

  it('names a number above which neighbours can no longer be told apart', () => {
    const { rows, problems } = read(['France', '99999999999999999'], ['Germany', '4']);
    expect(rows.map(({ country }) => country)).to.deep.equal(['Germany']);
    expect(problems[0]).to.contain('99999999999999999').and.to.contain('9007199254740991');
  });

  it('reads a row that is called a total, and stands alone', () => {
    expect(read(['Total', '0']).rows).to.have.length(1);
  });

  it('leaves out a bad row, names it, its value and what mends it, and reads the others', () => {
    const { rows, problems } = read(['France', 'four'], ['Germany', '4']);
    expect(rows.map(({ country }) => country)).to.deep.equal(['Germany']);
    expect(problems).to.have.length(1);
    for (const part of ['row 1', 'France', '"count"', '"four"', 'write a number'])
      expect(problems[0]).to.contain(part);
  });

  it('does not take a number below 0 for a count', () => {
    const { rows, problems } = read(['France', '-1']);
    expect(rows).to.deep.equal([]);
    expect(problems[0]).to.contain('-1').and.to.contain('not below 0');
  });

  it('takes any other number for a count; what can be drawn is for the scene to say', () => {
    const counts = read(['a', '0'], ['b', '1.5'], ['c', '1234567']).rows.map((row) => row.count);
    expect(counts).to.deep.equal([0, 1.5, 1234567]);
  });

  it('reads no more rows than a picture can have', () => {
    const { rows, problems } = read(...Array.from({ length: maxRows + 1 }, () => ['a', '1']));
    expect(rows).to.deep.equal([]);
    expect(problems[0]).to.contain(String(maxRows));
    expect(read(...times(maxRows, () => ['a', '1'])).rows).to.have.length(maxRows);
  });

  it('wants a whole number where a column has no others', () => {
    const columns = { name: {}, calls: { type: 'number', whole: true } } as const satisfies Columns;
    const table = { columns: ['name', 'calls'], rows: [['A', '2'], ['B', '2.5']] }; // prettier-ignore
    const { rows, problems } = readTable(table, columns);
    expect(rows).to.deep.equal([{ name: 'A', calls: 2 }]);
    expect(problems).to.have.length(1);
    expect(problems[0]).to.contain('row 2 (B)').and.to.contain('write a whole number');
  });

  it('wants a value in a required cell', () => {
    expect(read(['', '4']).problems[0]).to.contain('"country" is empty');
    expect(read(['France', '']).problems[0]).to.contain('"count" is empty');
    expect(read(['France']).problems[0]).to.contain('"count" is empty');
  });

  it('takes the words of a column in any letter case, and reads another as empty, which it tells', () => {
    const columns = { name: {}, line: { values: ['open', 'closed'] } } as const satisfies Columns;
    const table = {
      columns: ['name', 'line'],
      rows: [
        ['A', ' OPEN '],
        ['B', 'opne'],
        ['C', ''],
      ],
    };
    const { rows, problems, hints } = readTable(table, columns);
    expect(rows.map(({ line }) => line)).to.deep.equal(['open', '', '']);
    expect(problems).to.deep.equal([]);
    expect(hints).to.deep.equal(['row 2 (B): "line" is "opne"; write one of "open", "closed"']);
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
        [{ text: '1', machine: true }, ''],
        ['x', 'true'],
      ],
      byProgram: true,
    });
  });

  it('passes over what is no object, and empties what is no text', () => {
    const odd = [null, undefined, 4, 'text', { a: null, b: {}, c: () => 1, d: ['x', 2, null] }];
    expect(tableOf(odd)).to.deep.equal({
      columns: ['a', 'b', 'c', 'd'],
      rows: [['', '', '', 'x, 2, ']],
      byProgram: true,
    });
  });

  it('takes numbers in texts, which a program may have written, for what is certain', () => {
    const german = (...counts: string[]): unknown =>
      readTable(tableOf(counts.map((count) => ({ country: 'a', count }))), columns, 'de').rows.map(
        ({ count }) => count,
      );
    expect(german('1234', '1,5', '1.5', '1.234,5')).to.deep.equal([1234, 1.5, 1.5, 1234.5]);
    // A thousand of a person, or a thousandth of a program.
    expect(german('1.234')).to.deep.equal([]);
    expect(german('1.234', '0.5')).to.deep.equal([1.234, 0.5]);
  });

  it('takes a hostile object for what it says', () => {
    const hostile: unknown = JSON.parse('{"__proto__": "x", "country": "a", "count": 1}');
    expect(readTable(tableOf([hostile]), columns).rows).to.deep.equal([
      { country: 'a', count: 1, share: undefined, sources: [] },
    ]);
    expect(({} as Record<string, unknown>).x).to.equal(undefined);
  });
});
