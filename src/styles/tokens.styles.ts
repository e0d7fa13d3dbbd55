import { css, unsafeCSS, type CSSResult } from 'lit';

/** What a token is unless the page says so; colours in light and in dark. */
const usual: readonly (readonly [name: string, value: string])[] = [
  ['paper', 'light-dark(#f5f6f8, #0b1017)'],
  ['card', 'light-dark(#fff, #161b22)'],
  ['ink', 'light-dark(#0b1119, #eef2f5)'],
  ['muted', 'light-dark(#56606c, #9aa5b1)'],
  ['faint', 'light-dark(#cfd6dc, #333c47)'],
  ['mark', 'light-dark(#7d8894, #78838f)'],
  ['land', 'light-dark(#e0e4e8, #19212a)'],
  ['a', 'light-dark(#1a4c9c, #7eaef5)'],
  ['b', 'light-dark(#bd1f23, #ff6b60)'],
  ['c', 'light-dark(#936300, #e8ae4a)'],
  ['d', 'light-dark(#07706a, #5fc0b2)'],
  ['font-size', 'medium'],
];

/**
 * Lets scenes that are not ours read the tokens that the page has not set. The first value of a property is the
 * document's to say, so a value that is set on any ancestor goes before it.
 */
export function registerTokens(): void {
  for (const [name, initialValue] of usual)
    try {
      CSS.registerProperty({ name: `--story-${name}`, syntax: '*', inherits: true, initialValue });
    } catch {
      // Another copy of the package has done it, or the browser cannot.
    }
}

const declarations = usual.map(([name, value]) => `--_${name}: var(--story-${name}, ${value});`);

/**
 * The colours and type of every element, from the `--story-*` properties of whoever embeds it. Sizes start from
 * the reader's own font size (`medium`), not from the host page's, and use `em` from there.
 */
export const tokens: CSSResult = css`
  :host {
    ${unsafeCSS(declarations.join(''))}
    --_e: var(--_muted);
    --_display: var(--story-display-font, inherit);
    font-size: var(--_font-size);
  }
  @media (forced-colors: active) {
    :host {
      --_paper: Canvas;
      --_card: Canvas;
      --_ink: CanvasText;
      --_muted: CanvasText;
      --_faint: GrayText;
      --_mark: GrayText;
      --_land: Canvas;
      --_a: LinkText;
      --_b: CanvasText;
      --_c: CanvasText;
      --_d: Highlight;
    }
  }
`;
