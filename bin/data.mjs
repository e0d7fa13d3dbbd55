// How the check finds and reads data: by the functions that the elements have. What the elements do with a DOM is done
// here on the parser's tree.
import { parseCsv } from '../dist/core/csv.js';
import { parseNumber } from '../dist/core/numbers.js';
import { maxCount, tableOf } from '../dist/core/table.js';

export { readTable } from '../dist/core/table.js';

/** How a refused value is told from one that was read. */
export const isRefusal = (read) => typeof read === 'object' && read !== null && 'refused' in read;

/** All names that a column goes by, in lower case. */
export const namesOf = (key, { also = [] }) => [key.toLowerCase(), ...also];

/** The name of a column as it is compared. */
export const plainName = (name) => name.trim().toLowerCase();

/** Finds the tables of data and of states in a scene, below whatever is wrapped round them. */
export function findContent(scene, holders) {
  const found = [];
  const waiting = scene.elements.reverse().map((node) => ({ node, slot: '' }));
  for (let next; (next = waiting.pop());) {
    const { node } = next;
    const slot = node.get('slot') || next.slot;
    if (node.name === 'table' || holders.includes(node.name)) found.push({ node, slot });
    else for (const child of node.elements.reverse()) waiting.push({ node: child, slot });
  }
  return {
    data: found.filter(({ slot }) => !slot).map(({ node }) => node),
    states: found.find(({ node, slot }) => slot === 'steps' && node.name === 'table')?.node,
    dataProblems: [],
    stateProblems: [],
  };
}

/** Reads what data stand in: a table or a list. */
export function readHolder(holder) {
  return holder.name === 'table' ? readTextTable(holder) : readTextList(holder);
}

function readTextTable(table) {
  const [head, ...rows] = table
    .named('tr')
    .filter((row) => row.closest('table') === table)
    .map((row) => row.elements.filter(({ name }) => name === 'td' || name === 'th'));
  return {
    columns: (head ?? []).map((cell) => cell.get('data-column') ?? cell.text),
    rows: rows.map((cells) =>
      cells.map(
        (cell) =>
          cell.get('data-value') ??
          cell.first(({ name }) => name === 'data')?.get('value') ??
          cell.first(({ name }) => name === 'time')?.get('datetime') ??
          cell.text,
      ),
    ),
  };
}

function readTextList(list) {
  const items = list.elements.filter(({ name }) => name === 'li');
  const camel = (name) => name.slice(5).replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const names = [...new Set(items.flatMap((item) => item.attributeNames))].filter((name) =>
    name.startsWith('data-'),
  );
  return {
    columns: [...names.map(camel), 'text'],
    rows: items.map((item) => [...names.map((name) => item.get(name) ?? ''), item.text]),
  };
}

/**
 * Reads a file as a table.
 * @throws says why it cannot be read
 */
export function readFile(bytes) {
  const text = new TextDecoder().decode(bytes);
  if (!/^\s*[[{]/.test(text)) return parseCsv(text);
  const json = JSON.parse(text);
  return tableOf(Array.isArray(json) ? json : []);
}

/** Reads a list of names. */
export const splitList = (text) => (text.trim() ? text.split(/[,;،؛]/u) : []);

/** Reads the centre of a map. */
export function readPoint(text) {
  const [lon, lat] = text.split(',').map(parseNumber);
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180
    ? { lat, lon }
    : { refused: 'write longitude and latitude in degrees, as in "37.6,55.8"' };
}

/** Reads a date. */
export const readDay = (text) =>
  !text || /^\d{4}-\d\d-\d\d$/.test(text) ? text : { refused: 'write it as 2018-03-26' };

/** The most marks that a picture draws. */
export const mostMarks = maxCount;
