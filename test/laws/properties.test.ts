import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { PropertyDeclaration, ReactiveElement } from 'lit';
import '../../src/define.js';
import '../../stories/forty-one-minutes.html?story';
import { watchErrors } from '../errors.js';
import { difference, expectWarnings, frames } from '../helpers.js';
import { elementOf, examples, sceneTags, type SceneTag } from '../scenes/examples.js';
import { law } from './laws.js';

// Whatever the attributes and properties of an element are set to: nothing throws, its words stay, and when that is
// taken away it is as one that was never touched. The properties are those that the classes have, so that a new one is
// tried as well.

const claims = '<ol><li data-claim="c1"><p data-part="claim">It was so.</p></li></ol>';
const step = (id: string): string => `<story-step id="${id}"><p>Words of ${id}.</p></story-step>`;
const chapter = `<story-chapter heading="Chapter"><phone-call-scene slot="stage"></phone-call-scene>${step('expected')}${step('length')}</story-chapter>`;

/** What stands in each element. */
const content = {
  'scroll-story': `<header slot="header"><h1>Title</h1></header>${chapter}`,
  'story-chapter': step('expected'),
  'story-step': '<p>Words of a step.</p>',
  ...(Object.fromEntries(
    sceneTags.map((tag) => [tag, elementOf(examples[tag]).innerHTML || '<p>Words of a scene.</p>']),
  ) as Record<SceneTag, string>),
  'source-chain': claims,
  'forty-one-minutes': '<p>Words for who has no script.</p>',
};
type Tag = keyof typeof content;
const tags = Object.keys(content) as Tag[];

const propertiesOf = (tag: Tag): [string, PropertyDeclaration][] => {
  const { elementProperties } = customElements.get(tag) as unknown as typeof ReactiveElement;
  return [...elementProperties]
    .filter(([, { state }]) => !state)
    .map(([name, declaration]) => [String(name), declaration]);
};

const attributeOf = ([name, { attribute }]: [string, PropertyDeclaration]): string | undefined =>
  attribute === false ? undefined : typeof attribute === 'string' ? attribute : name.toLowerCase();

const globalAttributes = ['lang', 'dir', 'title', 'class', 'data-step', 'aria-label', 'is'];

const thrower = {
  toString(): never {
    throw new Error('boom');
  },
  valueOf(): never {
    throw new Error('boom');
  },
};
// eslint-disable-next-line no-sparse-arrays -- a list with a hole is what is meant
const holes: unknown[] = [, null, undefined, 1];
const endless: unknown[] = [];
endless.push(endless);

const odd: unknown[] = [
  null, undefined, '', ' ', '0', '1', '-1', '0.5', 'full', 'static', 'stepped', 'light', 'side', 'flow', NaN, Infinity, -Infinity, -0, 1e308, 5e-324,
  2 ** 53, true, false, 10n, 'x'.repeat(20_000), 'a b '.repeat(3000), 'a\nb\tc\u0000d\u0007', '\u202Eevil\u202C\u2066', '\uD800', '\uDC00x',
  '<img src=/nowhere/x onerror="globalThis.broken=1">', 'javascript:globalThis.broken=1', '__proto__', 'constructor', 'toString', '#', '# ', '#nowhere', '#"]',
  {}, [], holes, endless, [[1, [2]], 3], { length: -1 }, Object.create(null), Object.freeze([Object.freeze({ name: 'A', count: 1 })]),
  () => 'words', function named() {}, class {}, Symbol('s'), Symbol.iterator, new Date(NaN), new Date(0), /x/g, new Map([[1, 2]]), new Set([1]),
  new URL('https://example.com/'), thrower, [thrower], { step: thrower, name: thrower }, Promise.resolve(1), document.createElement('b'),
  'en_US', 'de', 'x', 'x-y', 'zz-ZZ-zz-ZZ', 'en-', '_', 'rtl', 'N, N', 'N=A, N=B', 'N;N', '1,2', '999,999', 'no,37', 'azimuthal-equidistant', '2018-03-26',
]; // prettier-ignore

/** What names an address is kept from the network. */
const isAddress = (name: string): boolean => /^(src|topology|map)$/.test(name);
const harmless = (name: string, value: unknown): unknown => {
  const isText = /^(string|number|bigint|boolean)$/.test(typeof value);
  if (!isAddress(name) || !(isText || Array.isArray(value) || value instanceof URL)) return value;
  return typeof value === 'string' && /^#|^\s*$/.test(value) ? value : '#nowhere';
};

