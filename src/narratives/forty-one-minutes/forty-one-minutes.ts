import { render, type CSSResultGroup } from 'lit';
import type { Part } from '../bring-in.js';
import { PublishedStory } from '../published-story.js';
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
export class FortyOneMinutes extends PublishedStory {
  static override styles: CSSResultGroup = storyStyles;

  protected override readonly defaultName = 'forty-one-minutes';

  protected override start(): DocumentFragment {
    const start = new DocumentFragment();
    render(story(false), start);
    return start;
  }

  protected override rest(): Iterable<Part> {
    return parts();
  }
}
