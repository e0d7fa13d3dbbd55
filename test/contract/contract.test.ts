import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { expectWarnings, frames, resizeWindow } from '../helpers.js';
import { watch } from '../../src/testing.js';
import { enclose, events, happen, look, stillPage, viewOf, type World } from '../laws/world.js';
import { offset, triggers, type State, type Trigger } from './triggers.js';

// What a step trigger owes its story. This package's own has to pass it all; `npm run contract` puts others to it too
// and prints the table.

interface Trial {
  readonly world: World;
  /** Starts anew with the story in an element that scrolls, which is then in view. */
  readonly intoBox: () => Promise<void>;
  readonly state: () => State;
  /** The most steps that were active in one frame. */
  readonly most: () => number;
  /** Errors that the page was told of. */
  readonly errors: readonly string[];
}

const within = (root: Element): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.step')];

function makeStep({ makeStep: make }: Trigger, height: number): HTMLElement {
  const step = make?.() ?? document.createElement('div');
  step.className = 'step';
  step.style.minHeight = `${height}px`;
  return step;
}

/** Puts steps in a page, watched by a trigger, lets something be done, and takes all of it away. */
async function attempt(make: () => Trigger, doing: (trial: Trial) => Promise<void>): Promise<void> {
  const { innerWidth: width, innerHeight: height } = window;
  const story = document.createElement('div');
  let trigger = make();
  story.append(...[420, 300, 640, 60, 500, 380].map((height) => makeStep(trigger, height)));
  const world: World = {
    ...enclose(story),
    parents: () => [story],
    steps: () => within(story),
    makeStep: () => makeStep(trigger, 350),
    changed: () => trigger.changed?.(),
  };
  const errors: string[] = [];
  // What a trigger throws is written down, and is not the runner's to report.
  const { onerror } = window;
  window.onerror = (message) => !!errors.push(message as string);
  let state: State = { active: new Set(), progress: 0 };
  let most = 0;
  let watching = 0;
  const count = (): void => {
    most = Math.max(most, state.active.size);
    watching = requestAnimationFrame(count);
  };
  scrollTo(0, 0);
  try {
    const onState = ({ active, progress }: State): void => {
      state = { active: new Set(active), progress };
    };
    const intoBox = async (): Promise<void> => {
      trigger.stop();
      trigger = make();
      state = { active: new Set(), progress: 0 };
      world.box.firstElementChild!.after(story);
      world.box.scrollIntoView({ block: 'center', behavior: 'instant' });
      trigger.start(world.steps, onState, { story, root: world.box });
      await stillPage(world);
    };
    trigger.start(world.steps, onState, { story });
    await stillPage(world);
    count();
    await doing({ world, intoBox, state: () => state, most: () => most, errors });
  } finally {
    cancelAnimationFrame(watching);
    trigger.stop();
    world.page.remove();
    scrollTo(0, 0);
    if (innerWidth !== width || innerHeight !== height) await resizeWindow(width, height);
    await frames(2);
    window.onerror = onerror;
  }
}

/** What a trigger says wrongly, now that the page is still; empty where it is right. */
async function wrong({ world, state }: Trial): Promise<string> {
  await stillPage(world);
  const [low, here, high] = [-1, 0, 1].map((slack) => look(world, offset, slack));
  if (low!.active !== high!.active) return '';
  const { active, progress } = state();
  const told = [...active];
  const nameOf = (step: HTMLElement | undefined): string =>
    !step ? 'none' : step.isConnected ? `${world.steps().indexOf(step)}` : 'one that was removed';
  const right = `step ${nameOf(here!.active)}, progress ${here!.progress.toFixed(3)}`;
  if (told.length > 1 || told[0] !== here!.active)
    return `steps ${told.map(nameOf).join(' and ') || 'none'} and not ${right}`;
  // Some count the way through a step in pixels, four at a time.
  const off = told[0] && Math.abs(progress - here!.progress) * told[0].offsetHeight >= 9;
  return off ? `progress ${progress.toFixed(3)} and not ${right}` : '';
}

const expectRight = async (trial: Trial, said: string): Promise<void> => {
  expect(await wrong(trial), said).to.equal('');
};

/** Puts the line into a step. */
const into = ({ world }: Trial, index: number, through = 0.5): void => {
  const { top, height } = world.steps()[index]!.getBoundingClientRect();
  const view = viewOf(world);
  const by = top + height * through - view.top - view.height * offset;
  const scroller = world.box.contains(world.story) ? world.box : document.scrollingElement!;
  scroller.scrollBy({ top: by, behavior: 'instant' });
};

