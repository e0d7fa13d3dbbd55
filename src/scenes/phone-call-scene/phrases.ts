import type { Phrase } from '../../core/phrases.js';
import { phrasebook, type PhraseValues } from '../phrasebook.js';

declare module '../../core/phrases.js' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it adds members to the interface of core
  interface Phrases extends Partial<Record<keyof typeof callPhrases, Phrase>> {}
}

/** What a picture of calls says of itself. */
export const callPhrases = {
  callBetween: 'A telephone line between {from} and {to}.',
  callNobody: 'A telephone line.',
  call_waiting: 'The call is expected.',
  call_open: 'The line is open.',
  call_closed: 'The line is closed.',
  callClock: {
    one: 'The clock stands at {clock} of {duration} minute.',
    other: 'The clock stands at {clock} of {duration} minutes.',
  },
  callSpan: 'A bracket from minute {from} to minute {to}: {words}.',
  callMark: 'Lit: minute {minute}, {words}.',
  callBlank: 'The other minutes are blank.',
  callLog: 'Lines between callers: {count} of {total}.',
  callLogLine: '{from} calls {to} ({words}).',
  callLogJoined: '{from} joins {to} ({words}).',
  /** The data's own words as a sentence. */
  callWords: '{words}.',
  /** Who or what something is said of, and what. */
  callNamed: '{name}: {words}',
};

const phrase = phrasebook(callPhrases);

/** Fills in a phrase of a language: a sentence ends in one full stop, and what stays empty goes with its signs. */
export function say(
  lang: string | undefined,
  name: keyof typeof callPhrases,
  values?: PhraseValues,
): string {
  return phrase(lang, name, values)
    .replace(/\s*[(（]\s*[)）]|[,،、，:：]\s*(?=[.。]$)/g, '')
    .replace(/([.!?…。！？])[.。]$/, '$1')
    .trim();
}
