// A way between two poses that has a GSAP timeline of its own.
import { expect, waitUntil } from '@open-wc/testing';
import { gsap } from 'gsap/gsap-core';
import {
  TimelineController,
  type Numbers,
  type Pose,
  type Transition,
} from '../../src/controllers/timeline-controller.js';
import { frames } from '../helpers.js';
import { newSeed, randomFrom } from '../random.js';
import { expectSame, fresh, poses, rest, scene, steps } from './timeline-scene.js';

/** Plays what plays now in ten parts, however many frames the browser draws; answers how long it takes, in seconds. */
function playInTen(): number {
  const [playing] = gsap.globalTimeline.getChildren(true, true, false);
  playing!.pause();
  for (let part = 1; part <= 10; part++) playing!.progress(part / 10);
  return playing!.duration();
}

/** Spread in the first half, with an ease of its own; then lit, which a later tween takes over before it is done. */
const inTurn: Transition = (from, to, timeline, numbers) => {
  if (from.spread !== to.spread)
    timeline.to(numbers, { spread: to.spread, duration: 0.2, ease: 'power2.in' });
  timeline
    .to(numbers, { lit: 3, duration: 0.2, ease: 'none' }, 0.2)
    .to(numbers, { lit: to.lit, duration: 0.1, ease: 'none' }, 0.3);
};

/** A controller in a page of its own, where GSAP has not come yet, and how it drew last. */
async function beforeGsap(imports: Record<string, string> = {}): Promise<{
  timeline: TimelineController;
  picture: () => Numbers;
}> {
  const page = document.createElement('iframe');
  page.srcdoc = `<script type="importmap">${JSON.stringify({ imports })}</script>`;
  await new Promise((loaded) => {
    page.onload = loaded;
    document.body.append(page);
  });
  const inside = page.contentWindow as unknown as typeof globalThis;
  const module = (await inside.eval("import('/src/controllers/timeline-controller.ts')")) as {
    TimelineController: typeof TimelineController;
  };
  let drawn: Numbers = {};
  const host = Object.assign(document.createElement('i'), { addController() {} });
  const timeline = new module.TimelineController(host as never, {
    start: () => ({ spread: 0, lit: 0 }),
    steps: () => steps,
    pose: (step) => poses[step]!,
    transition: () => inTurn as Transition<Pose>,
    draw: ({ spread, lit }: Numbers) => (drawn = { spread: spread!, lit: lit! }),
  });
  return { timeline, picture: () => drawn };
}

describe('a way with a timeline where GSAP is missing', () => {
  afterEach(() => document.querySelectorAll('iframe').forEach((page) => page.remove()));

  it('changes evenly until GSAP has come, and is drawn again then', async () => {
    const { timeline, picture } = await beforeGsap();
    timeline.show({ step: 'apart', progress: 0.25 }, 'cut');
    expectSame(picture(), { spread: 0.25, lit: 0 }, 'evenly');
    await waitUntil(() => picture().spread !== 0.25, 'it is drawn again');
    expectSame(picture(), { spread: 0.125, lit: 0 }, 'as its timeline has it');
  });

  it('changes evenly where GSAP never comes, and is complete at both ends', async () => {
    const { timeline, picture } = await beforeGsap({
      '/src/controllers/gsap.ts': '/nowhere/gsap.js',
    });
    timeline.show({ step: 'apart', progress: 0.25 }, 'cut');
    await frames(20);
    for (const progress of [0, 0.25, 0.5, 1]) {
      timeline.show({ step: 'apart', progress }, 'follow');
      expectSame(picture(), { spread: progress, lit: 0 }, `at ${progress}`);
    }
    timeline.show({ step: 'lit', progress: 1 }, 'play');
    expectSame(picture(), { spread: 1, lit: 1 }, 'a play is a cut');
  });
});

