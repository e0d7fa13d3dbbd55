import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { Marks, dot } from '../../src/scenes/marks.js';
import { person } from '../../src/scenes/person.js';
import { marksOf } from '../../stories/marks.js';

/** Each shape, and how high it is where it is one wide. */
const shapes = { dot: [dot, 1], person: [person, 1.38] } as const;

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

  it('draws nothing of no size, and takes away what a path held before', () => {
    const path = makePath();
    path.setAttribute('d', 'M0 0H9V9Z');
    const marks = new Marks(path, dot);
    marks.put(10, 10, 0);
    marks.put(10, 10, -1);
    marks.put(10, 10, NaN);
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
