import { define } from '../../core/define.js';
import { SourceChain } from './source-chain.js';

define('source-chain', SourceChain);

declare global {
  interface HTMLElementTagNameMap {
    'source-chain': SourceChain;
  }
}
