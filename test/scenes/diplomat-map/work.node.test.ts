import { describe, it } from 'node:test';
import { expect } from 'chai';
import { arrangeAll, type Stage } from '../../../src/scenes/diplomat-map/arrange.js';
import { spread } from '../../../src/scenes/diplomat-map/clusters.js';
import { readPlaces } from '../../../src/scenes/diplomat-map/places.js';
import type { MapRow } from '../../../src/scenes/diplomat-map/scene.js';
import { hasRoom, markSize } from '../../../src/scenes/diplomat-map/room.js';
import { seat, unitsOf } from '../../../src/scenes/diplomat-map/units.js';
import { readView, type Surroundings } from '../../../src/scenes/diplomat-map/views.js';
import { choosePer } from '../../../src/scenes/per.js';
import { markShapes } from '../../../src/scenes/shapes.js';

const map = { localName: 'diplomat-map' } as Element;
const frame = { left: 10, top: 10, right: 750, bottom: 598 };

const rowsOf = (count: number, people = 1): MapRow[] =>
  Array.from({ length: count }, (_, i) => ({
    ...{ name: `Place ${i}`, code: '', label: '', tone: '', date: undefined },
    count: people,
    lat: 36 + ((i * 7.31) % 30),
    lon: -10 + ((i * 13.77) % 45),
  }));

const read = (rows: MapRow[]): Surroundings => ({
  ...readPlaces(
    rows,
    { x: 10, y: 50 },
    {
      ...{ map, language: 'en', whole: true },
      rest: (count) => `${count} more`,
    },
  ),
  ...{ centre: { x: 10, y: 50 }, region: undefined, radius: 20_015, map, language: 'en' },
});

/** Arranges a map of some places, and counts how often a text was measured, which is the work of a label. */
function arrange(all: Surroundings): { marks: number; measured: number; labels: number } {
  const state = {
    step: 'all',
    focus: 'all',
    until: '',
    ring: [],
    names: [],
    total: 'yes',
  } as const;
  const views = [{}, { lines: 1 }, { lines: 1, home: 1 }].map((own) =>
    readView({ ...state, description: '', lines: undefined, home: undefined, ...own }, all),
  );
  const size = markSize(760, 640, all.places.length);
  const { person } = markShapes as { person: (typeof markShapes)[string] };
  const per = choosePer(undefined, (each) => hasRoom(all, views, frame, size, 1.4, 16, each));
  const places = seat(all.places, per, 1.4);
  let measured = 0;
  const home = { name: 'H', known: [], tone: 'b', country: false, total: 0, seats: [] };
  const stage: Stage = {
    ...{ width: 760, height: 640, frame, size, mark: person, per, radius: 20_015, line: 16 },
    ...{ number: String, distance: String, unit: 1, rtl: false },
    places: [...places, { ...home, at: { x: 0, y: 0 } }],
    units: unitsOf(all.arrivals, places, per),
    measure: (text) => {
      measured++;
      return text.length * 8;
    },
  };
  const work = arrangeAll(views, stage, 100, 60);
  for (;;) {
    const { done, value } = work.next();
    if (!done) continue;
    const labels = value.arrangements.reduce((sum, one) => sum + one.labels.length, 0);
    return { marks: stage.units.length, measured, labels };
  }
}

describe('the work of a map', () => {
  for (const [what, cover] of [
    ['where there is room for all', 0.3],
    ['where there is none', 1.2],
  ] as const)
    it(`compares each spot with a few others, and not with all: ${what}`, () => {
      for (const count of [250, 500, 1000]) {
        const r = Math.sqrt((cover * 740 * 588) / count / Math.PI);
        const spots = Array.from({ length: count }, (_, i) => ({
          ...{ x: 10 + ((i * 137.7) % 740), y: 10 + ((i * 71.3) % 588), r },
        }));
        let compared = 0;
        spread(spots, frame, () => compared++);
        // All pairs in all rounds would be twenty million.
        expect(compared, `${count} spots`).to.be.at.most(1_500_000);
        expect(compared).to.be.above(count);
      }
    });

  it('is bounded for any number of people at a place', () => {
    for (const people of [1, 2000, 1e6, 1e12]) {
      const { marks } = arrange(read(rowsOf(10, people)));
      expect(marks, String(people)).to.be.at.most(2000 + 10);
    }
  });

  it('measures each place once a state', () => {
    const { measured, labels } = arrange(read(rowsOf(1000)));
    expect(measured).to.be.at.most(4 * 1100);
    expect(labels).to.be.above(50);
  });

  it('keeps the largest places, and adds the others up', () => {
    const rows = rowsOf(3000).map((row, i) => ({ ...row, count: i }));
    const all = read(rows);
    expect(all.places).to.have.length(1001);
    expect(all.places.at(-1)).to.include({ name: '2000 more', total: 1_999_000 });
    expect(all.total).to.equal((2999 * 3000) / 2);
    const sum = all.places.reduce((total, place) => total + place.total, 0);
    expect(sum).to.equal(all.total);
    expect(all.byName.get('place 2999')).to.equal(0);
    expect(all.byName.get('place 3'), 'a small one is among the others').to.equal(1000);
  });
});
