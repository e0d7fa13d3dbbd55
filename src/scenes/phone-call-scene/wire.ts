import { html, type TemplateResult } from 'lit';
import { clamp01 } from '../../core/timing.js';
import { isJoined } from './scene.js';
import type { DrawnCall } from './view.js';

// One wave of a sine between -1 and 1, one unit long, in four cubic quarters. It says that a line is open and
// no more: every wave is like every other, because nobody outside heard the voices.
const wave = 'c.0815-.512.1595-1 .25-1s.1685.488.25 1c.0815.512.1595 1 .25 1s.1685-.488.25-1';

/** The class of a letter of the palette; anything else than a letter is the other one given. */
const toneOf = (letter: string, other: string): string =>
  `tone-${/^[a-d]$/i.test(letter) ? letter.toLowerCase() : other}`;

/** Two ends with the line between them: the dashed line that only waits, and the sine. */
export function wire(call: DrawnCall, width: number, named = true): TemplateResult {
  const [from, to] = [toneOf(call.tone, 'a'), toneOf(call.toTone, 'b')];
  // Waves are whole, so that the sine ends on the line.
  const waves = Math.max(6, Math.round(width / 32));
  const flat = `M0 0H${waves}`;
  const joined = isJoined(call);
  return html`
    <div class="names">
      <span class="end from ${from}" .textContent=${named ? call.from : ''}></span>
      <em class="words" .textContent=${call.text}></em>
      <span class="end to ${to}" .textContent=${named ? call.to : ''}></span>
    </div>
    <div class="wire">
      <svg
        class=${joined ? 'joined' : 'spoken'}
        viewBox="0 -1 ${waves} 2"
        preserveAspectRatio="none"
      >
        <path class="waiting" d=${flat} />
        <path class="open" d=${joined ? flat : `M0 0${wave.repeat(waves)}`} />
      </svg>
      <i class="dot from ${from}"></i><i class="dot to ${to}"></i>
    </div>
  `;
}

/**
 * Finds the line in a root, and answers what draws it: how far it has come from the first end to the other, the
 * height of its sine, and its strength, each 0 to 1.
 */
export function findWire(
  root: ParentNode,
): (drawn: number, amplitude: number, strength: number) => void {
  const waiting = root.querySelector<SVGElement>('.waiting')!;
  const open = root.querySelector<SVGElement>('.open')!;
  return (drawn, amplitude, strength) => {
    waiting.style.opacity = `${1 - drawn}`;
    open.style.opacity = `${clamp01(drawn * 50) * strength}`;
    // A flat sine exactly between two pixels would seem to tremble, so it lies a little beside them.
    scale(open, drawn, amplitude, 0.02);
  };
}

/**
 * Scales an element about the point `(0, y)` of its own units. A matrix that flattens all cannot be inverted, and
 * some engines then draw nothing; so nothing is ever quite flat.
 */
export function scale(element: Element, across: number, down: number, y = 0): void {
  const [a, d] = [Math.max(across, 1e-3), Math.max(down, 1e-3)];
  put(element, `matrix(${a} 0 0 ${d} 0 ${y * (1 - d)})`);
}

/** Writes a transform that is not written already. */
export function put(element: Element, transform: string): void {
  if (element.getAttribute('transform') !== transform) element.setAttribute('transform', transform);
}
