// Registers every element of the library under its own name.
import './scenes/diplomat-map/define.js';
import './scenes/expulsion-counter/define.js';
import './scenes/phone-call-scene/define.js';
import './scenes/source-chain/define.js';
import './story/story-step.define.js';
import './story/story-chapter.define.js';
import './story/scroll-story.define.js';
