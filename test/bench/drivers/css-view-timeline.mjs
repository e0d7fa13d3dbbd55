// No script at all: a view timeline of the steps drives an animation of each mark, and a counter the number.
import { arrangements, line, most } from './reference.mjs';

export function start(main) {
  const rules = arrangements[0].map((_, i) => {
    const at = arrangements.map((places) => places[i].map((length) => `${length}px`).join(' '));
    return `@keyframes m${i} { from { translate: ${at[0]} } 50% { translate: ${at[1]} } to { translate: ${at[2]} } }
      .mark:nth-child(${i + 1}) { animation-name: m${i} }`;
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    @property --counted { syntax: '<integer>'; inherits: true; initial-value: 0 }
    @keyframes counted { to { --counted: ${most} } }
    main { timeline-scope: --steps }
    .steps { view-timeline: --steps block; view-timeline-inset: ${line * 100}% ${100 - line * 100}% }
    .mark, .number { animation: linear both; animation-timeline: --steps; animation-range: cover }
    .number { font-size: 0; animation-name: counted }
    .number::after { font-size: 64px; counter-reset: n var(--counted); content: counter(n) }
    ${rules.join('')}`);
  document.adoptedStyleSheets.push(sheet);
  for (const mark of main.querySelectorAll('.mark')) mark.removeAttribute('transform');
}
