import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  :is(line, path, circle) {
    vector-effect: non-scaling-stroke;
  }
  .land {
    fill: var(--_land);
    fill-rule: evenodd;
  }
  .borders {
    fill: none;
    stroke: var(--_paper);
    stroke-width: 1px;
    stroke-linejoin: round;
  }
  /* Unbroken: a dashed ring of some thousand pixels costs more to paint than all the rest of the picture. */
  .rim,
  .distance {
    fill: none;
    stroke: var(--_mark);
    stroke-opacity: 0.4;
  }
  .a {
    --_tone: var(--_a);
  }
  .b {
    --_tone: var(--_b);
  }
  .c {
    --_tone: var(--_c);
  }
  .d {
    --_tone: var(--_d);
  }
  .e {
    --_tone: var(--_e);
  }
  .way,
  .lead {
    stroke: var(--_tone);
    stroke-opacity: 0.6;
  }
  .dot,
  .point,
  .mark {
    fill: var(--_tone);
  }
  .ring,
  .tray,
  .arrow,
  .home circle:not(.dot) {
    fill: none;
    stroke: var(--_tone);
    stroke-width: 1.5px;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .tray {
    fill: var(--_paper);
    stroke-dasharray: 3 3;
  }
  text {
    text-anchor: middle;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    stroke: var(--_paper);
    stroke-width: 3px;
    stroke-linejoin: round;
    paint-order: stroke;
  }
  .label {
    fill: var(--_tone, var(--_muted));
    font-size: 0.8125em;
  }
  @supports (color: color-mix(in srgb, red, red)) {
    .label {
      /* A little ink keeps every tone readable on the land as on the sea. */
      fill: color-mix(in srgb, var(--_tone, var(--_muted)) 80%, var(--_ink));
    }
  }
  .scale text {
    font-size: 0.85em;
    font-weight: 400;
  }
  .count {
    fill: var(--_ink);
    text-anchor: start;
    font-family: var(--_display);
    font-weight: 700;
  }
  .at-end {
    text-anchor: end;
  }
  /* The map goes on under the words at its foot. */
  .picture,
  details {
    grid-area: 1 / 1;
    isolation: isolate;
  }
  details {
    align-self: end;
  }
  .note {
    position: absolute;
    margin: 0;
    max-inline-size: 60%;
    padding: 0.1em 0.4em;
    font-size: 0.75em;
    color: var(--_muted);
    background: var(--_paper);
  }
  .missing {
    position: absolute;
    inset: auto 0 0;
  }
  @media (forced-colors: active) {
    .land {
      stroke: GrayText;
    }
  }
`;
