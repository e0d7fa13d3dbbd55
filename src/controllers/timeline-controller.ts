import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { clamp01, mix } from '../core/timing.js';
import type { Cue } from '../core/cue.js';
import { engine, isEndless, loadEngine, type Timeline } from './engine.js';

export type { Timeline } from './engine.js';

/** What a scene draws from: a few named numbers, e.g. how far its marks have flown, or lists of them. */
export type Pose = Record<string, number | readonly number[]>;

/** A pose without lists. */
export type Numbers = Record<string, number>;

/**
 * Adds tweens of `numbers` to a paused timeline, for the way from one pose to the next; adds none where an even change
 * will do. `numbers` begin as `from`.
 */
export type Transition<P extends Pose = Numbers> = (
  from: Readonly<P>,
  to: Readonly<P>,
  timeline: Timeline,
  numbers: P,
) => void;

/** What it threw, that it answered with a promise, or how many seconds its timeline would take, where that never ends. */
export type TransitionProblem = { thrown: unknown } | { promised: true } | { seconds: number };

export interface TimelineOptions {
  /** The numbers before the first step. */
  start(this: void): Pose;
  /** The names of the steps, in order. */
  steps: () => readonly string[];
  /** The numbers at the end of a step; those that it does not name are as they were. */
  pose(this: void, step: string): Pose;
  /** What gives a way a timeline of its own, if anything does. */
  transition?(this: void): Transition<Pose> | undefined;
  /** Told what is wrong with the transition to a step, whose numbers change evenly then. */
  refuse?: (step: string, problem: TransitionProblem) => void;
  /** Draws the numbers; called when they have changed. */
  draw(this: void, numbers: Readonly<Pose>): void;
}

/** How a step plays when it is entered, where it has no timeline of its own. */
const usualPlay = { duration: 0.7, ease: 'power2.out' };

/** The way from one pose to the next, where it has a timeline. */
interface Segment {
  readonly timeline: Timeline;
  /** What the timeline has moved, as it stands now. The other numbers change evenly. */
  readonly moved: Readonly<Partial<Pose>>;
}

/**
 * Owns a scene's timeline: a row of poses, one second a step, with the step's pose at its end.
 *
 * A cue is a point on the timeline: a step at progress 1 is its pose, at progress 0 the pose before. The
 * playhead is always `target + lag`. Where a cue is to be played and not cut to, the lag starts at the way
 * left and GSAP eases it to 0, so that a picture that plays and one that follows the scroll are the same thing, and
 * what is shown at rest depends on the cue alone.
 *
 * Between two poses numbers change evenly, which is arithmetic, or as a GSAP timeline has it. That is made for one way at
 * a time, when it is first drawn, so that a frame costs the same whether there is a step or a thousand. At progress p a
 * picture is the timeline's state at the share p of its length, whichever way it was reached; at both ends it is the pose
 * itself. Where such a way is played, it takes as long as its timeline.
 *
 * GSAP is loaded when motion is first asked for. Until it is there, or if it never comes, a cue that should play is cut
 * to, and all numbers change evenly; when it has come, what stands between two poses is drawn again.
 */
