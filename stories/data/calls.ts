// Calls for the gallery, none of which was ever made: ships, stations and families are invented.
import type { Claim } from '../../src/core/claims.js';

/** A state of a call or a log: any of the columns that the states have. */
export type State = Readonly<Record<string, string | number>>;

/** A call from ship to shore, in all that a single call can show. */
export const shipStates: readonly State[] = [
  { step: 'line', only: 'line', line: 'closed' },
  { step: 'watch', line: 'waiting', span: 'Listening watch', spanFrom: 0, spanTo: 24 },
  { step: 'contact', clock: 1, fromNote: 'Calls on channel 16' },
  { step: 'report', clock: 14, caption: 'position, wind, sea' },
  { step: 'relay', clock: 18, span: 'The forecast, read aloud', spanFrom: 6, spanTo: 18 },
  { step: 'arrival', clock: 24, mark: 24, markWords: 'time of arrival' },
  {
    step: 'over',
    clock: 24,
    line: 'closed',
    mark: 24,
    markWords: 'time of arrival',
    fromNote: 'In the ship’s log: 06.24',
    toNote: 'In the station’s log: 06.25',
  },
  { step: 'blank', clock: 24, line: 'closed', blank: 1, mark: 24, markWords: 'all that is known' },
];

/** One morning on a river: several calls, and two who join without one. */
export const riverCalls: readonly State[] = [
  ...['first', 'second', 'third'].map((nth) => ({
    from: 'Harbour office',
    to: 'Pilot station',
    text: `${nth} call`,
  })),
  { from: 'Lighthouse', to: 'Pilot station', tone: 'c', text: 'one call' },
  { from: 'Ferry line', to: 'Harbour office', tone: 'd', toTone: 'a', kind: 'joined' },
  { from: 'Tug crews', to: 'Harbour office', tone: 'd', toTone: 'a', kind: 'joined' },
];

const counted = { calls: 3, total: '3', totalWords: 'calls in one morning' };

export const riverStates: readonly State[] = [
  { step: 'first', calls: 1 },
  { step: 'three', ...counted },
  { step: 'reading', ...counted, caption: 'the harbour’s own reading: fog' },
  { step: 'all', calls: 6, dim: 3 },
];

/** Two hundred calls from forty stations, five each. */
export const twoHundredCalls: readonly State[] = Array.from({ length: 200 }, (_, at) => ({
  from: `Station ${Math.floor(at / 5) + 1}`,
  to: 'Control',
  text: `call ${(at % 5) + 1}`,
}));

/** A call that is measured in another unit says in its own words how long it was. */
export const relayStates: readonly State[] = [
  { step: 'waiting', line: 'waiting', description: 'The race has not begun.' },
  {
    step: 'half',
    clock: 24,
    caption: 'twelve ships have called',
    description: 'An open line. The clock stands at 24 of 48 hours: twelve ships have called.',
  },
  {
    step: 'end',
    clock: 48,
    line: 'closed',
    mark: 31,
    markWords: 'last ship in',
    description: 'The line is closed after 48 hours. Lit: the 31st hour, last ship in.',
  },
];

export interface Call {
  readonly from: string;
  readonly to: string;
  readonly duration: number;
  readonly unit: string;
  readonly states: readonly State[];
}

/** What is known of a call between two people of one family: the same in every language. */
const family = (
  from: string,
  to: string,
  unit: string,
  [mood, news, date, known]: readonly [string, string, string, string],
): Call => ({
  from,
  to,
  duration: 12,
  unit,
  states: [
    { step: 'expected', line: 'waiting' },
    { step: 'tone', clock: 4, caption: mood },
    {
      step: 'invitation',
      clock: 12,
      span: news,
      spanFrom: 0,
      spanTo: 11,
      mark: 12,
      markWords: date,
      fromNote: known,
    },
  ],
});

export const arabic = family('عمّان', 'الدار البيضاء', 'دقيقة', [
  'مكالمة عائلية هادئة',
  'أخبار العائلة',
  'موعد الزيارة',
  'موعد متفق عليه',
]);

export const hebrew = family('חיפה', 'אילת', 'דק׳', [
  'שיחה משפחתית רגועה',
  'חדשות המשפחה',
  'מועד הביקור',
  'המועד נקבע מראש',
]);

export const hindi = family('जयपुर', 'कोच्चि', 'मिनट', [
  'परिवार की शांत बातचीत',
  'परिवार के समाचार',
  'यात्रा की तारीख',
  'तारीख पहले से तय थी',
]);

export const german = family(
  'Binnenschifffahrtsaufsichtsbehörde',
  'Landesgewässerunterhaltungsverband',
  'Minuten',
  [
    'sachlich, ohne Meinungsverschiedenheiten',
    'Hochwasserrückhaltebeckenbewirtschaftung',
    'Ortsbesichtigungstermin',
    'Terminvereinbarung mit der Geschäftsstelle',
  ],
);

