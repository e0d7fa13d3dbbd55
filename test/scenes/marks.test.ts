import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import '../../src/define.js';
import type { SceneElement } from '../../src/scenes/scene-element.js';
import { Marks, dot, square } from '../../src/scenes/marks.js';
import { person } from '../../src/scenes/person.js';
import { marksOf } from '../../stories/marks.js';

/** Each shape, and how high it is where it is one wide. */
const shapes = { dot: [dot, 1], person: [person, 1.38], square: [square, 1] } as const;

function makePath(): SVGPathElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('width', '600');
  svg.setAttribute('height', '600');
  const path = document.createElementNS(svg.namespaceURI, 'path') as SVGPathElement;
  svg.append(path);
  document.body.append(svg);
  return path;
}

const length = fc.integer({ min: 0, max: 50_000 }).map((n) => n / 100);
const sizes = fc.integer({ min: 200, max: 4000 }).map((n) => n / 100);

describe('Marks', () => {
  afterEach(() => document.querySelectorAll('body > svg').forEach((svg) => svg.remove()));

  for (const [name, [shape, ratio]] of Object.entries(shapes))
    it(`draws each ${name} where it was put, as large as was said`, () => {
      const path = makePath();
      const marks = new Marks(path, shape);
      fc.assert(
        fc.property(fc.array(fc.tuple(length, length, sizes), { maxLength: 12 }), (all) => {
          for (const mark of all) marks.put(...mark);
          marks.show();
          const drawn = marksOf(path);
          expect(drawn).to.have.length(all.length);
          const corner = path.ownerSVGElement!.getBoundingClientRect();
          drawn.forEach(({ box }, i) => {
            const [x, y, size] = all[i]!;
            expect(box.width).to.be.closeTo(size, 0.1);
            expect(box.height).to.be.closeTo(size * ratio, 0.2);
            expect(box.left - corner.left + box.width / 2).to.be.closeTo(x, 0.1);
            // A person's middle is a little above that of the box.
            expect(box.top - corner.top + box.height / 2).to.be.closeTo(y, size * 0.05 + 0.1);
          });
        }),
        { numRuns: 60 },
      );
    });

  const share = fc.integer({ min: 0, max: 100 }).map((n) => n / 100);
  for (const [name, [shape]] of Object.entries(shapes))
    it(`draws a part of a ${name} as wide as its share, and what is too narrow a pixel wide`, () => {
      const path = makePath();
      const marks = new Marks(path, shape);
      const part = fc.tuple(sizes, share, share).filter(([, from, to]) => to > from);
      fc.assert(
        fc.property(part, ([size, from, to]) => {
          marks.put(300, 300, size, from, to);
          marks.show();
          const [drawn] = marksOf(path);
          const left = path.ownerSVGElement!.getBoundingClientRect().left + 300 - size / 2;
          const wide = Math.max((to - from) * size, Math.min(size, 1));
          expect(drawn!.box.width).to.be.closeTo(wide, 0.1);
          expect(drawn!.box.left).to.be.at.least(left - 0.1);
          expect(drawn!.box.right).to.be.at.most(left + size + 0.1);
          expect(Math.abs(drawn!.box.left - left - from * size)).to.be.below(1.1);
        }),
        { numRuns: 80 },
      );
    });

  for (const [name, [shape]] of Object.entries(shapes))
    it(`draws two parts of a ${name} as large as the whole`, () => {
      const path = makePath();
      path.setAttribute('d', `M300 300${shape(40)}`);
      const whole = path.getBBox();
      path.setAttribute('d', `M300 300${shape(40, 0, 0.3)}M300 300${shape(40, 0.3, 1)}`);
      const both = path.getBBox();
      for (const side of ['x', 'y', 'width', 'height'] as const)
        expect(both[side], side).to.be.closeTo(whole[side], 0.3);
      /** Whether a point is inside, in shares of the mark's size from its middle. */
      const inside = (x: number, y: number): boolean =>
        path.isPointInFill(new DOMPoint(300 + x * 40, 300 + y * 40));
      for (let x = -0.55; x < 0.55; x += 0.05)
        for (let y = -0.75; y < 0.75; y += 0.05) {
          path.setAttribute('d', `M300 300${shape(40)}`);
          const wanted = inside(x, y);
          path.setAttribute('d', `M300 300${shape(40, 0, 0.3)}M300 300${shape(40, 0.3, 1)}`);
          // An edge may be a hair's breadth away.
          if (inside(x, y) !== wanted) {
            const near = [-0.02, 0.02].flatMap((by) => [inside(x + by, y), inside(x, y + by)]);
            expect(near, `${x} ${y}`).to.include(wanted);
          }
        }
    });

  it('draws nothing of no size, and takes away what a path held before', () => {
    const path = makePath();
    path.setAttribute('d', 'M0 0H9V9Z');
    const marks = new Marks(path, dot);
    marks.put(10, 10, 0);
    marks.put(10, 10, -1);
    marks.put(10, 10, NaN);
    marks.put(10, 10, 9, 0.5, 0.5);
    marks.put(10, 10, 9, 0.6, 0.5);
    marks.show();
    expect(path.getAttribute('d')).to.equal('');
    marks.put(10, 10, 4);
    marks.show();
    expect(marksOf(path)).to.have.length(1);
    marks.show();
    expect(path.getAttribute('d'), 'each frame puts all of them').to.equal('');
  });

  it('writes only what changed', async () => {
    const path = makePath();
    const marks = new Marks(path, person);
    let writes = 0;
    const observer = new MutationObserver((records) => (writes += records.length));
    observer.observe(path, { attributes: true });
    for (const x of [10, 10, 10.001, 12]) {
      marks.put(x, 20, 8);
      marks.show();
    }
    await Promise.resolve();
    expect(writes).to.equal(2);
    observer.disconnect();
  });
});

describe('a part of a mark', () => {
  for (const [tag, given] of [
    ['expulsion-counter', { step: 'together' }],
    ['diplomat-map', { states: [{ step: 'all' }], step: 'all' }],
  ] as const)
    for (const dir of ['ltr', 'rtl'])
      it(`stands on the side where reading starts: <${tag}>, ${dir}`, async () => {
        const scene = Object.assign(document.createElement(tag) as SceneElement, {
          ...{ lang: 'en', dir, motion: 'static', mark: 'square', ...given },
          data: [{ name: 'A', count: 2.5, lat: 50, lon: 10 }],
        });
        scene.style.cssText = 'display: block; inline-size: 600px; block-size: 400px';
        document.body.append(scene);
        await scene.ready;
        const svg = scene.shadowRoot!.querySelector('.picture > svg')!;
        const left = svg.getBoundingClientRect().left;
        const marks = [...svg.querySelectorAll('.people path, .mark')].flatMap(marksOf);
        expect(marks).to.have.length(3);
        const [part, whole] = marks.sort((a, b) => a.width - b.width);
        expect(part!.width).to.be.closeTo(whole!.width / 2, 0.1);
        const middle = left + part!.x;
        const before = dir === 'ltr' ? middle - part!.box.left : part!.box.right - middle;
        // The boxes of some browsers have the outline in them.
        expect(before, 'from the start to the middle').to.be.closeTo(whole!.width / 2, 1.5);
        scene.remove();
      });
});
