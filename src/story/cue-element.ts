import { isScene, type Cue, type MotionMode } from '../core/cue.js';

const last = new WeakMap<Element, Cue>();

/**
 * Gives a cue to whatever stands in a stage: `data-step` and `--progress` to every element, `step` and
 * `progress` to one that has them, and the time at that share of its length to a video.
 */
export function cueElement(element: Element, cue: Cue, motion: MotionMode): void {
  if (isScene(element) && 'motion' in element) element.motion = motion;
  const { step, progress } = last.get(element) ?? {};
  if (step === cue.step && progress === cue.progress) return;
  last.set(element, cue);
  if (step !== cue.step) element.setAttribute('data-step', cue.step);
  const { style } = element as Partial<ElementCSSInlineStyle>;
  style?.setProperty('--progress', String(cue.progress));
  if (isScene(element)) {
    element.step = cue.step;
    element.progress = cue.progress;
  } else if (element instanceof HTMLVideoElement && element.duration) {
    element.currentTime = cue.progress * element.duration;
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
