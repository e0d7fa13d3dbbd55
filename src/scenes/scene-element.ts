// Longer than other files: it is the contract of every scene in one piece, and a good part is what its users read.
import {
  LitElement,
  html,
  isServer,
  nothing,
  type CSSResultGroup,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { MotionMode, Scene } from '../core/cue.js';
import { motionMode } from '../core/cue.js';
import { phrases, type Phrases } from '../core/phrases.js';
import { readTable, tableOf, type Columns, type Row, type TextTable } from '../core/table.js';
import { aFrame } from '../core/frame.js';
import { quoted, warn } from '../core/warn.js';
import { langOf } from '../controllers/ancestors.js';
import { unlessLeaving } from '../controllers/leaving.js';
import { MotionController } from '../controllers/motion-controller.js';
import { property, state } from '../controllers/property.js';
import { SizeController } from '../controllers/size-controller.js';
import { TimelineController, type Numbers } from '../controllers/timeline-controller.js';
import { tokens } from '../styles/tokens.styles.js';
import { textTable } from './dom-table.js';
import { sceneStyles } from './scene.styles.js';
import { tell } from './tell.js';
import { noteChanges } from './written.js';

/** The columns that every table of states has: the step's name, and the picture at its end in words. */
export const stateColumns = {
  /** Name of the state; a story's step asks for it by its `step` or its `id`. */
  step: { required: true, also: ['state'] },
  /** The picture at the end of the step in a sentence, for who does not see it; made from the data if empty. */
  description: { also: ['alt', 'picture'] },
} as const satisfies Columns;

/** States in order, their names, and each by its name. */
interface States<R> {
  readonly rows: readonly R[];
  readonly steps: readonly string[];
  readonly byStep: ReadonlyMap<string, R>;
}

/** The data of a scene: on their way, there, not given, or partly unreadable. */
export type DataState = 'loading' | 'ready' | 'empty' | 'bad';

/**
 * What every scene shares: its data, its states, its size, its words and its timeline. A scene is a pure
 * function of its data, size, language, motion mode and cue; it knows nothing of scrolling or of other steps.
 *
 * Data come from the first of: the `data` property; `src`; a table (or, where the scene says so, a list) in the
 * default slot. States (one row a step, in order) come from the `states` property or a table in the slot `steps`;
 * without either the scene has states of its own.
 *
 * Nothing throws: rows and states that cannot be read are left out, and the console names them, with what mends
 * them, once.
 *
 * @summary What every scene shares.
 * @slot - The data: a table, whose first row names the columns (`data-column` on a header cell goes before its
 *   text). A cell is read by its `data-value`, the value of a `<data>` or `<time>` in it, or its text.
 * @slot steps - The states: a table as a direct child, a row a step. Put `hidden` on it: it is not shown.
 * @csspart figure - All of it: picture, notice and data.
 * @csspart picture - The picture.
 * @csspart notice - What stands in the picture's place while data are loading, or are missing or bad.
 * @csspart data - The disclosure with the table of data.
 * @cssprop --scene-inset-top - Room that the picture leaves free at the top, in px or % of its box; set by the
 *   chapter where words lie over the picture.
 * @cssprop --scene-inset-right - Room that it leaves free at the right.
 * @cssprop --scene-inset-bottom - Room that it leaves free at the bottom.
 * @cssprop --scene-inset-left - Room that it leaves free at the left.
 * @cssprop --story-font-size - Size of plain text, in rem or px; the reader's own if not set.
 * @cssprop --story-display-font - Font of big numerals; the page's if not set.
 * @cssprop --story-paper - Background of what lies over the picture.
 * @cssprop --story-ink - Text and marks.
 * @cssprop --story-muted - Lesser text.
 * @cssprop --story-a - The colour with the name `a`; also the ring round what has the focus.
 * @cssprop --story-b - The colour with the name `b`.
 * @cssprop --story-c - The colour with the name `c`.
 * @cssprop --story-d - The colour with the name `d`.
 */
export abstract class SceneElement<
  C extends Columns = Columns,
  S extends typeof stateColumns = typeof stateColumns,
>
  extends LitElement
  implements Scene
{
  static {
    // A picture's size is known only once its box is rendered, so the second update is meant.
    this.disableWarning?.('change-in-update');
  }

  /** The frame round the picture, and the colours and type that all elements share; goes before a scene's own. */
  static override styles: CSSResultGroup = [tokens, sceneStyles];

  /** Name of the state to show; the last one if empty. For a name that is no state the picture stays as it is. */
  @property({ reflect: true }) step: string = '';

  /** How far through the step, from 0 (the end of the step before) to 1; only where pictures move, else always 1. */
  @property({ type: Number }) progress: number = 1;

  /**
   * How the picture moves: `full` plays and follows `progress`, `stepped` cuts to each step's end, `static` stands
   * still. Empty, or anything else, asks the reader's system. A story sets it.
   */
  @property() motion: MotionMode | '' = '';

  /** Rows to draw, as objects whose keys are column names; goes before `src` and the slot. */
  @property({ attribute: false }) data: readonly unknown[] | undefined;

  /**
   * Where the rows are: the address of a CSV file or of JSON (a list of objects), or `#id` of a table in the same
   * document or shadow root. Goes before the slot.
   */
  @property() src: string = '';

  /** States as objects whose keys are column names; goes before the table in the slot `steps`. */
  @property({ attribute: false }) states: readonly unknown[] | undefined;

  @state() private _dataState: DataState = 'loading';

  /**
   * Waits between the parts of making the first picture; for who brings in many scenes, one after another. Taken away
   * when the picture is there.
   * @internal
   */
  pace: (() => Promise<void>) | undefined;

  /** Settles when the data are read, well or ill; never rejects. */
  readonly ready: Promise<void>;

  protected readonly size: SizeController = new SizeController(
    this,
    () => this.picture,
    () => this.renderRoot.querySelector('i'),
    // So that the first picture is the right one.
    () => !this.pace,
  );
  /** Whether the page is read from right to left here, as it was laid out last. */
  protected rtl: boolean = false;

  readonly #motion = new MotionController(this, () => motionMode(this.motion));
  readonly #timeline = new TimelineController(this, {
    start: () => this.start(),
    steps: () => this.steps,
    pose: (step) => this.pose(this.stateOf(step)!),
    draw: (numbers) => this.draw(numbers),
  });
  #settle!: () => void;
  #rows: readonly Row<C>[] = [];
  #states: States<Row<S>> = { rows: [], steps: [], byStep: new Map() };
  #given: this | undefined;
  #unread = true;
  #laidOut = '';
  /** How often a new layout was asked for. */
  #asked = 0;
  #going = false;
  #shown: string | undefined;
  #source: Element | undefined;
  #changes: MutationObserver | undefined;

  constructor() {
    super();
    this.ready = new Promise((resolve) => (this.#settle = resolve));
  }

  /** The names of the steps that the scene knows, in order. */
  get steps(): readonly string[] {
    return this.#states.steps;
  }

  /** The columns of its data. */
  protected abstract readonly columns: C;
  /** The columns of its states. */
  protected abstract readonly stateColumns: S;
  /** States for a scene that was given none. */
  protected abstract defaultStates(): readonly Record<string, unknown>[];
  /** The numbers before the first step. */
  protected abstract start(): Numbers;
  /** The numbers at the end of a step. */
  protected abstract pose(state: Row<S>): Numbers;
  /**
   * Arranges the marks for the size, the data and the language; reads no layout. Where that is long, a generator, which
   * yields between its parts.
   */
  protected abstract layout(): Iterable<unknown> | void;
  /** Draws numbers into the marks; called at most once a frame. */
  protected abstract draw(numbers: Readonly<Numbers>): void;
  /** The picture. Its text is Lit's; transforms and opacity of its marks are written by `draw` alone. */
  protected abstract renderPicture(): TemplateResult;
  /** The picture at the end of a step in a sentence, for a state that brings no description. */
  protected abstract describeState(state: Row<S>): string;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#changes = new MutationObserver((records) => {
      noteChanges(records);
      this.reread();
    });
    this.#changes.observe(this, { childList: true, subtree: true, characterData: true });
    document.fonts.addEventListener('loadingdone', this.#fontsCame);
    this.reread();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#changes?.disconnect();
    document.fonts.removeEventListener('loadingdone', this.#fontsCame);
    this.#shown = undefined;
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    return this.pace && this.hasUpdated && !this.#going
      ? this.#goSlowly(this.pace)
      : super.scheduleUpdate();
  }

  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    // The hot path of a scrubbed step: nothing but the numbers changes, so nothing is rendered.
    if (
      this.hasUpdated &&
      changed.size === 1 &&
      changed.has('progress') &&
      this.#shown !== undefined
    ) {
      this.#show();
      return false;
    }
    return true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (isServer || !this.isConnected) return;
    if (changed.has('data') || changed.has('src') || changed.has('states')) this.#unread = true;
    const work = this.#arrange(!!this.#laidOut && changed.has('step'));
    while (!work.next().done);
  }

  protected override updated(_changed: PropertyValues<this>): void {
    if (!this.#going) this.#present();
  }

  protected override render(): TemplateResult {
    const words = this.words;
    // What is made slowly has its words with its picture.
    const label = this.pace && !this.hasUpdated ? '' : this.describe();
    // Without a word to say, it is no image to a screen reader.
    return html`
      <figure part="figure">
        <div
          class="picture"
          part="picture"
          role=${label ? 'img' : nothing}
          aria-label=${label || nothing}
        >
          <i translate="no">Hamburgefonstiv 0123456789</i
          >${this.#laidOut ? this.renderPicture() : nothing}
        </div>
        ${
          this._dataState === 'ready'
            ? nothing
            : html`<p
                class="notice"
                part="notice"
                role="note"
                .textContent=${this.#notice(words)}
              ></p>`
        }
        <details part="data" ?hidden=${!this.#hasTable} @toggle=${this.#showSource}>
          <summary .textContent=${words.showData}></summary>
          <div class="table" tabindex="0" role="group" aria-label=${words.showData}>
            <slot @slotchange=${this.reread}></slot>
            <div class="source"></div>
          </div>
        </details>
      </figure>
      <slot name="steps" hidden></slot>
    `;
  }

  /**
   * Says in a sentence what the picture shows at the end of a step; empty if there is no such step.
   * @param step the present one unless told
   */
  describe(step: string = this.step): string {
    const state = this.stateOf(step || this.steps.at(-1) || '');
    return state ? state.description || this.describeState(state) : '';
  }

  /**
   * A copy that stands still at the end of a step, with the same data; for print and for reading as text.
   * @param step name of a state
   */
  still(step: string): Element {
    const copy = this.cloneNode() as this;
    copy.removeAttribute('id');
    copy.#given = this;
    copy.step = step;
    copy.progress = 1;
    copy.motion = 'static';
    copy.inherit(this);
    return copy;
  }

  /** Takes over what a copy cannot have from attributes. */
  protected inherit(_from: this): void {}

  /** To be called when data outside the element's own properties have changed. */
  protected reread = (): void => {
    this.#unread = true;
    this.requestUpdate();
  };

  protected get rows(): readonly Row<C>[] {
    return this.#rows;
  }

  protected get picture(): HTMLElement | null {
    return this.renderRoot.querySelector('.picture');
  }

  protected get language(): string | undefined {
    return langOf(this);
  }

  protected get words(): Phrases {
    return phrases(this.language);
  }

  protected stateOf(step: string): Row<S> | undefined {
    return this.#states.byStep.get(step);
  }

  /** All states, in order. */
  protected get allStates(): readonly Row<S>[] {
    return this.#states.rows;
  }

  /** Reads what stands in the default slot; a scene that takes lists overrides it. */
  protected readSlotted(element: Element): TextTable | undefined {
    const table = element.matches('table') ? element : element.querySelector('table');
    return table ? textTable(table) : undefined;
  }

  /** Whether there is something to draw; a scene whose attributes suffice says yes without rows. */
  protected get hasData(): boolean {
    return this.#rows.length > 0;
  }

  /** Asks for a new layout and picture; for subclasses whose own properties changed. */
  protected relayout(): void {
    this.#asked++;
    this.requestUpdate();
  }

  // Words are measured to be placed, so a font that comes late changes where they stand. The probe's words tell of the
  // page's own font however it comes; this tells of others, such as that of numerals.
  #fontsCame = (): void => this.relayout();

  /** Whether there is a table to show behind the disclosure; a copy leaves it to its original. */
  get #hasTable(): boolean {
    return !this.#given && (!!this.#source || [...this.children].some(({ slot }) => !slot));
  }

  async #goSlowly(pace: () => Promise<void>): Promise<void> {
    this.#going = true;
    await pace();
    let end = performance.now() + aFrame;
    const work = this.#arrange();
    while (this.isConnected && !work.next().done) {
      if (performance.now() < end) continue;
      await pace();
      end = performance.now() + aFrame;
    }
    await pace();
    await super.scheduleUpdate();
    if (this.#laidOut) {
      const picture = this.picture!;
      // It is laid out in one frame and drawn in the next, and not seen until then.
      picture.style.visibility = 'hidden';
      await pace();
      picture.removeAttribute('style');
    }
    this.#going = false;
    // Without a size it was not made yet.
    if (this.#laidOut) this.pace = undefined;
    this.#present();
  }

  /** @param passing whether another step comes, when to ask for a style would have the page styled in between */
  *#arrange(passing = false): Generator<unknown, void> {
    if (this.#unread) yield this.#read();
    const { width, height, em } = this.size;
    if (width && !passing) this.rtl = getComputedStyle(this).direction === 'rtl';
    // Without a size nothing is rendered, so that what comes after it is a new picture.
    const key = width ? `${this.#asked} ${width} ${height} ${em} ${this.language} ${this.rtl}` : '';
    if (key === this.#laidOut) return;
    this.#shown = undefined;
    if (key) yield* this.layout() ?? [];
    this.#laidOut = key;
  }

  #present(): void {
    // After it has left the page nobody would end its timeline.
    if (!this.#laidOut || !this.isConnected) return;
    if (this.#shown === undefined) this.#timeline.rebuild();
    this.#show();
  }

  #show(): void {
    const step = this.step || this.steps.at(-1) || '';
    if (step && !this.stateOf(step)) {
      if (this._dataState !== 'loading')
        warn(
          'unknown-step',
          `<${this.localName}> has no step "${step}"; its steps are ${quoted(this.steps)}.`,
          this,
        );
      // What was never drawn is seen as before the first step.
      if (this.#shown === undefined) this.draw(this.start());
      return;
    }
    const entered = this.#shown !== undefined && this.#shown !== step;
    const play = this.#motion.mode === 'full';
    const way = !play || this.#shown === undefined ? 'cut' : entered ? 'play' : 'follow';
    this.#shown = step;
    const progress = this.#motion.mode === 'full' ? this.progress : 1;
    this.#timeline.show({ step, progress }, way);
  }

  #read(): void {
    this.#unread = false;
    if (this.#given) {
      if (this.#given.#unread) this.#given.#read();
      this.#rows = this.#given.#rows;
      this.#states = this.#given.#states;
      this.#finish(this.#given._dataState);
      return;
    }
    this.#readStates();
    if (this.data) return this.#take(tableOf(this.data));
    if (this.src.startsWith('#')) return this.#readElement();
    if (this.src) return void this.#fetch(this.src);
    for (const child of this.children) {
      if (child.slot) continue;
      const table = this.readSlotted(child);
      if (table) return this.#take(table);
    }
    this.#take({ columns: [], rows: [] });
  }

  #readStates(): void {
    const slotted = this.querySelector<HTMLTableElement>(':scope > table[slot="steps"]');
    const given = this.states ? tableOf(this.states) : slotted ? textTable(slotted) : undefined;
    const { rows, problems } = readTable(given ?? tableOf(this.defaultStates()), this.stateColumns);
    // A table of which nothing can be read leaves the scene the states of its own.
    const known = rows.length
      ? rows
      : readTable(tableOf(this.defaultStates()), this.stateColumns).rows;
    this.#states = {
      rows: known,
      steps: known.map(({ step }) => step),
      // Of two states with one name the first is meant.
      byStep: new Map([...known].reverse().map((row) => [row.step, row])),
    };
    for (const problem of problems) tell(this, 'states', problem);
  }

  #readElement(): void {
    const root = this.getRootNode() as Document | ShadowRoot;
    const found = root.querySelector(`#${CSS.escape(this.src.slice(1))}`);
    if (found) {
      this.#source = found;
      this.#take(this.readSlotted(found) ?? { columns: [], rows: [] });
    } else if (document.readyState === 'loading') {
      // What it points to may stand further down in a page that is still arriving.
      document.addEventListener('DOMContentLoaded', this.reread, { once: true });
    } else {
      this.#fail();
      tell(
        this,
        'data',
        `there is no element with the id "${this.src.slice(1)}" in its document or shadow root; give a table that id`,
      );
    }
  }

  async #fetch(src: string): Promise<void> {
    this._dataState = 'loading';
    try {
      const rows = await unlessLeaving(
        import('../core/csv.js').then(({ fetchRows }) => fetchRows(src)),
      );
      if (src === this.src) this.#take('columns' in rows ? rows : tableOf(rows));
    } catch (error) {
      if (src !== this.src) return;
      this.#fail();
      tell(
        this,
        'data',
        `src "${src}" could not be read (${error instanceof Error ? error.message : String(error)}); give the address of a CSV or JSON file`,
      );
    }
  }

  #take(table: TextTable): void {
    if (!table.columns.length) {
      this.#rows = [];
      this.#finish(this.hasData ? 'ready' : 'empty');
      return;
    }
    const { rows, problems } = readTable(table, this.columns);
    this.#rows = rows;
    for (const problem of problems) tell(this, 'data', problem);
    this.#finish(problems.length ? 'bad' : this.hasData ? 'ready' : 'empty');
  }

  #fail(): void {
    this.#rows = [];
    this.#finish('bad');
  }

  #finish(dataState: DataState): void {
    this.#asked++;
    this._dataState = dataState;
    if (dataState === 'empty')
      warn(
        'no-data',
        `<${this.localName}> has no data; put a table in it, or set its data or src.`,
        this,
      );
    // Whoever waits for the data has work of its own to do then.
    if (dataState !== 'loading') void Promise.resolve(this.pace?.()).then(this.#settle);
  }

  #notice(words: Phrases): string {
    return { loading: words.loading, empty: words.noData, bad: words.badData, ready: '' }[
      this._dataState
    ];
  }

  #showSource = (event: Event): void => {
    const holder = this.renderRoot.querySelector('.source')!;
    const table = this.#source?.matches('table')
      ? this.#source
      : this.#source?.querySelector('table');
    if (!(event.target as HTMLDetailsElement).open || !table || holder.childElementCount) return;
    const copy = table.cloneNode(true) as HTMLElement;
    copy.removeAttribute('id');
    holder.append(copy);
  };
}
