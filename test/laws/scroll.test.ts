import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import '../../src/define.js';
import { seen, unlike } from '../../src/testing.js';
import { engine } from '../../src/controllers/engine.js';
import type { ExpulsionCounter } from '../../src/scenes/expulsion-counter/expulsion-counter.js';
import type { ScrollStory } from '../../src/story/scroll-story.js';
import type { StoryStep } from '../../src/story/story-step.js';
import { expectWarnings, frames, resizeWindow } from '../helpers.js';
import { playing } from '../playing.js';
import { law, pick, share } from './laws.js';
import {
  changes,
  enclose,
  events,
  goInto,
  happen,
  look,
  stillPage,
  type Here,
  type World,
} from './world.js';

// The laws of the scroll layer, on a whole story: whatever happened, a story that has come to rest is what a fresh
// one in its place would be.

/** An element of another kind than ours that takes cues. */
class OtherScene extends HTMLElement {
  step = '';
  progress = NaN;
}
customElements.define('other-scene', OtherScene);

const markup = `
<p slot="header">The start.</p>
<story-chapter layout="side" heading="Counted">
  <expulsion-counter slot="stage" groups="A;B"><table>
    <tr><th>name</th><th>count</th><th>group</th></tr>
    <tr><td>North</td><td>9</td><td>A</td></tr><tr><td>South</td><td>4</td><td>B</td></tr>
  </table></expulsion-counter>
  <story-step id="c1" step="together"><p>One.</p></story-step>
  <story-step id="c2" step="apart"><p>Two.</p></story-step>
</story-chapter>
<story-chapter layout="overlay" heading="Called">
  <phone-call-scene slot="stage" from="Bern" to="Oslo" duration="9"></phone-call-scene>
  <story-step id="p1" step="expected" scrub><p>Three.</p></story-step>
  <story-step id="p2" step="length" scrub><p>Four.</p></story-step>
  <story-step id="p3" step="invitation"><p>Five.</p></story-step>
</story-chapter>
<story-chapter layout="overlay" heading="Mapped">
  <diplomat-map slot="stage" home="Bern" centre="46.9, 7.4"><table>
    <tr><th>name</th><th>count</th><th>lat</th><th>lon</th></tr>
    <tr><td>North</td><td>5</td><td>60</td><td>20</td></tr><tr><td>South</td><td>3</td><td>41</td><td>12</td></tr>
  </table></diplomat-map>
  <other-scene slot="stage" id="other"></other-scene>
  <story-step id="m1" step="places"><p>Six.</p></story-step>
  <story-step id="m2" step="home" scrub><p>Seven.</p></story-step>
  <story-step id="m3" step="x" scene="other" scrub><p>Eight.</p></story-step>
</story-chapter>`;

const ours = 'expulsion-counter, phone-call-scene, diplomat-map';

interface StoryWorld extends World {
  readonly story: ScrollStory;
  readonly steps: () => StoryStep[];
  /** What the story has told its host page since it took its place. */
  readonly told: { progress: number; index: number };
}

const within = <E extends HTMLElement>(root: Element, name: string): E[] => [
  ...root.querySelectorAll<E>(name),
];

function makeWorld(motion: 'full' | 'stepped'): StoryWorld {
  const story = document.createElement('scroll-story');
  story.motion = motion;
  story.innerHTML = markup;
  let made = 0;
  const steps = (): StoryStep[] => within<StoryStep>(story, 'story-step');
  const told = { progress: 0, index: -1 };
  story.addEventListener('story-progress', ({ progress }) => (told.progress = progress));
  story.addEventListener('story-step-change', ({ index }) => (told.index = index));
  return {
    told,
    leaves: () => void Object.assign(told, { progress: 0, index: -1 }),
    ...enclose(story),
    story,
    parents: () => within(story, 'story-chapter'),
    steps,
    // A step that came from another chapter asks for a state that this one's scene has.
    changed: () => {
      for (const step of steps()) {
        const { steps: known } = step
          .closest('story-chapter')!
          .querySelector<ExpulsionCounter>(ours)!;
        if (!step.scene && !known.includes(step.cueName))
          step.setAttribute('step', known[made++ % known.length]!);
      }
    },
    makeStep: () => {
      const step = document.createElement('story-step');
      step.id = `new-${made++}`;
      step.toggleAttribute('scrub', made % 2 > 0);
      step.append('New words.');
      return step;
    },
  };
}

