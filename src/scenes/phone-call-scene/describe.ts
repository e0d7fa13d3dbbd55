import { formatClock, formatList, formatNumber } from '../../core/numbers.js';
import { isFirst, isJoined, lineOf, type Call, type CallState } from './columns.js';
import { say } from './phrases.js';
import { minutesIn } from './single-call.js';
import type { CallData } from './view.js';

/** The picture of a single call at the end of a state, in sentences. */
export function describeCall(data: CallData, state: CallState): string {
  const { language, duration } = data;
  const number = (value: number): string => formatNumber(value, language);
  const [from, to] = data.ends.map(({ name }) => name) as [string, string];
  const sentences = [
    from && to ? say(language, 'callBetween', { from, to }) : say(language, 'callNobody'),
  ];
  if (state.only !== 'line') {
    const { clock, span, mark } = minutesIn(state, duration);
    const line = { waiting: 'callWaiting', open: 'callOpen', closed: 'callClosed' } as const;
    sentences.push(
      say(language, line[lineOf(state)]),
      say(language, 'callClock', {
        clock: formatClock(clock, language),
        duration: number(duration),
      }),
    );
    if (state.caption) sentences.push(say(language, 'callCaption', { words: state.caption }));
    if (span && state.span)
      sentences.push(
        say(language, 'callSpan', {
          from: number(span[0]),
          to: number(span[1]),
          words: state.span,
        }),
      );
    if (mark)
      sentences.push(
        say(language, state.markWords ? 'callMarkWords' : 'callMark', {
          minute: number(mark),
          words: state.markWords,
        }),
      );
    if (state.blank) sentences.push(say(language, 'callBlank'));
  }
  const notes = [
    [from, state.fromNote],
    [to, state.toNote],
  ] as const;
  for (const [end, words] of notes)
    if (words) sentences.push(end ? say(language, 'callNote', { end, words }) : `${words}.`);
  return sentences.join(' ');
}

/** A log at the end of a state, in sentences. */
export function describeLog({ calls, language }: CallData, state: CallState): string {
  const shown = calls.slice(0, state.calls ?? calls.length);
  const sentences = [
    say(language, 'callLog', {
      count: formatNumber(shown.length, language),
      total: formatNumber(calls.length, language),
    }),
    ...groups(shown).map((calls) => {
      const { from, to } = calls[0]!;
      const words = formatList(
        calls.flatMap(({ text }) => text || []),
        language,
      );
      return say(language, isJoined(calls[0]!) ? 'callLogJoined' : 'callLogLine', {
        from,
        to,
        words,
      });
    }),
  ];
  if (state.total || state.totalWords)
    sentences.push(say(language, 'callTotal', { total: state.total, words: state.totalWords }));
  if (state.caption) sentences.push(say(language, 'callCaption', { words: state.caption }));
  return sentences.join(' ');
}

/** Calls that follow each other between the same ends, together. */
function groups(calls: readonly Call[]): Call[][] {
  const found: Call[][] = [];
  calls.forEach((call, at) => {
    if (isFirst(calls, at)) found.push([]);
    found.at(-1)!.push(call);
  });
  return found;
}
