import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { expulsions } from '../../story-page.node.js';
import {
  arrangeAll,
  homeRoom,
  type Arrangement,
  type Label,
  type Stage,
} from '../../../src/scenes/diplomat-map/arrange.js';
import { around, within, type Rect } from '../../../src/scenes/diplomat-map/camera.js';
import { covers, type Spot } from '../../../src/scenes/diplomat-map/clusters.js';
import { Grid } from '../../../src/scenes/diplomat-map/grid.js';
import { readPlaces } from '../../../src/scenes/diplomat-map/places.js';
import { hasRoom, markSize } from '../../../src/scenes/diplomat-map/room.js';
import { scene, type MapRow } from '../../../src/scenes/diplomat-map/scene.js';
import { seat, unitsOf } from '../../../src/scenes/diplomat-map/units.js';
import { readView, type Surroundings, type View } from '../../../src/scenes/diplomat-map/views.js';
import { markShapes } from '../../../src/scenes/shapes.js';
import { readTable, tableOf } from '../../../src/core/table.js';

// What nothing may cover, in every state and in boxes of several sizes, without a browser.

const centre = { x: 37.6, y: 55.8 };
const map = { localName: 'diplomat-map' } as Element;
const { person } = markShapes as { person: (typeof markShapes)[string] };
const line = 16;
const measure = (text: string): number => text.length * 8;

function surroundingsOf(rows: readonly unknown[]): Surroundings {
  const read: readonly MapRow[] = readTable(tableOf(rows), scene.columns).rows;
  const rest = (count: number): string => `${count} more`;
  return {
    ...readPlaces(read, centre, { map, language: 'en', whole: true, rest }),
    ...{ centre, region: undefined, radius: 9000, map, language: 'en' },
  };
}

const march = surroundingsOf(
  expulsions.map(({ code, name, expelled, announced, lat, lon }) => ({
    ...{ code, name, count: expelled, date: announced, lat, lon },
  })),
);
const states = [
  { step: 'asked', focus: '53.5,13,3900', until: '2018-03-14', ring: ['FR', 'DE'] },
  { step: 'all', total: 'yes' },
  { step: 'named', total: 'yes', names: ['US', 'GB', 'EE'], lines: 1 },
  { step: 'home', total: 'yes', lines: 1, home: 1 },
] as const;

const viewsOf = (all: Surroundings, rows: readonly object[] = states): View[] =>
  rows.map((row) =>
    readView(
      {
        ...{ step: '', focus: 'all', until: '', ring: [], names: [], total: '', description: '' },
        ...{ lines: undefined, home: undefined, ...row },
      },
      all,
    ),
  );

interface Arranged {
  readonly stage: Stage;
  readonly states: readonly Arrangement[];
  readonly corner: Rect;
}

function arrange(all: Surroundings, width: number, height: number, rtl = false, rows?: readonly object[], unit = 1): Arranged {
  const size = markSize(width, height, all.places.length);
  const places = seat(all.places, 1, person.height);
  const home = { name: 'Moscow', known: [], tone: 'b', country: false, total: 0, seats: [] };
  const stage: Stage = {
    ...{ width, height, size, mark: person, per: 1, radius: 9000, line, measure, rtl },
    frame: { left: 10, top: 10, right: width - 10, bottom: height - 42 },
    places: [...places, { ...home, at: { x: 0, y: 0 } }],
    units: unitsOf(all.arrivals, places, 1),
    number: String,
    distance: (km) => `${Math.round(km / unit)} ${unit === 1 ? 'km' : 'mi'}`,
    unit,
  };
  const work = arrangeAll(viewsOf(all, rows), stage, 120, 60);
  for (;;) {
    const { done, value } = work.next();
    if (done) return { stage, states: value.arrangements.slice(1), corner: value.corner };
  }
} // prettier-ignore

const spotOf = (place: unknown, spots: readonly Spot[]): Spot | undefined =>
  spots.find((one) => (one as { index?: number }).index === place);

/** The box of a label on the screen. */
function boxOf({ text, tone, from, x, y }: Label, { camera, spots }: Arrangement): Rect {
  const width = measure(text) * (tone === 'scale' ? 0.85 : 1);
  const spot = spotOf(from, spots);
  const [px, py] =
    typeof from === 'number'
      ? [spot!.x, spot!.y]
      : [from.x * camera.scale + camera.left, from.y * camera.scale + camera.top];
  return around(px + x, py + y, width, line);
}

