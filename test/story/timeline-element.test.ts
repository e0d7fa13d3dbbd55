// An element in a stage that has a GSAP timeline, or takes a cue as one value.
import { expect, fixture, html } from '@open-wc/testing';
import { gsap } from 'gsap';
import '../../src/define.js';
import type { MotionMode } from '../../src/core/cue.js';
import { cueElement } from '../../src/story/cue-element.js';
import type { ScrollStory } from '../../src/story/scroll-story.js';
import { expectWarnings, frames, settled, waitUntil } from '../helpers.js';

interface Drawing extends HTMLElement {
  timeline?: gsap.core.Timeline;
}

/** A drawing whose timeline counts x up to 10, 30 and 60, a second for each ten. */
function makeDrawing(): { drawing: Drawing; shown: { x: number } } {
  const shown = { x: 0 };
  const drawing: Drawing = document.createElement('div');
  const timeline = gsap.timeline({ paused: true, defaults: { ease: 'none' } });
  timeline
    .to(shown, { x: 10, duration: 1 })
    .addLabel('ten')
    .to(shown, { x: 30, duration: 2 })
    .addLabel('thirty')
    .to(shown, { x: 60, duration: 3 })
    .addLabel('sixty');
  drawing.timeline = timeline;
  return { drawing, shown };
}

const at = (element: Element, step: string, progress = 1, motion: MotionMode = 'full'): void =>
  cueElement(element, { step, progress }, motion);

