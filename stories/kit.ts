// What the files of the gallery share.
import type { ArgTypes } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { SceneElement } from '../src/scenes/scene-element.js';
import { marksOf } from './marks.js';

/** Controls of every scene: one of its steps, and how far through it. */
export const cueControls = (steps: readonly string[]): ArgTypes => ({
  step: { control: 'select', options: steps },
  progress: { control: { type: 'range', min: 0, max: 1, step: 0.01 } },
});

/** Widths and heights in pixels, from the smallest box that a scene has to fit to the largest. */
export const boxes = [
  [280, 300],
  [320, 560],
  [390, 480],
  [640, 360],
  [1024, 700],
  [1600, 900],
] as const;

/** The scene in a canvas, once its data are read and it is drawn. */
export async function drawn<E extends SceneElement>(canvas: HTMLElement, name: string): Promise<E> {
  const scene = canvas.querySelector<E>(name);
  await expect(scene, `<${name}> stands in the page`).toBeInstanceOf(customElements.get(name)!);
  await scene!.ready;
  await scene!.updateComplete;
  return scene!;
}

/** Goes through all steps of a scene; each has a picture with words of its own. */
export async function everyStep(scene: SceneElement): Promise<void> {
  for (const step of scene.steps) {
    scene.step = step;
    await scene.updateComplete;
    await expect(scene.describe(step), `what "${step}" shows`).toMatch(/\w{2}/u);
    await waitFor(() =>
      expect(scene.shadowRoot!.querySelector('[role=img]')).toHaveAccessibleName(),
    );
  }
}

/** The parts of a picture that a reader sees now: of some size, and neither hidden nor faded to nothing. */
export const seen = (scene: SceneElement, selector: string): Element[] =>
  [...scene.shadowRoot!.querySelectorAll(selector)].filter((part) => {
    const { width, height } = part.getBoundingClientRect();
    const there = part.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return there && width > 0 && height > 0;
  });

/** The boxes of the marks that a reader sees now, in the window; those of one colour are one path. */
export const seenMarks = (scene: SceneElement, selector: string): DOMRect[] =>
  seen(scene, selector).flatMap((path) => marksOf(path).map(({ box }) => box));

/** What stands in the seen parts of a picture. */
export const texts = (scene: SceneElement, selector: string): string[] =>
  seen(scene, selector).map((part) => part.textContent.trim());

/** The box of the letters in an element, without the room above and below them or a halo round them. */
function letters(element: Element): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(element);
  const isDrawn = element instanceof SVGElement;
  const { x, y, width, height } = (isDrawn ? element : range).getBoundingClientRect();
  const line = isDrawn ? height : Math.min(height, parseFloat(getComputedStyle(element).fontSize));
  return new DOMRect(x + 2, y + line * 0.25, width - 4, height - line * 0.5);
}

const meet = (a: DOMRect, b: DOMRect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Checks that the words and marks of a picture that are seen lie inside it, and that no word covers another or a mark. */
export async function tidy(scene: SceneElement, words: string, marks: string): Promise<void> {
  const picture = scene.shadowRoot!.querySelector('.picture')!;
  const frame = picture.getBoundingClientRect();
  const boxes = seen(scene, words).map((part) => [part.textContent.trim(), letters(part)] as const);
  const drawn = seenMarks(scene, marks).map((box) => ['a mark', box] as const);
  const outside = [...boxes, ...drawn].filter(
    ([, { left, top, right, bottom }]) =>
      left < frame.left - 1 ||
      right > frame.right + 1 ||
      top < frame.top - 1 ||
      bottom > frame.bottom + 1,
  );
  await expect(outside, 'what lies outside of the picture').toEqual([]);
  const covered = boxes.flatMap(([text, box], i) =>
    [...boxes.slice(i + 1), ...drawn]
      .filter(([, other]) => meet(box, other))
      .map(([other]) => `"${text}" and ${other}`),
  );
  await expect(covered, 'what covers what').toEqual([]);
}

/** Checks what a screen reader says of a picture. */
export const saidAs = async (scene: SceneElement, name: RegExp | string): Promise<void> =>
  expect(scene.shadowRoot!.querySelector('[role=img]')).toHaveAccessibleName(
    typeof name === 'string' ? name : expect.stringMatching(name),
  );

/** To run before a story: an address that never answers, and that nobody is asked for. */
export const unanswered = (address: string) => (): (() => void) => {
  const { fetch } = window;
  window.fetch = (input, init) =>
    input === address ? new Promise(() => {}) : fetch.call(window, input, init);
  return () => (window.fetch = fetch);
};
