import type { Point } from './blocks.js';
import { fullPlans, shortPlans, type Plan } from './plans.js';
import { addAll, type Item } from './sum.js';
import { digitWidth, lineCount, longestWord, shorten, type Frame, type Measure } from './type.js';

/** Where the rows stand when they are apart; all lengths in pixels, across from the start edge. */
export interface Lines {
  /** Width of one mark, and the way from one to the next. */
  readonly mark: number;
  readonly across: number;
  readonly down: number;
  /** Size of the names. */
  readonly size: number;
  readonly strips: readonly Strip[];
  /** Where the note under the rows begins. */
  readonly start: number;
  readonly bottom: number;
}

/** One row of the picture: of one item, or of several that share it. */
export interface Strip {
  readonly items: readonly Item[];
  /** The first mark's centre, and the marks in a line. */
  readonly corner: Point;
  readonly columns: number;
  readonly label: Label;
  /** Middle of the count's start edge, and the count's size when it is plain and when it is lit. */
  readonly figure: Point & { readonly plain: number; readonly strong: number };
}

/** A name before the marks, or the text of a shared row, whose first line is indented by its marks. */
export interface Label extends Point {
  readonly text: string;
  readonly width: number;
  readonly lines: number;
  readonly indent: number;
}

export interface Wording {
  /** The text of items that share a row because they have the same count. */
  each: (items: readonly Item[]) => string;
  /** The text of all the items that have no row of their own. */
  more: (items: readonly Item[]) => string;
}

interface Context {
  readonly frame: Frame;
  readonly measure: Measure;
  readonly wording: Wording;
  readonly alone: ReadonlySet<Item>;
}

/** What holds for all rows of a plan at a text size. */
interface Measures extends Plan {
  readonly size: number;
  /** Width of a column, of its names, and of what stands before its marks. */
  readonly width: number;
  readonly nameWidth: number;
  readonly lead: number;
  /** Room across for marks. */
  readonly room: number;
  readonly figureWidth: number;
}

interface Fit extends Measures {
  readonly columns: number;
  readonly pitch: number;
  readonly shapes: readonly Shape[];
  /** The column that each row stands in. */
  readonly at: readonly number[];
  readonly score: number;
}

/** What one row takes. */
interface Shape {
  readonly height: number;
  readonly text: string;
  readonly textLines: number;
  readonly columns: number;
  readonly markLines: number;
  /** Of a shared row: where its text starts, and how far its first line stands in. */
  readonly lead: number;
  readonly indent: number;
  /** Of a shared row: whether the text stands under the marks. */
  readonly under: boolean;
}

/** Lines of marks in one row stand this much further apart than columns. */
const rise = 1.34;
/** The part of its place that a mark fills across. */
const fill = 0.74;
/** Heights in sizes of the text. */
const lineHeight = 1.25;
const rowHeight = 1.35;
const strong = 1.75;
const perLine = [100, 60, 50, 40, 30, 25, 20, 15, 12, 10, 8, 5];

/**
 * Arranges one row an item. Where the height does not allow that, rows with the same small count come to share a
 * row, then rows stand in columns, then marks get smaller; what finds no place even so is one last row.
 * @param alone items that keep a row of their own
 */
export function arrangeLines(
  items: readonly Item[],
  frame: Frame,
  measure: Measure,
  wording: Wording,
  alone: ReadonlySet<Item>,
): Lines {
  const { em } = frame;
  const context = { frame, measure, wording, alone };
  const most = Math.max(1, Math.min(5, Math.floor(frame.width / (15 * em))));
  const small = Math.min(1, Math.max(0.8125, 12 / em));
  const plans = fullPlans(items, alone, most);
  const short = shortPlans(items, alone, most);
  const fit =
    first(plans, [1, 0.9, small], 0.5 * em, context) ??
    first(plans, [small], 4, context) ??
    first(short, [small], 4, context) ??
    first([...short.slice(-1), ...plans], [small], 2, context) ??
    // Nothing fits: the picture is cut off below, and the description and the table have it all.
    first([...short.slice(-1), ...plans], [small], 1, {
      ...context,
      frame: { ...frame, height: Infinity },
    })!;
  return place(fit, context);
}

