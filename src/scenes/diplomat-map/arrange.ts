import type { Point } from './azimuthal.js';
import { fit, inset, screenX, screenY, type Camera, type Rect } from './camera.js';
import { gather, reachOf, spread, type Spot } from './clusters.js';
import { beside, covers, Room } from './labels.js';
import { placeBeyond, placeTrays } from './margins.js';
import { ringLabels, ringsFor } from './rings.js';
import type { Anchor, Arrangement, Label, Stage, View } from './stage.js';

/** Room round the marker of home, in pixels. */
const homeRoom = 12;

/** What is placed in a state: the spot of an anchor, by its index. */
type Placed = Spot & { readonly index: number };

/**
 * Arranges one state: the camera, then the marks (those that would cover each other make way), then the labels in
 * what is left, the ones that were asked for first and the rest by weight.
 * @param counter the box of the number counted, or none
 * @param frame the part of the box to fit the focus into
 */
export function arrange(
  view: View,
  stage: Stage,
  counter: Rect | undefined,
  frame: Rect,
): Arrangement {
  const { places, units, size } = stage;
  const counts = places.map(() => 0);
  for (let i = 0; i < view.shown; i++) counts[units[i]!.place]!++;
  const reach = counts.map((count, index) =>
    count ? reachOf(stage.seats[index]!, count) * size + 1.5 : 0,
  );
  const room = Math.min(Math.max(0, ...reach) * 0.7 + stage.line * 2, minSide(frame) / 5);
  const camera = fit(
    view.focus.places,
    view.focus.places.length > 1 ? inset(frame, room) : frame,
    view.focus.across,
  );

  const gathered = gatherHome(view, stage);
  // Once all are home, nobody stands at the places any more.
  const away = view.home < 1;
  const homeRadius = away
    ? homeRoom
    : gathered.reduce((far, { x, y }) => Math.max(far, Math.hypot(x, y)), homeRoom) + size;
  const points = [...places.map((place) => place.at), { x: 0, y: 0 }];
  const home = places.length;
  const anchors = points.map((at, index): Anchor => {
    const marks = away && index !== home ? reach[index]! : 0;
    const ring = view.ringed.has(index) ? 1 : 0;
    const asked = at && (ring || view.named.has(index));
    const seen = index === home ? stage.home : marks || asked;
    const r = index === home ? homeRadius : marks ? marks + ring * 4 + (at ? 0 : 5) : ring ? 7 : 3;
    return { ...nowhere, seen: seen ? 1 : 0, marks, map: at ? 1 : 0, tray: at ? 0 : 1, r, ring };
  });

  const spots: Placed[] = [];
  const beyond: number[] = [];
  const seat = (index: number, x: number, y: number, r: number, fixed: boolean): void =>
    void spots.push({ index, x, y, r, fixed });
  anchors.forEach((anchor, index) => {
    const at = points[index];
    if (!at || !anchor.seen) return;
    const [x, y] = [screenX(camera, at.x), screenY(camera, at.y)];
    if (!inside(x, y, inset(stage.frame, 4))) return void beyond.push(index);
    // Rings close to each other are drawn smaller, so that they stay apart.
    const near = spots.filter(({ fixed }) => fixed);
    for (const spot of anchor.marks || index === home ? [] : near) {
      const least = Math.max(4, Math.hypot(spot.x - x, spot.y - y) / 2 - 1);
      anchor.r = Math.min(anchor.r, least);
      spot.r = anchors[spot.index]!.r = Math.min(spot.r, least);
    }
    seat(index, x, y, anchor.r, !anchor.marks);
  });
  placeBeyond(beyond, anchors, camera, points, stage, counts, seat);
  placeTrays(anchors, stage, spots, counter, seat);
  spread(spots, inset(frame, 2));

  for (const { index, x, y } of spots) {
    const anchor = anchors[index]!;
    const at = points[index];
    if (anchor.map && at) {
      anchor.x = x - screenX(camera, at.x);
      anchor.y = y - screenY(camera, at.y);
      const moved = Math.hypot(anchor.x, anchor.y) > anchor.r * 0.8;
      anchor.lead = index !== home && (moved || !anchor.marks) ? 1 : 0;
    } else [anchor.x, anchor.y] = [x, y];
  }

  const taken = new Room(stage.frame, spots);
  if (counter) taken.boxes.push(counter);
  const rings = ringsFor(camera, stage);
  const labels = [
    ...placeNames(view, stage, camera, anchors, spots, counts, taken),
    ...ringLabels(rings, camera, stage, taken),
  ];
  return { ...view, camera, anchors, gathered, rings, labels, spots };
}

const nowhere = { x: 0, y: 0, edge: 0, dx: 0, dy: 0, lead: 0 };

const minSide = (frame: Rect): number =>
  Math.min(frame.right - frame.left, frame.bottom - frame.top);

