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

/** A box of a size round a point. */
export const around = (x: number, y: number, width: number, height: number): Rect => ({
  left: x - width / 2,
  top: y - height / 2,
  right: x + width / 2,
  bottom: y + height / 2,
});

/** Whether one box lies in another. */
export const within = (box: Rect, frame: Rect): boolean =>
  box.left >= frame.left &&
  box.right <= frame.right &&
  box.top >= frame.top &&
  box.bottom <= frame.bottom;

/**
 * The camera that shows some places as large as a frame allows, with their middle in the frame's.
 * @param least kilometres that the frame is at least across
 * @param room pixels to leave free on each side
 */
export function fit(places: readonly Point[], frame: Rect, least: number, room = 0): Camera {
  const xs = places.map((place) => place.x);
  const ys = places.map((place) => place.y);
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [north, south] = [Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(
    (frame.right - frame.left - room * 2) / Math.max(east - west, least),
    (frame.bottom - frame.top - room * 2) / Math.max(south - north, least * 0.75),
  );
  return {
    scale,
    left: (frame.left + frame.right - (west + east) * scale) / 2,
    top: (frame.top + frame.bottom - (north + south) * scale) / 2,
  };
}

/**
 * The camera that shows what a state wants to be seen.
 * @param reach how far the largest cluster of marks reaches, in pixels; several places leave it some room
 * @param line height of a label
 */
export function cameraFor(
  { focus, across }: { readonly focus: readonly Point[]; readonly across: number },
  frame: Rect,
  reach: number,
  line: number,
): Camera {
  const side = Math.min(frame.right - frame.left, frame.bottom - frame.top);
  const room = focus.length > 1 ? Math.min(reach * 0.7 + line * 2, side / 5) : 0;
  return fit(focus, frame, across, room);
}

/**
 * How far everything on the screen has come, in a straight line, when the camera is a part of the way from one scale
 * to another: the scale grows by equal factors, and the one point of the screen that both cameras agree on stays
 * where it is, so that nothing swings out of sight on the way.
 */
export function zoomed(from: number, to: number, part: number): number {
  const ratio = to / from;
  return Math.abs(ratio - 1) < 1e-6 ? part : (ratio ** part - 1) / (ratio - 1);
}
