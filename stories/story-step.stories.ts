import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { StoryStep } from '../src/story/story-step.js';
import { after, barOf, call, crates, ownPage, read, sceneOf, sees, storyIn } from './tale.js';

/** A story with a chapter for the steps. */
const around = (steps: TemplateResult, scene = crates()): TemplateResult =>
  html`<scroll-story name="harvest">
      <story-chapter heading="Two valleys">${scene}${steps}</story-chapter>
    </scroll-story>
    ${after}`;

const meta: Meta<StoryStep> = {
  title: 'Story elements/Step',
  component: 'story-step',
  parameters: ownPage,
  args: { id: 'second', step: 'apart', name: 'Farm by farm', scene: '', claims: '', scrub: false },
  argTypes: { step: { control: 'select', options: ['together', 'apart'] } },
  render: ({ id, step, name, scene, claims, scrub }) =>
    around(html`
      <story-step id="together" name="Added together">
        <p>Together the valleys picked twenty-three crates.</p>
      </story-step>
      <story-step
        id=${id}
        step=${step}
        name=${name}
        scene=${scene}
        claims=${claims}
        ?scrub=${scrub}
      >
        <p>One farm picked twelve of them.</p>
      </story-step>
    `),
};
export default meta;
type Story = StoryObj<StoryStep>;

const shown = (step: StoryStep): string =>
  getComputedStyle(sceneOf(step)).getPropertyValue('--progress');

export const Playground: Story = {
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    await sees(story, 'second', '2 of 2 Farm by farm', 'apart');
  },
};

/** The picture plays to the step's state when the reader comes to it, and stays there. */
export const PlaysWhenEntered: Story = {
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    await expect(shown(await read(story, 'second', 0.1))).toBe('1');
    await expect(shown(await read(story, 'second', 0.9))).toBe('1');
  },
};

/** The picture follows the scroll through the first part of the step, forwards and back, and then stands still. */
export const FollowsTheScroll: Story = {
  args: { scrub: true },
  globals: { motion: 'full' },
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    for (const share of [0.15, 0.9, 0.45]) {
      const step = await read(story, 'second', share);
      await waitFor(() => expect(Number(shown(step))).toBeCloseTo(Math.min(1, share / 0.6), 1));
    }
  },
};

/** Where less motion is wanted nothing follows the scroll. */
export const FollowsNothingStepByStep: Story = {
  args: { scrub: true },
  globals: { motion: 'stepped' },
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    for (const share of [0.25, 0.75])
      await expect(shown(await read(story, 'second', share))).toBe('1');
  },
};

/** Without a name it is called by its first words. */
export const WithoutAName: Story = {
  args: { name: '' },
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    await read(story, 'second');
    await waitFor(() => expect(barOf(story)).toBe('2 of 2 One farm picked twelve of them.'));
  },
};

/** What the picture shows is said to who does not see it, after the words. */
export const DescribedForAScreenReader: Story = {
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    const step = await read(story, 'second');
    await expect(step.description).toMatch(/\w{3}/);
    await expect(step.shadowRoot!.querySelector('.card')).toHaveTextContent(
      `Picture: ${step.description}`,
    );
  },
};

/** The claims that its words make, and the hands they came through, opened in place. */
export const WithItsClaims: Story = {
  render: () =>
    html`${around(html`
        <story-step id="together" name="Added together" claims="book">
          <p>Together the valleys picked twenty-three crates.</p>
          <details>
            <summary>How we know</summary>
            <source-chain compact claim="book" src="#claims"></source-chain>
          </details>
        </story-step>
      `)}
      <ol id="claims" hidden>
        <li data-claim="book" data-standing="corroborated">
          <p data-part="claim">The valleys picked 23 crates.</p>
          <p data-part="speaker">The farms’ book</p>
          <ol data-part="hands">
            <li>The pickers</li>
            <li>The bookkeeper</li>
          </ol>
          <p data-part="certainty">Counted twice.</p>
        </li>
      </ol>`,
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    const step = await read(story, 'together');
    await userEvent.click(step.querySelector('summary')!);
    const chain = step.querySelector('source-chain')!;
    await waitFor(() => expect(chain.shadowRoot!.querySelector('.hands')).toBeVisible());
    const hands = [...chain.shadowRoot!.querySelectorAll('.hands li')];
    await expect(hands.map(({ textContent }) => textContent)).toEqual([
      'The pickers',
      'The bookkeeper',
      'You',
    ]);
  },
};

/** A step can be taller than the window; it is read from its top. */
export const TallerThanTheWindow: Story = {
  render: () =>
    around(html`
      <story-step id="together" name="Added together">
        ${Array.from({ length: 24 }, (_, at) => html`<p>Day ${at + 1}: the valleys pick.</p>`)}
      </story-step>
      <story-step id="apart" name="Farm by farm"><p>One farm picked twelve of them.</p></story-step>
    `),
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    story.goTo('together');
    await waitFor(() => expect(barOf(story)).toBe('1 of 2 Added together'));
    await expect(
      canvasElement.querySelector('story-step p')!.getBoundingClientRect().top,
    ).toBeGreaterThan(0);
    await sees(story, 'apart', '2 of 2 Farm by farm');
  },
};

/** A state that the scene does not have: the picture stays as it was, and the console names the ones it has. */
export const UnknownState: Story = {
  args: { step: 'sold' },
  parameters: { warns: ['has no step "sold"; its steps are "together", "apart"'] },
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    const step = await read(story, 'second');
    await expect(step.querySelector('p')).toBeVisible();
    await waitFor(() => expect(barOf(story)).toBe('2 of 2 Farm by farm'));
  },
};

/** A scene that is not in its stage. */
export const UnknownScene: Story = {
  render: () =>
    around(
      html`<story-step id="connected" name="The call begins" scene="radio">
        <p>In the evening the one valley called the other.</p>
      </story-step>`,
      call('call'),
    ),
  parameters: { warns: ['asks for the scene "radio"; the ids in its stage are "call"'] },
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    await expect((await read(story, 'connected')).querySelector('p')).toBeVisible();
  },
};

/** A step that stands nowhere in a story is text, and the console says where it belongs. */
export const OutsideAStory: Story = {
  parameters: { warns: ['<story-step id="lost"> stands outside a chapter of a story'] },
  render: () => html`<story-step id="lost"><p>These words stand alone.</p></story-step>`,
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('p')).toBeVisible();
    await expect(canvasElement.querySelector('story-step')).not.toHaveAttribute('active');
  },
};
