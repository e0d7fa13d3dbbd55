import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { ScrollStory } from '../../src/story/scroll-story.js';
import { expectWarnings, frames, waitUntil } from '../helpers.js';

// What a CMS wraps round the parts of a story. The page's HTML is parsed as a browser parses it.

async function story(chapter: string): Promise<ScrollStory> {
  const holder = await fixture<HTMLElement>(html`<div lang="en"></div>`);
  holder.innerHTML = `<scroll-story name="w" motion="stepped">${chapter}</scroll-story>`;
  const found = holder.querySelector<ScrollStory>('scroll-story')!;
  await found.updateComplete;
  await frames(3);
  return found;
}

const table = '<table><tr><th>Name</th><th>Count</th></tr><tr><td>Ohio</td><td>4</td></tr></table>';
const counter = (attributes = ''): string =>
  `<expulsion-counter ${attributes}>${table}</expulsion-counter>`;
const steps =
  '<story-step id="together"><p>One</p></story-step><story-step id="apart"><p>Two</p></story-step>';
const described = (of: ScrollStory): string[] => of.steps.map(({ description }) => description);

describe('wrappers round the parts of a chapter', () => {
  const ways: Record<string, string> = {
    'none': `<story-chapter>${counter('slot="stage"')}${steps}</story-chapter>`,
    'round the scene, with the slot': `<story-chapter><figure slot="stage" class="x">${counter()}</figure>${steps}</story-chapter>`,
    'two round the scene': `<story-chapter><div slot="stage"><figure>${counter('slot="stage"')}</figure></div>${steps}</story-chapter>`,
    'round the steps': `<story-chapter>${counter('slot="stage"')}<div><div>${steps}</div></div></story-chapter>`,
    'round each step': `<story-chapter>${counter('slot="stage"')}${steps.replaceAll('<story-step', '</div><div><story-step')}</story-chapter>`,
    'round the chapter': `<div><section><story-chapter>${counter('slot="stage"')}${steps}</story-chapter></section></div>`,
    'of nothing but spaces between': `&nbsp;<p>&nbsp;</p><story-chapter>&nbsp;${counter('slot="stage"')}<p>&nbsp;</p>${steps}&nbsp;</story-chapter>`,
  }; // prettier-ignore
  for (const [way, chapter] of Object.entries(ways))
    it(`leave every step its picture: ${way}`, async () => {
      const found = await story(chapter);
      await waitUntil(() => described(found).every(Boolean), 'each step is described');
      expect(described(found)).to.have.length(2);
      for (const words of described(found)) expect(words).to.contain('Ohio').and.to.contain('4');
      const scene = found.querySelector('expulsion-counter')!;
      await waitUntil(() => scene.step, 'the scene hears of its step');
      expect(scene.motion).to.equal('stepped');
    });

  it('with several scenes are shown while one of these is', async () => {
    const found = await story(`<story-chapter>
      <div slot="stage">${counter('id="a"')}${counter('id="b"')}</div>${counter('id="c" slot="stage"')}
      <story-step id="together" scene="b"><p>One</p></story-step>
      <story-step id="apart" scene="c"><p>Two</p></story-step></story-chapter>`);
    const [box, third] = found.querySelectorAll('[slot=stage]');
    await waitUntil(() => third!.hasAttribute('data-off'), 'the step of the box is shown');
    expect(box!.hasAttribute('data-off')).to.equal(false);
  });

  it('give the words of a picture in a figure to its steps', async () => {
    const found = await story(
      '<story-chapter><figure slot="stage"><img alt="A harbour" src="data:,"></figure><story-step id="x"><p>One</p></story-step></story-chapter>',
    );
    expect(described(found)).to.deep.equal(['A harbour']);
  });

  for (const wrapper of ['div', 'figure', 'p'])
    it(`name the <${wrapper}> that keeps a scene out of the stage`, async () => {
      const said = expectWarnings();
      await story(
        `<story-chapter><${wrapper}><img alt="" slot="stage"></${wrapper}>${steps}</story-chapter>`,
      );
      expect(said.filter((text) => text.includes('wrapped-stage'))).to.have.length(1);
      expect(said.join()).to.contain(`stands in a <${wrapper}>`);
    });

  it('name the <p> out of which the words of a step have fallen', async () => {
    const said = expectWarnings();
    await story(
      `<story-chapter>${counter('slot="stage"')}<p><story-step id="together"><p>One</p></story-step></p></story-chapter>`,
    );
    expect(said.filter((text) => text.includes('wrapped-step'))).to.have.length(1);
    expect(said.join()).to.contain('<p> round it');
  });

  it('name the <p> out of which a story has fallen, whose words stay', async () => {
    const said = expectWarnings();
    const holder = await fixture<HTMLElement>(html`<div></div>`);
    holder.innerHTML = `<p><scroll-story name="w"><h2>Title</h2><story-chapter>${steps}</story-chapter></scroll-story></p>`;
    await waitUntil(() => said.some((text) => text.includes('no-steps')));
    expect(said.join()).to.contain('<p> round it');
    expect(holder.textContent).to.contain('One').and.to.contain('Two');
    await frames(2);
  });
});
