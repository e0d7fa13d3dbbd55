import { describe, it } from 'node:test';
import { expect } from 'chai';
import { geoAzimuthalEquidistant } from 'd3-geo';
import { azimuthal, earthRadius, middle } from '../../../src/scenes/diplomat-map/azimuthal.js';
import {
  cameraFor,
  fit,
  screenX,
  screenY,
  within,
  zoomed,
} from '../../../src/scenes/diplomat-map/camera.js';
import { gather, reachOf, seats, spread } from '../../../src/scenes/diplomat-map/clusters.js';

const moscow = { x: 37.6173, y: 55.7558 };
const frame = { left: 10, top: 20, right: 610, bottom: 420 };

describe('the projection', () => {
  it('is the azimuthal equidistant one of d3-geo, in kilometres', () => {
    const d3 = geoAzimuthalEquidistant()
      .rotate([-moscow.x, -moscow.y])
      .scale(earthRadius)
      .translate([0, 0]);
    for (const [lon, lat] of [
      [-77.04, 38.9],
      [-0.13, 51.51],
      [149.13, -35.28],
      [37.7, 55.7],
    ] as const) {
      const [x, y] = d3([lon, lat])!;
      const found = azimuthal({ x: lon, y: lat }, moscow);
      expect(found.x).closeTo(x, 0.001);
      expect(found.y).closeTo(y, 0.001);
    }
  });

  it('puts the centre in the middle and its antipode at the rim', () => {
    expect(azimuthal(moscow, moscow)).deep.equal({ x: 0, y: 0 });
    const far = azimuthal({ x: moscow.x - 180, y: -moscow.y }, moscow);
    expect(Math.hypot(far.x, far.y)).closeTo(Math.PI * earthRadius, 1);
  });

  it('finds the middle of places across the date line', () => {
    const found = middle([
      { x: 170, y: 0 },
      { x: -170, y: 0 },
    ]);
    expect(Math.abs(found.x)).closeTo(180, 1e-9);
  });

  it('finds the middle of places in any quarter of the earth', () => {
    for (const [x, y] of [[37.6, 55.8], [-77, 38.9], [149.1, -35.3], [-58.4, -34.6]] as const) {
      // A place, and two as far from it to the north and to the south.
      for (const places of [[{ x, y }], [{ x, y: y - 20 }, { x, y: y + 20 }]]) {
        const found = middle(places);
        expect(found.x).closeTo(x, 1e-9);
        expect(found.y).closeTo(y, 1e-9);
      }
    }
  }); // prettier-ignore
});

describe('the camera', () => {
  const far = fit(
    [
      { x: -6000, y: -5000 },
      { x: 1000, y: 1500 },
    ],
    frame,
    0,
  );
  const near = fit([{ x: -2500, y: 0 }], frame, 1200);

  it('shows all it is asked to, in the middle of the frame', () => {
    expect(screenX(near, -2500)).closeTo(310, 1e-9);
    expect(screenY(near, 0)).closeTo(220, 1e-9);
    expect(screenX(far, -6000)).least(9.99);
    expect(screenY(far, 1500)).most(420.01);
  });

  it('leaves room at the sides, and shows so much at least', () => {
    const wide = [{ x: 0, y: 0 }, { x: 1000, y: 10 }]; // prettier-ignore
    const roomy = fit(wide, frame, 0, 50);
    expect([screenX(roomy, 0), screenX(roomy, 1000)]).deep.equal([60, 560]);
    expect(near.scale).closeTo(Math.min(600 / 1200, 400 / 900), 1e-9);
    // A state with one place needs no room for its neighbours; several need some, up to a fifth of the frame's side.
    const scaleOf = (focus: typeof wide, reach: number): number =>
      cameraFor({ focus, across: 100 }, frame, reach, 10).scale;
    expect(scaleOf([wide[0]!], 40)).equal(fit([wide[0]!], frame, 100).scale);
    expect(scaleOf(wide, 40)).closeTo((600 - 2 * 48) / 1000, 1e-9);
    expect(scaleOf(wide, 1e6)).closeTo((600 - 2 * 80) / 1000, 1e-9);
  });

  it('knows what is in the frame: all of it', () => {
    expect(within(frame, frame)).equal(true);
    for (const [side, by] of [['left', -1], ['top', -1], ['right', 1], ['bottom', 1]] as const)
      expect(within({ ...frame, [side]: frame[side] + by }, frame), side).equal(false);
  }); // prettier-ignore

  it('goes evenly where nothing is zoomed', () => {
    expect([0, 0.3, 1].map((part) => zoomed(0.2, 0.2, part))).deep.equal([0, 0.3, 1]);
  });

  it('ends where it should, and keeps one point of the screen still on the way', () => {
    expect(zoomed(near.scale, far.scale, 0)).equal(0);
    expect(zoomed(near.scale, far.scale, 1)).closeTo(1, 1e-12);
    const still = (far.left - near.left) / (near.scale - far.scale);
    for (const part of [0.2, 0.5, 0.9]) {
      const way = zoomed(near.scale, far.scale, part);
      const scale = near.scale + (far.scale - near.scale) * way;
      const left = near.left + (far.left - near.left) * way;
      expect(scale).closeTo(near.scale * (far.scale / near.scale) ** part, 1e-9);
      expect(still * scale + left).closeTo(screenX(near, still), 1e-6);
    }
  });
});

