import { expect, waitUntil } from '@open-wc/testing';
import { gsap } from 'gsap/gsap-core';
import { frames } from '../helpers.js';
import { newSeed, randomFrom } from '../random.js';
import { expectSame, fresh, rest, scene, steps } from './timeline-scene.js';

describe('TimelineController', () => {
  afterEach(() => document.querySelectorAll('test-scene').forEach((one) => one.remove()));

  it('shows the pose of a step at its end and the one before at its start', () => {
    expectSame(fresh('apart', 1), { spread: 1, lit: 0 }, 'apart');
    expectSame(fresh('apart', 0), { spread: 0, lit: 0 }, 'the start');
    expectSame(fresh('together', 1), { spread: 0, lit: 1 }, 'a pose keeps what it does not name');
    expectSame(fresh('together', 0.25), { spread: 0.75, lit: 1 }, 'a quarter of the way');
    expectSame(fresh('lit', -3), fresh('lit', 0), 'progress below 0');
    expectSame(fresh('lit', 9), fresh('lit', 1), 'progress above 1');
  });

  it('shows at a cue what a fresh scene shows, whatever came before', async () => {
    const seed = newSeed();
    const random = randomFrom(seed);
    const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
    const one = scene();
    for (let run = 0; run < 60; run++) {
      const cue = { step: pick(steps), progress: pick([0, 0.3, 0.9, 1]) };
      one.timeline.show(cue, pick(['cut', 'play', 'follow', 'cut']));
      if (random() < 0.1) await frames(2);
      const last = { step: pick(steps), progress: random() };
      one.timeline.show(last, 'cut');
      expectSame(one.picture, fresh(last.step, last.progress), `seed ${seed}, run ${run}`);
    }
  });

  it('plays to a step and comes to rest at its pose', async () => {
    const one = scene();
    one.timeline.show({ step: 'apart', progress: 1 }, 'cut');
    one.timeline.show({ step: 'lit', progress: 1 }, 'play');
    expectSame(one.picture, fresh('apart', 1), 'where it stood');
    await rest(one);
    expectSame(one.picture, fresh('lit', 1), 'at rest');
    const lit = one.drawn.map((numbers) => numbers.lit!);
    expect(lit, 'it never goes back').to.deep.equal([...lit].sort((a, b) => a - b));
    expect(new Set(lit).size, 'it moves').to.be.greaterThan(3);
  });

  it('comes to rest where the last of many cues says, down, up and across', async () => {
    const one = scene();
    const ways: [string, number][] = [
      ['grown', 1],
      ['apart', 1],
      ['together', 1],
      ['lit', 0.5],
    ];
    for (const [step, progress] of ways) {
      one.timeline.show({ step, progress }, 'play');
      await frames(3);
    }
    await rest(one);
    expectSame(one.picture, fresh('lit', 0.5), 'at rest');
  });

  it('follows the scroll, and keeps what is left of a way that still plays', async () => {
    const one = scene();
    one.timeline.show({ step: 'apart', progress: 0 }, 'cut');
    for (const progress of [0.1, 0.5, 0.2]) {
      one.timeline.show({ step: 'apart', progress }, 'follow');
      expectSame(one.picture, fresh('apart', progress), 'on the finger');
    }
    one.timeline.show({ step: 'grown', progress: 0.4 }, 'play');
    await frames(2);
    one.timeline.show({ step: 'grown', progress: 0.6 }, 'follow');
    await rest(one);
    expectSame(one.picture, fresh('grown', 0.6), 'at rest');
  });

  for (const [said, step, progress] of [
    ['on to the next step', 'together', 1],
    ['into a scrubbed one', 'together', 0.4],
    ['back', 'apart', 1],
  ] as const)
    it(`goes on without a jump where a way that plays is broken off, ${said}`, async () => {
      for (const after of [0.1, 0.5, 0.9]) {
        const one = scene();
        one.timeline.show({ step: 'apart', progress: 1 }, 'cut');
        one.timeline.show({ step: 'lit', progress: 1 }, 'play');
        while (one.picture.lit! < after) await frames();
        const before = { ...one.picture };
        one.timeline.show({ step, progress }, 'play');
        expect(one.picture).to.deep.equal(before);
        await rest(one);
        expectSame(one.picture, fresh(step, progress), 'at rest');
        one.remove();
      }
    });

  it('stays on its row where the reader turns back in what plays over two steps', async () => {
    const one = scene();
    one.timeline.show({ step: 'apart', progress: 0.05 }, 'cut');
    one.timeline.show({ step: 'lit', progress: 0.9 }, 'play');
    one.timeline.show({ step: 'lit', progress: 0 }, 'follow');
    expectSame(one.picture, fresh('apart', 0), 'the start');
    await waitUntil(() => !one.timeline.isPlaying);
    expectSame(one.picture, fresh('lit', 0), 'at rest');
  });

  it('cuts through a way that plays', async () => {
    const one = scene();
    one.timeline.show({ step: 'apart', progress: 1 }, 'cut');
    one.timeline.show({ step: 'grown', progress: 1 }, 'play');
    await frames(2);
    one.timeline.show({ step: 'together', progress: 1 }, 'cut');
    const { length } = one.drawn;
    await frames(6);
    expect(one.drawn.length, 'it stands still').to.equal(length);
    expectSame(one.picture, fresh('together', 1), 'at once');
  });

  it('passes over a step that it does not know', () => {
    const one = scene();
    one.timeline.show({ step: 'apart', progress: 1 }, 'cut');
    one.timeline.show({ step: 'nothing', progress: 1 }, 'play');
    one.timeline.show({ step: '__proto__', progress: 1 }, 'cut');
    one.timeline.show({ step: 'toString', progress: 1 }, 'cut');
    expectSame(one.picture, fresh('apart', 1), 'still');
  });

  it('draws only when something changed', () => {
    const one = scene();
    one.timeline.show({ step: 'lit', progress: 0.5 }, 'follow');
    one.timeline.show({ step: 'lit', progress: 0.5 }, 'follow');
    one.timeline.show({ step: 'lit', progress: 0.5 }, 'cut');
    expect(one.drawn.length).to.equal(1);
  });

  it('stands where it stood after it was made anew', () => {
    const one = scene();
    one.timeline.show({ step: 'grown', progress: 0.5 }, 'cut');
    one.timeline.rebuild();
    one.timeline.show({ step: 'grown', progress: 0.5 }, 'cut');
    expect(one.drawn.length).to.equal(2);
    expectSame(one.picture, fresh('grown', 0.5), 'anew');
  });

  it('leaves no tween when it is taken out, and works when it is put back', async () => {
    const before = gsap.globalTimeline.getChildren().length;
    const one = scene();
    one.timeline.show({ step: 'apart', progress: 1 }, 'cut');
    one.timeline.show({ step: 'grown', progress: 1 }, 'play');
    await frames(2);
    one.remove();
    const { length } = one.drawn;
    await frames(4);
    expect(one.drawn.length, 'nothing is drawn').to.equal(length);
    expect(gsap.globalTimeline.getChildren().length).to.equal(before);
    document.body.append(one);
    one.timeline.show({ step: 'lit', progress: 1 }, 'cut');
    expectSame(one.picture, fresh('lit', 1), 'put back');
  });
});
