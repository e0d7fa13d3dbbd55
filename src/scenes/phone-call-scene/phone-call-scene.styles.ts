import { css, type CSSResult } from 'lit';

/**
 * The picture of a call. All sizes follow from the type and the box; nothing is measured to place words.
 *
 * Type has the reader's own size, a little more in a big box, and less (`--_fit`) where there is no room for it.
 * Dots are borders: these keep their colour where the reader forces colours; a background does not. A row of a log
 * is put where its line is, 1.1em from its end.
 */
export const phoneCallStyles: CSSResult = css`
  .frame {
    position: absolute;
    inset: var(--scene-inset-top, 0px) var(--scene-inset-right, 0px) var(--scene-inset-bottom, 0px)
      var(--scene-inset-left, 0px);
    container-type: size;
    /* What makes it the root of its own layout in Chromium: each tick of the clock laid out the page. */
    contain: size layout;
    color: var(--_muted);
    line-height: 1.2;
    overflow-wrap: break-word;
    hyphens: auto;
  }
  .frame > * {
    font-size: calc(
      var(--_fit, 1) * min(max(1em, min(1.4cqw, 2.4cqh, 1.35em)), max(12px, min(5cqh, 6cqw)))
    );
    box-sizing: border-box;
    block-size: 100%;
    padding: clamp(0.4em, 3cqh, 0.75em) max(1em, 3cqw);
  }
  .frame svg {
    overflow: visible;
  }
  .rtl svg:not(.clock) {
    transform: scaleX(-1);
  }
  p {
    margin: 0;
    text-wrap: balance;
  }
  em,
  .caption,
  .lit-words,
  .total,
  .clock {
    font-family: var(--_display);
    font-variant-numeric: lining-nums tabular-nums;
  }
  .caption,
  .lit-words {
    font-style: italic;
    font-size: 1.25em;
  }
  .notes,
  .scale,
  .span {
    font-size: 0.875em;
  }
  .tone-a {
    --_tone: var(--_a);
  }
  .tone-b {
    --_tone: var(--_b);
  }
  .tone-c {
    --_tone: var(--_c);
  }
  .tone-d {
    --_tone: var(--_d);
  }
  path {
    fill: none;
    stroke: var(--_ink);
    vector-effect: non-scaling-stroke;
  }
  .waiting,
  .minute,
  .span {
    stroke: var(--_mark);
  }
  .waiting,
  .expected {
    stroke-dasharray: 4 5;
  }
  .lit,
  .lit-words {
    color: var(--_b);
    stroke: currentColor;
  }
  .stack,
  .notes,
  .names {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .stack > * {
    grid-area: 1 / 1;
  }
  .names {
    grid-template-columns: minmax(min-content, 1fr) fit-content(40%) minmax(min-content, 1fr);
    gap: 0.75em;
    align-items: last baseline;
    text-align: center;
  }
  .end {
    max-inline-size: 35cqw;
    font-weight: 600;
    color: var(--_tone);
    text-align: start;
  }
  .end.to {
    grid-column: 3;
    justify-self: end;
    text-align: end;
  }
  em {
    overflow-wrap: anywhere;
  }
  .wire {
    position: relative;
    block-size: 1.1em;
    margin: 0.55em 1.3em;
    stroke-width: 1.75px;
  }
  .dot {
    position: absolute;
    inset-block-start: 0.13em;
    inset-inline-start: -1.3em;
    border: 0.42em solid var(--_tone);
    border-radius: 50%;
  }
  .dot.to {
    inset-inline: auto -1.3em;
  }

  .call,
  .body {
    display: flex;
    flex-direction: column;
    justify-content: safe center;
  }
  .body {
    min-block-size: 0;
  }
  .head,
  .body > * {
    flex: none;
  }
  .body > svg {
    position: static;
  }
  .notes {
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 1.5em;
  }
  .body > .clock {
    flex: 0 1 auto;
    min-block-size: max(2em, 15cqh);
    block-size: auto;
    margin-block: clamp(0.6em, 5cqh, 3em);
    fill: var(--_ink);
  }
  .body > .marks {
    block-size: clamp(1.2em, 5cqh, 2em);
    margin-block: clamp(0.8em, 3cqh, 1.2em) 0.35em;
  }
  .lit-words {
    align-self: end;
  }
  .body > .brackets {
    block-size: 0.45em;
    margin-block: 0.3em;
  }

  .rows {
    position: relative;
    block-size: 100%;
  }
  .row,
  .foot {
    position: absolute;
    inset-inline: 0;
    text-align: center;
  }
  .row {
    translate: 0 calc(1.1em - 100%);
  }
  .row .names {
    margin-block-end: -0.3em;
  }
  .joined {
    stroke-width: 2.5px;
    stroke-linecap: round;
    stroke-dasharray: 0 7;
  }
  .dense .row {
    padding-inline: 32cqw;
  }
  .dense .names {
    position: absolute;
    inset: 50% 0 auto;
    translate: 0 -50%;
    margin: 0;
    align-items: center;
  }
  .dense .end {
    inline-size: 30cqw;
    text-align: end;
  }
  .dense .to {
    text-align: start;
  }
  .dense em {
    display: none;
  }
  .total {
    font-size: clamp(2.5em, 22cqh, 8em);
    line-height: 0.95;
    color: var(--_ink);
  }
  .caption.foot {
    padding-block-start: 0.4em;
  }
`;
