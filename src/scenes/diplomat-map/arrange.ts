import type { Point } from './azimuthal.js';
import { around, cameraFor, screenX, screenY, within, type Camera, type Rect } from './camera.js';
import { covers, gather, reachOf, spread, type Spot } from './clusters.js';
import type { MarkShape } from '../shapes.js';
import { labelled } from './labels.js';
import { marksOf, type Seated, type Unit } from './units.js';
import type { View } from './views.js';

/** What stays the same through all states. */
export interface Stage {
  readonly width: number;
  readonly height: number;
  /** The part of the box that nothing else covers. */
  readonly frame: Rect;
  /** Width of a mark in pixels. */
  readonly size: number;
  readonly mark: MarkShape;
  /** How many units a mark stands for. */
  readonly per: number;
  /** The last is home; it has no name where it is not marked. */
  readonly places: readonly Seated[];
  readonly units: readonly Unit[];
  /** How far the outlines reach, in kilometres. */
  readonly radius: number;
  /** Height of a label in pixels. */
  readonly line: number;
  /** Width of a label in pixels. */
  readonly measure: (text: string) => number;
  readonly number: (value: number) => string;
  readonly distance: (kilometres: number) => string;
  /** Kilometres in the unit that distances are told in: they are round numbers of it. */
  readonly unit: number;
  readonly rtl: boolean;
}

/** Where a place is drawn in one state: moved by (x, y) pixels from its point on the map. */
export interface Anchor {
  x: number;
  y: number;
  /** Whether marks, a name or a ring of it are seen there. */
  readonly seen: boolean;
  /** How far its marks reach, in pixels; 0 where it has none. */
  readonly marks: number;
  /** Radius of all that is drawn there, in pixels. */
  readonly r: number;
  readonly ring: boolean;
  /** Whether it lies beyond the frame, and an arrow points to it. */
  readonly edge: boolean;
  /** Whether a line leads to its point on the map: it had to make way, or no more than its name is there. */
  lead: boolean;
}

/** A label in one state: moved by (x, y) pixels from a place, or from a point in kilometres. */
export interface Label {
  readonly text: string;
  readonly tone: string;
  readonly from: number | Point;
  readonly x: number;
  readonly y: number;
}

/** The picture in one state, settled. */
export interface Arrangement extends View {
  readonly camera: Camera;
  readonly anchors: readonly Anchor[];
  /** Where each mark stands once it is home, in pixels from there. */
  readonly gathered: readonly (Point | undefined)[];
  /** Rings of distance, in kilometres. */
  readonly rings: readonly number[];
  readonly labels: readonly Label[];
  /** Everything that nothing may cover. */
  readonly spots: readonly Spot[];
}

/** Room round the marker of home, in pixels. */
export const homeRoom = 12;
/** Room for an arrow round what lies beyond the frame, in pixels. */
export const arrowRoom = 6;
/** How many places beyond the frame are named at most. */
const mostBeyond = 6;

/** The picture in one state without its labels. */
export interface Settled extends Omit<Arrangement, 'rings' | 'labels' | 'spots'> {
  readonly spots: readonly (Spot & { readonly index: number })[];
  /** Where straight lines to what lies beyond the frame start. */
  readonly from: Point;
}

/**
 * Arranges one state: the camera, then the marks (those that would cover each other make way).
 * @param frame the part of the box to fit the focus into
 */
