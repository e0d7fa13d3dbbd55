import { describe, it } from 'node:test';
import { expect } from 'chai';
import { addUp, readGroups, type Choice } from '../../../src/scenes/expulsion-counter/sum.js';
import { march, read } from './rows.js';

const choice: Choice = { groups: [], until: '', language: 'en-GB', most: 2000 };

describe('readGroups', () => {
  const cases: [string, [string, string][]][] = [
    ['', []],
    ['US, EU', [['US', ''], ['EU', '']]],
    ['US=United States, EU=European Union, added up', [['US', 'United States'], ['EU', 'European Union, added up']]],
    ['EU=Europe, all of it; US', [['EU', 'Europe, all of it'], ['US', '']]],
    ['a=1=2', [['a', '1=2']]],
    [' ; , ', []],
  ]; // prettier-ignore
  for (const [text, expected] of cases)
    it(`reads "${text}"`, () => {
      expect(readGroups(text).map(({ value, name }) => [value, name])).to.deep.equal(expected);
    });
});

describe('addUp', () => {
  it('adds up what counts until a day, that day with it', () => {
    const { groups, problems } = addUp(read(march), { ...choice, until: '2018-03-26' });
    expect(groups.map(({ total }) => total)).to.deep.equal([60, 56]);
    expect(groups[1]!.items).to.have.length(17);
    expect(problems).to.be.empty;
    expect(addUp(read(march), choice).total).to.equal(118);
  });

  it('lets a row without a date count always', () => {
    const rows = read([{ name: 'A', count: 2 }, { name: 'B', count: 3, date: '2020-01-01' }]); // prettier-ignore
    expect(addUp(rows, { ...choice, until: '2019-01-01' }).total).to.equal(2);
  });

  it('puts the largest first, equal ones by name, and an order before both', () => {
    const rows = read([
      { name: 'B', count: 1 },
      { name: 'A', count: 1 },
      { name: 'C', count: 9 },
      { name: 'Last but first', count: 0, order: 1 },
    ]);
    const names = addUp(rows, choice).items.map(({ name }) => name);
    expect(names).to.deep.equal(['Last but first', 'C', 'A', 'B']);
  });

  it('draws the groups that were asked for, in that order, under their names', () => {
    const groups = readGroups('EU=Europe; US');
    const sum = addUp(read(march), { ...choice, groups });
    expect(sum.groups.map(({ name }) => name)).to.deep.equal(['Europe', 'United States']);
    const one = addUp(read(march), { ...choice, groups: readGroups('US') });
    expect(one.items.map(({ name }) => name)).to.deep.equal(['United States']);
  });

  it('names countries in the language and keeps other names', () => {
    const rows = read([{ name: 'Germany', code: 'DE', count: 2 }, { name: 'NATO', count: 1 }]); // prettier-ignore
    const names = addUp(rows, { ...choice, language: 'fr' }).items.map(({ name }) => name);
    expect(names).to.deep.equal(['Allemagne', 'NATO']);
  });

  it('takes its group’s tone from most of its people', () => {
    expect(addUp(read(march), choice).groups.map(({ tone }) => tone)).to.deep.equal(['a', 'c']);
  });

  it('gives up the same share of marks everywhere where there are too many', () => {
    const rows = read([
      { name: 'A', count: 1500, group: 'x' },
      { name: 'B', count: 1500, group: 'x' },
      { name: 'C', count: 1000, group: 'y' },
    ]);
    const { groups, drawn, total } = addUp(rows, choice);
    expect([drawn, total]).to.deep.equal([2000, 4000]);
    expect(groups.map((group) => group.drawn)).to.deep.equal([1500, 500]);
  });

  it('knows a neutral tone', () => {
    const { groups, problems } = addUp(
      [{ name: 'NATO', code: '', count: 7, group: '', tone: 'e', date: '', order: undefined }],
      { groups: [], until: '', language: 'en', most: 2000 },
    );
    expect([groups[0]!.tone, problems]).to.deep.equal(['e', []]);
  });

  it('says what is wrong with a row, and draws what it can', () => {
    const rows = read([
      { name: 'Atlantis', code: 'QX', count: 1, tone: 'pink' },
      { code: '', count: 2 },
    ]);
    // In British English a name beside a code is taken as it stands.
    const sum = addUp(rows, { ...choice, language: 'en', groups: readGroups('Z') });
    expect(sum.problems.join(' ')).to.contain('"QX"').and.contain('"pink"').and.contain('"Z"');
    expect(sum.problems.join(' ')).to.contain('neither a name nor a code');
    expect(addUp(rows, choice).items.map(({ name }) => name)).to.deep.equal(['Atlantis']);
  });
});
