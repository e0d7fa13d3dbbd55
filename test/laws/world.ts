import { executeServerCommand } from '@web/test-runner-commands';
import fc from 'fast-check';
import type { ScrollHost } from '../../src/controllers/scroll-controller.js';
import { frames, windowIn, resizeWindow } from '../helpers.js';
import { lateFont } from './late-font.js';
import { pick, share } from './laws.js';

/** A plain element as the host of a scroll controller. */
export const hostOf = (element: HTMLElement): ScrollHost =>
  Object.assign(element, {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  });

/**
 * A page with a list of steps in it, and everything that a reader, a host page or a browser may do to it. What
 * drives the steps is not known here: the laws of this package and the contract for other step triggers share it.
 */
export interface World {
  /** All of it, in the body. */
  readonly page: HTMLElement;
  /** What scrolls by itself, below the place where the steps stand at first. */
  readonly box: HTMLElement;
  /** What holds all steps. */
  readonly story: HTMLElement;
  /** The elements that steps are children of. */
  readonly parents: () => HTMLElement[];
  /** All steps in reading order. */
  readonly steps: () => HTMLElement[];
  readonly makeStep: () => HTMLElement;
  /** Called when steps came, went or changed places. */
  readonly changed?: () => void;
  /** Called when the whole story is about to leave its place. */
  readonly leaves?: () => void;
}

/** Where the reader is. */
export interface Here {
  readonly active: HTMLElement | undefined;
  readonly progress: number;
}

const block = (height: string): HTMLElement => {
  const div = document.createElement('div');
  div.style.height = height;
  return div;
};

/** Puts a story in a page: room above it, the story, a box that scrolls by itself, room below. */
export function enclose(story: HTMLElement): Pick<World, 'page' | 'box' | 'story'> {
  const page = document.createElement('div');
  const box = block('400px');
  box.style.overflow = 'auto';
  box.append(block('600px'), block('600px'));
  page.append(block('130vh'), story, block('90vh'), box, block('130vh'));
  document.body.append(page);
  return { page, box, story };
}

const isBoxed = ({ box, story }: World): boolean => box.contains(story);
const scroller = (world: World): Element =>
  isBoxed(world) ? world.box : document.scrollingElement!;

const scrollBy = (element: Element, top: number): void =>
  element.scrollBy({ top, behavior: 'instant' });

/** Puts the story into the box or out of it. */
function move(world: World): void {
  const { page, box, story } = world;
  const place = isBoxed(world) ? page.firstElementChild! : box.firstElementChild!;
  place.after(story);
}

const picture = (width: number, height: number): string =>
  `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`;

/** Withholds frames, as from a page that cannot be seen, until the page is shown again. */
function hide(): () => Promise<void> {
  const { requestAnimationFrame: ask, cancelAnimationFrame: cancel } = window;
  const waiting = new Map<number, FrameRequestCallback>();
  let hidden = true;
  let last = 0;
  const tell = (): void => void document.dispatchEvent(new Event('visibilitychange'));
  window.requestAnimationFrame = (callback) => {
    if (!hidden) return ask(callback);
    waiting.set(--last, callback);
    return last;
  };
  window.cancelAnimationFrame = (id) => void (waiting.delete(id) || cancel(id));
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
  tell();
  return async () => {
    Reflect.deleteProperty(document, 'visibilityState');
    tell();
    const time = await new Promise<number>(ask);
    hidden = false;
    for (const [id, callback] of waiting) if (waiting.delete(id)) callback(time);
    Object.assign(window, { requestAnimationFrame: ask, cancelAnimationFrame: cancel });
  };
}

/** What may happen; `a` and `b` are shares, 0 to 1, that choose where and how much. */
type Action = (world: World, a: number, b: number) => unknown;

const many: Record<string, Action> = {
  scroll: (world, a) => scrollBy(scroller(world), (a - 0.5) * 900),
  'jump to a step': (world, a, b) => {
    const rect = pick(world.steps(), a)?.getBoundingClientRect();
    if (!rect) return;
    const { top, height } = viewOf(world);
    scrollBy(scroller(world), rect.top + rect.height * b - top - height * 0.7);
  },
  'jump anywhere': (world, a) => {
    scroller(world).scrollTo({ top: a * scroller(world).scrollHeight, behavior: 'instant' });
  },
  fling: async (world, a, b) => {
    for (let i = 0; i < 12; i++) {
      scrollBy(scroller(world), (a - 0.5) * 700 * (1 - i / 12));
      if (i % 3 === Math.floor(b * 3)) await frames();
    }
  },
  reverse: async (world, a, b) => {
    scrollBy(scroller(world), a * 1500);
    if (b > 0.5) await frames();
    scrollBy(scroller(world), a * -1400);
  },
};

