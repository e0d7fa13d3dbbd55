import { isScene, type Cue, type MotionMode } from '../core/cue.js';

/** What an element was given last, and whether it was a scene then: one may be defined late. */
const last = new WeakMap<Element, Cue & { readonly scene: boolean }>();

/**
 * Gives a cue to whatever stands in a stage: `data-step` and `--progress` to every element, `step` and
 * `progress` to one that has them, and the time at that share of its length to a video.
 */
export function cueElement(element: Element, cue: Cue, motion: MotionMode): void {
  const scene = isScene(element);
  if (scene && 'motion' in element) element.motion = motion;
  const { step } = cue;
  // Nothing follows the scroll but where pictures move.
  const progress = motion === 'full' ? cue.progress : 1;
  const before = last.get(element);
  if (before?.step === step && before.progress === progress && before.scene === scene) return;
  last.set(element, { step, progress, scene });
  if (before?.step !== step) element.setAttribute('data-step', step);
  const { style } = element as Partial<ElementCSSInlineStyle>;
  style?.setProperty('--progress', String(progress));
  if (scene) {
    element.step = step;
    element.progress = progress;
  } else if (element instanceof HTMLVideoElement) {
    // Not quite to its end, from which WebKitGTK finds no way back. Its length may not be known yet, as that of a
    // copy; then the latest cue is the last to be heard.
    const seek = (): unknown => (element.currentTime = progress * (element.duration - 0.02));
    if (element.duration) seek();
    else element.addEventListener('loadedmetadata', seek, { once: true });
  }
}

/** A copy of an element of a stage that stands still at the end of a step. */
export function stillOf(element: Element, step: string): Element {
  if (isScene(element) && element.still) return element.still(step);
  const copy = element.cloneNode(true) as Element;
  copy.removeAttribute('id');
  copy.removeAttribute('slot');
  cueElement(copy, { step, progress: 1 }, 'static');
  return copy;
}

/** Has the next cue written in full, for an element that has lost what it was given. */
export const forgetCue = (element: Element): unknown => last.delete(element);
