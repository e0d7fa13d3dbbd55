import { expect, fixture, html } from '@open-wc/testing';
import { isTried, waitUntil } from '../helpers.js';
import type { ScrollStory } from '../../src/story/scroll-story.js';

// Pages whose scripts have changed what all scripts share: a story moves there as far as its engines do, its words stand.

const { origin } = location;
const library = (name: string): string => `<script src="${origin}/library/${name}"></script>`;
const script = (code: string): string => `<script>${code}</script>`;

/** What a page does before the story comes, and whether an engine cannot bear it. */
const pages: Record<string, { readonly does: string; readonly loses?: RegExp }> = {
  'an ordinary page': { does: '' },
  'Prototype.js': { does: library('prototype-1.7.3') },
  MooTools: { does: library('mootools-core-1.4.5') },
  'MooTools and Prototype.js': {
    does: library('mootools-core-1.4.5') + library('prototype-1.7.3'),
  },
  'another property of every object': {
    does: script(
      'Object.prototype.extend = function (other) { return Object.assign(this, other); };',
    ),
    loses: /GSAP could not be loaded/,
  },
  'other properties of lists, functions, strings and elements': {
    does: script(`
      Array.prototype.each = Array.prototype.contains = function () {};
      Function.prototype.delay = String.prototype.strip = Number.prototype.times = function () {};
      Element.prototype.show = Element.prototype.hide = Element.prototype.update = function () {};
    `),
  },
  'another Array.from': {
    does: script('Array.from = function (list) { return list ? [].slice.call(list) : []; };'),
  },
  'an Array.from that wraps': {
    does: script('Array.from = function (item) { return item == null ? [] : [item]; };'),
  },
  'another entries(), of values': {
    does: script('Array.prototype.entries = function () { return this.slice(); };'),
  },
  'another bind()': {
    does: script(`
      Function.prototype.bind = function (that) {
        const method = this;
        const args = [].slice.call(arguments, 1);
        return function () {
          return method.apply(that, args.concat([].slice.call(arguments)));
        };
      };
    `),
  },
  'another remove(), which answers with the element': {
    does: script(`
      Element.prototype.remove = function () {
        this.parentNode && this.parentNode.removeChild(this);
        return this;
      };
    `),
  },
  'another Event and another Element': {
    does: script(`
      window.Event = function (event) { this.event = event; };
      window.Element = Object.assign(function (tag) { return document.createElement(tag); }, {
        prototype: Element.prototype,
      });
    `),
  },
  'a document.addEventListener that cannot be set': {
    does: script(`
      Object.defineProperty(document, 'addEventListener', {
        value: document.addEventListener.bind(document),
      });
    `),
    loses: /Scrollama cannot watch these steps/,
  },
  'a document.addEventListener that can only be read': {
    does: script(`
      const listen = document.addEventListener;
      Object.defineProperty(document, 'addEventListener', { get: () => listen });
    `),
    loses: /Scrollama cannot watch these steps/,
  },
  'a document that takes no more properties': {
    // Not every engine allows that.
    does: script(`
      if (!Reflect.preventExtensions(document))
        Object.defineProperty(document, 'addEventListener', { value: document.addEventListener });
    `),
    loses: /Scrollama cannot watch these steps/,
  },
};

