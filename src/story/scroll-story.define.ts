import { define } from '../core/define.js';
import { ScrollStory } from './scroll-story.js';

define('scroll-story', ScrollStory);

declare global {
  interface HTMLElementTagNameMap {
    'scroll-story': ScrollStory;
  }
}
