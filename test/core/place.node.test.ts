import { describe, it } from 'node:test';
import { expect } from 'chai';
import { locate, nowhere, type Box } from '../../src/core/place.js';
import { newSeed, randomFrom } from '../random.js';

const box = (top: number, bottom: number): Box => ({ top, bottom });

/** The same answer by looking at every box. */
function linear(boxes: readonly Box[], line: number): { index: number; progress: number } {
  let found = nowhere;
  boxes.forEach(({ top, bottom }, index) => {
    if (top <= line && bottom > top)
      found = { index, progress: Math.min(1, (line - top) / (bottom - top)) };
  });
  return found;
}

describe('locate', () => {
  const three = [box(0, 100), box(100, 300), box(300, 400)];

  it('is nowhere above the first step, and where there are none', () => {
    expect(locate(three, -0.1)).to.deep.equal({ index: -1, progress: 0 });
    expect(locate([], 10)).to.deep.equal({ index: -1, progress: 0 });
  });

  it('is in a step from its top edge on', () => {
    expect(locate(three, 0)).to.deep.equal({ index: 0, progress: 0 });
    expect(locate(three, 50)).to.deep.equal({ index: 0, progress: 0.5 });
    expect(locate(three, 100)).to.deep.equal({ index: 1, progress: 0 });
    expect(locate(three, 250)).to.deep.equal({ index: 1, progress: 0.75 });
  });

  it('stays in the last step, at its end, below it', () => {
    expect(locate(three, 400)).to.deep.equal({ index: 2, progress: 1 });
    expect(locate(three, 1e9)).to.deep.equal({ index: 2, progress: 1 });
  });

  it('stays at the end of a step in the gap below it', () => {
    expect(locate([box(0, 100), box(180, 200)], 150)).to.deep.equal({ index: 0, progress: 1 });
  });

  it('gives an overlap to the later step', () => {
    expect(locate([box(0, 100), box(80, 200)], 90)).to.deep.equal({ index: 1, progress: 10 / 120 });
  });

  it('passes over boxes without height', () => {
    const hidden = [box(-Infinity, -Infinity), box(0, 100), box(100, 100), box(100, 200)];
    expect(locate(hidden, -5).index).to.equal(-1);
    expect(locate(hidden, 99).index).to.equal(1);
    expect(locate([box(0, 100), box(100, 100)], 150)).to.deep.equal({ index: 0, progress: 1 });
    expect(locate([box(0, 0), box(0, 0)], 5)).to.deep.equal(nowhere);
  });

  it('answers as a search through every box does', () => {
    const seed = newSeed();
    const random = randomFrom(seed);
    for (let run = 0; run < 2000; run++) {
      let top = random() * 500 - 250;
      const boxes = Array.from({ length: Math.floor(random() * 40) }, () => {
        const height = random() < 0.2 ? 0 : random() * 300;
        const made = box(top, top + height);
        // Boxes in reading order: they touch, leave gaps or overlap, but no later one starts higher.
        top += height * (0.5 + random());
        return made;
      });
      for (let look = 0; look < 20; look++) {
        const onEdge = random() < 0.3 && boxes.length;
        const line = onEdge
          ? boxes[Math.floor(random() * boxes.length)]!.top
          : random() * 4000 - 500;
        expect(locate(boxes, line), `seed ${seed}, run ${run}, line ${line}`).to.deep.equal(
          linear(boxes, line),
        );
      }
    }
  });

  it('never goes back while the line goes on', () => {
    const boxes = Array.from({ length: 20 }, (_, i) => box(i * 37, i * 37 + (i % 4) * 20));
    let before = -1;
    for (let line = -50; line < 900; line += 3) {
      const { index, progress } = locate(boxes, line);
      expect(index + progress).to.be.at.least(before);
      expect(progress).to.be.within(0, 1);
      before = index;
    }
  });
});
