import { formatClock, formatList } from '../../core/numbers.js';
import type { PhraseValues } from '../phrasebook.js';
import { isFirst, isJoined, lineOf, type Call, type CallState } from './scene.js';
import { say } from './phrases.js';
import { minutesIn } from './single-call.js';
import type { CallData } from './view.js';

/** The picture at the end of a state, in sentences. */
export function describeCalls(data: CallData, state: CallState): string {
  const { call, calls, duration, language } = data;
  const told: string[] = [];
  const tell = (name: Parameters<typeof say>[1], values?: PhraseValues): unknown =>
    told.push(say(language, name, values));
  const tellWords = (words: string, name = ''): unknown =>
    words &&
    tell('callWords', { words: name ? say(language, 'callNamed', { name, words }) : words });

  if (data.log) {
    const shown = calls.slice(0, state.calls);
    tell('callLog', { count: shown.length, total: calls.length });
    // Calls that follow each other between the same ends are told together.
    const groups: [Call, ...Call[]][] = [];
    shown.forEach((call, at) =>
      isFirst(call, at, shown) ? groups.push([call]) : groups.at(-1)!.push(call),
    );
    for (const group of groups) {
      const [call] = group;
      const words = formatList(
        group.flatMap(({ text }) => text || []),
        language,
      );
      tell(isJoined(call) ? 'callLogJoined' : 'callLogLine', { ...call, words });
    }
    tellWords([state.total, state.totalWords].join(' ').trim());
    tellWords(state.caption);
    return told.join(' ');
  }

  tell(call.from && call.to ? 'callBetween' : 'callNobody', { ...call });
  if (state.only !== 'line') {
    const { clock, span, mark } = minutesIn(state, duration);
    tell(`call_${lineOf(state)}`);
    tell('callClock', { clock: formatClock(clock, language), duration });
    tellWords(state.caption);
    if (span) tell('callSpan', { from: span[0], to: span[1], words: state.span });
    if (mark) tell('callMark', { minute: mark, words: state.markWords });
    if (state.blank) tell('callBlank');
  }
  tellWords(state.fromNote, call.from);
  tellWords(state.toNote, call.to);
  return told.join(' ');
}
