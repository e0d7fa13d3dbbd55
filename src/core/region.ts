// Where the places of a map are, to tell which of two readings of a point is meant.
interface Place {
  readonly lat: number;
  readonly lon: number;
}

/** Places as vectors of length 1: x, y and z of each, one after the other. */
export type Region = Float64Array;

const earthRadius = 6371;

/** Kilometres from a place within which a point is never taken for a mistake. */
const surelyThere = 500;

/** Kilometres from a place within which a mistake is looked for. */
const maybeThere = 1000;

/** How many times nearer to most places the other reading must be. */
const clearly = 1.5;

function vectorOf({ lat, lon }: Place): [number, number, number] {
  const [φ, λ] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180];
  return [Math.cos(φ) * Math.cos(λ), Math.cos(φ) * Math.sin(λ), Math.sin(φ)];
}

/** Prepares places for measuring; undefined if there are none. */
export function regionOf(places: readonly Place[]): Region | undefined {
  if (!places.length) return undefined;
  const vectors = new Float64Array(places.length * 3);
  places.forEach((place, at) => vectors.set(vectorOf(place), 3 * at));
  return vectors;
}

/** How far a point is from the nearest place, and from half of them. */
function distances(region: Region, point: Place): { nearest: number; median: number } {
  const [x, y, z] = vectorOf(point);
  const found = new Float64Array(region.length / 3);
  for (let at = 0; at < found.length; at++) {
    const [px, py, pz] = [region[3 * at]!, region[3 * at + 1]!, region[3 * at + 2]!];
    const across = Math.hypot(y * pz - z * py, z * px - x * pz, x * py - y * px);
    found[at] = earthRadius * Math.atan2(across, x * px + y * py + z * pz);
  }
  found.sort();
  return { nearest: found[0]!, median: found[(found.length - 1) >> 1]! };
}

/**
 * Whether the two numbers of a point are meant the other way round: with them so it is near the places, and as it is
 * written it is far from all of them.
 */
export function isTurned(region: Region, { lat, lon }: Place): boolean {
  const written = distances(region, { lat, lon });
  if (written.nearest <= surelyThere) return false;
  const turned = distances(region, { lat: lon, lon: lat });
  return (
    turned.nearest <= maybeThere &&
    turned.nearest < written.nearest &&
    turned.median * clearly <= written.median
  );
}
