// A small story, invented, that the pages of the story's elements share, and a reader for it.
import { html, nothing, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { ScrollStory } from '../src/story/scroll-story.js';
import type { StoryChapter } from '../src/story/story-chapter.js';
import type { StoryStep } from '../src/story/story-step.js';

/** A story fills its page: each stands in a frame of its own in the docs. */
export const ownPage = { docs: { story: { inline: false, iframeHeight: 640 } } };

/** The scene of the first chapter: crates, counted by two valleys, then farm by farm. */
export const crates = (id?: string): TemplateResult => html`
  <expulsion-counter slot="stage" id=${id ?? nothing} unit="crates">
    <table>
      <tr>
        <th>Name</th>
        <th>Group</th>
        <th>Count</th>
      </tr>
      <tr>
        <td>Upper farm</td>
        <td>North</td>
        <td>12</td>
      </tr>
      <tr>
        <td>Mill farm</td>
        <td>South</td>
        <td>7</td>
      </tr>
      <tr>
        <td>Low farm</td>
        <td>South</td>
        <td>4</td>
      </tr>
    </table>
  </expulsion-counter>
`;

/** The scene of the second: a call between the valleys. */
export const call = (id?: string): TemplateResult => html`
  <phone-call-scene
    slot="stage"
    id=${id ?? nothing}
    from="North"
    to="South"
    duration="9"
  ></phone-call-scene>
`;

export const harvest: TemplateResult = html`
  <header slot="header">
    <h1>The harvest</h1>
    <p>Two valleys, three farms and one call: a small story, invented.</p>
  </header>
  <story-chapter layout="side" heading="Two valleys">
    ${crates()}
    <story-step id="together" name="Added together">
      <p>Together the valleys picked twenty-three crates.</p>
    </story-step>
    <story-step id="apart" name="Farm by farm">
      <p>One farm picked twelve of them.</p>
    </story-step>
  </story-chapter>
  <story-chapter layout="overlay" heading="One call">
    ${call()}
    <story-step id="connected" name="The call begins">
      <p>In the evening the one valley called the other.</p>
    </story-step>
    <story-step id="length" name="Nine minutes" scrub>
      <p>They talked for nine minutes. This step follows the scroll.</p>
    </story-step>
  </story-chapter>
`;

/** What a page has after a story; without it the last step could not be scrolled past the line. */
export const after: TemplateResult = html`<p style="min-block-size: 60vh; padding: 2em">
  The page goes on after the story.
</p>`;

/** The story in a canvas, once it has its steps, read from its start. */
export async function storyIn(canvas: HTMLElement | ShadowRoot): Promise<ScrollStory> {
  const story = canvas.querySelector<ScrollStory>('scroll-story')!;
  await expect(story).toBeInstanceOf(customElements.get('scroll-story')!);
  scrollTo({ top: 0, behavior: 'instant' });
  await waitFor(() => expect(story.steps.every(({ placed }) => placed)).toBe(true));
  await story.updateComplete;
  return story;
}

const patient = { timeout: 10_000 };

/** Scrolls until the line where steps become active has come a share of the way through a step. */
export async function read(story: ScrollStory, id: string, share = 0.5): Promise<StoryStep> {
  const step = story.steps.find((one) => one.id === id)!;
  await waitFor(() => {
    const { top, height } = step.getBoundingClientRect();
    const way = top + height * share - innerHeight * story.offset;
    scrollBy({ top: way, behavior: 'instant' });
    // A story that has just come takes its room yet, so that the way there may change.
    void expect(Math.abs(way)).toBeLessThan(2);
    void expect(activeIn(story)).toEqual([id]);
  }, patient);
  return step;
}

/** The steps that are active: never more than one. */
export const activeIn = (story: ScrollStory): string[] =>
  story.steps.filter((step) => step.active).map(({ id }) => id);

/** The picture that stands beside a step. */
export const sceneOf = (step: StoryStep): HTMLElement & { step: string; progress: number } => {
  const chapter = step.closest<StoryChapter>('story-chapter')!;
  const scenes = [
    ...chapter.querySelectorAll<ReturnType<typeof sceneOf>>(':scope > [slot="stage"]'),
  ];
  return scenes.find(({ id }) => id === step.scene) ?? scenes[0]!;
};

/** What the bar at the foot says: "2 of 4 Farm by farm". */
export const barOf = (story: ScrollStory): string =>
  [...story.shadowRoot!.querySelector('.where')!.children]
    .map(({ textContent }) => textContent.trim())
    .join(' ');

/** Whether something has a place in the page at all, whatever its own styles say. */
export const stands = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true });

/** Notes a story's events as they fire. */
export function hear(story: ScrollStory): string[] {
  const heard: string[] = [];
  story.addEventListener('story-step-change', ({ id, index, count, direction }) =>
    heard.push(`${id || 'above'}: ${index + 1} of ${count}, ${direction}`),
  );
  story.addEventListener('story-complete', () => heard.push('complete'));
  return heard;
}

/** Checks what a reader sees at a step: it is the active one, the bar names it, and the picture shows its state. */
export async function sees(
  story: ScrollStory,
  id: string,
  bar: string,
  state: string = id,
): Promise<void> {
  const step = await read(story, id);
  await waitFor(() => expect(barOf(story)).toBe(bar), patient);
  await expect(step).toHaveAttribute('active');
  await waitFor(() => expect(sceneOf(step).step).toBe(state), patient);
  await expect(sceneOf(step)).toHaveAttribute('data-step', state);
}
