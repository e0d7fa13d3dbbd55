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

/** The prepared map of a name. */
export const namedMap = (name: string): PreparedMap | undefined => named.get(name);

/** Whether an object can be drawn as it is. */
export const isPrepared = (map: unknown): map is PreparedMap => {
  const { land, centre, radius, unit } = (map ?? {}) as Partial<PreparedMap>;
  return (
    typeof land === 'string' && [centre?.[0], centre?.[1], radius, unit].every(Number.isFinite)
  );
};
