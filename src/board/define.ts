import { define } from '../core/define.js';
import { StoryBoard } from './story-board.js';

define('story-board', StoryBoard);
