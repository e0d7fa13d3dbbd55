// Stills of elements that know nothing of this package: each is what the page's style sheets make of it at its step.
import { expect, fixture } from '@open-wc/testing';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import '../../src/story/story-step.define.js';
import '../../src/story/story-chapter.define.js';
import '../../src/story/scroll-story.define.js';
import type { ScrollStory } from '../../src/story/scroll-story.js';
import { settled, waitUntil } from '../helpers.js';

const steps =
  '<story-step id="a"><p>One</p></story-step><story-step id="b"><p>Two</p></story-step>';

async function begin(stage: string, motion = 'static', body = stage + steps): Promise<ScrollStory> {
  const page = await fixture<HTMLElement>(
    staticHtml`<article>${unsafeStatic(`<scroll-story motion="${motion}"><story-chapter>${body}</story-chapter></scroll-story>`)}</article>`,
  );
  await settled();
  return page.querySelector('scroll-story')!;
}

const stillIn = (story: ScrollStory, id: string): Element =>
  story.querySelector(`#${id} > [slot="still"]`)!;

const fillOf = (story: ScrollStory, id: string, selector = 'rect'): string =>
  getComputedStyle(stillIn(story, id).querySelector(selector)!).fill;

const red = 'rgb(255, 0, 0)';
const blue = 'rgb(0, 0, 255)';

const chart = `<svg slot="stage" id="chart" viewBox="0 0 4 3">
  <clipPath id="cut"><rect class="hole" width="1" height="1"></rect></clipPath>
  <g clip-path="url(#cut)"><rect width="2" height="2"></rect></g></svg>`;

