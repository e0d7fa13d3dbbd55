// Poses that have lists of numbers among their numbers.
import { expect } from '@open-wc/testing';
import { gsap } from 'gsap/gsap-core';
import {
  TimelineController,
  type Pose,
  type Transition,
} from '../../src/controllers/timeline-controller.js';
import '../helpers.js';

type Bars = { lit: number; rows: readonly number[] };

const poses: Record<string, Bars> = {
  few: { lit: 0, rows: [10, 20] },
  many: { lit: 1, rows: [20, 40, 60] },
  one: { lit: 1, rows: [0] },
  none: { lit: 1, rows: [] },
};
const steps = Object.keys(poses);

/** What a picture with such a transition is drawn from at some cues, one after another. */
function drawnAt(
  cues: readonly (readonly [step: string, progress: number])[],
  transition?: Transition<Bars>,
): Bars[] {
  const drawn: Bars[] = [];
  const host = Object.assign(document.createElement('i'), { addController: () => {} });
  const controller = new TimelineController(host as never, {
    start: () => ({ lit: 0, rows: [0, 0] }),
    steps: () => steps,
    pose: (step) => poses[step]!,
    transition: () => transition as Transition<Pose> | undefined,
    refuse: (_, problem) => {
      throw new Error(JSON.stringify(problem));
    },
    draw: (numbers: Bars) => drawn.push({ ...numbers }),
  });
  for (const [step, progress] of cues) controller.show({ step, progress }, 'cut');
  controller.hostDisconnected();
  return drawn;
}

const rowsAt = (step: string, progress: number, transition?: Transition<Bars>): readonly number[] =>
  drawnAt([[step, progress]], transition)[0]!.rows;

const linear = { duration: 0.5, ease: 'none' };
const together: Transition<Bars> = (_from, to, timeline, numbers) => {
  timeline.to(numbers.rows, { endArray: [...to.rows], ...linear, ease: 'power1.in' });
};
const inTurn: Transition<Bars> = (_from, to, timeline, numbers) => {
  to.rows.forEach((row, at) => void timeline.to(numbers.rows, { [at]: row, ...linear }, at * 0.5));
};

describe('a list in a pose', () => {
  it('changes evenly, number by number, and is the pose at both ends', () => {
    expect(rowsAt('few', 0)).to.deep.equal([0, 0]);
    expect(rowsAt('few', 0.25)).to.deep.equal([2.5, 5]);
    expect(rowsAt('few', 1)).to.deep.equal([10, 20]);
  });

  it('is on the way the longer of two, and what only one of them has stands still', () => {
    for (const [step, progress, rows] of [
      ['many', 0, [10, 20]],
      ['many', 0.5, [15, 30, 60]],
      ['one', 0, [20, 40, 60]],
      ['one', 0.5, [10, 40, 60]],
      ['one', 1, [0]],
      ['none', 0.5, [0]],
      ['none', 1, []],
    ] as const)
      expect(rowsAt(step, progress), `${step} at ${progress}`).to.deep.equal(rows);
  });

  it('moves all at once with endArray', () => {
    expect(rowsAt('few', 0.5, together)).to.deep.equal([2.5, 5]);
    expect(rowsAt('many', 0.5, together), 'of another length').to.deep.equal([12.5, 25, 60]);
  });

  it('moves one number after another', () => {
    expect(rowsAt('few', 0.25, inTurn)).to.deep.equal([5, 0]);
    expect(rowsAt('few', 0.5, inTurn)).to.deep.equal([10, 0]);
    expect(rowsAt('few', 0.75, inTurn)).to.deep.equal([10, 10]);
    expect(rowsAt('few', 1, inTurn)).to.deep.equal([10, 20]);
  });

  it('changes evenly where no tween moves a number of it', () => {
    const second: Transition<Bars> = (_from, to, timeline, numbers) => {
      timeline.to(numbers.rows, { 1: to.rows[1]!, ...linear, ease: 'power1.in' });
    };
    expect(rowsAt('few', 0.5, second)).to.deep.equal([5, 5]);
    expect(drawnAt([['many', 0.5]], second)[0]!.lit).to.equal(0.5);
  });

  it('is at a cue the same whatever came before, and leaves the poses as they are', () => {
    const before = JSON.stringify(poses);
    const cues = [['many', 0.9], ['many', 0.2], ['one', 0.6], ['few', 0.3], ['none', 1], ['many', 0.2]] as const; // prettier-ignore
    for (const transition of [undefined, together, inTurn])
      drawnAt(cues, transition).forEach((picture, at) => {
        expect(picture).to.deep.equal(drawnAt([cues[at]!], transition)[0]);
      });
    expect(JSON.stringify(poses)).to.equal(before);
    expect(gsap.globalTimeline.getChildren()).to.deep.equal([]);
  });
});
