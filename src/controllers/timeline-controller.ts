// The core alone: scenes tween plain numbers, so GSAP's CSS plugin (6.7 kB brotli) has nothing to do here.
import { gsap } from 'gsap/gsap-core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { clamp01 } from '../core/timing.js';
import type { Cue } from '../core/cue.js';

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

  constructor(host: ReactiveControllerHost & HTMLElement, options: TimelineOptions) {
    (this.#host = host).addController(this);
    this.#options = options;
  }

  hostDisconnected(): void {
    this.#context?.revert();
    this.#context = this.#timeline = undefined;
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
  show({ step, progress }: Cue, way: 'cut' | 'play' | 'follow'): void {
    this.#build();
    const { labels } = this.#timeline!;
    if (!Object.hasOwn(labels, step)) return;
    const end = labels[step]!;
    const from = this.#target + this.#motion.lag;
    this.#target = end - 1 + clamp01(progress);
    if (way !== 'follow') {
      gsap.killTweensOf(this.#motion);
      this.#motion.lag = way === 'play' ? wayTo(from, this.#target) : 0;
      if (this.#motion.lag) {
        this.#context!.add(() =>
          gsap.to(this.#motion, { lag: 0, duration, ease: 'power2.out', onUpdate: this.#seek }),
        );
      }
    }
    this.#seek();
  }

  #seek = (): void => {
    const time = this.#target + this.#motion.lag;
    if (time === this.#shown || !this.#timeline) return;
    this.#shown = time;
    this.#timeline.time(time, true);
    this.#options.draw(this.#numbers);
  };

  #build(): void {
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
