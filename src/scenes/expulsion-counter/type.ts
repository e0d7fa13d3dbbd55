/** The box that a picture may fill, from its start edge and top, in pixels. */
export interface Frame {
  readonly start: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Size of the text in pixels. */
  readonly em: number;
}

/** The width of a text whose font size is 1. */
export type Measure = (text: string, bold?: boolean) => number;

/** Digits are set in figures of one width; this is a wide one, for a font size of 1. */
export const digitWidth = 0.62;

/**
 * The size of the text in a box. It grows a little with a large box and gives way to a very small one, but never
 * below what the reader asked for where that is an ordinary size.
 */
export function textSize(asked: number, width: number, height: number): number {
  const room = Math.min(width / 14, height / 15);
  const grown = asked * Math.min(1.3, Math.max(1, Math.min(width / 1000, height / 640)));
  return Math.min(grown, Math.max(Math.min(asked, 15), room));
}

/** A length in px or % of a whole, as a custom property has it; 0 for anything else. */
export function insetOf(value: string, whole: number): number {
  const [, number, unit] = /^\s*([\d.]+)(px|%)?\s*$/.exec(value) ?? [];
  return Number(number ?? 0) * (unit === '%' ? whole / 100 : 1);
}

/** The lines that a text takes in a width, broken between words; a longer word counts as several lines. */
export function lineCount(
  text: string,
  width: number,
  size: number,
  measure: Measure,
  { bold = false, indent = 0 }: { bold?: boolean; indent?: number } = {},
): number {
  const space = 0.28 * size;
  let lines = 1;
  let used = indent;
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const length = measure(word, bold) * size * 1.02;
    if (used && used + space + length > width) {
      lines++;
      used = 0;
    }
    used += (used ? space : 0) + length;
    while (used > width) {
      lines++;
      used -= width;
    }
  }
  return lines;
}

/** The most of a text that fits, with an ellipsis where it is cut. */
export function shorten(text: string, fits: (text: string) => boolean): string {
  const letters = [...text];
  let cut = text;
  while (letters.length && !fits(cut)) {
    letters.pop();
    cut = `${letters.join('').trimEnd()}…`;
  }
  return cut;
}

/** The width of the longest word. */
export const longestWord = (text: string, measure: Measure, bold = false): number =>
  Math.max(0, ...text.split(/\s+/u).map((word) => measure(word, bold)));

/** Measures in a font family; each text is measured once. */
export function measureIn(family: string): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const kept = new Map<string, number>();
  return (text, bold = false) => {
    const key = `${bold} ${text}`;
    let width = kept.get(key);
    if (width === undefined) {
      if (context) context.font = `${bold ? 700 : 400} 100px ${family}`;
      width = context ? context.measureText(text).width / 100 : text.length * 0.6;
      kept.set(key, width);
    }
    return width;
  };
}
