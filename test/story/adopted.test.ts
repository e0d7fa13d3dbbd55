// Elements that move to another document and back, and copies that are made for one.
import { expect, fixture, html } from '@open-wc/testing';
import type { ReactiveElement } from 'lit';
import '../../src/define.js';
import '../../stories/forty-one-minutes.html?story';
import { watchErrors } from '../errors.js';
import { frames, settled, waitUntil } from '../helpers.js';
import { examples } from '../scenes/examples.js';

const story = `<scroll-story name="moved">
  <story-chapter heading="A chapter">
    <phone-call-scene slot="stage" from="Bern" to="Oslo" duration="9"></phone-call-scene>
    <story-step id="expected"><p>One.</p></story-step>
    <story-step id="length"><p>Two.</p></story-step>
  </story-chapter></scroll-story>`;
const markup: Record<string, string> = {
  'scroll-story': story,
  ...examples,
  'source-chain': '<source-chain><ol><li data-claim="c"><p data-part="claim">So.</p></li></ol></source-chain>',
  'forty-one-minutes': '<forty-one-minutes></forty-one-minutes>',
}; // prettier-ignore

/** An element and all in it and in its shadow roots. */
function* everyElement(root: Element): Generator<Element> {
  yield root;
  for (const child of root.children) yield* everyElement(child);
  for (const child of root.shadowRoot?.children ?? []) yield* everyElement(child);
}

/** How its elements look: what their style sheets alone could have made of them. */
const styled = (root: Element): string[] =>
  [...everyElement(root)]
    .filter((one) => one.shadowRoot)
    .map((one) => {
      const { display, containerType, fontFamily, position } = getComputedStyle(one);
      const inner = one.shadowRoot!.querySelector(':not(style)');
      const box = inner ? getComputedStyle(inner) : undefined;
      const sheets = one.shadowRoot!.adoptedStyleSheets.map(({ cssRules }) => cssRules.length);
      return [one.localName, display, containerType, fontFamily, position, box?.display, box?.position, sheets].join(' ');
    }); // prettier-ignore

const whole = async (element: Element): Promise<void> => {
  await (element as ReactiveElement).updateComplete;
  await settled();
};

describe('elements in other documents', () => {
  const errors = watchErrors();
  afterEach(() => expect(errors()).to.deep.equal([]));

  const frame = async (): Promise<HTMLIFrameElement> => {
    const made = await fixture<HTMLIFrameElement>(
      html`<iframe
        title="Another document"
        style="inline-size: 640px; block-size: 480px"
      ></iframe>`,
    );
    made.contentDocument!.body.innerHTML = '<main></main>';
    return made;
  };

  for (const [name, text] of Object.entries(markup)) {
    it(`${name} moves to a frame and back, three times`, async () => {
      const box = await fixture<HTMLElement>(html`<div style="inline-size: 640px"></div>`);
      const other = (await frame()).contentDocument!;
      box.innerHTML = text;
      const element = box.firstElementChild!;
      await whole(element);
      const before = styled(element);
      const words = element.textContent;
      expect(before.length).to.be.above(0);
      for (let time = 0; time < 3; time++) {
        other.querySelector('main')!.append(element);
        await whole(element);
        expect(element.ownerDocument).to.equal(other);
        expect(styled(element), 'in the frame').to.deep.equal(before);
        expect(element.textContent).to.equal(words);
        box.append(element);
        await whole(element);
        expect(styled(element), 'back').to.deep.equal(before);
      }
    });

    it(`${name} is moved before it was ever connected, and by way of a template`, async () => {
      const box = await fixture<HTMLElement>(html`<div style="inline-size: 640px"></div>`);
      const other = (await frame()).contentDocument!;
      box.innerHTML = text;
      await whole(box.firstElementChild!);
      const right = styled(box.firstElementChild!);
      box.replaceChildren();

      const holder = document.createElement('div');
      holder.innerHTML = text;
      const made = document.importNode(holder.firstElementChild!, true);
      customElements.upgrade(made);
      other.querySelector('main')!.append(other.adoptNode(made));
      await whole(made);
      expect(styled(made), 'in the frame').to.deep.equal(right);

      // A template's document is never shown, and has no window.
      const template = document.createElement('template');
      template.content.append(made);
      await frames();
      box.append(made);
      await whole(made);
      expect(styled(made), 'from the template').to.deep.equal(right);
      box.replaceChildren();

      // A copy that a document without these elements has made.
      const copy = other.importNode(made, true);
      box.append(copy);
      await whole(copy);
      expect(styled(copy), 'a copy').to.deep.equal(right);
    });
  }

  it('a scene that has moved is drawn, in the frame and back', async () => {
    const box = await fixture<HTMLElement>(html`<div style="inline-size: 640px"></div>`);
    const other = (await frame()).contentDocument!;
    box.innerHTML = markup['phone-call-scene']!;
    const scene = box.querySelector('phone-call-scene')!;
    const clock = (): string =>
      [...scene.shadowRoot!.querySelectorAll('.clock text')].map((one) => one.textContent).join('');
    scene.motion = 'stepped';
    for (const [place, step, time] of [
      [box, 'length', '9:00'],
      [other.querySelector('main')!, 'connected', '1:00'],
      [box, 'length', '9:00'],
    ] as const) {
      place.append(scene);
      scene.step = step;
      await whole(scene);
      await waitUntil(() => clock() === time, `the clock stands at ${time}`);
    }
  });

  it('a story that has been away follows the scroll', async () => {
    const page = await fixture<HTMLElement>(html`
      <div>
        <p style="height: 1200px"></p>
        <div></div>
        <p style="height: 1200px"></p>
      </div>
    `);
    const box = page.children[1]!;
    box.innerHTML = story;
    const element = box.querySelector('scroll-story')!;
    await settled();
    const other = (await frame()).contentDocument!;
    for (let time = 0; time < 2; time++) {
      other.querySelector('main')!.append(element);
      await settled();
      box.append(element);
      await settled();
      for (const id of ['expected', 'length', 'expected']) {
        element.goTo(id);
        await settled();
        expect(element.steps.filter(({ active }) => active).map((one) => one.id)).to.deep.equal([
          id,
        ]);
        expect(element.querySelector('phone-call-scene')!.step).to.equal(id);
      }
      scrollTo({ top: 0, behavior: 'instant' });
      await settled();
    }
  });
});
