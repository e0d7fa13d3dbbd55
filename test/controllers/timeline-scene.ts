// What the tests of the timeline share: a scene of two numbers, and what is to be seen of it.
import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import {
  TimelineController,
  type Numbers,
  type Pose,
  type Transition,
  type TransitionProblem,
} from '../../src/controllers/timeline-controller.js';
import { frames } from '../helpers.js';

export const poses: Record<string, Numbers> = {
  apart: { spread: 1, lit: 0 },
  lit: { spread: 1, lit: 1 },
  together: { spread: 0 },
  grown: { spread: 0.25, lit: 0.5 },
};
export const steps = Object.keys(poses);

/** A scene that draws nothing and notes everything. */
export class TestScene extends LitElement {
  readonly drawn: Numbers[] = [];
  readonly refused: [step: string, problem: TransitionProblem][] = [];
  transition: Transition | undefined;
  readonly timeline: TimelineController = new TimelineController(this, {
    start: () => ({ spread: 0, lit: 0 }),
    steps: () => steps,
    pose: (step) => poses[step]!,
    transition: () => this.transition as Transition<Pose> | undefined,
    refuse: (...refusal) => this.refused.push(refusal),
    draw: ({ spread, lit }: Numbers) => this.drawn.push({ spread: spread!, lit: lit! }),
  });

  get picture(): Numbers {
    return this.drawn.at(-1)!;
  }
}
customElements.define('test-scene', TestScene);

export function scene(transition?: Transition): TestScene {
  const made = document.createElement('test-scene') as TestScene;
  made.transition = transition;
  document.body.append(made);
  return made;
}

/** What a fresh scene shows at a cue. */
export function fresh(step: string, progress: number, transition?: Transition): Numbers {
  const made = scene(transition);
  made.timeline.show({ step, progress }, 'cut');
  made.remove();
  return made.picture;
}

export function expectSame(picture: Numbers, right: Numbers, said: string): void {
  for (const [name, value] of Object.entries(right))
    expect(picture[name], `${said}: ${name}`).to.be.closeTo(value, 1e-6);
}

/** Waits until a scene has not drawn for some frames. */
export async function rest({ drawn }: TestScene): Promise<void> {
  for (let still = 0, last = -1, i = 0; still < 5 && i < 240; i++) {
    await frames();
    still = drawn.length === last ? still + 1 : 0;
    last = drawn.length;
  }
}
