/** A point: kilometres from the centre of the map, pixels on the screen, or degrees (x longitude, y latitude). */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Mean radius of the earth in kilometres. */
export const earthRadius = 6371.0088;

const radians = Math.PI / 180;

/**
 * Where a place stands on an azimuthal equidistant map, in kilometres from its centre, x to the right and y down:
 * its distance and its direction from the centre are the true ones. d3-geo does the same for 7 kB.
 * @param place degrees, x longitude and y latitude
 * @param centre likewise
 */
export function azimuthal(place: Point, centre: Point): Point {
  const [φ, φ0, λ] = [place.y * radians, centre.y * radians, (place.x - centre.x) * radians];
  const x = Math.cos(φ) * Math.sin(λ);
  const y = Math.cos(φ0) * Math.sin(φ) - Math.sin(φ0) * Math.cos(φ) * Math.cos(λ);
  const z = Math.sin(φ0) * Math.sin(φ) + Math.cos(φ0) * Math.cos(φ) * Math.cos(λ);
  const sine = Math.hypot(x, y);
  // The centre has no direction and its antipode has all: the one stays in the middle, the other is put to the right.
  if (sine < 1e-9) return { x: z > 0 ? 0 : Math.PI * earthRadius, y: 0 };
  const stretch = (earthRadius * Math.atan2(sine, z)) / sine;
  return { x: x * stretch, y: -y * stretch };
}

/** The middle of some places on the globe, in degrees. */
export function middle(places: readonly Point[]): Point {
  let [x, y, z] = [0, 0, 0];
  for (const place of places) {
    x += Math.cos(place.y * radians) * Math.cos(place.x * radians);
    y += Math.cos(place.y * radians) * Math.sin(place.x * radians);
    z += Math.sin(place.y * radians);
  }
  return { x: Math.atan2(y, x) / radians, y: Math.atan2(z, Math.hypot(x, y)) / radians };
}
