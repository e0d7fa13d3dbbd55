import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { StoryChapter } from '../src/story/story-chapter.js';
import { after, call, crates, ownPage, read, sceneOf, sees, storyIn } from './tale.js';

const steps: TemplateResult = html`
  <story-step id="together" name="Added together">
    <p>Together the valleys picked twenty-three crates.</p>
  </story-step>
  <story-step id="apart" name="Farm by farm">
    <p>One farm picked twelve of them.</p>
  </story-step>
`;

const meta: Meta<StoryChapter> = {
  title: 'Story elements/Chapter',
  component: 'story-chapter',
  parameters: ownPage,
  args: { layout: 'side', heading: 'Two valleys' },
  argTypes: { layout: { control: 'select', options: ['side', 'overlay', 'flow'] } },
  render: ({ layout, heading, motion }) =>
    html`<scroll-story name="harvest" motion=${motion ?? nothing}>
        <story-chapter layout=${layout} heading=${heading}>${crates()}${steps}</story-chapter>
      </scroll-story>
      ${after}`,
};
export default meta;
type Story = StoryObj<StoryChapter>;

/** Where a step's words and its picture stand while it is read. */
async function boxes(canvas: HTMLElement): Promise<{ words: DOMRect; picture: DOMRect }> {
  const step = await read(await storyIn(canvas), 'apart', 0.3);
  const card = step.shadowRoot!.querySelector('.card')!;
  return { words: card.getBoundingClientRect(), picture: sceneOf(step).getBoundingClientRect() };
}

export const Playground: Story = {
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    await sees(story, 'together', '1 of 2 Added together');
  },
};

/** Words beside the picture, which stays in view. */
export const Side: Story = {
  play: async ({ canvasElement }) => {
    const { words, picture } = await boxes(canvasElement);
    await expect(words.right).toBeLessThanOrEqual(picture.left);
    await expect(picture.top).toBeGreaterThanOrEqual(0);
    await expect(picture.bottom).toBeLessThanOrEqual(innerHeight);
  },
};

/** Words over the picture, at its edge; the picture leaves them room. */
export const Overlay: Story = {
  args: { layout: 'overlay' },
  play: async ({ canvasElement }) => {
    const { words, picture } = await boxes(canvasElement);
    await expect(words.left).toBeGreaterThan(picture.left);
    await expect(words.right).toBeLessThan(picture.left + picture.width * 0.5);
    await expect(picture.width).toBeGreaterThan(innerWidth * 0.95);
  },
};

/** Words alone, in reading order: for a text that no picture should stay beside. */
export const Flow: Story = {
  args: { layout: 'flow', heading: 'How it was counted' },
  play: async ({ canvasElement }) => {
    const { words, picture } = await boxes(canvasElement);
    await expect(picture.bottom).toBeLessThanOrEqual(words.top);
    await expect(
      canvasElement.querySelector('story-chapter')!.shadowRoot!.querySelector('h2'),
    ).toHaveTextContent('How it was counted');
  },
};

export const OnAPhone: Story = {
  globals: { width: 'phone' },
  play: async ({ canvasElement }) => {
    const { words, picture } = await boxes(canvasElement);
    await expect(words.left).toBeGreaterThan(picture.left);
    await expect(words.right).toBeLessThan(picture.right);
  },
};

export const OverlayFromRightToLeft: Story = {
  args: { layout: 'overlay' },
  globals: { locale: 'he' },
  play: async ({ canvasElement }) => {
    const { words, picture } = await boxes(canvasElement);
    await expect(words.right).toBeLessThan(picture.right);
    await expect(words.left).toBeGreaterThan(picture.left + picture.width * 0.5);
  },
};

/** No stage stays; each step brings its own still. */
export const AsText: Story = {
  args: { motion: 'static' },
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    for (const { shadowRoot } of story.steps)
      await waitFor(() => expect(shadowRoot!.querySelector('figure')).toBeVisible());
  },
};

/** A heading with more than plain words in it. */
export const HeadingInASlot: Story = {
  render: () =>
    html`<scroll-story name="harvest">
        <story-chapter>
          <div slot="heading">
            <h2>Two <em>valleys</em></h2>
          </div>
          ${crates()}${steps}
        </story-chapter>
      </scroll-story>
      ${after}`,
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    await expect(canvasElement.querySelector('em')).toBeVisible();
    const chapter = canvasElement.querySelector('story-chapter')!;
    await expect(chapter.label.replace(/\s+/g, ' ')).toBe('Two valleys');
    await read(story, 'together');
  },
};

/** Two pictures in one stage: each step names the one that it shows. */
export const TwoScenes: Story = {
  render: () =>
    html`<scroll-story name="harvest">
        <story-chapter heading="Two valleys, one call">
          ${crates('crates')}${call('call')}
          <story-step id="together" name="Added together" scene="crates">
            <p>Together the valleys picked twenty-three crates.</p>
          </story-step>
          <story-step id="connected" name="The call begins" scene="call">
            <p>In the evening the one valley called the other.</p>
          </story-step>
        </story-chapter>
      </scroll-story>
      ${after}`,
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    const [counter, phone] = ['#crates', '#call'].map((id) => canvasElement.querySelector(id)!);
    await sees(story, 'together', '1 of 2 Added together');
    await waitFor(() => expect(phone).not.toBeVisible());
    await expect(counter).toBeVisible();
    await sees(story, 'connected', '2 of 2 The call begins');
    await waitFor(() => expect(counter).not.toBeVisible());
    await expect(phone).toBeVisible();
  },
};