describe('a way with a timeline of its own', () => {
  afterEach(() => document.querySelectorAll('test-scene').forEach((one) => one.remove()));

  it('is the timeline at the share of its length, and the poses at its ends', () => {
    const at = (progress: number): Numbers => fresh('apart', progress, inTurn);
    expect(at(0)).to.deep.equal({ spread: 0, lit: 0 });
    expectSame(at(0.25), { spread: 0.125, lit: 0 }, 'half-way through the first tween');
    expectSame(at(0.5), { spread: 1, lit: 0 }, 'between the two');
    expectSame(at(0.75), { spread: 1, lit: 1.5 }, 'before the third');
    expect(at(1), 'what no tween ends at').to.deep.equal({ spread: 1, lit: 0 });
  });

  it('is the same whichever way it was reached', () => {
    const seed = newSeed();
    const random = randomFrom(seed);
    const one = scene(inTurn);
    for (let run = 0; run < 300; run++) {
      const step = steps[Math.floor(random() * steps.length)]!;
      const progress = random();
      one.timeline.show({ step, progress }, 'follow');
      expect(one.picture, `seed ${seed}, run ${run}, ${step} at ${progress}`).to.deep.equal(
        fresh(step, progress, inTurn),
      );
    }
  });

  it('changes evenly what no tween moves, and all where there is none', () => {
    const spread: Transition = (_from, to, timeline, numbers) => {
      timeline.to(numbers, { spread: to.spread, duration: 2, ease: 'power3.in' });
    };
    expectSame(fresh('grown', 0.5, spread), { spread: 0.015625, lit: 0.75 }, 'half of it');
    expectSame(
      fresh('grown', 0.5, () => {}),
      fresh('grown', 0.5),
      'no tween',
    );
  });

  it('moves a number that ends where it began', () => {
    const pulse: Transition = (_from, _to, timeline, numbers) => {
      timeline.to(numbers, { spread: 2, duration: 1, ease: 'none', yoyo: true, repeat: 1 });
    };
    expectSame(fresh('lit', 0.5, pulse), { spread: 2, lit: 0.5 }, 'in the middle');
    expectSame(fresh('lit', 1, pulse), { spread: 1, lit: 1 }, 'at the end');
  });

  it('plays as long as its timeline, and in its order', () => {
    const one = scene(inTurn);
    one.timeline.show({ step: 'lit', progress: 1 }, 'cut');
    one.timeline.show({ step: 'together', progress: 1 }, 'play');
    expect(playInTen(), 'seconds').to.be.closeTo(0.4, 1e-6);
    expect(one.picture).to.deep.equal({ spread: 0, lit: 1 });
    const before = one.drawn.filter(({ lit }) => lit === 1).map(({ spread }) => spread!);
    expect(new Set(before).size, 'spread moves while the light waits').to.be.greaterThan(3);
    const after = one.drawn.filter(({ lit }) => lit! > 1);
    expect(after.length).to.be.greaterThan(0);
    expect(new Set(after.map(({ spread }) => spread)), 'and is there before it').to.have.keys(0);
  });

  it('plays the way reversed where the reader goes back', () => {
    const one = scene(inTurn);
    one.timeline.show({ step: 'together', progress: 1 }, 'cut');
    one.timeline.show({ step: 'lit', progress: 1 }, 'play');
    playInTen();
    expect(one.picture).to.deep.equal({ spread: 1, lit: 1 });
    const moving = one.drawn.filter(({ spread }) => spread! > 0 && spread! < 1);
    expect(moving.length, 'it spreads again').to.be.greaterThan(2);
    expect(new Set(moving.map(({ lit }) => lit)), 'after the light').to.have.keys(1);
    expect(Math.max(...one.drawn.map(({ lit }) => lit!)), 'which came by its way').above(1);
  });

  const spread = { spread: 7, duration: 1 };
  const useless: Record<string, [Transition, string]> = {
    'repeats for ever': [(_from, _to, t, n) => void t.to(n, spread).repeat(-1), 'seconds'],
    'has a tween that repeats for ever': [
      (_from, _to, t, n) => void t.to(n, { ...spread, repeat: -1, repeatDelay: 1 }),
      'seconds',
    ],
    'has one within another timeline': [
      (_from, _to, t, n) => void t.add(gsap.timeline().to(n, { ...spread, repeat: Infinity })),
      'seconds',
    ],
    'takes for ever': [
      (_from, _to, t, n) => void t.to(n, { ...spread, duration: Infinity }),
      'seconds',
    ],
    throws: [
      (_from, _to, t, n) => {
        t.to(n, spread).play();
        throw new Error('broken');
      },
      'thrown',
    ],
    'throws when it is gone through': [
      (_from, _to, t, n) =>
        void t.to(n, {
          spread: () => {
            throw new Error('broken');
          },
        }),
      'thrown',
    ],
    'answers with a promise': [
      async (_from, _to, t, n) => {
        t.to(n, spread);
        await Promise.reject(new Error('later'));
      },
      'promised',
    ],
  };
  for (const [said, [transition, problem]] of Object.entries(useless))
    it(`changes evenly where it ${said}, which is told once a way`, async () => {
      const before = gsap.globalTimeline.getChildren(false).length;
      const one = scene(transition);
      for (const progress of [0.25, 0.75]) {
        one.timeline.show({ step: 'apart', progress }, 'follow');
        expectSame(one.picture, fresh('apart', progress), `at ${progress}`);
      }
      expect(one.refused.map(([step, { ...told }]) => [step, ...Object.keys(told)])).to.deep.equal([
        ['apart', problem],
      ]);
      one.timeline.show({ step: 'lit', progress: 1 }, 'play');
      await rest(one);
      expect(one.picture, 'the pose').to.deep.equal(poses['lit']);
      expect(gsap.globalTimeline.getChildren(false).length, 'nothing goes on').to.equal(before);
    });

  it('follows the playhead alone where it was set going', async () => {
    const one = scene((...way) => {
      inTurn(...way);
      way[2].play();
    });
    one.timeline.show({ step: 'apart', progress: 0.25 }, 'follow');
    await frames(5);
    expect(gsap.globalTimeline.getChildren(false)).to.deep.equal([]);
    one.timeline.show({ step: 'apart', progress: 0.75 }, 'follow');
    expectSame(one.picture, fresh('apart', 0.75, inTurn), 'sought');
  });

  it('is made when it is drawn, one at a time', () => {
    const made: number[] = [];
    const one = scene((from, to, ...way) => {
      made.push(to.spread!);
      inTurn(from, to, ...way);
    });
    one.timeline.show({ step: 'grown', progress: 1 }, 'cut');
    one.timeline.show({ step: 'grown', progress: 0 }, 'follow');
    expect(made, 'a pose needs none').to.deep.equal([]);
    for (const progress of [0.2, 0.9, 0.4])
      one.timeline.show({ step: 'grown', progress }, 'follow');
    one.timeline.show({ step: 'apart', progress: 0.5 }, 'follow');
    expect(made).to.deep.equal([0.25, 1]);
  });

  it('leaves nothing of it among the tweens of the page', async () => {
    const before = gsap.globalTimeline.getChildren().length;
    const one = scene(inTurn);
    one.timeline.show({ step: 'apart', progress: 0.5 }, 'cut');
    expect(gsap.globalTimeline.getChildren().length, 'nobody else drives it').to.equal(before);
    one.timeline.show({ step: 'lit', progress: 1 }, 'play');
    await frames(2);
    one.remove();
    expect(gsap.globalTimeline.getChildren().length).to.equal(before);
  });
});
