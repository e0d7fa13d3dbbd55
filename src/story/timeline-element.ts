import type { Cue, MotionMode } from '../core/cue.js';
import { isEndless } from '../controllers/engine.js';
import { nameOf } from '../controllers/foreign.js';
import { quoted, warn } from '../core/warn.js';
import { guarded } from './guard.js';

/** What a story uses of a GSAP timeline, 3.0 or newer. */
interface Timeline {
  /** The time, in seconds, at which each state is complete. */
  readonly labels: Readonly<Record<string, number>>;
  time(): number;
  pause(at: number): unknown;
  tweenTo(at: number): { kill(): unknown };
}

/** The timeline of an element in a stage, where it has one whose labels are the names of its states. */
export const timelineOf = (element: Element & { timeline?: unknown }): Timeline | undefined =>
  guarded(element, 'timeline', () => {
    const { timeline } = element;
    return isTimeline(timeline) ? timeline : undefined;
  });

const isTimeline = (value: unknown): value is Timeline =>
  typeof value === 'object' &&
  value !== null &&
  ['pause', 'tweenTo', 'time'].every(
    (name) => typeof (value as Record<string, unknown>)[name] === 'function',
  ) &&
  typeof (value as Timeline).labels === 'object';

/** What plays in each timeline. */
const playing = new WeakMap<Timeline, { step: string; tween: { kill(): unknown } }>();

/**
 * Drives the timeline of an element to a cue. A step's part of it lies between the label before and the step's own: where
 * the step is scrubbed, progress is how far it is through that part; else it plays to its label when the step is entered.
 * Where pictures do not move, and the first time, it is at its label at once; so it is where that part never ends. A jump
 * plays the last part only.
 * @param before the step that it was given last
 */
export function driveTimeline(
  element: Element,
  timeline: Timeline,
  { step, progress }: Cue,
  motion: MotionMode,
  before: string | undefined,
): void {
  guarded(element, 'timeline', () => {
    const end = timeline.labels[step];
    if (end === undefined) return warnOfLabel(element, step, timeline);
    const times = [0, ...Object.values(timeline.labels)];
    const start = Math.max(0, ...times.filter((time) => time < end));
    const isEntered = before !== undefined && before !== step;
    const played = playing.get(timeline);
    const ends = !isEndless(end - start);
    if (!ends) warnOfEnd(element, step, end);
    const moves = motion === 'full' && ends;
    if (moves && progress === 1) {
      if (played?.step === step) return;
      // From below and from above alike, no more is played than the part next to the label.
      const after = Math.min(Infinity, ...times.filter((time) => time > end));
      const from = Math.max(start, Math.min(timeline.time(), after));
      if (isEntered && !isEndless(Math.abs(end - from))) {
        played?.tween.kill();
        timeline.pause(from);
        playing.set(timeline, { step, tween: timeline.tweenTo(end) });
        return;
      }
    }
    played?.tween.kill();
    playing.delete(timeline);
    timeline.pause(moves ? start + (end - start) * progress : end);
  });
}

function warnOfEnd(element: Element, step: string, end: number): void {
  warn(
    'timeline',
    `the timeline of ${nameOf(element)} has its label "${step}" at ${end} s, after what repeats for ever; put the label before that, or give it a finite "repeat". The picture cuts to it.`,
    element,
  );
}

function warnOfLabel(element: Element, step: string, { labels }: Timeline): void {
  // Above the first step there is none.
  if (!step) return;
  warn(
    'unknown-step',
    `the timeline of ${nameOf(element)} has no label "${step}"; its labels are ${quoted(Object.keys(labels))}.`,
    element,
  );
}

/** Calls `use` while the timeline stands at the label of a step, then puts the timeline back. */
export function atLabel<T>(element: Element, timeline: Timeline, step: string, use: () => T): T {
  const before = guarded(element, 'timeline', () => timeline.time());
  driveTimeline(element, timeline, { step, progress: 1 }, 'static', undefined);
  const used = use();
  if (before !== undefined) guarded(element, 'timeline', () => timeline.pause(before));
  return used;
}
