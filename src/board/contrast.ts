import axe from 'axe-core';
import type { Pale } from './preflight.js';

type Data = { contrastRatio?: number; expectedContrastRatio?: string } | null;

/** Runs axe once nobody else does: the page has one, and the gallery's own panel uses it too. */
async function contrastIn(frames: readonly HTMLElement[]): Promise<axe.NodeResult[]> {
  for (;;)
    try {
      const { violations } = await axe.run([...frames] as unknown as axe.ContextProp, {
        runOnly: { type: 'rule', values: ['color-contrast'] },
        resultTypes: ['violations'],

        elementRef: true,
      });
      return violations.flatMap(({ nodes }) => nodes);
    } catch (error) {
      if (!String(error).includes('already running')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
}

/** The frame that an element of a story stands in. */
function frameOf(element: Node | undefined, frames: readonly HTMLElement[]): number {
  let node = element;
  while (node instanceof Node) {
    const at = frames.indexOf(node as HTMLElement);
    if (at >= 0) return at;
    node = node.parentNode ?? (node as Partial<ShadowRoot>).host;
  }
  return -1;
}

/**
 * Text that axe finds too pale for its ground, in light and in dark.
 * @param frames what to look at; axe goes through the page once for all of them
 * @param sizes what each is called
 * @returns for each frame, what was found in it
 */
export async function paleIn(
  frames: readonly HTMLElement[],
  sizes: readonly string[],
): Promise<Pale[][]> {
  const found: Pale[][] = frames.map(() => []);
  const given = frames.map(({ style }) => style.colorScheme);
  for (const theme of ['light', 'dark'] as const) {
    for (const { style } of frames) style.colorScheme = theme;
    for (const { element, any } of await contrastIn(frames)) {
      const at = frameOf(element, frames);
      const data = any[0]?.data as Data;
      found[at]?.push({
        theme,
        size: sizes[at]!,
        text: (element?.textContent ?? '').trim().replace(/\s+/g, ' '),
        ratio: data?.contrastRatio ?? 0,
        needed: parseFloat(data?.expectedContrastRatio ?? '4.5'),
      });
    }
  }
  frames.forEach(({ style }, at) => (style.colorScheme = given[at]!));
  return found;
}
