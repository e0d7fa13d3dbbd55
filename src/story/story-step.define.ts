import { define } from '../core/define.js';
import { StoryStep } from './story-step.js';

define('story-step', StoryStep);

declare global {
  interface HTMLElementTagNameMap {
    'story-step': StoryStep;
  }
}
