import { stateColumns } from '../scene-element.js';
import type { Columns, Row } from '../../core/table.js';

/** The longest call that can be drawn, in minutes. */
export const longest = 600;

/** How a name of two words can be written in a table, as it is in an attribute or in a sentence. */
const also = (name: string): { also: string[] } => ({ also: [name, name.replace('-', ' ')] });

/** The columns of a log: one call a row. */
export const callColumns = {
  from: { required: true },
  to: { required: true },
  tone: {},
  toTone: also('to-tone'),
  kind: {},
  text: {},
} as const satisfies Columns;

/** The columns of the states: those of a single call, then those of a log. */
export const callStateColumns = {
  ...stateColumns,
  caption: {},
  only: {},
  clock: { type: 'number' },
  line: {},
  span: {},
  spanFrom: { type: 'number', ...also('span-from') },
  spanTo: { type: 'number', ...also('span-to') },
  mark: { type: 'count', max: longest },
  markWords: also('mark-words'),
  fromNote: also('from-note'),
  toNote: also('to-note'),
  blank: { type: 'count', max: 1 },
  calls: { type: 'count' },
  dim: { type: 'count' },
  total: {},
  totalWords: also('total-words'),
} as const satisfies Columns;

export type Call = Row<typeof callColumns>;
export type CallState = Row<typeof callStateColumns>;

/** What the line between two ends is: expected only, alive, or over. */
export type Line = 'waiting' | 'open' | 'closed';

export const lines: readonly Line[] = ['waiting', 'open', 'closed'];

/** The line that a state names, if it is one. */
export const knownLine = ({ line }: CallState): Line | undefined =>
  lines.find((known) => known === line.toLowerCase());

/** The line at a state; where the state does not say, a call whose clock runs is open. */
export const lineOf = (state: CallState): Line =>
  knownLine(state) ?? (state.clock ? 'open' : 'waiting');

/** Whether support joined without a call that anyone speaks of. */
export const isJoined = ({ kind }: Call): boolean => kind.toLowerCase() === 'joined';

/** Whether a call names its ends: the first of several of one kind between the same two. */
export const isFirst = (call: Call, at: number, calls: readonly Call[]): boolean =>
  (['from', 'to', 'kind'] as const).some((name) => call[name] !== calls[at - 1]?.[name]);
