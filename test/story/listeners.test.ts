import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import '../../stories/forty-one-minutes.html?story';
import { isListenedTo } from '../../src/story/listeners.js';
import { expectWarnings } from '../helpers.js';

describe('whoever listens to the progress', () => {
  const type = 'story-progress';

  it('of a story is noticed, and nobody else is', async () => {
    // It has no steps.
    expectWarnings();
    const story = await fixture(html`<scroll-story></scroll-story>`);
    story.addEventListener('story-step-change', () => {});
    document.addEventListener(type, () => {}, { once: true });
    expect(isListenedTo(story, type)).to.equal(false);
    story.addEventListener(type, () => {});
    expect(isListenedTo(story, type)).to.equal(true);
  });

  it('of a story in one tag is noticed by the story in it', async () => {
    const tag = await fixture<HTMLElement>(html`<forty-one-minutes></forty-one-minutes>`);
    const story = tag.shadowRoot!.querySelector('scroll-story')!;
    expect(isListenedTo(story, type)).to.equal(false);
    tag.addEventListener(type, () => {});
    expect(isListenedTo(story, type)).to.equal(true);
  });
});
