import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import '../../src/define.js';
import type { DiplomatMap } from '../../src/scenes/diplomat-map/diplomat-map.js';
import type { ExpulsionCounter } from '../../src/scenes/expulsion-counter/expulsion-counter.js';
import { exactSum } from '../../src/core/exact.js';
import { expectWarnings } from '../helpers.js';
import { randomFrom } from '../random.js';
import { law } from './laws.js';

// Whatever the numbers: as much is drawn as the table says, and every number that is written is the table's or a sum of it.

interface Given {
  readonly name: string;
  readonly count: number;
  readonly group: string;
  readonly lat?: number;
  readonly lon?: number;
}

/** A table by its seed, so that a failure can be told in a line. */
interface Shape {
  readonly seed: number;
  readonly rows: number;
  readonly groups: number;
}
const table = fc.record<Shape>({
  seed: fc.integer({ min: 0, max: 2 ** 31 }),
  rows: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 40 }) },
    { weight: 1, arbitrary: fc.integer({ min: 250, max: 1000 }) },
  ),
  groups: fc.constantFrom(1, 2, 7, 1000),
});

/** Rows whose numbers go from nothing to a million millions, with decimals where they are not large. */
function rowsOf({ seed, rows, groups }: Shape): Given[] {
  const random = randomFrom(seed);
  const largest = 10 ** Math.floor(random() * 13);
  const decimals = largest < 1e6 && random() < 0.5 ? 100 : 1;
  return Array.from({ length: rows }, (_, i) => ({
    name: `R${String.fromCharCode(97 + (i % 26))}-${i}`,
    // The first is at least one, so that there is something to draw.
    count: Math.round((i ? random() ** 3 : 1) * largest * decimals) / decimals,
    group: `G-${i % groups}`,
    ...(i % 9 ? { lat: 36 + ((i * 7.31) % 30), lon: -10 + ((i * 13.77) % 45) } : {}),
  }));
}

const size = fc.tuple(fc.integer({ min: 280, max: 1200 }), fc.integer({ min: 260, max: 800 }));
const per = fc.constantFrom('', 1, 10, 2500, 0.1);

async function drawn<E extends ExpulsionCounter | DiplomatMap>(
  tag: string,
  given: Partial<E>,
  [width, height]: readonly [number, number],
): Promise<E> {
  const scene = document.createElement(tag) as E;
  Object.assign(scene, { mark: 'square', motion: 'static', unit: 'tonnes', ...given });
  scene.lang = 'en';
  scene.style.cssText = `inline-size:${width}px;block-size:${height}px;min-block-size:0;aspect-ratio:auto`;
  document.body.append(scene);
  const root = (): ShadowRoot | null => scene.shadowRoot;
  // Large ones are arranged bit by bit.
  for (let i = 0; i < 2000; i++) {
    await new Promise(requestAnimationFrame);
    const picture = root()?.querySelector<HTMLElement>('.picture');
    if (picture?.querySelector('path[d]:not([d=""])') && !picture.style.visibility) break;
  }
  await scene.updateComplete;
  return scene;
}

/** What a mark stands for, as the picture says it. */
function perOf(scene: Element): number {
  const note = scene.shadowRoot!.querySelector('.note')?.textContent ?? '';
  return Number(/One mark is ([\d.,]+)/.exec(note)?.[1]?.replaceAll(',', '') ?? 1);
}

/** What is drawn: how many marks, parts as parts, how far off that may be, and how many outlines it takes. */
interface Drawn {
  readonly marks: number;
  readonly near: number;
  readonly outlines: number;
}

/** Adds up what the paths of a kind draw. A square's outline tells its width, and whether it is a part. */
function drawnIn(scene: Element, selector: string): Drawn {
  const outlines = [...scene.shadowRoot!.querySelectorAll(selector)].flatMap((path) =>
    (path.getAttribute('d') ?? '').split('M').slice(1),
  );
  const sides = outlines.map((d) => /h([\d.]+)v([\d.]+)/.exec(d)!.slice(1).map(Number));
  const whole = Math.max(...sides.map(([, height]) => height!));
  const parts = sides.filter(([width]) => width! < whole - 0.02);
  return {
    marks: sides.reduce((sum, [width]) => sum + width! / whole, 0),
    // A part is right within a pixel; the lengths of all are rounded to a hundredth of one.
    near: (parts.length + outlines.length / 100) / whole,
    outlines: outlines.length,
  };
}

