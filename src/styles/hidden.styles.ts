import { css, type CSSResult } from 'lit';

/** Seen by nobody, read by assistive technology. */
export const visuallyHidden: CSSResult = css`
  .hidden-words {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    margin: 0;
  }
`;
