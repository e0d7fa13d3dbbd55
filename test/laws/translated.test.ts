import { expect, fixture, html } from '@open-wc/testing';
import fc from 'fast-check';
import type { LitElement, TemplateResult } from 'lit';
import '../../src/define.js';
import '../../stories/forty-one-minutes.html?story';
import type { SceneElement } from '../../src/scenes/scene-element.js';
import type { ScrollStory } from '../../src/story/scroll-story.js';
import { frames, isLong, settled } from '../helpers.js';
import { isForeign, original, translate } from '../translator.js';
import { law, pick, share } from './laws.js';

// A translator may put other words into any text node, in the page or in a shadow root, at any time: only words change.

/** All that is written in an element and its shadow roots, in order, and all that is drawn of marks. */
function written(root: Element | ShadowRoot): string[] {
  const own = (node: Node): string[] => {
    if (node instanceof Text) return original(node.data) ? [node.data] : [];
    if (!(node instanceof Element) || node.localName === 'style') return [];
    const label = node.getAttribute('aria-label');
    const outline = node.getAttribute('d');
    return [
      ...(label ? [label] : []),
      ...(outline ? [outline] : []),
      ...(node.shadowRoot ? written(node.shadowRoot) : []),
      ...[...node.childNodes].flatMap(own),
    ];
  };
  return [...root.childNodes].flatMap(own);
}

const unlike = (one: string[], other: string[]): string | undefined => {
  const [a, b] = [one, other].map((all) => all.map(original));
  const at = a!.findIndex((text, i) => text !== b![i]);
  if (at >= 0) return `"${a![at]}" and not "${b![at]}"`;
  return a!.length < b!.length ? `also "${b![a!.length]}"` : undefined;
};

const people = html`
  <table>
    <caption>
      Who was sent home
    </caption>
    <tr><th>Name</th><th>Group</th><th>Count</th><th>Lat</th><th>Lon</th><th>Tone</th></tr>
    <tr><td>Upper Farm</td><td>North</td><td>12</td><td>59.9</td><td>10.7</td><td>a</td></tr>
    <tr><td>Mill Street</td><td>South</td><td>1,007</td><td>48.9</td><td>2.4</td><td>b</td></tr>
    <tr><td>Low Farm</td><td>South</td><td>4</td><td>41.9</td><td>12.5</td><td>c</td></tr>
  </table>
`; // prettier-ignore

const scenes: Record<string, () => TemplateResult> = {
  'a call': () => html`
      <phone-call-scene from="Bern" to="Oslo" duration="41" unit="minutes" step="ringing">
        <table slot="steps" hidden>
          <tr><th>Step</th><th>Clock</th><th>Line</th><th>Caption</th><th>Mark</th><th>Mark words</th></tr>
          <tr><td>ringing</td><td>0</td><td>waiting</td><td>Nobody speaks</td><td></td><td></td></tr>
          <tr><td>talk</td><td>12</td><td>open</td><td>They speak</td><td></td><td></td></tr>
          <tr><td>end</td><td>41</td><td>open</td><td></td><td>41</td><td>the last minute</td></tr>
        </table>
      </phone-call-scene>
    `, // prettier-ignore
  'a log of calls': () => html`
      <phone-call-scene step="first">
        <ol>
          <li data-from="Bern" data-to="Oslo">spoke of the weather</li>
          <li data-from="Bern" data-to="Rome" data-kind="joined">spoke of nothing</li>
          <li data-from="Oslo" data-to="Rome">was cut off</li>
        </ol>
        <table slot="steps" hidden>
          <tr><th>Step</th><th>Calls</th><th>Total</th></tr>
          <tr><td>first</td><td>1</td><td></td></tr>
          <tr><td>calls</td><td>3</td><td>3 calls</td></tr>
        </table>
      </phone-call-scene>
    `, // prettier-ignore
  'a counter': () => html`
      <expulsion-counter groups="South;North" unit="people" note="As they were counted" step="together">
        ${people}
        <table slot="steps" hidden>
          <tr><th>Step</th><th>Arrangement</th><th>Lit</th><th>Note</th></tr>
          <tr><td>together</td><td>together</td><td></td><td></td></tr>
          <tr><td>lit</td><td>apart</td><td>Low Farm</td><td>One farm alone</td></tr>
          <tr><td>apart</td><td>apart</td><td></td><td></td></tr>
        </table>
      </expulsion-counter>
    `, // prettier-ignore
  'a map': () => html`
    <diplomat-map home="Bern" unit="people" step="places"> ${people} </diplomat-map>
  `,
};

