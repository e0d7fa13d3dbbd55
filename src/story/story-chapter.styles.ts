import { css, type CSSResultGroup } from 'lit';
import {
  besideBox,
  besideStage,
  besideTrack,
  cardBox,
  cardPadding,
  chapterBox,
  fillBox,
  headBox,
  overBox,
  plainBox,
  stageBox,
  trackBox,
  viewBox,
  wide,
} from '../styles/geometry.styles.js';

export const chapterStyles: CSSResultGroup = css`
  :host {
    ${chapterBox}
  }
  :host([hidden]) {
    display: none;
  }
  .track {
    ${trackBox}
  }
  .head,
  .steps {
    position: relative;
    z-index: 1;
    grid-column: 1;
    min-inline-size: 0;
    pointer-events: none;
  }
  .head {
    ${headBox}
    break-after: avoid;
  }
  .head div,
  ::slotted([slot='heading']) {
    ${cardBox}
    box-sizing: border-box;
    inline-size: var(--_width);
    margin-inline: var(--_indent) auto;
    background: var(--_card-paper);
    pointer-events: auto;
  }
  /* Important, because a page's reset (* { margin: 0; padding: 0 }) wins over ::slotted. */
  ::slotted([slot='heading']) {
    margin-inline: var(--_indent) auto !important;
    padding: ${cardPadding} !important;
    border: 1px solid var(--_card-line) !important;
  }
  .head h2 {
    margin-block: 0;
    font-family: var(--_display);
    font-size: 2.25em;
    font-weight: 400;
    line-height: 1.1;
  }
  .stage {
    ${stageBox}
    ${viewBox}
    --scene-inset-bottom: 44%;
  }
  ::slotted([slot='stage']) {
    ${fillBox}
  }
  ::slotted([slot='stage'][data-off]) {
    visibility: hidden;
    opacity: 0;
  }
  @container ${wide} {
    /* On the track, because a container cannot ask for its own width. */
    :host([layout='side']) .track {
      ${besideBox}
      ${besideTrack}
    }
    :host([layout='overlay']) .track {
      ${overBox}
    }
    .stage {
      --scene-inset-bottom: 0px;
    }
    :host([layout='side']) .stage {
      ${besideStage}
    }
    :host([layout='overlay']) .stage {
      --scene-inset-left: 40%;
    }
    :host([layout='overlay']:dir(rtl)) .stage {
      --scene-inset-left: 0px;
      --scene-inset-right: 40%;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    ::slotted([slot='stage']) {
      transition:
        opacity 0.3s,
        visibility 0.3s;
    }
  }
  /* Nothing stays in view: words in reading order, each with its still. */
  :host([layout='flow']) .track,
  :host([motion='static']) .track {
    ${plainBox}
    display: block;
  }
  :host([layout='flow']) .head,
  :host([motion='static']) .head {
    min-block-size: 0;
    padding-block: 4em 2em;
  }
  :host([layout='flow']) .stage {
    position: static;
    block-size: auto;
  }
  :host([layout='flow']) ::slotted([slot='stage']) {
    inline-size: var(--_width);
    block-size: auto;
    aspect-ratio: 4 / 3;
    margin-inline: auto;
  }
  /* Not display: none: what it refers to, such as a gradient, serves the stills, too. */
  :host([motion='static']:not([layout='flow'])) .stage {
    position: absolute;
    inline-size: 0;
    block-size: 0;
    padding: 0;
    visibility: hidden;
  }
`;
