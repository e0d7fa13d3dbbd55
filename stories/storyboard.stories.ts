import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { define } from '../src/core/define.js';
import './forty-one-minutes.html?story';
import { page } from './long-distance-page.js';
import { ownPage } from './tale.js';
import { StoryBoard } from '../src/board/story-board.js';

// Not in the module itself: a bundle may drop one that is imported for its effect alone.
define('story-board', StoryBoard);

/**
 * All steps of a story on one sheet, for an editor to look through, to print (A4, two steps to a page as a rule) or to
 * send round: what a reader sees at each step, on a desk and on a phone; the words; the picture in words; the claims
 * with their certainty, hands and sources. Every picture is drawn by the story's own elements, as the story draws it.
 *
 * The preflight at its top looks the whole story through; what it finds names the step and the remedy. Its checks are
 * pure functions (`src/board/preflight.ts`), to be used on other stories too.
 */
const meta: Meta = {
  title: 'The story/Storyboard',
  parameters: { ...ownPage, controls: { disable: true } },
};
export default meta;
type Story = StoryObj;

const boardIn = async (canvas: HTMLElement): Promise<StoryBoard> => {
  const board = canvas.querySelector<StoryBoard>('story-board')!;
  await board.ready;
  return board;
};

/** The story itself in the gallery: every step of the board leads to it there. */
const finished = '?id=the-story-forty-one-minutes--the-finished-story&viewMode=story';

const all = (board: StoryBoard, selector: string): HTMLElement[] => [
  ...board.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];

const texts = (board: StoryBoard, selector: string): string[] =>
  all(board, selector).map(({ textContent }) => textContent.trim().replace(/\s+/g, ' '));

/** What the preflight says is to be mended. */
const toMend = (board: StoryBoard): string[] => texts(board, '.preflight li li');

/** Every step is there, numbered in order, with its words and two drawn pictures that are all of their size. */
async function holdsTheStory(board: StoryBoard, ids: readonly string[]): Promise<void> {
  await expect(texts(board, '.number')).toEqual(ids.map((_, at) => `${at + 1}`));
  const links = texts(board, '.step code').map((link) => link.split('/')[1]);
  await expect(links).toEqual(ids);
  for (const step of all(board, '.step')) {
    await expect(step.querySelector('.words')).toHaveTextContent(/\w{3}/);
    for (const still of step.querySelectorAll<HTMLElement>('.still')) {
      const scene = still.firstElementChild!.shadowRoot!.querySelector('[slot="stage"]')!;
      const [box, picture] = [still, scene].map((one) => one.getBoundingClientRect());
      await expect(picture!.width / box!.width).toBeGreaterThan(0.5);
      await expect(picture!.height / box!.height).toBeGreaterThan(0.8);
      await expect(scene.shadowRoot?.querySelector('svg *') ?? scene).not.toBeNull();
      // Such as that the outlines of a map are missing.
      await expect(scene.shadowRoot?.querySelector('.notice') ?? null).toBeNull();
    }
  }
}

export const FortyOneMinutes: Story = {
  // 42 pictures are much for axe; it looks at the other boards, which are made alike.
  parameters: { a11y: { test: 'off' } },
  render: () =>
    html`<story-board address=${finished}><forty-one-minutes></forty-one-minutes></story-board>`,
  play: async ({ canvasElement, step }) => {
    const board = await boardIn(canvasElement);
    const tag = canvasElement.querySelector('forty-one-minutes')!;
    await step('every step with its words and its pictures', () =>
      holdsTheStory(
        board,
        [...tag.shadowRoot!.querySelectorAll('story-step')].map(({ id }) => id),
      ),
    );
    await step('nothing to mend', () => expect(toMend(board)).toEqual([]));
  },
};

/** The other story, as it stands in its own page. */
export const LongDistance: Story = {
  render: () => {
    const { head, body } = page.cloneNode(true) as Document;
    const words = [...body.children].filter((child) => child.localName !== 'script');
    return html`<story-board
      ><div>${[...head.querySelectorAll('style')]}${words}</div></story-board
    >`;
  },
  play: async ({ canvasElement, step }) => {
    const board = await boardIn(canvasElement);
    await step('every step with its words and its pictures', () =>
      holdsTheStory(
        board,
        [...canvasElement.querySelectorAll('story-step')].map(({ id }) => id),
      ),
    );
    await step('nothing to mend', () => expect(toMend(board)).toEqual([]));
  },
};

/** A grey square, without a word to say what it is. */
const square =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"%3E%3Crect width="9" height="9" fill="grey"/%3E%3C/svg%3E';

