import { css, type CSSResult } from 'lit';
import {
  wide,
  storyBox,
  strut,
  headerBox,
  chapterBox,
  plainBox,
  besideBox,
  overBox,
  trackBox,
  besideTrack,
  stageBox,
  besideStage,
  headBox,
  stepBox,
  cardBox,
} from './geometry.styles.js';

/**
 * A style sheet for a story whose elements are not defined (yet): the same geometry while script may still come, a plain text
 * with its tables where it cannot.
 */
export const beforeStyles: CSSResult = css`
  :host::before {
    ${strut}
  }
  scroll-story:not(:defined) {
    ${storyBox}
    --_view: 720px;
  }
  scroll-story:not(:defined) > [slot='header'] {
    ${headerBox}
  }
  story-chapter:not(:defined) {
    ${chapterBox}
  }
  story-chapter:not(:defined)[layout='flow'] {
    ${plainBox}
  }
  story-chapter:not(:defined) > [slot='heading'] {
    inline-size: var(--_width);
    margin-inline: auto;
    box-sizing: border-box;
    padding-block: 4em 2em;
    border: 1px solid transparent;
  }
  story-step:not(:defined) {
    ${stepBox}
    border: 1px solid transparent;
    padding-block-end: 2em;
  }
  @media (scripting: enabled) {
    /* Not without end: a frame may take its height from the story's. */
    scroll-story:not(:defined) {
      --_view: min(100vh, 80em);
    }
    @supports (height: 1svh) {
      scroll-story:not(:defined) {
        --_view: min(100svh, 80em);
      }
    }
    story-chapter:not(:defined):not([layout='flow']) {
      ${trackBox}
    }
    story-chapter:not(:defined):not([layout='flow']) > [slot='heading'] {
      ${headBox}
      margin-inline: var(--_indent) auto;
      padding-inline: calc(var(--_pad) * 1.15);
      padding-block-start: calc(0.34 * var(--_view) + var(--_pad));
    }
    story-chapter:not(:defined):not([layout='flow']) > [slot='stage'] {
      ${stageBox}
      overflow: auto;
    }
    story-chapter:not(:defined):not([layout='flow']) > story-step:not(:defined) {
      ${cardBox}
      border-color: transparent;
      padding-block-end: calc(var(--_pad) + var(--_gap));
    }
    /* A table waits for its picture, but not for a script that never comes. */
    :not(:defined) > table {
      animation: story-reveal 0s 4s backwards;
    }
    @container ${wide} {
      story-chapter:not(:defined)[layout='side'] {
        ${besideBox}
        ${besideTrack}
      }
      story-chapter:not(:defined)[layout='side'] > [slot='stage'] {
        ${besideStage}
      }
      story-chapter:not(:defined)[layout='overlay'] {
        ${overBox}
      }
    }
  }
  @media (scripting: none) {
    scroll-story:not(:defined) > [slot='header'] {
      min-block-size: 0;
    }
    story-chapter:not(:defined) > [slot='stage'] {
      inline-size: var(--_width);
      margin-inline: auto;
    }
    [data-standing]::after {
      content: attr(data-standing);
    }
  }
  @keyframes story-reveal {
    from {
      visibility: hidden;
    }
  }
`;