describe('clusters', () => {
  it('seat any number of marks so that none covers another, nearest first', () => {
    for (const count of [1, 2, 3, 4, 7, 23, 60]) {
      const found = seats(count);
      expect(found).length(count);
      found.forEach((a, i) =>
        found.slice(i + 1).forEach((b) => {
          expect(Math.abs(a.x - b.x) >= 1 || Math.abs(a.y - b.y) >= 1.4).equal(true);
        }),
      );
      expect(reachOf(found, 1)).most(reachOf(found));
    }
  });

  it('seat an even few the same on either side of the middle', () => {
    for (const count of [1, 2, 4, 7]) {
      const found = seats(count);
      for (const { x, y } of found) {
        const faced = found.filter((one) => Math.hypot(one.x + x, one.y + y) < 1e-9);
        expect(faced, `${count}`).length(1);
      }
    }
  });

  it('make way for one that is fixed, and a small one more than a large one', () => {
    for (const fixed of [0, 1]) {
      const pair = [0, 1].map((i) => ({ x: 300 + 10 * i, y: 200, r: 20, fixed: i === fixed }));
      spread(pair, frame);
      expect(pair[fixed]!.x).equal(300 + 10 * fixed);
      expect(Math.abs(pair[1]!.x - pair[0]!.x)).closeTo(40, 0.1);
    }
    const sizes = [{ x: 300, y: 200, r: 10 }, { x: 305, y: 200, r: 40 }]; // prettier-ignore
    spread(sizes, frame);
    expect(Math.abs(sizes[0]!.x - 300)).above(5 * Math.abs(sizes[1]!.x - 305));
  });

  it('are pushed apart until none covers another, even from one point, and stay in the frame', () => {
    const spots = [22, 12, 9, 9, 6, 6, 6, 30].map((r, i) => ({ x: 580, y: 40, r, fixed: i === 7 }));
    Object.assign(spots[7]!, { x: 300, y: 100 });
    spread(spots, frame);
    spots.forEach((a, i) => {
      spots.slice(i + 1).forEach((b) => {
        expect(Math.hypot(a.x - b.x, a.y - b.y)).least(a.r + b.r - 0.5);
      });
      expect(a.x + a.r).most(frame.right + 0.01);
      expect(a.y - a.r).least(frame.top - 0.01);
    });
    expect(spots[7]).include({ x: 300, y: 100 });
  });

  it('gather round home on one seat each, with the middle left free', () => {
    const angles = Array.from({ length: 153 }, (_, i) => (i % 29) - 14);
    const found = gather(angles, 2);
    expect(new Set(found.map(({ x, y }) => `${x} ${y}`)).size).equal(153);
    for (const { x, y } of found) expect(Math.hypot(x, y)).least(2);
    expect(gather([], 2)).deep.equal([]);
  });

  it('gather each on the side that it comes from', () => {
    const angles = Array.from({ length: 24 }, (_, i) => ((i * 7) % 24) * (Math.PI / 12) - 3);
    gather(angles, 2).forEach(({ x, y }, i) => {
      const off = Math.abs(Math.atan2(y, x) - angles[i]!);
      expect(Math.min(off, 2 * Math.PI - off), `${i}`).below(Math.PI / 6);
    });
  });
});
