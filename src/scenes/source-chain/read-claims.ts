import type { Claim } from '../../core/claims.js';
import { textOf } from '../dom-table.js';

/** Reads the claims in an element's markup: every `data-claim` with its parts, in order. */
export const readClaims = (root: ParentNode): Claim[] =>
  [...root.querySelectorAll<HTMLElement>('[data-claim]')].map(readClaim);

function readClaim(item: HTMLElement): Claim {
  const part = (name: string): Element | null => item.querySelector(`[data-part="${name}"]`);
  const text = (name: string): string => textOf(part(name) ?? document.createTextNode(''));
  const all = (selector: string): Element[] => [...item.querySelectorAll(selector)];
  return {
    id: item.dataset['claim'] ?? '',
    claim: text('claim'),
    speaker: text('speaker'),
    hands: all('[data-part="hands"] li').map(textOf),
    certainty: text('certainty'),
    standing: item.dataset['standing'] ?? '',
    sources: all('[data-part="sources"] a').map((link) => ({
      name: textOf(link),
      href: link.getAttribute('href') ?? '',
    })),
  };
}
