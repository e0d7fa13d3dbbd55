import type { Point } from './azimuthal.js';
import { around, fit, screenX, screenY, within, type Camera, type Rect } from './camera.js';
import { covers, gather, reachOf, spread, type Spot } from './clusters.js';
import type { Place, Unit } from './places.js';
import type { View } from './views.js';

/** What stays the same through all states. */
export interface Stage {
  readonly width: number;
  readonly height: number;
  /** The part of the box that nothing else covers. */
  readonly frame: Rect;
  /** Width of a mark in pixels. */
  readonly size: number;
  /** The last is home; it has no name where it is not marked. */
  readonly places: readonly Place[];
  readonly units: readonly Unit[];
  /** How far the outlines reach, in kilometres. */
  readonly radius: number;
  /** Height of a label in pixels. */
  readonly line: number;
  /** Width of a label in pixels. */
  readonly measure: (text: string) => number;
  readonly number: (value: number) => string;
  readonly distance: (kilometres: number) => string;
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
const homeRoom = 12;
/** Room for an arrow round what lies beyond the frame, in pixels. */
export const arrowRoom = 6;
/** How many places beyond the frame are named at most. */
const mostBeyond = 6;

/** The picture in one state without its labels. */
interface Settled extends Omit<Arrangement, 'rings' | 'labels' | 'spots'> {
  readonly spots: readonly (Spot & { readonly index: number })[];
  readonly counts: readonly number[];
  /** Where straight lines to what lies beyond the frame start. */
  readonly from: Point;
}

/**
 * Arranges one state: the camera, then the marks (those that would cover each other make way).
 * @param frame the part of the box to fit the focus into
 */
function settle(view: View, stage: Stage, frame: Rect): Settled {
  const { places, units, size, rtl, line } = stage;
  const home = places.length - 1;
  const counts = places.map(() => 0);
  for (const { place } of units.slice(0, view.shown)) counts[place]!++;
  // All people's room, and not only theirs who are there, so that the camera waits for those to come.
  const largest = Math.max(...places.map(({ seats }) => reachOf(seats)));
  const side = Math.min(frame.right - frame.left, frame.bottom - frame.top);
  const room = view.focus.length > 1 ? Math.min(largest * size * 0.7 + line * 2, side / 5) : 0;
  const camera = fit(view.focus, frame, view.across, room);
  const gathered = view.home ? gatherHome(units.slice(0, view.shown), places, size) : [];
  const crowd = gathered.map((seat) => (seat ? Math.hypot(seat.x, seat.y) + size : 0));
  // Straight lines to what lies beyond the frame start at home, or in the middle where home does too.
  const inside = within(around(camera.left, camera.top, 8, 8), stage.frame);
  const from = inside
    ? { x: camera.left, y: camera.top }
    : { x: (frame.left + frame.right) / 2, y: (frame.top + frame.bottom) / 2 };

  const spots: (Spot & { readonly index: number })[] = [];
  let beyond = 0;
  const anchors = places.map(({ at, name }, index): Anchor => {
    // Once all are home, only those stand elsewhere who have no way there.
    const count = view.home === 1 && at ? 0 : counts[index]!;
    const marks = count ? reachOf(places[index]!.seats, count) * size + 1.5 : 0;
    const ring = !at || view.ringed.includes(index);
    let seen = index === home ? !!name : !!marks || (!!at && (ring || view.named.includes(index)));
    let r = marks ? marks + (ring ? 4 : 0) : ring ? 7 : 3;
    if (index === home) r = view.home === 1 ? Math.max(homeRoom, ...crowd) : homeRoom;
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
  return { ...view, camera, anchors, gathered, spots, counts, from };
}

/**
 * Finds room for the labels in what is left, for the ones that were asked for first and the rest by weight.
 * @param counter the box of the number counted, or none
 */
function labelled(settled: Settled, stage: Stage, counter?: Rect): Arrangement {
  const { camera, anchors, spots, counts, from } = settled;
  const { places, line } = stage;
  const home = places.length - 1;
  const taken = counter ? [counter] : [];
  /** Takes the first of some boxes that is free. */
  const take = (boxes: readonly Rect[]): Rect | undefined => {
    const found = boxes.find(
      (box) =>
        within(box, stage.frame) &&
        !taken.some((one) => overlap(one, box)) &&
        !spots.some((spot) => covers(box, spot)),
    );
    if (found) taken.push(found);
    return found;
  };

  // Home first, then what a state asks for, then the rest by weight, as far as there is room.
  const weight = (index: number): number => {
    if (index === home) return Infinity;
    const { ring, edge } = anchors[index]!;
    return (settled.named.includes(index) ? 1e6 : ring || edge ? 1e5 : 0) + counts[index]!;
  };
  const names = [...spots]
    .sort((a, b) => weight(b.index) - weight(a.index) || a.index - b.index)
    .flatMap((spot): Label[] => {
      const { index } = spot;
      const { edge, marks } = anchors[index]!;
      const { name, tone } = places[index]!;
      const kilometres = Math.hypot(from.x - camera.left, from.y - camera.top) / camera.scale;
      const number =
        index < home
          ? marks && stage.number(counts[index]!)
          : edge && stage.distance(Math.round(kilometres / 100) * 100);
      // On the side that looks away from home, so that the lines home stay free; at the edge on the inner side.
      const look = edge
        ? { x: from.x - spot.x, y: from.y - spot.y }
        : { x: spot.x - camera.left + 0.1, y: spot.y - camera.top };
      // A distance may be left out where there is no room for it; how many there are may not.
      const full = number ? `${name} ${number}` : name;
      for (const text of index === home ? [full, name] : [full]) {
        const width = stage.measure(text);
        // A name that was asked for may stand a little farther off before it is given up.
        const gaps = weight(index) >= 1e6 ? [3, 18, 33] : [3];
        const box = take(gaps.flatMap((gap) => beside(spot, gap, width, line, look, stage.frame)));
        if (box)
          return [
            {
              text,
              tone,
              from: index,
              x: (box.left + box.right) / 2 - spot.x,
              y: (box.top + box.bottom) / 2 - spot.y,
            },
          ];
      }
      return [];
    });

  const rings = ringsFor(camera, stage);
  // The foot of a ring is mostly the emptiest part of it; where one has its label, the next has it too if it can.
  const turns = Array.from({ length: 36 }, (_, i) => ((i % 2 ? -i - 1 : i) * Math.PI) / 36);
  const distances = rings.flatMap((km): Label[] => {
    const text = stage.distance(km);
    const width = stage.measure(text) * 0.85;
    const boxes = turns.map((turn) => {
      const r = km * camera.scale;
      return around(camera.left - r * Math.sin(turn), camera.top + r * Math.cos(turn), width, line);
    });
    const box = take(boxes);
    if (!box) return [];
    const [turn] = turns.splice(boxes.indexOf(box), 1) as [number];
    turns.unshift(turn);
    const at = { x: -km * Math.sin(turn), y: km * Math.cos(turn) };
    return [{ text, tone: 'scale', from: at, x: 0, y: 0 }];
  });
  return { ...settled, rings, labels: [...names, ...distances] };
}

/** Whether two boxes share a point. */
const overlap = (a: Rect, b: Rect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const sides = [0, -1, 1].flatMap((y) => [-1, 1, 0].map((x) => ({ x, y })));

/** The boxes for a label beside a spot, the one in the direction of `look` first. */
function beside(
  spot: Spot,
  gap: number,
  width: number,
  height: number,
  look: Point,
  frame: Rect,
): Rect[] {
  return sides
    .filter(({ x, y }) => x || y)
    .sort((a, b) => (b.x - a.x) * look.x + (b.y - a.y) * look.y)
    .map(({ x, y }) => {
      const out = (spot.r + gap) * (x && y ? 0.7 : 1);
      const across = spot.x + x * (out + width / 2);
      // Above and below, it may move along to stay inside the frame.
      const kept = Math.max(frame.left + width / 2, Math.min(frame.right - width / 2, across));
      return around(y ? kept : across, spot.y + y * (out + height / 2), width, height);
    });
}

/** The rings of distance that suit a camera: far enough apart to be told from each other and from the rim. */
function ringsFor({ scale, left, top }: Camera, { width, height, radius }: Stage): number[] {
  const apart = Math.max(90, Math.min(width, height) * 0.2);
  const step = [500, 1000, 2000].find((km) => km * scale >= apart) ?? 4000;
  const far = Math.hypot(Math.max(left, width - left), Math.max(top, height - top)) / scale;
  const count = Math.floor(Math.min(radius - step / 2, far) / step);
  return Array.from({ length: count }, (_, i) => (i + 1) * step);
}

/** Where marks stand once they are home, in pixels from there, each on the side that it comes from. */
function gatherHome(
  units: readonly Unit[],
  places: readonly Place[],
  size: number,
): (Point | undefined)[] {
  const ways = units.flatMap(({ place }) => places[place]!.at ?? []);
  const found = gather(
    ways.map(({ x, y }) => Math.atan2(y, x)),
    homeRoom / size,
  ).values();
  return units.map(({ place }) => {
    if (!places[place]!.at) return undefined;
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
  const before = { ...views[0]!, shown: 0, home: 0, lines: 0, ringed: [], named: [] };
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
