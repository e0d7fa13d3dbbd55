// How tables say that their numbers stand for larger ones: "in thousands", "Mio. €", "’000".
const multiples =
  'hundreds?|thousands?|millions?|billions?|hunderter|tausend(?:er)?|millionen|milliarden|milliers|millones|milhões|' +
  'milhares|milioni|miliardi|migliaia|duizend(?:en)?|miljoenen|tusen|tysiące|tysiącach|тысячах|миллионах|lakhs?|crores?|' +
  'thsd|tsd|mio|mrd|mln|mlrd|тыс|млн|млрд';
/** A unit in Chinese, Japanese or Korean: "（千人）", "単位：万円". */
const eastAsian = String.raw`(?:[（(]|単位 ?[:：]?|单位 ?[:：]?|단위 ?[:：]?) ?[百十]?[千万億萬亿천만억](?!\p{Nd})`;

const inHeader = new RegExp(
  String.raw`(?<!\p{L})(?:${multiples}|en miles)(?!\p{L})|(?<![\p{L}\p{Nd}.,])[’']?000s?(?![\p{Nd}.,])|\((?:in )?(?:k|[KT]€|[KT]EUR|Mn|bn)(?!\p{L})|${eastAsian}`,
  'iu',
);
const inTitle = new RegExp(
  String.raw`(?:(?<!\p{L})(?:in|en|em|w|v|в) |\()(?:${multiples}|miles)(?!\p{L})|\([’']000s?\)|${eastAsian}`,
  'iu',
);

const bare = (found: RegExpExecArray | null): string | undefined =>
  found?.[0].replace(/^[(（] ?|\)$/gu, '');

/**
 * Finds such words in the header of a column.
 * @returns them; undefined if there are none
 */
export const scaleInHeader = (text: string): string | undefined => bare(inHeader.exec(text));

/** Finds such words in a title or a note, which is a sentence. */
export const scaleInTitle = (text: string): string | undefined => bare(inTitle.exec(text));
