import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { ScrollStory } from '../src/story/scroll-story.js';
import {
  activeIn,
  after,
  barOf,
  hear,
  harvest,
  ownPage,
  read,
  sceneOf,
  sees,
  stands,
  storyIn,
} from './tale.js';

const meta: Meta<ScrollStory> = {
  title: 'Story elements/Story',
  component: 'scroll-story',
  parameters: ownPage,
  args: { name: 'harvest', motion: '', theme: '', offset: 0.7 },
  argTypes: {
    motion: { control: 'select', options: ['', 'full', 'stepped', 'static'] },
    theme: { control: 'select', options: ['', 'light', 'dark', 'system'] },
    offset: { control: { type: 'range', min: 0, max: 1, step: 0.05 } },
  },
  render: ({ name, motion, theme, offset }) =>
    html`<scroll-story
        name=${name}
        motion=${motion || nothing}
        theme=${theme || nothing}
        offset=${offset}
        >${harvest}</scroll-story
      >${after}`,
};
export default meta;
type Story = StoryObj<ScrollStory>;

const inBar = <E extends Element = HTMLElement>(story: ScrollStory, selector: string): E =>
  story.shadowRoot!.querySelector<E>(`.controls ${selector}`)!;

export const Playground: Story = {
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    await expect(story.shadowRoot!.querySelector('.meta')).toHaveTextContent(
      '4 steps · 1 min read',
    );
    await expect(activeIn(story)).toEqual([]);
  },
};

/** From the first step to the last and back, and what the page around hears of it. */
export const ReadThrough: Story = {
  play: async ({ canvasElement, step }) => {
    const story = await storyIn(canvasElement);
    const heard = hear(story);
    await step('step by step, the picture and the bar follow', async () => {
      await sees(story, 'together', '1 of 4 Added together');
      await sees(story, 'apart', '2 of 4 Farm by farm');
      await sees(story, 'connected', '3 of 4 The call begins');
    });
    await step('back, the picture is as it was', () =>
      sees(story, 'together', '1 of 4 Added together'),
    );
    await step('at the end the story is complete, once', async () => {
      scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
      await waitFor(() => expect(heard.at(-1)).toBe('complete'));
      await read(story, 'apart');
      scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
      await waitFor(() => expect(activeIn(story)).toEqual(['length']));
    });
    await step('the page has heard of each step', () =>
      expect(heard).toEqual([
        'together: 1 of 4, down',
        'apart: 2 of 4, down',
        'connected: 3 of 4, down',
        'together: 1 of 4, up',
        'length: 4 of 4, down',
        'complete',
        'apart: 2 of 4, up',
        'length: 4 of 4, down',
      ]),
    );
  },
};

/** The bar opens a list of steps; each leads to its step, and Escape closes it. */
export const ListOfSteps: Story = {
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    await read(story, 'together');
    const button = inBar<HTMLButtonElement>(story, '.where');
    await waitFor(() => expect(button).toBeVisible());
    await userEvent.click(button);
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    const links = [...story.shadowRoot!.querySelectorAll<HTMLAnchorElement>('nav a')];
    await expect(links.map(({ textContent }) => textContent)).toEqual([
      'Added together',
      'Farm by farm',
      'The call begins',
      'Nine minutes',
    ]);
    await expect(links.map((link) => link.getAttribute('aria-current'))).toEqual([
      'step',
      null,
      null,
      null,
    ]);
    await userEvent.click(links[2]!);
    await waitFor(() => expect(activeIn(story)).toEqual(['connected']));
    await expect(location.hash).toBe('#harvest/connected');
    await userEvent.click(button);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(button).toHaveAttribute('aria-expanded', 'false'));
  },
};

/** One step on or back with the arrows of the bar. */
export const Arrows: Story = {
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    await read(story, 'together');
    await waitFor(() => expect(inBar(story, '.next')).toBeVisible());
    await expect(inBar(story, '.previous')).toBeDisabled();
    await userEvent.click(inBar(story, '.next'));
    await waitFor(() => expect(barOf(story)).toBe('2 of 4 Farm by farm'));
    await expect(inBar(story, '[role="status"]')).toHaveTextContent('2 of 4: Farm by farm');
    await userEvent.click(inBar(story, '.previous'));
    await waitFor(() => expect(barOf(story)).toBe('1 of 4 Added together'));
  },
};

/** Each step cuts to its end; what a reader gets who asked for less motion. */
export const StepByStep: Story = {
  args: { motion: 'stepped' },
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    await sees(story, 'apart', '2 of 4 Farm by farm');
    await sees(story, 'length', '4 of 4 Nine minutes');
    const call = sceneOf(await read(story, 'length', 0.2));
    await expect(call.shadowRoot!.querySelector('.clock, svg')).toBeVisible();
    await expect(getComputedStyle(call).getPropertyValue('--progress')).toBe('1');
  },
};

/** What print uses too: no stage stays, and after the words of each step stands its picture, with its description. */
export const AsText: Story = {
  args: { motion: 'static' },
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    for (const { shadowRoot, description } of story.steps) {
      await waitFor(() => expect(shadowRoot!.querySelector('figure')).toBeVisible());
      await expect(shadowRoot!.querySelector('figcaption')).toHaveTextContent(description);
    }
    for (const stage of canvasElement.querySelectorAll('[slot="stage"]'))
      await expect(stands(stage)).toBe(false);
  },
};

