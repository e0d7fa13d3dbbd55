import { unlessLeaving } from '../../controllers/leaving.js';
import { earthRadius, type Point } from './azimuthal.js';

/** Outlines that were projected when the story was made, so that no reader loads projection code. */
export interface PreparedMap {
  readonly projection: 'azimuthal-equidistant';
  /** Longitude and latitude of the centre in degrees. */
  readonly centre: readonly [lon: number, lat: number];
  /** Kilometres that a number of the paths stands for; they start at the centre, x to the right and y down. */
  readonly unit: number;
  /** How far from the centre the outlines reach, in kilometres. */
  readonly radius: number;
  /** Path data of the land, closed. */
  readonly land: string;
  /** Path data of the borders inside it. */
  readonly borders: string;
}

/** Half the way round the earth, where every map of this projection ends. */
export const antipode = 20_015;

const named = new Map<string, PreparedMap>();

/** Gives a prepared map a name that elements can ask for. */
export const defineMap = (name: string, map: PreparedMap): void => void named.set(name, map);

/** Whether an object can be drawn as it is. */
const isPrepared = (map: unknown): map is PreparedMap => {
  const { land, centre, radius, unit } = (map ?? {}) as Partial<PreparedMap>;
  return (
    typeof land === 'string' && [centre?.[0], centre?.[1], radius, unit].every(Number.isFinite)
  );
};

/**
 * Finds what can be drawn of a map: a prepared one as it is, given, of a name, or at an address; TopoJSON by
 * projection code that is loaded only then. Answers at once where nothing must be loaded; rejects with what is wrong.
 */
export function findMap(
  map: unknown,
  topology: string,
  centre: Point,
): PreparedMap | undefined | Promise<PreparedMap> {
  const found = map ?? named.get(topology);
  if (isPrepared(found)) return found;
  if (!found && !topology) return undefined;
  return unlessLeaving(
    import('./topology.js').then(({ loadMap }) =>
      loadMap(found ?? topology, centre, earthRadius, isPrepared),
    ),
  );
}
