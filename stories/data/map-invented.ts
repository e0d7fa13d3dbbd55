// The places are real, in tenths of a degree; everybody who is counted there is invented.

/** Sailors on their way home to Bergen, and the day on which they set off. */
export const sailors = [
  { name: 'Hamburg', count: 14, lat: 53.5, lon: 10, date: '2025-06-01', tone: 'a' },
  { name: 'Reykjavík', count: 9, lat: 64.1, lon: -21.9, date: '2025-06-01', tone: 'c' },
  { name: 'Aberdeen', count: 11, lat: 57.1, lon: -2.1, date: '2025-06-02', tone: 'd' },
  { name: 'Gdańsk', count: 7, lat: 54.4, lon: 18.7, date: '2025-06-03', tone: 'a' },
  { name: 'Lisbon', count: 6, lat: 38.7, lon: -9.1, date: '2025-06-04', tone: 'c' },
  { name: 'Boston', count: 5, lat: 42.4, lon: -71.1, date: '2025-06-05', tone: 'c' },
  { name: 'On the open sea', count: 4, date: '2025-06-06' },
];

/** Bergen, as the attribute `centre` has it. */
export const bergen = '60.4, 5.3';

/** A row for each state that a map can be in. */
export const mapStates = [
  { step: 'all' },
  { step: 'a few', focus: 'Hamburg, Aberdeen, home' },
  { step: 'a point', focus: '57,5,1800' },
  { step: 'until a day', until: '2025-06-02' },
  { step: 'nobody yet', until: 'none' },
  { step: 'ringed', until: 'none', ring: 'Hamburg, Lisbon' },
  { step: 'all ringed', until: 'none', ring: 'all' },
  { step: 'names first', until: 'none', names: 'Gdańsk, Aberdeen' },
  { step: 'half the lines', lines: 0.5 },
  { step: 'lines', lines: 1 },
  { step: 'half home', lines: 1, home: 0.5 },
  { step: 'home', lines: 1, home: 1 },
  { step: 'total', total: 'yes' },
];

/** Two hundred stations with their keepers, spread evenly over the globe. */
export const stations = Array.from({ length: 200 }, (_, i) => ({
  name: `Station ${i + 1}`,
  count: 1 + (i % 4),
  lat: Math.round((Math.asin(1 - (2 * i + 1) / 200) * 1800) / Math.PI) / 10,
  lon: (((i * 137.5) % 360) - 180).toFixed(1),
  tone: 'abcd'[i % 4]!,
}));

/** Offices whose names are as long as German allows. */
export const offices = [
  {
    name: 'Bundesrepublik-Deutschland-Beispielbehörde für Binnenschifffahrtsstraßenbeleuchtung',
    count: 12,
    lat: 52.5,
    lon: 13.4,
    tone: 'a',
  },
  {
    name: 'Oberlandeswasserstraßenverwaltungsamt Musterstadt-Nordwest',
    count: 8,
    lat: 53.1,
    lon: 8.8,
    tone: 'c',
  },
  {
    name: 'Kreisgrundstücksverkehrsgenehmigungszuständigkeitsstelle',
    count: 5,
    lat: 50.9,
    lon: 7,
    tone: 'c',
  },
  { name: 'Amt für Maß und Gewicht', count: 3, lat: 48.1, lon: 11.6, tone: 'd' },
];

/** Readers who come to a book fair, in Arabic and in Hebrew. */
export const arabicReaders = [
  { name: 'الإسكندرية', count: 12, lat: 31.2, lon: 29.9, tone: 'a' },
  { name: 'الدار البيضاء', count: 9, lat: 33.6, lon: -7.6, tone: 'c' },
  { name: 'عمّان', count: 7, lat: 32, lon: 35.9, tone: 'a' },
  { name: 'مسقط', count: 5, lat: 23.6, lon: 58.4, tone: 'd' },
];
export const hebrewReaders = [
  { name: 'אתונה', count: 12, lat: 38, lon: 23.7, tone: 'a' },
  { name: 'ליסבון', count: 9, lat: 38.7, lon: -9.1, tone: 'c' },
  { name: 'רומא', count: 7, lat: 41.9, lon: 12.5, tone: 'a' },
  { name: 'אוסלו', count: 5, lat: 59.9, lon: 10.8, tone: 'd' },
];
