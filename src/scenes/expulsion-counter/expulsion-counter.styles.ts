import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  /* The root of its own layout: a figure that is counted up lays out nothing else. */
  .words {
    position: absolute;
    inset: 0;
    contain: size layout;
  }
  .people path {
    fill: currentColor;
    stroke: currentColor;
    stroke-linejoin: round;
  }
  .head,
  .label,
  .count,
  .note {
    position: absolute;
    line-height: 1.25;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .head {
    translate: 0 -100%;
    padding-block-end: 0.6em;
    color: var(--_tone);
    font-weight: 700;
  }
  .beside {
    display: flex;
    flex-direction: row-reverse;
    justify-content: flex-end;
    align-items: center;
    gap: 0.5em;
  }
  .figure {
    white-space: nowrap;
    line-height: 1.05;
    font-weight: 400;
    font-variant-numeric: tabular-nums lining-nums;
    font-family: var(--_display);
  }
  .label,
  .count {
    translate: 0 -50%;
  }
  .name {
    text-align: end;
  }
  .lit .name {
    font-weight: 700;
  }
  .lit .count {
    color: var(--_tone);
    font-size: var(--_strong);
  }
  .note {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    overflow: hidden;
    margin: 0;
    line-height: 1.4;
    color: var(--_muted);
    text-wrap: pretty;
  }
`;
