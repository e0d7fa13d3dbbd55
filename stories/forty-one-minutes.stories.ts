import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, waitFor } from 'storybook/test';
import './forty-one-minutes.html?story';
import type { PublishedStory } from '../src/published/published-story.js';
import type { ScrollStory } from '../src/story/scroll-story.js';
import { hear, ownPage, read, sceneOf, sees, storyIn } from './tale.js';

const meta: Meta<PublishedStory> = {
  title: 'The story/Forty-one minutes',
  component: 'my-story',
  // axe takes some seconds for a whole story; test/e2e/axe.test.mjs looks at this one.
  parameters: { ...ownPage, a11y: { test: 'off' } },
  args: { motion: '', theme: '' },
  argTypes: {
    motion: { control: 'select', options: ['', 'full', 'stepped', 'static'] },
    theme: { control: 'select', options: ['', 'light', 'dark', 'system'] },
  },
  render: ({ id, motion, theme }) =>
    html`<forty-one-minutes
      id=${id || nothing}
      motion=${motion || nothing}
      theme=${theme || nothing}
    ></forty-one-minutes>`,
};
export default meta;
type Story = StoryObj<PublishedStory>;

/** The story in the tag, once all its scenes have their data. */
async function within(canvas: HTMLElement): Promise<ScrollStory> {
  const tag = canvas.querySelector<PublishedStory>('forty-one-minutes')!;
  await tag.updateComplete;
  return storyIn(tag.shadowRoot!);
}

export const TheFinishedStory: Story = {
  play: async ({ canvasElement, step }) => {
    const story = await within(canvasElement);
    const heard = hear(story);
    const count = story.steps.length;
    await step('a call, a map, a log and a count follow the reader', async () => {
      for (const id of ['length', 'twenty-three', 'one-weekend', 'together']) {
        const at = story.steps.findIndex((one) => one.id === id);
        await sees(story, id, `${at + 1} of ${count} ${story.steps[at]!.label}`);
        await expect(sceneOf(story.steps[at]!)).toBeVisible();
      }
    });
    await step('the page around hears of each', () =>
      expect(heard.map((one) => one.split(':')[0])).toEqual([
        'length',
        'twenty-three',
        'one-weekend',
        'together',
      ]),
    );
    await step('and finds the step in its address', () =>
      expect(location.hash).toBe('#forty-one-minutes/together'),
    );
  },
};

export const Dark: Story = {
  globals: { theme: 'dark' },
  play: async ({ canvasElement }) => {
    const story = await within(canvasElement);
    await expect(getComputedStyle(story).backgroundColor).toBe('rgb(11, 16, 23)');
    await read(story, 'monday');
  },
};

export const OnAPhone: Story = {
  globals: { width: 'phone' },
  play: async ({ canvasElement }) => {
    const story = await within(canvasElement);
    const step = await read(story, 'invitation', 0.2);
    const [words, picture] = [step, sceneOf(step)].map((one) => one.getBoundingClientRect());
    await expect(words!.right).toBeLessThanOrEqual(picture!.right);
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
  },
};

/** What a reader gets who asked for less motion. */
export const StepByStep: Story = {
  globals: { motion: 'stepped' },
  play: async ({ canvasElement }) => {
    const story = await within(canvasElement);
    const step = await read(story, 'tone', 0.2);
    await waitFor(() =>
      expect(getComputedStyle(sceneOf(step)).getPropertyValue('--progress')).toBe('1'),
    );
  },
};

/** The whole story as text with stills: what print uses too. */
export const AsText: Story = {
  globals: { motion: 'static' },
  play: async ({ canvasElement }) => {
    const story = await within(canvasElement);
    for (const { shadowRoot, description } of story.steps.slice(0, -1))
      await waitFor(() =>
        expect(shadowRoot!.querySelector('figcaption')).toHaveTextContent(description.trim()),
      );
  },
};
