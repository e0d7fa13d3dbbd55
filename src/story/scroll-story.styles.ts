import { css, type CSSResultGroup } from 'lit';
import { guestBox, headerBox, storyBox, strut } from '../styles/geometry.styles.js';
import { visuallyHidden } from '../styles/hidden.styles.js';
import { tokens } from '../styles/tokens.styles.js';

export const storyStyles: CSSResultGroup = [
  tokens,
  visuallyHidden,
  css`
    :host {
      ${storyBox}
      ${guestBox}
      /* A container has no width of its own to give to its parent, so its parts are containers instead. */
      container-type: normal;
    }
    :host::before {
      ${strut}
    }
    :host([hidden]) {
      display: none;
    }
    :host([theme='light']) {
      color-scheme: light;
    }
    :host([theme='dark']) {
      color-scheme: dark;
    }
    :host([theme='system']) {
      color-scheme: light dark;
    }
    .start {
      position: relative;
    }
    ::slotted([slot='header']) {
      ${headerBox}
    }
    /* Where nothing moves, no height follows the window's: a frame may take its height from the story's. */
    :host([data-still]) {
      --_view: 720px;
    }
    :host([data-still]) ::slotted([slot='header']) {
      min-block-size: 0;
    }
    .meta {
      position: absolute;
      inset-block-end: 1.5em;
      inset-inline: var(--_side);
      display: flex;
      flex-wrap: wrap;
      gap: 0.25em 1.5em;
      align-items: baseline;
      margin: 0;
      color: var(--_muted);
    }
    /* A line of its own: what comes late must not move what stands beside it. */
    .meta > span {
      flex-basis: 100%;
    }
    .meta > *,
    .row > * {
      font-size: 0.875em;
    }
    a,
    button {
      font-family: inherit;
      color: var(--_ink);
    }
    .meta a,
    .meta button {
      padding: 0.25em 0;
      text-decoration: underline;
      text-decoration-color: var(--_mark);
      text-underline-offset: 0.25em;
    }
    button {
      border: 0;
      margin: 0;
      background: none;
      cursor: pointer;
    }
    :focus-visible {
      outline: 2px solid var(--_a);
      outline-offset: 2px;
    }
    .end:focus {
      outline: none;
    }
    .warning {
      margin: 1em var(--_side);
      font-size: 0.875em;
      color: var(--_muted);
    }
    .controls {
      position: sticky;
      inset-block-end: var(--_foot);
      z-index: 2;
      container-type: inline-size;
      box-sizing: border-box;
      block-size: var(--_bar);
      /* Its words change with each step, and lay out nothing else. */
      contain: size layout;
      /* Whichever of black and white is seen better; nothing where the page sets no background. */
      --_on-bar: lch(from var(--story-bar) calc((49.44 - l) * infinity) 0 0);
      color: var(--story-bar-ink, var(--_on-bar, var(--_ink)));
      background: var(--story-bar, var(--_paper));
    }
    .controls[data-off] {
      visibility: hidden;
    }
    .ticks {
      position: absolute;
      inset: 0 0 auto;
      display: flex;
      gap: 2px;
    }
    .ticks i {
      flex: 1;
      block-size: 3px;
      background: var(--_faint);
      background: color-mix(in srgb, currentcolor 20%, transparent);
    }
    .ticks i.first:not(:first-child) {
      margin-inline-start: 6px;
    }
    .ticks i.past {
      background: var(--_muted);
      background: color-mix(in srgb, currentcolor 55%, transparent);
    }
    .ticks i.here {
      background: currentcolor;
    }
    .row {
      display: flex;
      block-size: 100%;
      padding: 3px max(0.25em, var(--_side) - 1em) 0;
      box-sizing: border-box;
    }
    .row button {
      min-inline-size: 44px;
      padding: 0 1em;
      color: inherit;
      outline-color: currentcolor;
    }
    .row button[disabled] {
      opacity: 0.5;
      cursor: default;
    }
    .row .where {
      flex: 1;
      min-inline-size: 0;
      text-align: start;
      white-space: nowrap;
      display: flex;
      /* No margin: the number's own direction may be another than the bar's. */
      gap: 0.75em;
      align-items: center;
    }
    .where b {
      overflow: hidden;
      text-overflow: ellipsis;
      /* None of a name that has room for a letter or two is shown; it is still read out. */
      max-inline-size: calc(99 * (100cqi - 18em));
      font-weight: 600;
    }
    .count {
      /* As wide for "9 of 20" as for "10 of 20": the name beside it must not shift. */
      flex: none;
      min-inline-size: 4.5em;
      font-variant-numeric: tabular-nums;
    }
    svg {
      inline-size: 1em;
      block-size: 1em;
      vertical-align: -0.1em;
      fill: none;
      stroke: currentcolor;
      stroke-width: 2;
    }
    .panel {
      position: absolute;
      inset-block-end: 100%;
      inset-inline-start: max(0.5em, var(--_side) - 1em);
      box-sizing: border-box;
      inline-size: min(24em, 100% - 1em);
      max-block-size: min(0.7 * var(--_view), 36em);
      overflow: auto;
      padding: 1em 1.25em;
      color: var(--_ink);
      background: var(--_card);
      border: 1px solid var(--_mark);
      font-size: 0.9375em;
    }
    .panel[hidden] {
      display: none;
    }
    .panel ol {
      list-style: none;
      margin: 0 0 1em;
      padding: 0;
    }
    .panel li > a {
      display: block;
      padding: 0.3em 0;
      min-block-size: 24px;
      box-sizing: border-box;
      text-decoration: none;
    }
    .panel li > a:hover {
      text-decoration: underline;
    }
    .panel a[aria-current] {
      font-weight: 600;
      box-shadow: inset 0 -2px var(--_ink);
    }
    .panel h3 {
      margin: 0.75em 0 0.25em;
      font-size: 0.8125em;
      font-weight: 400;
      color: var(--_muted);
    }
    fieldset {
      margin: 0;
      padding: 0.75em 0 0;
      border: 0;
      border-block-start: 1px solid var(--_faint);
    }
    legend {
      float: inline-start;
      inline-size: 100%;
      font-size: 0.8125em;
      color: var(--_muted);
    }
    label {
      display: block;
      padding: 0.3em 0;
      clear: both;
    }
    @media print {
      .controls,
      .meta a,
      .meta button {
        display: none;
      }
    }
  `,
];
