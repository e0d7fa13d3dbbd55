// What a page's style sheet does to the bar at the foot of a story.
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { ScrollStory } from '../../src/story/scroll-story.js';
import { frames } from '../helpers.js';

const red = 'rgb(255, 0, 0)';
const blue = 'rgb(0, 0, 255)';
const yellow = 'rgb(255, 230, 128)';

/** A story of two steps, of which the second is active, in a page with a style sheet. */
async function styled(css: string): Promise<(selector: string) => CSSStyleDeclaration> {
  const page = await fixture(html`
    <div>
      <style>
        ${css}
      </style>
      <scroll-story>
        <story-chapter>
          <div slot="stage" aria-label="Nothing"></div>
          <story-step id="one"><p>One.</p></story-step>
          <story-step id="two"><p>Two.</p></story-step>
        </story-chapter>
      </scroll-story>
    </div>
  `);
  const story = page.querySelector<ScrollStory>('scroll-story')!;
  await frames(3);
  story.goTo('two');
  await frames(3);
  return (selector) => getComputedStyle(story.shadowRoot!.querySelector(selector)!);
}

/** What is drawn in the ink of the bar. */
const inked = async (css: string): Promise<string[]> => {
  const look = await styled(css);
  return [
    ...['.controls', '.previous', '.count', '.where b'].map((text) => look(text).color),
    look('.previous svg').stroke,
    look('.ticks .here').backgroundColor,
    look('.where').outlineColor,
  ];
};

describe('the bar', () => {
  it('takes what the page says of ::part(controls)', async () => {
    const look = await styled(`
      scroll-story::part(controls) {
        background: ${yellow};
        border-block-start: 3px solid ${red};
        font-family: monospace;
      }`);
    const bar = look('.controls');
    expect(bar.backgroundColor).to.equal(yellow);
    expect(bar.borderTopColor).to.equal(red);
    expect(bar.borderTopWidth).to.equal('3px');
    expect(look('.where b').fontFamily, 'down to its words').to.equal('monospace');
  });

  it('has its text, ticks, arrows and rings in --story-bar-ink, and else in the colour of the part', async () => {
    for (const css of [
      `scroll-story { --story-bar: ${yellow}; --story-bar-ink: ${red}; }`,
      `div { --story-bar-ink: ${red}; }`,
      `scroll-story::part(controls) { color: ${red}; }`,
    ]) {
      const inks = await inked(css);
      expect(inks, css).to.deep.equal(inks.map(() => red));
    }
  });

  it('has text that is seen on the background that a page gives it', async () => {
    const inks = new Set<string>();
    for (const bar of ['', blue, yellow])
      inks.add((await inked(bar && `scroll-story { --story-bar: ${bar}; }`))[0]!);
    expect(inks.size).to.equal(3);
  });
});
