// The <scroll-scene> element round every step, and GSAP.
import 'scroll-scene-element';
import { makeTimeline } from './gsap-timeline.mjs';

export function start(main) {
  const timeline = makeTimeline(main);
  const steps = [...main.querySelectorAll('scroll-scene')];
  main.addEventListener('scroll-scene-progress', ({ target, detail }) =>
    timeline.progress((steps.indexOf(target) + detail.progress) / steps.length),
  );
}
