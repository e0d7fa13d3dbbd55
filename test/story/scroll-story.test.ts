import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import '../../src/story/story-step.define.js';
import '../../src/story/story-chapter.define.js';
import '../../src/story/scroll-story.define.js';
import type { ScrollStory } from '../../src/story/scroll-story.js';
import type { StoryStep } from '../../src/story/story-step.js';
import { expectWarnings, frames, settled, waitUntil, wheel } from '../helpers.js';

/** A scene of another kind than ours: any element with the two members of the contract. */
class TestScene extends HTMLElement {
  step = '';
  progress = 0;
  describe(step: string): string {
    return `what ${step} shows`;
  }
}
customElements.define('test-scene', TestScene);

const chapter = (from: number, count: number, scrub = false): TemplateResult => html`
  <story-chapter layout="overlay" heading=${`Chapter at ${from}`}>
    <test-scene slot="stage"></test-scene>
    ${Array.from(
      { length: count },
      (_, i) =>
        html`<story-step id=${`s${from + i}`} ?scrub=${scrub}
          ><p>Words of step ${from + i}.</p></story-step
        >`,
    )}
  </story-chapter>
`;

async function makeStory(
  attributes: { motion?: string; name?: string } = {},
): Promise<ScrollStory> {
  const outer = await fixture<HTMLElement>(html`
    <div>
      <p style="height: 1200px">Above</p>
      <scroll-story name=${attributes.name ?? 'tale'} motion=${attributes.motion ?? 'full'}>
        <header slot="header"><h2>A tale</h2></header>
        ${chapter(0, 3)} ${chapter(3, 2, true)}
      </scroll-story>
      <p style="height: 1200px">Below</p>
    </div>
  `);
  const story = outer.querySelector('scroll-story')!;
  await settled();
  return story;
}

const active = (story: Element): string[] =>
  [...story.querySelectorAll('story-step[active]')].map(({ id }) => id);

const put = async (story: ScrollStory, id: string, share = 0.5): Promise<void> => {
  const step = story.querySelector(`#${id}`)!;
  const { top, height } = step.getBoundingClientRect();
  scrollBy({ top: top + height * share - innerHeight * story.offset, behavior: 'instant' });
  await settled();
};

const scenes = (story: Element): TestScene[] => [
  ...story.querySelectorAll<TestScene>('test-scene'),
];

