// What the files of the gallery share.
import type { ArgTypes } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { SceneElement } from '../src/scenes/scene-element.js';

/** Controls of every scene: one of its steps, and how far through it. */
export const cueControls = (steps: readonly string[]): ArgTypes => ({
  step: { control: 'select', options: steps },
  progress: { control: { type: 'range', min: 0, max: 1, step: 0.01 } },
});

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
