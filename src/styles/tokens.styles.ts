import { css, unsafeCSS, type CSSResult } from 'lit';

/** The colours, for a light page and for a dark one. */
const colours = css`
  --_paper: var(--story-paper, light-dark(#f5f6f8, #0b1017));
  --_card: var(--story-card, light-dark(#fff, #161b22));
  --_ink: var(--story-ink, light-dark(#0b1119, #eef2f5));
  --_muted: var(--story-muted, light-dark(#56606c, #9aa5b1));
  --_faint: var(--story-faint, light-dark(#cfd6dc, #333c47));
  --_mark: var(--story-mark, light-dark(#7d8894, #78838f));
  --_land: var(--story-land, light-dark(#e0e4e8, #19212a));
  --_a: var(--story-a, light-dark(#1a4c9c, #7eaef5));
  --_b: var(--story-b, light-dark(#bd1f23, #ff6b60));
  --_c: var(--story-c, light-dark(#936300, #e8ae4a));
  --_d: var(--story-d, light-dark(#07706a, #5fc0b2));
`;

const type = css`
  --_display: var(--story-display-font, inherit);
  font-size: var(--story-font-size, medium);
`;

/** What has the light colours where a browser does not know `light-dark()`. */
const lightOf = (text: string): string => text.replace(/light-dark\((#\w+), #\w+\)/g, '$1');
const knowsSchemes = 'color: light-dark(red, red)';

/**
 * The colours and type of every element, from the `--story-*` properties of whoever embeds it. Sizes start from
 * the reader's own font size (`medium`), not from the host page's, and use `em` from there.
 */
export const tokens: CSSResult = css`
  :host {
    ${unsafeCSS(lightOf(colours.cssText))}
    --_e: var(--_muted);
    ${type}
    /* A hundredth of the window's height. */
    --_vh: 1vh;
  }
  @supports (${unsafeCSS(knowsSchemes)}) {
    :host {
      ${colours}
    }
  }
  @supports (height: 1svh) {
    :host {
      --_vh: 1svh;
    }
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

let areRegistered = false;

/**
 * Lets the page and scenes that are not ours read the tokens that nobody has set. The first value of a property counts for
 * the document as a whole, so that one that is set on any ancestor goes before it.
 */
export function registerTokens(): void {
  if (areRegistered) return;
  areRegistered = true;
  const defaults = CSS.supports(`(${knowsSchemes})`) ? colours.cssText : lightOf(colours.cssText);
  const withDefault = /var\((--story-[\w-]+), ((?:[^()]|\([^()]*\))+)\)/g;
  for (const [, name, initialValue] of `${defaults} ${type.cssText}`.matchAll(withDefault))
    try {
      CSS.registerProperty({
        name: name!,
        syntax: '*',
        inherits: true,
        initialValue: initialValue!,
      });
    } catch {
      // Another copy of the package has done it, the browser cannot, or the value is that of the parent.
    }
}