export const arabicCalls: readonly State[] = [
  { from: 'الميناء', to: 'محطة الإرشاد', text: 'المكالمة الأولى' },
  { from: 'الميناء', to: 'محطة الإرشاد', text: 'المكالمة الثانية' },
  { from: 'المنارة', to: 'الميناء', tone: 'c', toTone: 'a', kind: 'joined' },
];

/** One claim of each standing, and two that have none. */
export const claims: readonly Claim[] = [
  {
    id: 'tide',
    claim: 'High water reached the lower quay at half past six.',
    speaker: 'The harbour office, in its daily notice',
    hands: ['Tide gauge', 'Harbour office'],
    certainty: 'Two gauges agree to the minute.',
    standing: 'corroborated',
    sources: [
      { name: 'Daily notice', href: 'https://example.org/notice' },
      { name: 'Gauge readings', href: 'https://example.org/gauge' },
    ],
  },
  {
    id: 'fog',
    claim: 'The first ferry left late because of fog.',
    speaker: 'A ferry captain',
    hands: ['Captain', 'Ferry line', 'Local paper'],
    certainty: 'The delay is in the timetable’s record; its cause is not.',
    standing: 'partly',
    sources: [{ name: 'Record of departures', href: 'https://example.org/departures' }],
  },
  {
    id: 'bell',
    claim: 'A bell was heard on the north bank.',
    speaker: 'A walker, who did not want to be named',
    hands: ['Walker', 'Friend', 'Letter to the editor', 'Local paper'],
    certainty: 'Nobody else has spoken of it.',
    standing: 'uncorroborated',
    sources: [],
  },
  {
    id: 'wreck',
    claim: 'The timbers in the mud are those of a grain barge.',
    speaker: 'The river museum',
    hands: ['Museum'],
    certainty: 'A shipwright says that they are a jetty’s.',
    standing: 'contested',
    sources: [{ name: 'The museum’s leaflet', href: 'https://example.org/leaflet' }],
  },
  {
    id: 'weather',
    claim: 'The day was warm for October.',
    speaker: 'The editors',
    hands: [],
    certainty: '',
    standing: '',
    sources: [{ name: 'The almanac, in print', href: '' }],
  },
  {
    id: 'swans',
    claim: 'Eleven swans wintered by the lock.',
    speaker: 'The lock keeper',
    hands: ['Lock keeper'],
    certainty: 'She counts them each Sunday.',
    standing: 'Counted by one',
    sources: [],
  },
];

export const longChain: Claim = {
  id: 'letter',
  claim: 'A letter in a bottle was found below the weir.',
  speaker: 'The paper, on its back page',
  hands: [
    'Finder',
    'Lock keeper',
    'Her cousin',
    'Harbour office',
    'River museum',
    'News agency',
    'Local paper',
    'Capital’s paper',
  ],
  certainty: 'The bottle is in the museum; who wrote is not known.',
  standing: 'partly',
  sources: [{ name: 'Back page', href: 'https://example.org/back-page' }],
};

export const twoHundredClaims: readonly Claim[] = Array.from({ length: 200 }, (_, at) => ({
  ...claims[at % 4]!,
  id: `n${at + 1}`,
  claim: `Entry ${at + 1} of the harbour’s book.`,
}));

export const arabicClaim: Claim = {
  id: 'tide',
  claim: 'بلغ المدّ الرصيف الأسفل عند السادسة والنصف.',
  speaker: 'مكتب الميناء في نشرته اليومية',
  hands: ['مقياس المدّ', 'مكتب الميناء', 'الصحيفة المحلية'],
  certainty: 'مقياسان متفقان.',
  standing: 'corroborated',
  sources: [{ name: 'النشرة اليومية', href: 'https://example.org/notice' }],
};

export const hebrewClaim: Claim = {
  id: 'tide',
  claim: 'הגאות הגיעה לרציף התחתון בשש וחצי.',
  speaker: 'משרד הנמל, בהודעה היומית',
  hands: ['מד הגאות', 'משרד הנמל'],
  certainty: 'שני מכשירים מסכימים.',
  standing: 'partly',
  sources: [{ name: 'ההודעה היומית', href: 'https://example.org/notice' }],
};

export const germanClaim: Claim = {
  id: 'flut',
  claim:
    'Das Hochwasserrückhaltebecken war nach Angaben der Binnenschifffahrtsaufsichtsbehörde um halb sieben gefüllt.',
  speaker: 'Landesgewässerunterhaltungsverband, Abteilung Öffentlichkeitsarbeit',
  hands: [
    'Pegelmessstellenbeauftragter',
    'Binnenschifffahrtsaufsichtsbehörde',
    'Nachrichtenagenturkorrespondentin',
    'Regionalzeitungsverlagsgesellschaft',
  ],
  certainty: 'Die Messstellenaufzeichnungen stimmen überein.',
  standing: 'corroborated',
  sources: [{ name: 'Gewässerkundliches Jahrbuch', href: 'https://example.org/jahrbuch' }],
};
