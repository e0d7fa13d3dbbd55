import { define } from '../core/define.js';
import './events.js'; // for the types of its events, which the class's own typings do not name
import { ScrollStory } from './scroll-story.js';

define('scroll-story', ScrollStory);

declare global {
  interface HTMLElementTagNameMap {
    'scroll-story': ScrollStory;
  }
}