const overlap = (a: Rect, b: Rect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const sizes = [[760, 640], [390, 480], [1280, 800], [300, 600]] as const; // prettier-ignore

describe('the arrangement of a map', () => {
  for (const [width, height] of sizes)
    for (const rtl of [false, true])
      it(`lays nothing on anything else at ${width} × ${height}, ${rtl ? 'rtl' : 'ltr'}`, () => {
        const { stage, states: all, corner } = arrange(march, width, height, rtl);
        expect(all).length(states.length);
        for (const [at, state] of all.entries()) {
          const said = states[at]!.step;
          const { spots, labels, total } = state;
          expect(spots, said).not.empty;
          for (const { x, y, r } of spots)
            expect(within(around(x, y, 2 * r - 0.1, 2 * r - 0.1), stage.frame), said).equal(true);
          const boxes = labels.map((label) => boxOf(label, state));
          expect(boxes, said).not.empty;
          for (const [i, box] of boxes.entries()) {
            const name = `${said}: ${labels[i]!.text}`;
            expect(within(box, { left: 9.9, top: 9.9, right: width - 9.9, bottom: height - 41.9 }), name).equal(true); // prettier-ignore
            const small = around((box.left + box.right) / 2, (box.top + box.bottom) / 2, measure(labels[i]!.text) * 0.84, line - 0.2); // prettier-ignore
            if (total) expect(overlap(small, corner), `${name}, the number`).equal(false);
            for (const spot of spots) expect(covers(small, spot), `${name}, marks`).equal(false);
            for (const other of boxes.slice(i + 1))
              expect(overlap(small, other), name).equal(false);
          }
        }
      });

  it('names all where there is room, with how many there are, and first those that a state names', () => {
    const few = ['Oslo', 'Rome', 'Kyiv'].map((name, i) => ({ name, count: i + 2, lat: 59.9 - 9 * i, lon: 10 + 3 * i })); // prettier-ignore
    const { states: roomy } = arrange(surroundingsOf(few), 1280, 800, false, [{ step: 'all' }]);
    const names = roomy[0]!.labels.filter(({ tone }) => tone !== 'scale').map(({ text }) => text);
    expect(names).members(['Moscow', 'Oslo 2', 'Rome 3', 'Kyiv 4']);
    const labelled = (step: number): string[] =>
      arrange(march, 390, 480).states[step]!.labels.map(({ text }) => text);
    expect(labelled(1)).not.include('Estonia 1');
    expect(labelled(2)).include.members(['Moscow', 'United States 60', 'United Kingdom 23', 'Estonia 1']); // prettier-ignore
  });

  it('has its number where reading starts, or on the other side where marks use that less', () => {
    const side = (all: Surroundings, rtl: boolean): string => {
      const { corner } = arrange(all, 760, 640, rtl, [{ step: 'all', total: 'yes' }]);
      return corner.left === 10 ? 'left' : corner.right === 750 ? 'right' : 'nowhere';
    };
    const none = surroundingsOf([{ name: 'A', count: 1, lat: 50, lon: 38 }]);
    expect([side(none, false), side(none, true)]).deep.equal(['left', 'right']);
    // America is in the north-west of Moscow, and nobody in the north-east.
    expect([side(march, false), side(march, true)]).deep.equal(['right', 'right']);
  });

  it('points from the edge to what lies beyond it, home with its distance', () => {
    const rows = [{ step: 'britain', focus: '53,-2.5,1200', until: '2018-03-14' }];
    const { stage, states: all } = arrange(march, 760, 640, false, rows);
    const { anchors, spots, labels } = all[0]!;
    const home = anchors.at(-1)!;
    expect(home).include({ edge: true, seen: true });
    // From the west of the frame Moscow lies at its right edge.
    const spot = spotOf(anchors.length - 1, spots)!;
    expect(spot.x + spot.r).closeTo(stage.frame.right, 0.1);
    expect(labels.some(({ text }) => /^Moscow [12]\d00 km$/.test(text))).equal(true);
    expect(anchors.filter(({ edge, seen }) => edge && seen).length).most(6);
  });

  it('has its rings of distance a round number of kilometres apart, each named where there is room', () => {
    for (const [width, height] of sizes) {
      const [, { rings, camera, labels }] = arrange(march, width, height).states as [Arrangement, Arrangement]; // prettier-ignore
      const [step = 0] = rings;
      expect([500, 1000, 2000, 4000]).include(step);
      expect(step * camera.scale).least(90);
      expect(rings).deep.equal(rings.map((_, at) => step * (at + 1)));
      expect(rings.at(-1)).most(9000);
      const named = labels.filter(({ tone }) => tone === 'scale');
      expect(named).not.empty;
      for (const { text, from } of named)
        expect(Math.hypot((from as { x: number }).x, (from as { y: number }).y)).closeTo(Number.parseInt(text, 10), 1e-6); // prettier-ignore
    }
  });

  it('has them a round number of miles apart where distances are told in miles', () => {
    const mile = 1.609344;
    const [, { rings, labels, camera }] = arrange(march, 1280, 800, false, undefined, mile).states as [Arrangement, Arrangement]; // prettier-ignore
    expect([500, 1000, 2000, 4000]).include(Math.round(rings[0]! / mile));
    const named = labels.filter(({ tone }) => tone === 'scale');
    expect(named).not.empty;
    for (const { text, from } of named) {
      expect(text).match(/^[1-9]\d*00 mi$/);
      const { x, y } = from as { x: number; y: number };
      expect(Math.hypot(x, y) / mile).closeTo(Number.parseInt(text, 10), 1e-6);
    }
    expect(camera.scale).above(0);
    const rows = [{ step: 'britain', focus: '53,-2.5,1200', until: '2018-03-14' }];
    const [edge] = arrange(march, 760, 640, false, rows, mile).states as [Arrangement];
    expect(edge.labels.some(({ text }) => /^Moscow 1\d00 mi$/.test(text))).equal(true);
  });

  it('gathers all round home, and leaves home free', () => {
    const { stage, states: all } = arrange(march, 1280, 800);
    const { gathered, anchors } = all[3]!;
    const seats = gathered.flatMap((one) => one ?? []);
    expect(seats).length(146);
    for (const { x, y } of seats) expect(Math.hypot(x, y)).least(homeRoom);
    const reach = Math.max(...seats.map(({ x, y }) => Math.hypot(x, y)));
    expect(anchors.at(-1)!.r).closeTo(reach + stage.size, 1e-9);
    // Those without a place stay at the foot, all others have gone.
    expect(anchors.filter(({ marks }) => marks).length).equal(1);
    expect(all[1]!.gathered, 'before they go').empty;
  });
});

describe('the room of a map', () => {
  it('is enough for two hundred marks, or as many as cover a part of it', () => {
    const frame = { left: 0, top: 0, right: 700, bottom: 500 };
    const room = (count: number, per = 1, places = 40, home = 0): boolean => {
      const rows = Array.from({ length: places }, (_, i) => ({ name: `P ${i}`, count: count / places, lat: 30 + (i % 7) * 5, lon: i * 3 })); // prettier-ignore
      const all = surroundingsOf(rows);
      return hasRoom(all, viewsOf(all, [{ home }]), frame, 7, person.height, line, per);
    };
    // A mark of seven pixels takes 105 square pixels with its room; they may cover a fifth of 350,000.
    expect([200, 640, 680].map((count) => room(count))).deep.equal([true, true, false]);
    expect(room(6400, 10)).equal(true);
    expect(room(201, 1, 1), 'all at one place').equal(true);
    expect(room(600, 1, 1), 'too many at one place').equal(false);
    expect(room(640, 1, 40, 1), 'once they are home').equal(true);
  });

  it('makes marks smaller in a small box, and where there are very many places', () => {
    expect(markSize(760, 640, 40)).closeTo(640 / 85, 1e-9);
    expect([markSize(1600, 1200, 40), markSize(280, 300, 40)]).deep.equal([9, 5]);
    expect(markSize(1600, 1200, 800)).equal(4.5);
    expect(markSize(280, 300, 1000)).equal(3);
  });
});

describe('a grid of boxes', () => {
  const box = fc
    .tuple(fc.integer({ min: -90, max: 300 }), fc.integer({ min: -90, max: 300 }), fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 120 }))
    .map(([left, top, width, height]): Rect => ({ left, top, right: left + width, bottom: top + height })); // prettier-ignore

  it('finds what shares a point with a box, as asking all would', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 12 }), box, (boxes, asked) => {
        const grid = new Grid<Rect>();
        for (const one of boxes) grid.add(one, one);
        const found = grid.some(asked, (one) => overlap(one, asked));
        expect(found).equal(boxes.some((one) => overlap(one, asked)));
      }),
    );
  });
});
