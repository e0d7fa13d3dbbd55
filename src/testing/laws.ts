import { watch } from './live.js';
import { seen, unlike, type Part } from './picture.js';

/** A scene as the laws see it: `step` and `progress`, and whatever more of the contract it has. */
export interface TestedScene extends HTMLElement {
  step: string;
  progress: number;
  motion?: string;
  readonly steps?: readonly string[];
  /** Whether it moves now, though its picture may look the same for a while. */
  readonly playing?: boolean;
  readonly ready?: Promise<unknown>;
  readonly updateComplete?: Promise<unknown>;
  describe?(step: string): string;
  still?(step: string): Element;
}

/** Makes a scene that stands in no page yet, with all its data: a new one each time, and each the same. */
export type MakeScene = () => HTMLElement;

/** How a law looks at a scene. */
export interface LawOptions {
  /** The names of its steps, in order; the scene's own `steps` if left out. */
  readonly steps?: readonly string[];
  /** The size of its box in pixels; 640 by 480 if left out. */
  readonly width?: number;
  readonly height?: number;
}

/** What a scene is given in a page of its own. */
interface Given extends LawOptions {
  readonly step?: string | undefined;
  readonly progress?: number;
  readonly motion?: 'full' | 'stepped' | 'static';
  readonly dir?: 'ltr' | 'rtl';
  /** Share of the width that words of a chapter lie over, at the left. */
  readonly inset?: number;
}

/** How long a picture has to look the same, and how long that may be waited for, in frames: ten seconds. */
const still = 6;
const maxWaitFrames = 600;

const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);

async function frames(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await frame();
}

/**
 * Waits until a scene has its data and its picture has looked the same for six frames.
 * @throws Error if that does not come within 600 frames
 */
export async function atRest(scene: Element): Promise<void> {
  const tested = scene as TestedScene;
  await tested.ready;
  await tested.updateComplete;
  let picture: Part[] = [];
  for (let at = 0, same = 0; at < maxWaitFrames; at++) {
    await frame();
    const now = seen(scene);
    // Compared with the first of them: what moves slowly moves, too.
    same = at && !tested.playing && !unlike(picture, now) ? same + 1 : 0;
    if (!same) picture = now;
    if (same === still) return;
  }
  throw new Error(`${nameOf(scene)} does not come to rest within ${maxWaitFrames} frames.`);
}

const nameOf = (scene: Element): string => `<${scene.localName}>`;

/** Puts a scene into a box of its own at the end of the page. */
function put(scene: Element, given: Given): void {
  const { width = 640, height = 480, inset = 0, dir = 'ltr', step, progress, motion } = given;
  const box = document.createElement('div');
  box.dir = dir;
  box.style.cssText = `inline-size:${width}px;block-size:${height}px;--scene-inset-left:${inset * 100}%`;
  (scene as HTMLElement).style.cssText +=
    ';inline-size:100%;block-size:100%;min-block-size:0;aspect-ratio:auto';
  const cue = { step, progress, motion };
  for (const [name, value] of Object.entries(cue))
    if (value !== undefined) Object.assign(scene, { [name]: value });
  box.append(scene);
  document.body.append(box);
}

const take = (scene: Element): void => scene.parentElement?.remove();

/** Makes a scene, has it in the page for as long as it is used, and at rest before that. */
async function use<T>(
  make: MakeScene,
  given: Given,
  what: (scene: TestedScene) => T | Promise<T>,
): Promise<T> {
  const scene = make() as TestedScene;
  put(scene, given);
  try {
    await atRest(scene);
    return await what(scene);
  } finally {
    take(scene);
  }
}

/** What a new scene that is given this looks like at rest. */
const pictureOf = (make: MakeScene, given: Given): Promise<Part[]> => use(make, given, seen);

async function stepsOf(make: MakeScene, options: LawOptions): Promise<readonly string[]> {
  const steps = options.steps ?? (await use(make, options, (scene) => scene.steps));
  if (steps?.length) return steps;
  throw new Error(
    `${nameOf(make())} does not say its steps; give it states, or name them: { steps: ['first', 'second'] }.`,
  );
}

function expectAlike(scene: Element, what: string, now: Part[], right: Part[]): void {
  const difference = unlike(now, right);
  if (difference) throw new Error(`${nameOf(scene)} ${what}: it shows\n${difference}`);
}

/**
 * Same cue, same picture: whatever steps came before, a scene at rest looks like a new one that is given the same cue.
 * @throws Error that names the cue and the first part of the picture that is another
 */
export async function sameCueSamePicture(make: MakeScene, options: LawOptions = {}): Promise<void> {
  const steps = await stepsOf(make, options);
  const cues = steps.flatMap((step) => [0.4, 1].map((progress) => ({ step, progress })));
  const right: Part[][] = [];
  for (const cue of cues) right.push(await pictureOf(make, { ...options, ...cue, motion: 'full' }));
  await use(make, { ...options, motion: 'full' }, async (scene) => {
    let at = 0;
    for (const cue of cues) {
      // Back, far ahead, and there: each time other ones.
      for (const way of [at * 3 + 1, at * 5 + cues.length - 1]) {
        Object.assign(scene, cues[way % cues.length]);
        await frames(2);
      }
      Object.assign(scene, cue);
      await atRest(scene);
      const said = `at "${cue.step}", progress ${cue.progress}, depends on the steps before it`;
      expectAlike(scene, said, seen(scene), right[at++]!);
    }
  });
}

/**
 * Every state is described: `describe(step)` is a text for each step, and empty for a step that there is not.
 * @throws Error that names the step
 */
