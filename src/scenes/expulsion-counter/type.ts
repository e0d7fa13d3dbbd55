/** The box that a picture may fill, from its start edge and top, in pixels. */
export interface Frame {
  readonly start: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Size of the text in pixels. */
  readonly em: number;
  /** How many units a mark stands for. */
  readonly per: number;
  /** How far apart lines of marks stand, where the way from one mark to the next is 1. */
  readonly rise: number;
}

/** The width of a text whose font size is 1. */
export type Measure = (text: string, bold?: boolean) => number;

/** A wide digit, for a font size of 1. */
export const digitWidth = 0.62;

/** How many digits' room the longest of some numbers takes, with the signs between its groups of three. */
export const digitsOf = (numbers: readonly number[]): number =>
  Math.max(
    ...numbers.map((value) => {
      const whole = String(Math.floor(value)).length;
      return String(value).length + Math.floor((whole - 1) / 3) / 2;
    }),
  );

/** The part of its place that a mark fills. */
export const fill = 0.7;

/** How far apart lines of marks of a height stand, where the way from one mark to the next is 1. */
export const riseOf = (height: number): number => fill * height + 0.34;

/** The narrowest way from one mark to the next at which marks can be told apart, in pixels. */
export const leastPitch = 5;

/** Numbers of marks in a line that are tried. */
export const perLine: readonly number[] = [100, 80, 60, 50, 40, 30, 25, 20, 15, 10, 5];

/**
 * The size of the text in a box. It grows a little with a large box and gives way to a very small one, but never
 * below what the reader asked for where that is an ordinary size.
 */
export function textSize(asked: number, width: number, height: number): number {
  const room = Math.min(width / 14, height / 15);
  const grown = asked * Math.min(1.3, Math.max(1, Math.min(width / 1000, height / 640)));
  return Math.min(grown, Math.max(Math.min(asked, 15), room));
}

/** The letters of a text that are measured: more do not fit into any picture. */
const mostLetters = 2000;

/** The lines that a text takes in a width, broken between words; a longer word counts as several lines. */
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

/** The width of the longest word. */
export const longestWord = (text: string, measure: Measure, bold?: boolean): number =>
  Math.max(...wordsOf(text).map((word) => measure(word, bold)));

const wordsOf = (text: string): string[] => text.slice(0, mostLetters).split(/\s+/u);

/** Measures in a font family; each text is measured once. */
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