const inside = (x: number, y: number, box: Rect): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

/** Where the marks stand once they are home, in pixels from there, each on the side that it comes from. */
function gatherHome({ shown, home }: View, { places, units, size }: Stage): Point[] {
  if (!home) return [];
  const angles = units.slice(0, shown).map(({ place }) => {
    const at = places[place]!.at;
    return at ? Math.atan2(at.y, at.x) : Math.PI / 2;
  });
  return gather(angles, homeRoom / size).map(({ x, y }) => ({ x: x * size, y: y * size }));
}

/** Names home first, then what a state asks for, then the rest by weight, as far as there is room. */
function placeNames(
  view: View,
  stage: Stage,
  camera: Camera,
  anchors: readonly Anchor[],
  spots: readonly Placed[],
  counts: readonly number[],
  taken: Room,
): Label[] {
  const home = stage.places.length;
  const weight = ({ index }: Placed): number => {
    const { ring, edge, tray } = anchors[index]!;
    if (index === home) return Infinity;
    return (view.named.has(index) ? 1e6 : ring || edge || tray ? 1e5 : 0) + counts[index]!;
  };
  const order = [...spots].sort((a, b) => weight(b) - weight(a) || a.index - b.index);
  return order.flatMap((spot) => {
    const { index } = spot;
    const anchor = anchors[index]!;
    const name = index === home ? stage.home : stage.places[index]!.name;
    const number =
      index === home && anchor.edge
        ? stage.distance(Math.round(fromHome(camera, stage.frame) / 100) * 100)
        : anchor.marks
          ? stage.number(counts[index]!)
          : '';
    const outward =
      index === home ? { x: 1, y: 0.1 } : { x: spot.x - camera.left, y: spot.y - camera.top };
    // What stands at the edge is named on its inner side.
    const side = anchor.edge ? { x: -anchor.dx, y: -anchor.dy } : outward;
    // How far home is may be left out where there is no room for it; how many there are may not.
    for (const figure of index === home && number ? [number, ''] : [number]) {
      const width = stage.measure(`${name} ${figure}`.trim(), false);
      // A name that was asked for may stand a little farther off before it is given up.
      const gaps = weight(spot) >= 1e6 ? [3, 18] : [3];
      const box = taken.take(
        gaps.flatMap((gap) => beside(spot, width, stage.line, side, stage.frame, gap)),
      );
      if (!box) continue;
      const tone = index === home ? 'b' : stage.places[index]!.tone;
      const x = (box.left + box.right) / 2 - spot.x;
      const y = (box.top + box.bottom) / 2 - spot.y;
      return [{ key: `${index} ${figure}`, name, number: figure, tone, anchor: index, x, y }];
    }
    return [];
  });
}

/** Kilometres from the centre of the map to the middle of what a frame shows. */
const fromHome = (camera: Camera, frame: Rect): number =>
  Math.hypot(
    (frame.left + frame.right) / 2 - camera.left,
    (frame.top + frame.bottom) / 2 - camera.top,
  ) / camera.scale;

/**
 * Arranges all states, with the number counted in the corner that its marks use least. It has one corner for all
 * states; where marks stand in it none the less, their state is fitted into what is left beside it.
 * @param counter width and height of the number with its words, in pixels
 */
export function arrangeAll(
  views: readonly View[],
  stage: Stage,
  counter: { readonly width: number; readonly height: number },
): { arrangements: readonly Arrangement[]; corner: Rect; right: boolean } {
  const { left, right, top, bottom } = stage.frame;
  const x = [left, right - counter.width];
  const y = [top, bottom - counter.height];
  if (stage.rtl) x.reverse();
  const corners = y.flatMap((cornerTop) =>
    x.map((cornerLeft) => ({
      left: cornerLeft,
      top: cornerTop,
      right: cornerLeft + counter.width,
      bottom: cornerTop + counter.height,
    })),
  );
  const free = views.map((view) => arrange(view, stage, undefined, stage.frame));
  const lies = (box: Rect, { total, spots }: Arrangement): boolean =>
    total !== undefined && spots.some((spot) => covers(box, spot));
  const cost = (box: Rect): number => free.filter((arrangement) => lies(box, arrangement)).length;
  const corner = corners.reduce((a, b) => (cost(b) < cost(a) ? b : a));
  const head = corner.top === top;
  const rest: Rect = head
    ? { ...stage.frame, top: Math.min(corner.bottom + 4, bottom - 40) }
    : { ...stage.frame, bottom: Math.max(corner.top - 4, top + 40) };
  const arrangements = views.map((view, i) =>
    view.total
      ? arrange(view, stage, corner, lies(corner, free[i]!) ? rest : stage.frame)
      : free[i]!,
  );
  return { arrangements, corner, right: corner.left !== left };
}
