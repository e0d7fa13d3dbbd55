import { css, unsafeCSS, type CSSResult } from 'lit';

/** Room that one name needs beside the others, in em. */
const room = 7.25;

// A line of hands lies flat where each of its names has room, and stands upright where not. How many there are
// is known when it is drawn; how wide its box is, only here.
const flat = [2, 3, 4, 5, 6, 7, 8].map((count) => {
  const hands = unsafeCSS(`.h${count}`);
  return css`
    @container (min-width: ${count * room}em) {
      ${hands} {
        grid-template-columns: repeat(${count - 1}, minmax(0, 1fr)) fit-content(8em);
      }
      ${hands} > li {
        padding: 1.4em 0 0;
        padding-inline-end: 1em;
      }
      ${hands} > li::before {
        inset-block-start: 0.15em;
      }
      ${hands} > li:not(:last-child)::after {
        inset: calc(0.55em - 1px) 0 auto;
        inset-inline: 1.05em 0.25em;
        border-inline-start: 0;
        border-block-start: 2px solid var(--_mark);
      }
    }
  `;
});

/** The look of a chain. */
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
  :host([hidden]),
  slot[hidden] {
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
    gap: 0.75em 2.5em;
    padding-block: 1.25em;
    overflow-wrap: break-word;
    hyphens: auto;
  }
  .claims > .claim + .claim {
    border-block-start: 1px solid var(--_faint);
  }
  .claim > * {
    min-inline-size: 0;
  }
  .words {
    font-family: var(--_display);
    font-size: 1.1875em;
    line-height: 1.35;
    text-wrap: pretty;
  }
  .speaker {
    margin-block-start: 0.25em;
    font-size: 0.875em;
    color: var(--_muted);
  }
  .way {
    container-type: inline-size;
    font-size: 0.875em;
  }
  .reach {
    font-weight: 600;
    color: var(--_muted);
  }
  .certainty {
    margin-block-start: 0.75em;
  }
  .mark {
    inline-size: 1em;
    block-size: 1em;
    vertical-align: -0.1em;
    fill: none;
    stroke: var(--_ink);
    stroke-width: 1.75;
  }
  .corroborated,
  .partly {
    fill: var(--_ink);
  }
  .sources {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
    margin-block-start: 0.25em;
  }
  .sources > * {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  a {
    display: inline-block;
    padding-block: 0.2em;
    color: inherit;
    text-underline-offset: 0.2em;
    text-decoration-color: var(--_mark);
  }
  a:hover {
    text-decoration-color: currentColor;
  }
  a:focus-visible {
    outline: 2px solid var(--_a);
    outline-offset: 2px;
  }

  /* Upright: dots under each other at the side, joined by a line. */
  .hands {
    display: grid;
    margin-block-start: 0.6em;
  }
  .hands > li {
    position: relative;
    padding-inline-start: 1.75em;
    padding-block-end: 0.9em;
    line-height: 1.35;
  }
  .hands > li:last-child {
    padding-block-end: 0;
  }
  .hands > li::before,
  .hands > li:not(:last-child)::after {
    content: '';
    position: absolute;
    box-sizing: border-box;
  }
  .hands > li::before {
    inset-block-start: 0.275em;
    inset-inline-start: 0;
    inline-size: 0.8em;
    block-size: 0.8em;
    border: 2px solid var(--_ink);
    border-radius: 50%;
  }
  .hands > li:first-child::before {
    background: var(--_ink);
    forced-color-adjust: none;
  }
  .hands > li:not(:last-child)::after {
    inset-block: 1.225em -0.125em;
    inset-inline-start: calc(0.4em - 1px);
    border-inline-start: 2px solid var(--_mark);
  }
  .you {
    font-weight: 600;
  }

  ${unsafeCSS(flat.join(''))}

  /* Words and way side by side, like the columns of a ledger. */
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
  :host([compact]) .speaker {
    margin: 0;
  }
`;
