// Pictures that know nothing of this package, as the gallery shows them.
import { expect, fixture, html } from '@open-wc/testing';
import { Chart } from 'chart.js';
import type { TemplateResult } from 'lit';
import '../../src/story/story-step.define.js';
import '../../src/story/story-chapter.define.js';
import '../../src/story/scroll-story.define.js';
import type { MotionMode } from '../../src/core/cue.js';
import type { ScrollStory } from '../../src/story/scroll-story.js';
import { chart, drawing, film, image } from '../../stories/any-element.js';
import { BarChart } from '../../stories/bar-chart.js';
import { settled, waitUntil } from '../helpers.js';

customElements.define('bar-chart', BarChart);

const board = new URL('../../assets/switchboard.svg', import.meta.url).href;

/** The film as a whole: a server that answers for no part of a file would not let it be put to a moment. */
const dial = URL.createObjectURL(
  await (await fetch(new URL('../../assets/dial.webm', import.meta.url))).blob(),
);

async function begin(template: TemplateResult, motion: MotionMode): Promise<ScrollStory> {
  const page = await fixture<HTMLElement>(html`
    <div>
      <p style="height: 1200px">Above</p>
      ${template}
      <p style="height: 1200px">Below</p>
    </div>
  `);
  const story = page.querySelector('scroll-story')!;
  story.motion = motion;
  await settled();
  return story;
}

/** Puts the line where steps become active at a share of a step. */
async function put(story: ScrollStory, id: string, share = 0.5): Promise<void> {
  const { top, height } = story.querySelector(`#${id}`)!.getBoundingClientRect();
  scrollBy({ top: top + height * share - innerHeight * story.offset, behavior: 'instant' });
  await settled();
}

/** The way through its step that an element has been given, which is somewhere on it. */
function given(element: HTMLElement | SVGElement): number {
  const progress = Number(element.style.getPropertyValue('--progress'));
  expect(progress).to.be.above(0).and.below(1);
  return progress;
}

const becomes = (seen: () => number, value: number, what: string, near = 0.05): Promise<void> =>
  waitUntil(() => Math.abs(seen() - value) <= near, `${what} becomes ${value}`);

