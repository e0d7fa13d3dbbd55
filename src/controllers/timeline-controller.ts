import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { clamp01, mix } from '../core/timing.js';
import type { Cue } from '../core/cue.js';
import { engine, loadEngine } from './engine.js';

/** What a scene draws from: a few named numbers, e.g. how far its marks have flown. */
export type Numbers = Record<string, number>;

export interface TimelineOptions {
  /** The numbers before the first step. */
  start: () => Numbers;
  /** The names of the steps, in order. */
  steps: () => readonly string[];
  /** The numbers at the end of a step; those that it does not name are as they were. */
  pose: (step: string) => Numbers;
  /** Draws the numbers; called when they have changed. */
  draw: (numbers: Readonly<Numbers>) => void;
}

/** Seconds that a step plays when it is entered. */
const duration = 0.7;

/**
 * Owns a scene's timeline: a row of poses, one second a step, with the step's pose at its end.
 *
 * A cue is a point on the timeline: a step at progress 1 is its pose, at progress 0 the pose before. The
 * playhead is always `target + lag`. Where a cue is to be played and not cut to, the lag starts at the way
 * left and GSAP eases it to 0, so that a picture that plays and one that follows the scroll are the same thing, and
 * what is shown at rest depends on the cue alone.
 *
 * Between two poses numbers change evenly, which is arithmetic: a frame costs the same whether the timeline has a
 * step or a thousand, and a picture follows the scroll without GSAP. It is loaded when motion is first asked for; until
 * it is there, or if it never comes, a cue that should play is cut to.
 */
export class TimelineController implements ReactiveController {
  readonly #options: TimelineOptions;
  /** The start, then the end of each step; empty until it is asked for. */
  #poses: readonly Numbers[] = [];
  #places: ReadonlyMap<string, number> = new Map();
  #numbers: Numbers = {};
  #target = 0;
  #shown = NaN;
  #motion = { lag: 0 };

  constructor(host: ReactiveControllerHost & HTMLElement, options: TimelineOptions) {
    host.addController(this);
    this.#options = options;
  }

  hostDisconnected(): void {
    engine?.killTweensOf(this.#motion);
    this.#motion.lag = 0;
    this.#poses = [];
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
  show({ step, progress }: Cue, way: 'cut' | 'play' | 'follow'): void {
    if (!this.#poses.length) this.#build();
    const at = this.#places.get(step);
    if (at === undefined) return;
    if (progress < 1 || way !== 'cut') void loadEngine();
    const from = this.#target + this.#motion.lag;
    this.#target = at + clamp01(progress);
    if (way !== 'follow') {
      engine?.killTweensOf(this.#motion);
      this.#motion.lag = engine && way === 'play' ? wayTo(from, this.#target) : 0;
      if (this.#motion.lag)
        engine!.to(this.#motion, { lag: 0, duration, ease: 'power2.out', onUpdate: this.#draw });
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

  #draw = (): void => {
    const time = this.#target + this.#motion.lag;
    if (time === this.#shown) return;
    this.#shown = time;
    const index = Math.min(Math.floor(time), this.#poses.length - 2);
    const part = time - index;
    const [from, to] = [this.#poses[index]!, this.#poses[index + 1]!];
    for (const name of Object.keys(to))
      this.#numbers[name] = part < 1 ? mix(from[name] ?? to[name]!, to[name]!, part) : to[name]!;
    this.#options.draw(this.#numbers);
  };
}

// A jump plays its last step only: passing through all that lies between would tell another story. A short way
// is the ordinary move of a scrubbed step across its edge, and is not worth a delay.
function wayTo(from: number, to: number): number {
  const way = Math.max(-1, Math.min(1, from - to));
  return Math.abs(way) < 0.25 ? 0 : way;
}