describe('<scroll-story>', () => {
  beforeEach(async () => {
    history.replaceState(null, '', location.pathname + location.search);
    scrollTo({ top: 0, behavior: 'instant' });
    await frames(2);
  });

  it('says how long it is and passes axe', async () => {
    const story = await makeStory();
    const meta = story.shadowRoot!.querySelector('.meta')!.textContent.replace(/\s+/g, ' ');
    expect(meta).to.contain('5 steps').and.to.contain('1 min read');
    await expect(story).to.be.accessible();
    await put(story, 's1');
    await expect(story).to.be.accessible();
  });

  it('has no active step above the first, then one, and the last one below it', async () => {
    const story = await makeStory();
    expect(active(story)).to.deep.equal([]);
    for (const id of ['s0', 's3', 's1', 's4', 's2']) {
      await put(story, id);
      expect(active(story)).to.deep.equal([id]);
    }
    scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
    await settled();
    expect(active(story)).to.deep.equal(['s4']);
    scrollTo({ top: 0, behavior: 'instant' });
    await settled();
    expect(active(story)).to.deep.equal([]);
  });

  it('tells of every change of step once, with its direction, of progress, and of the end once', async () => {
    const story = await makeStory();
    const told: string[] = [];
    const progress: number[] = [];
    let ends = 0;
    story.addEventListener('story-step-change', ({ id, index, count, direction }) =>
      told.push(`${id} ${index}/${count} ${direction}`),
    );
    story.addEventListener('story-progress', (event) => progress.push(event.progress));
    story.addEventListener('story-complete', () => ends++);
    await put(story, 's0');
    await put(story, 's2');
    await put(story, 's1');
    scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
    await settled();
    await put(story, 's4', 0.2);
    scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
    await settled();
    expect(told).to.deep.equal(['s0 0/5 down', 's2 2/5 down', 's1 1/5 up', 's4 4/5 down']);
    expect(ends).to.equal(1);
    expect(progress.at(-1)).to.equal(1);
    expect(Math.max(...progress)).to.be.at.most(1);
  });

  it('gives scenes their cue: the end of a step, the way through a scrubbed one, the start before their first', async () => {
    const story = await makeStory();
    const [one, two] = scenes(story) as [TestScene, TestScene];
    await put(story, 's1');
    expect([one.step, one.progress]).to.deep.equal(['s1', 1]);
    expect([two.step, two.progress]).to.deep.equal(['s3', 0]);
    await put(story, 's3', 0.25);
    expect(two.step).to.equal('s3');
    expect(two.progress).to.be.closeTo(0.25 / 0.6, 0.03);
    expect(two.style.getPropertyValue('--progress')).to.equal(String(two.progress));
    expect([one.step, one.progress, one.dataset['step']]).to.deep.equal(['s2', 1, 's2']);
  });

  it('completes a picture where a step says, and says so where that is no share of it', async () => {
    const said = expectWarnings();
    const story = await makeStory();
    const [, two] = scenes(story) as [TestScene, TestScene];
    const step = story.querySelector<StoryStep>('#s3')!;
    for (const [end, right] of [['1', 0.5], ['0.5', 1], ['0.8', 0.625], ['0', 0.5 / 0.6], ['2', 0.5 / 0.6]] as const) {
      step.setAttribute('scrub-end', end);
      await put(story, 's4');
      await put(story, 's3', 0.5);
      expect(two.progress, end).to.be.closeTo(right, 0.01);
    }
    expect(said.filter((text) => text.includes('scrub-end'))).to.have.length(2);
    expect(said.join()).to.contain('"s3"').and.contain('"2"').and.contain('above 0, at most 1');
  }); // prettier-ignore

  it('gives its cue to a scene that is defined late', async () => {
    const story = await makeStory();
    const late = document.createElement('late-scene');
    late.slot = 'stage';
    scenes(story)[0]!.replaceWith(late);
    await put(story, 's1');
    expect(late.dataset['step']).to.equal('s1');
    customElements.define('late-scene', class extends TestScene {});
    await settled();
    const { step, progress } = late as TestScene;
    expect([step, progress]).to.deep.equal(['s1', 1]);
    expect(story.querySelector<StoryStep>('#s1')!.description).to.equal('what s1 shows');
  });

  it('has as many ticks as can be told apart, and one for where the reader is', async () => {
    const story = await fixture<ScrollStory>(html`<scroll-story>${chapter(0, 300)}</scroll-story>`);
    const ticks = (): string[] =>
      [...story.shadowRoot!.querySelectorAll('.ticks i')].map(({ className }) => className.trim());
    await settled();
    expect(ticks().length).to.be.within(50, 120);
    for (const [id, share] of [['s0', 0], ['s150', 0.5], ['s299', 1]] as const) {
      await put(story, id);
      const here = ticks().indexOf('here');
      expect(here / (ticks().length - 1)).to.be.closeTo(share, 0.01);
      expect(ticks().filter((tick) => tick === 'past').length).to.equal(here);
    }
  }); // prettier-ignore

  it('holds its stage in view while its steps pass', async () => {
    const story = await makeStory();
    for (const id of ['s0', 's1', 's2']) {
      await put(story, id, 0.3);
      const { top } = scenes(story)[0]!.getBoundingClientRect();
      expect(top, id).to.be.closeTo(0, 1.5);
    }
  });

  it('lands where the words of a step are whole and clear of its bar, and its picture is complete', async () => {
    const story = await makeStory();
    story.querySelector('#s1')!.append('Many words more. '.repeat(30));
    const bar = story.shadowRoot!.querySelector('.controls')!;
    for (const id of ['s1', 's4', 's0', 's3', 's2']) {
      story.goTo(id);
      await settled();
      expect(active(story)).to.deep.equal([id]);
      const { top, bottom } = story
        .querySelector(`#${id}`)!
        .shadowRoot!.querySelector('.card')!
        .getBoundingClientRect();
      expect(top, id).to.be.at.least(0);
      expect(bottom, id).to.be.at.most(bar.getBoundingClientRect().top);
      const scene = story.querySelector<TestScene>(`story-chapter:has(#${id}) test-scene`)!;
      expect([scene.step, scene.progress], id).to.deep.equal([id, 1]);
    }
  });

  it('is walked by keyboard with its own buttons', async () => {
    const story = await makeStory();
    await put(story, 's1');
    const button = (name: string): HTMLButtonElement =>
      story.shadowRoot!.querySelector<HTMLButtonElement>(`.${name}`)!;
    const press = async (name: string, id: string): Promise<void> => {
      button(name).focus();
      await sendKeys({ press: 'Enter' });
      // A key reaches a page some time after the command that sends it, in some engines.
      await waitUntil(() => active(story)[0] === id, `${name} leads to ${id}`);
    };
    await press('next', 's2');
    await press('previous', 's1');
    await press('previous', 's0');
    await story.updateComplete;
    expect(story.shadowRoot!.querySelector('[role=status]')!.textContent).to.contain('1 of 5');
    await waitUntil(() => button('previous').disabled, 'the first step has none before it');
  });

  it('shows no name in the bar where there is room for a letter or two', async () => {
    const story = await makeStory();
    await put(story, 's0');
    const bar = story.shadowRoot!.querySelector<HTMLElement>('.where')!;
    await waitUntil(() => bar.querySelector('b'), 'the bar names the step');
    const name = bar.querySelector('b')!;
    story.style.width = '390px';
    expect(name.offsetWidth, 'on a phone').to.be.greaterThan(24);
    story.style.setProperty('--story-font-size', '32px');
    expect(name.offsetWidth, 'at 200 %').to.equal(0);
    expect(bar.textContent).to.contain(name.textContent);
    expect(bar.scrollWidth).to.be.at.most(bar.clientWidth);
  });

  it('lists its steps as links, closes the list on Escape, and follows a link', async () => {
    const story = await makeStory();
    await put(story, 's0');
    const opener = story.shadowRoot!.querySelector<HTMLButtonElement>('.where')!;
    opener.click();
    await story.updateComplete;
    const links = [...story.shadowRoot!.querySelectorAll<HTMLAnchorElement>('nav a')];
    expect(links.map((link) => link.hash)).to.deep.equal(
      ['s0', 's1', 's2', 's3', 's4'].map((id) => `#tale/${id}`),
    );
    expect(links[0]!.getAttribute('aria-current')).to.equal('step');
    await expect(story).to.be.accessible();
    opener.focus();
    await sendKeys({ press: 'Escape' });
    await story.updateComplete;
    expect(opener.getAttribute('aria-expanded')).to.equal('false');
    links[3]!.click();
    await aTimeout(50);
    await settled();
    expect(active(story)).to.deep.equal(['s3']);
  });

  it('keeps the address at the step, unless the host page will not have it', async () => {
    const story = await makeStory();
    const before = history.length;
    await put(story, 's1');
    expect(location.hash).to.equal('#tale/s1');
    story.addEventListener('story-navigate', (event) => event.preventDefault(), { once: true });
    await put(story, 's3');
    expect(location.hash).to.equal('#tale/s1');
    scrollTo({ top: 0, behavior: 'instant' });
    await settled();
    expect(location.hash).to.equal('');
    expect(history.length).to.equal(before);
  });

  it('shows step after step with a still and its words where nothing moves', async () => {
    const story = await makeStory({ motion: 'static' });
    const steps = [...story.querySelectorAll<StoryStep>('story-step')];
    for (const step of steps) {
      await step.updateComplete;
      const still = step
        .shadowRoot!.querySelector<HTMLSlotElement>('slot[name=still]')!
        .assignedElements()[0]!;
      expect(still.getAttribute('data-step')).to.equal(step.id);
      expect(step.shadowRoot!.querySelector('figcaption')!.textContent).to.equal(
        `what ${step.id} shows`,
      );
    }
    expect(scenes(story)[0]!.checkVisibility({ visibilityProperty: true })).to.equal(false);
    await expect(story).to.be.accessible();
  });

  it('lets the reader choose how pictures move, and stays at the step', async () => {
    const story = await makeStory();
    await put(story, 's3', 0.1);
    story.shadowRoot!.querySelector<HTMLButtonElement>('.where')!.click();
    await story.updateComplete;
    story.shadowRoot!.querySelector<HTMLInputElement>('input[value=static]')!.click();
    await story.updateComplete;
    await settled();
    expect(story.motion).to.equal('static');
    expect(active(story)).to.deep.equal(['s3']);
  });

  it('goes on where it is put when it is moved, and when it is taken out and put back', async () => {
    const story = await makeStory();
    await put(story, 's1');
    const parent = story.parentElement!;
    story.remove();
    await frames(2);
    parent.append(story);
    await settled();
    await put(story, 's2');
    expect(active(story)).to.deep.equal(['s2']);
    const told: number[] = [];
    story.addEventListener('story-step-change', ({ index }) => told.push(index));
    await put(story, 's3');
    expect(told).to.deep.equal([3]);
  });

  it('follows steps that are added, taken away, hidden and set in another order', async () => {
    const story = await makeStory();
    const first = story.querySelector('story-chapter')!;
    const added = document.createElement('story-step');
    added.id = 'new';
    added.textContent = 'New words.';
    first.insertBefore(added, first.querySelector('#s1'));
    await settled();
    await put(story, 'new');
    expect(active(story)).to.deep.equal(['new']);
    added.hidden = true;
    await settled();
    expect(active(story).length).to.equal(1);
    expect(active(story)).not.to.contain('new');
    added.remove();
    first.append(first.querySelector('#s0')!);
    await settled();
    await put(story, 's0');
    expect(active(story)).to.deep.equal(['s0']);
    expect(story.steps.map(({ id }) => id)).to.deep.equal(['s1', 's2', 's0', 's3', 's4']);
  });

  it('sees that a step stands in another chapter, though it comes after the same one', async () => {
    const story = await makeStory();
    const [one, two, next] = ['s1', 's2', 's3'].map((id) => story.querySelector(`#${id}`)!);
    next!.before(two!);
    await settled();
    // The heading of its new chapter is on the line.
    const heading = (one!.getBoundingClientRect().bottom + two!.getBoundingClientRect().top) / 2;
    scrollBy({ top: heading - innerHeight * story.offset, behavior: 'instant' });
    await settled();
    expect(active(story)).to.deep.equal(['s1']);
  });

  it('lives beside another story on the page', async () => {
    const both = await fixture<HTMLElement>(html`
      <div>
        <scroll-story name="a">${chapter(0, 2)}</scroll-story>
        <scroll-story name="b">${chapter(2, 2)}</scroll-story>
      </div>
    `);
    const [a, b] = [...both.querySelectorAll('scroll-story')] as [ScrollStory, ScrollStory];
    await settled();
    await put(b, 's2');
    expect(active(b)).to.deep.equal(['s2']);
    expect(active(a)).to.deep.equal(['s1']);
    await put(a, 's0');
    expect(active(a)).to.deep.equal(['s0']);
    expect(active(b)).to.deep.equal([]);
  });

  it('follows the scroller that it stands in, when that is not the window', async () => {
    const box = await fixture<HTMLElement>(html`
      <div style="height: 400px; overflow: auto">
        <scroll-story name="boxed" style="--story-stage-size: 400px; --story-gap: 200px"
          >${chapter(0, 3)}</scroll-story
        >
      </div>
    `);
    const story = box.querySelector('scroll-story')!;
    await settled();
    const step = story.querySelector('#s1')!;
    const { top, height } = step.getBoundingClientRect();
    const view = box.getBoundingClientRect();
    box.scrollTop += top + height / 2 - (view.top + view.height * story.offset);
    await frames(4);
    expect(active(story)).to.deep.equal(['s1']);
  });

  it('warns once, naming the ancestor, and stands still where an ancestor breaks sticky positioning', async () => {
    const warnings = expectWarnings();
    const box = await fixture<HTMLElement>(html`
      <div class="clipping" style="overflow: hidden">
        <scroll-story name="clipped">${chapter(0, 2)}</scroll-story>
      </div>
    `);
    await settled();
    expect(warnings.length).to.equal(1);
    expect(warnings[0]).to.contain('div.clipping').and.to.contain('overflow: clip');
    expect(box.querySelector('story-step')!.motion).to.equal('static');
    expect(box.querySelector('story-step')!.textContent).to.contain('Words of step 0');
  });

  it('tells what is wrong with a story without steps, a scene that is not there, and a link to nowhere; the words stay', async () => {
    const warnings = expectWarnings();
    await fixture(html`<scroll-story name="empty"><p>Only words.</p></scroll-story>`);
    const odd = await fixture(html`
      <scroll-story name="odd">
        <story-chapter>
          <test-scene slot="stage" id="here"></test-scene>
          <story-step id="lost" scene="elsewhere"><p>Words.</p></story-step>
        </story-chapter>
      </scroll-story>
    `);
    await settled();
    location.hash = '#odd/nowhere';
    await aTimeout(50);
    expect(warnings.some((text) => /<scroll-story> has no steps/.test(text))).to.equal(true);
    expect(warnings.some((text) => /scene "elsewhere".*"here"/.test(text))).to.equal(true);
    expect(warnings.some((text) => /no step "nowhere"/.test(text))).to.equal(true);
    expect(warnings.length).to.equal(3);
    expect(odd.textContent).to.contain('Words.');
  });

  it('reads a step that stands outside a story, and says so', async () => {
    const warnings = expectWarnings();
    const step = await fixture(html`<story-step id="alone"><p>Lonely words.</p></story-step>`);
    await frames(2);
    expect(step.textContent).to.contain('Lonely words.');
    expect(warnings.length).to.equal(1);
    expect(warnings[0]).to.contain('<story-step id="alone">');
  });

  it('takes real turns of a wheel', async () => {
    const story = await makeStory();
    const seen: string[] = [];
    story.addEventListener('story-step-change', ({ id }) => seen.push(id));
    await put(story, 's0', 0.1);
    for (let i = 0; i < 8; i++) await wheel(300);
    expect(seen.slice(0, 3)).to.deep.equal(['s0', 's1', 's2']);
  });
});
