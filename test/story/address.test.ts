import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../src/story/story-step.define.js';
import '../../src/story/story-chapter.define.js';
import '../../src/story/scroll-story.define.js';
import type { ScrollStory } from '../../src/story/scroll-story.js';
import { expectWarnings, frames, isTried, settled, waitUntil } from '../helpers.js';

/** A story in the middle of a page, with a step for each id. */
async function makeStory(name: string, ids: readonly string[], off = false): Promise<ScrollStory> {
  const page = await fixture<HTMLElement>(html`
    <div>
      <p style="height: 1200px">Above</p>
      <scroll-story name=${name} deep-links=${off ? 'off' : 'on'}>
        <story-chapter>
          ${ids.map((id) => html`<story-step id=${id}><p>Words of ${id}.</p></story-step>`)}
        </story-chapter>
      </scroll-story>
      <p style="height: 1200px">Below</p>
    </div>
  `);
  await settled();
  return page.querySelector('scroll-story')!;
}

const ids = ['s0', 's1', 's2'];

/** Reads on until a step is active, as the wheel would, or above the story where there is none. */
async function read(story: ScrollStory, id: string | undefined): Promise<void> {
  // A reader scrolls with something; what scrolls by itself may be a router.
  dispatchEvent(new Event('wheel'));
  const step = story.steps.find((one) => one.id === id);
  const { top, height } = step?.getBoundingClientRect() ?? { top: -1e6, height: 0 };
  scrollBy({ top: top + height / 2 - innerHeight * story.offset, behavior: 'instant' });
  await settled();
  await aTimeout(0);
}

const active = (story: ScrollStory): string | undefined =>
  story.steps.find((step) => step.active)?.id;

async function linksOf(story: ScrollStory): Promise<HTMLAnchorElement[]> {
  const opener = story.shadowRoot!.querySelector<HTMLElement>('.where')!;
  if (opener.getAttribute('aria-expanded') === 'false') opener.click();
  await story.updateComplete;
  return [...story.shadowRoot!.querySelectorAll<HTMLAnchorElement>('nav a')];
}

const { pathname, search } = location;
const start = pathname + search;

/** What of the address no story may change. */
const page = (): string => location.origin + location.pathname + location.search;

const setBase = (href: string): HTMLBaseElement => {
  const base = document.createElement('base');
  base.href = href;
  document.head.prepend(base);
  return base;
};

