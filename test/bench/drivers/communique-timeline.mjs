// As communique, and each step's way is a GSAP timeline: of three tweens in turn, which together make the same picture.
import { ReferenceScene } from './communique.mjs';

class TimelineScene extends ReferenceScene {
  transition({ t: from }, { t: to }, timeline, numbers) {
    for (let part = 1; part <= 3; part++)
      timeline.to(numbers, { t: from + ((to - from) * part) / 3, duration: 0.3, ease: 'none' });
  }
}

export const start = () => customElements.define('reference-scene', TimelineScene);
