import { describe, it } from 'node:test';
import { expect } from 'chai';
import { expulsions } from '../../story-page.node.js';
import type { Expulsion } from '../../told.js';

const sum = (rows: readonly Expulsion[]): number =>
  rows.reduce((total, { expelled }) => total + expelled, 0);
const expelled = expulsions.filter((row) => row.expelled > 0);
const byMonday = expelled.filter(({ announced }) => announced <= '2018-03-26');
const of = (code: string): number => sum(expulsions.filter((row) => row.code === code));

describe('the expulsions of March 2018', () => {
  it('are 153: 146 by 29 countries and 7 by NATO', () => {
    expect(expulsions).length(36);
    expect(sum(expulsions)).equal(153);
    const countries = expelled.filter(({ code }) => code);
    expect([countries.length, sum(countries)]).deep.equal([29, 146]);
    expect(sum(expelled.filter(({ group }) => group === 'NATO'))).equal(7);
  });

  it('were 137 by 23 countries at the end of 26 March, 56 of them by 17 members of the EU', () => {
    expect([byMonday.length, sum(byMonday)]).deep.equal([23, 137]);
    const members = byMonday.filter(({ group }) => group === 'EU');
    expect([members.length, sum(members)]).deep.equal([17, 56]);
  });

  it('have the figures that the story turns on', () => {
    expect([of('US'), of('GB'), of('FR'), of('DE')]).deep.equal([60, 23, 4, 4]);
  });

  it('have two sources a row, and a place on the map for every country', () => {
    for (const { name, code, lat, lon, sources } of expulsions) {
      expect(sources, name).length(2);
      for (const source of sources) expect(source, name).match(/^https?:\/\//);
      expect(code !== '', name).equal(lat !== undefined && lon !== undefined);
    }
  });
});
