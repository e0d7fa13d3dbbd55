import { css, type CSSResult } from 'lit';

/** The frame of every scene: a picture that fills its box, a notice, and the data behind a disclosure. */
export const sceneStyles: CSSResult = css`
  :host {
    display: block;
    position: relative;
    inline-size: 100%;
    aspect-ratio: 4 / 3;
    min-block-size: 260px;
    color: var(--_ink);
    line-height: 1.3;
    letter-spacing: normal;
    text-transform: none;
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  figure {
    /* Each frame of a scrubbed step gives the scene another value, which nothing in here asks for. */
    --progress: initial;
    margin: 0;
    inline-size: 100%;
    block-size: 100%;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  }
  .picture {
    position: relative;
    min-block-size: 0;
    overflow: clip;
    contain: strict;
  }
  /* Not drawn: its used values are the insets in pixels, whatever length they are given in. */
  .picture::before {
    content: '';
    position: absolute;
    inset: var(--scene-inset-top, 0px) var(--scene-inset-right, 0px) var(--scene-inset-bottom, 0px)
      var(--scene-inset-left, 0px);
    visibility: hidden;
  }
  .picture svg {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    overflow: hidden;
  }
  text {
    font-family: inherit;
  }
  .picture > i {
    position: absolute;
    white-space: pre;
    visibility: hidden;
  }
  /* Under the picture, whose own words may stand at its head. */
  .notice {
    margin: 0;
    padding: 0.5em 0.75em;
    color: var(--_muted);
    font-size: 0.8125em;
    background: var(--_paper);
  }
  details {
    justify-self: end;
    font-size: 0.75em;
    color: var(--_muted);
  }
  summary {
    cursor: pointer;
    /* As far from the edge as a card over the picture, which covers all of it or nothing. */
    padding: 0.5em 1.7em;
    min-block-size: 24px;
    inline-size: fit-content;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    list-style: none;
  }
  summary:focus-visible,
  .table:focus-visible {
    outline: 2px solid var(--_a);
    outline-offset: -2px;
  }
  .table {
    position: absolute;
    inset: 0 0 2.5em;
    overflow: auto;
    padding: 1em;
    color: var(--_ink);
    background: var(--_paper);
    font-size: 1.15em;
  }
  .table table,
  ::slotted(table) {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  .table :is(td, th) {
    padding: 0.25em 1em 0.25em 0;
    text-align: start;
    vertical-align: top;
  }
`;
