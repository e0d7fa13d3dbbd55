import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test';
import article from './data/scene-alone.html?raw';
import { player } from './player.js';
import playerSource from './player.ts?raw';

/** The article as it is written in a page; its own words, so nothing foreign is parsed. */
const asWritten = (place?: Element): void => {
  if (!place) return;
  place.innerHTML = article;
  void player(place.querySelector('phone-call-scene')!, place.querySelector('.player')!);
};

const meta: Meta = {
  title: 'Reuse/A scene alone',
  parameters: {
    docs: {
      source: {
        language: 'html',
        code: `${article}\n<script type="module">\n  import 'communique/scenes/phone-call-scene/define.js';\n  import { player } from './player.js';\n  void player(document.querySelector('phone-call-scene'), document.querySelector('.player'));\n</script>\n\n<!-- player.ts -->\n${playerSource}`,
      },
    },
  },
  render: () => html`<div ${ref(asWritten)}></div>`,
};
export default meta;
type Story = StoryObj;

/** What a reader finds of the player, by role and name. */
function found(canvas: HTMLElement) {
  const all = within(canvas);
  const scene = canvas.querySelector('phone-call-scene')!;
  return {
    scene,
    button: (name: string) => all.getByRole('button', { name }),
    slider: () => all.getByRole<HTMLInputElement>('slider', { name: 'Progress' }),
    says: () => all.getByRole('status').textContent,
    clock: () =>
      [...scene.shadowRoot!.querySelectorAll('.clock text')]
        .map(({ textContent }) => textContent)
        .join(''),
  };
}

const begun = async (canvas: HTMLElement): Promise<ReturnType<typeof found>> => {
  const reader = found(canvas);
  await waitFor(() => expect(reader.says()).toBe('Step 1 of 4: expected'));
  return reader;
};

export const InAnArticle: Story = {
  name: 'In an article',
  globals: { motion: 'full' },
  play: async ({ canvasElement, step }) => {
    const { scene, button, slider, says, clock } = await begun(canvasElement);
    await step('next and previous, by the keyboard', async () => {
      button('Next step').focus();
      await userEvent.keyboard('{Enter}');
      await expect(says()).toBe('Step 2 of 4: connected');
      await waitFor(() => expect(clock()).toBe('1:00'));
      await userEvent.keyboard(' ');
      await waitFor(() => expect(clock()).toBe('24:00'));
      await expect(button('Next step')).toHaveFocus();
      button('Previous step').focus();
      await userEvent.keyboard('{Enter}');
      await waitFor(() => expect(clock()).toBe('1:00'));
    });
    await step('the slider shows any moment of a step', async () => {
      await userEvent.click(button('Next step'));
      await fireEvent.input(slider(), { target: { value: '0.5' } });
      await waitFor(() => expect(clock()).toBe('12:30'));
      await expect(scene.progress).toBe(0.5);
    });
    await step('play goes on from there, and pauses', async () => {
      await userEvent.click(button('Play'));
      await waitFor(() => expect(Number(slider().value)).toBeGreaterThan(0.55));
      await userEvent.click(button('Pause'));
      await expect(button('Play')).toBeVisible();
    });
    await step('it ends at the last step, and begins again', async () => {
      await userEvent.click(button('Next step'));
      await fireEvent.input(slider(), { target: { value: '0.95' } });
      await userEvent.click(button('Play'));
      await waitFor(() => expect(button('Again')).toBeVisible());
      await expect(button('Next step')).toHaveAttribute('aria-disabled', 'true');
      await userEvent.click(button('Again'));
      await waitFor(() => expect(says()).toBe('Step 1 of 4: expected'));
      await userEvent.click(button('Pause'));
    });
  },
};

export const WithLessMotion: Story = {
  name: 'For a reader who asked for less motion',
  beforeEach: () => {
    const real = window.matchMedia;
    window.matchMedia = (query) => real(query.includes('reduced-motion') ? 'all' : query);
    return () => {
      window.matchMedia = real;
    };
  },
  play: async ({ canvasElement }) => {
    const { button, says, clock } = await begun(canvasElement);
    const all = within(canvasElement);
    await expect(all.queryByRole('button', { name: 'Play' })).toBeNull();
    await expect(all.queryByRole('slider')).toBeNull();
    await userEvent.click(button('Next step'));
    await expect(says()).toBe('Step 2 of 4: connected');
    await waitFor(() => expect(clock(), 'cut to, not played').toBe('1:00'));
  },
};

export const OnAPhone: Story = {
  name: 'On a phone',
  globals: { width: 'phone' },
  play: async ({ canvasElement }) => {
    const { button, scene } = await begun(canvasElement);
    for (const name of ['Previous step', 'Play', 'Next step'])
      await expect(button(name).getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
    const { width } = scene.getBoundingClientRect();
    await expect(width).toBeLessThanOrEqual(390);
  },
};
