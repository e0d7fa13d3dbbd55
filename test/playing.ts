import { engine } from '../src/controllers/engine.js';

/** The tweens of all scenes that move now. */
export const playing = () =>
  engine?.globalTimeline.getChildren(false, true, false).filter((tween) => tween.isActive()) ?? [];
