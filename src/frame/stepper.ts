import { css } from 'lit';
import { frameChanged, type Stepper } from '../controllers/frame-controller.js';
import { nowhere, type Place } from '../core/place.js';
import type { ScrollStory } from '../story/scroll-story.js';
import { StoryChapter } from '../story/story-chapter.js';
import type { StoryStep } from '../story/story-step.js';

/** Marks a story, and the chapter and the step that are shown. */
const mark = 'data-shown';

const ofStory = css`
  :host {
    display: grid;
    grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    block-size: 100svh;
    overflow: clip;
  }
  :host::before,
  .end,
  .start,
  .meta a {
    display: none;
  }
  ::slotted(:not([slot='header'], [data-shown])) {
    display: none !important;
  }
  ::slotted([data-shown]) {
    block-size: 100%;
  }
  /* The start scrolls in itself: the title, and whatever stands beside the chapters. */
  :host([data-shown='start']) {
    display: block;
    overflow: auto;
  }
  :host([data-shown='start']) .start {
    display: block;
    min-block-size: calc(100% - var(--_bar));
  }
  ::slotted([slot='header']) {
    min-block-size: 0 !important;
    padding-block: 1em 0.5em !important;
  }
  .meta {
    position: static;
    margin: 0 var(--_side) 1em;
  }
`;

const ofChapter = css`
  .track {
    --_gap: 0px !important;
    --_indent: 0px !important;
    --_width: 100% !important;
    --_pad: 0px !important;
    --_card-paper: transparent !important;
    --_card-line: transparent !important;
    display: grid !important;
    box-sizing: border-box;
    block-size: 100%;
    gap: 0 1em;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 1.2fr) !important;
    padding: 0.75em 1em 0.5em;
  }
  .head {
    display: none;
  }
  :host([data-shown='first']) .head {
    display: block;
    min-block-size: 0 !important;
    padding-block: 0 0.5em !important;
  }
  .head h2,
  ::slotted([slot='heading']) {
    font-size: 1.25em !important;
    padding: 0 !important;
    border: 0 !important;
  }
  /* A heading in a box has a size of its own from there on. */
  ::slotted([slot='heading']:not(h1, h2, h3)) {
    font-size: 0.75em !important;
  }
  .steps {
    grid-area: 2 / 1 !important;
    overflow: auto;
    pointer-events: auto;
  }
  .stage {
    grid-area: 1 / 2 / 3 / 3 !important;
    position: relative !important;
    align-self: stretch;
    block-size: 100% !important;
    padding: 0 !important;
    --scene-inset-bottom: 0px !important;
    --scene-inset-left: 0px !important;
    --scene-inset-right: 0px !important;
  }
  .steps ::slotted(*) {
    --_after: 0px;
  }
  @container (max-width: 30em) {
    .track {
      grid-template: minmax(0, 1fr) auto minmax(0, 0.9fr) / minmax(0, 1fr) !important;
    }
    .head {
      grid-area: 2 / 1;
    }
    .steps {
      grid-area: 3 / 1 !important;
    }
    .stage {
      grid-area: 1 / 1 !important;
    }
  }
  /* A chapter without pictures that stay, and one that is read as text. */
  :host([data-plain]) .track,
  :host([motion='static']) .track {
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) !important;
  }
  :host([data-plain]) .stage,
  :host([motion='static']) .stage {
    position: absolute !important;
    inline-size: 0;
    block-size: 0 !important;
  }
  :host(:is([data-plain], [motion='static'])) .head {
    grid-area: 1 / 1;
  }
  :host(:is([data-plain], [motion='static'])) .steps {
    grid-area: 2 / 1 !important;
  }
`;

const ofStep = css`
  :host {
    --_after: 0px !important;
    margin: 0 !important;
  }
  :host(:not([data-shown])) {
    display: none !important;
  }
`;

/** What the keys do: so many steps on. */
const keys: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  PageDown: 1,
  PageUp: -1,
  ' ': 1,
  Home: -Infinity,
  End: Infinity,
};

/** What has keys of its own. */
const ownKeys = 'input, select, textarea, summary, audio, video, [contenteditable], .panel';

/** Gives an element more styles, and takes them back. */
function dress(element: Element, { styleSheet }: typeof ofStory, on: boolean): void {
  const root = element.shadowRoot;
  if (!root) return;
  const others = root.adoptedStyleSheets.filter((sheet) => sheet !== styleSheet);
  root.adoptedStyleSheets = on ? [...others, styleSheet!] : others;
}

