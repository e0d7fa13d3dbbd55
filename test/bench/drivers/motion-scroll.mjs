// Motion's scroll(), with a sequence of its own tweens.
import { animate, scroll } from 'motion';
import { arrangements, line, most } from './reference.mjs';

export function start(main) {
  const number = main.querySelector('.number');
  const ways = [...main.querySelectorAll('.mark')].map((mark, i) => {
    const [x, y] = [0, 1].map((axis) => arrangements.map((places) => places[i][axis]));
    return [mark, { x, y }, { at: 0, duration: 1, ease: 'linear' }];
  });
  const options = {
    target: main.querySelector('.steps'),
    offset: [`start ${line}`, `end ${line}`],
  };
  for (const mark of main.querySelectorAll('.mark')) mark.removeAttribute('transform');
  scroll(animate(ways), options);
  scroll((t) => {
    const text = String(Math.round(t * most));
    if (number.textContent !== text) number.textContent = text;
  }, options);
}
