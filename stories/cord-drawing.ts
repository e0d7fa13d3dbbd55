// A drawing with a GSAP timeline, which knows nothing of this package: its labels are the names of its states.
import { gsap } from 'gsap';

const drawing = `
  <style>
    :host { display: block; }
    svg { display: block; inline-size: 100%; block-size: 100%; }
    .cord, .end { fill: none; stroke: currentcolor; stroke-width: 3; }
    .cord { stroke-dasharray: 1; }
    .lamp { fill: #bd1f23; }
    text { font: 600 20px system-ui, sans-serif; fill: currentcolor; text-anchor: middle; }
  </style>
  <svg viewBox="0 0 400 220" role="img" aria-label="A cord between two ends of a line, and a lamp that is lit when they are connected.">
    <path class="cord" pathLength="1" stroke-dashoffset="1" d="M80 90C120 190 280 190 320 90" />
    <circle class="end" cx="80" cy="80" r="12" />
    <circle class="end" cx="320" cy="80" r="12" />
    <circle class="lamp" opacity="0" cx="320" cy="80" r="7" />
    <text x="80" y="50">Bern</text>
    <text x="320" y="50">Oslo</text>
  </svg>`;

export class CordDrawing extends HTMLElement {
  readonly timeline: gsap.core.Timeline;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = drawing;
    const [cord, lamp] = ['.cord', '.lamp'].map((name) => root.querySelector(name)!);
    this.timeline = gsap
      .timeline({ paused: true, defaults: { duration: 0.5, ease: 'power1.inOut' } })
      .addLabel('apart')
      .to(cord!, { attr: { 'stroke-dashoffset': 0 } })
      .addLabel('connected')
      .to(lamp!, { attr: { opacity: 1 }, duration: 0.2 })
      .addLabel('lit');
  }
}
