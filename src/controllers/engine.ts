import type { gsap } from 'gsap';
import type scrollama from 'scrollama';
import { warn } from '../core/warn.js';
import { unlessLeaving } from './leaving.js';

// What moves a story is loaded apart from it: words, places and cuts between pictures need none of it, a reader who
// asked for no motion never fetches GSAP, and a host page whose scripts break an engine while it loads loses that
// engine alone. GSAP's core is enough: scenes tween plain numbers, so its CSS plugin (6.7 kB brotli) has nothing to do.

/** GSAP's timeline. */
export type Timeline = gsap.core.Timeline;

/** Whether so many seconds are a time without end: GSAP counts what repeats for ever as 1e10, or more where it is nested. */
export const isEndless = (seconds: number): boolean => !(seconds < 1e6);

/** GSAP, once it is there. */
export let engine: typeof gsap | undefined;

/** Scrollama's factory, once it is there. */
export let scrollamaFactory: typeof scrollama | undefined;

const once = (name: string, load: () => Promise<void>): (() => Promise<void>) => {
  let coming: Promise<void> | undefined;
  return () =>
    (coming ??= unlessLeaving(load()).catch((error: unknown) =>
      warn(
        'engine',
        `${name} could not be loaded (${String(error)}); the story goes on without it.`,
      ),
    ));
};

/** Loads GSAP. Never rejects. */
export const loadEngine: () => Promise<void> = once('GSAP', async () => {
  engine = (await import('./gsap.js')).gsap;
});

/** Loads Scrollama. Never rejects. */
export const loadScrollama: () => Promise<void> = once('Scrollama', async () => {
  scrollamaFactory = (await import('scrollama')).default;
});
