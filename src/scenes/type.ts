// How scenes set their text: how large it is in a box, how wide it runs, and how it breaks into lines.

/** The width of a text, as a multiple of its font size; `bold` for a weight of 700. */
export type Measure = (text: string, bold?: boolean) => number;

/**
 * The size of the text in a box. It grows a little with a large box and gives way to a very small one, but never
 * below what the reader asked for where that is an ordinary size. All lengths in pixels.
 * @param asked the reader's font size
 */
export function textSize(asked: number, width: number, height: number): number {
  const room = Math.min(width / 14, height / 15);
  const grown = asked * Math.min(1.3, Math.max(1, Math.min(width / 1000, height / 640)));
  return Math.min(grown, Math.max(Math.min(asked, 15), room));
}

/** The letters of a text that are measured: more do not fit into any picture. */
const mostLetters = 2000;

/**
 * The lines that a text takes, broken between words; a longer word counts as several lines.
 * @param width of the box, in pixels
 * @param size of the type, in pixels
 * @param measure from `measureIn`
 */
export function lineCount(
  text: string,
  width: number,
  size: number,
  measure: Measure,
  bold?: boolean,
): number {
  const needs = (part: string): number => (measure(part, bold) * size * 1.02) / width;
  let lines = 1;
  let line = '';
  for (const word of wordsOf(text)) {
    const longer = `${line} ${word}`.trim();
    if (needs(longer) > 1) {
      lines += Math.ceil(needs(word)) - (line ? 0 : 1);
      line = word;
    } else line = longer;
  }
  return lines;
}

/** The width of the longest word, as a multiple of the font size: a box that is narrower breaks it. */
export const longestWord = (text: string, measure: Measure, bold?: boolean): number =>
  Math.max(...wordsOf(text).map((word) => measure(word, bold)));

const wordsOf = (text: string): string[] => text.slice(0, mostLetters).split(/\s+/u);

/**
 * Measures text; each text is measured once. A picture is laid out anew when a font comes late, so make it anew in
 * `layout()`.
 * @param family as `font-family` has it, such as `Room.font`
 */
export function measureIn(family: string): Measure {
  const context = document.createElement('canvas').getContext('2d')!;
  const kept = new Map<string, number>();
  return (whole, bold) => {
    const text = whole.slice(0, mostLetters);
    const font = `${bold ? 700 : 400} 100px ${family}`;
    let width = kept.get(font + text);
    if (width === undefined) {
      context.font = font;
      kept.set(font + text, (width = context.measureText(text).width / 100));
    }
    return width;
  };
}
