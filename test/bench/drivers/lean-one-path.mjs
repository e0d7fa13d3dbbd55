// The lean loop with all marks as one path: what that alone spares.
import { loop } from './lean.mjs';
import { marks, place } from './reference.mjs';

export function start(main) {
  const svg = main.querySelector('svg');
  const path = document.createElementNS(svg.namespaceURI, 'path');
  path.classList.add('mark');
  svg.replaceChildren(path);
  const short = (length) => Math.round(length * 100) / 100;
  loop(main, (t) => {
    let d = '';
    for (let i = 0; i < marks; i++) {
      const [x, y] = place(t, i);
      d += `M${short(x)} ${short(y)}m0-9a9 9 0 1 1 0 18a9 9 0 1 1 0-18z`;
    }
    path.setAttribute('d', d);
  });
}