const some: Record<string, Action> = {
  'scroll the page round the box': (_world, a) =>
    scrollBy(document.scrollingElement!, (a - 0.5) * 500),
  'late image': async (world, a, b) => {
    const step = pick(world.steps(), a);
    const image = new Image();
    image.alt = '';
    step?.append(image);
    if (b > 0.5) await frames();
    image.src = picture(40, 20 + Math.round(b * 600));
    await image.decode().catch(() => undefined);
  },
  'a step grows or shrinks': (world, a, b) => {
    const step = pick(world.steps(), a);
    if (step) step.style.minHeight = `${Math.round(b * 900)}px`;
  },
  'something comes above': ({ page }, a, b) => {
    if (a < 0.4) page.firstElementChild!.before(block(`${Math.round(b * 500)}px`));
    else if (page.childElementCount > 5) page.firstElementChild!.remove();
    else (page.firstElementChild as HTMLElement).style.height = `${80 + b * 100}vh`;
  },
  'a step is added': (world, a, b) => {
    const parent = pick(world.parents(), a);
    if (!parent || world.steps().length > 14) return;
    const own = world.steps().filter((step) => parent.contains(step));
    const before = pick(own, b);
    const step = world.makeStep();
    if (before && b < 0.9) before.before(step);
    else parent.append(step);
    world.changed?.();
  },
  'a step is removed': (world, a, b) => {
    // Gone for good, or put back a little later.
    const step = pick(world.steps(), a);
    if (!step) return;
    const parent = step.parentElement!;
    step.remove();
    world.changed?.();
    if (b < 0.5) return;
    return frames(Math.floor(b * 4)).then(() => {
      parent.append(step);
      world.changed?.();
    });
  },
  'a step is hidden or shown': (world, a) => {
    const step = pick(world.steps(), a);
    if (step) step.hidden = !step.hidden;
  },
  'all are shown': (world) => {
    for (const element of [world.story, ...world.parents(), ...world.steps()])
      element.hidden = false;
  },
  'steps change places': (world, a, b) => {
    const steps = world.steps();
    const [one, other] = [pick(steps, a), pick(steps, b)];
    if (!one || one === other) return;
    other!.before(one);
    world.changed?.();
  },
};

/**
 * A browser that does not know `currentCSSZoom` (WebKit before it) reckons the boxes of a page that is zoomed out as if
 * it were not, so that an intersection observer says of what is in the middle of its window that it is not.
 */
const smaller = 'currentCSSZoom' in Element.prototype ? '0.8' : '1';

const few: Record<string, Action> = {
  'the column is narrower': ({ page }, a) => (page.style.width = `${Math.round(40 + a * 60)}%`),
  zoom: ({ page }, a, b) => {
    page.style.transformOrigin = '0 0';
    page.style.zoom = b < 0.5 ? [smaller, '1', '1.25'][Math.floor(a * 2.99)]! : '';
    page.style.transform = b < 0.5 ? '' : ['scale(0.7)', '', 'scale(1.1)'][Math.floor(a * 2.99)]!;
  },
  'larger or smaller type': ({ page, story }, a, b) => {
    if (b < 0.5) page.style.fontSize = `${Math.round(12 + a * 12)}px`;
    else story.style.setProperty('--story-font-size', `${Math.round(12 + a * 12)}px`);
  },
  'another font': ({ page }, a) =>
    (page.style.fontFamily = pick(['serif', 'sans-serif', 'monospace'], a)!),
  'a late font': async ({ page }, a, b) => {
    const { family, come } = lateFont();
    page.style.fontFamily = family;
    await frames(Math.floor(b * 3));
    await come(a < 0.5);
  },
  'the story moves in the document': async (world, _a, b) => {
    world.leaves?.();
    if (b < 0.5) return move(world);
    const { parentElement, nextSibling } = world.story;
    world.story.remove();
    await frames(1 + Math.floor(b * 2));
    parentElement!.insertBefore(world.story, nextSibling);
    if (b > 0.75) move(world);
  },
  'a parent of steps is hidden or shown': (world, a) => {
    const parent = pick(world.parents(), a);
    if (parent) parent.hidden = !parent.hidden;
  },
  'the story is hidden or shown': ({ story }) => (story.hidden = !story.hidden),
  'the page is hidden and shown': async (world, a, b) => {
    const show = hide();
    scrollBy(scroller(world), (a - 0.5) * 900);
    await new Promise((done) => setTimeout(done, b * 40));
    await show();
  },
  'the page is left and comes back': (_world, a) => {
    const persisted = a < 0.5;
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));
  },
};