const page = (does: string): string => `
  <!doctype html>
  <html lang="en">
    <meta charset="utf-8">
    <script>
      globalThis.litIssuedWarnings = new Set(['dev-mode']);
      globalThis.said = [];
      globalThis.errors = [];
      globalThis.heard = [];
      for (const level of ['warn', 'error'])
        console[level] = (...what) => said.push(what.map(String).join(' '));
      addEventListener('error', ({ message }) => errors.push(message));
      addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
      addEventListener('story-step-change', ({ id, index }) => heard.push(id + ' ' + index));
    </script>
    ${does}
    <script type="module" src="${origin}/src/define.ts"></script>
    <body style="margin: 0">
    <p style="height: 900px">Above</p>
    <scroll-story name="tale" motion="full">
      <header slot="header"><h1>A tale</h1></header>
      <story-chapter heading="People">
        <expulsion-counter slot="stage">
          <table>
            <tr><th>Name</th><th>Group</th><th>Count</th></tr>
            <tr><td>Upper Farm</td><td>North</td><td>12</td></tr>
            <tr><td>Low Farm</td><td>South</td><td>4</td></tr>
          </table>
        </expulsion-counter>
        <story-step id="together"><p>All of them.</p></story-step>
        <story-step id="apart"><p>Farm by farm.</p></story-step>
      </story-chapter>
      <story-chapter layout="overlay">
        <phone-call-scene slot="stage" from="Bern" to="Oslo" duration="9"></phone-call-scene>
        <story-step id="connected" scrub><p>It begins.</p></story-step>
        <story-step id="length"><p>It ends.</p></story-step>
      </story-chapter>
      <story-chapter layout="overlay">
        <diplomat-map slot="stage" home="Bern">
          <table>
            <tr><th>Name</th><th>Count</th><th>Lat</th><th>Lon</th></tr>
            <tr><td>Oslo</td><td>12</td><td>59.9</td><td>10.7</td></tr>
            <tr><td>Rome</td><td>3</td><td>41.9</td><td>12.5</td></tr>
          </table>
        </diplomat-map>
        <story-step id="places"><p>Here they are.</p></story-step>
        <story-step id="home"><p>They go home.</p></story-step>
      </story-chapter>
    </scroll-story>
    <p style="height: 900px">Below</p>
`;

interface Frame extends Window {
  readonly said: string[];
  readonly errors: string[];
  readonly heard: string[];
}

describe('an old page: a story stands and moves in a page with', () => {
  for (const [at, [name, { does, loses }]] of Object.entries(pages).entries()) {
    if (!isTried(at, 3)) continue;
    it(name, async () => {
      const address = URL.createObjectURL(new Blob([page(does)], { type: 'text/html' }));
      const frame = await fixture<HTMLIFrameElement>(
        html`<iframe title=${name} src=${address} style="width: 900px; height: 600px"></iframe>`,
      );
      const inside = frame.contentWindow as Frame;
      const there = (): ScrollStory | null => inside.document.querySelector('scroll-story');
      await waitUntil(
        () => there()?.steps?.length === 6,
        `it has its steps; ${String(inside.errors)}`,
      );
      const story = there()!;
      const texts: string[] = [];
      for (const [at, id] of [
        'together',
        'apart',
        'connected',
        'length',
        'places',
        'home',
      ].entries()) {
        const step = story.steps[at]!;
        const { top, height } = step.getBoundingClientRect();
        inside.scrollBy({ top: top + height / 2 - inside.innerHeight * 0.7, behavior: 'instant' });
        const bar = story.shadowRoot!.querySelector('.where')!;
        await waitUntil(
          () => step.active && bar.textContent.includes(`${at + 1} of 6`),
          `${id} is active; ${inside.errors.join('\n')}`,
        );
        expect(inside.heard.at(-1)).to.equal(`${id} ${at}`);
        expect(step.querySelector('p')!.offsetHeight, `the words of ${id}`).to.be.greaterThan(0);
        const scene = step.parentElement!.querySelector('[slot=stage]')!;
        const marks = '[part=picture] path[d]:not([d=""])';
        await waitUntil(() => scene.shadowRoot!.querySelector(marks), `marks of ${id}`);
        texts.push(scene.shadowRoot!.querySelector('[part=picture]')!.ariaLabel ?? '');
      }
      expect(texts.join(' ')).to.contain('12').and.contain('9 minutes').and.contain('Oslo');
      expect(inside.errors).to.deep.equal([]);
      const said = inside.said.filter((text) => text.includes('communique'));
      // Not every engine lets a page do what would lose the story one.
      expect(said.length).to.be.at.most(loses ? 1 : 0);
      for (const text of said) expect(text).to.match(loses!);
    });
  }
});
