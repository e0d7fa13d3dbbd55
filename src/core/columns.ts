// The types of columns, and how a cell of each is read.
import { isRefusal, machineNumber, numberReader, type NumberRead } from './cells.js';
import { isOnEarth, reach, readCoordinate } from './coordinates.js';
import { readDay, someDay, type Day } from './dates.js';
import { splitList } from './lists.js';
import { clean, saysNothing, withoutFootnotes } from './text.js';
import { quoted, authorMessage } from './warn.js';
import type { Work } from './work.js';

/** A cell: its text, or more where that matters. */
export type Cell =
  | string
  | {
      readonly text: string;
      /** Whether a program wrote it, so that numbers in it read alike in every language. */
      readonly machine?: boolean;
      /** Whether it reaches over several rows or columns. */
      readonly spans?: '' | 'rows' | 'columns';
    };

/** How one column is read. */
export interface Column {
  /**
   * `text` (default), `number` (any), `count` (0 or more), `share` (a number, or a percentage of one), `latitude`,
   * `longitude`, `date`, or `list` (names separated by commas).
   */
  readonly type?:
    'text' | 'number' | 'count' | 'share' | 'latitude' | 'longitude' | 'date' | 'list';
  /** Other names that the column goes by, in lower case. */
  readonly also?: readonly string[];
  /** The words that a text column takes, in lower case. A cell with another word is read as empty, with a warning. */
  readonly values?: readonly string[];
  /** A row without it is left out, with a warning. */
  readonly required?: boolean;
  /** Its numbers are whole. */
  readonly whole?: boolean;
  /** It names the row: a first column without a header is this one. */
  readonly heads?: boolean;
  /** Its numbers add up, so that a row may be their total. */
  readonly adds?: boolean;
}

export type Columns = Readonly<Record<string, Column>>;

type Numeric = 'number' | 'count' | 'share' | 'latitude' | 'longitude';

type Value<C extends Column> = C extends { type: Numeric }
  ? number | undefined
  : C extends { type: 'list' }
    ? readonly string[]
    : C extends { type: 'date' }
      ? Day | undefined
      : C extends { values: readonly (infer Word)[] }
        ? Word | ''
        : string;

/** A row read by its columns: text is '' and a list is [] where the cell is empty, a number and a date are undefined. */
export type Row<C extends Columns> = { readonly [K in keyof C]: Value<C[K]> };

type Nothing = null | undefined;

type InputValue<C extends Column> =
  | (C extends { type: Numeric }
      ? number | string
      : C extends { type: 'list' }
        ? readonly string[] | string
        : C extends { type: 'date' }
          ? Date | string
          : C extends { values: readonly (infer Word)[] }
            ? // Editors offer the words; a type for words alone would refuse every row that is not written in place.
              Word | (string & {})
            : string | number | boolean)
  | Nothing;

type OtherName<C extends Column> = C extends { also: readonly (infer Name extends string)[] }
  ? Name
  : never;

/** A row as a script gives it, by its columns: every key may be left out, and may be one of the column's other names. */
export type RowInput<C extends Columns> = string extends keyof C
  ? Readonly<Record<string, unknown>>
  : { readonly [K in keyof C as K | OtherName<C[K]>]?: InputValue<C[K]> };

/**
 * What was read of a cell: with a problem its row is left out, with a doubt the row stays without the value, and with a
 * hint only the author hears of it.
 */
export interface Outcome {
  readonly value?: unknown;
  readonly problem?: string;
  readonly doubt?: string;
  readonly hint?: string;
}

/** How a table was written. */
export interface Writing {
  /** Its language. */
  readonly lang: string | undefined;
  /** Whether a program may have written it. */
  readonly byProgram: boolean;
}

export type CellReader = (cell: Cell | undefined) => Outcome;

/** The text of a cell, folded. */
export const cellText = (cell: Cell | undefined): string =>
  clean(typeof cell === 'object' ? cell.text : (cell ?? ''));

export const isNumeric = ({ type }: Column): boolean =>
  /^(?:number|count|share|latitude|longitude)$/.test(type ?? '');

/**
 * Makes the reader of one column; yields between its cells.
 * @param cells all its cells: what one leaves open, others may settle
 */
