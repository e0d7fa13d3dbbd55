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

  it('arranges no calls, and no words', () => {
    expect(arrange(plan({}), sizes(0, 300)).lines).deep.equal([]);
  });
});

describe('the clock', () => {
  it('has a cell for each digit of the longest time, and none that touches another', () => {
    const { centres, width } = clockCells(41, 56);
    expect(centres).lengthOf(5);
    expect(width).above(4 * 56);
    expect(clockCells(600, 56).centres).lengthOf(6);
  });

  it('stands in the middle with one digit and with two', () => {
    expect(clockShift(9, 41, 56)).equal(28);
    expect(clockShift(10, 41, 56)).equal(0);
    expect(clockShift(0, 9, 56)).equal(0);
    expect(clockShift(5, 120, 56)).equal(56);
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
    for (let part = 0; part <= 1; part += 0.1) {
      const [one, two] = fades.opacities({ w0: 1 - part, w1: part });
      expect(Math.min(one!, two!)).equal(0);
    }
  });
});
