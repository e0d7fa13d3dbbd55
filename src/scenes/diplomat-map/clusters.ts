import { personHeight } from '../person.js';
import type { Point } from './azimuthal.js';
import type { Rect } from './camera.js';

/** The way from one mark to the next in a row, and from row to row, where a mark is one wide. */
const pitch = { x: 1.3, y: personHeight + 0.25 };
/** Half the way across a mark from corner to corner. */
const corner = Math.hypot(0.5, personHeight / 2);

/** Seats in rows like bricks round a point, nearest first, where a mark is one wide; none nearer than `hole`. */
function lattice(count: number, hole: number, shift: number): Point[] {
  const reach = Math.ceil(Math.sqrt(count) + hole) + 2;
  const found: Point[] = [];
  for (let row = -reach; row <= reach; row++)
    for (let column = -reach; column <= reach; column++) {
      const seat = {
        x: (column + (row & 1 ? 0.5 : 0) + shift) * pitch.x,
        y: row * pitch.y,
      };
      if (Math.hypot(seat.x, seat.y) >= hole) found.push(seat);
    }
  // Equal distances are told apart by direction, so that the order is the same in every browser.
  const angle = ({ x, y }: Point): number => Math.atan2(y, x);
  return found
    .sort((a, b) => {
      const nearer = Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y);
      return Math.abs(nearer) > 1e-9 ? nearer : angle(a) - angle(b);
    })
    .slice(0, count);
}

/** Seats for the marks of one place, close together round the origin, where a mark is one wide. */
export function seats(count: number): Point[] {
  // An even few look best either side of the middle, any other number round a mark in it.
  const found = lattice(count, 0, count === 2 || count === 4 ? 0.5 : 0);
  const x = found.reduce((sum, seat) => sum + seat.x, 0) / count;
  const y = found.reduce((sum, seat) => sum + seat.y, 0) / count;
  return found.map((seat) => ({ x: seat.x - x, y: seat.y - y }));
}

/** How far from the middle the first marks of a cluster reach, where a mark is one wide. */
export const reachOf = (cluster: readonly Point[], count = cluster.length): number =>
  cluster.slice(0, count).reduce((most, { x, y }) => Math.max(most, Math.hypot(x, y) + corner), 0);

/**
 * Seats round a point for marks that come from many sides, so that they cross each other's ways as little as a ring
 * allows: both marks and seats are put in order of direction, and the ring is turned to where it fits best.
 * @param angles the directions that the marks come from, in radians
 * @param hole how far from the point the middle stays free, where a mark is one wide
 */
export function gather(angles: readonly number[], hole: number): Point[] {
  const count = angles.length;
  const ring = lattice(count, hole + corner, 0).sort(
    (a, b) => Math.atan2(a.y, a.x) - Math.atan2(b.y, b.x),
  );
  const order = [...angles.keys()].sort((a, b) => angles[a]! - angles[b]! || a - b);
  const from = order.map((mark) => angles[mark]!);
  const to = ring.map(({ x, y }) => Math.atan2(y, x));
  let best = 0;
  let least = Infinity;
  for (let turn = 0; turn < count; turn++) {
    let cost = 0;
    for (let i = 0; i < count && cost < least; i++)
      cost += 1 - Math.cos(to[(i + turn) % count]! - from[i]!);
    if (cost < least) [best, least] = [turn, cost];
  }
  const found: Point[] = [];
  order.forEach((mark, i) => (found[mark] = ring[(i + best) % count]!));
  return found;
}

/** A round thing on the screen, in pixels; what is fixed stays, the rest makes way. */
export interface Spot {
  x: number;
  y: number;
  r: number;
  readonly fixed?: boolean;
}

/** Pushes spots apart until none covers another, each as little as it must, and keeps them in a frame. */
export function spread(spots: readonly Spot[], frame: Rect): void {
  for (let round = 0; round < 400; round++) {
    let moved = false;
    for (let i = 0; i < spots.length; i++)
      for (let j = i + 1; j < spots.length; j++) {
        const a = spots[i]!;
        const b = spots[j]!;
        if (a.fixed && b.fixed) continue;
        let x = b.x - a.x;
        let y = b.y - a.y;
        const least = a.r + b.r - 0.01;
        if (x * x + y * y >= least * least) continue;
        let way = Math.hypot(x, y);
        const lap = a.r + b.r - way;
        moved = true;
        // Two at one point part in a direction that depends on nothing but their order.
        if (way < 0.01) [x, y, way] = [Math.cos(i + j), Math.sin(i + j), 1];
        // The larger stands for more people and gives way less.
        const share = a.fixed ? 0 : b.fixed ? 1 : b.r ** 2 / (a.r ** 2 + b.r ** 2);
        const push = (lap + 0.02) / way;
        a.x -= x * push * share;
        a.y -= y * push * share;
        b.x += x * push * (1 - share);
        b.y += y * push * (1 - share);
      }
    for (const spot of spots) {
      if (spot.fixed) continue;
      spot.x = Math.max(frame.left + spot.r, Math.min(frame.right - spot.r, spot.x));
      spot.y = Math.max(frame.top + spot.r, Math.min(frame.bottom - spot.r, spot.y));
    }
    if (!moved) return;
  }
}