describe('an element with a timeline', () => {
  it('is at the label of its first step at once', () => {
    const { drawing, shown } = makeDrawing();
    at(drawing, 'thirty');
    expect(shown.x).to.be.closeTo(30, 1e-9);
  });

  for (const motion of ['stepped', 'static'] as const)
    it(`cuts from label to label, ${motion}`, () => {
      const { drawing, shown } = makeDrawing();
      for (const [step, x] of [['ten', 10], ['sixty', 60], ['thirty', 30]] as const) {
        at(drawing, step, 0.5, motion);
        expect(shown.x).to.be.closeTo(x, 1e-9);
      }
    }); // prettier-ignore

  it('follows the scroll between the label before and its own, whichever way it comes', () => {
    const { drawing, shown } = makeDrawing();
    for (const [step, progress, x] of [
      ['ten', 0, 0], ['ten', 0.5, 5], ['sixty', 0.5, 45], ['thirty', 0.25, 15], ['thirty', 0, 10], ['ten', 0.9, 9],
    ] as const) {
      at(drawing, step, progress);
      expect(shown.x, `${step} at ${progress}`).to.be.closeTo(x, 1e-9);
    }
  }); // prettier-ignore

  for (const [from, to, low, high] of [['ten', 'thirty', 10, 30], ['sixty', 'ten', 10, 30], ['ten', 'sixty', 30, 60]] as const)
    it(`plays from ${from} to ${to}, its last part alone, and rests there`, async () => {
      const { drawing, shown } = makeDrawing();
      drawing.timeline!.timeScale(8);
      at(drawing, from);
      at(drawing, to);
      const seen: number[] = [];
      const goal = to === 'ten' ? 10 : high;
      await waitUntil(() => {
        seen.push(shown.x);
        return Math.abs(shown.x - goal) < 1e-9;
      }, 'it comes to rest', { interval: 10 });
      for (const x of seen) expect(x).to.be.within(low - 1e-9, high + 1e-9);
      expect(seen.length, 'it was seen on its way').to.be.above(2);
      await frames(5);
      expect(shown.x).to.be.closeTo(goal, 1e-9);
    }); // prettier-ignore

  it('stops playing where the reader scrubs', async () => {
    const { drawing, shown } = makeDrawing();
    at(drawing, 'ten');
    at(drawing, 'sixty');
    await frames(2);
    at(drawing, 'thirty', 0.5);
    await frames(5);
    expect(shown.x).to.be.closeTo(20, 1e-9);
  });

  it('stays as it is for a step without a label, which is named once with the labels', () => {
    const said = expectWarnings();
    const { drawing, shown } = makeDrawing();
    at(drawing, 'ten');
    at(drawing, 'eleven');
    expect(shown.x).to.be.closeTo(10, 1e-9);
    expect(said.length).to.equal(1);
    expect(said[0]).to.contain('"eleven"').and.contain('"ten", "thirty", "sixty"');
  });

  it('cuts to a label after what never ends and from it, which is named once', () => {
    const said = expectWarnings();
    const { drawing, shown } = makeDrawing();
    const spinner = { turns: 0 };
    drawing
      // After a single tween that repeats GSAP goes on at the end of its first round, but not after a timeline with one.
      .timeline!.add(gsap.timeline().to(spinner, { turns: 1, duration: 1, repeat: -1 }))
      .to(shown, { x: 70, duration: 1 })
      .addLabel('seventy');
    at(drawing, 'sixty');
    at(drawing, 'seventy', 0.5);
    expect(shown.x, 'at once, and whole').to.be.closeTo(70, 1e-9);
    at(drawing, 'seventy');
    at(drawing, 'sixty');
    expect(shown.x, 'and back').to.be.closeTo(60, 1e-9);
    expect(said.length).to.equal(1);
    expect(said[0])
      .to.contain('<div>')
      .and.contain('"seventy"')
      .and.match(/\d{10} s/);
    expect(said[0], 'the remedy').to.contain('"repeat"');
  });

  it('is driven as ever where something in it never ends beside its labels', async () => {
    const { drawing, shown } = makeDrawing();
    const spinner = { turns: 0 };
    drawing.timeline!.to(spinner, { turns: 1, duration: 8, ease: 'none', repeat: -1 }, 0);
    at(drawing, 'thirty', 0.5);
    expect(shown.x).to.be.closeTo(20, 1e-9);
    expect(spinner.turns).to.be.closeTo(0.25, 1e-9);
    at(drawing, 'sixty');
    drawing.timeline!.timeScale(8);
    await waitUntil(() => Math.abs(shown.x - 60) < 1e-9, 'it plays');
  });

  it('does not stop a story by throwing', () => {
    const said = expectWarnings();
    const { drawing } = makeDrawing();
    drawing.timeline!.pause = () => {
      throw new Error('broken');
    };
    at(drawing, 'ten');
    expect(drawing.dataset['step']).to.equal('ten');
    expect(said.join()).to.contain('timeline').and.contain('broken');
  });

  it('is driven from when its timeline comes', () => {
    const { drawing, shown } = makeDrawing();
    const { timeline } = drawing;
    delete drawing.timeline;
    at(drawing, 'thirty');
    expect(shown.x).to.equal(0);
    drawing.timeline = timeline!;
    at(drawing, 'thirty');
    expect(shown.x).to.be.closeTo(30, 1e-9);
  });

  it('is driven by a story', async () => {
    const { drawing, shown } = makeDrawing();
    drawing.slot = 'stage';
    const story = await fixture<ScrollStory>(html`
      <scroll-story motion="stepped">
        <story-chapter>
          ${drawing}
          <story-step id="ten"><p>Ten.</p></story-step>
          <story-step id="sixty"><p>Sixty.</p></story-step>
        </story-chapter>
      </scroll-story>
    `);
    for (const [id, x] of [['sixty', 60], ['ten', 10]] as const) {
      story.goTo(id);
      await settled();
      expect(shown.x).to.be.closeTo(x, 1e-9);
    }
  }); // prettier-ignore
});

describe('an element that takes a cue as one value', () => {
  it('is given all of it at once, and nothing alone', () => {
    const given: unknown[] = [];
    const element = Object.defineProperties(document.createElement('div'), {
      cue: { get: () => given.at(-1), set: (value) => given.push(value) },
      step: { set: () => given.push('a step alone') },
      progress: { set: () => given.push('progress alone') },
    });
    at(element, 'one');
    at(element, 'two', 0.25);
    at(element, 'two', 0.25);
    expect(given).to.deep.equal([
      { step: 'one', progress: 1, motion: 'full' },
      { step: 'two', progress: 0.25, motion: 'full' },
    ]);
  });

  it('is no form with a field of that name', () => {
    const form = document.createElement('form');
    form.innerHTML = '<input name="cue" />';
    at(form, 'one');
    expect((form.cue as HTMLElement).localName).to.equal('input');
    expect(form.dataset['step']).to.equal('one');
  });
});
