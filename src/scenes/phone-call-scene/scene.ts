import type { Columns, Row } from '../../core/table.js';
import { describeScene } from '../describe-scene.js';
import { callPhrases } from './phrases.js';

/** The longest call that can be drawn, in minutes. */
export const longest = 600;

/** Minutes of a call that does not say how long it was. */
export const usualDuration = 10;

const tones = ['a', 'b', 'c', 'd'] as const;

/** The columns of a log: one call a row. */
const columns = {
  /** Who calls. */
  from: { required: true, heads: true },
  /** Who is called. */
  to: { required: true },
  /** Colour of who calls: `a` to `d`; `a` if empty. */
  tone: { values: tones },
  /** Colour of who is called: `a` to `d`; `b` if empty. */
  toTone: { values: tones, also: ['to-tone', 'to tone'] },
  /** `call`, or `joined` for support without a call that anyone speaks of; `call` if empty. */
  kind: { values: ['call', 'joined'] },
  /** What is said of the call. */
  text: {},
} as const satisfies Columns;

/** The columns of the states: those of a single call, then those of a log. */
const stateColumns = {
  /** A call: words over the marks. A log: words under the calls. */
  caption: {},
  /** A call: `line` shows the line alone. */
  only: { values: ['line'] },
  /** A call: where the clock stands, in minutes from 0 to `duration`; 0 if empty. */
  clock: { type: 'number' },
  /** A call: `waiting`, `open` or `closed`; open where the clock runs, else waiting, if empty. */
  line: { values: ['waiting', 'open', 'closed'] },
  /** A call: words under a bracket over some of its minutes. */
  span: {},
  /** A call: the minute that the bracket starts from; 0 if empty. */
  spanFrom: { type: 'number', also: ['span-from', 'span from'] },
  /** A call: the minute that the bracket ends at; `duration` if empty. */
  spanTo: { type: 'number', also: ['span-to', 'span to'] },
  /** A call: the minute whose mark is lit, 1 to `duration`; none if empty. */
  mark: { type: 'count', whole: true },
  /** A call: words at the lit mark. */
  markWords: { also: ['mark-words', 'mark words'] },
  /** A call: a note under the end that calls. */
  fromNote: { also: ['from-note', 'from note'] },
  /** A call: a note under the end that is called. */
  toNote: { also: ['to-note', 'to note'] },
  /** A call: 1 empties all marks but the lit one; 0 if empty. */
  blank: { type: 'count', whole: true },
  /** A log: how many of its calls are there, from the first; all if empty. */
  calls: { type: 'count', whole: true },
  /** A log: how many of the first calls step back; 0 if empty. */
  dim: { type: 'count', whole: true },
  /** A log: a big numeral under the calls. */
  total: {},
  /** A log: the words for that numeral. */
  totalWords: { also: ['total-words', 'total words'] },
} as const satisfies Columns;

export const scene = describeScene({
  tag: 'phone-call-scene',
  columns,
  stateColumns,
  phrases: callPhrases,
  holders: ['ol', 'ul', 'table'],
  attributes: {
    'from-tone': tones,
    'to-tone': tones,
    duration: { from: 1, to: longest, whole: true },
  },
  states({ hasContent, get }) {
    if (hasContent) return [{ step: 'calls' }];
    const duration = readDuration(get('duration')) ?? usualDuration;
    return [
      { step: 'expected', clock: 0, line: 'waiting' },
      { step: 'connected', clock: Math.min(1, duration), line: 'open' },
      { step: 'length', clock: duration, line: 'open' },
      { step: 'invitation', clock: duration, line: 'open', mark: duration },
    ];
  },
});

/** The length of a call in minutes, if a value is one. */
export function readDuration(value: unknown): number | undefined {
  const minutes = Number(value);
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= longest ? minutes : undefined;
}

export type Call = Row<typeof scene.columns>;
export type CallState = Row<typeof scene.stateColumns>;

/** The line at a state; where the state does not say, a call whose clock runs is open. */
export const lineOf = (state: CallState): 'waiting' | 'open' | 'closed' =>
  state.line || (state.clock ? 'open' : 'waiting');

/** Whether support joined without a call that anyone speaks of. */
export const isJoined = ({ kind }: Pick<Call, 'kind'>): boolean => kind === 'joined';

/** Whether a call names its ends: the first of several of one kind between the same two. */
export const isFirst = (call: Call, at: number, calls: readonly Call[]): boolean =>
  (['from', 'to', 'kind'] as const).some((name) => call[name] !== calls[at - 1]?.[name]);
