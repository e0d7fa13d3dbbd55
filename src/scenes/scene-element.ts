import {
  isServer,
  nothing,
  type CSSResultGroup,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { motionMode, type MotionMode, type Scene } from '../core/cue.js';
import type { Row } from '../core/table.js';
import { quoted, warn } from '../core/warn.js';
import { MotionController } from '../controllers/motion-controller.js';
import { property } from '../controllers/property.js';
import type { SizeController } from '../controllers/size-controller.js';
import {
  TimelineController,
  type Pose,
  type Timeline,
  type TransitionProblem,
} from '../controllers/timeline-controller.js';
import { tokens } from '../styles/tokens.styles.js';
import { DataElement } from './data-element.js';
import type { SceneDescription } from './describe-scene.js';
import { LayoutController } from './layout-controller.js';
import { renderFrame } from './scene-frame.js';
import { sceneStyles } from './scene.styles.js';
import { yieldToPage, inSlices, layoutBeforePaint } from './time-slicing.js';

/** Arrangements of so many rows, in all states together, give way to the page between their parts. */
const longWork = 500;

/** What is said of a transition that cannot be used. */
const refusal = (name: string, step: string, problem: TransitionProblem): string =>
  `the transition of <${name}> to "${step}" ` +
  ('seconds' in problem
    ? `has a timeline without end (${problem.seconds} s); give every "repeat" and "duration" in it a finite number`
    : 'promised' in problem
      ? 'answers with a promise; add its tweens at once, without "async"'
      : `throws (${String(problem.thrown)}); mend that`) +
  '. Its numbers change evenly instead.';

/** Properties that a copy has of its own: its cue, and data that are read already. */
const ofCopy = new Set<PropertyKey>(['step', 'progress', 'motion', 'data', 'src', 'states']);

/**
 * What every scene shares: its data, its states, its size, its words and its timeline. A scene is a pure
 * function of its data, size, language, motion mode and cue; it knows nothing of scrolling or of other steps.
 *
 * Data come from the first of: the `data` property; `src`; a table (or, where the scene says so, a list) in the
 * content. States (one row a step, in order) come from the `states` property or a table in the slot `steps`; without
 * either the scene has states of its own. Rows that cannot be read are left out, and the console names them, once.
 *
 * @summary What every scene shares.
 * @slot - The data: a table with the names of the columns in its header (`data-column` on a header cell goes before
 *   its text). A cell is read by its `data-value`, the value of a `<data>` or `<time>` in it, or its text.
 * @slot steps - The states: a table, or an element round one, with a row a step. Put `hidden` on it: it is not shown.
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
export abstract class SceneElement<D extends SceneDescription = SceneDescription>
  extends DataElement<D>
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

  /**
   * Waits between the parts of making the first picture; for who brings in many scenes, one after another. Taken away
   * when the picture is there.
   * @internal
   */
  yieldBetween: (() => Promise<void>) | undefined;

  readonly #layout: LayoutController = new LayoutController(this, {
    box: () => this.picture,
    probe: () => this.renderRoot.querySelector('i'),
    measuresAtOnce: () => !this.yieldBetween,
    language: () => this.language,
    isLong: () => this.rows.length * this.allStates.length > longWork,
    arrange: () => this.layout(),
    replacing: () => (this.#drawn = undefined),
  });
  readonly #motion = new MotionController(this, () => motionMode(this.motion));
  readonly #timeline = new TimelineController(this, {
    start: () => this.start(),
    steps: () => this.steps,
    pose: (step) => this.pose(this.stateOf(step)!),
    transition: () => this.transition && ((...way) => this.transition!(...way)),
    refuse: (step, problem) => warn('transition', refusal(this.localName, step, problem), this),
    // What plays goes on while a new layout is made, whose marks are not rendered yet.
    draw: (numbers) => this.#drawn !== undefined && this.draw(numbers),
  });
  #isPreparing = false;
  /** The step that is drawn into the present layout; undefined while nothing is. */
  #drawn: string | undefined;

  /** Size of the picture's box in pixels, and of its type. */
  protected get size(): SizeController {
    return this.#layout.size;
  }

  /** Whether the page is read from right to left here, as it was laid out last. */
  protected get rtl(): boolean {
    return this.#layout.rtl;
  }

  /**
   * Whether its picture plays now: for tests, which wait for its end.
   * @internal
   */
  get playing(): boolean {
    return this.#timeline.isPlaying;
  }

  /** The numbers before the first step. */
  protected abstract start(): Pose;
  /** The numbers at the end of a step; those that it does not name are as they were. */
  protected abstract pose(state: Row<D['stateColumns']>): Pose;
  /**
   * Gives the way from the pose before a step to the step's own a GSAP timeline: adds tweens of `numbers` to it, which is
   * paused. It plays when the step is entered and follows the scroll in a scrubbed one; either way the picture ends at
   * `to`. Numbers that no tween moves change evenly, and so do all where none is added or GSAP is not there.
   */
  protected transition?(
    from: Readonly<Pose>,
    to: Readonly<Pose>,
    timeline: Timeline,
    numbers: Pose,
  ): void;
  /**
   * Arranges the marks for the size, the data and the language; reads no layout. Where that is long, a generator, which
   * yields between its parts.
   */
  protected abstract layout(): Iterable<unknown> | void;
  /** Draws numbers into the marks; called at most once a frame. */
  protected abstract draw(numbers: Readonly<Pose>): void;
  /** The picture. Its text is Lit's; transforms and opacity of its marks are written by `draw` alone. */
  protected abstract renderPicture(): TemplateResult;
  /** The picture at the end of a step in a sentence, for a state that brings no description. */
  protected abstract describeState(state: Row<D['stateColumns']>): string;

  override connectedCallback(): void {
    super.connectedCallback();
    document.fonts.addEventListener('loadingdone', this.#fontsCame);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.fonts.removeEventListener('loadingdone', this.#fontsCame);
    this.#drawn = undefined;
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    const yieldBetween = this.yieldBetween ?? (this.#layout.isPostponed ? yieldToPage : undefined);
    return yieldBetween && this.hasUpdated && !this.#isPreparing
      ? this.#updateInParts(yieldBetween)
      : super.scheduleUpdate();
  }

  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    // The hot path of a scrubbed step: nothing but the numbers changes, so nothing is rendered.
    if (
      this.hasUpdated &&
      changed.size === 1 &&
      changed.has('progress') &&
      this.#drawn !== undefined
    ) {
      this.#show();
      return false;
    }
    return true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (isServer || !this.isConnected) return;
    super.willUpdate(changed);
    // Where another step comes, asking for a style would have the page styled in between.
    const work = this.#prepare(!(this.#layout.exists && changed.has('step')), !!this.yieldBetween);
    while (!work.next().done);
  }

  protected override updated(_changed: PropertyValues<this>): void {
    if (!this.#isPreparing) this.#present();
  }

  protected override render(): TemplateResult {
    const { exists, isAwaited } = this.#layout;
    // What is made slowly has its words with its picture.
    const waits = (this.yieldBetween && !this.hasUpdated) || isAwaited;
    return renderFrame({
      words: this.words,
      picture: exists ? this.renderPicture() : nothing,
      label: waits ? '' : this.describe(),
      notice: this.notice,
      hasTable: this.hasTable,
      toggled: this.showSource,
    });
  }

  /**
   * Says in a sentence what the picture shows at the end of a step; empty if there is no such step.
   * @param step the present one unless told
   */
  describe(step: string = this.step): string {
    const state = this.stateOf(step || this.steps.at(-1) || '');
    if (state && this.dataState === 'large') return this.notice;
    return state ? state.description || this.describeState(state) : '';
  }

  /**
   * A copy that stands still at the end of a step, with the same data; for print and for reading as text.
   * @param step name of a state
   */
  still(step: string): Element {
    const copy = this.cloneNode() as this;
    copy.removeAttribute('id');
    copy.copyDataOf(this);
    copy.step = step;
    copy.progress = 1;
    copy.motion = 'static';
    copy.inherit(this);
    return copy;
  }

  /** Takes over what a copy cannot have from attributes: all properties that are not the copy's own. */
  protected inherit(from: this): void {
    for (const [name, { state }] of (this.constructor as typeof SceneElement).elementProperties)
      if (!state && !ofCopy.has(name)) Object.assign(this, { [name]: from[name as keyof this] });
  }

  // Whoever waits for the data has work of its own to do then.
  protected override get beforeReady(): Promise<void> | undefined {
    return this.yieldBetween?.();
  }

  protected get picture(): HTMLElement | null {
    return this.renderRoot.querySelector('.picture');
  }

  /** Asks for a new layout and picture; for subclasses whose own properties changed. */
  protected override relayout(): void {
    this.#layout.request();
  }

  protected override renewed(): void {
    this.relayout();
  }

  /** @internal */
  override phrasesCame(): void {
    this.relayout();
    this.redescribed();
  }

  /** To be called where a layout has changed what the states' descriptions say. */
  protected redescribed(): void {
    this.dispatchEvent(new Event('scene-redescribed', { bubbles: true }));
  }

  // Words are measured to be placed, so a font that comes late changes where they stand. The probe's words tell of the
  // page's own font however it comes; this tells of others, such as that of numerals.
  #fontsCame = (): void => this.relayout();

  /** Reads the data and arranges the marks, and gives way to the page between the parts of that. */
  async #updateInParts(yieldBetween: () => Promise<void>): Promise<void> {
    this.#isPreparing = true;
    await inSlices(this.#prepare(true, true), yieldBetween, () => this.isConnected);
    await super.scheduleUpdate();
    if (this.#layout.exists) await layoutBeforePaint(this.picture!, yieldBetween);
    this.#isPreparing = false;
    // Without a size it was not made yet.
    if (this.#layout.exists) this.yieldBetween = undefined;
    this.#present();
  }

  *#prepare(readsDirection: boolean, slowly: boolean): Generator<unknown, void> {
    yield* this.readData();
    if (readsDirection) this.#layout.readDirection();
    yield* this.#layout.make(slowly);
  }

  #present(): void {
    if (this.#layout.isPostponed) this.requestUpdate();
    // After it has left the page nobody would end its timeline.
    if (!this.#layout.exists || !this.isConnected) return;
    if (this.#drawn === undefined) this.#timeline.rebuild();
    this.#show();
  }

  #show(): void {
    const step = this.step || this.steps.at(-1) || '';
    if (step && !this.stateOf(step)) {
      if (this.dataState !== 'loading')
        warn(
          'unknown-step',
          `<${this.localName}> has no step "${step}"; its steps are ${quoted(this.steps)}.`,
          this,
        );
      // What was never drawn is seen as before the first step.
      if (this.#drawn === undefined) this.draw(this.start());
      return;
    }
    const entered = this.#drawn !== undefined && this.#drawn !== step;
    const play = this.#motion.mode === 'full';
    const playback = !play || this.#drawn === undefined ? 'cut' : entered ? 'play' : 'follow';
    this.#drawn = step;
    const progress = this.#motion.mode === 'full' ? this.progress : 1;
    this.#timeline.show({ step, progress }, playback);
  }
}
