import { define } from '../../core/define.js';
import { ExpulsionCounter } from './expulsion-counter.js';

define('expulsion-counter', ExpulsionCounter);

declare global {
  interface HTMLElementTagNameMap {
    'expulsion-counter': ExpulsionCounter;
  }
}