export class TimelineController implements ReactiveController {
  readonly #options: TimelineOptions;
  /** The start, then the end of each step; empty until it is asked for. */
  #poses: readonly Pose[] = [];
  #places: ReadonlyMap<string, number> = new Map();
  #numbers: Pose = {};
  #target = 0;
  #shown = NaN;
  #motion = { lag: 0 };
  #segment: Segment | undefined;
  /** The index of the pose before that way. */
  #segmentIndex = -1;
  #awaitsEngine = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: TimelineOptions) {
    host.addController(this);
    this.#options = options;
  }

  hostDisconnected(): void {
    engine?.killTweensOf(this.#motion);
    this.#motion.lag = 0;
    this.#poses = [];
    this.#dropSegment();
  }

  /** Whether a way is being played. */
  get isPlaying(): boolean {
    return this.#motion.lag !== 0;
  }

  /** To be called when steps, data or size changed: the timeline is made anew, and stands where it stood. */
  rebuild(): void {
    this.hostDisconnected();
    this.#shown = NaN;
  }

  /**
   * Goes to a cue: `cut` to it at once, `play` the way to it, or `follow` it, keeping what is left of a way
   * that still plays.
   */
  show({ step, progress }: Cue, playback: 'cut' | 'play' | 'follow'): void {
    if (!this.#poses.length) this.#build();
    const at = this.#places.get(step);
    if (at === undefined) return;
    if (progress < 1 || playback !== 'cut') void loadEngine();
    const from = this.#target + this.#motion.lag;
    this.#target = at + clamp01(progress);
    if (playback !== 'follow') {
      engine?.killTweensOf(this.#motion);
      const isInterrupted = this.isPlaying;
      this.#motion.lag =
        engine && playback === 'play' ? lagTo(from, this.#target, isInterrupted) : 0;
      if (this.#motion.lag)
        engine!.to(this.#motion, { lag: 0, ...this.#play, onUpdate: this.#draw });
    }
    this.#draw();
  }

  #build(): void {
    const { start, steps, pose } = this.#options;
    let last = start();
    this.#poses = [last, ...steps().map((step) => (last = { ...last, ...pose(step) }))];
    // Of two steps with one name the first is meant.
    this.#places = new Map(
      steps()
        .map((step, at): [string, number] => [step, at])
        .reverse(),
    );
  }

  /** How the way that is left plays: a timeline at its own speed. */
  get #play(): { duration: number; ease: string } {
    const { lag } = this.#motion;
    const index = lag < 0 ? Math.ceil(this.#target) - 1 : Math.floor(this.#target);
    const timeline = this.#segmentFrom(index)?.timeline;
    return timeline
      ? { duration: timeline.totalDuration() * Math.abs(lag), ease: 'none' }
      : usualPlay;
  }

  #draw = (): void => {
    // What plays over two steps may stand before the first while the reader scrolls back.
    const time = Math.max(0, this.#target + this.#motion.lag);
    if (time === this.#shown) return;
    this.#shown = time;
    const index = Math.min(Math.floor(time), this.#poses.length - 2);
    const part = time - index;
    const [from, to] = [this.#poses[index]!, this.#poses[index + 1]!];
    const segment = part > 0 && part < 1 ? this.#segmentFrom(index) : undefined;
    if (segment) seek(segment.timeline, part);
    for (const name of Object.keys(to)) {
      const end = to[name]!;
      this.#numbers[name] = isList(end)
        ? listAt(from[name], end, part, segment?.moved[name])
        : numberAt(from[name], end, part, segment?.moved[name]);
    }
    this.#options.draw(this.#numbers);
  };

  #segmentFrom(index: number): Segment | undefined {
    if (this.#segmentIndex === index) return this.#segment;
    const transition = this.#options.transition?.();
    if (!transition) return undefined;
    if (!engine) {
      this.#awaitEngine();
      return undefined;
    }
    this.#dropSegment();
    const [from, to] = [this.#poses[index], this.#poses[index + 1]];
    if (!from || !to) return undefined;
    this.#segmentIndex = index;
    const moved = Object.create(null) as Record<string, number | number[]>;
    const numbers: Pose = { ...to, ...from };
    for (const [name, value] of Object.entries(numbers))
      if (isList(value)) {
        const rest = isList(to[name]) ? to[name].slice(value.length) : [];
        numbers[name] = noting([...value, ...rest], (moved[name] = []));
      }
    const timeline = engine.timeline({ paused: true });
    const problem = fill(timeline, () => transition(from, to, timeline, noting(numbers, moved)));
    if (problem) this.#options.refuse?.(this.#options.steps()[index]!, problem);
    if (problem || !timeline.totalDuration()) timeline.kill();
    else this.#segment = { timeline, moved };
    return this.#segment;
  }

  #dropSegment(): void {
    this.#segment?.timeline.kill();
    this.#segment = undefined;
    this.#segmentIndex = -1;
  }

  /** Draws again what was drawn evenly because GSAP had not come yet. */
  #awaitEngine(): void {
    if (this.#awaitsEngine) return;
    this.#awaitsEngine = true;
    void loadEngine().then(() => {
      if (!engine || !this.#poses.length) return;
      this.#shown = NaN;
      this.#draw();
    });
  }
}

const isList = (value: unknown): value is readonly number[] => Array.isArray(value);

type Value = Pose[string] | undefined;

const numberAt = (from: Value, to: number, part: number, moved: Value): number =>
  part >= 1 ? to : ((moved ?? mix((from ?? to) as number, to, part)) as number);

/** At a pose a list is the pose's own. On the way it is the longer of the two, and what only one of them has stands still. */
function listAt(from: Value, to: readonly number[], part: number, moved: Value): readonly number[] {
  const before = isList(from) ? from : to;
  if (part >= 1) return to;
  if (part <= 0) return before;
  const longer = before.length > to.length ? before : to;
  return longer.map((number, at) =>
    numberAt(before[at] ?? number, to[at] ?? number, part, isList(moved) ? moved[at] : undefined),
  );
}

/** Numbers that tell apart what is written into them later. */
const noting = <T extends object>(numbers: T, written: object): T =>
  new Proxy(numbers, {
    set: (target, name, value) =>
      Reflect.set(written, name, value) && Reflect.set(target, name, value),
  });

/** Has a timeline filled and gone through once; answers what is wrong with it, if anything is. */
function fill(timeline: Timeline, transition: () => unknown): TransitionProblem | undefined {
  try {
    let answer: unknown;
    try {
      answer = transition();
    } finally {
      // The playhead alone drives it, even where it was set going.
      timeline.pause();
      engine!.globalTimeline.remove(timeline);
    }
    // A timeline has a `then`, too.
    if (answer instanceof Promise) {
      // The page must not hear of its failure as an error.
      answer.catch(() => {});
      return { promised: true };
    }
    const seconds = timeline.totalDuration();
    if (isEndless(seconds)) return { seconds };
    // So that each tween notes what it moves and begins where the others are then, whichever part is drawn first.
    for (const tween of timeline.getChildren(false)) timeline.totalTime(tween.startTime(), true);
    timeline.totalProgress(1, true).totalProgress(0, true);
    return undefined;
  } catch (thrown) {
    return { thrown };
  }
}

function seek(timeline: Timeline, part: number): void {
  const time = part * timeline.totalDuration();
  // Where two tweens move one number at once, the later counts; on the way back GSAP draws them the other way round.
  if (time < timeline.totalTime()) timeline.totalTime(0, true);
  timeline.totalTime(time, true);
}

// A jump plays its last step only: passing through all that lies between would tell another story. Where the reader
// is on the way to the step before, that is gone on with. A short way is the ordinary move of a scrubbed step across its
// edge, and is not worth a delay.
function lagTo(from: number, to: number, isInterrupted: boolean): number {
  const way = from - to;
  const length = Math.abs(way);
  return length < 0.25 && !isInterrupted ? 0 : length < 2 ? way : Math.sign(way);
}
