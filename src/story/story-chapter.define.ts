import { define } from '../core/define.js';
import { StoryChapter } from './story-chapter.js';

define('story-chapter', StoryChapter);

declare global {
  interface HTMLElementTagNameMap {
    'story-chapter': StoryChapter;
  }
}
