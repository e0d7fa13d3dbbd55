// After the words, which are registered without it.
import './words.js';
import { define } from '../core/define.js';
import { moscow } from '../narratives/forty-one-minutes/map.js';
import { DiplomatMap } from '../scenes/diplomat-map/diplomat-map.js';
import { ExpulsionCounter } from '../scenes/expulsion-counter/expulsion-counter.js';
import { PhoneCallScene } from '../scenes/phone-call-scene/phone-call-scene.js';
import { SourceChain } from '../scenes/source-chain/source-chain.js';

DiplomatMap.defineMap('moscow', moscow);
// The build puts the version behind these names (scripts/suffix-tags.mjs).
define('phone-call-scene', PhoneCallScene);
define('expulsion-counter', ExpulsionCounter);
define('diplomat-map', DiplomatMap);
define('source-chain', SourceChain);
