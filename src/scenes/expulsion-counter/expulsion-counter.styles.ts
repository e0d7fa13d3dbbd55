import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  .people {
    stroke-linejoin: round;
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
  .people > g {
    fill: var(--_tone);
    stroke: var(--_tone);
  }
  .words,
  .words > *,
  .words > * > * {
    position: absolute;
    inset-block-start: 0;
  }
  .words,
  .words > div {
    inset-inline: 0;
  }
  .words {
    font-kerning: normal;
  }
  .group,
  .label {
    overflow: hidden;
    overflow-wrap: anywhere;
    hyphens: auto;
    line-height: 1.25;
  }
  .group {
    font-weight: 700;
    color: var(--_tone);
  }
  .figure {
    white-space: nowrap;
    line-height: 1;
    font-variant-numeric: tabular-nums lining-nums;
    font-family: var(--_display);
  }
  .total {
    line-height: 1.05;
    color: var(--_tone);
  }
  .name {
    text-align: end;
  }
  /* A name that has one line keeps to it; what does not fit is cut off where it can be seen. */
  .one {
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .lit .name {
    font-weight: 700;
  }
  .lit .count {
    color: var(--_tone);
  }
  .note {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    margin: 0;
    overflow: hidden;
    line-height: 1.4;
    color: var(--_muted);
    text-wrap: pretty;
  }
`;
