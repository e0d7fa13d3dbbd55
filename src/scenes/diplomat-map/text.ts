import { language } from '../../core/numbers.js';

/** The width in pixels of a text of so many em and such a weight. */
export type Measure = (text: string, em: number, weight: number) => number;

/**
 * The size of the text in a box: a little larger in a large one; in a very small one it gives way, but never below
 * what the reader asked for where that is an ordinary size.
 */
export function textSize(asked: number, width: number, height: number): number {
  const grown = asked * Math.min(1.25, Math.max(1, Math.min(width / 1000, height / 640)));
  return Math.min(grown, Math.max(Math.min(asked, 15), Math.min(width / 14, height / 15)));
}

/** Measures in a font family; each text is measured once. */
export function measureIn(family: string, em: number): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const kept = new Map<string, number>();
  return (text, size, weight) => {
    const key = `${weight} ${text}`;
    let width = kept.get(key);
    if (width === undefined) {
      if (context) context.font = `${weight} 100px ${family}`;
      width = context ? context.measureText(text).width / 100 : text.length * 0.6;
      kept.set(key, width);
    }
    return width * size * em;
  };
}

/** Writes kilometres as a label has them, e.g. "2,000 km", in a language; formatters are costly, so one is kept. */
export function distanceIn(lang: string | undefined): (kilometres: number) => string {
  const format = new Intl.NumberFormat(language(lang), {
    style: 'unit',
    unit: 'kilometer',
    maximumFractionDigits: 0,
  });
  const kept = new Map<number, string>();
  return (kilometres) => {
    if (!kept.has(kilometres)) kept.set(kilometres, format.format(kilometres));
    return kept.get(kilometres)!;
  };
}
