import { expect } from '@open-wc/testing';
import { ScrollController } from '../../src/controllers/scroll-controller.js';
import { ScrollamaTrigger, isReliable } from '../../src/controllers/step-trigger.js';
import type { View } from '../../src/controllers/view.js';
import type { Place } from '../../src/core/place.js';
import { frames, settled, waitUntil } from '../helpers.js';
import { enclose, hostOf } from '../laws/world.js';

// What the scroll layer does for the story that it serves, beside saying where the reader is.

const line = 0.5;

describe('the host of a scroll controller', () => {
  let told: Place[];
  let near = 0;
  let page: HTMLElement;
  let box: HTMLElement;
  let story: HTMLElement;
  let reader: ScrollController;
  const steps = (): HTMLElement[] => [...story.children] as HTMLElement[];

  const into = (step: HTMLElement, through: number): void => {
    const { top, height } = step.getBoundingClientRect();
    scrollBy({ top: top + height * through - innerHeight * line, behavior: 'instant' });
  };

  beforeEach(async () => {
    told = [];
    near = 0;
    scrollTo(0, 0);
    story = document.createElement('div');
    for (const height of [400, 600, 500])
      story.insertAdjacentHTML('beforeend', `<div style="height: ${height}px"></div>`);
    ({ page, box } = enclose(story));
    page.firstElementChild!.setAttribute('style', 'height: 250vh');
    document.documentElement.style.overflowAnchor = 'none';
    reader = new ScrollController(hostOf(story), {
      steps,
      offset: () => line,
      onPlace: (place) => told.push(place),
      onNear: () => near++,
    });
    reader.hostConnected();
    await settled();
  });

  afterEach(() => {
    reader.hostDisconnected();
    page.remove();
    document.documentElement.removeAttribute('style');
    scrollTo(0, 0);
  });

  it('is told once that it comes near, before it is seen', async () => {
    expect(near).to.equal(0);
    const { top } = story.getBoundingClientRect();
    scrollBy({ top: top - innerHeight * 1.1, behavior: 'instant' });
    await waitUntil(() => near === 1, 'it is near');
    expect(story.getBoundingClientRect().top).to.be.above(innerHeight);
    into(steps()[1]!, 0.5);
    await settled();
    expect(near).to.equal(1);
  });

  it('is told its place anew when its steps may have changed, and else only what is new', async () => {
    into(steps()[1]!, 0.5);
    await waitUntil(() => told.at(-1)?.index === 1, 'the second step');
    await settled();
    const { length } = told;
    reader.look();
    await settled();
    expect(told).to.have.length(length);
    reader.refresh();
    await waitUntil(() => told.length > length, 'the same place again');
    expect(told.at(-1)).to.deep.equal(told[length - 1]);
  });

  it('is at its place again in the frame in which something above it has grown', async () => {
    into(steps()[1]!, 0.5);
    await waitUntil(() => told.at(-1)?.index === 1, 'the second step');
    await settled();
    const { top } = story.getBoundingClientRect();
    page.firstElementChild!.setAttribute('style', 'height: calc(250vh + 150px)');
    expect(story.getBoundingClientRect().top).to.be.closeTo(top + 150, 1);
    await frames();
    expect(story.getBoundingClientRect().top).to.be.closeTo(top, 1);
  });

  it('has the height of what scrolls it, where that is not the window', async () => {
    const height = (): string => story.style.getPropertyValue('--_view-height');
    expect(height()).to.equal('');
    box.firstElementChild!.after(story);
    reader.refresh();
    box.scrollIntoView({ block: 'center', behavior: 'instant' });
    await waitUntil(() => height() === '400px', 'the height of the box');
    page.firstElementChild!.after(story);
    reader.refresh();
    await waitUntil(() => height() === '', 'the window');
  });

  it('has a trigger that is in no step once it has stopped', async () => {
    const [, step] = steps();
    const nothing = (): void => {};
    const trigger = new ScrollamaTrigger(story, {
      ...{ steps: steps(), offset: line, onEnter: nothing, onExit: nothing },
    });
    into(step!, 0.5);
    await waitUntil(() => trigger.agrees(step), 'the second step');
    trigger.stop();
    expect(trigger.agrees(step)).to.equal(false);
    expect(trigger.agrees(undefined)).to.equal(true);
  });

  it('relies on no trigger in an element that scrolls, or where a page is scaled or zoomed', () => {
    const plain = { scroller: undefined, scale: 1, zoom: 1 } as View;
    const hasEnds = 'onscrollend' in window && parent === window;
    expect(isReliable(plain)).to.equal(hasEnds);
    for (const other of [{ scroller: box }, { scale: 0.6 }, { zoom: 1.25 }])
      expect(isReliable({ ...plain, ...other } as View), JSON.stringify(Object.keys(other))).to.equal(false); // prettier-ignore
  });
});
