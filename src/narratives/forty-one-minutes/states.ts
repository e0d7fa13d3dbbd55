/** A table of a scene's states: the names of its columns, then a row a step. */
export type States = readonly (readonly (string | number)[])[];

const expected = 'Expected by an ambassador and an adviser: North Korea';
const unknown = 'What else was said is not in this account';

// One row, one line: a state reads as a line of a table.
// prettier-ignore
export const cover: States = [
  ['step', 'only', 'line', 'description'],
  ['title', 'line', 'closed', 'A line between two capitals, Washington and Moscow.'],
];

// prettier-ignore
export const call: States = [
  ['step', 'clock', 'line', 'caption', 'span', 'span-from', 'span-to', 'mark', 'mark-words', 'from-note', 'to-note'],
  ['expected', 0, 'waiting', '', expected, 0, 41, '', '', '', ''],
  ['connected', 1, 'open', '', '', '', '', '', '', '', ''],
  ['tone', 40, 'open', 'warm, with some joking', '', '', '', '', '', '', ''],
  ['length', 41, 'open', '', unknown, 0, 40, '', '', '', ''],
  ['invitation', 41, 'open', '', unknown, 0, 40, 41, 'the invitation', '', ''],
  ['surprise', 41, 'closed', '', '', '', '', 41, 'the invitation', 'The ambassador: not expected', 'An adviser: not expected'],
];

// prettier-ignore
export const question: States = [
  ['step', 'clock', 'line', 'mark', 'mark-words', 'blank'],
  ['question', 41, 'closed', 41, 'the invitation', 1],
];

// prettier-ignore
export const weekend: States = [
  ['step', 'calls', 'dim', 'caption', 'total', 'total-words'],
  ['one-weekend', 4, 0, '', '4', 'calls in one weekend, one request: expel more'],
  ['why-are-we', 4, 0, 'his reading: a worry about what Europe would do', '4', 'calls in one weekend, one request: expel more'],
  ['may', 7, 4, '', '', ''],
];

const europe = 'FR, DE, PL, CZ, LT, DK, IT, NL, ES, BE, HR, EE, FI, HU, IE, LV, RO, SE';

// prettier-ignore
export const room: States = [
  ['step', 'focus', 'until', 'ring', 'lines', 'home', 'names'],
  ['salisbury', '53,-2.5,1900', '2018-03-01', 'GB', 0, 0, 'GB'],
  ['twenty-three', '53,-2.5,1900', '2018-03-14', 'none', 0, 0, 'GB'],
  ['organising', '53.5,13,3900', '2018-03-14', europe, 0, 0, 'GB'],
  ['obstacle', 'US, GB, RO', '2018-03-14', 'US', 0, 0, 'US, GB'],
];

// prettier-ignore
export const journey: States = [
  ['step', 'focus', 'until', 'ring', 'lines', 'home', 'total', 'names'],
  ['monday', 'all', '2018-03-26', 'none', 1, 0, 'yes', 'US, GB, DE, FR'],
  // No step asks for it: on the way to the next, all are there before the first one leaves.
  ['there', 'all', '2018-03-31', 'none', 1, 0, 'yes', 'US, GB, DE, FR, NATO, AU, BE, IE, MD, GE, ME'],
  ['week', 'all', '2018-03-31', 'none', 1, 1, 'yes', 'US, GB'],
];

const basis =
  'European Union: announcements of 17 members by 26 March 2018. The first 23, in another colour, are Britain’s.';
const rows =
  'The United States and 17 members of the European Union, as announced by 26 March 2018.';

// prettier-ignore
export const sum: States = [
  ['step', 'arrangement', 'solid', 'lit', 'fade', 'note'],
  ['together', 'together', 0, '', 0, basis],
  ['signed', 'together', 1, '', 0, basis],
  ['apart', 'apart', 1, 'US, FR, DE', 0.4, rows],
  ['anger', 'apart', 1, 'US, FR, DE', 1, rows],
];
