import type { Claim } from '../../core/claims.js';
import { textOf } from '../dom-table.js';

/** Reads the claims in an element's markup: every `data-claim` with its parts, in order. */
export const readClaims = (root: ParentNode): Claim[] =>
  [...root.querySelectorAll<HTMLElement>('[data-claim]')].map((item) => {
    const parts = (name: string, within = ''): Element[] => [
      ...item.querySelectorAll(`[data-part="${name}"] ${within}`),
    ];
    const text = (name: string): string => parts(name).map(textOf)[0] ?? '';
    return {
      id: item.dataset['claim']!,
      claim: text('claim'),
      speaker: text('speaker'),
      hands: parts('hands', 'li').map(textOf),
      certainty: text('certainty'),
      standing: item.dataset['standing'] ?? '',
      sources: parts('sources', 'a').map((link) => ({
        name: textOf(link),
        href: link.getAttribute('href') ?? '',
      })),
    };
  });
