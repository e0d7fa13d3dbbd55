import { definePhrases, phrases, type Phrases } from '../../src/core/phrases.js';
// The names of the phrases of calls and of chains.
import type {} from '../../src/scenes/phone-call-scene/phrases.js';
import type {} from '../../src/scenes/source-chain/phrases.js';

const languages: Readonly<Record<string, Partial<Phrases>>> = {
  de: {
    showData: 'Daten zeigen',
    callBetween: 'Eine Telefonleitung zwischen {from} und {to}.',
    call_waiting: 'Der Anruf wird erwartet.',
    call_open: 'Die Leitung ist offen.',
    call_closed: 'Die Leitung ist geschlossen.',
    callClock: 'Die Uhr steht bei {clock} von {duration} Minuten.',
    callSpan: 'Eine Klammer von Minute {from} bis Minute {to}: {words}.',
    callMark: 'Hervorgehoben: Minute {minute}, {words}.',
    chainYou: 'Sie',
    chainReach: 'So gelangt das zu Ihnen: {hands}',
    hands_one: 'über eine Station',
    hands_other: 'über {count} Stationen',
    standing_corroborated: 'Bestätigt',
    standing_partly: 'Teilweise bestätigt',
    standing_uncorroborated: 'Nicht bestätigt',
    standing_contested: 'Umstritten',
  },
  ar: {
    showData: 'عرض البيانات',
    callBetween: 'خط هاتفي بين {from} و{to}.',
    call_waiting: 'المكالمة متوقعة.',
    call_open: 'الخط مفتوح.',
    call_closed: 'الخط مغلق.',
    callClock: 'الساعة عند {clock} من {duration} دقيقة.',
    callSpan: 'قوس من الدقيقة {from} إلى الدقيقة {to}: {words}.',
    callMark: 'مضاءة: الدقيقة {minute}، {words}.',
    callBlank: 'الدقائق الأخرى فارغة.',
    callLog: 'خطوط بين المتصلين: {count} من {total}.',
    callLogLine: 'اتصال من {from} إلى {to} ({words}).',
    callLogJoined: 'انضمام {from} إلى {to} ({words}).',
    chainYou: 'أنت',
    chainReach: 'كيف وصل هذا إليك: {hands}',
    hands_zero: 'بلا وسيط',
    hands_one: 'وسيط واحد',
    hands_two: 'وسيطان',
    hands_few: '{count} وسطاء',
    hands_many: '{count} وسيطًا',
    hands_other: '{count} وسيط',
    standing_corroborated: 'مؤكَّد',
    standing_partly: 'مؤكَّد جزئيًا',
    standing_uncorroborated: 'غير مؤكَّد',
    standing_contested: 'محل خلاف',
  },
  he: {
    showData: 'הצגת הנתונים',
    callBetween: 'קו טלפון בין {from} לבין {to}.',
    call_waiting: 'השיחה צפויה.',
    call_open: 'הקו פתוח.',
    call_closed: 'הקו סגור.',
    callClock: 'השעון מראה {clock} מתוך {duration} דקות.',
    callSpan: 'סוגר מדקה {from} עד דקה {to}: {words}.',
    callMark: 'מודגשת: דקה {minute}, {words}.',
    callBlank: 'שאר הדקות ריקות.',
    chainYou: 'הקוראים',
    chainReach: 'כך הגיע הדבר לקוראים: {hands}',
    hands_one: 'תחנה אחת',
    hands_two: 'שתי תחנות',
    hands_other: '{count} תחנות',
    standing_corroborated: 'אומת',
    standing_partly: 'אומת בחלקו',
    standing_uncorroborated: 'לא אומת',
    standing_contested: 'שנוי במחלוקת',
  },
  hi: {
    showData: 'आँकड़े दिखाएँ',
    callBetween: '{from} और {to} के बीच टेलीफ़ोन लाइन।',
    call_waiting: 'कॉल की प्रतीक्षा है।',
    call_open: 'लाइन खुली है।',
    call_closed: 'लाइन बंद है।',
    callClock: 'घड़ी {duration} में से {clock} मिनट पर है।',
    callSpan: 'मिनट {from} से मिनट {to} तक: {words}।',
    callMark: 'मिनट {minute} उभारा गया है: {words}।',
  },
};

/** Gives the elements their words in the gallery's languages, beside those that other files have given. */
export function sayCalls(): void {
  for (const [lang, words] of Object.entries(languages))
    definePhrases(lang, { ...phrases(lang), ...words });
}
