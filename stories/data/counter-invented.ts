// Everything here is invented.

/** Sailors who came ashore in the harbours of two seas that no map has, and the day. */
export const sailors = [
  { name: 'Norrvik', count: 34, group: 'north', tone: 'a', date: '2025-05-02' },
  { name: 'Sandhaven', count: 21, group: 'north', tone: 'a', date: '2025-05-03' },
  { name: 'Little Ness', count: 8, group: 'north', tone: 'a', date: '2025-05-06' },
  { name: 'Ostermünde', count: 27, group: 'south', tone: 'b', date: '2025-05-02' },
  { name: 'Bay of Reeds', count: 13, group: 'south', tone: 'b', date: '2025-05-04' },
  { name: 'Lanternhead', count: 5, group: 'south', tone: 'b', date: '2025-05-06' },
];

/** A row for each state that a counter can be in. */
export const counterStates = [
  { step: 'together', arrangement: 'together' },
  { step: 'half counted', arrangement: 'together', count: 0.5 },
  { step: 'outlines', arrangement: 'together', solid: 0 },
  { step: 'with a note', arrangement: 'together', note: 'Counted on the quay on 6 May 2025.' },
  { step: 'apart', arrangement: 'apart' },
  { step: 'lit', arrangement: 'apart', lit: 'Norrvik, Bay of Reeds' },
  { step: 'faded', arrangement: 'apart', lit: 'Norrvik', fade: 1 },
];

/** Two hundred choirs and their singers. */
export const choirs = Array.from({ length: 200 }, (_, i) => ({
  name: `Choir ${i + 1}`,
  count: 1 + ((i * 7) % 13),
  group: i % 2 ? 'odd' : 'even',
  tone: i % 2 ? 'c' : 'd',
}));

/** Offices whose names are as long as German allows. */
export const offices = [
  {
    name: 'Bundesrepublik-Deutschland-Beispielbehörde für Binnenschifffahrtsstraßenbeleuchtung',
    count: 31,
    group: 'Bundesbehörden und ihre nachgeordneten Dienststellen',
    tone: 'a',
  },
  {
    name: 'Oberlandeswasserstraßenverwaltungsamt Musterstadt-Nordwest',
    count: 18,
    group: 'Landesbehörden',
    tone: 'c',
  },
  {
    name: 'Kreisgrundstücksverkehrsgenehmigungszuständigkeitsstelle',
    count: 12,
    group: 'Landesbehörden',
    tone: 'c',
  },
  { name: 'Amt für Maß und Gewicht', count: 4, group: 'Landesbehörden', tone: 'c' },
];

/** Readers in the libraries of a town, in Arabic, Hebrew and Hindi. */
export const arabicReaders = [
  { name: 'مكتبة المدينة', count: 42, group: 'المكتبات العامة', tone: 'a' },
  { name: 'مكتبة الحديقة', count: 17, group: 'المكتبات العامة', tone: 'a' },
  { name: 'مكتبة المدرسة الشرقية', count: 23, group: 'مكتبات المدارس', tone: 'b' },
  { name: 'مكتبة المدرسة الغربية', count: 9, group: 'مكتبات المدارس', tone: 'b' },
];
export const hebrewReaders = [
  { name: 'ספריית העיר', count: 42, group: 'ספריות ציבוריות', tone: 'a' },
  { name: 'ספריית הגן', count: 17, group: 'ספריות ציבוריות', tone: 'a' },
  { name: 'ספריית בית הספר המזרחי', count: 23, group: 'ספריות בתי ספר', tone: 'b' },
  { name: 'ספריית בית הספר המערבי', count: 9, group: 'ספריות בתי ספר', tone: 'b' },
];
export const hindiReaders = [
  { name: 'नगर पुस्तकालय', count: 1420, group: 'सार्वजनिक', tone: 'a' },
  { name: 'उद्यान पुस्तकालय', count: 317, group: 'सार्वजनिक', tone: 'a' },
  { name: 'विद्यालय पुस्तकालय', count: 90, group: 'विद्यालय', tone: 'b' },
];
