import { fill, phrases, type Phrases } from '../../core/phrases.js';

declare module '../../core/phrases.js' {
  /** What a picture of calls says of itself. */
  interface Phrases {
    callBetween?: string;
    callNobody?: string;
    callWaiting?: string;
    callOpen?: string;
    callClosed?: string;
    callClock?: string;
    callSpan?: string;
    callMark?: string;
    callMarkWords?: string;
    callBlank?: string;
    callCaption?: string;
    callNote?: string;
    callLog?: string;
    callLogLine?: string;
    callLogJoined?: string;
    callTotal?: string;
  }
}

const english = {
  callBetween: 'A telephone line between {from} and {to}.',
  callNobody: 'A telephone line.',
  callWaiting: 'The call is expected.',
  callOpen: 'The line is open.',
  callClosed: 'The line is closed.',
  callClock: 'The clock stands at {clock} of {duration} minutes.',
  callSpan: 'A bracket from minute {from} to minute {to}: {words}.',
  callMark: 'Lit: minute {minute}.',
  callMarkWords: 'Lit: minute {minute}, {words}.',
  callBlank: 'The other minutes are blank.',
  callCaption: 'Under it: {words}.',
  callNote: '{end}: {words}.',
  callLog: 'Lines between callers: {count} of {total}.',
  callLogLine: '{from} calls {to} ({words}).',
  callLogJoined: '{from} joins {to} ({words}).',
  callTotal: '{total} {words}.',
} satisfies Partial<Phrases>;

/** The phrases for a language, filled in: a sentence ends in one full stop, and an empty bracket goes. */
export function say(
  lang: string | undefined,
  name: keyof typeof english,
  values: Readonly<Record<string, string>> = {},
): string {
  return fill(phrases(lang)[name] ?? english[name], values)
    .replace(/\s*[(（]\s*[)）]/g, '')
    .replace(/([.!?…])\.$/, '$1')
    .trim();
}