/** Scrolls into the middle of a step by and by, so that a trigger that a jump leads astray comes there too. */
const approach = async (trial: Trial, index: number): Promise<void> => {
  for (const through of [0.3, 0.35, 0.4, 0.45, 0.5]) {
    into(trial, index, through);
    await stillPage(trial.world);
  }
  await expectRight(trial, 'before');
};

/** In the middle of a step, something happens; then the reader goes on a little. */
const after =
  (name: string, a: number, b = 0) =>
  async (trial: Trial): Promise<void> => {
    await approach(trial, 2);
    await happen(trial.world, [name, a, b, 0]);
    await expectRight(trial, name);
    scrollBy(0, 40);
    await expectRight(trial, `${name}, and on`);
  };

const laws: Readonly<Record<string, (trial: Trial) => Promise<void>>> = {
  'no step above the first': async (trial) => {
    await expectRight(trial, 'at first');
    into(trial, 2);
    await stillPage(trial.world);
    scrollTo(0, 0);
    await expectRight(trial, 'back at the top');
  },
  'the last step below the last, at its end': async (trial) => {
    into(trial, 5, 0.9);
    await stillPage(trial.world);
    into(trial, 5, 1.4);
    await expectRight(trial, 'below the last step');
  },
  'the right step and progress at every stop, down and up': async (trial) => {
    into(trial, 0, 0.1);
    for (const by of [...Array<number>(14).fill(110), ...Array<number>(14).fill(-110)]) {
      await expectRight(trial, `at ${scrollY}`);
      scrollBy(0, by);
    }
  },
  'a jump into the middle, and another': async (trial) => {
    for (const index of [4, 1, 5, 2, 0]) {
      into(trial, index, 0.6);
      await expectRight(trial, `at ${index}`);
    }
  },
  'a jump past all steps and back': async (trial) => {
    into(trial, 1);
    await stillPage(trial.world);
    scrollTo(0, 0);
    await stillPage(trial.world);
    into(trial, 5, 1.4);
    await expectRight(trial, 'past all');
    into(trial, 3);
    await expectRight(trial, 'and back');
  },
  'a fling and a reverse': async (trial) => {
    into(trial, 1);
    for (const [a, b] of [[0.9, 0.1], [0.2, 0.9], [0.8, 0.5]] as const) {
      await happen(trial.world, ['fling', a, b, 0]);
      await happen(trial.world, ['reverse', a, b, 0]);
      into(trial, Math.round(a * 4), b);
      await expectRight(trial, 'after a fling');
    }
  }, // prettier-ignore
  'never two steps in one frame': async (trial) => {
    into(trial, 0);
    for (let i = 0; i < 30; i++) {
      scrollBy(0, 67);
      await frames();
    }
    await resizeWindow(innerWidth, innerHeight - 90);
    for (let i = 0; i < 30; i++) {
      scrollBy(0, -67);
      await frames();
    }
    expect(trial.most(), 'steps active in one frame').to.equal(1);
  },
  'the window changes its height alone': async (trial) => {
    for (const height of [innerHeight - 130, innerHeight + 60]) {
      into(trial, 2, 0.9);
      await stillPage(trial.world);
      await resizeWindow(innerWidth, height);
      await expectRight(trial, `${height} high`);
      for (const [index, through] of [[2, 0.1], [2, 0.95], [4, 0.5]] as const) {
        into(trial, index, through);
        await expectRight(trial, `${height} high, at ${index}`);
      }
    }
  }, // prettier-ignore
  'the window changes its width': after('the window changes size', 0.9, 0.4),
  'a late image in a step above': after('late image', 0.1, 0.9),
  'a late image in the step itself': after('late image', 0.4, 0.9),
  'a late font in a step above': async (trial) => {
    const [step] = trial.world.steps() as [HTMLElement];
    step.append('Some words. '.repeat(120));
    const { offsetHeight } = step;
    await after('a late font', 0.1, 0.9)(trial);
    expect(step.offsetHeight, 'the height of its words').to.be.greaterThan(offsetHeight);
  },
  'something comes above the story': after('something comes above', 0.1, 0.9),
  'the page is zoomed': after('zoom', 0.99, 0.1),
  'the page is scaled': after('zoom', 0.1, 0.9),
  'a step is added above': after('a step is added', 0, 0.1),
  'a step is removed': after('a step is removed', 0.1, 0),
  'the step itself is removed': after('a step is removed', 0.4, 0),
  'a step is hidden': after('a step is hidden or shown', 0.1),
  'the step itself is hidden': after('a step is hidden or shown', 0.4),
  'steps change places': after('steps change places', 0.9, 0.1),
  'the page comes back from the cache': after('the page is left and comes back', 0),
  'the story moves to another place': after('the story moves in the document', 0, 0.6),
  'in an element that scrolls': async (trial) => {
    await trial.intoBox();
    for (const index of [2, 4, 0, 5]) {
      into(trial, index);
      await expectRight(trial, `at ${index}`);
    }
  },
  'while the page scrolls that element': async (trial) => {
    await trial.intoBox();
    await approach(trial, 2);
    for (const by of [90, -160]) {
      scrollBy(0, by);
      await stillPage(trial.world);
      trial.world.box.scrollBy(0, by);
      await expectRight(trial, `${by} further`);
    }
  },
  'no layout is read while off screen': async (trial) => {
    const below = document.createElement('div');
    below.style.height = '9000px';
    trial.world.page.append(below);
    into(trial, 5, 1.4);
    await stillPage(trial.world);
    scrollTo(0, 1e6);
    await frames(6);
    let reads = 0;
    const read = Element.prototype.getBoundingClientRect;
    Element.prototype.getBoundingClientRect = function (this: Element) {
      reads++;
      return read.call(this);
    };
    try {
      for (let i = 0; i < 6; i++) {
        scrollBy(0, -40);
        await frames();
      }
    } finally {
      Element.prototype.getBoundingClientRect = read;
    }
    expect(reads).to.equal(0);
  },
  'no error is reported to the page': async (trial) => {
    for (const height of [700, 90, 500]) {
      into(trial, 2);
      trial.world.steps()[2]!.style.minHeight = `${height}px`;
      await frames(3);
    }
    await happen(trial.world, ['a step is hidden or shown', 0.4, 0, 3]);
    expect(trial.errors).to.deep.equal([]);
  },
};