const long =
  'The farms lie in two valleys, and the road between them is closed from the first snow until the thaw. ';

// The image without `alt` is one of the faults; it stands where nobody meets it.
/* eslint-disable lit-a11y/alt-text */
/** A small story that has each of the faults that the preflight looks for. */
export const AStoryWithFaults: Story = {
  parameters: { warns: ['has no step "apart-again"', 'outside a chapter'] },
  render: () => html`
    <story-board>
      <scroll-story name="faults" lang="en" dir="ltr">
        <header slot="header">
          <h1>A story with faults</h1>
          <p>Invented, to show what the preflight finds and how it says so.</p>
        </header>
        <story-chapter heading="Two valleys">
          <expulsion-counter slot="stage" id="crates" unit="crates" groups="North, South">
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
            </table>
          </expulsion-counter>
          <img slot="stage" id="square" src=${square} />
          <story-step id="together" name="Sound" claims="harvest" scene="crates">
            <p>The two farms picked nineteen crates.</p>
          </story-step>
          <story-step id="same" step="together" name="Same picture" claims="harvest" scene="crates">
            <p>Of these the upper farm picked twelve.</p>
          </story-step>
          <story-step id="apart" name="Unknown claim" claims="weather" scene="crates">
            <p>The mill farm picked seven.</p>
          </story-step>
          <story-step id="apart-again" name="Unknown state" claims="harvest" scene="crates">
            <p>They were not counted again.</p>
          </story-step>
          <story-step
            id="figure"
            step="apart"
            name="Strange figure"
            claims="harvest"
            scene="crates"
          >
            <p>It takes ninety-nine apples to fill a crate.</p>
          </story-step>
          <story-step id="undescribed" name="Image" claims="harvest" scene="square">
            <p>This is the mill.</p>
          </story-step>
          <story-step id="tall" step="together" name="Tall" claims="harvest" scene="crates">
            <p>${long.repeat(8)}</p>
          </story-step>
          <story-step id="pale" step="apart" name="Pale, no claim" scene="crates">
            <p style="color: #8a8f96">Few of them were sold.</p>
          </story-step>
          <story-step id="together" name="Twice" claims="harvest" scene="crates">
            <p>They picked together.</p>
          </story-step>
          <story-step id="unseen" step="apart" name="Hidden" claims="harvest" scene="crates" hidden>
            <p>Nobody comes here.</p>
          </story-step>
        </story-chapter>
        <story-step id="stray" name="Stray" claims="harvest"><p>Nor here.</p></story-step>
        <ol hidden>
          <li data-claim="harvest" data-standing="corroborated">
            <p data-part="claim">
              The upper farm picked 12 crates, the mill farm seven: 19 in all.
            </p>
            <p data-part="speaker">The farms’ books</p>
            <p data-part="certainty">Counted twice.</p>
          </li>
          <li data-claim="rain"><p data-part="claim">It rained.</p></li>
        </ol>
      </scroll-story>
    </story-board>
  `,
  play: async ({ canvasElement }) => {
    const board = await boardIn(canvasElement);
    const found = toMend(board);
    const expected = [
      /^9, together, has the id of an earlier step, “together”/,
      /^10, unseen, is hidden/,
      /^11, stray, stands outside a chapter/,
      /^4, apart-again, asks for the picture “apart-again”, .*“together”, “apart”/,
      /^6, undescribed, has a picture without a description\. Give the image an “alt”/,
      /^8, pale, names no claim and no source/,
      /^3, apart, names “weather”/,
      /^No step makes the claim “rain”/,
      /^The claim “harvest” is said to be borne out, and no source is given/,
      /^Nobody stands behind the claim “rain”/,
      /^Nothing says how sure the claim “rain” is/,
      /^5, figure, states 99,/,
      /^7, tall, is \d+ px tall on a phone of 320 × 568/,
      /^2, same, shows the same picture as the step before it, “together”/,
      /^8, pale, has text of a contrast of \d.*light, wide.*“Few of them were sold\.”/,
    ];
    for (const words of expected)
      await expect(
        found.filter((one) => words.test(one)),
        String(words),
      ).toHaveLength(1);
    const others = found.filter((one) => !expected.some((words) => words.test(one)));
    // The pale words are pale on the phone as well.
    await expect(others.filter((one) => !one.startsWith('8, pale, has text'))).toEqual([]);
    await expect(board.shadowRoot!.querySelector('[role="status"]')).toHaveTextContent(
      `${found.length} to mend`,
    );
  },
};