interface Act {
  /** A share of all names, and which of the three is done. */
  readonly at: number;
  readonly how: 'property' | 'attribute' | 'remove';
  readonly value: unknown;
}
const act: fc.Arbitrary<Act> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('property', 'property', 'attribute', 'attribute', 'remove'),
  value: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...odd) },
    { weight: 1, arbitrary: fc.anything({ withBigInt: true, withDate: true, withMap: true }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  ),
});

describe('the law of odd attributes and properties', () => {
  const errors = watchErrors();
  const broken = globalThis as { broken?: unknown };

  function make(tag: Tag): ReactiveElement {
    const element = document.createElement(tag) as unknown as ReactiveElement;
    element.innerHTML = content[tag];
    return element;
  }

  /** Puts an element where it has the same room each time. */
  function put(element: ReactiveElement): void {
    const box = document.createElement('div');
    box.style.cssText = 'position: absolute; inset: 0 auto auto 0; inline-size: 640px';
    element.style.cssText = 'display: block; inline-size: 640px; block-size: 400px';
    box.append(element);
    document.body.append(box);
  }

  const taken = (element: ReactiveElement): void => element.parentElement!.remove();

  const attributesOf = (element: Element): string[] =>
    [...element.attributes].map(({ name, value }) => `${name}="${value}"`).sort();

  /** All that can be seen of an element, a line each; in its picture an attribute that was emptied is as good as none. */
  function look(element: ReactiveElement): string[] {
    const inner = [...element.shadowRoot!.querySelectorAll('*')].map((node) => {
      const attributes = attributesOf(node).filter((one) => !one.endsWith('=""'));
      // What cannot be seen may be anywhere.
      if ((node as HTMLElement).style?.visibility === 'hidden') return node.localName;
      const text = [...node.childNodes].map((child) =>
        child.nodeType === 3 ? child.nodeValue : '',
      );
      return [node.localName, ...attributes, text.join('').trim()].join(' ');
    });
    return [...attributesOf(element), ...inner];
  }

  /** Waits until an element looks as told, or says how it differs. */
  async function expectToBe(element: ReactiveElement, right: string[]): Promise<void> {
    for (let tries = 0; difference(look(element), right) && tries < 300; tries++) await frames();
    expect(difference(look(element), right)).to.equal(undefined);
  }

  function perform(element: ReactiveElement, { at, how, value }: Act): void {
    const properties = propertiesOf(element.localName as Tag);
    const attributes = [
      ...properties.flatMap((one) => attributeOf(one) ?? []),
      ...globalAttributes,
    ];
    if (how === 'property') {
      const [name] = properties[at % properties.length]!;
      Reflect.set(element, name, harmless(name, value));
      return;
    }
    const name = attributes[at % attributes.length]!;
    if (how === 'remove') return element.removeAttribute(name);
    let text = '';
    try {
      text = String(harmless(name, value));
    } catch {
      // What has no text is tried as a property.
    }
    element.setAttribute(name, String(harmless(name, text)));
  }

  function restore(element: ReactiveElement): void {
    for (const one of propertiesOf(element.localName as Tag)) {
      const attribute = attributeOf(one);
      if (attribute) element.removeAttribute(attribute);
      Reflect.set(element, one[0], attribute === undefined ? undefined : null);
    }
    for (const name of globalAttributes) element.removeAttribute(name);
  }

  const settle = async (element: ReactiveElement): Promise<void> => {
    await element.updateComplete;
    await frames(2);
  };

  for (const tag of tags) {
    // The whole story takes its time to come.
    const runs = tag === 'forty-one-minutes' ? 1 : 6;
    law(tag, runs, fc.array(act, { minLength: 1, maxLength: 8 }), async (acts) => {
      expectWarnings();
      const element = make(tag);
      const words = element.textContent.trim();
      put(element);
      try {
        await settle(element);
        for (const one of acts) {
          perform(element, one);
          if (one.at % 2) await frames();
        }
        await settle(element);
        expect(errors(), 'errors').to.deep.equal([]);
        expect(broken.broken, 'script that ran').to.equal(undefined);
        expect(element.textContent.trim(), 'own words').to.equal(words);
        expect(element.shadowRoot!.querySelector('slot') ?? tag === 'forty-one-minutes').to.exist;
        restore(element);
        await settle(element);
        const fresh = make(tag);
        put(fresh);
        await settle(fresh);
        const right = look(fresh);
        taken(fresh);
        await expectToBe(element, right);
        expect(errors(), 'errors').to.deep.equal([]);
      } finally {
        taken(element);
      }
    });
  }

  it('knows properties of every element', () => {
    for (const tag of tags) expect(propertiesOf(tag).length, tag).to.be.above(1);
  });
});
