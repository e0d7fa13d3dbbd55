import { define } from '../core/define.js';
import { moscow } from '../narratives/forty-one-minutes/map.js';
import { DiplomatMap } from '../scenes/diplomat-map/diplomat-map.js';
import { ExpulsionCounter } from '../scenes/expulsion-counter/expulsion-counter.js';
import { PhoneCallScene } from '../scenes/phone-call-scene/phone-call-scene.js';
import { SourceChain } from '../scenes/source-chain/source-chain.js';
import { ScrollStory } from '../story/scroll-story.js';
import { StoryChapter } from '../story/story-chapter.js';
import { StoryStep } from '../story/story-step.js';

DiplomatMap.defineMap('moscow', moscow);
// The build puts the version behind these names (scripts/suffix-tags.mjs).
// From the inside out: a story that comes alive finds its chapters, steps and scenes ready.
define('phone-call-scene', PhoneCallScene);
define('expulsion-counter', ExpulsionCounter);
define('diplomat-map', DiplomatMap);
define('source-chain', SourceChain);
define('story-step', StoryStep);
define('story-chapter', StoryChapter);
define('scroll-story', ScrollStory);
