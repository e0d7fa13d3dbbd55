import type { gsap } from 'gsap/gsap-core';
import { warn } from '../core/warn.js';

/** GSAP, once it is there. */
export let engine: typeof gsap | undefined;

let coming: Promise<void> | undefined;

/**
 * Loads GSAP: apart, because words, pictures and cuts between them need none of it, a reader who asked for no
 * motion never fetches it, and a host page whose scripts break it while it loads loses the motion alone.
 * The core is enough: scenes tween plain numbers, so the CSS plugin (6.7 kB brotli) has nothing to do here.
 */
export function loadEngine(): Promise<void> {
  return (coming ??= import('gsap/gsap-core').then(
    (module) => void (engine = module.gsap),
    (error: unknown) =>
      warn(
        'engine',
        `GSAP could not be loaded (${String(error)}); pictures change without moving.`,
      ),
  ));
}
