import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { isScene, motionMode, type MotionMode } from '../core/cue.js';
import { phrases } from '../core/phrases.js';
import { aboutParagraph } from '../core/paragraph.js';
import type { Place } from '../core/place.js';
import { clamp01 } from '../core/timing.js';
import { warn } from '../core/warn.js';
import { langOf } from '../controllers/ancestors.js';
import { BaseElement } from '../controllers/base-element.js';
import { allIn } from '../controllers/descendants.js';
import { nameOf } from '../controllers/foreign.js';
import { FrameController } from '../controllers/frame-controller.js';
import { MotionController } from '../controllers/motion-controller.js';
import { property, state } from '../controllers/property.js';
import { ScrollController } from '../controllers/scroll-controller.js';
import { registerTokens } from '../styles/tokens.styles.js';
import { StoryAddress } from './address.js';
import { onPlainClick, position, renderControls } from './controls.js';
import { StoryCompleteEvent, StoryProgressEvent, StoryStepChangeEvent } from './events.js';
import { stuckInsets, warnOfNarrowParent } from './host-page.js';
import { isListenedTo, noticeListeners } from './listeners.js';
import { AttributeGuard } from './attribute-guard.js';
import { StoryChapter, loading, isLoading } from './story-chapter.js';
import { storyStyles } from './scroll-story.styles.js';
import type { StoryStep } from './story-step.js';
import { lengthOf, wordsIn } from './story-length.js';

/**
 * A story: chapters of steps, driven by scrolling. It says at its start how long it is, knows where the reader
 * is, gives the cue to the scenes, and lets the reader choose how pictures move.
 *
 * @summary A scroll-driven story.
 * @slot - The chapters.
 * @slot header - The start of the story: a title, a few sentences, perhaps a picture.
 * @fires {StoryStepChangeEvent} story-step-change - Another step became active.
 * @fires {StoryProgressEvent} story-progress - The reader moved through the story. Where nobody listens on the story itself, a step that is not scrubbed tells at its ends and when a scroll has ended.
 * @fires {StoryCompleteEvent} story-complete - The reader reached the end.
 * @fires {StoryNavigateEvent} story-navigate - The address is about to name the active step; cancelable.
 * @csspart meta - How long the story is, and the ways past it.
 * @csspart controls - The bar at the foot. What is in it goes by its `color`.
 * @csspart panel - The list of steps that the bar opens.
 * @cssprop --story-top - Height of what the host page keeps at the top of the window; looked for if not set.
 * @cssprop --story-font-size - Size of plain text, in rem or px; the reader's own if not set.
 * @cssprop --story-display-font - Font of titles and big numerals; the page's if not set.
 * @cssprop [--story-bar=var(--story-paper)] - Background of the bar.
 * @cssprop --story-bar-ink - Text, ticks and focus ring of the bar; black or white on a `--story-bar`, if not set.
 * @cssprop --story-view-height - Height of what scrolls the story; to be read, not set. Style sheets for the words use it in place of `100svh`, so that no height follows that of a frame that is as tall as its content.
 * @cssprop --story-paper - Background.
 * @cssprop --story-card - Background of words that lie over a picture.
 * @cssprop --story-ink - Text and marks.
 * @cssprop --story-muted - Lesser text.
 * @cssprop --story-faint - Lines and rules.
 * @cssprop --story-mark - Marks that are there but not in question.
 * @cssprop --story-land - Land on maps.
 * @cssprop --story-a - First colour with a meaning; also the ring round what has the focus.
 * @cssprop --story-b - Second colour with a meaning.
 * @cssprop --story-c - Third colour with a meaning.
 * @cssprop --story-d - Fourth colour with a meaning.
 */
export class ScrollStory extends BaseElement {
  static override styles: CSSResultGroup = storyStyles;

  /**
   * How pictures move: `full` plays and follows the scroll, `stepped` cuts and nothing moves by itself, `static` is
   * text with still pictures. Empty, or anything else, asks the reader's system. The reader can change it in the bar.
   */
  @property() motion: MotionMode | '' = '';