interface Cued extends HTMLElement {
  step: string;
  progress: number;
}

/** The cue of every scene, by the words of the documentation alone. */
function expectCues(world: StoryWorld, here: StoryStep | undefined, progress: number): void {
  const steps = world.steps();
  const reached = here ? steps.slice(0, steps.indexOf(here) + 1) : [];
  for (const chapter of world.parents())
    for (const scene of chapter.querySelectorAll<Cued>(':scope > [slot=stage]')) {
      const first = scene === chapter.querySelector('[slot=stage]');
      const own = within<StoryStep>(chapter, 'story-step').filter((step) =>
        first ? !step.scene : step.scene === scene.id,
      );
      const latest = own.filter((step) => reached.includes(step)).at(-1);
      const shown = latest ?? own[0];
      if (!shown) continue;
      const said = `${scene.localName} at ${here?.id ?? 'the start'}`;
      expect(scene.step, said).to.equal(shown.cueName);
      expect(scene.dataset['step'], said).to.equal(shown.cueName);
      const through = latest
        ? latest === here && shown.scrub
          ? Math.min(1, progress / shown.end)
          : 1
        : 0;
      const moves = world.story.motion === 'full';
      expect(scene.progress, `${said}, progress`).to.be.closeTo(moves ? through : 1, 0.01);
    }
}

/** Whether the line stands on the very edge of a step, where fractions of a pixel decide. */
const onEdge = (world: StoryWorld): boolean => {
  const [low, high] = [-1, 1].map((slack) => look(world, world.story.offset, slack).active);
  return low !== high;
};

/** A story that stands still is where the reader is. */
async function expectRight(world: StoryWorld): Promise<void> {
  const { box, story, told } = world;
  // While nothing of it can be seen a story need not know what is scrolled round it.
  if (box.contains(story)) box.scrollIntoView({ block: 'center', behavior: 'instant' });
  await stillPage(world);
  if (onEdge(world)) return;
  const { active, progress } = look(world, story.offset) as Here & { active?: StoryStep };
  const names = within(document.body, '[active]').map(({ id }) => id);
  expect(names, 'active steps').to.deep.equal(active ? [active.id] : []);
  const steps = world.steps();
  const index = active ? steps.indexOf(active) : -1;
  expect(told.index, 'the index last told').to.equal(index);
  const all = active ? (index + progress) / steps.length : 0;
  expect(told.progress, 'the progress last told').to.be.closeTo(all, 0.005);
  expectCues(world, active, progress);
}

/** Waits for pictures that play (the test's clock runs fast), and ends fades. */
async function played(): Promise<void> {
  await frames(2);
  for (let i = 0; i < 120 && playing().length; i++) await frames();
  for (const fade of document.getAnimations()) fade.finish();
  await frames(2);
}

/** A story is what a fresh one in its place is. */
async function expectFresh(world: StoryWorld): Promise<void> {
  const { story, page } = world;
  // Boxes of what is scaled are fractions of a pixel, and rounded either way.
  page.style.zoom = page.style.transform = '';
  // WebKit may tell of it late, as observers do; a turn of the wheel tells at once.
  scrollBy({ top: scrollY ? -1 : 1, behavior: 'instant' });
  await stillPage(world);
  await played();
  const before = within<Cued>(story, '[slot=stage]');
  const shown = before.map(pictured);
  const cues = before.map(({ step, progress }) => ({ step, progress }));
  const fresh = story.cloneNode(true) as ScrollStory;
  fresh.motion = story.motion;
  fresh.offset = story.offset;
  for (const node of [fresh, ...within(fresh, '*')])
    for (const name of ['active', 'motion', 'data-step', 'data-off']) node.removeAttribute(name);
  for (const scene of within(fresh, '[slot=stage]'))
    for (const name of ['style', 'step']) scene.removeAttribute(name);
  const edge = onEdge(world);
  const scrolled = [world.box, document.scrollingElement!].map(
    (one) => [one, one.scrollTop] as const,
  );
  story.replaceWith(fresh);
  const again = { ...world, story: fresh, steps: () => within<StoryStep>(fresh, 'story-step') };
  // Images of the copy are loaded anew.
  await Promise.all(
    [...fresh.querySelectorAll('img')].map((image) => image.decode().catch(() => 0)),
  );
  await stillPage(again);
  for (const [one, top] of scrolled) one.scrollTo({ top, behavior: 'instant' });
  await stillPage(again);
  await played();
  const after = within<Cued>(fresh, '[slot=stage]');
  for (const [at, scene] of after.entries()) {
    const cue = cues[at]!;
    // A fresh scene whose chapter has lost its steps was never given a cue.
    if (!scene.step || edge) continue;
    expect(scene.step, 'the cue of a fresh story').to.equal(cue.step);
    expect(scene.progress, 'its progress').to.be.closeTo(cue.progress, 0.02);
    // A fraction of a pixel may be another digit of a clock.
    scene.progress = cue.progress;
  }
  await played();
  for (const [at, scene] of after.entries())
    if (scene.step && !edge)
      expect(unlike(shown[at]!, pictured(scene)), scene.localName).to.equal(undefined);
}

