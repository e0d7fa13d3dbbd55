import type { Point } from './azimuthal.js';
import { inset, screenX, screenY, type Camera, type Rect } from './camera.js';
import type { Spot } from './clusters.js';
import { around, covers, overlap } from './labels.js';
import type { Anchor, Stage } from './stage.js';

/** Pixels between a thing at the edge and the edge: room for its arrow. */
const arrowRoom = 13;
/** How many things beyond the frame are named at most. */
const mostEdges = 6;

/** Takes a seat at a point of the screen for the anchor of an index. */
export type Seat = (index: number, x: number, y: number, r: number, fixed: boolean) => void;

/** Names what lies beyond the frame where the straight line to it leaves the frame; the largest few. */
export function placeBeyond(
  beyond: readonly number[],
  anchors: readonly Anchor[],
  camera: Camera,
  points: readonly (Point | undefined)[],
  stage: Stage,
  counts: readonly number[],
  seat: Seat,
): void {
  const { frame } = stage;
  const home = points.length - 1;
  const from = beyond.includes(home)
    ? { x: (frame.left + frame.right) / 2, y: (frame.top + frame.bottom) / 2 }
    : { x: camera.left, y: camera.top };
  const order = [...beyond].sort(
    (a, b) => (b === home ? 1e6 : counts[b]!) - (a === home ? 1e6 : counts[a]!),
  );
  order.forEach((index, i) => {
    const anchor = anchors[index]!;
    if (i >= mostEdges) return void (anchor.seen = 0);
    anchor.map = 0;
    const at = points[index]!;
    const [dx, dy] = [screenX(camera, at.x) - from.x, screenY(camera, at.y) - from.y];
    const way = Math.hypot(dx, dy) || 1;
    const box = inset(frame, anchor.r + arrowRoom);
    const part = Math.min(
      dx ? ((dx > 0 ? box.right : box.left) - from.x) / dx : Infinity,
      dy ? ((dy > 0 ? box.bottom : box.top) - from.y) / dy : Infinity,
    );
    Object.assign(anchor, { edge: 1, dx: dx / way, dy: dy / way });
    seat(index, from.x + dx * part, from.y + dy * part, anchor.r, true);
  });
}

/** Puts what has no place on the map in a row at the foot, where it lies over the least. */
export function placeTrays(
  anchors: readonly Anchor[],
  { frame, rtl }: Stage,
  spots: readonly Spot[],
  counter: Rect | undefined,
  seat: Seat,
): void {
  const trays = [...anchors.keys()].filter((index) => anchors[index]!.tray && anchors[index]!.seen);
  if (!trays.length) return;
  const rows = trays.map((index) => anchors[index]!.r * 2 + 8);
  const width = rows.reduce((sum, w) => sum + w, 0);
  const height = Math.max(...rows);
  const x = [
    frame.left + width / 2 + 4,
    frame.right - width / 2 - 4,
    (frame.left + frame.right) / 2,
  ];
  const boxes = (rtl ? [x[1]!, x[0]!, x[2]!] : x).map((middle) =>
    around(middle, frame.bottom - height / 2 - 2, width, height),
  );
  const cost = (box: Rect): number =>
    spots.filter((spot) => covers(box, spot)).length + (counter && overlap(box, counter) ? 100 : 0);
  const best = boxes.reduce((a, b) => (cost(b) < cost(a) ? b : a));
  let left = best.left;
  trays.forEach((index, i) => {
    seat(index, left + rows[i]! / 2, (best.top + best.bottom) / 2, anchors[index]!.r, true);
    left += rows[i]!;
  });
}