  /** `light`, `dark`, `system` (as the reader's system), or empty: as the host page's `color-scheme`. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'system' | '' = '';

  /** The story's name in deep links, `#name/step`; its id if empty. Without either there are no deep links. */
  @property() name: string = '';

  /**
   * `off` leaves the page's address alone: no step is written into it, and none is read from it. For pages whose router
   * keeps its routes in the fragment.
   */
  @property({ attribute: 'deep-links' }) deepLinks: 'on' | 'off' | '' = '';

  /** Where a step becomes active, as a share of the viewport's height from its top, 0 to 1. For anything else it is 0.7, and the console says so. */
  @property({ type: Number }) offset: number = 0.7;

  /** The step that the bar shows. */
  @state() private _index = -1;
  @state() private _near = false;
  @state() private _open = false;
  @state() private _said = '';
  @state() private _broken = false;

  readonly #scroll = new ScrollController(this, {
    steps: () => this.#steps,
    offset: () => this.#line,
    onPlace: (place) => this.#moveTo(place),
    isFollowed: (at) =>
      isListenedTo(this, StoryProgressEvent.eventName) ||
      (this.#mode === 'full' && this.#steps[at]?.scrub),
    onNear: () => this.#approach(),
    onBroken: (ancestor) => this.#standStill(ancestor),
    instead: () => this.frame.place,
  });
  /** @internal */
  readonly frame: FrameController = new FrameController(this, () => this.#scroll.refresh());
  readonly #motion = new MotionController(this, () =>
    this._broken || this.frame.isStill ? 'static' : motionMode(this.motion),
  );
  readonly #address = new StoryAddress(this, (hash) => this.#followAddress(hash));
  #chapters: StoryChapter[] = [];
  #steps: StoryStep[] = [];
  /** The chapters, each with its steps. */
  #order: Element[] = [];
  #active: StoryStep | undefined;
  #index = -1;
  #changes: MutationObserver | undefined;
  #progress = 0;
  #complete = false;
  #mode: MotionMode | undefined;
  #words: number | undefined;
  #changed: MutationRecord[] = [];
  #anew = true;
  #relisted = false;

  constructor() {
    super();
    registerTokens();
    noticeListeners(this, StoryProgressEvent.eventName, () => this.#scroll.look());
    new AttributeGuard(this, {
      active: () => this.#active,
      onRemoved: () => this.#restoreAttributes(),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#changes = new MutationObserver((records) => {
      // Whether anything scrolls the story is seen when all of it is there.
      this.#relisted ||= records.some(({ attributeName }) => attributeName === loading);
      for (const record of records)
        // A scene tells its step by an attribute of the same name as that which a step asks by.
        if (
          record.attributeName !== loading &&
          (record.attributeName !== 'step' || !isScene(record.target))
        )
          this.#changed.push(record);
      if (this.#changed.length || this.#relisted) this.requestUpdate();
    });
    this.#changes.observe(this, {
      childList: true,
      subtree: true,
      attributeFilter: ['id', 'step', 'scene', 'hidden', 'slot', 'layout', loading],
    });
    this._broken = false;
    this.#anew = true;
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#changes?.disconnect();
    this.#index = this._index = -1;
    this._near = this.#complete = false;
    this.#progress = 0;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('offset') && !(this.offset >= 0 && this.offset <= 1))
      warn(
        'offset',
        `<${this.localName}> has offset "${this.offset}"; give a number from 0 to 1.`,
        this,
      );
    const collected = this.#anew || this.#changed.length > 0;
    if (collected) this.#collect();
    const mode = this.#motion.mode;
    if (mode === this.#mode && !collected) return;
    if (mode !== this.#mode) this.#scroll.expectLayout();
    this.#mode = mode;
    this.toggleAttribute('data-still', mode === 'static');
    for (const chapter of this.#chapters) chapter.motion = mode;
    this.#show(this.#scroll.place);
  }

  protected override updated(): void {
    if (this.#relisted) this.#scroll.refresh();
    this.#relisted = false;
  }

  protected override firstUpdated(): void {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    // On a reload or on the way back the browser puts the reader where they were, which is better than the link.
    // Without a link there is nothing to follow but the address that the story itself is about to set.
    if (this.#address.asked && (!entry || entry.type === 'navigate'))
      requestAnimationFrame(() => this.#followAddress(location.hash));
  }

  protected override render(): TemplateResult {
    const lang = langOf(this);
    const words = phrases(lang);
    const count = this.#steps.length;
    const mode = this.#mode ?? 'full';
    return html`
      <div class="start">
        <slot name="header"></slot>
        <p class="meta" part="meta">
          <span><bdi .textContent=${isLoading(this) ? '\u00a0' : this.#length(lang)}></bdi></span>
          <a href=${location.href} @click=${this.#skip}><span .textContent=${words.skip}></span></a>
          <button @click=${() => this.#choose(mode === 'static' ? 'full' : 'static')}>
            <span .textContent=${mode === 'static' ? words.showMoving : words.readAsText}></span>
          </button>
        </p>
      </div>
      ${this._broken ? html`<p class="warning" role="note" .textContent=${words.notMoving}></p>` : nothing}
      <slot></slot>
      <p class="end hidden-words" tabindex="-1" .textContent=${words.skipped}></p>
      ${
        count
          ? renderControls({
              words,
              lang,
              chapters: this.#chapters,
              steps: this.#steps,
              index: this._index,
              first: this.frame.stepper ? -1 : 0,
              off: !this.frame.stepper && (!this._near || this._index < 0),
              open: this._open,
              motion: mode,
              said: this._said,
              href: (step) => this.#address.hrefOf(step),
              visit: (step) => {
                this.#visit(step);
                this.#address.show(step);
              },
              go: (index) => (index < 0 ? this.frame.stepper?.go(index) : this.goTo(index)),
              choose: (chosen) => this.#choose(chosen),
              toggle: (open) => (this._open = open),
            })
          : nothing
      }
    `;
  }

  /** The steps of the story, in reading order. */
  get steps(): readonly StoryStep[] {
    return this.#steps;
  }

  /**
   * Scrolls to a step.
   * @param step its index, from 0, or its id
   * @returns {boolean} whether there is such a step
   */
  goTo(step: number | string): boolean {
    const index = typeof step === 'number' ? step : this.#steps.findIndex(({ id }) => id === step);
    const target = this.#steps[index];
    if (!target) return false;
    if (this.frame.stepper) this.frame.stepper.go(index);
    else this.#scroll.scrollTo(index, target.scrub && this.#mode === 'full' ? target.end : 0);
    this._said = `${position(index, this.#steps.length, langOf(this))}: ${target.label}`;
    return true;
  }

  /** How long the story is. */
  #length(lang: string | undefined): string {
    this.#words ??= wordsIn(this.#steps);
    return lengthOf(this.#steps.length, this.#words, lang);
  }

  get #line(): number {
    return this.offset >= 0 && this.offset <= 1 ? this.offset : 0.7;
  }

  /** Finds the chapters and steps. What a chapter knows holds until something in it changes. */
  #collect(): void {
    const [chapters, changed] = [this.#chapters, this.#changed];
    const anew = this.#anew;
    this.#anew = false;
    this.#changed = [];
    this.#chapters = allIn(this).filter((node) => node instanceof StoryChapter);
    for (const chapter of this.#chapters)
      if (
        anew ||
        !chapters.includes(chapter) ||
        changed.some((record) => chapter.isChangedBy(record))
      )
        chapter.refresh();
    this.#steps = this.#chapters.flatMap((chapter) => chapter.steps);
    for (const step of this.#steps) if (step !== this.#active) step.active = false;
    this.#words = undefined;
    // A step that comes into the next chapter is where it was among the steps, and elsewhere on the page.
    const order = this.#chapters.flatMap((chapter) => [chapter, ...chapter.steps]);
    this.#relisted ||=
      anew ||
      order.length !== this.#order.length ||
      order.some((one, at) => one !== this.#order[at]) ||
      this.#steps[this.#index]?.active === false;
    this.#order = order;
    if (!this.#steps.length && !isLoading(this) && document.readyState !== 'loading')
      warn(
        'no-steps',
        `<${this.localName}> has no steps; put a chapter with steps in it.${aboutParagraph(this)}`,
        this,
      );
  }

  #moveTo(place: Place): void {
    const before = this.#index;
    const { index } = place;
    const step = this.#steps[index];
    this.#show(place);
    // Another step may have come to stand where the last one stood.
    if (index !== before || step?.active === false) {
      if (this.#active) this.#active.active = false;
      if (step) step.active = true;
      this.#active = step;
      this.#index = index;
      const direction = index > before ? 'down' : 'up';
      this.dispatchEvent(
        new StoryStepChangeEvent(step?.id ?? '', index, this.#steps.length, direction),
      );
      // The bar, and an address, over which a browser takes some milliseconds: a task of their own, after the picture.
      setTimeout(() => {
        this._index = this.#index;
        if (this.isConnected) this.#address.show(this.#active);
      });
    }
    const count = this.#steps.length;
    const progress = index < 0 ? 0 : clamp01((index + place.progress) / count);
    if (progress !== this.#progress) {
      this.#progress = progress;
      this.dispatchEvent(new StoryProgressEvent(progress));
    }
    if (progress === 1 && !this.#complete) {
      this.#complete = true;
      this.dispatchEvent(new StoryCompleteEvent());
    }
  }

  #show({ index, progress }: Place): void {
    let first = 0;
    for (const chapter of this.#chapters) {
      chapter.show(index - first, progress);
      first += chapter.steps.length;
    }
  }

  /** The bar shows from now on, and the stage leaves room for what the host page keeps at the top. */
  #approach(): void {
    this._near = true;
    warnOfNarrowParent(this);
    const { top, foot } = stuckInsets(this, this.#scroll.view);
    this.style.setProperty('--_foot', `${foot}px`);
    if (getComputedStyle(this).getPropertyValue('--story-top').trim()) return;
    this.style.setProperty('--_top', `${top}px`);
  }

  /** Sets all marks again, and tells nobody: the reader has not moved. */
  #restoreAttributes(): void {
    this.#anew = true;
    if (this.#active) this.#active.active = true;
    if (this._near) this.#approach();
    this.requestUpdate();
  }

  #standStill(ancestor: Element | undefined): void {
    if (isLoading(this) || this.frame.stepper) return;
    this._broken = !!ancestor;
    if (!ancestor) return;
    warn(
      'overflow',
      `<${this.localName}> cannot pin its pictures: the ancestor ${nameOf(ancestor)} has overflow "${getComputedStyle(ancestor).overflow}". Give it overflow: clip or visible.`,
      this,
    );
  }

  #followAddress(hash: string): void {
    const step = this.#address.stepIn(hash);
    if (!step) return;
    this.#visit(step);
    this.#scroll.hold();
  }

  /** Takes the reader to a step, and the focus with them. */
  #visit(step: StoryStep): void {
    this.goTo(this.#steps.indexOf(step));
    this._open = false;
    step.tabIndex = -1;
    step.focus({ preventScroll: true });
  }

  #choose(mode: MotionMode): void {
    const step = this.#steps[this.#index];
    this.motion = mode;
    this._open = false;
    // The story becomes longer or shorter: the reader stays at the step that they were at.
    if (step) void this.updateComplete.then(() => requestAnimationFrame(() => this.goTo(step.id)));
  }

  #skip = onPlainClick(() => {
    const end = this.renderRoot.querySelector<HTMLElement>('.end')!;
    end.focus({ preventScroll: true });
    this.#scroll.jump(() => this.scrollIntoView({ block: 'end', behavior: 'instant' }));
  });
}
