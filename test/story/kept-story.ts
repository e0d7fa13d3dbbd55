import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { ScrollStory } from '../../src/story/scroll-story.js';
import { frames, resizeWindow, settled } from '../helpers.js';

// A story in a page that does things to it, and how its reader goes about.

const picture = (name: string): string => `
<expulsion-counter slot="stage" groups="A;B"><table>
  <tr><th>name</th><th>count</th><th>group</th></tr>
  <tr><td>${name}</td><td>9</td><td>A</td></tr><tr><td>South</td><td>4</td><td>B</td></tr>
</table></expulsion-counter>`;

export const step = (id: string, state: string): string => `
<story-step id="${id}" step="${state}" scrub><p>Words of the step ${id}, enough of them to fill two lines or three
on a phone, and then some more, because there is always more to say.</p></story-step>`;

const markup = `
<header slot="header"><h2>A start</h2></header>
<story-chapter layout="side" heading="First">${picture('North')}${step('a', 'together')}${step('b', 'apart')}${step('c', 'apart')}</story-chapter>
<story-chapter layout="overlay" heading="Second">${picture('East')}${step('d', 'together')}${step('e', 'apart')}${step('f', 'apart')}</story-chapter>`;

export const page = document.createElement('div');
export const sheet = document.createElement('style');

export async function makeStory(hash = ''): Promise<ScrollStory> {
  // The story before has left its step in the address.
  history.replaceState(null, '', location.pathname + location.search + hash);
  page.innerHTML =
    '<div class="above" style="height: 600px"></div><div class="wrapper"><scroll-story name="kept" motion="full"></scroll-story></div><div class="below" style="height: 1500px"></div>';
  const story = page.querySelector('scroll-story')!;
  story.innerHTML = markup;
  await story.updateComplete;
  await settled();
  return story;
}

export const active = (story: ScrollStory): string =>
  story.steps
    .filter((one) => one.active)
    .map(({ id }) => id)
    .join();

export const isMoving = (story: ScrollStory): boolean =>
  [...story.querySelectorAll('story-chapter')].every(({ motion }) => motion === 'full');

/** Puts the line into a step, as a reader does who scrolls there. */
export async function put(story: ScrollStory, id: string, share: number): Promise<void> {
  const { top, height } = story.querySelector(`#${id}`)!.getBoundingClientRect();
  scrollBy({ top: top + height * share - innerHeight * story.offset, behavior: 'instant' });
  await settled();
  expect(active(story)).to.equal(id);
}

/** Lets the page do what it does, and observers tell of it. */
export async function later(): Promise<void> {
  await settled();
  await frames(6);
}

export const stageTop = (story: ScrollStory, id: string): number =>
  story
    .querySelector(`#${id}`)!
    .closest('story-chapter')!
    .shadowRoot!.querySelector('.stage')!
    .getBoundingClientRect().top;

export const { documentElement: root, body } = document;

/** Gives each test of a suite an empty page in a window of 1000 by 700. */
export function inWindow(): void {
  const size = { width: innerWidth, height: innerHeight };

  before(async () => {
    document.head.append(sheet);
    body.style.margin = '0';
    await resizeWindow(1000, 700);
  });

  after(async () => {
    sheet.remove();
    root.removeAttribute('style');
    body.removeAttribute('style');
    await resizeWindow(size.width, size.height);
  });

  beforeEach(() => {
    body.append(page);
    scrollTo(0, 0);
  });

  afterEach(() => {
    page.remove();
    page.removeAttribute('style');
    sheet.textContent = '';
    for (const one of [root, body]) one.removeAttribute('class');
    root.style.cssText = '';
    body.style.cssText = 'margin: 0';
  });
}