function settle(view: View, stage: Stage, frame: Rect): Settled {
  const { places, size, per, rtl, line } = stage;
  const { height } = stage.mark;
  const home = places.length - 1;
  const marked = places.map((_, index) => marksOf(view.amounts[index] ?? 0, per));
  const ringed = new Set(view.ringed);
  const named = new Set(view.named);
  // Room for everyone who will come, so that the camera need not move when they do.
  const largest = Math.max(...places.map(({ seats }) => reachOf(seats, seats.length, height)));
  const camera = cameraFor(view, frame, largest * size, line);
  const gathered = view.home ? gatherHome(stage, marked) : [];
  const crowd = gathered.reduce(
    (far, seat) => (seat ? Math.max(far, Math.hypot(seat.x, seat.y) + size) : far),
    homeRoom,
  );
  // Straight lines to what lies beyond the frame start at home, or in the middle where home does too.
  const inside = within(around(camera.left, camera.top, 8, 8), stage.frame);
  const from = inside
    ? { x: camera.left, y: camera.top }
    : { x: (frame.left + frame.right) / 2, y: (frame.top + frame.bottom) / 2 };

  const spots: (Spot & { readonly index: number })[] = [];
  let beyond = 0;
  const anchors = places.map(({ at, name }, index): Anchor => {
    // Once all are home, only those stand elsewhere who have no way there.
    const count = view.home === 1 && at ? 0 : marked[index]!;
    const marks = count ? reachOf(places[index]!.seats, count, height) * size + 1.5 : 0;
    const ring = !at || ringed.has(index);
    let seen = index === home ? !!name : !!marks || (!!at && (ring || named.has(index)));
    let r = marks ? marks + (ring ? 4 : 0) : ring ? 7 : 3;
    if (index === home) r = view.home === 1 ? crowd : homeRoom;
    // What has no place on the map stands at the foot.
    let x = at ? screenX(camera, at.x) : rtl ? frame.right - r : frame.left + r;
    let y = at ? screenY(camera, at.y) : frame.bottom - r;
    const edge = !within(around(x, y, 8, 8), stage.frame);
    if (edge && seen) {
      seen = beyond++ < mostBeyond;
      // It is named where the straight line to it leaves the frame.
      const [dx, dy] = [x - from.x, y - from.y];
      const box = stage.frame;
      r += arrowRoom;
      const part = Math.min(
        1,
        dx ? ((dx > 0 ? box.right - r : box.left + r) - from.x) / dx : 1,
        dy ? ((dy > 0 ? box.bottom - r : box.top + r) - from.y) / dy : 1,
      );
      [x, y] = [from.x + dx * part, from.y + dy * part];
    }
    if (seen) spots.push({ index, x, y, r, fixed: !marks && !edge });
    return { x: 0, y: 0, seen, marks, r, ring, edge, lead: false };
  });
  spread(spots, stage.frame);

  for (const { index, x, y } of spots) {
    const anchor = anchors[index]!;
    const at = places[index]!.at;
    anchor.x = x - screenX(camera, at?.x ?? 0);
    anchor.y = y - screenY(camera, at?.y ?? 0);
    const moved = Math.hypot(anchor.x, anchor.y) > anchor.r * 0.8;
    anchor.lead = !!at && !anchor.edge && index !== home && (moved || !anchor.marks);
  }
  return { ...view, camera, anchors, gathered, spots, from };
}

/** Where marks stand once they are home, in pixels from there, each on the side that it comes from. */
function gatherHome(
  { units, places, size, mark }: Stage,
  marked: readonly number[],
): (Point | undefined)[] {
  const comes = ({ place, rank }: Unit): boolean => !!places[place]!.at && rank < marked[place]!;
  const ways = units.filter(comes).map(({ place }) => places[place]!.at!);
  const found = gather(
    ways.map(({ x, y }) => Math.atan2(y, x)),
    homeRoom / size,
    mark.height,
  ).values();
  return units.map((unit) => {
    if (!comes(unit)) return undefined;
    const { x, y } = found.next().value!;
    return { x: x * size, y: y * size };
  });
}

/**
 * Arranges all states, and what is seen before the first, with the number counted in the corner at the head that
 * marks use least; where they stand in it none the less, all is fitted into what is left below. Yields after each.
 * @param width pixels that the number takes, likewise `height`
 */
export function* arrangeAll(
  views: readonly View[],
  stage: Stage,
  width: number,
  height: number,
): Generator<void, { arrangements: readonly Arrangement[]; corner: Rect }> {
  const { frame, rtl } = stage;
  const before = { ...views[0]!, amounts: [], shown: 0, home: 0, lines: 0, ringed: [], named: [] };
  const all: Settled[] = [];
  for (const view of [before, ...views]) {
    all.push(settle(view, stage, frame));
    yield;
  }
  const free = all.slice(1);
  const cost = (box: Rect): number =>
    free.filter(({ total, spots }) => total && spots.some((spot) => covers(box, spot))).length;
  const top = frame.top + height / 2;
  const [left, right] = [frame.left + width / 2, frame.right - width / 2].map((x) =>
    around(x, top, width, height),
  ) as [Rect, Rect];
  const [first, second] = rtl ? [right, left] : [left, right];
  const corner = cost(second) < cost(first) ? second : first;
  const below = { ...frame, top: Math.min(corner.bottom, frame.bottom - 40) };
  const crowded = cost(corner) > 0;
  const place = (state: Settled): Arrangement =>
    state.total
      ? labelled(crowded ? settle(state, stage, below) : state, stage, corner)
      : labelled(state, stage);
  const arrangements: Arrangement[] = [];
  for (const state of all) {
    arrangements.push(place(state));
    yield;
  }
  return { arrangements, corner };
}
