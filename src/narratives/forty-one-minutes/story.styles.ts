import { css, type CSSResultGroup } from 'lit';
import { guestBox } from '../../styles/geometry.styles.js';
import { tokens } from '../../styles/tokens.styles.js';

/** How the words look. What is prerendered has `heldStyles` besides, for the time before the script comes. */
export const storyStyles: CSSResultGroup = [
  tokens,
  css`
    :host {
      display: block !important;
      ${guestBox}
      color: var(--_ink);
      font-size: var(--story-font-size, medium);
      font-weight: 400;
      font-style: normal;
      white-space: normal;
    }
    :not(:defined) {
      display: block;
    }
    [hidden] {
      display: none;
    }
    h2,
    h3,
    h4 {
      margin: 0;
      font-weight: 400;
      line-height: 1.08;
      letter-spacing: -0.015em;
      text-wrap: balance;
      font-family: var(--_display);
    }
    header {
      display: flex;
      flex-direction: column;
      justify-content: flex-end;
    }
    h2 {
      font-size: clamp(min(2.75em, 16.5cqi), 10.5cqi, 7em);
    }
    h3 {
      font-size: clamp(min(2em, 11cqi), 4.5cqi, 3em);
    }
    h4 {
      margin-block: 3em 1em;
      font-size: 1.25em;
    }
    p {
      margin: 0 0 0.75em;
      text-wrap: pretty;
    }
    .standfirst {
      max-inline-size: 30em;
      margin: 1em 0 0;
      font-size: 1.25em;
      color: var(--_muted);
    }
    .cover {
      flex: 1 0 8em;
      max-block-size: calc(0.34 * var(--_view));
      min-block-size: 0;
      aspect-ratio: auto;
      margin: 0 min(-1em, -3.2%) 2em;
    }
    [part~='step'] > p {
      line-height: 1.45;
    }
    @container (min-width: 54em) {
      [part~='step']:not(#ledger) > p {
        font-size: 1.1875em;
      }
      /* The map runs to the edge of the window: land does not end at a margin. */
      #journey {
        inline-size: calc(100% + var(--_edge));
      }
    }
    a {
      color: inherit;
      text-decoration-color: var(--_mark);
      text-underline-offset: 0.2em;
    }
    :focus-visible {
      outline: 2px solid var(--_a);
      outline-offset: 2px;
    }
    [layout='flow'] {
      --story-measure: 60em;
    }
    #ledger p {
      max-inline-size: 40em;
    }
    .how {
      font-size: 0.875em;
      color: var(--_muted);
    }
    summary {
      inline-size: fit-content;
      min-block-size: 24px;
      cursor: pointer;
    }
    .ledger,
    .ledger :is(ol, ul) {
      padding-inline-start: 1.25em;
    }
    .scroll {
      overflow: auto;
      max-block-size: calc(0.8 * var(--_view));
    }
    table {
      border-collapse: collapse;
      inline-size: 100%;
      font-size: 0.875em;
      font-variant-numeric: tabular-nums;
    }
    th,
    td {
      padding: 0.4em 1em 0.4em 0;
      border-block-end: 1px solid var(--_faint);
      text-align: start;
      vertical-align: top;
    }
    thead th {
      color: var(--_muted);
      font-weight: 400;
    }
    td time {
      white-space: nowrap;
    }
    @media (scripting: none) {
      .how,
      .cover {
        display: none;
      }
    }
    @media print {
      .scroll {
        overflow: visible;
        max-block-size: none;
      }
      .how {
        display: none;
      }
    }
  `,
];
