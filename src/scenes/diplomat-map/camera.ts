import type { Point } from './azimuthal.js';

/** An upright box on the screen, in pixels. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What the map is seen through: a place at (x, y) kilometres is drawn at (x, y) × scale + (left, top) pixels. */
export interface Camera {
  /** Pixels a kilometre. */
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

export const screenX = (camera: Camera, x: number): number => x * camera.scale + camera.left;
export const screenY = (camera: Camera, y: number): number => y * camera.scale + camera.top;

/** Shrinks a box on all sides, but never inside out. */
export function inset(box: Rect, by: number): Rect {
  const x = Math.min(by, (box.right - box.left) / 2 - 1);
  const y = Math.min(by, (box.bottom - box.top) / 2 - 1);
  return { left: box.left + x, top: box.top + y, right: box.right - x, bottom: box.bottom - y };
}

/**
 * The camera that shows some places as large as a frame allows, with their middle in the frame's.
 * @param least kilometres that the frame is at least across
 */
export function fit(places: readonly Point[], frame: Rect, least: number): Camera {
  const xs = places.map((place) => place.x);
  const ys = places.map((place) => place.y);
  const [west, east, north, south] = [
    Math.min(...xs),
    Math.max(...xs),
    Math.min(...ys),
    Math.max(...ys),
  ];
  const [width, height] = [frame.right - frame.left, frame.bottom - frame.top];
  const scale = Math.min(
    width / Math.max(east - west, least),
    height / Math.max(south - north, least * 0.75),
  );
  return {
    scale,
    left: (frame.left + frame.right) / 2 - ((west + east) / 2) * scale,
    top: (frame.top + frame.bottom) / 2 - ((north + south) / 2) * scale,
  };
}

/**
 * The camera a part of the way from one to another. The scale grows by equal factors, and the one point of the
 * screen that both cameras agree on stays where it is, so that nothing swings out of sight on the way.
 */
export function between(from: Camera, to: Camera, part: number): Camera {
  const ratio = to.scale / from.scale;
  const scale = from.scale * ratio ** part;
  const way = Math.abs(ratio - 1) < 1e-6 ? part : (scale - from.scale) / (to.scale - from.scale);
  return {
    scale,
    left: from.left + (to.left - from.left) * way,
    top: from.top + (to.top - from.top) * way,
  };
}
