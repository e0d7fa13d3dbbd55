// What `communique build` puts a story into: docs/publish.md.
import { css, render, unsafeCSS, type CSSResultGroup } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { define, version } from '../core/define.js';
import { supplyPhrases } from '../core/phrases.js';
import { isFramed } from '../controllers/frame-controller.js';
import { ownScroll } from '../controllers/own-scroll.js';
import { PublishedStory } from './published-story.js';
import { ScrollStory } from '../story/scroll-story.js';
import { StoryChapter } from '../story/story-chapter.js';
import { StoryStep } from '../story/story-step.js';
import { guestBox } from '../styles/geometry.styles.js';

export { holdLoad } from './hold-load.js';
export { PublishedStory };

/** A story as the build has read it. */
export interface StoryContent {
  /** The name of its tag, and its name in deep links. */
  readonly name: string;
  /** Its words as HTML, in which our elements have their versioned names and parts. */
  readonly words: string;
  /** Its styles, for a shadow root. */
  readonly styles: string;
  /** Styles that have no effect in a shadow root, such as fonts. */
  readonly pageStyles: string;
  /** The phrases of the languages that it is written in, but English, by their tags. */
  readonly languages?: Readonly<Record<string, Parameters<typeof supplyPhrases>[1]>>;
  /** Loads and defines its scenes. */
  readonly elements: () => Promise<unknown>;
}

/** The name of an element inside a published story: stories of different versions share a page. */
export const versioned = (tag: string): string => `${tag}-v${version.replace(/\W/g, '-')}`;

const publishedStyles = css`
  :host {
    display: block !important;
    ${guestBox}
    font-size: var(--story-font-size, medium);
    font-weight: 400;
    font-style: normal;
    white-space: normal;
  }
  :not(:defined) {
    display: block;
  }
  [hidden] {
    display: none;
  }
`;

/** Defines an element inside a published story, under its versioned name. */
export function defineVersioned(tag: string, element: CustomElementConstructor): void {
  const name = versioned(tag);
  // A class has one name in a page, and a page may have it under its plain one.
  if (!customElements.get(name)) define(name, class extends element {});
}

/** Defines the tag of a published story. */
export function publish({
  name,
  words,
  styles,
  pageStyles,
  languages = {},
  elements,
}: StoryContent): void {
  for (const [lang, phrases] of Object.entries(languages)) supplyPhrases(lang, phrases);
  defineVersioned('story-step', StoryStep);
  defineVersioned('story-chapter', StoryChapter);
  defineVersioned('scroll-story', ScrollStory);
  let loaded: Promise<unknown> | undefined;

  class Story extends PublishedStory {
    static override styles: CSSResultGroup = [publishedStyles, unsafeCSS(styles)];

    protected override readonly defaultName = name;

    protected override content(): DocumentFragment {
      const content = new DocumentFragment();
      render(unsafeHTML(words), content);
      // A box that can be focused is one that scrolls by itself.
      for (const box of content.querySelectorAll('[tabindex="0"]'))
        for (const type of ['wheel', 'touchmove']) box.addEventListener(type, ownScroll, ownScroll);
      return content;
    }

    protected override elements(): Promise<unknown> {
      return (loaded ??= elements());
    }
  }
  define(name, Story);
  if (pageStyles) addPageStyles(pageStyles);
  // A page of its own pays nothing for it. Without it the story is in its frame as in any page.
  if (isFramed())
    import('../frame/guest.js').then(
      ({ startGuest }) =>
        startGuest(
          () => document.querySelector(name)?.id || name,
          () => document.querySelector(name)?.shadowRoot?.querySelector('[part~="story"]'),
        ),
      () => {},
    );
}

function addPageStyles(text: string): void {
  // Not an element: a content security policy may forbid it.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}
