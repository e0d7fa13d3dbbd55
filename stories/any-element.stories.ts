import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { Chart } from 'chart.js';
import type { TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import dial from '../assets/dial.webm?inline';
import board from '../assets/switchboard.svg?no-inline';
import { chart, cord, drawing, film, image } from './any-element.js';
import { BarChart } from './bar-chart.js';
import barChartSource from './bar-chart.ts?raw';
import { CordDrawing } from './cord-drawing.js';
import cordDrawingSource from './cord-drawing.ts?raw';

if (!customElements.get('bar-chart')) customElements.define('bar-chart', BarChart);
if (!customElements.get('cord-drawing')) customElements.define('cord-drawing', CordDrawing);

/** The markup of a template, for the docs: without lit's marks and with the addresses that a page would have. */
const written = (template: TemplateResult): string =>
  template.strings.join('FILE').replace('src=FILE', 'src="your-file"').trim();
const docs = (code: string): object => ({ docs: { source: { language: 'html', code } } });

const meta: Meta = {
  title: 'Reuse/Any element',
  globals: { motion: 'full' },
  // Each has a page of its own to scroll, in the docs too.
  parameters: { docs: { story: { inline: false, height: '30rem' } } },
};
export default meta;
type Story = StoryObj;

/** Scrolls until a share of a step has passed the line where steps become active. */
async function goTo(canvas: HTMLElement, id: string, share = 0.5): Promise<void> {
  const story = canvas.querySelector('scroll-story')!;
  const step = canvas.querySelector(`#${id}`)!;
  await waitFor(() => {
    const { top, height } = step.getBoundingClientRect();
    scrollBy({ top: top + height * share - innerHeight * story.offset, behavior: 'instant' });
    expect(step).toHaveAttribute('active');
  });
}

export const AnImage: Story = {
  render: () => image(board),
  parameters: docs(written(image(''))),
  play: async ({ canvasElement }) => {
    const img = canvasElement.querySelector('img')!;
    const size = (): number => img.getBoundingClientRect().width / img.offsetWidth;
    await goTo(canvasElement, 'whole');
    await waitFor(() => expect(size()).toBeCloseTo(1, 2));
    await goTo(canvasElement, 'lamp');
    await waitFor(() => expect(size()).toBeCloseTo(3, 2));
    const { top } = img.getBoundingClientRect();
    await goTo(canvasElement, 'cord', 0.8);
    await waitFor(() => expect(img.getBoundingClientRect().top).toBeLessThan(top - 100));
    await goTo(canvasElement, 'whole');
    await waitFor(() => expect(size()).toBeCloseTo(1, 2));
  },
};

export const ADrawingInCssAlone: Story = {
  name: 'A drawing, in CSS alone',
  render: drawing,
  parameters: docs(written(drawing())),
  play: async ({ canvasElement }) => {
    const ship = canvasElement.querySelector('.ship')!;
    const svg = canvasElement.querySelector('svg')!;
    await goTo(canvasElement, 'harbour');
    const start = ship.getBoundingClientRect().left;
    await goTo(canvasElement, 'laying', 0.3);
    await waitFor(() => expect(ship.getBoundingClientRect().left).toBeGreaterThan(start + 20));
    await goTo(canvasElement, 'landed');
    await waitFor(() => expect(svg.querySelector('.lamp')).toHaveStyle({ opacity: 1 }));
    await goTo(canvasElement, 'harbour');
    await waitFor(() => expect(ship.getBoundingClientRect().left).toBeCloseTo(start, 0));
  },
};

export const AFilm: Story = {
  render: () => film(dial),
  parameters: docs(written(film(''))),
  play: async ({ canvasElement }) => {
    const video = canvasElement.querySelector('video')!;
    await waitFor(() => expect(video.duration).toBeCloseTo(2, 1));
    await goTo(canvasElement, 'turn', 0.3);
    await waitFor(() => {
      const progress = Number(video.style.getPropertyValue('--progress'));
      expect(progress).toBeGreaterThan(0.1);
      expect(video.currentTime).toBeCloseTo(progress * video.duration, 1);
    });
    await expect(video.paused, 'nothing plays by itself').toBe(true);
    await goTo(canvasElement, 'rest');
    await waitFor(() => expect(video.currentTime).toBeCloseTo(2, 1));
    await goTo(canvasElement, 'turn', 0.02);
    await waitFor(() => expect(video.currentTime).toBeLessThan(0.4));
  },
};

export const AChart: Story = {
  name: 'A chart from another library',
  render: chart,
  parameters: docs(`${written(chart())}\n\n<!-- bar-chart.ts -->\n${barChartSource}`),
  play: async ({ canvasElement }) => {
    const canvas = canvasElement.querySelector('bar-chart')!.shadowRoot!.querySelector('canvas')!;
    const bars = (): unknown => Chart.getChart(canvas)!.data.datasets[0]!.data;
    await goTo(canvasElement, 'weekday');
    await waitFor(() => expect(bars()).toEqual([4, 12, 9, 6]));
    await expect(canvas).toHaveAccessibleName('Calls an hour, weekday: 6 4, 10 12, 14 9, 18 6.');
    await goTo(canvasElement, 'storm');
    await waitFor(() => expect(bars()).toEqual([9, 16, 20, 11]));
    await goTo(canvasElement, 'weekday');
    await waitFor(() => expect(bars()).toEqual([4, 12, 9, 6]));
  },
};

export const AGsapTimeline: Story = {
  name: 'A GSAP timeline',
  render: cord,
  parameters: docs(`${written(cord())}\n\n<!-- cord-drawing.ts -->\n${cordDrawingSource}`),
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector('cord-drawing')!.shadowRoot!;
    const lit = (): number => Number(root.querySelector('.lamp')!.getAttribute('opacity'));
    const open = (): number =>
      Number(root.querySelector('.cord')!.getAttribute('stroke-dashoffset'));
    await goTo(canvasElement, 'apart');
    await waitFor(() => expect([open(), lit()]).toEqual([1, 0]));
    await goTo(canvasElement, 'connected', 0.3);
    await waitFor(() => {
      expect(open()).toBeGreaterThan(0.1);
      expect(open()).toBeLessThan(0.9);
    });
    await goTo(canvasElement, 'lit');
    await waitFor(() => expect([open(), lit()]).toEqual([0, 1]));
    await goTo(canvasElement, 'apart');
    await waitFor(() => expect([open(), lit()]).toEqual([1, 0]));
  },
};

const readAsText = (story: Story): Story => ({ ...story, globals: { motion: 'static' } });

export const AnImageAsText: Story = {
  ...readAsText(AnImage),
  name: 'An image, read as text',
  play: async ({ canvasElement }) => {
    const stills = await waitFor(() => {
      const found = [...canvasElement.querySelectorAll('story-step')].map((step) =>
        step.querySelector<HTMLElement>('img[slot="still"]'),
      );
      expect(found.every(Boolean)).toBe(true);
      return found as HTMLElement[];
    });
    await expect(stills.map((still) => still.dataset['step'])).toEqual(['whole', 'lamp', 'cord']);
  },
};

export const AFilmAsText: Story = {
  ...readAsText(AFilm),
  name: 'A film, read as text',
  play: async ({ canvasElement }) => {
    await waitFor(() => {
      const [turn] = canvasElement.querySelectorAll('story-step');
      const still = turn!.querySelector('video')!;
      expect(still.currentTime, 'a still is the end of its step').toBeCloseTo(2, 1);
    });
  },
};
