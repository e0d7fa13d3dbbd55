import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { clamp01 } from '../core/timing.js';
import type { Cue } from '../core/cue.js';
import { engine, loadEngine } from './engine.js';

/** What a scene draws from: a few named numbers, e.g. how far its marks have flown. */
export type Numbers = Record<string, number>;

export interface TimelineOptions {
  /** The numbers before the first step. */
  start: () => Numbers;
  /** The names of the steps, in order. */
  steps: () => readonly string[];
  /** The numbers at the end of a step. */
  pose: (step: string) => Numbers;
  /** Draws the numbers; called when they have changed. */
  draw: (numbers: Readonly<Numbers>) => void;
}

/** Seconds that a step plays when it is entered. */
const duration = 0.7;

/**
 * Owns a scene's GSAP timeline: paused, one second a step, a label named after the step at its end.
 *
 * A cue is a point on the timeline: a step at progress 1 is its label, at progress 0 the label before. The
 * playhead is always `target + lag`. Where a cue is to be played and not cut to, the lag starts at the way
 * left and eases to 0, so that a picture that plays and one that follows the scroll are the same thing, and
 * what is shown at rest depends on the cue alone.
 *
 * GSAP is loaded when motion is first asked for. Until it is there, or if it never comes, a cue is cut to and a
 * step shows its end.
 */
export class TimelineController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: TimelineOptions;
  #context?: gsap.Context | undefined;
  #timeline?: gsap.core.Timeline | undefined;
  #numbers: Numbers = {};
  #target = 0;
  #shown = NaN;
  #motion = { lag: 0 };
  #cue: Cue | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: TimelineOptions) {
    (this.#host = host).addController(this);
    this.#options = options;
  }

  hostDisconnected(): void {
    this.#context?.revert();
    this.#context = this.#timeline = this.#cue = undefined;
  }

  /** To be called when steps, data or size changed: the timeline is made anew, and stands where it stood. */
  rebuild(): void {
    this.hostDisconnected();
    this.#motion.lag = 0;
    this.#shown = NaN;
  }

  /**
   * Goes to a cue: `cut` to it at once, `play` the way to it, or `follow` it, keeping what is left of a way
   * that still plays.
   */
  show(cue: Cue, way: 'cut' | 'play' | 'follow'): void {
    const steps = this.#options.steps();
    const at = steps.indexOf(cue.step);
    if (at < 0) return;
    this.#cue = cue;
    if (!engine) {
      if (cue.progress < 1 || way !== 'cut') void loadEngine().then(() => this.#arrive(cue));
      return this.#drawEnd(cue.progress > 0 ? at : at - 1);
    }
    this.#build(engine);
    const from = this.#target + this.#motion.lag;
    this.#target = at + clamp01(cue.progress);
    if (way !== 'follow') {
      engine.killTweensOf(this.#motion);
      this.#motion.lag = way === 'play' ? wayTo(from, this.#target) : 0;
      if (this.#motion.lag) {
        const to = { lag: 0, duration, ease: 'power2.out', onUpdate: this.#seek };
        this.#context!.add(() => engine!.to(this.#motion, to));
      }
    }
    this.#seek();
  }

  /** The engine came while a cue waited that only it can show. */
  #arrive(cue: Cue): void {
    if (engine && cue === this.#cue) this.show(cue, 'cut');
  }

  #drawEnd(last: number): void {
    const { start, steps, pose, draw } = this.#options;
    const poses = steps()
      .slice(0, last + 1)
      .map(pose);
    draw(Object.assign({}, start(), ...poses) as Numbers);
    this.#target = last + 1;
  }

  #seek = (): void => {
    const time = this.#target + this.#motion.lag;
    if (time === this.#shown || !this.#timeline) return;
    this.#shown = time;
    this.#timeline.time(time, true);
    this.#options.draw(this.#numbers);
  };

  #build(gsap: NonNullable<typeof engine>): void {
    if (this.#timeline) return;
    this.#context = gsap.context(() => {
      let before = this.#options.start();
      this.#numbers = { ...before };
      this.#timeline = gsap.timeline({ paused: true, defaults: { ease: 'none', duration: 1 } });
      this.#options.steps().forEach((step, at) => {
        const after = { ...before, ...this.#options.pose(step) };
        this.#timeline!.fromTo(this.#numbers, before, { ...after, immediateRender: false }, at);
        this.#timeline!.addLabel(step, at + 1);
        before = after;
      });
    }, this.#host);
  }
}

// A jump plays its last step only: passing through all that lies between would tell another story. A short way
// is the ordinary move of a scrubbed step across its edge, and is not worth a delay.
function wayTo(from: number, to: number): number {
  const way = Math.max(-1, Math.min(1, from - to));
  return Math.abs(way) < 0.25 ? 0 : way;
}
