import { stateColumns } from '../state-columns.js';
import type { Columns, Row } from '../../core/table.js';

/** The longest call that can be drawn, in minutes. */
export const longest = 600;

/** How a name of two words can be written in a table, as it is in an attribute or in a sentence. */
const also = (name: string): { also: string[] } => ({ also: [name, name.replace('-', ' ')] });

/** The columns of a log: one call a row. */
export const callColumns = {
  /** Who calls. */
  from: { required: true, heads: true },
  /** Who is called. */
  to: { required: true },
  /** Colour of who calls: `a` to `d`; `a` if empty. */
  tone: {},
  /** Colour of who is called: `a` to `d`; `b` if empty. */
  toTone: also('to-tone'),
  /** `call`, or `joined` for support without a call that anyone speaks of; `call` if empty. */
  kind: {},
  /** What is said of the call. */
  text: {},
} as const satisfies Columns;

/** The columns of the states: those of a single call, then those of a log. */
export const callStateColumns = {
  ...stateColumns,
  /** A call: words over the marks. A log: words under the calls. */
  caption: {},
  /** A call: `line` shows the line alone. */
  only: {},
  /** A call: where the clock stands, in minutes from 0 to `duration`; 0 if empty. */
  clock: { type: 'number' },
  /** A call: `waiting`, `open` or `closed`; open where the clock runs, else waiting, if empty. */
  line: {},
  /** A call: words under a bracket over some of its minutes. */
  span: {},
  /** A call: the minute that the bracket starts from; 0 if empty. */
  spanFrom: { type: 'number', ...also('span-from') },
  /** A call: the minute that the bracket ends at; `duration` if empty. */
  spanTo: { type: 'number', ...also('span-to') },
  /** A call: the minute whose mark is lit, 1 to `duration`; none if empty. */
  mark: { type: 'count', whole: true },
  /** A call: words at the lit mark. */
  markWords: also('mark-words'),
  /** A call: a note under the end that calls. */
  fromNote: also('from-note'),
  /** A call: a note under the end that is called. */
  toNote: also('to-note'),
  /** A call: 1 empties all marks but the lit one; 0 if empty. */
  blank: { type: 'count', whole: true },
  /** A log: how many of its calls are there, from the first; all if empty. */
  calls: { type: 'count', whole: true },
  /** A log: how many of the first calls step back; 0 if empty. */
  dim: { type: 'count', whole: true },
  /** A log: a big numeral under the calls. */
  total: {},
  /** A log: the words for that numeral. */
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