describe('the address of a page with a story', () => {
  const ends: (() => void)[] = [];

  beforeEach(async () => {
    history.replaceState(null, '', location.origin + start);
    scrollTo({ top: 0, behavior: 'instant' });
    await frames(2);
  });

  afterEach(() => ends.splice(0).forEach((end) => end()));

  after(() => history.replaceState(null, '', location.origin + start));

  /** Fragments that are a host page's: of its routers, its anchors, and some that look like the story's. */
  const others = [
    '#/article/12',
    '#/',
    '#!/x',
    '#comments',
    '#100%',
    '#%E4/s1',
    '#tale',
    '#talent/s1',
    '#/tale/s1',
    '#a=b&c=d',
  ];
  for (const [at, hash] of others.entries()) {
    if (!isTried(at, 3)) continue;
    it(`keeps ${hash}, which the page has set, above, in and below the story`, async () => {
      history.replaceState({ own: hash }, '', hash);
      const before = location.href;
      const story = await makeStory('tale', ids);
      let asked = 0;
      story.addEventListener('story-navigate', () => asked++);
      for (const id of ['s0', 's2', 's1', undefined, 's0']) {
        await read(story, id);
        expect(active(story)).to.equal(id);
        expect(location.href).to.equal(before);
      }
      for (const link of await linksOf(story)) expect(link.href).to.equal(before);
      (await linksOf(story))[1]!.click();
      await waitUntil(() => active(story) === 's1', 'the link leads to its step');
      await aTimeout(0);
      scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
      await settled();
      expect(location.href).to.equal(before);
      expect(history.state).to.deep.equal({ own: hash });
      expect(asked).to.equal(0);
    });
  }

  it('keeps a fragment that the page sets while the story is read, and goes on after it', async () => {
    const story = await makeStory('tale', ids);
    await read(story, 's0');
    expect(location.hash).to.equal('#tale/s0');
    location.hash = '#/article/12';
    await read(story, 's1');
    expect(location.hash).to.equal('#/article/12');
    await read(story, undefined);
    expect(location.hash).to.equal('#/article/12');
    history.replaceState(null, '', location.origin + start);
    await read(story, 's2');
    expect(location.hash).to.equal('#tale/s2');
  });

  it('takes its own fragment away above the story, and nothing else', async () => {
    for (const query of ['?a=%20b&c=%C3%BC', '?q=what?', '?', '']) {
      history.replaceState({ kept: query }, '', location.origin + pathname + query + '#tale/s1');
      const before = page();
      const bare = location.href.split('#')[0];
      const story = await makeStory('tale', ids);
      await read(story, 's1');
      await read(story, undefined);
      expect(location.href, 'no sign is left').to.equal(bare);
      expect(page()).to.equal(before);
      expect(history.state).to.deep.equal({ kept: query });
      story.parentElement!.remove();
    }
  });

  it('adds nothing to the history and says nothing to a router that listens to it', async () => {
    const { pushState, replaceState } = history;
    const calls: unknown[] = [];
    const listen = (): unknown => calls.push('popstate');
    addEventListener('popstate', listen);
    history.pushState = history.replaceState = (...args) => void calls.push(args);
    ends.push(() => {
      removeEventListener('popstate', listen);
      Object.assign(history, { pushState, replaceState });
    });
    const before = history.length;
    const story = await makeStory('tale', ids);
    for (const id of ['s0', 's2', undefined]) await read(story, id);
    await read(story, 's0');
    for (const at of [2, 0, 1]) {
      (await linksOf(story))[at]!.click();
      await waitUntil(() => location.hash === `#tale/${ids[at]}`, 'the link leads to its step');
    }
    expect(calls).to.deep.equal([]);
    expect(history.length).to.equal(before);
  });

  for (const href of ['/other/', '../../up/', 'https://elsewhere.example/deep/', '?base'])
    it(`stays at its page where <base href> is "${href}"`, async () => {
      const base = setBase(href);
      ends.push(() => base.remove());
      const story = await makeStory('tale', ids);
      const before = page();
      await read(story, 's1');
      expect(location.hash).to.equal('#tale/s1');
      for (const [at, link] of (await linksOf(story)).entries())
        expect(link.href).to.equal(`${before}#tale/${ids[at]}`);
      (await linksOf(story))[2]!.click();
      await waitUntil(() => active(story) === 's2', 'the link leads to its step');
      await waitUntil(() => location.hash === '#tale/s2', 'the address names it');
      const skip = story.shadowRoot!.querySelector<HTMLAnchorElement>('.meta a')!;
      expect(skip.href.split('#')[0]).to.equal(before);
      skip.click();
      await settled();
      expect(story.getBoundingClientRect().bottom).to.be.at.most(innerHeight + 1);
      await read(story, undefined);
      expect(location.href).to.equal(before);
    });

  it('leaves its links to no router of clicks, and keeps them links', async () => {
    const story = await makeStory('tale', ids);
    const seen: [prevented: boolean, href: string][] = [];
    const route = (event: MouseEvent): void => {
      const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
      if (!link) return;
      seen.push([event.defaultPrevented, link.href]);
      event.preventDefault();
    };
    document.addEventListener('click', route);
    ends.push(() => document.removeEventListener('click', route));
    await read(story, 's0');
    const [, , link] = await linksOf(story);
    const { href } = link!;
    expect(href).to.equal(`${page()}#tale/s2`);
    for (const init of [
      { ctrlKey: true },
      { metaKey: true },
      { shiftKey: true },
      { altKey: true },
      { button: 1 },
    ])
      link!.dispatchEvent(
        new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...init }),
      );
    await settled();
    expect(seen, 'these are the browser’s').to.deep.equal(Array(5).fill([false, href]));
    expect(active(story)).to.equal('s0');
    link!.click();
    await waitUntil(() => active(story) === 's2', 'the link leads to its step');
    expect(seen, 'this is the story’s').to.have.length(5);
    expect(document.activeElement?.id, 'the focus goes along').to.equal('s2');
  });

  it('follows a link though a router has taken the click before it', async () => {
    const story = await makeStory('tale', ids);
    const take = (event: Event): void => event.preventDefault();
    addEventListener('click', take, { capture: true });
    ends.push(() => removeEventListener('click', take, { capture: true }));
    await read(story, 's0');
    const [, , link] = await linksOf(story);
    link!.click();
    await waitUntil(() => active(story) === 's2', 'the link leads to its step');
  });

  const names: [story: string, id: string][] = [
    ['ä', 's1'],
    ['tale', 'größe'],
    ['故事', '第一步'],
    ['قصة', 'خطوة'],
    ['tale', '100%'],
    ['100%', '%20'],
    ['tale', '%E4'],
    ['tale', 'two words'],
    ['tale', 'a\tb'],
    ['tale', 'a\nb'],
    ['tale', `"quoted" 'twice'`],
    ['tale', '<b>&amp;'],
    ['tale', 'tale'],
    ['tale', 'tale/tale'],
    ['a/b', 'c/d'],
    ['/', '/'],
    ['tale', '#hash#'],
    ['tale', ':~:text=Words'],
    ['tale', '..'],
    ['tale', '__proto__'],
    ['tale', '0'],
    [' tale ', ' s1 '],
    ['tale', '👩‍👩‍👧'],
  ];
  for (const [at, [name, id]] of names.entries()) {
    if (!isTried(at, 3)) continue;
    it(`leads to the step ${JSON.stringify(id)} of the story ${JSON.stringify(name)}`, async () => {
      const story = await makeStory(name, ['first', id, 'last']);
      await read(story, id);
      const { hash } = location;
      expect(hash).to.not.equal('');
      await read(story, undefined);
      expect(location.hash).to.equal('');
      location.hash = hash;
      await waitUntil(() => active(story) === id, 'the address leads to it');
      await read(story, 'last');
      const link = (await linksOf(story))[1]!;
      expect(link.hash).to.equal(hash);
      link.click();
      await waitUntil(() => active(story) === id, 'the link leads to it');
      story.parentElement!.remove();
      scrollTo({ top: 0, behavior: 'instant' });
      location.hash = hash;
      const again = await makeStory(name, ['first', id, 'last']);
      await waitUntil(() => active(again) === id, 'who comes by it is led to it');
      expect(location.hash).to.equal(hash);
    });
  }

  it('is led astray by no id, and names those that can have no link', async () => {
    const warnings = expectWarnings();
    const story = await makeStory('tale', ['twin', 'between', 'twin', 'half \uD83D', '']);
    const [first, , second] = story.steps;
    await read(story, 'between');
    second!.scrollIntoView({ block: 'center', behavior: 'instant' });
    await settled();
    await aTimeout(0);
    expect(second!.active).to.equal(true);
    expect(location.hash).to.equal('#tale/between');
    (await linksOf(story))[0]!.click();
    await waitUntil(() => first!.active, 'the first has the id');
    (await linksOf(story))[2]!.click();
    await waitUntil(() => second!.active, 'each link in the list leads to its own step');
    await read(story, 'half \uD83D');
    expect(location.hash).to.equal('#tale/twin');
    expect(warnings).to.have.length(2);
    expect(warnings[0]).to.contain('two steps with the id "twin"').and.contain('an id of its own');
    expect(warnings[1])
      .to.contain('no deep link to its step "half')
      .and.contain('whole characters');
  });

  it('belongs to one story after the other, whoever brought them', async () => {
    const both = await fixture<HTMLElement>(html`
      <div>
        ${['one', 'two'].map(
          (name) => html`
            <scroll-story name=${name}>
              <story-chapter>
                ${ids.map((id) => html`<story-step id=${id}><p>Words.</p></story-step>`)}
              </story-chapter>
            </scroll-story>
          `,
        )}
        <p style="height: 1200px">Below</p>
      </div>
    `);
    await settled();
    const [one, two] = [...both.querySelectorAll('scroll-story')] as [ScrollStory, ScrollStory];
    for (const [story, id] of [[one, 's1'], [two, 's0'], [two, 's1'], [one, 's0'], [two, 's2']] as const) {
      await read(story, id);
      expect(location.hash).to.equal(`#${story.name}/${id}`);
    }
    // A story of another copy of this package is known by its name alone.
    const stories = (globalThis as unknown as Record<symbol, Set<() => string>>)[Symbol.for('communique.stories')]!;
    const other = (): string => 'other copy';
    history.replaceState(null, '', '#other%20copy/x');
    await read(two, 's1');
    expect(location.hash, 'it could be anybody’s').to.equal('#other%20copy/x');
    stories.add(other);
    ends.push(() => stories.delete(other));
    await read(two, 's0');
    expect(location.hash).to.equal('#two/s0');
  }); // prettier-ignore

  it('belongs to the first of two stories with one name, and says so', async () => {
    const warnings = expectWarnings();
    const first = await makeStory('tale', ids);
    const second = await makeStory('tale', ids);
    await read(first, 's1');
    await read(second, 's0');
    expect(location.hash, 'the first is read to its end').to.equal('#tale/s2');
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('"tale"').and.contain('one of its own');
    first.remove();
    await settled();
    await read(second, 's1');
    expect(location.hash).to.equal('#tale/s1');
  });

  it('is left alone where deep links are off', async () => {
    history.replaceState(null, '', '#tale/s1');
    const before = location.href;
    const story = await makeStory('tale', ids, true);
    expect(active(story)).to.equal(undefined);
    for (const id of ['s0', 's2', undefined, 's0']) {
      await read(story, id);
      expect(location.href).to.equal(before);
    }
    const [, , link] = await linksOf(story);
    expect(link!.href).to.equal(before);
    link!.click();
    await waitUntil(() => active(story) === 's2', 'the link leads to its step');
    await aTimeout(0);
    expect(location.href).to.equal(before);
    const warnings = expectWarnings();
    story.setAttribute('deep-links', 'no');
    await story.updateComplete;
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('deep-links "no"').and.contain('"off"');
    story.removeAttribute('deep-links');
    await story.updateComplete;
    await read(story, 's1');
    expect(location.hash).to.equal('#tale/s1');
    expect(warnings).to.have.length(1);
  });

  it('is the page’s own in a story without a name', async () => {
    const story = await makeStory('', ids);
    const before = location.href;
    for (const id of ['s0', 's2', undefined, 's0']) {
      await read(story, id);
      expect(location.href).to.equal(before);
    }
    (await linksOf(story))[1]!.click();
    await waitUntil(() => active(story) === 's1', 'the link leads to its step');
    expect(location.href).to.equal(before);
  });
});
