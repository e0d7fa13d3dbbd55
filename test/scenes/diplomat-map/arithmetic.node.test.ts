import { describe, it } from 'node:test';
import { expect } from 'chai';
import { geoAzimuthalEquidistant } from 'd3-geo';
import { azimuthal, earthRadius, middle } from '../../../src/scenes/diplomat-map/azimuthal.js';
import { fit, screenX, screenY, zoomed } from '../../../src/scenes/diplomat-map/camera.js';
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
});
