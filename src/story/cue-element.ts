import { isScene, takesCue, type Cue, type MotionMode, type Scene } from '../core/cue.js';
import { attributeOf, memberOf } from '../controllers/foreign.js';
import { complain, guarded, textOf } from './guard.js';
import { driveTimeline, timelineOf } from './timeline-element.js';

/** What an element was given last, and whether it was a scene then: one may be defined late. */
interface Given extends Cue {
  readonly motion: MotionMode;
  readonly scene: boolean;
  /** Its timeline, which may come late, too. */
  readonly timeline: object | undefined;
}
const last = new WeakMap<Element, Given>();

/** The longest description that is taken, in characters; assistive technology reads it in one piece. */
const longest = 20_000;

/**
 * Gives a cue to whatever stands in a stage: `data-step` and `--progress` to every element, `cue`, or `step` and
 * `progress`, to one that has them, its label to a timeline, and the time at that share of its length to a video.
 */
export function cueElement(element: Element, cue: Cue, motion: MotionMode): void {
  const scene = isScene(element);
  const { step } = cue;
  // Nothing follows the scroll but where pictures move.
  const progress = motion === 'full' ? cue.progress : 1;
  const timeline = timelineOf(element);
  const before = last.get(element);
  const same = before?.scene === scene && before.motion === motion && before.timeline === timeline;
  if (same && before.step === step && before.progress === progress) return;
  last.set(element, { step, progress, motion, scene, timeline });
  if (before?.step !== step) Element.prototype.setAttribute.call(element, 'data-step', step);
  guarded(element, 'style', () =>
    memberOf(element as Partial<ElementCSSInlineStyle>, 'style')?.setProperty(
      '--progress',
      String(progress),
    ),
  );
  if (timeline) {
    const from = before?.timeline === timeline ? before.step : undefined;
    driveTimeline(element, timeline, { step, progress }, motion, from);
  }
  if (scene && takesCue(element)) give(element, 'cue', { step, progress, motion });
  else if (scene) {
    if (!same && 'motion' in element) give(element, 'motion', motion);
    give(element, 'step', step);
    give(element, 'progress', progress);
  } else if (isVideo(element)) scrub(element, progress);
}

function give(scene: Element & Scene, name: keyof Scene, value: unknown): void {
  guarded(scene, name, () => ((scene as unknown as Record<string, unknown>)[name] = value), 'cue');
}

const isVideo = (element: Element): element is HTMLVideoElement =>
  memberOf(element, 'localName') === 'video' && 'currentTime' in element;

/** How far through each video the reader is. */
const scrubbed = new WeakMap<HTMLVideoElement, number>();

function scrub(video: HTMLVideoElement, progress: number): void {
  scrubbed.set(video, progress);
  // Its length may not be known yet, or grow. Adding the same listener again changes nothing.
  for (const type of ['durationchange', 'error']) video.addEventListener(type, seekVideo);
  seek(video);
}

const seekVideo = ({ currentTarget }: Event): void => seek(currentTarget as HTMLVideoElement);

function seek(video: HTMLVideoElement): void {
  const { duration, error } = video;
  // An empty address is that of a film that comes later.
  if (error && attributeOf(video, 'src') !== '')
    complain(video, 'error', 'cannot be played; give a file that this browser can play');
  else if (duration === Infinity)
    complain(video, 'duration', 'has no end to scrub to; give a file that says its length');
  else if (duration > 0)
    // Not quite to its end, from which WebKitGTK finds no way back.
    guarded(
      video,
      'currentTime',
      () => (video.currentTime = Math.max(0, scrubbed.get(video)! * (duration - 0.02))),
    );
}

/** What an element's picture shows at a step, in words; '' where it does not say. */
export function describeElement(element: Element, step: string): string {
  const described =
    isScene(element) &&
    guarded(element, 'describe()', () => checked(element, element.describe?.(step)));
  return described || attributeOf(element, 'alt') || attributeOf(element, 'aria-label') || '';
}

function checked(scene: Element, described: unknown): string {
  if (typeof described === 'string') {
    if (described.length <= longest) return described;
    complain(
      scene,
      'describe()',
      `has a describe() whose answer is too long; give at most ${longest} characters`,
    );
    return `${described.slice(0, longest)}…`;
  }
  if (described !== undefined && described !== null)
    complain(
      scene,
      'describe()',
      'has a describe() that does not answer with a string; return one',
    );
  // A promise may be rejected, which the page must not hear of as an error.
  void Promise.resolve(described).catch(() => undefined);
  return '';
}

/**
 * Waits until an element is ready; undefined where it does not say. Never rejects.
 */
export function readyOf(element: Element): Promise<unknown> | undefined {
  if (!isScene(element)) return undefined;
  return guarded(element, 'ready', () => {
    const { ready } = element;
    return (
      ready &&
      Promise.resolve(ready).catch((error: unknown) =>
        complain(
          element,
          'ready',
          `has a ready that was rejected (${textOf(error)}); let it settle`,
        ),
      )
    );
  });
}

/** Has the next cue written in full, for an element that has lost what it was given. */
export const forgetCue = (element: Element): unknown => last.delete(element);
