import { define } from '../core/define.js';
import { FortyOneMinutes } from '../narratives/forty-one-minutes/forty-one-minutes.js';

define('forty-one-minutes', FortyOneMinutes);
