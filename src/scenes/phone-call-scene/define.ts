import { define } from '../../core/define.js';
import { PhoneCallScene } from './phone-call-scene.js';

define('phone-call-scene', PhoneCallScene);

declare global {
  interface HTMLElementTagNameMap {
    'phone-call-scene': PhoneCallScene;
  }
}
