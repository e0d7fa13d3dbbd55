import { css, unsafeCSS, type CSSResult } from 'lit';
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

/** Where a story reads by itself: the same geometry while script may still come, a plain text with its tables where it cannot. */
function stylesOf(selector: (name: string) => string): CSSResult {
  const [story, chapter, step, scene] = ['scroll-story', 'story-chapter', 'story-step', ''].map(
    (name) => unsafeCSS(selector(name)),
  ) as [CSSResult, CSSResult, CSSResult, CSSResult];
  const staged = css`
    ${chapter}:not([layout='flow'])
  `;
  return css`
    :host::before {
      ${strut}
    }
    ${story} {
      ${storyBox}
      --_view: 720px;
    }
    ${story} > [slot='header'] {
      ${headerBox}
    }
    ${chapter} {
      ${chapterBox}
    }
    ${chapter}[layout='flow'] {
      ${plainBox}
    }
    ${chapter} > [slot='heading'] {
      inline-size: var(--_width);
      margin-inline: auto;
      box-sizing: border-box;
      padding-block: 4em 2em;
      border: 1px solid transparent;
    }
    ${step} {
      ${stepBox}
      border: 1px solid transparent;
      padding-block-end: 2em;
    }
    @media (scripting: enabled) {
      /* Not without end: a frame may take its height from the story's. */
      ${story} {
        --_view: min(100svh, 80em);
      }
      ${staged} {
        ${trackBox}
      }
      ${staged} > [slot='heading'] {
        ${headBox}
        margin-inline: var(--_indent) auto;
        padding-inline: calc(var(--_pad) * 1.15);
        padding-block-start: calc(0.34 * var(--_view) + var(--_pad));
      }
      ${staged} > [slot='stage'] {
        ${stageBox}
        overflow: auto;
      }
      ${staged} > ${step} {
        ${cardBox}
        border-color: transparent;
        padding-block-end: calc(var(--_pad) + var(--_gap));
      }
      /* A table waits for its picture, but not for a script that never comes. */
      ${scene} > table {
        animation: story-reveal 0s 4s backwards;
      }
      @container ${wide} {
        ${chapter}[layout='side'] {
          ${besideBox}
          ${besideTrack}
        }
        ${chapter}[layout='side'] > [slot='stage'] {
          ${besideStage}
        }
        ${chapter}[layout='overlay'] {
          ${overBox}
        }
      }
    }
    @media (scripting: none) {
      ${story} > [slot='header'] {
        min-block-size: 0;
      }
      ${chapter} > [slot='stage'] {
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
}

/** A style sheet for a story whose elements are not defined (yet). */
export const beforeStyles: CSSResult = stylesOf((name) => `${name}:not(:defined)`);

/** The same for one that is held back, whether its elements are defined or not. */
export const heldStyles: CSSResult = stylesOf((name) => `${name}:is([data-held], [data-held] *)`);