const numbersIn = (text: string): number[] =>
  (text.match(/\d[\d,]*(\.\d+)?/g) ?? []).map((one) => Number(one.replaceAll(',', '')));

const texts = (scene: Element, selector: string): string[] =>
  [...scene.shadowRoot!.querySelectorAll(selector)].map((node) => node.textContent.trim());

/** What a text says of rows: how many, and how much they come to. */
function rowsSaid(text: string): [rows: number, sum: number] {
  const more = /^and ([\d,]+) more:\s([\d,.]+)$/.exec(text);
  if (more) return [numbersIn(more[1]!)[0]!, numbersIn(more[2]!)[0]!];
  const [, names, each] = /^(.*), ([\d,.]+) each$/.exec(text)!;
  const rows = names!.match(/R[a-z]-\d+/g)!.length;
  return [rows, exactSum(Array<number>(rows).fill(numbersIn(each!)[0]!))];
}

describe('the law of marks: no number is drawn that the data do not say, and none is left out', () => {
  law('in a counter', 40, fc.tuple(table, size, per), async ([shape, box, asked]) => {
    expectWarnings();
    const rows = rowsOf(shape);
    const total = exactSum(rows.map(({ count }) => count));
    const scene = await drawn<ExpulsionCounter>(
      'expulsion-counter',
      { data: rows, per: asked, step: 'together' },
      box,
    );
    try {
      const unit = perOf(scene);
      expect(unit).to.be.at.least(Number(asked || 1) / 1.001);
      const heads = texts(scene, '.total').map((text) => numbersIn(text)[0]!);
      expect(exactSum(heads), 'the totals').to.equal(total);
      for (const step of ['together', 'apart']) {
        scene.step = step;
        await scene.updateComplete;
        const { marks, near, outlines } = drawnIn(scene, '.people path');
        expect(marks, `${step}: marks`).to.be.closeTo(total / unit, near);
        expect(marks, 'within a mark a row').to.be.closeTo(total / unit, rows.length);
        expect(outlines).to.be.at.most(2000 + 3 * 250);
        const said = scene.describe();
        if (unit !== 1) expect(said).to.contain('One mark is');
        const largest = Math.max(...rows.map(({ count }) => count));
        expect(numbersIn(said)).to.include(largest);
      }
      const names = texts(scene, '.name');
      const single = texts(scene, '.count').map((text) => numbersIn(text)[0]!);
      names.forEach((name, i) => {
        const row = rows.find((one) => one.name === name);
        if (row) expect(single[i], name).to.equal(row.count);
        else expect(name).to.match(/^[\d,]+ more$/);
      });
      const shared = texts(scene, '.label:not(.name)').map(rowsSaid);
      const counted = names.map((name) => (/more$/.test(name) ? numbersIn(name)[0]! : 1));
      expect(exactSum([...counted, ...shared.map(([count]) => count)]), 'rows').to.equal(
        rows.length,
      );
      expect(exactSum([...single, ...shared.map(([, sum]) => sum)]), 'their sum').to.equal(total);
    } finally {
      scene.remove();
    }
  });

  law('on a map', 30, fc.tuple(table, size, per), async ([shape, box, asked]) => {
    expectWarnings();
    const rows = rowsOf(shape);
    const total = exactSum(rows.map(({ count }) => count));
    const scene = await drawn<DiplomatMap>(
      'diplomat-map',
      { data: rows, per: asked, states: [{ step: 'all', total: 'yes' }], home: 'Home' },
      box,
    );
    try {
      const unit = perOf(scene);
      const { marks, near, outlines } = drawnIn(scene, '.mark');
      expect(marks, 'marks').to.be.closeTo(total / unit, near);
      expect(marks, 'within a mark a row').to.be.closeTo(total / unit, rows.length);
      expect(outlines).to.be.at.most(2000 + rows.length);
      expect(numbersIn(texts(scene, '.count tspan')[0]!)).to.deep.equal([total]);
      for (const label of texts(scene, '.label:not(.scale)')) {
        const row = rows.find(({ name }) => label.startsWith(`${name} `));
        if (row)
          expect(label).to.equal(
            `${row.name} ${row.count.toLocaleString('en', { maximumFractionDigits: 20 })}`,
          );
        else expect(label).to.equal('Home');
      }
      const said = scene.describe();
      const largest = rows.reduce((most, row) => (row.count > most.count ? row : most));
      expect(numbersIn(said.replaceAll(/R[a-z]-\d+/g, ''))).to.include(largest.count);
    } finally {
      scene.remove();
    }
  });
});
