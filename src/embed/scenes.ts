import { define } from '../core/define.js';
import { moscow } from '../narratives/forty-one-minutes/map.js';
import { tagsWith } from '../narratives/forty-one-minutes/tags.js';
import { DiplomatMap } from '../scenes/diplomat-map/diplomat-map.js';
import { ExpulsionCounter } from '../scenes/expulsion-counter/expulsion-counter.js';
import { PhoneCallScene } from '../scenes/phone-call-scene/phone-call-scene.js';
import { SourceChain } from '../scenes/source-chain/source-chain.js';
import { ScrollStory } from '../story/scroll-story.js';
import { StoryChapter } from '../story/story-chapter.js';
import { StoryStep } from '../story/story-step.js';
import { suffix } from './words.js';

const tags = tagsWith(suffix);
DiplomatMap.defineMap('moscow', moscow);
// From the inside out: a story that comes alive finds its chapters, steps and scenes ready.
define(tags.call, PhoneCallScene);
define(tags.counter, ExpulsionCounter);
define(tags.map, DiplomatMap);
define(tags.chain, SourceChain);
define(tags.step, StoryStep);
define(tags.chapter, StoryChapter);
define(tags.story, ScrollStory);