export function* cellReader(
  key: string,
  column: Column,
  cells: readonly (Cell | undefined)[],
  { lang, byProgram }: Writing,
): Work<CellReader> {
  const wrong = (cell: Cell | undefined, remedy: string): string =>
    authorMessage(`"${key}" is "${cellText(cell)}"; ${remedy}`);
  const nothing = (cell: Cell | undefined, value?: unknown): Outcome =>
    column.required
      ? {
          problem: cellText(cell)
            ? wrong(cell, 'write a value or remove the row')
            : authorMessage(`"${key}" is empty; write a value or remove the row`),
        }
      : { value };

  if (isNumeric(column)) {
    const number = yield* numbersOf(column, cells, { lang, byProgram });
    const onMap = column.type === 'latitude' || column.type === 'longitude';
    return (cell) => {
      const value = number(cell);
      if (value === undefined) return nothing(cell);
      const remedy = isRefusal(value) ? value.refused : remedyFor(value, column, cell);
      if (!remedy) return { value };
      // Who has no place on a map still counts.
      return onMap ? { doubt: wrong(cell, remedy) } : { problem: wrong(cell, remedy) };
    };
  }
  if (column.type === 'date') {
    const known = new Map<string, ReturnType<typeof readDay>>();
    return (cell) => {
      const text = cellText(cell);
      if (!known.has(text)) known.set(text, readDay(text, lang));
      const day = known.get(text);
      if (!day) return nothing(cell);
      return isRefusal(day) ? { value: someDay, doubt: wrong(cell, day.refused) } : { value: day };
    };
  }
  const list = column.type === 'list';
  return (cell) => {
    const text = withoutFootnotes(cellText(cell));
    if (!text || /^[-‐-―−]+$/.test(text)) return nothing(cell, list ? [] : '');
    if (list) return { value: splitList(text) };
    const { values } = column;
    if (!values) return { value: text };
    const value = text.toLowerCase();
    return values.includes(value)
      ? { value }
      : { value: '', hint: wrong(cell, `write one of ${quoted(values)}`) };
  };
}

const likely = {
  latitude: [-reach.latitude, reach.latitude],
  longitude: [-reach.longitude, reach.longitude],
  share: [0, 1],
} as const;

function* numbersOf(
  { type }: Column,
  cells: readonly (Cell | undefined)[],
  { lang, byProgram }: Writing,
): Work<(cell: Cell | undefined) => NumberRead> {
  const written = cells.filter((cell) => typeof cell !== 'object' || !cell.machine);
  const read = yield* numberReader(written.map(cellText), {
    lang,
    byProgram,
    share: type === 'share',
    ...(type && type in likely ? { likely: likely[type as keyof typeof likely] } : {}),
  });
  return (cell) => {
    const text = cellText(cell);
    if (!text || saysNothing(text)) return undefined;
    if (typeof cell === 'object' && cell.machine) {
      const value = machineNumber(text);
      if (!Number.isNaN(value)) return value;
    }
    const degrees =
      type === 'latitude' || type === 'longitude' ? readCoordinate(text, type, lang) : undefined;
    return degrees ?? read(text);
  };
}

/** What is to be done about a number that the column cannot have; undefined if it can. */
function remedyFor(value: number, column: Column, cell: Cell | undefined): string | undefined {
  const { type, whole, adds } = column;
  const spans = typeof cell === 'object' ? cell.spans : '';
  if (spans === 'columns' || (spans && adds))
    return `that is one number for several ${spans}; give each its own`;
  if (type === 'count' && value < 0) return 'write a number that is not below 0';
  // Above that, neighbouring whole numbers can no longer be told apart.
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER)
    return `write a number up to ${Number.MAX_SAFE_INTEGER}`;
  if (whole && !Number.isInteger(value)) return 'write a whole number';
  if (type === 'latitude' && !isOnEarth(value, type))
    return `a latitude is from -90 to 90${isOnEarth(value, 'longitude') ? ', so lat and lon may have changed places' : ''}`;
  if (type === 'longitude' && !isOnEarth(value, type)) return 'a longitude is from -180 to 180';
  return undefined;
}
