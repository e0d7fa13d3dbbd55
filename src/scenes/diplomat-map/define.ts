import { define } from '../../core/define.js';
import { DiplomatMap } from './diplomat-map.js';

define('diplomat-map', DiplomatMap);

declare global {
  interface HTMLElementTagNameMap {
    'diplomat-map': DiplomatMap;
  }
}
