import { describe, it } from 'node:test';
import { expect } from 'chai';
import {
  addUp as add,
  readEntries,
  readGroups,
  type Choice,
  type Fold,
  type Sum,
} from '../../../src/scenes/expulsion-counter/sum.js';
import { times } from '../../../src/core/times.js';
import { march, read } from './rows.js';

const choice: Choice = { groups: [], until: '', language: 'en-GB', whole: true };
const fold: Fold = { groups: 60, rows: 250, kept: new Set(), rest: (count) => `${count} more` };

function addUp(
  rows: Parameters<typeof readEntries>[0],
  how: Choice,
  folded: Partial<Fold> = {},
): Sum & { readonly problems: readonly string[] } {
  const entries = readEntries(rows, how);
  return { ...add(entries, { ...fold, ...folded }), problems: entries.problems };
}

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

  it('names a group by its only row, or else by its value', () => {
    const names = (folded?: Partial<Fold>): string[] =>
      addUp(read(march), choice, folded).groups.map(({ name }) => name);
    expect(names()).to.deep.equal(['United States', 'EU']);
    expect(names({ rows: 3 }), 'a row for several').to.deep.equal(['United States', 'EU']);
  });

  it('keeps the first of equal groups', () => {
    const rows = read(times(9, (i) => ({ name: `R${i}`, count: 5, group: `G${8 - i}` })));
    const names = addUp(rows, choice, { groups: 4 }).groups.map(({ name }) => name);
    expect(names).to.deep.equal(['R0', 'R1', 'R2', '6 more']);
  });

  it('takes its group’s tone from most of its people', () => {
    expect(addUp(read(march), choice).groups.map(({ tone }) => tone)).to.deep.equal(['a', 'c']);
    expect(addUp(read([{ name: 'A', count: 1 }]), choice).items[0]!.tone).to.equal('c');
  });

  it('adds decimals up as they are written', () => {
    const rows = read([{ name: 'A', count: 0.1 }, { name: 'B', count: 0.2 }]); // prettier-ignore
    const { total, groups, problems } = addUp(rows, { ...choice, whole: false });
    expect([total, groups[0]!.total, problems]).to.deep.equal([0.3, 0.3, []]);
  });

  it('names a count of people that is not whole, and keeps it', () => {
    const { total, problems } = addUp(read([{ name: 'A', count: 12.5 }]), choice);
    expect(total).to.equal(12.5);
    expect(problems).to.have.length(1);
    expect(problems[0]).to.contain('"A" is 12.5').and.contain('mark="dot"');
  });

  it('adds up the smallest of too many rows in their groups, and loses none', () => {
    const rows = read(
      Array.from({ length: 1000 }, (_, i) => ({ name: `R${i}`, count: i, group: i % 2 })),
    );
    const { items, groups, total } = addUp(rows, choice, { rows: 20, kept: new Set(['r3']) });
    expect(total).to.equal(499_500);
    expect(groups.map((group) => group.total)).to.deep.equal([249_500, 250_000]);
    expect(items.length).to.be.at.most(20);
    expect(items.reduce((sum, item) => sum + item.rows, 0)).to.equal(1000);
    expect(items.map(({ name }) => name)).to.include.members([
      'R999',
      'R3',
      '490 more',
      '492 more',
    ]);
    for (const group of groups)
      expect(group.items.reduce((sum, item) => sum + item.count, 0)).to.equal(group.total);
  });

  it('adds up the smallest of too many groups, and loses none', () => {
    const rows = read(
      Array.from({ length: 1000 }, (_, i) => ({ name: `R${i}`, count: i, group: `G${i}` })),
    );
    const { groups, total } = addUp(rows, choice, { groups: 10 });
    expect(groups.map(({ name }) => name)).to.deep.equal([
      ...['R999', 'R998', 'R997', 'R996', 'R995', 'R994', 'R993', 'R992', 'R991'].reverse(),
      '991 more',
    ]);
    expect(groups.reduce((sum, group) => sum + group.total, 0)).to.equal(total);
  });

  it('knows a neutral tone', () => {
    const { groups, problems } = addUp(
      [
        {
          name: 'NATO',
          code: '',
          count: 7,
          group: '',
          tone: 'e',
          date: undefined,
          order: undefined,
        },
      ],
      { ...choice, language: 'en' },
    );
    expect([groups[0]!.tone, problems]).to.deep.equal(['e', []]);
  });

  it('says what is wrong with a row, and draws what it can', () => {
    const rows = read([
      { name: 'Atlantis', code: 'QX', count: 1, tone: 'e' },
      { code: '', count: 2 },
    ]);
    // In British English a name beside a code is taken as it stands.
    const sum = addUp(rows, { ...choice, language: 'en', groups: readGroups('Z') });
    expect(sum.problems.join(' ')).to.contain('"QX"').and.contain('"Z"');
    expect(sum.problems.join(' ')).to.contain('neither a name nor a code');
    expect(addUp(rows, choice).items.map(({ name }) => name)).to.deep.equal(['Atlantis']);
  });
});
