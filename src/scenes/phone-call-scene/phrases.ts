import type { Phrases } from '../../core/phrases.js';
import { phrasebook, type PhraseValues } from '../phrasebook.js';

declare module '../../core/phrases.js' {
  /** What a picture of calls says of itself. */
  interface Phrases {
    callBetween?: string;
    callNobody?: string;
    call_waiting?: string;
    call_open?: string;
    call_closed?: string;
    callClock?: string;
    callSpan?: string;
    callMark?: string;
    callBlank?: string;
    callLog?: string;
    callLogLine?: string;
    callLogJoined?: string;
    /** The data's own words as a sentence. */
    callWords?: string;
  }
}

const english = {
  callBetween: 'A telephone line between {from} and {to}.',
  callNobody: 'A telephone line.',
  call_waiting: 'The call is expected.',
  call_open: 'The line is open.',
  call_closed: 'The line is closed.',
  callClock: 'The clock stands at {clock} of {duration} minutes.',
  callSpan: 'A bracket from minute {from} to minute {to}: {words}.',
  callMark: 'Lit: minute {minute}, {words}.',
  callBlank: 'The other minutes are blank.',
  callLog: 'Lines between callers: {count} of {total}.',
  callLogLine: '{from} calls {to} ({words}).',
  callLogJoined: '{from} joins {to} ({words}).',
  callWords: '{words}.',
} satisfies Partial<Phrases>;

const phrase = phrasebook(english);

/** Fills in a phrase of a language: a sentence ends in one full stop, and what stays empty goes with its signs. */
export function say(
  lang: string | undefined,
  name: keyof typeof english,
  values?: PhraseValues,
): string {
  return phrase(lang, name, values)
    .replace(/\s*[(（]\s*[)）]|[,،:]\s*(?=\.$)/g, '')
    .replace(/([.!?…])\.$/, '$1')
    .trim();
}
