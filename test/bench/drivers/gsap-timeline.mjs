// The timeline that people write who drive a picture with GSAP by hand: a tween a mark and a way, and one for the number.
import { gsap } from 'gsap';
import { arrangements, most } from './reference.mjs';

export function makeTimeline(main, vars = { paused: true }) {
  const timeline = gsap.timeline({ ...vars, defaults: { ease: 'none', duration: 1 } });
  main.querySelectorAll('.mark').forEach((mark, i) => {
    const [a, b, c] = arrangements.map((places) => ({ x: places[i][0], y: places[i][1] }));
    timeline.fromTo(mark, a, b, 0).fromTo(mark, b, { ...c, immediateRender: false }, 1);
  });
  const number = main.querySelector('.number');
  const value = { counted: 0 };
  const show = () => {
    const text = String(Math.round(value.counted));
    if (number.textContent !== text) number.textContent = text;
  };
  timeline.to(value, { counted: most, duration: 2, onUpdate: show }, 0);
  return timeline;
}
