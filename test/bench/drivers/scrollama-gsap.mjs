// Scrollama and GSAP by hand, as the documentation of both has it.
import scrollama from 'scrollama';
import { makeTimeline } from './gsap-timeline.mjs';
import { line } from './reference.mjs';

export function start(main) {
  const timeline = makeTimeline(main);
  const step = [...main.querySelectorAll('.step')];
  const scroller = scrollama();
  scroller
    .setup({ step, offset: line, progress: true })
    .onStepProgress(({ index, progress }) => timeline.progress((index + progress) / step.length));
  addEventListener('resize', scroller.resize);
}