function first(
  plans: readonly Plan[],
  sizes: readonly number[],
  least: number,
  context: Context,
): Fit | undefined {
  for (const plan of plans)
    for (const size of sizes) {
      const fit = tryPlan(plan, size * context.frame.em, least, context);
      if (fit) return fit;
    }
  return undefined;
}

/** The best number of marks in a line for a plan, with the largest marks that fit. */
function tryPlan(plan: Plan, size: number, least: number, context: Context): Fit | undefined {
  const { frame } = context;
  const measures = measuresOf(plan, size, context);
  const longest = Math.max(1, ...singles(plan).map(({ drawn }) => drawn));
  const fitAt = (columns: number, pitch: number): Fit | undefined => {
    const shapes = plan.rows.map((row) => shapeOf(row, measures, columns, pitch, context));
    const heights = shapes.map(({ height }) => height);
    const at = stack(heights, frame.height, plan.abreast);
    const score = Math.min(pitch / size, 0.75) - 0.08 * Math.ceil(longest / columns);
    return at && { ...measures, columns, pitch, shapes, at, score };
  };
  let best: Fit | undefined;
  // Of those that need equally many lines the smallest is the best: its last line is the fullest.
  const choices = perLine.map((count) => Math.min(count, longest));
  const distinct = new Map(choices.map((count) => [Math.ceil(longest / count), count]));
  for (const columns of distinct.values()) {
    // Where the smallest marks do not fit, the way down to them is spared.
    const widest = Math.min(measures.room / columns, 1.4 * size);
    let fit = widest < least ? undefined : fitAt(columns, least);
    for (let pitch = widest; fit && pitch > fit.pitch; pitch *= 0.94)
      fit = fitAt(columns, pitch) ?? fit;
    if (fit && (!best || fit.score > best.score)) best = fit;
  }
  return best;
}

function measuresOf(plan: Plan, size: number, { frame, measure, alone }: Context): Measures {
  const width = (frame.width - 2 * size * (plan.abreast - 1)) / plan.abreast;
  const own = singles(plan);
  const widest = (of: (text: string, bold: boolean) => number): number =>
    Math.max(0, ...own.map((item) => of(item.name, alone.has(item)))) * size * 1.04;
  const name = widest(measure);
  const word = widest((text, bold) => longestWord(text, measure, bold));
  const figureWidth = Math.max(
    ...own.map((item) => digits(item) * digitWidth * size * (alone.has(item) ? strong : 1)),
    0,
  );
  // Names take a third of the width, more for a long word, and more still where the marks leave it.
  const marks = Math.max(...own.map(({ drawn }) => drawn), 0) * 1.1 * size;
  const spare = Math.min(0.6 * width, width - marks - figureWidth - 1.3 * size);
  const nameWidth = Math.min(name, Math.max(0.34 * width, Math.min(word, 0.45 * width), spare));
  const lead = nameWidth && nameWidth + 0.7 * size;
  const room = Math.max(1, width - lead - figureWidth - 0.6 * size);
  return { ...plan, size, width, nameWidth, lead, room, figureWidth };
}

function shapeOf(
  row: readonly Item[],
  { size, width, nameWidth, lead: lead_ }: Measures,
  columns: number,
  pitch: number,
  { frame, measure, wording, alone }: Context,
): Shape {
  const base = Math.max(rowHeight * size, 1.2 * pitch);
  const [item] = row;
  if (item && row.length === 1) {
    const bold = alone.has(item);
    const long = measure(item.name, bold) * size > nameWidth;
    const markLines = Math.max(1, Math.ceil(item.drawn / columns));
    const textLines = long
      ? Math.min(4, Math.max(2, lineCount(item.name, nameWidth, size, measure, { bold })))
      : 1;
    const height = Math.max(base + (markLines - 1) * pitch * rise, textLines * lineHeight * size);
    return {
      height,
      text: item.name,
      textLines,
      columns,
      markLines,
      lead: 0,
      indent: 0,
      under: false,
    };
  }
  const text = row.every(({ count }) => count === row[0]?.count)
    ? wording.each(row)
    : wording.more(row);
  // In a narrow picture the text needs the whole width; else it starts where all marks start.
  const lead = frame.width < 26 * size ? 0 : lead_;
  const room = width - lead;
  const drawn = addAll(row, (each) => each.drawn);
  const own = Math.max(1, Math.floor(room / pitch));
  const under = drawn * pitch > room * 0.6;
  const indent = under ? 0 : drawn * pitch + 0.5 * size;
  const textLines = lineCount(text, room, size, measure, { indent });
  const markLines = Math.max(1, Math.ceil(drawn / own));
  const height =
    base + (textLines - 1) * lineHeight * size + (under ? markLines * pitch * rise : 0);
  return { height, text, textLines, columns: own, markLines, lead, indent, under };
}

