// What the cells of a page's tables are: words, or something that a scene reads.
import { scenes } from '../elements.mjs';
import { elementsIn, get, isElement, textOf } from '../build/nodes.mjs';

const fold = (name) => name.toLowerCase().replace(/[\s_-]/g, '');

/** Columns without a type that hold no words: what others refer to, and what is read. */
const read = new Set(['step', 'code', 'focus', 'until']);

/** The columns of a scene that is not ours whose names say that they hold words. */
const wordy =
  /^(name|label|title|text|words|note|caption|description|alt|picture|comment)$|(words|note|label|text)$/;

/** Columns and attributes in which rows are named. */
export const refers = new Set(['focus', 'ring', 'names', 'lit']);

const above = function* (node) {
  for (let { parentNode } = node; parentNode; { parentNode } = parentNode) yield parentNode;
};

/** The scene that a table is of, and whether it holds its states or its data. */
function ownerOf(table, users) {
  const user = users.get(get(table, 'id'));
  for (const node of above(table)) {
    if (!node.tagName?.includes('-')) continue;
    if (/^(scroll-story|story-|source-chain)/.test(node.tagName)) break;
    const inside = [table, ...above(table)];
    const holder = inside
      .slice(0, inside.indexOf(node))
      .find((one) => one.attrs && get(one, 'slot'));
    return { tag: node.tagName, states: !!holder && get(holder, 'slot') === 'steps' };
  }
  return user ? { tag: user, states: false } : undefined;
}

/** What a column of a scene is: its key, its type, and whether its words are for readers. */
function columnOf({ tag, states }, head) {
  const scene = scenes[tag];
  const found = Object.entries(scene ? scene[states ? 'stateColumns' : 'columns'] : {}).find(
    ([key, { also = [] }]) => [key, ...also].some((name) => fold(name) === fold(head)),
  );
  const [key, { type = 'text', values } = {}] = found ?? [fold(head)];
  if (scene && !found) return { key, isText: true };
  const isText = scene
    ? type === 'text' && !values && !read.has(key)
    : key !== 'step' && wordy.test(key);
  return { key, isText };
}

/**
 * Reads which cells of a page hold words.
 * @param all the elements of the page
 * @returns `cells`: what their column is, and what their row is called; and the tables of `states`
 */
export function readTables(all) {
  const users = new Map(
    all.flatMap((element) => {
      const src = get(element, 'src') ?? '';
      return element.tagName.includes('-') && src.startsWith('#')
        ? [[src.slice(1), element.tagName]]
        : [];
    }),
  );
  const cells = new Map();
  const states = new Set();
  for (const table of all.filter(({ tagName }) => tagName === 'table')) {
    const owner = ownerOf(table, users);
    if (owner?.states) states.add(table);
    const rows = [...elementsIn(table)].filter(({ tagName }) => tagName === 'tr');
    const cellsOf = (row) =>
      row.childNodes.filter((one) => isElement(one) && /^t[hd]$/.test(one.tagName));
    const [head, ...body] = rows;
    if (!head) continue;
    const heads = cellsOf(head).map((cell) => get(cell, 'data-column') ?? textOf(cell));
    cellsOf(head).forEach((cell, at) => {
      const column = owner && columnOf(owner, heads[at]);
      cells.set(cell, {
        ...{
          owner,
          column: heads[at],
          key: 'head',
          isHead: true,
          isHidden: get(cell, 'hidden') !== undefined,
        },
        ...(column && { name: column.key }),
      });
    });
    for (const row of body) {
      const [first] = cellsOf(row);
      cellsOf(row).forEach((cell, at) => {
        const column = owner && heads[at] !== undefined ? columnOf(owner, heads[at]) : undefined;
        const isHidden = get(cell, 'hidden') !== undefined;
        const words = {
          isHidden,
          column: heads[at] ?? String(at + 1),
          key: first ? textOf(first) : '',
        };
        cells.set(cell, {
          ...words,
          owner,
          name: column?.key,
          isText: column ? column.isText : true,
        });
      });
    }
  }
  return { cells, states };
}

/** Whether the words of a cell are for readers. The heads of states are not seen, nor what is hidden in a table of data. */
export const isColumnOfText = ({ owner, isHead, isText, isHidden }) =>
  !(owner && isHidden) && (isHead ? !owner?.states : isText);
