import type { TemplateResult } from 'lit';
import type { Numbers, Transition } from '../../controllers/timeline-controller.js';
import type { Fades } from './fades.js';
import type { Call, CallState } from './scene.js';

/** A call as it is drawn: its colours come from a table or from attributes, which may hold anything. */
export interface DrawnCall extends Omit<Call, 'tone' | 'toTone'> {
  readonly tone: string;
  readonly toTone: string;
}

/** What a picture of calls is made from, and the size that it is made for. */
export interface CallData {
  /** A single call. */
  readonly call: DrawnCall;
  /** Length of the single call in minutes. */
  readonly duration: number;
  /** The word for a minute on the scale. */
  readonly unit: string;
  /** Whether the picture is of several calls. */
  readonly log: boolean;
  readonly calls: readonly Call[];
  readonly states: readonly CallState[];
  readonly language: string | undefined;
  /** Width of the picture in CSS pixels. */
  readonly width: number;
}

/** One of the two forms of the picture. */
export interface CallView {
  readonly template: TemplateResult;
  /** What comes and goes in it. */
  readonly fades: readonly Fades<CallState, unknown>[];
  /** The numbers for a state, except those of what comes and goes. */
  pose(state: CallState): Numbers;
  /** What moves it from one state to the next, where not all of it moves evenly. */
  readonly transition?: Transition;
  /** Finds the moving parts of the template in a root, and answers what draws them. */
  painter(root: ParentNode): (numbers: Readonly<Numbers>) => void;
}