export async function everyStateIsDescribed(
  make: MakeScene,
  options: LawOptions = {},
): Promise<void> {
  const steps = await stepsOf(make, options);
  await use(make, options, (scene) => {
    const name = nameOf(scene);
    for (const step of steps) {
      const said: unknown = scene.describe?.(step);
      if (typeof said !== 'string' || !said.trim())
        throw new Error(`${name} has no description of "${step}"; say in a sentence what is seen.`);
    }
    const said = scene.describe!('no such step');
    if (said) throw new Error(`${name} describes a step that it does not have: "${said}".`);
  });
}

/**
 * The still equals the end of the step: the copy for print and for reading as text looks like the scene there.
 * @throws Error that names the step
 */
export async function stillIsTheEnd(make: MakeScene, options: LawOptions = {}): Promise<void> {
  const steps = await stepsOf(make, options);
  for (const step of steps) {
    const end = await pictureOf(make, { ...options, step, motion: 'static' });
    const elsewhere = steps[(steps.indexOf(step) + 1) % steps.length];
    await use(make, { ...options, step: elsewhere, motion: 'full' }, async (scene) => {
      const copy = scene.still?.(step);
      if (!copy) throw new Error(`${nameOf(scene)} has no method still(step).`);
      put(copy, options);
      try {
        await atRest(copy);
        expectAlike(scene, `as a still of "${step}" is not the end of the step`, seen(copy), end);
      } finally {
        take(copy);
      }
    });
  }
}

/** Pixels by which a line's box, which is taller than its letters, may stand out above or below. */
const slackOf = (height: number): number => Math.max(1, Math.min(10, height * 0.1));

/**
 * Words stay inside: from left to right and from right to left, wide and narrow, no text leaves the picture's box, or
 * stands where words of a chapter lie over the picture (`--scene-inset-left`).
 * @throws Error that names the text, the step and the box
 */
export async function wordsStayInside(make: MakeScene, options: LawOptions = {}): Promise<void> {
  const steps = await stepsOf(make, options);
  const { width = 640, height = 480 } = options;
  for (const dir of ['ltr', 'rtl'] as const)
    for (const [share, inset] of [
      [1, 0],
      [0.5, 0],
      [1, 0.4],
    ] as const) {
      const given = {
        width: Math.round(width * share),
        height,
        dir,
        inset,
        motion: 'stepped',
      } as const;
      await use(make, given, async (scene) => {
        for (const step of steps) {
          scene.step = step;
          await atRest(scene);
          const out = seen(scene).find(
            ({ box: [x = 0, y = 0, across = 0, down = 0], words }) =>
              words &&
              across > 0 &&
              (x < inset * given.width - 1 ||
                x + across > given.width + 1 ||
                y < -slackOf(down) ||
                y + down > height + slackOf(down)),
          );
          if (out)
            throw new Error(
              `${nameOf(scene)} at "${step}", ${dir}, ${given.width} by ${height} pixels${inset ? ` with ${inset * 100} % of them under words at the left` : ''}: words leave the picture: ${out.what} [${out.box.map(Math.round).join()}]`,
            );
        }
      });
    }
}

/**
 * Reduced motion cuts: where `motion` is `stepped`, the picture is at the end of a step at once and stays there,
 * whatever the progress.
 * @throws Error that names the step
 */
export async function reducedMotionCuts(make: MakeScene, options: LawOptions = {}): Promise<void> {
  const steps = await stepsOf(make, options);
  const ends = new Map<string, Part[]>();
  for (const step of steps)
    ends.set(step, await pictureOf(make, { ...options, step, motion: 'stepped' }));
  await use(make, { ...options, step: steps.at(-1), motion: 'stepped' }, async (scene) => {
    for (const [step, end] of ends) {
      Object.assign(scene, { step, progress: 0.3 });
      await scene.updateComplete;
      await frames(2);
      expectAlike(scene, `does not cut to "${step}" where motion is "stepped"`, seen(scene), end);
      await atRest(scene);
      expectAlike(scene, `moves on at "${step}" where motion is "stepped"`, seen(scene), end);
    }
  });
}

/**
 * Nothing remains: once a scene has left the page, also in the middle of a move, no listener on window, document or
 * page, no observer, frame or timer of it is left, and no element.
 * @throws Error that lists what is left
 */
export async function nothingRemains(make: MakeScene, options: LawOptions = {}): Promise<void> {
  const steps = await stepsOf(make, options);
  const given = { ...options, step: steps[0], motion: 'full' } as const;
  const comeAndGo = async (): Promise<void> => {
    const scene = make() as TestedScene;
    put(scene, given);
    await frames(4);
    scene.step = steps.at(-1)!;
    await frames(2);
    scene.remove();
    document.body.lastElementChild!.remove();
  };
  // The first brings what is loaded once.
  await use(make, given, () => {});
  const before = document.querySelectorAll('*').length;
  const watched = watch();
  try {
    for (let round = 0; round < 3; round++) await comeAndGo();
    // A clock may go on for a moment after what it moved.
    for (let at = 0; watched.live().length && at < maxWaitFrames; at++) await frame();
    const left = watched.live();
    const elements = document.querySelectorAll('*').length - before;
    if (elements) left.push(`${elements} elements`);
    if (left.length)
      throw new Error(
        `${nameOf(make())} has left the page, and there remains: ${left.join(', ')}.`,
      );
  } finally {
    watched.end();
  }
}

/** All laws by what they say, for a test runner: a test for each. */
export const sceneLaws: Readonly<
  Record<string, (make: MakeScene, options?: LawOptions) => Promise<void>>
> = {
  'same cue, same picture': sameCueSamePicture,
  'every state is described': everyStateIsDescribed,
  'the still is the end of the step': stillIsTheEnd,
  'words stay inside, from right to left too': wordsStayInside,
  'reduced motion cuts': reducedMotionCuts,
  'nothing remains': nothingRemains,
};
