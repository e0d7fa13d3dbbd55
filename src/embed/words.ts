import { define } from '../core/define.js';
import { FortyOneMinutes } from '../narratives/forty-one-minutes/forty-one-minutes.js';
import { holdLoad } from '../narratives/hold-load.js';
import { ScrollStory } from '../story/scroll-story.js';
import { StoryChapter } from '../story/story-chapter.js';
import { StoryStep } from '../story/story-step.js';

// Before anything asks for them. They do not hold back the page's load event, as the words do: a browser that comes back
// to a page scrolls to where it was until then. Whoever needs the scenes hears of it if they do not come.
import('./scenes.js').catch(() => undefined);
holdLoad(new URL('./scenes.js', import.meta.url).href);

/** The words, and the story around them, which need Lit alone: they stand as text if nothing else comes. */
class Embed extends FortyOneMinutes {
  protected override elements(): Promise<unknown> {
    return import('./scenes.js');
  }
}

// The build puts the version behind the names of what is inside (scripts/suffix-tags.mjs).
// From the inside out: a story that comes alive finds its chapters and steps ready.
define('story-step', StoryStep);
define('story-chapter', StoryChapter);
define('scroll-story', ScrollStory);
define('forty-one-minutes', Embed);
