import { widest } from './markup.js';
import { maxRows, tableOf, type TextTable } from './table.js';

type Fields = Readonly<Record<string, unknown>>;
type List = readonly unknown[];

/**
 * @param rows how many there are; Infinity for more than were counted
 * @throws where there are more rows or columns than are read
 */
export function boundSize(rows: number, columns: number): void {
  const few = 'leave out those that are not drawn';
  if (rows === Infinity) throw new Error(`it has more than ${maxRows} rows; ${few}`);
  if (rows > maxRows + 1) throw new Error(`it has ${rows} rows, more than ${maxRows}; ${few}`);
  if (columns > widest) throw new Error(`it has ${columns} columns, more than ${widest}; ${few}`);
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names that programs give to the list of rows in what they answer, the likeliest first. */
const usual = ['data', 'rows', 'records', 'results', 'result', 'items', 'values', 'features'];

/**
 * Makes a table of parsed JSON: a list of objects or of lists, alone or wrapped in an object, or GeoJSON.
 * @param onMap whether the rows are to have a place on a map
 * @throws says what the JSON is, if it is nothing of that
 */
export function tableOfJson(json: unknown, onMap: boolean): TextTable {
  const list = listIn(json, 0);
  const width = new Set(
    list.slice(0, maxRows).flatMap((row) => (isObject(row) ? Object.keys(row) : [])),
  );
  boundSize(list.length, width.size);
  if (list.length && list.every(isFeature))
    return tableOf(list.map((feature) => rowOf(feature, onMap)));
  const [header, ...rows] = list;
  if (Array.isArray(header) && rows.every(Array.isArray)) {
    const names = header.map(String);
    if (new Set(names).size < names.length)
      throw new Error('it has two columns of one name; give each its own');
    // As objects, so that numbers stay numbers.
    return tableOf(
      rows.map((row: List) => Object.fromEntries(names.map((name, at) => [name, row[at]]))),
    );
  }
  if (list.length && !list.some(isObject))
    throw new Error('it is a list of plain values; export a list of objects');
  return tableOf(list);
}

/** Finds the list of rows. */
function listIn(json: unknown, depth: number): List {
  if (Array.isArray(json)) return json;
  if (!isObject(json))
    throw new Error(
      `it is ${json === null ? 'null' : `a ${typeof json}`}; export a list of objects`,
    );
  const { type, columns, data } = json;
  if (type === 'Topology')
    throw new Error('it is TopoJSON, the outlines of a map; a map takes it as its "topology"');
  if (type === 'Feature') return [json];
  if (typeof type === 'string' && 'coordinates' in json)
    throw new Error(`it is a ${type} of GeoJSON alone; export a FeatureCollection of points`);
  // As pandas splits a table.
  if (Array.isArray(columns) && Array.isArray(data) && data.every(Array.isArray))
    return [columns, ...(data as List)];

  const entries = Object.entries(json);
  const lists = entries.flatMap(([key, value]) =>
    Array.isArray(value) ? [[key, value as List] as const] : [],
  );
  const [found] = usual.flatMap((name) => lists.filter(([key]) => key.toLowerCase() === name));
  if (found) return found[1];
  if (lists.length === 1) return lists[0]![1];
  if (lists.length && lists.every(([, values]) => !values.some(isObject)))
    throw new Error('it has a list for each column; export a list of objects, one for each row');
  const inner = entries.filter(([, value]) => isObject(value));
  if (!lists.length && inner.length === 1 && depth < 3) return listIn(inner[0]![1], depth + 1);
  const keys = entries.slice(0, 5).map(([key]) => `"${key}"`);
  throw new Error(
    `it is an object ${keys.length ? `with ${keys.join(', ')}` : 'with nothing in it'}; export a list of objects, or {"data": […]}`,
  );
}

const isFeature = (value: unknown): value is Fields =>
  isObject(value) && value['type'] === 'Feature';

/** A feature of GeoJSON as a row: its properties, and its place if it is a point. */
function rowOf(feature: Fields, onMap: boolean): Fields {
  const { properties: given, geometry } = feature;
  const properties = isObject(given) ? given : {};
  const { type, coordinates } = isObject(geometry) ? geometry : {};
  if (type === 'Point' && Array.isArray(coordinates)) {
    const [lon, lat] = coordinates as List;
    return { ...properties, lat, lon };
  }
  const isPlaced = Object.keys(properties).some((key) => /^lat$/i.test(key));
  if (onMap && typeof type === 'string' && !isPlaced)
    throw new Error(
      `it is GeoJSON of the type ${type}; a map has points, so export the middle of each as a Point`,
    );
  return properties;
}
