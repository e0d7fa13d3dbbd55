import { css, type CSSResult } from 'lit';

/**
 * The look of a chain.
 *
 * A line of hands lies flat where each of its names has 7.25em, and stands upright where not. `--_flat` is the
 * height of the dots of a line that lies, `--_upright` the width of those of one that stands; the other is 0.
 * From 52em on, words and way stand side by side, like the columns of a ledger.
 */
export const sourceChainStyles: CSSResult = css`
  :host {
    display: block;
    container-type: inline-size;
    color: var(--_ink);
    line-height: 1.45;
    letter-spacing: normal;
    text-transform: none;
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  ol,
  ul,
  p {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .claim {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em 2.5em;
    padding-block: 1.25em;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .claim + .claim {
    border-block-start: 1px solid var(--_faint);
  }
  .words {
    font-family: var(--_display);
    font-size: 1.1875em;
    line-height: 1.35;
    text-wrap: pretty;
  }
  .speaker,
  .way {
    font-size: 0.875em;
  }
  .speaker,
  .reach {
    color: var(--_muted);
  }
  .reach,
  .you {
    font-weight: 600;
  }
  .way {
    container-type: inline-size;
  }
  .certainty {
    margin-block: 0.75em 0.25em;
  }
  .mark {
    inline-size: 1em;
    vertical-align: -0.1em;
    fill: none;
    stroke: var(--_ink);
    stroke-width: 1.75;
  }
  .corroborated,
  .partly path {
    fill: var(--_ink);
  }
  .sources {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
  }
  a {
    display: inline-block;
    padding-block: 0.2em;
    color: inherit;
  }
  .hands {
    --_spare: calc(100cqi - var(--_hands) * 7.25em);
    --_flat: clamp(0em, var(--_spare) * 999, 1.5em);
    --_upright: clamp(0em, var(--_spare) * -999, 1.75em);
    display: flex;
    flex-wrap: wrap;
    margin-block-start: 0.6em;
    line-height: 1.35;
  }
  .hands > li {
    position: relative;
    box-sizing: border-box;
    flex: 1 1 calc(var(--_upright) * 999);
    padding-block: var(--_flat) calc(var(--_upright) / 2);
    padding-inline: var(--_upright) 1em;
  }
  .hands > .you {
    flex: 0 1 auto;
    padding-block-end: 0;
    padding-inline-end: 0;
  }
  .hands > li::before,
  .hands > :not(.you)::after {
    content: '';
    position: absolute;
    box-sizing: border-box;
    inset-block-start: 0.275em;
    inset-inline-start: 0;
    inline-size: 0.8em;
    block-size: 0.8em;
    border: 2px solid var(--_ink);
    border-radius: 50%;
  }
  .hands > :first-child::before {
    background: var(--_ink);
    forced-color-adjust: none;
  }
  .hands > :not(.you)::after {
    inset-block-start: calc(0.675em - 1px + var(--_upright) * 0.32);
    inset-inline-start: calc(0.4em - 1px + var(--_flat) * 0.43);
    inline-size: min(100% - 1.3em, var(--_flat) * 999);
    block-size: min(100% - 1.3em, var(--_upright) * 999);
    border: 1px solid var(--_mark);
    border-radius: 0;
  }
  @container (min-width: 52em) {
    :host(:not([compact])) .claim {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    }
  }
  :host([compact]) .claim {
    gap: 0.5em;
    padding-block: 0.75em;
  }
  :host([compact]) .words {
    font-size: 1em;
  }
`;
