import { describe, it, type TestContext } from 'node:test';
import { expect } from 'chai';
import { readPlaces, type Places } from '../../../src/scenes/diplomat-map/places.js';
import { scene, type MapRow, type MapState } from '../../../src/scenes/diplomat-map/scene.js';
import { seat, shareOf, unitsOf } from '../../../src/scenes/diplomat-map/units.js';
import { readView, type View } from '../../../src/scenes/diplomat-map/views.js';
import { readTable, tableOf } from '../../../src/core/table.js';

const centre = { x: 37.6, y: 55.8 };

const rowsOf = (rows: readonly unknown[]): readonly MapRow[] =>
  readTable(tableOf(rows), scene.columns).rows;

/** Reads rows for a map of its own, so that each message is told. */
function places(rows: readonly unknown[], whole = true): Places & { readonly map: Element } {
  const map = { localName: 'diplomat-map' } as Element;
  const rest = (count: number): string => `${count} more`;
  return { ...readPlaces(rowsOf(rows), centre, { map, language: 'en', whole, rest }), map };
}

const told = (t: TestContext): (() => string[]) => {
  const { mock } = t.mock.method(console, 'warn', () => {});
  return () => mock.calls.map((call) => String(call.arguments[0]));
};

const march = [
  { code: 'FR', count: 1, date: '2018-03-26', lat: 48.9, lon: 2.4, tone: 'a' },
  { code: 'GB', count: 23, date: '2018-03-14', lat: 51.5, lon: -0.1 },
  { code: 'fr', count: 3, date: '2018-03-27' },
  { name: 'NATO', count: 7, date: '2018-03-26' },
  { code: 'US', label: 'America', count: 60, lat: 38.9, lon: -77 },
];

describe('the places of a map', () => {
  it('are one for each code or name, in the order in which something comes to them', () => {
    const all = places(march);
    expect(all.arrivals.map(({ place, count }) => [all.places[place]!.name, count])).to.deep.equal([
      ['America', 60],
      ['United Kingdom', 23],
      ['NATO', 7],
      ['France', 1],
      ['France', 3],
    ]);
    expect(all.total).to.equal(94);
    const said = all.places.map(({ name, tone, country, at, total }) => [name, tone, country, !!at, total]); // prettier-ignore
    expect(said).to.deep.equal([
      ['America', 'c', true, true, 60],
      ['United Kingdom', 'c', true, true, 23],
      ['NATO', 'c', false, false, 7],
      ['France', 'a', true, true, 4],
    ]);
    for (const name of ['fr', 'france']) expect(all.byName.get(name), name).to.equal(3);
    for (const name of ['us', 'america', 'united states'])
      expect(all.byName.get(name), name).to.equal(0);
  });

  it('are told of where a row has no name, a code that is none, or a part of a person', (t) => {
    const said = told(t);
    const all = places([{ count: 1 }, { name: 'A', code: 'QX', count: 1 }, { name: 'B', count: 1.5 }]); // prettier-ignore
    expect(all.places).to.have.length(2);
    expect(said()).to.have.length(3);
    for (const part of ['no "name"', 'code "QX"', '"B" is 1.5'])
      expect(said().join(), part).to.contain(part);
    places([{ name: 'B', count: 1.5 }], false);
    expect(said(), 'what is not whole').to.have.length(3);
  });
});

describe('the marks of a place', () => {
  it('come as its rows do; one that only completes a mark brings none', () => {
    const all = places([1, 1, 1].map((count, i) => ({ name: 'A', count, date: `2020-01-0${i + 1}` })));
    const seated = seat(all.places, 2, 1);
    expect(seated[0]!.seats).to.have.length(2);
    const units = unitsOf(all.arrivals, seated, 2);
    expect(units).to.deep.equal([{ place: 0, rank: 0 }, { place: 0, rank: 1 }]); // prettier-ignore
    expect(unitsOf(all.arrivals.slice(0, 2), seated, 2)).to.have.length(1);
    for (const [amount, shares] of [[0, [0, 0]], [1, [0.5, 0]], [3, [1, 0.5]], [4, [1, 1]]] as const) // prettier-ignore
      expect(units.map((unit) => shareOf(unit, [amount], 2)), `${amount}`).to.deep.equal(shares);
    expect(shareOf(units[0]!, [], 2), 'before anybody came').to.equal(0);
  }); // prettier-ignore
});

