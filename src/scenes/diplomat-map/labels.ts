import { times } from '../../core/times.js';
import type { Arrangement, Label, Settled, Stage } from './arrange.js';
import type { Point } from './azimuthal.js';
import { around, within, type Camera, type Rect } from './camera.js';
import { boxOf, covers, type Spot } from './clusters.js';
import { Grid } from './grid.js';

/** How many rings of distance are drawn at most. */
const mostRings = 40;

/**
 * Finds room for the labels in what is left, for the ones that were asked for first and the rest by weight.
 * @param counter the box of the number counted, or none
 */
export function labelled(settled: Settled, stage: Stage, counter?: Rect): Arrangement {
  const { camera, anchors, spots, amounts, from } = settled;
  const { places, line } = stage;
  const home = places.length - 1;
  const taken = new Grid<Rect>();
  if (counter) taken.add(counter, counter);
  const byPlace = new Grid<Spot>();
  for (const spot of spots) byPlace.add(boxOf(spot), spot);
  /** Takes the first of some boxes that is free. */
  const take = (boxes: readonly Rect[]): Rect | undefined => {
    const found = boxes.find(
      (box) =>
        within(box, stage.frame) &&
        !taken.some(box, (one) => overlap(one, box)) &&
        !byPlace.some(box, (spot) => covers(box, spot)),
    );
    if (found) taken.add(found, found);
    return found;
  };

  // Home first, then what a state asks for, then the rest by weight, as far as there is room.
  const named = new Set(settled.named);
  const rank = places.map((_, index) => {
    if (index === home) return 3;
    const { ring, edge } = anchors[index]!;
    return named.has(index) ? 2 : ring || edge ? 1 : 0;
  });
  const amountOf = (index: number): number => amounts[index] ?? 0;
  const names = [...spots]
    .sort(
      (a, b) =>
        rank[b.index]! - rank[a.index]! ||
        amountOf(b.index) - amountOf(a.index) ||
        a.index - b.index,
    )
    .flatMap((spot): Label[] => {
      const { index } = spot;
      const { edge, marks } = anchors[index]!;
      const { name, tone } = places[index]!;
      const kilometres = Math.hypot(from.x - camera.left, from.y - camera.top) / camera.scale;
      const number =
        index < home
          ? marks && stage.number(amountOf(index))
          : edge && stage.distance(Math.round(kilometres / stage.unit / 100) * 100 * stage.unit);
      // On the side that looks away from home, so that the lines home stay free; at the edge on the inner side.
      const look = edge
        ? { x: from.x - spot.x, y: from.y - spot.y }
        : { x: spot.x - camera.left + 0.1, y: spot.y - camera.top };
      // A distance may be left out where there is no room for it; how many there are may not.
      const full = number ? `${name} ${number}` : name;
      for (const text of index === home ? [full, name] : [full]) {
        const width = stage.measure(text);
        // A name that was asked for may stand a little farther off before it is given up.
        const gaps = rank[index]! >= 2 ? [3, 18, 33] : [3];
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
  const turns = times(36, (i) => ((i % 2 ? -i - 1 : i) * Math.PI) / 36);
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
function ringsFor({ scale, left, top }: Camera, { width, height, radius, unit }: Stage): number[] {
  const apart = Math.max(90, Math.min(width, height) * 0.2);
  const steps = [500, 1000, 2000, 4000].map((round) => round * unit);
  const step = steps.find((km) => km * scale >= apart) ?? steps.at(-1)!;
  const far = Math.hypot(Math.max(left, width - left), Math.max(top, height - top)) / scale;
  // However far the outlines are said to reach, no screen has room for more.
  const count = Math.min(mostRings, Math.floor(Math.min(radius - step / 2, far) / step));
  return times(count, (i) => (i + 1) * step);
}