/** These ask the browser's driver, which takes its time. */
const rare: Record<string, Action> = {
  wheel: async (_world, a) => {
    const deltaY = Math.round((a - 0.5) * 1200);
    await executeServerCommand('wheel', { deltaX: 0, deltaY, x: 100, y: 100 });
    // A wheel's scroll may begin late, and lasts.
    for (let before = NaN; scrollY !== before; await new Promise((done) => setTimeout(done, 100)))
      before = scrollY;
  },
  'the window changes size': (_world, a, b) =>
    resizeWindow(Math.round(650 + a * 500), Math.round(450 + b * 400)),
  'the window changes height alone': (_world, a) =>
    resizeWindow(outerSize().width, Math.round(450 + a * 400)),
};

const outerSize = (): { width: number; height: number } => ({
  width: innerWidth,
  height: innerHeight,
});

/**
 * Of the rare ones those that are done when they say so: a window of WebKitGTK takes its new size some time later, in the
 * middle of what is tried next. There the contract of step triggers, which waits for it, tells of windows.
 */
const prompt = Object.keys(rare).filter(
  (name) => !/window/.test(name) || !/AppleWebKit(?!.*Chrom)/.test(navigator.userAgent),
);

export const actions: Record<string, Action> = { ...many, ...some, ...few, ...rare };

/** What changes the layout and neither scrolls nor takes a step away. */
const layoutChanges = [
  'late image',
  'a step grows or shrinks',
  'something comes above',
  'the column is narrower',
  'larger or smaller type',
  'another font',
  'a late font',
  ...prompt.filter((name) => name.includes('window')),
  ...('currentCSSZoom' in Element.prototype ? ['zoom'] : []),
];

/** One thing that happens: its name, its two shares, and the frames to let pass after it. */
export type Event = readonly [name: string, a: number, b: number, wait: number];

/** Random events; a third of them scroll. */
export const events = (length: number): fc.Arbitrary<Event[]> =>
  fc.array(
    fc.tuple(
      fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom(...Object.keys(many)) },
        { weight: 12, arbitrary: fc.constantFrom(...Object.keys(some)) },
        { weight: 8, arbitrary: fc.constantFrom(...Object.keys(few)) },
        { weight: 1, arbitrary: fc.constantFrom(...prompt) },
      ),
      share,
      share,
      fc.constantFrom(0, 0, 1, 2),
    ),
    { minLength: 1, maxLength: length, size: 'max' },
  );

/** Random events that the reader has no part in. */
export const changes = (length: number): fc.Arbitrary<Event[]> =>
  fc.array(fc.tuple(fc.constantFrom(...layoutChanges), share, share, fc.constantFrom(0, 0, 1, 2)), {
    minLength: 1,
    maxLength: length,
  });

export async function happen(world: World, [name, a, b, wait]: Event): Promise<void> {
  await actions[name]!(world, a, b);
  await frames(wait);
}

/** Waits until something has been the same for two frames, and one frame more. */
export async function still(what: () => readonly number[]): Promise<void> {
  let last = '';
  for (let same = 0, i = 0; same < 2 && i < 200; i++) {
    await frames();
    const now = what().join();
    same = now === last ? same + 1 : 0;
    last = now;
  }
  await frames();
}

/** What the reader sees the steps through. */
export const viewOf = (world: World): { top: number; height: number } =>
  isBoxed(world) ? world.box.getBoundingClientRect() : windowIn(world.story);

/** Scrolls so that the line stands in a step. */
export function goInto(world: World, step: HTMLElement, share: number, offset: number): void {
  const rect = step.getBoundingClientRect();
  const { top, height } = viewOf(world);
  scrollBy(scroller(world), rect.top + rect.height * share - top - height * offset);
}

/** Waits until nothing in the page moves or changes its size. */
export const stillPage = (world: World): Promise<void> =>
  still(() => [
    viewOf(world).top,
    ...world.steps().flatMap((step) => {
      const { top, height } = step.getBoundingClientRect();
      return [top, height];
    }),
  ]);

/**
 * Where the reader is, by the plainest look at the page: the last step that is to be seen whose top the line has
 * reached, and how far the line is through it.
 */
export function look(world: World, offset: number, slack = 0): Here {
  const { top, height } = viewOf(world);
  const line = top + height * offset + slack;
  let here: Here = { active: undefined, progress: 0 };
  for (const active of world.steps()) {
    const rect = active.getBoundingClientRect();
    if (!rect.height || rect.top > line) continue;
    here = { active, progress: Math.min(1, (line - rect.top) / rect.height) };
  }
  return here;
}
