import type { Phrases } from '../../src/core/phrases.js';

const named = { countPart: '{name} {count}', countGroupOf: '{name}: {sum} ({parts}).' };

/** What a counter says of itself, in languages that are written from right to left. */
export const counterPhrases: Record<string, Partial<Phrases>> = {
  ar: {
    ...named,
    showData: 'عرض البيانات',
    countApart: 'صف لكل مكان: {rows}.',
    countLit: 'مميّز: {names}.',
  },
  he: {
    ...named,
    showData: 'הצגת הנתונים',
    countApart: 'שורה לכל מקום: {rows}.',
    countLit: 'מודגש: {names}.',
  },
};