describe('any element as a scene', () => {
  beforeEach(() => scrollTo({ top: 0, behavior: 'instant' }));

  it('an image: CSS moves it by the name of the step and the way through it, and back', async () => {
    const story = await begin(image(board), 'full');
    const img = story.querySelector('img')!;
    const matrix = (): DOMMatrix => new DOMMatrix(getComputedStyle(img).transform);
    await put(story, 'whole');
    await becomes(() => matrix().a, 1, 'its size');
    await put(story, 'lamp');
    await becomes(() => matrix().a, 3, 'its size');
    const lamp = matrix();
    expect(lamp.e, 'what lies right of the middle moves left').to.be.below(0);
    expect(lamp.f, 'what lies above it moves down').to.be.above(0);
    await put(story, 'cord', 0.9);
    await waitUntil(() => matrix().f < 0, 'it follows the cord down');
    await put(story, 'cord', 0.02);
    await waitUntil(() => matrix().f > 0, 'and up again');
    await put(story, 'whole');
    await becomes(() => matrix().a, 1, 'its size');
    await becomes(() => matrix().f, 0, 'its place');
    expect(img.dataset['step']).to.equal('whole');
  });

  it('a drawing: `--progress` alone moves what is in it', async () => {
    const story = await begin(drawing(), 'full');
    const svg = story.querySelector('svg')!;
    const ship = story.querySelector('.ship')!;
    const laid = story.querySelector('.laid')!;
    const way = (): number => new DOMMatrix(getComputedStyle(ship).transform).e / 250;
    const left = (): number => parseFloat(getComputedStyle(laid).strokeDashoffset);
    await put(story, 'harbour');
    expect([way(), left()]).to.deep.equal([0, 1]);
    const ways: number[] = [];
    for (const share of [0.1, 0.3]) {
      await put(story, 'laying', share);
      ways.push(way());
      expect(way()).to.be.closeTo(given(svg), 0.01);
      expect(left()).to.be.closeTo(1 - given(svg), 0.01);
    }
    expect(ways[1]).to.be.above(ways[0]! + 0.1);
    await put(story, 'landed');
    expect([way(), left()]).to.deep.equal([1, 0]);
    await put(story, 'harbour');
    expect([way(), left()]).to.deep.equal([0, 1]);
  });

  it('a film: the scroll puts it to its moment and shows another picture', async () => {
    const story = await begin(film(dial), 'full');
    const video = story.querySelector('video')!;
    await waitUntil(() => video.readyState >= 2, 'the film is there');
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [100, 75];
    const pen = canvas.getContext('2d', { willReadFrequently: true })!;
    /** How red the film is where the seventh hole is at rest. */
    const redAtRest = (): number => {
      pen.drawImage(video, 0, 0, 100, 75);
      const [red = 0, green = 0] = pen.getImageData(30, 49, 1, 1).data;
      return red - green;
    };
    await put(story, 'turn', 0.02);
    await waitUntil(() => redAtRest() > 80, 'the dial is at rest');
    await put(story, 'turn', 0.3);
    await becomes(() => video.currentTime, given(video) * video.duration, 'its time');
    await waitUntil(() => redAtRest() < 40, 'the dial has turned');
    await put(story, 'rest');
    await becomes(() => video.currentTime, video.duration, 'its time', 0.1);
    await put(story, 'turn', 0.02);
    await waitUntil(() => redAtRest() > 80, 'the dial is at rest again');
    expect(video.paused).to.equal(true);
  });

  it('a film that comes late is put to where the reader is by then', async () => {
    const story = await begin(film(''), 'full');
    const video = story.querySelector('video')!;
    await put(story, 'turn', 0.1);
    await put(story, 'turn', 0.3);
    video.src = dial;
    await becomes(() => video.currentTime, given(video) * 2, 'its time');
  });

  it('a film read as text: each still is the end of its step', async () => {
    const story = await begin(film(dial), 'static');
    const still = (): HTMLVideoElement | null | undefined =>
      story.querySelector('#turn')!.querySelector('video');
    await waitUntil(() => still(), 'there is a still');
    await becomes(() => still()!.currentTime, 2, 'its time', 0.1);
  });

  it('a chart of another library: its bars are those of the step, or between two', async () => {
    const story = await begin(chart(), 'full');
    const bar = story.querySelector<BarChart>('bar-chart')!;
    const canvas = bar.shadowRoot!.querySelector('canvas')!;
    const bars = (): unknown => Chart.getChart(canvas)!.data.datasets[0]!.data;
    await put(story, 'weekday');
    expect(bars()).to.deep.equal([4, 12, 9, 6]);
    expect(canvas.ariaLabel).to.equal('Calls an hour, weekday: 6 4, 10 12, 14 9, 18 6.');
    await put(story, 'sunday', 0.2);
    const [, ten] = bars() as number[];
    expect(ten, 'on the way from 12 to 3').to.be.closeTo(12 - 9 * given(bar), 0.01);
    await put(story, 'storm');
    expect(bars()).to.deep.equal([9, 16, 20, 11]);
    await put(story, 'weekday');
    expect(bars()).to.deep.equal([4, 12, 9, 6]);
    bar.remove();
    expect(Chart.getChart(canvas), 'nothing of it is left').to.equal(undefined);
  });

  for (const motion of ['stepped', 'static'] as const)
    it(`${motion}: nothing follows the scroll`, async () => {
      const story = await begin(drawing(), motion);
      const svg = story.querySelector('svg')!;
      await put(story, 'laying', 0.3);
      expect(svg.dataset['step']).to.equal('laying');
      expect(svg.style.getPropertyValue('--progress'), 'the end of the step').to.equal('1');
    });
});
