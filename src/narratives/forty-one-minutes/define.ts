import '../../define.js';
import { define } from '../../core/define.js';
import { DiplomatMap } from '../../scenes/diplomat-map/diplomat-map.js';
import { FortyOneMinutes } from './forty-one-minutes.js';
import { moscow } from './map.js';

DiplomatMap.defineMap('moscow', moscow);
define('forty-one-minutes', FortyOneMinutes);

declare global {
  interface HTMLElementTagNameMap {
    'forty-one-minutes': FortyOneMinutes;
  }
}
