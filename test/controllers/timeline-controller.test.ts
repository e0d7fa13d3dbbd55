import { expect, waitUntil } from '@open-wc/testing';
import { gsap } from 'gsap/gsap-core';
import { LitElement } from 'lit';
import {
  TimelineController,
  type Numbers,
  type Transition,
} from '../../src/controllers/timeline-controller.js';
import { frames } from '../helpers.js';
import { newSeed, randomFrom } from '../random.js';

const poses: Record<string, Numbers> = {
  apart: { spread: 1, lit: 0 },
  lit: { spread: 1, lit: 1 },
  together: { spread: 0 },
  grown: { spread: 0.25, lit: 0.5 },
};
const steps = Object.keys(poses);

/** A scene that draws nothing and notes everything. */
class TestScene extends LitElement {
  readonly drawn: Numbers[] = [];
  transition: Transition | undefined;
  readonly timeline: TimelineController = new TimelineController(this, {
    start: () => ({ spread: 0, lit: 0 }),
    steps: () => steps,
    pose: (step) => poses[step]!,
    transition: () => this.transition,
    draw: ({ spread, lit }) => this.drawn.push({ spread: spread!, lit: lit! }),
  });

  get picture(): Numbers {
    return this.drawn.at(-1)!;
  }
}
customElements.define('test-scene', TestScene);

function scene(transition?: Transition): TestScene {
  const made = document.createElement('test-scene') as TestScene;
  made.transition = transition;
  document.body.append(made);
  return made;
}

/** What a fresh scene shows at a cue. */
function fresh(step: string, progress: number, transition?: Transition): Numbers {
  const made = scene(transition);
  made.timeline.show({ step, progress }, 'cut');
  made.remove();
  return made.picture;
}

function expectSame(picture: Numbers, right: Numbers, said: string): void {
  for (const [name, value] of Object.entries(right))
    expect(picture[name], `${said}: ${name}`).to.be.closeTo(value, 1e-6);
}

/** Waits until a scene has not drawn for some frames. */
async function rest({ drawn }: TestScene): Promise<void> {
  for (let still = 0, last = -1, i = 0; still < 5 && i < 240; i++) {
    await frames();
    still = drawn.length === last ? still + 1 : 0;
    last = drawn.length;
  }
}

/** Plays what plays now in ten parts, however many frames the browser draws; answers how long it takes, in seconds. */
function playInTen(): number {
  const [playing] = gsap.globalTimeline.getChildren(true, true, false);
  playing!.pause();
  for (let part = 1; part <= 10; part++) playing!.progress(part / 10);
  return playing!.duration();
}

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
    transition: () => inTurn,
    draw: ({ spread, lit }) => (drawn = { spread: spread!, lit: lit! }),
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
