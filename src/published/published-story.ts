import { nothing } from 'lit';
import type { MotionMode } from '../core/cue.js';
import { addPhrases, type Phrases } from '../core/phrases.js';
import { BaseElement } from '../controllers/base-element.js';
import { allIn } from '../controllers/descendants.js';
import { isFramed } from '../controllers/frame-controller.js';
import { property } from '../controllers/property.js';
import { StoryProgressEvent } from '../story/events.js';
import { idsIn } from '../story/fragment.js';
import { noticeListeners } from '../story/listeners.js';

import { afterFrame } from './frames.js';
import { PiecewiseInsertion, slowly } from './piecewise-insertion.js';

/**
 * A finished story in one tag: what `communique build` makes. It holds the words and depends on no scene and no engine,
 * so that the words stand even if what moves them fails to load. They come in pieces, a frame each, so that the page
 * around stays quick to answer, and after them the pictures; `updateComplete` settles when all is there.
 *
 * Inside its tag the page may have the words already, as plain HTML, which is replaced when the story comes.
 *
 * Its id is its name in deep links, `#id/step`; without one it is the name of its tag. Every custom property of
 * `<scroll-story>`, `<story-chapter>` and `<story-step>` works on it too.
 *
 * @tag my-story
 * @summary A finished story in one tag, of the name that `communique build` gives it, such as `<forty-one-minutes>`.
 * @fires {StoryStepChangeEvent} story-step-change - Another step became active.
 * @fires {StoryProgressEvent} story-progress - The reader moved through the story. Where nobody listens on the story itself, a step that is not scrubbed tells at its ends and when a scroll has ended.
 * @fires {StoryCompleteEvent} story-complete - The reader reached the end.
 * @fires {StoryNavigateEvent} story-navigate - The address is about to name the active step; cancelable.
 * @csspart page - All of it: the story and what stands around it in its page.
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
export abstract class PublishedStory extends BaseElement {
  /**
   * Gives the elements of the story other phrases, or those of another language:
   * `customElements.get('my-story').definePhrases('fr', { skip: 'Passer' })`.
   */
  static readonly definePhrases: (lang: string, phrases: Partial<Phrases>) => void = addPhrases;

  /** `light`, `dark`, `system`, or empty: as the host page's `color-scheme`. */
  @property() theme: string = '';

  /**
   * How pictures move: `full` plays and follows the scroll, `stepped` cuts and nothing moves by itself, `static` is
   * text with still pictures. Empty asks the reader's system.
   */
  @property() motion: MotionMode | '' = '';

  /** `off` leaves the page's address alone: no step is written into it, and none is read from it. */
  @property({ attribute: 'deep-links' }) deepLinks: 'on' | 'off' | '' = '';

  #story: Element | null = null;
  #insertion: PiecewiseInsertion | undefined;
  /** Shows the words that the page has in the tag until the story's own are there. */
  #pageWords: HTMLSlotElement | undefined;
  #replaced: Promise<void> | undefined;
  /** Settles when all of the story is there, in the place of the page's words. */
  #whole: Promise<void> | undefined;
  #heights: ResizeObserver | undefined;

  constructor() {
    super();
    noticeListeners(this, StoryProgressEvent.eventName);
  }

  /** The name of the story in deep links where its element has no id. */
  protected abstract readonly defaultName: string;

  /** The story, outside of the page; `[part~="story"]` is its `<scroll-story>`. */
  protected abstract content(): DocumentFragment;

  /** Loads the scenes and whatever else is not there with the words; pictures wait for it. */
  protected elements(): Promise<unknown> | undefined {
    return undefined;
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
    if (this.firstElementChild) this.#pageWords = document.createElement('slot');
    let root: HTMLElement | DocumentFragment;
    this.#keepPlace(
      (id) => this.#stepInPage(id),
      () => {
        root = super.createRenderRoot();
        if (this.#pageWords) root.append(this.#pageWords);
      },
    );
    return root!;
  }

  /** The host page is painted first, but for a reader who is on the way to a place in the story. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated && !this.#sought) await new Promise<void>(afterFrame);
    await super.scheduleUpdate();
  }

  protected override shouldUpdate(): boolean {
    if (this.hasUpdated) this.#pass();
    return !this.hasUpdated;
  }

  protected override firstUpdated(): void {
    const content = this.content();
    this.#story = content.querySelector('[part~="story"]');
    this.#pass();
    this.#insert(content);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const result = await super.getUpdateComplete();
    await this.#whole;
    return result;
  }

  protected override render(): unknown {
    return nothing;
  }

  #insert(content: DocumentFragment): void {
    const cover = content.querySelector('.cover');
    if (cover && !this.#sought) slowly(cover);
    this.#insertion = new PiecewiseInsertion(content, this.shadowRoot!, {
      ready: this.elements(),
      onWords: () => void (this.#replaced = this.#replace()),
    });
    // Until then nobody complains of what is missing.
    this.#story?.setAttribute('data-loading', '');
    // What the reader sees is replaced in one go.
    if (this.#sought || (this.#pageWords && isInView(this))) this.#insertion.finish(isFramed());
    this.#come();
    this.#whole = this.#insertion.complete.then(async () => {
      await this.#replaced;
      this.#story?.removeAttribute('data-loading');
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
      (this.deepLinks !== 'off' && idsIn(location.hash, this.id || this.defaultName).length > 0) ||
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

  /**
   * Puts the story's words in the place of those that the page had in the tag; a reader who is in them stays at the same
   * step. The page's words stay in the document, unseen, for reader modes and for what collects a page's text.
   */
  #replace = async (): Promise<void> => {
    const slot = this.#pageWords;
    if (!slot) return;
    // Below the page's words the story takes its own heights first.
    for (const element of [this.#story!, ...allIn(this.#story!)])
      if (element instanceof BaseElement) await element.updateComplete;
    await new Promise<void>(afterFrame);
    // What is out of view may move, and costs one layout less.
    const own = isInView(this)
      ? [...this.shadowRoot!.children].filter(
          (child): child is HTMLElement => child instanceof HTMLElement && child !== slot,
        )
      : [];
    // A box that is made anew has not moved: to the browser, and to who measures shifts, nothing does.
    for (const child of own) child.style.display = 'none';
    for (const child of own) void getComputedStyle(child).display;
    this.#keepPlace(
      (id) => this.shadowRoot!.getElementById(id),
      () => {
        slot.remove();
        this.toggleAttribute(whole, true);
        for (const child of own) child.style.removeProperty('display');
      },
    );
    this.#pageWords = undefined;
  };

  /** A step in the words that the page has in the tag. */
  #stepInPage(id: string): Element | null {
    return this.querySelector(`[data-step="${CSS.escape(id)}"]`);
  }

  /**
   * Changes what is shown, and keeps a reader of the page's words at the same step.
   * @param find gives the step as it is after the change
   */
  #keepPlace(find: (id: string) => Element | null, change: () => void): void {
    const topOf = (element: Element): number => element.getBoundingClientRect().top;
    const isRead = this.#pageWords && isInView(this) && topOf(this) < 0;
    const steps = isRead ? [...this.querySelectorAll<HTMLElement>('[data-step]')] : [];
    // In plain words several steps are seen at once; a reader is in the uppermost of them.
    const step = steps.filter((one) => topOf(one) <= innerHeight / 4).at(-1);
    const before = step && topOf(step);
    change();
    const after = step && find(step.dataset['step']!);
    if (after) scrollBy({ top: topOf(after) - before!, behavior: 'instant' });
  }

  #come(): void {
    this.#insertion?.run(() => this.isConnected);
  }

  #finish = (event: Event): void => this.#insertion?.finish(event.type === 'beforeprint');

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

/** Marks a story whose own words are shown: style sheets of the page may have others for the time before. */
const whole = 'data-whole';

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top < innerHeight && bottom > 0;
}

/** What wants the whole story at once. */
const hasty = ['beforeprint', 'hashchange'];
