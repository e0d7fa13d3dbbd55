import type { Phrases } from '../../src/core/phrases.js';

/** What a map says of itself, in languages that are written from right to left. */
export const mapPhrases: Record<string, Partial<Phrases>> = {
  ar: {
    showData: 'عرض البيانات',
    onePer: 'كل علامة تمثل {count}.',
    mapOf: 'خريطة.',
    mapCentred: 'خريطة مركزها {home}.',
    mapInPlaces: 'العدد {count}، وعدد الأماكن {places}',
    mapInCountries: 'العدد {count}، وعدد البلدان {places}',
    mapMost: '{what}؛ الأكثر: {most}',
    mapLines: 'يصل خط مستقيم كل مكان بالمركز.',
    mapHome: 'وصل الجميع إلى المركز.',
  },
  he: {
    showData: 'הצגת הנתונים',
    onePer: 'כל סימן מייצג {count}.',
    mapOf: 'מפה.',
    mapCentred: 'מפה שמרכזה {home}.',
    mapInPlaces: 'מספר האנשים {count}, מספר המקומות {places}',
    mapInCountries: 'מספר האנשים {count}, מספר המדינות {places}',
    mapMost: '{what}; הכי הרבה: {most}',
    mapLines: 'קו ישר מחבר כל מקום עם המרכז.',
    mapHome: 'כולם הגיעו אל המרכז.',
  },
};
