import { nothing } from 'lit';
import type { MotionMode } from '../core/cue.js';
import { BaseElement, held, release } from '../controllers/base-element.js';
import { allIn } from '../controllers/descendants.js';
import { isFramed } from '../controllers/frame-controller.js';
import { property } from '../controllers/property.js';
import { StoryProgressEvent } from '../story/events.js';
import { idsIn } from '../story/fragment.js';
import { noticeListeners } from '../story/listened.js';
import { BringIn, slowly, type Part } from './bring-in.js';
import { afterFrame } from './frames.js';

/**
 * A finished story in one tag: what `communique build` makes. It holds the words and depends on no scene and no engine,
 * so that the words stand even if what moves them fails to load. They come in pieces, a frame each, so that the page
 * around stays quick to answer, and after them the pictures; `updateComplete` settles when all is there.
 *
 * Inside its tag the page may have the words already: as plain HTML, which is replaced when the story comes, or in a
 * declarative shadow root, whose elements come alive where they stand.
 *
 * Its id is its name in deep links, `#id/step`; without one it is the name of its tag. Every custom property of
 * `<scroll-story>`, `<story-chapter>` and `<story-step>` works on it too.
 */
export abstract class PublishedStory extends BaseElement {
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
  /** Shows the words that the page has in the tag until the story's own are there. */
  #pageWords: HTMLSlotElement | undefined;
  #replaced: Promise<void> | undefined;
  #heights: ResizeObserver | undefined;

  constructor() {
    super();
    noticeListeners(this, StoryProgressEvent.eventName);
  }

  /** The name of the story in deep links where its element has no id. */
  protected abstract readonly defaultName: string;

  /** The start of the story, or all of it, outside of the page; `[part~="story"]` is its `<scroll-story>`. */
  protected abstract start(): DocumentFragment;

  /** What makes the start whole, in reading order. */
  protected rest(): Iterable<Part> {
    return [];
  }

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
    // A declarative shadow root brings the same markup; it is kept, and its elements come alive where they stand.
    const story = this.shadowRoot?.querySelector('[part~="story"]');
    this.#prerendered = !!story;
    if (!story) {
      if (this.firstElementChild) this.#pageWords = document.createElement('slot');
      this.#keepPlace(
        (id) => this.#stepInPage(id),
        () => {
          const root = super.createRenderRoot();
          if (this.#pageWords) root.append(this.#pageWords);
        },
      );
      return this.shadowRoot!;
    }
    const { top, height } = this.getBoundingClientRect();
    const root = this.shadowRoot!;
    // Its own style sheet, which says the same, unless a content security policy forbids that.
    if (!root.querySelector('style')?.sheet) super.createRenderRoot();
    if (this.#sought || top < innerHeight) {
      this.#story = story;
      const elements = this.elements();
      const revive = (): void => this.#revive(height);
      if (elements) elements.then(revive, revive);
      else revive();
    } else {
      // What nobody sees yet comes piece by piece, as it would without a declarative shadow root.
      this.#story = story.cloneNode() as Element;
      this.#story.removeAttribute(held);
      story.setAttribute(held, '');
      this.#bring(story, this.#story, []);
    }
    return root;
  }

  /** Has the elements of a declarative shadow root come alive. */
  #revive(height: number): void {
    // It keeps its room while its words come alive: meanwhile they have other heights, which nobody sees, but which
    // would move the scroll of a page that is measured.
    this.style.minBlockSize = `${height}px`;
    afterFrame(() => (this.style.minBlockSize = ''));
    release(this.#story!);
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
    const start = this.start();
    this.#story = start.querySelector('[part~="story"]');
    this.#pass();
    this.#bring(start, this.shadowRoot!, this.rest());
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const result = await super.getUpdateComplete();
    await this.#coming?.complete;
    return result;
  }

  protected override render(): unknown {
    return nothing;
  }

  #bring(start: ParentNode & Node, into: ParentNode & Node, rest: Iterable<Part>): void {
    const cover = start.querySelector('.cover');
    if (cover && !this.#sought) slowly(cover);
    this.#coming = new BringIn(start, into, rest, {
      ready: this.elements(),
      whole: () => void (this.#replaced = this.#replace()),
    });
    // Until then nobody complains of what is missing.
    this.#story?.setAttribute('data-coming', '');
    // What the reader sees is replaced in one go.
    if (this.#sought || (this.#pageWords && isInView(this))) this.#coming.finish(isFramed());
    this.#come();
    void this.#coming.complete.then(async () => {
      await this.#replaced;
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
    this.#keepPlace(
      (id) => this.shadowRoot!.getElementById(id),
      () => {
        slot.remove();
        this.toggleAttribute(whole, true);
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

/** Marks a story whose own words are shown: style sheets of the page may have others for the time before. */
const whole = 'data-whole';

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top < innerHeight && bottom > 0;
}

/** What wants the whole story at once. */
const hasty = ['beforeprint', 'hashchange'];
