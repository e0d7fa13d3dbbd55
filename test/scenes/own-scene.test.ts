// docs/scene.md: the scene that stands there, as it stands there.
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { definePhrases, type SceneElement } from '../../src/scene.js';
import { sceneLaws } from '../../src/testing.js';
import { marksOf } from '../../stories/marks.js';
import { expectWarnings, settled, waitUntil } from '../helpers.js';

declare module '../../src/scene.js' {
  interface Phrases {
    farmCrates?: string;
  }
}

const guide = await (await fetch('/docs/scene.md')).text();
const [, code = ''] = /```js\n(import \{\n {2}Marks,[^]*?)```/.exec(guide) ?? [];
const [, transition = ''] = /```js\n( {2}transition\([^]*?)```/.exec(guide) ?? [];
const [, rows = ''] = /<script type="module">([^]*?)<\/script>/.exec(guide) ?? [];
const [, chapter = ''] = /```html\n([^]*?)```/.exec(guide) ?? [];
const source = code.replace("'communique/scene.js'", `'${location.origin}/src/scene.ts'`);
await import(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));

const data = [
  { name: 'Upper Farm', crates: 12 },
  { name: 'Mill Street', crates: 31 },
];

describe('the scene in docs/scene.md', () => {
  it('is drawn with the steps of its story', async () => {
    const page = document.createElement('div');
    page.innerHTML = `<scroll-story name="harvest">${chapter}</scroll-story>`;
    document.body.append(page);
    const scene = page.querySelector<SceneElement>('farm-crates')!;
    await settled();
    const drawn = (): number =>
      marksOf(scene.shadowRoot!.querySelector<SVGPathElement>('.picture path')!).length;
    for (const [id, count] of [
      ['upper', 12],
      ['mill', 31],
      ['upper', 12],
    ] as const) {
      const { top, height } = page.querySelector(`#${id}`)!.getBoundingClientRect();
      const { offset } = page.querySelector('scroll-story')!;
      scrollBy({ top: top + height * 0.8 - innerHeight * offset, behavior: 'instant' });
      await waitUntil(() => scene.step === id && !scene.playing && drawn() === count, id);
      expect(scene.shadowRoot!.querySelector('.picture p')!.textContent).to.equal(String(count));
    }
    expect(scene.describe('upper')).to.equal('Upper Farm: 12 crates.');
    expect(scene.describe('mill')).to.equal('Thirty-one crates, the most of all farms.');
    page.remove();
    scrollTo(0, 0);
  });

  it('speaks the language of the page', async () => {
    definePhrases('de', { farmCrates: '{farm}: {count} Kisten.' });
    const scene = document.createElement('farm-crates') as SceneElement;
    Object.assign(scene, { lang: 'de', data: [{ name: 'Hof', crates: 1200 }] });
    document.body.append(scene);
    await scene.ready;
    expect(scene.describe('Hof')).to.equal('Hof: 1.200 Kisten.');
    scene.remove();
  });

  it('takes the transition in docs/scene.md', async () => {
    const code = `customElements.define('ripe-crates', class extends customElements.get('farm-crates') {
      start() { return { crates: 0, ripe: 0 }; }
      pose(state) { return { ...super.pose(state), ripe: 1 }; }
      draw(numbers) { super.draw(numbers); this.drawn = numbers; }
      ${transition}
    })`;
    await import(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
    const scene = document.createElement('ripe-crates') as SceneElement & {
      drawn: Record<'crates' | 'ripe', number>;
    };
    Object.assign(scene, { data, step: 'Upper Farm', progress: 0.5, motion: 'full' });
    document.body.append(scene);
    await scene.ready;
    await waitUntil(() => scene.drawn);
    expect(scene.drawn.crates, 'eased, so more than half of them').above(6).and.below(12);
    expect(scene.drawn.ripe).equal(0);
    scene.progress = 1;
    await scene.updateComplete;
    expect(scene.drawn).include({ crates: 12, ripe: 1 });
    scene.remove();
  });

  it('has the rows of its list go one after another, as docs/scene.md has them', async () => {
    const code = rows.replace('/embed/communique.js', `${location.origin}/src/scene.ts`);
    await import(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
    const scene = document.createElement('crate-rows') as SceneElement;
    const counts = [[12, 20], [31, 9], [8, 26]]; // prettier-ignore
    const data = counts.map(([spring, autumn], at) => ({ name: `Farm ${at}`, spring, autumn }));
    Object.assign(scene, { data, step: 'autumn', progress: 0.25, motion: 'full' });
    document.body.append(scene);
    const drawn = (): number[] =>
      [...scene.shadowRoot!.querySelectorAll('p')].map(
        ({ style }) => 40 * Number(style.getPropertyValue('--row')),
      );
    await waitUntil(() => drawn().length === 3);
    const [first, ...others] = drawn();
    expect(first, 'the first is on its way').to.be.above(12).and.below(20);
    expect(others).to.deep.equal([31, 8]);
    scene.progress = 1;
    await scene.updateComplete;
    expect(drawn()).to.deep.equal([20, 9, 26]);
    expect(scene.describe('spring')).to.match(/^In spring: Farm 0 12, Farm 1 31,? and Farm 2 8\.$/);
    scene.remove();
  });

  const useless: Record<string, [transition: (...way: never[]) => unknown, said: RegExp]> = {
    'a timeline without end': [
      (_from, to: object, timeline: gsap.core.Timeline, numbers: object) =>
        timeline.to(numbers, { ...to, repeat: -1 }),
      /without end \(1\d{10} s\).*"repeat"/,
    ],
    'a mistake': [
      () => {
        throw new TypeError('broken');
      },
      /throws \(TypeError: broken.*mend that/,
    ],
    'a promise': [() => Promise.reject(new Error('late')), /promise.*"async"/],
    'no tween': [() => 7, /^$/],
  };
  for (const [at, [said, [transition, message]]] of Object.entries(useless).entries())
    it(`comes to its pose with its words where its transition is ${said}, which the console says once`, async () => {
      const warned = expectWarnings();
      const tag = `useless-crates-${at}`;
      class Useless extends customElements.get('farm-crates')! {
        transition = transition;
        drawn?: { crates: number };
        draw(numbers: { crates: number }): void {
          (Object.getPrototypeOf(Useless.prototype) as Useless).draw.call(this, numbers);
          this.drawn = { ...numbers };
        }
      }
      customElements.define(tag, Useless);
      const scene = document.createElement(tag) as Useless & SceneElement;
      Object.assign(scene, { data, step: 'Upper Farm', progress: 0.5, motion: 'full' });
      document.body.append(scene);
      await waitUntil(() => scene.drawn);
      expect(scene.drawn!.crates, 'half of them').to.equal(6);
      scene.progress = 0.75;
      await scene.updateComplete;
      expect(scene.drawn!.crates).to.equal(9);
      Object.assign(scene, { step: 'Mill Street', progress: 1 });
      await waitUntil(() => scene.drawn!.crates === 31, 'it plays to its end');
      expect(scene.describe()).to.equal('Mill Street: 31 crates.');
      expect(warned.filter((text) => text.includes('"Upper Farm"')).length).to.equal(
        at < 3 ? 1 : 0,
      );
      for (const text of warned) expect(text).to.contain(`<${tag}>`).and.match(message);
      scene.remove();
    });

  for (const [said, law] of Object.entries(sceneLaws))
    it(said, () => law(() => Object.assign(document.createElement('farm-crates'), { data })));
});
