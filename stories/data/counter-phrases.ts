import type { Phrases } from '../../src/core/phrases.js';

const named = { countPart: '{name} {count}', countGroupOf: '{name}: {sum} ({parts}).' };

/** What a counter says of itself, in languages that are written from right to left. */
export const counterPhrases: Record<string, Partial<Phrases>> = {
  ar: {
    ...named,
    showData: 'عرض البيانات',
    onePer: 'كل علامة تمثل {count}.',
    countApart: 'صف لكل مكان: {rows}.',
    countLit: 'مميّز: {names}.',
  },
  he: {
    ...named,
    showData: 'הצגת הנתונים',
    onePer: 'כל סימן מייצג {count}.',
    countApart: 'שורה לכל מקום: {rows}.',
    countLit: 'מודגש: {names}.',
  },
};
