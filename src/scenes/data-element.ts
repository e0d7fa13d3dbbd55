import type { PropertyValues } from 'lit';
import type { Row, RowInput } from '../core/table.js';
import { phrases, type Phrases } from '../core/phrases.js';
import { phrasebook, type PhraseValues } from './phrasebook.js';
import { langOf } from '../controllers/ancestors.js';
import { BaseElement } from '../controllers/base-element.js';
import { property, state } from '../controllers/property.js';
import { describeScene, type SceneDescription } from './describe-scene.js';
import { isShown, showCopy } from './dom-table.js';
import { SceneData, type DataState } from './scene-data.js';
import { noticeOf } from './scene-frame.js';

/** The part of a scene that reads its data and its states, and knows whether they could be read. */
export abstract class DataElement<
  D extends SceneDescription = SceneDescription,
> extends BaseElement {
  /** What it takes and knows: its columns, and states of its own. Each scene has one, made by `describeScene`. */
  static readonly scene: SceneDescription = describeScene({ tag: '', columns: {} });

  /** Rows to draw, as objects whose keys are column names; goes before `src` and the slot. */
  @property({ attribute: false }) data: readonly RowInput<D['columns']>[] | undefined;

  /**
   * Where the rows are: the address of a CSV file, JSON (a list of objects) or GeoJSON, or `#id` of a table in the same
   * document or shadow root. Goes before the slot.
   */
  @property() src: string = '';

  /** States as objects whose keys are column names; goes before the table in the slot `steps`. */
  @property({ attribute: false }) states: readonly RowInput<D['stateColumns']>[] | undefined;

  @state() private _dataState: DataState = 'loading';

  /** Settles when the data are read, well or ill; never rejects. */
  readonly ready: Promise<void>;

  readonly #data: SceneData<D> = new SceneData<D>({
    element: this,
    scene: () => (this.constructor as typeof DataElement).scene as D,
    sources: () => this,
    language: () => this.language,
    given: () => ({
      rows: this.rows,
      hasContent: this.hasContent,
      get: (name) => this[name as keyof this],
    }),
    hasData: () => this.hasData,
    changed: (dataState) => this.#take(dataState),
  });
  #settle!: () => void;
  #original: this | undefined;

  constructor() {
    super();
    this.ready = new Promise((resolve) => (this.#settle = resolve));
  }

  /** The names of the steps that the scene knows, in order. */
  get steps(): readonly string[] {
    return this.#data.steps;
  }

  /** Asks for a new layout and picture; for subclasses whose own properties changed. */
  protected abstract relayout(): void;

  /** What is waited for between the data and telling of them. */
  protected abstract readonly beforeReady: Promise<void> | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('data') || changed.has('src') || changed.has('states')) this.#data.invalidate();
  }

  /** To be called when data outside the element's own properties have changed. */
  protected reread = (): void => this.#data.reread();

  /** Reads what has to be read, or takes it over where this is a copy; yields after it. */
  protected *readData(): Generator<unknown, void> {
    if (this.#data.isStale)
      yield this.#original ? this.#data.copy(this.#original.#data) : this.#data.read();
  }

  /** Takes its data from another one of its kind, for good. */
  protected copyDataOf(original: this): void {
    this.#original = original;
  }

  protected get dataState(): DataState {
    return this._dataState;
  }

  protected get rows(): readonly Row<D['columns']>[] {
    return this.#data.rows;
  }

  /** All states, in order. */
  protected get allStates(): readonly Row<D['stateColumns']>[] {
    return this.#data.states;
  }

  protected stateOf(step: string): Row<D['stateColumns']> | undefined {
    return this.#data.byStep.get(step);
  }

  /** Whether it was given data, readable or not. */
  protected get hasContent(): boolean {
    return !!(this.rows.length || this.data || this.src || this.#data.hasContent);
  }

  /** Whether there is something to draw; a scene whose attributes suffice says yes without rows. */
  protected get hasData(): boolean {
    return this.rows.length > 0;
  }

  protected get language(): string | undefined {
    return langOf(this);
  }

  protected get words(): Phrases {
    return phrases(this.language);
  }

  /**
   * Says a phrase of its description in the language of the page, in English where `definePhrases` has none.
   * @param values filled in: a text as it is, a number in the language's digits, a list as a sentence has it
   */
  protected say(name: keyof D['phrases'] & string, values?: PhraseValues): string {
    const { phrases: english } = (this.constructor as typeof DataElement).scene;
    return phrasebook(english)(this.language, name, values);
  }

  /** What is said in the picture's place; empty where the picture is right. */
  protected get notice(): string {
    return noticeOf(this._dataState, this.words, this.#data.tooMany, this.language);
  }

  /** Whether there is a table to show behind the disclosure; a copy leaves it to its original. */
  protected get hasTable(): boolean {
    return !this.#original && (!!this.#data.source || [...this.children].some(isShown));
  }

  protected showSource = (event: Event): void => {
    const { source } = this.#data;
    if (source && (event.target as HTMLDetailsElement).open)
      showCopy(source, this.renderRoot.querySelector('.source')!);
  };

  #take(dataState: DataState): void {
    this._dataState = dataState;
    this.relayout();
    if (dataState !== 'loading') void Promise.resolve(this.beforeReady).then(this.#settle);
  }
}
