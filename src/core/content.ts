// Finds the tables of a scene among its content, below whatever an editor or a CMS has wrapped round them.
import type { Columns } from './columns.js';
import { textTable } from './header.js';
import { isElement, readGrid, readGridInParts, readList, readText, type Markup } from './markup.js';
import { namesOf, plainName, type TextTable } from './table.js';
import { authorMessage } from './warn.js';
import { doAtOnce, type Work } from './work.js';

/** Rows among which the names of the columns are, in a table of states too that has a column a state. */
const firstRows = 40;

/** What was found of data and states, and a sentence for all that had to be guessed. */
export interface Content {
  /** Tables or lists of data; the first is read. */
  readonly data: readonly Markup[];
  readonly states: Markup | undefined;
  readonly dataProblems: readonly string[];
  readonly stateProblems: readonly string[];
}

/**
 * Finds data and states. A table, or what is round it, says by `slot="steps"` that it has states; one that has nothing
 * but states is known by its columns.
 * @param holders the tags that data stand in
 */
export function findContent(
  scene: Markup,
  holders: readonly string[],
  columns: Columns,
  stateColumns: Columns,
): Content {
  const found: { slot: string; holder: Markup }[] = [];
  const look = (node: Markup, slot: string): void => {
    for (const child of node.children) {
      if (!isElement(child)) continue;
      const own = child.get('slot') || slot;
      if (child.name === 'table' || holders.includes(child.name))
        found.push({ slot: own, holder: child });
      else look(child, own);
    }
  };
  look(scene, '');

  const inSlot = (name: string): Markup[] =>
    found.flatMap((one) => (one.slot === name ? one.holder : []));
  const marked = inSlot('steps').filter(({ name }) => name === 'table');
  const own = inSlot('').filter(({ name }) => holders.includes(name));
  const filled = own.filter(({ children }) => [...children].some(isElement));
  const unmarked = filled.length ? filled : own;
  const stray = marked.length
    ? undefined
    : unmarked.find((one) => one.name === 'table' && holdsStates(one, columns, stateColumns));
  const data = unmarked.filter((one) => one !== stray);
  return {
    data,
    states: marked[0] ?? stray,
    dataProblems:
      data.length > 1
        ? [
            authorMessage(
              `there are ${data.length} tables or lists of data; the first is read, leave the others out`,
            ),
          ]
        : [],
    stateProblems: [
      ...(stray
        ? [authorMessage('the table of states has no slot="steps"; write that on it')]
        : []),
      ...(marked.length > 1
        ? [
            authorMessage(
              `there are ${marked.length} tables with slot="steps"; the first is read, leave the others out`,
            ),
          ]
        : []),
    ],
  };
}

/** Reads what data stand in. */
export const readHolder = (holder: Markup, columns: Columns): TextTable =>
  doAtOnce(readHolderInParts(holder, columns));

/** Does what `readHolder` does, and yields between rows. */
export function* readHolderInParts(holder: Markup, columns: Columns): Work<TextTable> {
  if (![...holder.children].some(isElement)) return { columns: [], rows: [] };
  if (holder.name !== 'table') return readList(holder);
  const grid = yield* readGridInParts(holder);
  yield;
  return textTable(grid, columns, captionOf(holder));
}

const captionOf = (table: Markup): string =>
  [...table.children]
    .flatMap((child) => (isElement(child) && child.name === 'caption' ? readText(child) : []))
    .join(' ');

/** Whether a table has the names of states and none that only data have. */
function holdsStates(table: Markup, columns: Columns, stateColumns: Columns): boolean {
  const names = textTable(readGrid(table, firstRows), stateColumns).columns.map(plainName);
  const has = (of: Columns, name: string): boolean =>
    Object.entries(of).some(([key, column]) => namesOf(key, column).includes(name));
  const required = Object.entries(stateColumns).filter(([, column]) => column.required);
  return (
    required.every(([key, column]) => names.some((name) => namesOf(key, column).includes(name))) &&
    names.every((name) => !has(columns, name) || has(stateColumns, name))
  );
}
