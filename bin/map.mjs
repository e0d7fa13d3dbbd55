// `communique map`: prepares the outlines of a map, so that no reader loads projection code.
import { lstatSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { isPrepared } from '../dist/scenes/diplomat-map/prepared-map.js';
import { isRefusal, readPoint } from './data.mjs';
import { clip, refusal } from './messages.mjs';
import { areasOf, prepareMap } from './outlines.mjs';
import { Unreadable, decodePage, readBounded } from './read.mjs';

/** The land that new stories have. */
const ownLand = fileURLToPath(new URL('template/land.json', import.meta.url));
/** Countries at 1 : 10 million are some 25 MB of GeoJSON. */
const mostBytes = 60_000_000;
/** Half the way round the earth, in kilometres. */
const farthest = 20_015;
/** Pixels of a map across which a bend is as small as it may be. */
const usualWidth = 800;

function centreOf(text) {
  if (text === undefined)
    throw refusal(
      'Say the centre of the map, where its straight lines will lead, as latitude and longitude: --centre "46.95, 7.45".',
    );
  const point = readPoint(text);
  if (isRefusal(point)) throw refusal(`The centre is "${clip(text)}"; ${point.refused}.`);
  if (point.swapped) throw refusal(`The centre is "${clip(text)}": ${point.swapped}.`);
  if (!(Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180))
    throw refusal(
      `The centre is "${clip(text)}", which is not on the earth; write a latitude from -90 to 90 and a longitude from -180 to 180.`,
    );
  return point;
}

function kilometres(name, text, usual, most) {
  if (text === undefined) return usual;
  const value = Number(text);
  if (text.trim() && value > 0 && value <= most) return value;
  throw refusal(
    `The ${name} is "${clip(text)}"; write kilometres as a number above 0, at most ${most}.`,
  );
}

function read(file) {
  let text;
  try {
    text = decodePage(readBounded(file, mostBytes));
  } catch (error) {
    if (error instanceof Unreadable) throw refusal(error.message);
    throw error;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refusal(
      `is no JSON (${clip(error.message)}); give TopoJSON or GeoJSON. Shapefiles and the like have to be converted first`,
      { cause: error },
    );
  }
}

/** Refuses to write over anything but a map that was prepared before. */
function checkOutput(path) {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return;
  try {
    if (stats.isFile() && isPrepared(JSON.parse(decodePage(readBounded(path, mostBytes))))) return;
  } catch {
    // What cannot be read is no map either.
  }
  throw refusal(
    `"${path}" is there already and is no prepared map; take it away, or give another name: --output my-map.json.`,
  );
}

/**
 * Writes a prepared map.
 * @param file TopoJSON or GeoJSON; the land of new stories if undefined
 * @param options what was typed: centre, radius, detail, object, output
 * @returns what was done, in a sentence
 */
export function writeMap(file, { output = 'map.json', object, ...options }) {
  const centre = centreOf(options.centre);
  const radius = kilometres('radius', options.radius, farthest, farthest);
  const detail = kilometres('detail', options.detail, (2 * radius) / usualWidth, 1000);
  let areas;
  try {
    const content = read(file ?? ownLand);
    if (isPrepared(content))
      throw refusal('is a prepared map already; give the file that it was prepared from');
    areas = areasOf(content, object);
  } catch (error) {
    if (!error.remedy) throw error;
    throw refusal(`The file "${file ?? ownLand}" ${error.message}.`);
  }
  const { map, rings, lines } = prepareMap(areas, { centre, radius, detail });
  if (!rings)
    throw refusal(
      `No land of the file lies within ${radius} km of "${options.centre}", or all of it is smaller than ${detail} km; give another --centre, a larger --radius or a smaller --detail.`,
    );
  checkOutput(output);
  const json = JSON.stringify(map);
  writeFileSync(output, `${json}\n`);
  const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  return `${output}: ${rings} coasts, ${lines} borders, ${kB(json.length)} (${kB(brotliCompressSync(json).length)} brotli). Use it as topology="${output}".`;
}