const wordsOf = (chapter: StoryChapter): HTMLElement =>
  chapter.shadowRoot!.querySelector('.steps')!;

/** Turns the pages of a story in a small frame: a step, its words and its picture, is one. */
class Pages implements Stepper {
  readonly #story: ScrollStory;
  readonly #changes = new MutationObserver(() => this.#show());
  #at = -1;

  constructor(story: ScrollStory) {
    this.#story = story;
    this.#at = story.steps.findIndex(({ active }) => active);
    addEventListener('keydown', this.#onKey);
    this.#changes.observe(story, { childList: true, subtree: true });
    story.frame.stepper = this;
    this.go(this.#at);
  }

  end(): void {
    this.#changes.disconnect();
    removeEventListener('keydown', this.#onKey);
    this.#dress(false);
    const story = this.#story;
    story.frame.stepper = undefined;
    story.frame.turn();
    story.goTo(this.#at);
  }

  get place(): Place {
    return this.#at < 0 ? nowhere : { index: this.#at, progress: 1 };
  }

  go(index: number): void {
    const story = this.#story;
    this.#at = Math.max(-1, Math.min(index, story.steps.length - 1));
    this.#show();
    // Each begins at its start.
    for (const box of [story, ...this.#chapters.map(wordsOf)]) box.scrollTop = 0;
    story.frame.turn();
  }

  get #chapters(): StoryChapter[] {
    return [...this.#story.querySelectorAll('*')].filter((one) => one instanceof StoryChapter);
  }

  #dress(on: boolean): void {
    const story = this.#story;
    dress(story, ofStory, on);
    for (const chapter of this.#chapters) dress(chapter, ofChapter, on);
    for (const step of story.steps) dress(step, ofStep, on);
    for (const one of [story, ...story.querySelectorAll(`[${mark}]`)]) one.removeAttribute(mark);
  }

  #show(): void {
    const story = this.#story;
    this.#dress(true);
    const step = story.steps[this.#at];
    story.setAttribute(mark, step ? 'step' : 'start');
    if (step) this.#showStep(step);
    else
      for (const one of story.children)
        if (!(one instanceof StoryChapter) && !one.slot) one.setAttribute(mark, '');
  }

  #showStep(step: StoryStep): void {
    for (let one: Element | null = step; one && one !== this.#story; one = one.parentElement)
      one.setAttribute(mark, '');
    const chapter = this.#chapters.find((one) => one.contains(step))!;
    chapter.setAttribute(mark, chapter.steps[0] === step ? 'first' : '');
    const hasStage = [...chapter.children].some(({ slot }) => slot === 'stage');
    chapter.toggleAttribute('data-plain', !hasStage);
    const words = wordsOf(chapter);
    // More than there is room for is scrolled by keys, too.
    requestAnimationFrame(() => {
      if (words.scrollHeight > words.clientHeight) words.tabIndex = 0;
      else words.removeAttribute('tabindex');
    });
  }

  #onKey = (event: KeyboardEvent): void => {
    const { key, shiftKey, altKey, ctrlKey, metaKey, defaultPrevented } = event;
    const path = event.composedPath().filter((one) => one instanceof Element);
    const isButton = key === ' ' && path[0]?.localName === 'button';
    let by = keys[key];
    if (!by || altKey || ctrlKey || metaKey || defaultPrevented || isButton) return;
    if (path.some((one) => one.matches(ownKeys))) return;
    event.preventDefault();
    if (key === ' ' && shiftKey) by = -1;
    if (key.startsWith('Arrow') && getComputedStyle(this.#story).direction === 'rtl') by = -by;
    const to = Math.max(-1, Math.min(this.#at + by, this.#story.steps.length - 1));
    if (to < 0) this.go(to);
    else this.#story.goTo(to);
  };
}

/** Has the story show one step at a time while its frame is small. */
export function stepWhereSmall(story: () => ScrollStory | null | undefined): void {
  let pages: Pages | undefined;
  const look = (): void => {
    const found = story();
    const isSmall = !!found?.frame.isSmall && found.steps.length > 0;
    if (isSmall && !pages) pages = new Pages(found);
    else if (!isSmall && pages) {
      pages.end();
      pages = undefined;
    }
  };
  frameChanged.tell = look;
  look();
}
