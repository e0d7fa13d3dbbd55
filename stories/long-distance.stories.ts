// Another newsroom's page, which knows the elements by their public names alone: its story is put here as it stands.
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { isScene } from '../src/core/cue.js';
import { page } from './long-distance-page.js';

/** A fresh copy of what stands in the page. */
const copyOf = (selector: string): Node => document.importNode(page.querySelector(selector)!, true);

const meta: Meta = {
  title: 'Reuse/Long distance',
  // A page of docs would hold the story four times, each with the same ids.
  tags: ['!autodocs'],
  render: () => html`${copyOf('style')}${copyOf('main')}`,
};
export default meta;
type Story = StoryObj;

export const WholePage: Story = {
  play: async ({ canvasElement, step: group }) => {
    const story = canvasElement.querySelector('scroll-story')!;
    await waitFor(() => expect(story.steps).toHaveLength(9));
    for (const step of story.steps)
      await group(step.name, async () => {
        story.goTo(step.id);
        await waitFor(() => expect(step.active).toBe(true));
        const stage = step.closest('story-chapter')!.querySelector(':scope > [slot="stage"]')!;
        await expect(isScene(stage) && stage.step).toBe(step.id);
        await waitFor(() => expect(step.description).toMatch(/\w+ \w+/u));
        await waitFor(() =>
          expect(stage.shadowRoot!.querySelector('[role="img"]')).toHaveAccessibleName(
            step.description,
          ),
        );
      });
    // Axe looks next, and would measure words that are only coming or going.
    story.motion = 'stepped';
    story.goTo(0);
    await waitFor(() => expect(story.steps[0]!.active).toBe(true));
    await story.updateComplete;
  },
};

export const Dark: Story = { globals: { theme: 'dark' } };

export const Phone: Story = { globals: { width: 'phone' } };

export const AsText: Story = {
  globals: { motion: 'static' },
  play: async ({ canvasElement }) => {
    const story = canvasElement.querySelector('scroll-story')!;
    await waitFor(() => expect(story.steps).toHaveLength(9));
    for (const step of story.steps)
      await waitFor(() => {
        const caption = step.shadowRoot!.querySelector('figcaption');
        void expect(caption?.textContent).toMatch(/\w+ \w+/u);
      });
  },
};
