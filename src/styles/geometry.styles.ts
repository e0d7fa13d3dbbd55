import { css, unsafeCSS, type CSSResult } from 'lit';

/*
 * What decides where the words of a story stand. The elements use it in their shadow roots, and `beforeStyles`
 * (before.styles.ts) for elements that script has not reached yet, so that nothing shifts when it does.
 */

/** From this width on a story sets words beside or at the edge of a stage. `em` is the reader's font size. */
export const wide: CSSResult = unsafeCSS('(min-width: 54em)');

/**
 * How a story takes part in a layout that is not its own: like a long paragraph. A parent that takes the width of its
 * content gives it all the width that it has, `strut` sees to that; a parent that stretches its children does not
 * decide how tall the story is; columns do not cut it.
 */
export const guestBox: CSSResult = css`
  min-inline-size: 0;
  align-self: start;
  column-span: all;
  writing-mode: horizontal-tb;
`;

/** Two words that nobody sees: all that the width of a story's content consists of. */
export const strut: CSSResult = css`
  content: '. .';
  display: block;
  block-size: 0;
  overflow: clip;
  visibility: hidden;
  letter-spacing: var(--_least, min(12em, 60vw));
  word-spacing: 100vw;
  white-space: normal;
`;

export const storyBox: CSSResult = css`
  display: flow-root;
  position: relative;
  container-type: inline-size;
  --_top: var(--story-top, 0px);
  --_foot: 0px;
  --_bar: 3em;
  /* Height of what scrolls the story. The controller sets it where that is not the window. */
  --_view: var(--_view-height, calc(100 * var(--_vh)));
  --story-view-height: var(--_view);
  /* The margin beside the words, for boxes as wide as the story and for those inside a chapter. */
  --_side: max(min(1.25em, 5%), (100% - 72em) / 2);
  --_edge: max(min(1.25em, 5cqi), (100cqi - 72em) / 2);
  color: var(--_ink);
  background: var(--_paper);
  line-height: 1.5;
  letter-spacing: normal;
  word-spacing: normal;
  text-indent: 0;
  text-transform: none;
  text-align: start;
`;

/** The start of a story: the title, and what stands with it. */
export const headerBox: CSSResult = css`
  box-sizing: border-box;
  container-type: inline-size;
  min-block-size: calc(var(--_view) - var(--_top));
  /* A page's reset, * { padding: 0 }, wins over what a shadow root says of an element outside it, unless that is important. */
  padding: 2em var(--_side) 6.5em !important;
`;

export const chapterBox: CSSResult = css`
  display: block;
  position: relative;
  container-type: inline-size;
  --_indent: auto;
  --_width: min(34em, 100% - min(2.5em, 10cqi));
  --_pad: min(1.1em, 5cqi);
  --_gap: var(--story-gap, calc(0.66 * var(--_view)));
  --_card-paper: var(--_card);
  --_card-line: var(--_faint);
`;

/** Words without a stage that stays. */
export const plainBox: CSSResult = css`
  --_indent: auto;
  --_width: min(var(--story-measure, 40em), 100% - min(2.5em, 10cqi));
  --_pad: 0px;
  --_card-paper: transparent;
  --_card-line: var(--_paper);
  --_gap: 2em;
`;

/** Words beside the stage. */
export const besideBox: CSSResult = css`
  --_indent: var(--_edge);
  --_width: calc(100% - var(--_edge) - 1em);
  --_pad: 0px;
  --_card-paper: transparent;
  --_card-line: var(--_paper);
  --_gap: var(--story-gap, calc(0.58 * var(--_view)));
`;

/** Words at the edge of the stage. */
export const overBox: CSSResult = css`
  --_indent: var(--_edge);
  --_width: 26em;
  --_gap: var(--story-gap, calc(0.58 * var(--_view)));
`;

export const trackBox: CSSResult = css`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
`;

export const besideTrack: CSSResult = css`
  grid-template-columns: max(21em, 38%) minmax(0, 1fr);
`;

export const stageBox: CSSResult = css`
  position: sticky;
  inset-block-start: var(--_top);
  align-self: start;
  box-sizing: border-box;
  block-size: calc(
    var(--story-stage-size, var(--_view)) - var(--_top) - var(--_bar) - var(--_foot)
  );
  grid-row: 1 / span 60;
  grid-column: -2;
  min-inline-size: 0;
`;

/** A box that its pictures fill, one over the other; none is seen outside it. */
export const viewBox: CSSResult = css`
  display: grid;
  grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  overflow: clip;
`;

/** A picture in such a box. */
export const fillBox: CSSResult = css`
  grid-area: 1 / 1;
  box-sizing: border-box;
  inline-size: 100%;
  block-size: 100%;
  min-block-size: 0;
  aspect-ratio: auto;
  margin: 0;
`;

export const besideStage: CSSResult = css`
  padding-inline: 1em var(--_edge);
`;

export const headBox: CSSResult = css`
  grid-column: 1;
  box-sizing: border-box;
  min-block-size: calc(0.74 * var(--_view));
  padding-block: calc(0.34 * var(--_view)) 2em;
`;

export const stepBox: CSSResult = css`
  display: block;
  position: relative;
  grid-column: 1;
  box-sizing: border-box;
  inline-size: var(--_width);
  margin-inline: var(--_indent) auto;
  padding-block-end: var(--_gap);
  scroll-margin-block: calc(var(--_top) + 1em) calc(var(--_bar) + var(--_foot) + 1em);
`;

export const cardPadding: CSSResult = unsafeCSS('var(--_pad) calc(var(--_pad) * 1.15)');

export const cardBox: CSSResult = css`
  padding: ${cardPadding};
  border: 1px solid var(--_card-line);
`;