/** Fills columns in order, as evenly as may be; undefined if a column would be higher than there is room. */
function stack(heights: readonly number[], height: number, abreast: number): number[] | undefined {
  const total = addAll(heights, Number);
  if (abreast === 1) return total <= height ? heights.map(() => 0) : undefined;
  for (let limit = total / abreast; limit < height * 1.02; limit *= 1.02) {
    const most = Math.min(limit, height);
    let column = 0;
    let used = 0;
    const at = heights.map((each) => {
      if (used && used + each > most) {
        column++;
        used = 0;
      }
      used += each;
      return used > most ? abreast : column;
    });
    if (Math.max(...at) < abreast) return at;
  }
  return undefined;
}

function place(fit: Fit, { frame, measure, alone }: Context): Lines {
  const { size, pitch, shapes, at, abreast, width, nameWidth } = fit;
  const shared = fit.rows.some((row) => row.length > 1);
  const used =
    abreast > 1 || shared
      ? frame.width
      : fit.lead + fit.columns * pitch + fit.figureWidth + 0.6 * size;
  const start = frame.start + Math.max(0, frame.width - used) / 2;
  const filled = Array.from({ length: abreast }, (_, column) =>
    shapes.filter((_, index) => at[index] === column),
  ).map((column) => ({ height: addAll(column, (shape) => shape.height), rows: column.length }));
  // What is left of the height goes between the rows, up to a comfortable distance.
  const air = Math.max(
    0,
    Math.min(
      1.1 * size,
      ...filled.map(({ height, rows }) => (frame.height - height) / (rows || 1)),
    ),
  );
  const tallest = Math.max(...filled.map(({ height, rows }) => height + rows * air));
  const top = frame.top + Math.max(0, frame.height - tallest) * 0.45;
  const ys = filled.map(() => top);
  const strips = fit.rows.map((items, index): Strip => {
    const column = at[index]!;
    const shape = shapes[index]!;
    const x = start + column * (width + 2 * size);
    const y = ys[column]!;
    ys[column] = y + shape.height + air;
    const single = items.length === 1;
    const marks = shape.markLines * pitch * rise;
    const middle = y + (shape.height + air) / 2;
    const text = shape.textLines * lineHeight * size;
    const block = shape.under ? marks + text : text;
    const from = single ? middle - text / 2 : middle - block / 2 + (shape.under ? marks : 0);
    const markTop = single
      ? middle - marks / 2
      : shape.under
        ? middle - block / 2
        : from + (lineHeight * size - pitch * rise) / 2;
    const lead = single ? fit.lead : shape.lead;
    const drawn = Math.min(shape.columns, items[0]?.drawn ?? 0);
    return {
      items,
      columns: shape.columns,
      corner: { x: x + lead + (pitch * fill) / 2, y: markTop + (pitch * rise) / 2 },
      label: {
        text: single
          ? shorten(shape.text, (text) => {
              const bold = alone.has(items[0]!);
              return lineCount(text, nameWidth + 1, size, measure, { bold }) <= shape.textLines;
            })
          : shape.text,
        x: single ? x : x + lead,
        y: from,
        width: single ? nameWidth : width - lead,
        lines: shape.textLines,
        indent: shape.indent,
      },
      figure: {
        x: x + lead + drawn * pitch + 0.6 * size,
        y: middle,
        plain: size,
        strong: Math.min(strong * size, 0.96 * (shape.height + air)),
      },
    };
  });
  return {
    mark: pitch * fill,
    across: pitch,
    down: pitch * rise,
    size,
    strips,
    start,
    bottom: top + tallest,
  };
}

const singles = ({ rows }: Plan): Item[] => rows.flatMap((row) => (row.length === 1 ? row : []));

const digits = ({ count }: Item): number => String(count).length;
