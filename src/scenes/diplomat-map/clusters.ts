import { personHeight } from '../person.js';
import type { Point } from './azimuthal.js';
import { around, type Rect } from './camera.js';

/** Half the way across a mark from corner to corner, where it is one wide. */
const cornerOf = (height: number): number => Math.hypot(0.5, height / 2);

const direction = ({ x, y }: Point): number => Math.atan2(y, x);

/** The way from one seat to the next, across and down, where a mark is one wide. */
const pitch = { x: 1.3, y: 0.25 };

/** The room that one mark takes among others, where it is one wide. */
export const roomOf = (height: number): number => pitch.x * (height + pitch.y);

/** Seats in rows like bricks round a point, nearest first, where a mark is one wide; none nearer than `hole`. */
function lattice(count: number, hole: number, shift: number, height: number): Point[] {
  const reach = Math.ceil(Math.sqrt(count) + hole) + 2;
  const found: (Point & { readonly far: number; readonly turn: number })[] = [];
  for (let row = -reach; row <= reach; row++)
    for (let column = -reach; column <= reach; column++) {
      const x = (column + (row & 1 ? 0.5 : 0) + shift) * pitch.x;
      const y = row * (height + pitch.y);
      const far = Math.hypot(x, y);
      if (far >= hole) found.push({ x, y, far, turn: direction({ x, y }) });
    }
  // Equal distances are told apart by direction, so that the order is the same in every browser.
  return found
    .sort((a, b) => {
      const nearer = a.far - b.far;
      return Math.abs(nearer) > 1e-9 ? nearer : a.turn - b.turn;
    })
    .slice(0, count);
}

/**
 * Seats for the marks of one place, close together round the origin, where a mark is one wide.
 * @param height of a mark
 */
export function seats(count: number, height: number = personHeight): Point[] {
  // An even few look best either side of the middle, any other number round a mark in it.
  const found = lattice(count, 0, count === 2 || count === 4 ? 0.5 : 0, height);
  const x = found.reduce((sum, seat) => sum + seat.x, 0) / count;
  const y = found.reduce((sum, seat) => sum + seat.y, 0) / count;
  return found.map((seat) => ({ x: seat.x - x, y: seat.y - y }));
}

/** How far from the middle the first marks of a cluster reach, where a mark is one wide. */
export function reachOf(
  cluster: readonly Point[],
  count = cluster.length,
  height: number = personHeight,
): number {
  let far = 0;
  for (let i = 0; i < count; i++) far = Math.max(far, Math.hypot(cluster[i]!.x, cluster[i]!.y));
  return count && far + cornerOf(height);
}

/** How many ways to turn a ring are tried. */
const mostTurns = 256;

/**
 * Seats round a point for marks that come from many sides, so that they cross each other's ways as little as a ring
 * allows: both marks and seats are put in order of direction, and the ring is turned to where it fits best.
 * @param angles the directions that the marks come from, in radians
 * @param hole how far from the point the middle stays free, where a mark is one wide
 * @param height of a mark
 */
export function gather(
  angles: readonly number[],
  hole: number,
  height: number = personHeight,
): Point[] {
  const count = angles.length;
  const ring = lattice(count, hole + cornerOf(height), 0, height).sort(
    (a, b) => direction(a) - direction(b),
  );
  const order = [...angles.keys()].sort((a, b) => angles[a]! - angles[b]!);
  const turned = (i: number, turn: number): Point => ring[(i + turn) % count]!;
  const ways = ring.map(direction);
  const fitness = (turn: number): number =>
    order.reduce((sum, mark, i) => sum + Math.cos(ways[(i + turn) % count]! - angles[mark]!), 0);
  const step = Math.ceil(count / mostTurns);
  let [best, merit] = [0, -Infinity];
  for (let turn = 0; turn < count; turn += step) {
    const next = fitness(turn);
    if (next > merit) [best, merit] = [turn, next];
  }
  const found: Point[] = [];
  order.forEach((mark, i) => (found[mark] = turned(i, best)));
  return found;
}

/** A round thing on the screen, in pixels. */
export interface Spot {
  x: number;
  y: number;
  readonly r: number;
  /** What is fixed makes way for nothing but what is fixed too. */
  readonly fixed?: boolean;
}

/** Whether a box and a round spot share a point. */
export const covers = (box: Rect, { x, y, r }: Spot): boolean =>
  (x - Math.max(box.left, Math.min(box.right, x))) ** 2 +
    (y - Math.max(box.top, Math.min(box.bottom, y))) ** 2 <
  r * r;

/** How often two spots are compared at most, all rounds together, for each spot. */
const mostRounds = 400;
const mostPushes = 40_000;

/**
 * Pushes spots apart until none covers another, each as little as it must, and keeps them in a frame. Many spots get
 * fewer rounds: where they are more than the frame has room for they come to no rest.
 * @param compared is called for each pair that is compared
 */
export function spread(spots: readonly Spot[], frame: Rect, compared?: () => void): void {
  const rounds = Math.min(mostRounds, Math.max(20, mostPushes / spots.length));
  const [xs, ys, rs] = [
    Float64Array.from(spots, ({ x }) => x),
    Float64Array.from(spots, ({ y }) => y),
    Float64Array.from(spots, ({ r }) => r),
  ];
  const fixed = spots.map((spot) => !!spot.fixed);
  /** Pushes two spots apart; whether they covered each other. */
  const part = (i: number, j: number): boolean => {
    let x = xs[j]! - xs[i]!;
    let y = ys[j]! - ys[i]!;
    const reach = rs[i]! + rs[j]!;
    // Most are far enough apart, and a root is slow.
    const square = x * x + y * y;
    if (square > (reach - 0.01) * (reach - 0.01)) return false;
    let way = Math.sqrt(square);
    const lap = reach - way;
    // Two at one point part in a direction that depends on nothing but their order.
    if (way < 0.01) [x, y, way] = [Math.cos(i), Math.sin(i), 1];
    // The larger stands for more people and gives way less.
    const share =
      fixed[i] === fixed[j] ? rs[j]! ** 2 / (rs[i]! ** 2 + rs[j]! ** 2) : fixed[i] ? 0 : 1;
    const push = (lap + 0.02) / way;
    xs[i]! -= x * push * share;
    ys[i]! -= y * push * share;
    xs[j]! += x * push * (1 - share);
    ys[j]! += y * push * (1 - share);
    return true;
  };

  const order = Uint32Array.from(spots.keys());
  let moved = true;
  for (let round = 0; round < rounds && moved; round++) {
    moved = false;
    // From left to right, so that each meets those only that begin before it ends.
    order.sort((i, j) => xs[i]! - rs[i]! - xs[j]! + rs[j]! || i - j);
    for (let at = 0; at < order.length; at++) {
      const i = order[at]!;
      for (let next = at + 1; next < order.length; next++) {
        const j = order[next]!;
        if (xs[j]! - rs[j]! > xs[i]! + rs[i]!) break;
        compared?.();
        if (part(i, j)) moved = true;
      }
    }
    spots.forEach((_, i) => {
      if (fixed[i]) return;
      xs[i] = Math.max(frame.left + rs[i]!, Math.min(frame.right - rs[i]!, xs[i]!));
      ys[i] = Math.max(frame.top + rs[i]!, Math.min(frame.bottom - rs[i]!, ys[i]!));
    });
  }
  spots.forEach((spot, i) => Object.assign(spot, { x: xs[i], y: ys[i] }));
}

/** The box round a spot. */
export const boxOf = ({ x, y, r }: Spot): Rect => around(x, y, 2 * r, 2 * r);