/** What there is to see of one of our scenes. */
const pictured = (scene: Element): ReturnType<typeof seen> => (scene.shadowRoot ? seen(scene) : []);

describe('the laws of the scroll layer', () => {
  const size = { width: innerWidth, height: innerHeight };
  const errors: string[] = [];
  const onError = (event: ErrorEvent): void => void errors.push(event.message);
  const onReject = (event: PromiseRejectionEvent): void => void errors.push(String(event.reason));

  before(() => {
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onReject);
    engine!.globalTimeline.timeScale(60);
  });

  after(() => {
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onReject);
    engine!.globalTimeline.timeScale(1);
  });

  const input = fc.record({
    motion: fc.constantFrom('full' as const, 'stepped' as const),
    offset: fc.constantFrom(0.7, 0.7, 0.5, 0, 1),
    events: events(30),
    // After each event; or seldom, so that one comes before the last has had its effect.
    often: fc.constantFrom(1, 1, 0.25),
    looks: fc.array(share, { minLength: 30, maxLength: 30 }),
  });

  law('hold whatever happens', 6, input, async ({ motion, offset, events, often, looks }) => {
    const warnings = expectWarnings();
    warnings.length = 0;
    errors.length = 0;
    const world = makeWorld(motion);
    world.story.offset = offset;
    let most = 0;
    let watching = 0;
    const watch = (): void => {
      most = Math.max(most, world.story.querySelectorAll('story-step[active]').length);
      watching = requestAnimationFrame(watch);
    };
    watch();
    try {
      await frames(2);
      for (const [at, event] of events.entries()) {
        await happen(world, event);
        if (looks[at]! <= often) await expectRight(world);
      }
      await expectRight(world);
      await expectFresh(world);
      expect(most, 'steps active in one frame').to.be.at.most(1);
      expect(errors).to.deep.equal([]);
      // A story that lost its steps, or a step the scene that it names.
      const others = warnings.filter((text) => !/\[(no-steps|unknown-scene)\]/.test(text));
      expect(others).to.deep.equal([]);
    } finally {
      cancelAnimationFrame(watching);
      world.page.remove();
      scrollTo(0, 0);
      if (innerWidth !== size.width || innerHeight !== size.height)
        await resizeWindow(size.width, size.height);
    }
  });

  const stay = fc.record({
    motion: fc.constantFrom('full' as const, 'stepped' as const),
    offset: fc.constantFrom(0.7, 0.7, 0.5),
    anchor: fc.constantFrom('auto', 'none'),
    at: share,
    through: fc.double({ min: 0.03, max: 0.97, noNaN: true }),
    events: changes(8),
  });

  law('keep the reader at their step until they scroll', 20, stay, async (given) => {
    expectWarnings();
    const world = makeWorld(given.motion);
    const { story, page } = world;
    story.offset = given.offset;
    document.documentElement.style.setProperty('overflow-anchor', given.anchor);
    try {
      await stillPage(world);
      const step = pick(world.steps(), given.at)!;
      goInto(world, step, given.through, given.offset);
      await stillPage(world);
      expect(look(world, story.offset).active, 'the reader goes there').to.equal(step);
      for (const event of given.events) {
        await happen(world, event);
        await stillPage(world);
        if (!onEdge(world))
          expect((look(world, story.offset).active as StoryStep).id, event[0]).to.equal(step.id);
        expect(
          within(story, '[active]').map(({ id }) => id),
          event[0],
        ).to.deep.equal([step.id]);
      }
    } finally {
      document.documentElement.style.removeProperty('overflow-anchor');
      page.remove();
      scrollTo(0, 0);
      if (innerWidth !== size.width || innerHeight !== size.height)
        await resizeWindow(size.width, size.height);
    }
  });
});
