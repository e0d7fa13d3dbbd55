// Every element under its own name in one module, for a page that has no build step; it exports what such a page writes
// scenes with, the classes of the elements and the events of a story.
import '../define.js';

export * from '../scene.js';
export * from '../scenes/diplomat-map/diplomat-map.js';
export * from '../scenes/expulsion-counter/expulsion-counter.js';
export * from '../scenes/phone-call-scene/phone-call-scene.js';
export * from '../scenes/source-chain/source-chain.js';
export * from '../story/events.js';
export * from '../story/scroll-story.js';
export * from '../story/story-chapter.js';
export * from '../story/story-step.js';
