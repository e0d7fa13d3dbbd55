// Finds what areas share, so that a border is simplified once for both of its sides, and is no coast.

const keyOf = ([x, y]) => `${x},${y}`;

/**
 * A topology of areas whose neighbours have the same points along their borders.
 * @param areas the coordinates of MultiPolygons, whose rings are closed
 */
export function arcsOf(areas) {
  const rings = areas.flat(2);
  // Where a point has other neighbours in one ring than in another, borders meet or part.
  const around = new Map();
  const ends = new Set();
  for (const ring of rings)
    for (let at = 0; at < ring.length - 1; at++) {
      const key = keyOf(ring[at]);
      const before = keyOf(ring[at ? at - 1 : ring.length - 2]);
      const next = keyOf(ring[at + 1]);
      const pair = before < next ? `${before} ${next}` : `${next} ${before}`;
      if ((around.get(key) ?? pair) !== pair) ends.add(key);
      around.set(key, pair);
    }

  const arcs = [];
  const known = new Map();
  /** The number of an arc; that of the same arc, turned round, as TopoJSON writes it. */
  const numberOf = (arc) => {
    const forward = arc.map(keyOf).join(' ');
    const found = known.get(forward);
    if (found !== undefined) return found;
    const number = arcs.push(arc) - 1;
    known.set(arc.toReversed().map(keyOf).join(' '), ~number);
    known.set(forward, number);
    return number;
  };
  const cut = (ring) => {
    const points = ring.slice(0, -1);
    const keys = points.map(keyOf);
    // A ring that meets no other begins at the same point whoever has it.
    const least = keys.reduce((best, key, at) => (key < keys[best] ? at : best), 0);
    const end = keys.findIndex((key) => ends.has(key));
    const start = end < 0 ? least : end;
    const turned = [...points.slice(start), ...points.slice(0, start), points[start]];
    const numbers = [];
    let from = 0;
    for (let at = 1; at < turned.length; at++)
      if (at === turned.length - 1 || ends.has(keyOf(turned[at]))) {
        numbers.push(numberOf(turned.slice(from, at + 1)));
        from = at;
      }
    return numbers;
  };
  const geometries = areas.map((area) => ({
    type: 'MultiPolygon',
    arcs: area.map((polygon) => polygon.map(cut)),
  }));
  return { type: 'Topology', arcs, objects: { areas: { type: 'GeometryCollection', geometries } } };
}
