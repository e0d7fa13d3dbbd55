import { describe, it } from 'node:test';
import { expect } from 'chai';
import {
  arrange,
  between,
  type Plan,
  type Sizes,
} from '../../../src/scenes/phone-call-scene/arrange.js';
import { clockCells, clockShift } from '../../../src/scenes/phone-call-scene/clock.js';
import { Fades } from '../../../src/scenes/phone-call-scene/fades.js';
import { middleOf, minutesIn } from '../../../src/scenes/phone-call-scene/single-call.js';
import type { CallState } from '../../../src/scenes/phone-call-scene/scene.js';

const sizes = (calls: number, height: number): Sizes => ({
  height,
  em: 16,
  labels: Array.from({ length: calls }, () => 20),
  first: Array.from({ length: calls }, (_, at) => at === 0),
  totals: [90],
  captions: [30],
});
const plan = (given: Partial<Plan>): Plan => ({
  shown: 0,
  dim: 0,
  total: -1,
  caption: -1,
  ...given,
});

describe('the arrangement of a log', () => {
  for (const calls of [2, 4, 7, 12])
    for (const height of [300, 480, 640, 900])
      it(`keeps ${calls} calls in order and in a box of ${height} px`, () => {
        const made = arrange(plan({ shown: calls, total: 0 }), sizes(calls, height));
        made.lines.forEach((line, at) => expect(line).above(made.lines[at - 1] ?? 0));
        expect(made.total).above(made.lines.at(-1)!);
        if (made.fit === 1) expect(made.total + 90).at.most(height + 0.01);
        else expect(height).below(480);
      });

  it('gives a call that is not shown yet the place where it will appear', () => {
    const [first, second] = [plan({ shown: 2 }), plan({ shown: 4, dim: 2 })].map(
      (each) => arrange(each, sizes(4, 480)).lines,
    );
    for (const at of [2, 3]) expect(between(first![at], second![at], 0)).equal(second![at]);
  });

  it('draws dimmed calls close together and leaves their words out', () => {
    const { lines, worded } = arrange(plan({ shown: 6, dim: 3 }), sizes(6, 640));
    expect(lines[2]! - lines[1]!).below(lines[5]! - lines[4]!);
    expect(worded).deep.equal([0, 0, 0, 1, 1, 1]);
  });

  it('has words for all calls between two ends, or for none where there is no room', () => {
    const roomy = arrange(plan({ shown: 4 }), sizes(4, 900));
    const tight = arrange(plan({ shown: 12 }), sizes(12, 480));
    expect(roomy.worded).deep.equal([1, 1, 1, 1]);
    expect(tight.worded).deep.equal(Array(12).fill(0));
    // A call that is alone between its ends keeps them.
    const alone = { ...sizes(13, 480), first: [true, true, ...Array<boolean>(11).fill(false)] };
    expect(arrange(plan({ shown: 13 }), alone).worded).deep.equal([1, ...Array<number>(12).fill(0)]); // prettier-ignore
  });

  it('stands in the middle of its box, and its total and caption under it', () => {
    const { lines, total } = arrange(plan({ shown: 1 }), sizes(1, 400));
    // Over a line stand its names, which are 20 px high.
    expect(lines[0]! - 20).closeTo(400 - lines[0]!, 0.01);
    expect(total).least(lines[0]!);
    const both = arrange(plan({ shown: 3, total: 0, caption: 0 }), sizes(3, 900));
    expect(both.caption).equal(both.total + 90);
    expect(both.total).above(both.lines.at(-1)!);
    const below = 900 - (both.caption + 30);
    expect(both.lines[0]! - 20 - 0.95 * 16).closeTo(below, 0.01);
  });

  it('gives names beside the lines as much room as they are high', () => {
    const labels = [20, 60, 60, 20];
    const { lines, fit } = arrange(plan({ shown: 4 }), { ...sizes(4, 160), labels, dense: true });
    expect(fit).equal(1);
    expect(lines).deep.equal([10, 50, 110, 150]);
  });

  it('arranges no calls, and no words', () => {
    expect(arrange(plan({}), sizes(0, 300)).lines).deep.equal([]);
  });
});

describe('the clock', () => {
  it('has a cell for each digit of the longest time, and none that touches another', () => {
    const { centres, width } = clockCells(41, 56);
    // Two digits, a colon, two digits; each cell begins where the one before it ends.
    const colon = width - 4 * 56;
    expect(colon).within(10, 40);
    expect(centres).deep.equal([28, 84, 112 + colon / 2, 140 + colon, 196 + colon]);
    expect(clockCells(600, 56).centres).lengthOf(6);
  });

  it('stands in the middle with one digit and with two', () => {
    expect(clockShift(9, 41, 56)).equal(28);
    expect(clockShift(10, 41, 56)).equal(0);
    expect(clockShift(0, 9, 56)).equal(0);
    expect(clockShift(5, 120, 56)).equal(56);
    expect(clockShift(50, 100, 56)).equal(28);
    expect(clockShift(100, 100, 56)).equal(0);
  });
});

describe('what a state says of the minutes', () => {
  const state = (given: Partial<CallState>): CallState => given as CallState;
  it('is kept within the call', () => {
    expect(minutesIn(state({ clock: 50, mark: 60 }), 41)).deep.include({ clock: 41, mark: 41 });
    expect(minutesIn(state({ clock: -3 }), 41).clock).equal(0);
    expect(minutesIn(state({ spanFrom: 30, spanTo: 10 }), 41).span).deep.equal([10, 30]);
    expect(minutesIn(state({ span: 'words' }), 41).span).deep.equal([0, 41]);
    expect(minutesIn(state({}), 41).span).equal(undefined);
  });

  it('has a round number near its middle', () => {
    expect([41, 30, 9, 3, 600].map(middleOf)).deep.equal([20, 15, 4, undefined, 300]);
  });
});

describe('words that come and go', () => {
  it('share one number where neighbours say the same, and are never seen over each other', () => {
    const fades = new Fades('w', ['one', 'one', 'two'], (word) => word);
    expect(fades.items).deep.equal(['one', 'two']);
    expect(fades.pose('one')).deep.equal({ w0: 1, w1: 0 });
    expect(fades.opacities(fades.pose('one'))).deep.equal([1, 0]);
    expect(fades.opacities({ w0: 0.75, w1: 0.5 })).deep.equal([0.5, 0]);
    for (let part = 0; part <= 1; part += 0.1) {
      const [one, two] = fades.opacities({ w0: 1 - part, w1: part });
      expect(Math.min(one!, two!)).equal(0);
    }
  });
});
