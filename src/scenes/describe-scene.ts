import type { Columns, Row } from '../core/columns.js';
import type { Phrase } from '../core/phrases.js';
import { stateColumns as shared } from './state-columns.js';

/** What the states that a scene has of its own may follow from. */
export interface Given<C extends Columns = Columns> {
  /** The rows of its data. */
  readonly rows: readonly Row<C>[];
  /** Whether it was given data, readable or not. */
  readonly hasContent: boolean;
  /** The value of a property or an attribute, by its name. */
  readonly get: (name: string) => unknown;
}

/** The values that an attribute takes: words, or numbers in a range. */
export type AttributeValues =
  | readonly string[]
  | {
      readonly above?: number;
      readonly from?: number;
      readonly to?: number;
      readonly whole?: true;
    };

/** A state as a script gives it: its values by the names of its columns. */
export type StateInput = Readonly<Record<string, unknown>>;

/** Phrases by their names; `{count}` in one is filled in. One that depends on a number has forms: `{ one, other }`. */
export type PhraseTexts = Readonly<Record<string, Phrase>>;

/**
 * All that is to be known of a scene without a picture: the element, `communique check`, the reference and the manifest
 * follow from it. It needs no DOM.
 */
export interface SceneDescription<
  Tag extends string = string,
  C extends Columns = Columns,
  S extends typeof shared = typeof shared,
  P extends PhraseTexts = PhraseTexts,
> {
  /** The name of the element. */
  readonly tag: Tag;
  /** The columns of the data. */
  readonly columns: C;
  /** The columns of the states, those that every scene has among them. */
  readonly stateColumns: S;
  /** The tags that data stand in in the element's content. */
  readonly holders: readonly string[];
  /** The values of attributes that take only some. */
  readonly attributes: Readonly<Record<string, AttributeValues>>;
  /** What it says of itself, in English, by the names that `definePhrases` gives in other languages. */
  readonly phrases: P;
  /** The states of a scene that was given none. */
  states(this: void, given: Given<C>): readonly StateInput[];
}

/** What a scene's author writes; what is left out is as most scenes have it. */
interface Draft<Tag extends string, C extends Columns, S extends Columns, P extends PhraseTexts> {
  readonly tag: Tag;
  readonly columns: C;
  /** Beside `step` and `description`; none unless told. */
  readonly stateColumns?: S;
  /** A `table` unless told. */
  readonly holders?: readonly string[];
  /** Any unless told. */
  readonly attributes?: Readonly<Record<string, AttributeValues>>;
  /** None unless told; no other scene has their names. */
  readonly phrases?: P;
  /** None unless told. */
  readonly states?: (given: Given<C>) => readonly StateInput[];
}

/** Describes a scene: its element's name, the columns of its data and states, and the states of its own. */
export const describeScene = <
  const Tag extends string,
  const C extends Columns,
  const S extends Columns = Record<never, never>,
  P extends PhraseTexts = Record<never, never>,
>({
  stateColumns,
  phrases,
  ...scene
}: Draft<Tag, C, S, P>): SceneDescription<Tag, C, typeof shared & S, P> => ({
  holders: ['table'],
  attributes: {},
  states: () => [],
  ...scene,
  phrases: (phrases ?? {}) as P,
  stateColumns: { ...shared, ...stateColumns } as typeof shared & S,
});
