import { css, type CSSResultGroup } from 'lit';
import { tokens } from '../styles/tokens.styles.js';

/**
 * A sheet: number and words at the start, the two pictures of equal height beside them, what is claimed under
 * those. `--_h` is the pictures' height as a bare number, so that a frame of any size can be scaled to it.
 */
export const boardStyles: CSSResultGroup = [
  tokens,
  css`
    :host {
      display: block;
      container-type: inline-size;
      --_h: 300;
      color: var(--_ink);
      background: var(--_paper);
      line-height: 1.45;
    }
    .board {
      max-inline-size: 84em;
      margin-inline: auto;
      padding: 3em 2em 6em;
    }
    /* The story itself is laid out, for what is measured in it, and never seen. */
    .source,
    .measure {
      position: absolute;
      inset-block-start: 0;
      inset-inline-start: 0;
      inline-size: 1280px;
      max-inline-size: 100%;
      block-size: 0;
      overflow: clip;
      visibility: hidden;
    }
    .source {
      block-size: 1px;
      contain: paint;
    }
    h1,
    h2,
    h3,
    .number {
      margin: 0;
      font-family: var(--_display);
      font-weight: 400;
      line-height: 1.08;
      letter-spacing: -0.015em;
      text-wrap: balance;
    }
    p,
    ol,
    ul,
    dl,
    dd,
    figure {
      margin: 0;
      padding: 0;
    }
    ol,
    ul {
      list-style: none;
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
    code {
      font: inherit;
      overflow-wrap: anywhere;
    }
    .small,
    dt,
    figcaption,
    .hands,
    .sources {
      font-size: 0.8125em;
      color: var(--_muted);
    }
    .top {
      display: grid;
      gap: 1em;
    }
    h1 {
      font-size: clamp(2.5em, 6cqi, 4.5em);
    }
    .standfirst {
      max-inline-size: 38em;
      font-size: 1.125em;
      color: var(--_muted);
    }
    .sums {
      display: flex;
      flex-wrap: wrap;
      gap: 1em 2.5em;
      margin-block-start: 1em;
    }
    .sums dd {
      font: 400 1.75em/1.1 var(--_display);
      font-variant-numeric: tabular-nums;
    }
    h2 {
      font-size: 1.75em;
    }
    .preflight,
    .chapter > header {
      margin-block-start: 3em;
      padding-block-start: 1em;
      border-block-start: 2px solid var(--_ink);
    }
    .chapter > header,
    .preflight > header {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      align-items: baseline;
      gap: 0.5em 2em;
    }
    .checks {
      columns: 26em 2;
      column-gap: 3em;
      margin-block-start: 1em;
    }
    .checks > li {
      display: grid;
      grid-template-columns: 1.5em minmax(0, 1fr) auto;
      align-items: baseline;
      padding-block: 0.4em;
      border-block-start: 1px solid var(--_faint);
      break-inside: avoid;
    }
    .mark {
      inline-size: 0.75em;
      block-size: 0.75em;
      fill: none;
      stroke: currentcolor;
      stroke-width: 1.75;
    }
    .mend .mark {
      color: var(--_b);
    }
    .mend strong {
      font-weight: 600;
      color: var(--_b);
    }
    .checks ul {
      grid-column: 2 / -1;
      padding-block: 0.25em 0.5em;
      font-size: 0.875em;
    }
    .checks ul li + li,
    .mend li + li {
      margin-block-start: 0.5em;
    }
    .step {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto auto;
      grid-template-rows: auto auto 1fr;
      gap: 1.25em 1.5em;
      padding-block: 1.5em 2.5em;
      border-block-start: 1px solid var(--_faint);
      break-inside: avoid;
    }
    .chapter > header + .step {
      border-block-start: 0;
    }
    .said {
      grid-row: 1 / span 3;
      min-inline-size: 0;
      display: flex;
      flex-direction: column;
      gap: 0.75em;
    }
    .number {
      font-size: 4em;
      line-height: 0.9;
      font-variant-numeric: tabular-nums;
    }
    h3 {
      font-size: 1.25em;
    }
    .words {
      display: grid;
      gap: 0.6em;
    }
    .still {
      position: relative;
      inline-size: calc(var(--_w) / var(--_of) * var(--_h) * 1px);
      block-size: calc(var(--_h) * 1px);
      /* One piece: a printer breaks no line in it, whatever its height was before it was scaled. */
      contain: strict;
      print-color-adjust: exact;
    }
    .still::after {
      content: '';
      position: absolute;
      inset: 0;
      border: 1px solid var(--_faint);
    }
    .still > div {
      transform: scale(calc(var(--_h) / var(--_of)));
      transform-origin: 0 0;
    }
    :host(:dir(rtl)) .still > div {
      inset-inline: auto;
      left: 0;
    }
    .still.wide {
      --_w: 1280;
      --_of: 800;
    }
    .still.phone {
      --_w: 390;
      --_of: 844;
    }
    figcaption {
      margin-block-start: 0.4em;
    }
    .shown,
    .claims {
      grid-column: 2 / -1;
      /* As wide as the two pictures over them, whatever they say. */
      inline-size: 0;
      min-inline-size: 100%;
    }
    .textonly :is(.shown, .claims) {
      inline-size: calc((1280 / 800 + 390 / 844) * var(--_h) * 1px + 1.5em);
      min-inline-size: 0;
    }
    .shown {
      padding-block-end: 1em;
      border-block-end: 1px solid var(--_faint);
    }
    .claims {
      columns: 22em 2;
      column-gap: 2em;
    }
    .claims > li {
      break-inside: avoid;
      padding-block-end: 1.1em;
      font-size: 0.9375em;
      display: grid;
      gap: 0.2em;
    }
    .claims .certainty {
      font-size: 0.875em;
    }
    .claims .certainty strong {
      font-weight: 600;
    }
    .hands li,
    .sources li {
      display: inline;
    }
    .hands li + li::before {
      content: ' → ' / ', ';
      color: var(--_mark);
    }
    :host(:dir(rtl)) .hands li + li::before {
      content: ' ← ' / ', ';
    }
    .sources li + li::before {
      content: ' · ' / ', ';
    }
    @container (min-width: 64em) {
      :host {
        --_h: 300;
      }
      .board {
        --_h: 360;
      }
    }
    @container (min-width: 76em) {
      .board {
        --_h: 400;
      }
    }
    @container (min-width: 88em) {
      .board {
        --_h: 440;
      }
    }
    /* A phone: one thing under the other. */
    @container (max-width: 52em) {
      .board {
        padding-inline: min(1.25em, 5cqi);
      }
      .step {
        display: flex;
        flex-wrap: wrap;
        align-items: start;
      }
      .said,
      .step :is(.shown, .claims) {
        inline-size: 100%;
      }
      .still.wide {
        --_h: 212;
      }
      .still.phone {
        --_h: 420;
      }
    }
    @media print {
      :host {
        --story-paper: #fff;
        color-scheme: light;
        font-size: 8.5pt;
        line-height: 1.35;
      }
      .source {
        display: none;
      }
      .board {
        --_h: 236;
        padding: 0;
        max-inline-size: none;
      }
      h1 {
        font-size: 30pt;
      }
      h2 {
        font-size: 14pt;
      }
      .preflight,
      .chapter > header {
        margin-block-start: 1.5em;
      }
      .chapter > header {
        break-after: avoid;
      }
      .step {
        grid-template-rows: auto 1fr auto;
        gap: 0.75em 1em;
        padding-block: 1em;
      }
      /* Two steps to a sheet: words beside the pictures, claims under both. */
      .said {
        grid-row: 1 / span 2;
        gap: 0.5em;
      }
      .step :is(.claims, .shown) {
        inline-size: auto;
        min-inline-size: 0;
      }
      .step .shown {
        padding: 0;
        border: 0;
        inline-size: 0;
        min-inline-size: 100%;
      }
      .step .claims {
        grid-column: 1 / -1;
        columns: 3;
        column-gap: 1.25em;
        padding-block-start: 0.75em;
        border-block-start: 1px solid var(--_faint);
      }
      .number {
        font-size: 3.25em;
      }
      .claims > li {
        padding-block-end: 0.75em;
      }
      .checks {
        columns: 2;
      }
      a {
        text-decoration: none;
      }
    }
  `,
];
