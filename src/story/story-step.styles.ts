import { css, type CSSResultGroup } from 'lit';
import { cardBox, fillBox, stepBox, viewBox } from '../styles/geometry.styles.js';
import { visuallyHidden } from '../styles/hidden.styles.js';

export const stepStyles: CSSResultGroup = [
  visuallyHidden,
  css`
    :host {
      ${stepBox}
      /* Important, because a page's reset (* { margin: 0; padding: 0 }) wins over :host. */
      margin-inline: var(--_indent) auto !important;
      padding-block-end: var(--_after) !important;
      --_after: var(--_gap);
    }
    :host([hidden]) {
      display: none;
    }
    :host(:focus) {
      outline: none;
    }
    :host(:focus-visible) .card {
      outline: 2px solid var(--_a);
      outline-offset: 6px;
    }
    .card {
      ${cardBox}
      background: var(--_card-paper);
      pointer-events: auto;
    }
    ::slotted(p) {
      margin-block: 0 0.75em;
    }
    ::slotted(:last-child) {
      margin-block-end: 0;
    }
    :host([motion='static']) {
      --_after: 3.5em;
    }
    figure {
      margin: 1.25em 0 0;
    }
    .view {
      ${viewBox}
      position: relative;
      aspect-ratio: 4 / 3;
    }
    ::slotted([slot='still']) {
      ${fillBox}
    }
    figcaption {
      margin-block-start: 0.5em;
      font-size: 0.8125em;
      color: var(--_muted);
    }
    @media print {
      :host {
        break-inside: avoid;
      }
      /* Drawn for the width of the words on a screen; smaller, two find room on a page. */
      .view {
        inline-size: 40em;
        zoom: 0.6;
      }
    }
  `,
];
