// GSAP's own ScrollTrigger, scrubbing one timeline.
import { gsap } from 'gsap';
import { ScrollTrigger } from 'gsap/ScrollTrigger';
import { makeTimeline } from './gsap-timeline.mjs';
import { line } from './reference.mjs';

gsap.registerPlugin(ScrollTrigger);

export function start(main) {
  const trigger = main.querySelector('.steps');
  const at = `${line * 100}%`;
  makeTimeline(main, {
    scrollTrigger: { trigger, start: `top ${at}`, end: `bottom ${at}`, scrub: true },
  });
}