describe('what a translator does to', () => {
  for (const [name, make] of Object.entries(scenes))
    law(
      `${name} changes words only`,
      6,
      fc.tuple(
        fc.array(fc.tuple(share, share), { minLength: 4, maxLength: 8 }),
        share,
        fc.boolean(),
      ),
      async ([ways, when, obeys]) => {
        const pair = await fixture<HTMLElement>(html`
          <div style="inline-size: 700px">
            <div class="plain">${make()}</div>
            <div class="translated">${make()}</div>
          </div>
        `);
        const [plain, one] = ['plain', 'translated'].map(
          (part) => pair.querySelector(`.${part}`)!.firstElementChild as SceneElement,
        ) as [SceneElement, SceneElement];
        for (const scene of [plain, one]) scene.motion = 'stepped';
        await Promise.all([plain.ready, one.ready]);
        await frames(2);
        const start = Math.floor(when * ways.length);
        let end = (): void => {};
        for (const [at, [a, b]] of ways.entries()) {
          if (at === start) end = translate(one.parentElement!, obeys);
          if (at % 2) {
            pair.style.inlineSize = `${Math.round(400 + b * 400)}px`;
            await frames(3);
          }
          const step = pick(plain.steps, a)!;
          for (const scene of [plain, one]) scene.step = step;
          await Promise.all([plain.updateComplete, one.updateComplete]);
          await frames(3);
          expect(one.steps).to.deep.equal(plain.steps);
          expect(unlike(written(one.shadowRoot!), written(plain.shadowRoot!)), step).to.equal(
            undefined,
          );
          expect(original(one.describe())).to.equal(plain.describe());
        }
        end();
        expect(written(one.parentElement!).some(isForeign), 'it was translated').to.equal(true);
        pair.remove();
      },
    );

  it('a table hides no figure that its author changes after', async () => {
    const box = await fixture<HTMLElement>(html`
      <div>
        <expulsion-counter step="apart" motion="stepped">
          <table>
            <tr><th>Name</th><th>Count</th></tr>
            <tr><td>Upper Farm</td><td>12</td></tr>
            <tr><td><font>Old</font> Farm</td><td><font>7</font></td></tr>
          </table>
        </expulsion-counter>
      </div>
    `); // prettier-ignore
    const scene = box.querySelector('expulsion-counter')!;
    await frames(3);
    const end = translate(box, false);
    await frames(3);
    const [, one, other] = [...box.querySelectorAll('tr')].map((row) => [...row.cells]);
    expect(scene.describe()).to.contain('Upper Farm 12').and.contain('7');
    one![1]!.textContent = '15';
    other![1]!.innerHTML = '<font>9</font>';
    await frames(3);
    expect(scene.describe()).to.contain('Upper Farm 15').and.contain('9').and.not.contain('7');
    one![0]!.textContent = 'Lower Farm';
    await frames(3);
    expect(original(scene.describe())).to.contain('Lower Farm 15');
    end();
  });

  it('chains of sources changes words only, in what comes later too', async () => {
    const claim = (id: string, words: string): TemplateResult => html`
      <li data-claim=${id} data-standing="partly">
        <p data-part="claim">${words}</p>
        <p data-part="speaker">A clerk</p>
        <ol data-part="hands"><li>the clerk</li><li>a newspaper</li></ol>
        <p data-part="certainty">It was heard twice.</p>
        <ul data-part="sources"><li><a href="https://example.org/">A page</a></li></ul>
      </li>
    `; // prettier-ignore
    const pair = await fixture<HTMLElement>(html`
      <div>
        ${['plain', 'translated'].map(
          (part) => html`
            <div class=${part}>
              <source-chain claim="one">
                <ol>
                  ${claim('one', 'They spoke.')} ${claim('two', 'They spoke again, nine times.')}
                </ol>
              </source-chain>
            </div>
          `,
        )}
      </div>
    `);
    const chains = [...pair.querySelectorAll('source-chain')];
    await frames(2);
    const end = translate(pair.querySelector('.translated')!);
    for (const ids of ['two', 'one two', 'one', '', 'two']) {
      for (const chain of chains) chain.claim = ids;
      await frames(3);
      const [plain, one] = chains.map((chain) => written(chain.shadowRoot!));
      expect(unlike(one!, plain!), ids).to.equal(undefined);
      expect(one!.some(isForeign)).to.equal(true);
    }
    end();
  });

  it('a whole story changes words only', async () => {
    const page = await fixture<HTMLElement>(html`
      <div>
        <p style="height: 1200px">Above</p>
        <scroll-story name="tale" motion="stepped">
          <header slot="header"><h2>A tale</h2></header>
          <story-chapter layout="overlay" heading="Farms">
            <expulsion-counter slot="stage" unit="people">${people}</expulsion-counter>
            <story-step id="together"><p>All of them are counted here.</p></story-step>
            <story-step id="apart"><p>Farm by farm.</p></story-step>
          </story-chapter>
          <story-chapter layout="side">
            <h2 slot="heading">A <em>long</em> call</h2>
            <phone-call-scene slot="stage" from="Bern" to="Oslo" duration="9"></phone-call-scene>
            <story-step id="connected"><p>It begins.</p></story-step>
            <story-step id="length" name="Nine minutes"><p>It ends.</p></story-step>
          </story-chapter>
        </scroll-story>
        <p style="height: 1200px">Below</p>
      </div>
    `);
    const story = page.querySelector<ScrollStory>('scroll-story')!;
    await settled();

    /** What a reader meets at each step, in each way of reading, and in the list of steps. */
    const readAll = async (): Promise<string[]> => {
      const met: string[] = [];
      for (const id of ['together', 'length', 'apart', 'connected', 'together']) {
        const step = story.steps.find((one) => one.id === id)!;
        const { top, height } = step.getBoundingClientRect();
        scrollBy({ top: top + height / 2 - innerHeight * story.offset, behavior: 'instant' });
        await settled();
        await frames(4);
        const scene = step.parentElement!.querySelector('[slot=stage]')!;
        const bar = story.shadowRoot!.querySelector('.where')!;
        met.push(id, bar.textContent, ...written(scene.shadowRoot!));
        met.push(...written(step.shadowRoot!), story.steps.indexOf(step).toString());
        expect(step.active, id).to.equal(true);
      }
      for (const mode of ['static', 'stepped'] as const) {
        story.motion = mode;
        await settled();
        await frames(4);
        met.push(mode, ...story.steps.flatMap((step) => written(step.shadowRoot!)));
        met.push(story.shadowRoot!.querySelector('.meta')!.textContent);
      }
      story.shadowRoot!.querySelector<HTMLElement>('.next')!.click();
      await settled();
      await frames(4);
      met.push(story.shadowRoot!.querySelector('[role=status]')!.textContent);
      story.shadowRoot!.querySelector<HTMLElement>('.where')!.click();
      await story.updateComplete;
      await frames(2);
      met.push(...written(story.shadowRoot!.querySelector('.panel')!));
      story.shadowRoot!.querySelector<HTMLElement>('.where')!.click();
      await (story as LitElement).updateComplete;
      return met;
    };

    const plain = await readAll();
    const end = translate(page);
    const read = await readAll();
    expect(unlike(read, plain)).to.equal(undefined);
    expect(read.filter(isForeign).length).to.be.greaterThan(20);
    const [count] = story.shadowRoot!.querySelectorAll('.count');
    expect(original(count!.textContent)).to.match(/^\d of 4$/);
    end();
  });

  it('the finished story changes words only, though they come piece by piece', async () => {
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const readSome = async (translating: boolean): Promise<string[]> => {
      const embed = document.createElement('forty-one-minutes') as LitElement;
      page.append(embed);
      const end = translating ? translate(page) : (): void => {};
      await embed.updateComplete;
      const story = embed.shadowRoot!.querySelector<ScrollStory>('[part~=story]')!;
      story.motion = 'stepped';
      const met: string[] = [];
      const some = ['length', 'together', 'may', 'length'];
      for (const id of isLong ? [...some, 'apart', 'tone', 'one-weekend', 'length'] : some) {
        expect(story.goTo(id), id).to.equal(true);
        await settled();
        await frames(4);
        const step = story.steps.find((one) => one.id === id)!;
        const scenes = step.closest('[part~=chapter]')!.querySelectorAll('[slot=stage]:not([data-off])'); // prettier-ignore
        met.push(id, story.shadowRoot!.querySelector('.where .count')!.textContent);
        for (const scene of scenes) met.push(...written(scene.shadowRoot!));
        met.push(...written(step.shadowRoot!));
      }
      end();
      embed.remove();
      return met;
    };
    const plain = await readSome(false);
    expect(plain.length).to.be.greaterThan(100);
    const read = await readSome(true);
    expect(unlike(read, plain)).to.equal(undefined);
    expect(read.filter(isForeign).length).to.be.greaterThan(20);
  });
});
