import { warn } from '../core/warn.js';

/** Tells, once, who wrote a scene's `data` or `states` what is wrong with them and what mends it. */
export const tell = (scene: Element, what: string, problem: string): void =>
  warn(`bad-${what}`, `<${scene.localName}> ${what}: ${problem}.`, scene);
