import { earthRadius, type Point } from './azimuthal.js';

/** Outlines that were projected when the story was made, so that no reader loads projection code. */
export interface PreparedMap {
  readonly projection: 'azimuthal-equidistant';
  /** Longitude and latitude of the centre in degrees. */
  readonly centre: readonly [lon: number, lat: number];
  /** The unit of the paths: kilometres from the centre, x to the right and y down. */
  readonly unit: 'km';
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

/** The map of a name, if it was given one. */
export const namedMap = (name: string): PreparedMap | undefined => named.get(name);

/** Whether an object can be drawn as it is. */
export const isPrepared = (map: unknown): map is PreparedMap =>
  typeof map === 'object' &&
  map !== null &&
  typeof (map as PreparedMap).land === 'string' &&
  typeof (map as PreparedMap).radius === 'number' &&
  Array.isArray((map as PreparedMap).centre);

/**
 * Makes anything that describes a map drawable: a prepared map as it is, TopoJSON by projection code that is
 * loaded only then. Throws what is wrong with the rest.
 */
export async function drawable(map: unknown, centre: Point): Promise<PreparedMap> {
  if (isPrepared(map)) return map;
  if ((map as { type?: unknown } | null)?.type !== 'Topology')
    throw new Error('it is neither a prepared map nor TopoJSON');
  return (await import('./topology.js')).projectTopology(map, centre, earthRadius);
}
