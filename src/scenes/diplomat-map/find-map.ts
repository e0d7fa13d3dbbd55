import { unlessLeaving } from '../../controllers/leaving.js';
import { earthRadius, type Point } from './azimuthal.js';
import { isPrepared, namedMap, type PreparedMap } from './prepared-map.js';

/**
 * Finds what can be drawn of a map: a prepared one as it is, given, of a name, or at an address; TopoJSON by
 * projection code that is loaded only then. Answers at once where nothing must be loaded; rejects with what is wrong.
 */
export function findMap(
  map: unknown,
  topology: string,
  centre: Point,
): PreparedMap | undefined | Promise<PreparedMap> {
  const found = map ?? namedMap(topology);
  if (isPrepared(found)) return found;
  if (!found && !topology) return undefined;
  return unlessLeaving(
    import('./topology.js').then(({ loadMap }) =>
      loadMap(found ?? topology, centre, earthRadius, isPrepared),
    ),
  );
}
