// The limit: what an engineer with time writes by hand for this one story. Geometry is read once and kept, a scrolled
// frame reads the scroll position alone, marks get their matrices as numbers.
import { counted, line, place } from './reference.mjs';

export function start(main) {
  const matrix = main.querySelector('svg').createSVGMatrix();
  const transforms = [...main.querySelectorAll('.mark')].map((mark) =>
    mark.transform.baseVal.consolidate(),
  );
  loop(main, (t) =>
    transforms.forEach((transform, i) => {
      [matrix.e, matrix.f] = place(t, i);
      transform.setMatrix(matrix);
    }),
  );
}

/** Calls a function with how far through the story the reader is, in each frame in which that has changed. */
export function loop(main, draw) {
  const steps = main.querySelector('.steps');
  const number = main.querySelector('.number');
  let top = 0;
  let height = 1;
  let drawn = -1;
  let frame = 0;
  const update = () => {
    frame = 0;
    const t = Math.max(0, Math.min(1, (scrollY + innerHeight * line - top) / height));
    if (t === drawn) return;
    drawn = t;
    draw(t);
    const text = String(counted(t));
    if (number.textContent !== text) number.textContent = text;
  };
  const wake = () => (frame ||= requestAnimationFrame(update));
  new ResizeObserver(() => {
    const rect = steps.getBoundingClientRect();
    top = rect.top + scrollY;
    height = rect.height;
    wake();
  }).observe(steps);
  addEventListener('scroll', wake, { passive: true });
}