describe('stills of any element', () => {
  for (const [name, css] of Object.entries({
    'the name of the step': `[data-step='b'] rect { fill: ${red} } [data-step='a'] rect { fill: ${blue} }`,
    'an id and the name of the step': `#chart rect { fill: ${blue} } #chart[data-step='b'] rect { fill: ${red} }`,
    ancestors: `article story-chapter svg rect { fill: ${blue} } article [data-step='b'] rect { fill: ${red} }`,
  }))
    it(`are styled by the page by ${name}`, async () => {
      const story = await begin(`<style>${css}</style>${chart}`);
      expect(fillOf(story, 'a', 'g rect')).to.equal(blue);
      expect(fillOf(story, 'b', 'g rect')).to.equal(red);
      for (const id of ['a', 'b'])
        expect(stillIn(story, id).getBoundingClientRect().height).to.be.above(50);
    });

  it('go by their own clips and gradients, which keep what style sheets say of their ids', async () => {
    const story = await begin(
      `<style>[data-step='b'] #cut rect { width: 2px } #cut .hole { stroke: ${red} }</style>${chart}`,
    );
    for (const [id, width] of Object.entries({ a: '1px', b: '2px' })) {
      const still = stillIn(story, id);
      const name = /#([^"')]+)/.exec(still.querySelector('g')!.getAttribute('clip-path')!)![1]!;
      const clip = document.getElementById(name)!;
      expect(still.contains(clip), 'its own').to.equal(true);
      const { width: wide, stroke } = getComputedStyle(clip.querySelector('rect')!);
      expect([wide, stroke]).to.deep.equal([width, red]);
    }
  });

  it('are never found before the element itself, wherever the stage stands', async () => {
    for (const body of [chart + steps, steps + chart]) {
      const story = await begin('', 'static', body);
      expect(stillIn(story, 'b')).to.exist;
      const svg = story.querySelector('svg[slot="stage"]');
      expect(document.getElementById('chart')).to.equal(svg);
      story.closest('article')!.remove();
    }
  });

  it('leave a form as it is', async () => {
    const story = await begin(
      '<div slot="stage"><label for="on">On</label><input id="on" type="radio" name="r" value="1" checked required></div>',
    );
    const input = story.querySelector<HTMLInputElement>('[slot="stage"] input')!;
    expect(input.checked).to.equal(true);
    expect(story.querySelector('label')!.control).to.equal(input);
    const form = document.createElement('form');
    story.parentElement!.replaceWith(form);
    form.append(story);
    await settled();
    expect([...new FormData(form).keys()]).to.deep.equal(['r']);
  });

  it('have the pixels of a canvas', async () => {
    const story = await begin('<canvas slot="stage" width="2" height="2"></canvas>', 'full');
    const context = story.querySelector('canvas')!.getContext('2d')!;
    context.fillStyle = red;
    context.fillRect(0, 0, 2, 2);
    story.motion = 'static';
    await settled();
    const still = stillIn(story, 'b') as HTMLCanvasElement;
    expect([...still.getContext('2d')!.getImageData(1, 1, 1, 1).data]).deep.equal([255, 0, 0, 255]);
  });

  it('are what the element gives as its still, of any element', async () => {
    const story = await begin('<canvas slot="stage"></canvas>', 'full');
    Object.assign(story.querySelector('canvas')!, {
      still: (step: string) => Object.assign(new Image(), { alt: step }),
    });
    story.motion = 'static';
    await settled();
    expect(stillIn(story, 'b').getAttribute('alt')).to.equal('b');
  });

  it('are there once for each step, and gone where pictures move', async () => {
    const story = await begin(chart);
    const count = (): number => story.querySelectorAll('[slot="still"]').length;
    expect(count()).to.equal(2);
    story.querySelector('p')!.textContent = 'Other words';
    const copy = story.cloneNode(true) as ScrollStory;
    story.replaceWith(copy);
    await settled();
    expect(copy.querySelectorAll('[slot="still"]').length, 'in a copy of the story').to.equal(2);
    copy.motion = 'full';
    await settled();
    await waitUntil(() => !copy.querySelector('[slot="still"]'), 'they are gone');
  });

  it('end, where a script of the page puts each new picture in a link', async () => {
    const story = await begin(chart, 'full');
    let wrapped = 0;
    const observer = new MutationObserver(() => {
      for (const svg of story.querySelectorAll('story-step > svg')) {
        const link = document.createElement('a');
        svg.replaceWith(link);
        link.append(svg);
        wrapped++;
      }
    });
    observer.observe(story, { childList: true, subtree: true });
    story.motion = 'static';
    for (let frame = 0; frame < 10; frame++) await settled();
    observer.disconnect();
    expect(wrapped).to.equal(2);
  });

  it('come again where a script writes the words anew', async () => {
    const story = await begin(chart);
    const step = story.querySelector('#a')!;
    step.innerHTML = '<p>Written anew</p>';
    await waitUntil(() => step.querySelectorAll('[slot="still"]').length === 1, 'a still');
  });

  it('add no words to a step', async () => {
    const story = await begin(
      '<svg slot="stage"><text>Seven words that are in the picture</text></svg>',
    );
    expect(story.steps.map(({ label }) => label)).to.deep.equal(['One', 'Two']);
  });

  it('a stage clips what is larger than it', async () => {
    for (const motion of ['full', 'static']) {
      const story = await begin(
        '<div slot="stage" style="width: 3000px; height: 3000px; min-width: 3000px"></div>',
        motion,
      );
      const article = story.closest('article')!;
      expect(article.scrollWidth, 'nothing to scroll to').to.equal(article.clientWidth);
      const words = story.querySelector('p')!.getBoundingClientRect();
      scrollTo({ top: words.top + scrollY - 300, behavior: 'instant' });
      await settled();
      const { left, top } = story.querySelector('p')!.getBoundingClientRect();
      expect(document.elementFromPoint(left + 5, top + 5)?.localName).to.equal('p');
      story.closest('article')!.remove();
    }
  });
});

describe('tokens', () => {
  it('can be read on a story and below, in light and dark, and a page goes before', async () => {
    const story = await begin(chart);
    const ink = (element: Element): string =>
      getComputedStyle(element).getPropertyValue('--story-ink').trim();
    const seen = (theme: 'light' | 'dark'): string => {
      story.theme = theme;
      story.style.color = ink(story);
      return getComputedStyle(story).color;
    };
    const svg = story.querySelector('svg')!;
    expect(CSS.supports('color', ink(svg))).to.equal(true);
    story.setAttribute('theme', 'light');
    const light = seen('light');
    story.setAttribute('theme', 'dark');
    expect(seen('dark')).not.to.equal(light);
    story.parentElement!.style.setProperty('--story-ink', red);
    expect(ink(svg)).to.equal(red);
    story.style.setProperty('--story-ink', blue);
    expect(ink(svg)).to.equal(blue);
  });
});
