import { type CSSResultGroup, type TemplateResult } from 'lit';
import type { MotionMode } from '../../core/cue.js';
import { BaseElement, held, release } from '../../controllers/base-element.js';
import { isFramed } from '../../controllers/frame-controller.js';
import { property } from '../../controllers/property.js';
import { idsIn } from '../../story/fragment.js';
import { StoryProgressEvent } from '../../story/events.js';
import { noticeListeners } from '../../story/listened.js';
import { BringIn, slowly, type Part } from '../bring-in.js';
import { afterFrame } from '../frames.js';
import { parts, story } from './story.js';
import { storyStyles } from './story.styles.js';

/**
 * The finished story "Forty-one minutes" in one tag. It holds the words alone and depends on no scene and no
 * engine, so that the words stand even if what moves them fails to load. They come in pieces, a frame each, so that
 * the page around stays quick to answer, and after them the pictures; `updateComplete` settles when all is there.
 *
 * Its id is its name in deep links, `#id/step`; without one it is `forty-one-minutes`. Every custom property of
 * `<scroll-story>`, `<story-chapter>` and `<story-step>` works on it too.
 *
 * @summary The story "Forty-one minutes" in one tag.
 * @fires {StoryStepChangeEvent} story-step-change - Another step became active.
 * @fires {StoryProgressEvent} story-progress - The reader moved through the story. Where nobody listens on the story itself, a step that is not scrubbed tells at its ends and when a scroll has ended.
 * @fires {StoryCompleteEvent} story-complete - The reader reached the end.
 * @fires {StoryNavigateEvent} story-navigate - The address is about to name the active step; cancelable.
 * @csspart story - The story.
 * @csspart chapter - Each chapter.
 * @csspart step - Each step.
 * @cssprop --story-top - Height of what the host page keeps at the top of the window; looked for if not set.
 * @cssprop --story-font-size - Size of plain text, in rem or px; the reader's own if not set.
 * @cssprop --story-display-font - Font of titles and big numerals; the page's if not set.
 * @cssprop --story-paper - Background.
 * @cssprop --story-ink - Text and marks.
 * @cssprop [--story-gap=66svh] - Empty way after the words of a step, in which the picture is seen alone.
 * @cssprop [--story-stage-size=100svh] - Height of the stage, sticky headers included; if not set, that of what
 *   scrolls the story.
 */
export class FortyOneMinutes extends BaseElement {
  static override styles: CSSResultGroup = storyStyles;

  /** `light`, `dark`, `system`, or empty: as the host page's `color-scheme`. */
  @property() theme: string = '';

  /**
   * How pictures move: `full` plays and follows the scroll, `stepped` cuts and nothing moves by itself, `static` is
   * text with still pictures. Empty asks the reader's system.
   */
  @property() motion: MotionMode | '' = '';

  /** `off` leaves the page's address alone: no step is written into it, and none is read from it. */
  @property({ attribute: 'deep-links' }) deepLinks: 'on' | 'off' | '' = '';

  #prerendered = false;
  #story: Element | null = null;
  #coming: BringIn | undefined;
  #heights: ResizeObserver | undefined;

  constructor() {
    super();
    noticeListeners(this, StoryProgressEvent.eventName);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Heard before the story itself hears of it, which then has all its steps.
    for (const type of hasty) addEventListener(type, this.#finish);
    this.#come();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of hasty) removeEventListener(type, this.#finish);
    this.#heights?.disconnect();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // A declarative shadow root brings the same markup; it is kept, and its elements come alive where they stand.
    const story = this.shadowRoot?.querySelector('[part~="story"]');
    this.#prerendered = !!story;
    if (!story) {
      super.createRenderRoot();
      return new DocumentFragment();
    }
    const { top, height } = this.getBoundingClientRect();
    const root = this.shadowRoot!;
    // Its own style sheet, which says the same, unless a content security policy forbids that.
    if (!root.querySelector('style')?.sheet) super.createRenderRoot();
    if (this.#sought || top < innerHeight) {
      // It keeps its room while its words come alive: meanwhile they have other heights, which nobody sees, but which
      // would move the scroll of a page that is measured.
      this.style.minBlockSize = `${height}px`;
      afterFrame(() => (this.style.minBlockSize = ''));
      this.#story = story;
      release(story);
    } else {
      // What nobody sees yet comes piece by piece, as it would without a declarative shadow root.
      this.#story = story.cloneNode() as Element;
      this.#story.removeAttribute(held);
      story.setAttribute(held, '');
      this.#bring(story, this.#story, []);
    }
    return root;
  }

  /** The host page is painted first, but for a reader who is on the way to a place in the story. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated && !this.#prerendered && !this.#sought)
      await new Promise<void>(afterFrame);
    await super.scheduleUpdate();
  }

  protected override shouldUpdate(): boolean {
    const first = !this.hasUpdated && !this.#prerendered;
    if (!first) this.#pass();
    return first;
  }

  protected override firstUpdated(): void {
    this.#story = this.renderRoot.querySelector('[part~="story"]');
    this.#pass();
    this.#bring(this.renderRoot, this.shadowRoot!, parts());
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const result = await super.getUpdateComplete();
    await this.#coming?.complete;
    return result;
  }

  protected override render(): TemplateResult {
    return story(false);
  }

  #bring(start: ParentNode & Node, into: ParentNode & Node, rest: Iterable<Part>): void {
    const cover = start.querySelector('.cover');
    if (cover && !this.#sought) slowly(cover);
    this.#coming = new BringIn(start, into, rest);
    // Until then nobody complains of what is missing.
    this.#story?.setAttribute('data-coming', '');
    if (this.#sought) this.#coming.finish(isFramed());
    this.#come();
    void this.#coming.complete.then(() => {
      this.#story?.removeAttribute('data-coming');
      this.#tellHeight();
    });
    if (!isFramed()) return;
    this.#heights = new ResizeObserver(this.#tellHeight);
    this.#heights.observe(this);
  }

  /**
   * Whether its words must be there at once: the reader comes to a place in the story, or back to one, or the host of a
   * frame may measure what is in it.
   */
  get #sought(): boolean {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return (
      isFramed() ||
      (this.deepLinks !== 'off' &&
        idsIn(location.hash, this.id || 'forty-one-minutes').length > 0) ||
      (!!entry && entry.type !== 'navigate' && document.readyState !== 'complete')
    );
  }

  /**
   * Scripts that watch a page to make its frame as tall (iframe-resizer) see no change inside a shadow root, but an
   * attribute that changes.
   */
  #tellHeight = (): void => {
    if (isFramed()) this.setAttribute('data-height', String(this.offsetHeight));
  };

  #come(): void {
    this.#coming?.run(() => this.isConnected);
  }

  #finish = (event: Event): void => this.#coming?.finish(event.type === 'beforeprint');

  #pass(): void {
    const inner = this.#story;
    if (this.id) inner?.setAttribute('name', this.id);
    const { theme, motion, deepLinks } = this;
    for (const [name, value] of Object.entries({ theme, motion, 'deep-links': deepLinks })) {
      if (value) inner?.setAttribute(name, value);
      else inner?.removeAttribute(name);
    }
  }
}

/** What wants the whole story at once. */
const hasty = ['beforeprint', 'hashchange'];
