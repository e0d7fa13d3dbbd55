import { css, type CSSResult } from 'lit';

/** The picture of a call. All sizes follow from the type and the box; nothing is measured to place words. */
export const phoneCallStyles: CSSResult = css`
  .frame {
    position: absolute;
    inset: var(--scene-inset-top, 0px) var(--scene-inset-right, 0px) var(--scene-inset-bottom, 0px)
      var(--scene-inset-left, 0px);
    container-type: size;
  }
  .call,
  .log {
    /* The reader's own size, a little more in a big box, and less where there is no room for it. */
    font-size: calc(
      var(--_fit, 1) * min(max(1em, min(1.4cqw, 2.4cqh, 1.35em)), max(12px, min(5cqh, 6cqw)))
    );
    box-sizing: border-box;
    block-size: 100%;
    padding: clamp(0.4em, 3cqh, 0.75em) max(1em, 3cqw);
    overflow-wrap: break-word;
    hyphens: auto;
  }
  p {
    margin: 0;
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
  .picture svg:is(.line, .clock, .marks, .brackets) {
    position: static;
    display: block;
    overflow: visible;
  }
  path {
    fill: none;
    stroke: var(--_ink);
    vector-effect: non-scaling-stroke;
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .stack > * {
    grid-area: 1 / 1;
  }

  /* One call. */
  .call {
    display: flex;
    flex-direction: column;
    justify-content: safe center;
  }
  .body {
    flex: 0 1 auto;
    min-block-size: 0;
    display: flex;
    flex-direction: column;
  }
  .head,
  .body > :not(.clock) {
    flex: none;
  }
  .names {
    display: flex;
    justify-content: space-between;
    gap: 1em;
    font-weight: 600;
    line-height: 1.2;
  }
  .names > * {
    color: var(--_tone);
    min-inline-size: 0;
  }
  .names > :last-child {
    text-align: end;
  }
  .wire {
    position: relative;
    block-size: 2.2em;
  }
  .picture .wire > .line {
    position: absolute;
    inset-block: 0.55em;
    inset-inline-start: 1.3em;
    inline-size: calc(100% - 2.6em);
    block-size: calc(100% - 1.1em);
  }
  .rtl > .line,
  .marks.rtl,
  .brackets.rtl {
    transform: scaleX(-1);
  }
  /* A border keeps its colour where the reader forces colours; a background does not. */
  .dot {
    position: absolute;
    inset-block-start: calc(50% - 0.42em);
    inset-inline-start: 0;
    border: 0.42em solid var(--_tone);
    border-radius: 50%;
  }
  .dot + .dot {
    inset-inline: auto 0;
  }
  .waiting {
    stroke: var(--_mark);
    stroke-width: 1.5px;
    stroke-dasharray: 4 5;
  }
  .open {
    stroke-width: 1.75px;
    stroke-linejoin: round;
  }
  .notes {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 1.5em;
    font-size: 0.875em;
    line-height: 1.3;
    color: var(--_muted);
  }
  .notes > :last-child {
    text-align: end;
  }
  .picture svg.clock {
    flex: 0 1 auto;
    min-block-size: max(2em, 15cqh);
    inline-size: 100%;
    block-size: auto;
    margin-block: clamp(0.6em, 5cqh, 3em);
    fill: var(--_ink);
    font-family: var(--_display);
    font-variant-numeric: lining-nums tabular-nums;
  }
  .caption,
  .lit-words {
    font-family: var(--_display);
    font-style: italic;
    font-size: 1.25em;
    line-height: 1.2;
  }
  .caption {
    color: var(--_muted);
    text-align: center;
    margin-block-end: 0.6em;
  }
  .lit-words {
    align-self: end;
    color: var(--_b);
    margin-block-end: 0.15em;
  }
  .picture .marks {
    inline-size: 100%;
    block-size: clamp(1.2em, 5cqh, 2em);
  }
  .picture .marks.with-lit {
    margin-block-start: clamp(0.72em, 3cqh, 1.2em);
  }
  .minute {
    stroke: var(--_mark);
  }
  .past {
    stroke: var(--_ink);
  }
  .lit {
    stroke: var(--_tone);
  }
  .scale {
    position: relative;
    display: flex;
    justify-content: space-between;
    margin-block: 0.45em 0.35em;
    font-size: 0.8125em;
    line-height: 1.2;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .middle {
    position: absolute;
    inline-size: 4em;
    margin-inline-start: -2em;
    text-align: center;
  }
  .picture .brackets {
    inline-size: 100%;
    block-size: 0.45em;
  }
  .bracket {
    stroke: var(--_mark);
    stroke-width: 1.25px;
  }
  .expected {
    stroke-dasharray: 4 4;
  }
  .span-words {
    padding-block-start: 0.3em;
    font-size: 0.9375em;
    line-height: 1.3;
    color: var(--_muted);
    text-wrap: balance;
  }

  /* A log of calls. */
  .rows {
    position: relative;
    block-size: 100%;
  }
  .row,
  .foot {
    position: absolute;
    inset: 0 0 auto;
  }
  .row > .wire {
    position: absolute;
    inset: -1.1em 0 auto;
  }
  .row .open {
    stroke-width: 1.5px;
  }
  .joined .open {
    stroke-width: 2.5px;
    stroke-linecap: round;
    stroke-dasharray: 0 7;
  }
  .label {
    position: absolute;
    inset: auto 0 0.8em;
    display: grid;
    grid-template-columns: minmax(min-content, 1fr) fit-content(40%) minmax(min-content, 1fr);
    column-gap: 0.75em;
    align-items: last baseline;
    line-height: 1.2;
  }
  .label > .end {
    max-inline-size: 35cqw;
    font-weight: 600;
    color: var(--_tone);
  }
  .label > :last-child {
    justify-self: end;
    text-align: end;
  }
  .label > .words {
    overflow-wrap: anywhere;
    font-family: var(--_display);
    font-style: italic;
    color: var(--_muted);
    text-align: center;
  }
  .dense .label {
    inset-block: 0 auto;
    translate: 0 -50%;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }
  .dense .label > .words {
    display: none;
  }
  .dense .label > .end {
    max-inline-size: 30cqw;
  }
  .dense .wire {
    inset-inline: 32cqw;
  }
  .foot {
    text-align: center;
  }
  .total {
    font-family: var(--_display);
    font-size: clamp(2.5em, 22cqh, 8em);
    line-height: 0.95;
    font-variant-numeric: lining-nums tabular-nums;
  }
  .total-words {
    font-family: var(--_display);
    font-style: italic;
    font-size: 1.25em;
    line-height: 1.25;
    color: var(--_muted);
    text-wrap: balance;
  }
  .foot.caption {
    margin: 0;
    padding-block-start: 0.4em;
    text-wrap: balance;
  }
`;
