import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { keep, shareOf, type Reading } from '../../src/core/keep.js';

/** A reader in the middle of a step from 2000 to 2800, the line 700 px down in a window of 1000. */
const before: Reading = {
  scrolled: 1700,
  most: 9000,
  view: 1000,
  line: 700,
  width: 800,
  top: 2000,
  bottom: 2800,
  next: 2900,
};

const pushed = (by: number): Partial<Reading> => ({
  top: 2000 + by,
  bottom: 2800 + by,
  next: 2900 + by,
});

const kept = (now: Partial<Reading>): ReturnType<typeof keep> =>
  keep(before, { ...before, ...now }, shareOf(before));

describe('keep', () => {
  it('leaves a reader alone who scrolls', () => {
    for (const scrolled of [1701.5, 1650, 2400, 0, 9000])
      expect(kept({ scrolled })).to.deep.equal({ by: 0, moved: true });
  });

  it('follows what is pushed, unless the browser has done so', () => {
    expect(kept(pushed(400))).to.deep.equal({ by: 400, moved: false });
    expect(kept(pushed(-300))).to.deep.equal({ by: -300, moved: false });
    expect(kept({ ...pushed(400), scrolled: 2100 })).to.deep.equal({ by: 0, moved: false });
  });

  it('goes on with a reader who scrolls while something is pushed', () => {
    expect(kept({ ...pushed(400), scrolled: 1660 })).to.deep.equal({ by: 400, moved: true });
    expect(kept({ ...pushed(40), scrolled: 1840 })).to.deep.equal({ by: 0, moved: true });
  });

  it('leaves a jump of the page where it leads', () => {
    expect(kept({ ...pushed(400), scrolled: 0 })).to.deep.equal({ by: 0, moved: true });
    expect(kept({ ...pushed(100), scrolled: 6000 })).to.deep.equal({ by: 0, moved: true });
  });

  it('takes a reader back whom a shorter page has cut off', () => {
    const now = { ...pushed(-900), scrolled: 1200, most: 1200 };
    expect(kept(now)).to.deep.equal({ by: -400, moved: false });
  });

  it('leaves a reader where they scroll in a page that has become shorter', () => {
    for (const now of [
      { scrolled: 1200, most: 1200 },
      { ...pushed(-900), scrolled: 300, most: 1200 },
    ])
      expect(kept(now)).to.deep.equal({ by: 0, moved: true });
  });

  it('stays in a step that shrinks', () => {
    const { by, moved } = kept({ bottom: 2300, next: 2400 });
    expect(moved).to.equal(false);
    expect(1700 + 700 + by).to.be.within(2000, 2300);
  });

  it('lets a toolbar come and go', () => {
    expect(kept({ view: 940, line: 658 })).to.deep.equal({ by: 0, moved: false });
    expect(kept({ view: 940, line: 658, scrolled: 1760 })).to.deep.equal({ by: 0, moved: true });
  });

  const size = fc.integer({ min: 50, max: 5000 });
  const reading = fc
    .record({
      top: fc.integer({ min: 0, max: 20_000 }),
      height: size,
      gap: size,
      view: size,
      width: size,
      share: fc.double({ min: 0.01, max: 1.99, noNaN: true }),
    })
    .map(({ top, height, gap, view, width, share }): Reading => {
      const bottom = top + height;
      const next = bottom + gap;
      const at = share <= 1 ? top + share * height : bottom + (share - 1) * gap;
      return {
        scrolled: at - view * 0.7,
        most: 40_000,
        view,
        line: view * 0.7,
        width,
        top,
        bottom,
        next,
      };
    });

  it('keeps the step, whatever becomes of the layout, where nobody has scrolled', () => {
    fc.assert(
      fc.property(reading, reading, (was, is) => {
        const now = { ...is, scrolled: was.scrolled };
        const { by, moved } = keep(was, now, shareOf(was));
        const at = now.scrolled + now.line + by;
        expect(moved).to.equal(false);
        expect(at).to.be.at.least(now.top);
        expect(at).to.be.at.most(now.next);
      }),
    );
  });

  it('comes back to the same place when the layout does', () => {
    fc.assert(
      fc.property(reading, reading, (was, is) => {
        const share = shareOf(was);
        const now = { ...is, scrolled: was.scrolled };
        const away = keep(was, now, share).by;
        const there = { ...now, scrolled: now.scrolled + away };
        const { by } = keep(there, { ...was, scrolled: there.scrolled }, share);
        if (Math.abs(was.width - is.width) > 1)
          expect(there.scrolled + by).to.be.closeTo(was.scrolled, 2);
      }),
    );
  });
});