/** A law that is not of one attempt: what is alive after some of them is what was alive before. */
async function leavesNothing(make: () => Trigger): Promise<void> {
  await attempt(make, (trial) => Promise.resolve(into(trial, 1)));
  const watched = watch();
  try {
    for (let i = 0; i < 3; i++)
      await attempt(make, async (trial) => {
        into(trial, 2);
        await stillPage(trial.world);
      });
    // The test's own frame and that of the watch.
    expect(watched.live()).to.deep.equal([]);
  } finally {
    watched.end();
  }
}

/** How many of some hundred looks, while anything happens, are right. */
async function randomLooks(make: () => Trigger): Promise<{ of: number; misses: string[] }> {
  let of = 0;
  const misses: string[] = [];
  const numRuns = all ? 10 : 3;
  for (const sequence of fc.sample(events(16), { numRuns, seed: 41 }))
    await attempt(make, async (trial) => {
      for (const event of sequence) {
        // A story in a box that cannot be seen has nothing to be right about.
        if (/moves|box/.test(event[0])) continue;
        await happen(trial.world, event).catch(() => undefined);
        of++;
        const miss = await wrong(trial);
        if (miss) misses.push(`${event.join()}: ${miss}`);
      }
    });
  return { of, misses };
}

/** Whether others than this package's own are put to it: the command sets it. */
const all = !!(globalThis as { contract?: boolean }).contract;

describe('the contract of step triggers', function () {
  this.timeout(0);
  for (const [name, make] of Object.entries(triggers).slice(0, all ? undefined : 1)) {
    const ours = name === 'communique';
    /** Writes down how a law went; only this package's own trigger has to keep it. */
    const judge = (law: string, test: () => Promise<string>): void => {
      it(`${name}: ${law}`, async () => {
        expectWarnings();
        let found = 'yes';
        let why = '';
        try {
          found = await test();
        } catch (error) {
          why = String(error);
          found = /expected 'progress/.test(why) ? 'step alone' : 'no';
          if (ours) throw error;
        } finally {
          if (all) await executeServerCommand('contract', { name, law, found, why });
        }
      });
    };
    for (const [law, test] of Object.entries(laws))
      judge(law, async () => {
        await attempt(make, test);
        return 'yes';
      });
    judge('nothing remains after it has stopped', async () => {
      await leavesNothing(make);
      return 'yes';
    });
    judge('right while anything happens', async () => {
      const { of, misses } = await randomLooks(make);
      if (ours) expect(misses).to.deep.equal([]);
      return `${of - misses.length} of ${of}`;
    });
  }
});
