// A story in another language loads what its elements say in it.
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { definePhrases } from '../../src/core/define-phrases.js';
import type { ScrollStory } from '../../src/story/scroll-story.js';
import type { StoryStep } from '../../src/story/story-step.js';
import type { SourceChain } from '../../src/scenes/source-chain/source-chain.js';
import { frames, settled, waitUntil } from '../helpers.js';

const markup = (lang: string, dir = 'ltr'): string => `
<div lang=${lang} dir=${dir}><scroll-story name="${lang}">
  <header slot="header"><h1>Lieder</h1></header>
  <story-chapter heading="Sänger">
    <expulsion-counter slot="stage">
      <table><tr><th>Name</th><th>Count</th></tr><tr><td>Hof</td><td>3</td></tr><tr><td>Tal</td><td>2</td></tr></table>
    </expulsion-counter>
    <story-step id="${lang}-together" step="together"><p>Eins.</p></story-step>
    <story-step id="${lang}-apart" step="apart"><p>Zwei.</p></story-step>
    <story-step id="${lang}-last" step="apart" name="Drei"><p>Drei.</p></story-step>
  </story-chapter>
</scroll-story></div>`;

async function tell(lang: string, dir?: string) {
  const page = document.createElement('div');
  page.innerHTML = markup(lang, dir);
  document.body.append(page);
  await settled();
  const story = page.querySelector<ScrollStory>('scroll-story')!;
  const steps = [...page.querySelectorAll<StoryStep>('story-step')];
  const scene = page.querySelector('expulsion-counter')!;
  const textOf = (selector: string): string =>
    story.shadowRoot!.querySelector(selector)!.textContent.trim();
  return {
    ...{ page, story, steps, scene, textOf },
    /** The bar, the start and the descriptions, as readers have them. */
    said: () => ({
      meta: textOf('.meta bdi'),
      skip: textOf('.meta a'),
      next: story.shadowRoot!.querySelector('.next')!.getAttribute('aria-label'),
      data: scene.shadowRoot!.querySelector('summary')!.textContent,
      picture: steps[1]!.shadowRoot!.querySelector('.hidden-words')?.textContent,
    }),
  };
}

describe('the language of a story', () => {
  afterEach(() => {
    for (const page of document.body.querySelectorAll(':scope > div')) page.remove();
    scrollTo(0, 0);
  });

  it('is loaded, and said in the bar and in what stands for the pictures', async () => {
    const { said } = await tell('de-CH');
    await waitUntil(() => said().picture?.startsWith('Bild: Je eine Zeile'), 'German');
    expect(said()).to.deep.equal({
      meta: '3 Abschnitte · 1 Min. Lesezeit',
      skip: 'Beitrag überspringen',
      next: 'Nächster Abschnitt',
      data: 'Daten anzeigen',
      picture: 'Bild: Je eine Zeile: Hof 3 und Tal 2.',
    });
  });

  it('may be one with six plurals, from right to left', async () => {
    const { said, story } = await tell('ar', 'rtl');
    await waitUntil(() => said().picture?.startsWith('صورة: صف لكل'), 'Arabic');
    expect(said().meta).to.match(/ خطوات · دقيقة قراءة$/);
    expect(said().next).to.equal('الخطوة التالية');
    expect(getComputedStyle(story).direction).to.equal('rtl');
  });

  it('is English where there is none', async () => {
    const { said } = await tell('xx');
    expect(said()).to.include({ meta: '3 steps · 1 min read', next: 'Next step' });
    const { said: one, page } = await tell('en');
    page.querySelectorAll('story-step').forEach((step, at) => at && step.remove());
    await waitUntil(() => one().meta === '1 step · 1 min read', 'one step');
  });

  it('may have no spaces between words: they are counted, and a name is as short as elsewhere', async () => {
    const { said, page, story } = await tell('ja');
    page.querySelector('#ja-together')!.innerHTML = `<p>${'電話が鳴る。'.repeat(400)}</p>`;
    await waitUntil(() => / · [45]分で読めます$/.test(said().meta), 'Japanese');
    expect(story.steps[0]!.label).to.match(/^電話が鳴る。.{1,40}…$/);
  });

  it('comes without moving what the reader sees', async () => {
    const { said, steps, story } = await tell('xy');
    const [, step] = steps;
    const { top } = step!.getBoundingClientRect();
    scrollBy({ top: top - innerHeight * 0.4, behavior: 'instant' });
    await waitUntil(() => step!.active, 'the second step');
    await settled();
    const before = step!.getBoundingClientRect().top;
    definePhrases('xy', {
      steps: 'xy {count}',
      minutes: '{count}',
      picture: 'xy: ',
      next: 'xy next',
    });
    await waitUntil(() => said().next === 'xy next' && said().picture?.startsWith('xy: '));
    await frames(2);
    expect(said().meta).to.equal('xy 3 · 1');
    expect(step!.getBoundingClientRect().top).to.be.closeTo(before, 1);
    expect(story.shadowRoot!.querySelector('.count')!.textContent).to.equal('2 of 3');
  });

  it('is that of a chain of hands, too', async () => {
    const page = document.createElement('div');
    page.lang = 'fr';
    page.innerHTML = '<source-chain></source-chain>';
    const chain = page.querySelector<SourceChain>('source-chain')!;
    chain.data = { id: 'a', claim: 'A', speaker: 'B', hands: ['B'], standing: 'partly' } as never;
    document.body.append(page);
    await waitUntil(() => chain.shadowRoot?.textContent?.includes('vous parvient'), 'French');
    const text = chain.shadowRoot!.textContent.replace(/\s+/g, ' ');
    expect(text).to.contain('Comment cela vous parvient : 1 intermédiaire');
    expect(text).to.contain('Vous').and.to.contain('Partiellement corroboré.');
  });
});
