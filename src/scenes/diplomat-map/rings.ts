import type { Camera, Rect } from './camera.js';
import { around, type Room } from './labels.js';
import type { Label, Stage } from './stage.js';

/** The rings of distance that suit a camera: far enough apart to be told from each other. */
export function ringsFor(camera: Camera, { width, height, radius }: Stage): Set<number> {
  const apart = Math.max(90, Math.min(width, height) * 0.2);
  const step = [500, 1000, 2000, 4000].find((km) => km * camera.scale >= apart) ?? 4000;
  const corners = [0, width].flatMap((x) =>
    [0, height].map((y) => Math.hypot(x - camera.left, y - camera.top) / camera.scale),
  );
  const far = Math.min(radius, Math.max(...corners));
  return new Set(Array.from({ length: Math.floor(far / step) }, (_, i) => (i + 1) * step));
}

/** Writes the distances on their rings, all in one direction if it can be. */
export function ringLabels(
  rings: ReadonlySet<number>,
  camera: Camera,
  stage: Stage,
  room: Room,
): Label[] {
  // From straight down both ways round: the foot of a ring is mostly the emptiest part of it.
  const turns = Array.from(
    { length: 36 },
    (_, i) => ((i % 2 ? -1 : 1) * Math.ceil(i / 2) * Math.PI) / 18,
  );
  const boxAt = (km: number, turn: number): Rect => {
    const r = km * camera.scale;
    const width = stage.measure(stage.distance(km), true) + 6;
    return around(
      camera.left - r * Math.sin(turn),
      camera.top + r * Math.cos(turn),
      width,
      stage.line,
    );
  };
  const best = turns.reduce(
    (found, turn) => {
      const score = [...rings].filter((km) => room.free(boxAt(km, turn))).length;
      return score > found.score ? { turn, score } : found;
    },
    { turn: 0, score: 0 },
  );
  return [...rings].flatMap((km) => {
    const found = [best.turn, ...turns].find((turn) => room.free(boxAt(km, turn)));
    if (found === undefined) return [];
    room.boxes.push(boxAt(km, found));
    const at = { x: -km * Math.sin(found), y: km * Math.cos(found) };
    return [
      {
        key: `km ${km}`,
        name: '',
        number: stage.distance(km),
        tone: 'scale' as const,
        anchor: -1,
        at,
        x: 0,
        y: 0,
      },
    ];
  });
}