describe('a state of a map', () => {
  const view = (state: Partial<MapState>, rows: readonly unknown[] = march): View => {
    const all = places(rows);
    const words: Omit<MapState, 'lines' | 'home'> = { step: 's', focus: 'all', until: '', ring: [], names: [], total: '', description: '' }; // prettier-ignore
    return readView(
      { ...words, lines: undefined, home: undefined, ...state },
      { ...all, centre, region: undefined, radius: 9000, language: 'en' },
    );
  };

  it('counts who came until its day, that day with it', () => {
    for (const [until, shown, amounts] of [
      ['', 94, [60, 23, 7, 4]],
      ['2018-03-26', 91, [60, 23, 7, 1]],
      ['2018-03-14', 83, [60, 23, 0, 0]],
      ['2018-03-01', 60, [60, 0, 0, 0]],
      ['none', 0, [0, 0, 0, 0]],
    ] as const)
      expect([view({ until }).shown, view({ until }).amounts], until).to.deep.equal([shown, amounts]); // prettier-ignore
  });

  it('shows all places on the map and the centre, some by name, or so many kilometres round a point', () => {
    const { places: all } = places(march);
    const origin = { x: 0, y: 0 };
    const at = (index: number): unknown => all[index]!.at;
    // Of the United States and all others, NATO has no place.
    expect(view({ focus: 'all' }).focus).to.deep.equal([at(0), at(1), at(3), origin]);
    expect(view({ focus: 'FR, home' }).focus).to.deep.equal([at(3), origin]);
    expect(view({ focus: 'France, FR' }).focus).to.deep.equal([at(3)]);
    expect(view({ focus: 'FR' }).across).to.equal(1200);
    expect(view({ focus: 'all' }, [{ name: 'A', lat: 1, lon: 1 }]).across).to.equal(10_000);
    const point = view({ focus: '55.8, 37.6, 900 km' });
    expect([point.focus, point.across]).to.deep.equal([[origin], 900]);
  });

  it('names places by code or name, and tells of one that there is not', (t) => {
    const said = told(t);
    expect(view({ ring: ['fr', 'America', 'none'], names: ['all'] })).to.deep.include({
      ...{ ringed: [3, 0], named: [0, 1, 3] },
    });
    expect(said()).to.deep.equal([]);
    expect(view({ names: ['Atlantis'] }).named).to.deep.equal([]);
    expect(view({ focus: '55.8, 37.6, 0.5' }).across).to.equal(1);
    expect(view({ until: 'Monday' }).shown, 'a day that is none').to.equal(94);
    expect(said().join())
      .to.contain('"Atlantis"')
      .and.contain('0.5 km wide')
      .and.contain('"Monday"');
    expect(said()).to.have.length(3);
  });

  it('has its total where there is one, and its shares between 0 and 1', () => {
    expect((['yes', '1', 'no', ''] as const).map((total) => view({ total }).total)).to.deep.equal([true, true, false, false]); // prettier-ignore
    expect(view({ total: 'yes' }, [{ name: 'A', lat: 1, lon: 1 }]).total, 'no count').to.equal(
      false,
    );
    for (const [given, read] of [
      [undefined, 0],
      [0.5, 0.5],
      [7, 1],
      [-1, 0],
    ] as const)
      // prettier-ignore
      expect(view({ home: given, lines: given })).to.deep.include({ home: read, lines: read });
  });
});
