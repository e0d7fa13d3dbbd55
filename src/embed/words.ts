import { define, version } from '../core/define.js';
import { FortyOneMinutes } from '../narratives/forty-one-minutes/forty-one-minutes.js';
import { storyStyles } from '../narratives/forty-one-minutes/story.styles.js';
import { tagsWith, type Tags } from '../narratives/forty-one-minutes/tags.js';
import type { CSSResultGroup } from 'lit';

/**
 * The names of the elements inside the embed carry the version, so that two embeds of different versions live on
 * one page, each with its own elements.
 */
export const suffix: string = `-v${version.replace(/\W/g, '-')}`;

/** The story with elements of the embed's own. */
export class EmbeddedStory extends FortyOneMinutes {
  static override readonly tags: Tags = tagsWith(suffix);
  static override styles: CSSResultGroup = storyStyles(tagsWith(suffix));
}

define('forty-one-minutes', EmbeddedStory);
