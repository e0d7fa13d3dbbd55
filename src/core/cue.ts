/** What a story tells a scene: the name of a step and how far through it the reader is. */
export interface Cue {
  readonly step: string;
  /** 0 to 1. A step that is not scrubbed is always given 1, its end state. */
  readonly progress: number;
}

/** How pictures move: `full` plays or follows the scroll, `stepped` cuts, `static` stands still beside the text. */
export type MotionMode = 'full' | 'stepped' | 'static';

export const motionModes: readonly MotionMode[] = ['full', 'stepped', 'static'];

/** Reads a motion attribute; anything else than a mode means "as the reader's system asks". */
export const motionMode = (value: unknown): MotionMode | undefined =>
  motionModes.find((mode) => mode === value);

/**
 * The contract between a story and whatever stands in its stage. Every element is given `data-step` and
 * `--progress`; one that has these members is given them too. All but `step` and `progress`, or `cue`, are optional.
 */
export interface Scene {
  /** Step, progress and motion as one value, given at once. An element that takes it is given none of the three alone. */
  cue?: (Cue & { readonly motion: MotionMode }) | undefined;
  step: string;
  /** 0 to 1. */
  progress: number;
  /** The mode of the story around it. */
  motion?: MotionMode | '';
  /** Says in a sentence what the picture shows at a step. */
  describe?(step: string): string;
  /** A copy of the scene that stands still at a step, for print and for reading as text. */
  still?(step: string): Element;
  /** Settles when the scene has its data and can describe itself. */
  readonly ready?: Promise<unknown>;
}

/**
 * Whether an element takes cues as properties: it has both, and neither is something else of that name, such as a
 * method, or a field of a form.
 */
export const isScene = (element: object): element is Element & Scene =>
  takesCue(element) || (isSettable(element, 'step') && isSettable(element, 'progress'));

/**
 * Whether an element takes a cue as one value: it has none yet, or one as its value. Nothing else has that name, such as a
 * method, a field of a form, or the text that every element of WebKit has as its `cue`.
 */
export function takesCue(element: object): boolean {
  if (!('cue' in element)) return false;
  try {
    const { cue } = element;
    return cue === undefined || (typeof cue === 'object' && !(cue && 'nodeType' in cue));
  } catch {
    // What cannot be read may still be set.
    return true;
  }
}

function isSettable(element: object, name: 'step' | 'progress'): boolean {
  if (!(name in element)) return false;
  try {
    const value = (element as Record<string, unknown>)[name];
    return value === null || !/^(function|object)$/.test(typeof value);
  } catch {
    // What cannot be read may still be set.
    return true;
  }
}