/** The reader chooses in the list of steps, or at the start, and stays at their step. */
export const ChosenByTheReader: Story = {
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    await read(story, 'connected');
    await waitFor(() => expect(inBar(story, '.where')).toBeVisible());
    await userEvent.click(inBar(story, '.where'));
    await userEvent.click(inBar<HTMLInputElement>(story, 'input[value="static"]'));
    const stage = canvasElement.querySelector('[slot="stage"]')!;
    await waitFor(() => expect(stands(stage)).toBe(false));
    await waitFor(() => expect(activeIn(story)).toEqual(['connected']));
    const start = story.shadowRoot!.querySelector<HTMLElement>('.meta button:last-of-type')!;
    await expect(start).toHaveTextContent('Let the pictures move');
    await userEvent.click(start);
    await waitFor(() => expect(stands(stage)).toBe(true));
  },
};

export const Dark: Story = {
  globals: { theme: 'dark' },
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    await expect(getComputedStyle(story).backgroundColor).toBe('rgb(11, 16, 23)');
    await sees(story, 'apart', '2 of 4 Farm by farm');
  },
};

/** A story can be dark in a light page. */
export const DarkInALightPage: Story = {
  args: { theme: 'dark' },
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    await expect(getComputedStyle(story).backgroundColor).toBe('rgb(11, 16, 23)');
    await expect(getComputedStyle(document.documentElement).colorScheme).toBe('light');
    await read(story, 'together');
  },
};

/** A narrow story lays its words over the picture. */
export const OnAPhone: Story = {
  globals: { width: 'phone' },
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    await sees(story, 'apart', '2 of 4 Farm by farm');
    const step = await read(story, 'apart', 0.3);
    const [words, picture] = [step, sceneOf(step)].map((one) => one.getBoundingClientRect());
    await expect(story.clientWidth).toBeLessThanOrEqual(390);
    await expect(words!.left).toBeGreaterThanOrEqual(picture!.left);
    await expect(words!.right).toBeLessThanOrEqual(picture!.right);
  },
};

/** In a page written from right to left the words stand at the right, the picture at the left. */
export const RightToLeft: Story = {
  globals: { locale: 'ar-EG' },
  render: () => html`
    <scroll-story name="harvest">
      <header slot="header">
        <h1>الحصاد</h1>
        <p>قصة صغيرة متخيَّلة عن واديين.</p>
      </header>
      <story-chapter layout="side" heading="الواديان">
        <expulsion-counter slot="stage" unit="صندوق">
          <table>
            <tr>
              <th data-column="name">المزرعة</th>
              <th data-column="group">الوادي</th>
              <th data-column="count">العدد</th>
            </tr>
            <tr>
              <td>العليا</td>
              <td>الشمال</td>
              <td>12</td>
            </tr>
            <tr>
              <td>السفلى</td>
              <td>الجنوب</td>
              <td>7</td>
            </tr>
          </table>
        </expulsion-counter>
        <story-step id="together" name="معًا"><p>جمع الواديان تسعة عشر صندوقًا.</p></story-step>
        <story-step id="apart" name="كلٌّ على حدة"><p>جمعت مزرعة واحدة اثني عشر منها.</p></story-step>
      </story-chapter>
    </scroll-story>
    ${after}
  `,
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    const step = await read(story, 'apart', 0.3);
    await waitFor(() => expect(barOf(story)).toContain('٢'));
    const [words, picture] = [step, sceneOf(step)].map((one) => one.getBoundingClientRect());
    await expect(words!.left).toBeGreaterThanOrEqual(picture!.right - 1);
  },
};

/** Nothing to read is told in the console; what stands there stays. */
export const WithoutSteps: Story = {
  parameters: { warns: ['has no steps; put a chapter with steps in it'] },
  render: () => html`
    <scroll-story>
      <header slot="header"><h1>An empty story</h1></header>
    </scroll-story>
  `,
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    await expect(canvasElement.querySelector('h1')).toBeVisible();
    await expect(story.shadowRoot!.querySelector('.controls')).toBeNull();
  },
};

/** An ancestor that clips makes a picture that stays impossible: the story says whose fault it is, and is text with stills. */
export const CannotStay: Story = {
  parameters: { warns: ['the ancestor <div.narrow> has overflow "hidden'] },
  render: () =>
    html`<div class="narrow" style="overflow: hidden">
      <scroll-story name="harvest">${harvest}</scroll-story>
    </div>`,
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    await waitFor(() => expect(story.shadowRoot!.querySelector('.warning')).toBeVisible());
    await waitFor(() => expect(story.steps[0]!.shadowRoot!.querySelector('figure')).toBeVisible());
  },
};

/** A line that is no share of the window is told; the story takes the usual one. */
export const BadOffset: Story = {
  args: { offset: 7 },
  parameters: { warns: ['has offset "7"; give a number from 0 to 1'] },
  play: async ({ canvasElement }) => {
    const story = await storyIn(canvasElement);
    await expect(story.goTo('apart')).toBe(true);
    await waitFor(() => expect(activeIn(story)).toEqual(['apart']));
  },
};
