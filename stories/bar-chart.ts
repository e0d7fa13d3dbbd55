// A chart from another library as a scene: all that a story asks of it is `step` and `progress`.
import { Chart } from 'chart.js/auto';
import { color as read } from 'chart.js/helpers';

/**
 * A bar chart by Chart.js. Its data are the table in it: a row a bar, a column a step; without script the table is
 * what is read. On the way from one step to the next the bars stand between the two.
 */
export class BarChart extends HTMLElement {
  /** Set by the story: how pictures move. */
  motion = '';
  #step = '';
  #progress = 1;
  #chart: Chart<'bar'> | undefined;

  constructor() {
    super();
    const box = this.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    // Chart.js fits its canvas to a box that has a size and a place.
    box.style.cssText = 'position: relative; block-size: 100%';
    box.appendChild(document.createElement('canvas')).role = 'img';
  }

  get step(): string {
    return this.#step;
  }
  set step(step: string) {
    this.#step = step;
    this.#draw();
  }
  get progress(): number {
    return this.#progress;
  }
  set progress(progress: number) {
    this.#progress = progress;
    this.#draw();
  }

  /** What the chart shows at a step, for the step's words and for the canvas. */
  describe(step: string): string {
    const values = this.#column(step);
    const bars = this.#rows.map(([name], at) => `${name} ${values[at]}`);
    return `${this.querySelector('caption')!.textContent.trim()}, ${step}: ${bars.join(', ')}.`;
  }

  connectedCallback(): void {
    const canvas = this.shadowRoot!.querySelector('canvas')!;
    // Asked anew at each update, because a story may change its colours.
    const color = (): string => getComputedStyle(this).color;
    const faint = (): string => read(color()).alpha(0.2).rgbString();
    const axis = { ticks: { color }, border: { display: false }, grid: { color: faint } };
    this.#chart = new Chart(canvas, {
      type: 'bar',
      data: { labels: this.#rows.map(([name]) => name), datasets: [{ data: [] }] },
      options: {
        maintainAspectRatio: false,
        backgroundColor: '#4878c8',
        plugins: { legend: { display: false } },
        scales: {
          x: axis,
          y: {
            ...axis,
            min: 0,
            max: Math.max(...this.#rows.flat().map(Number).filter(Number.isFinite)),
          },
        },
      },
    });
    this.#draw();
  }

  disconnectedCallback(): void {
    this.#chart?.destroy();
    this.#chart = undefined;
  }

  get #rows(): string[][] {
    return [...this.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent.trim()),
    );
  }

  get #steps(): string[] {
    return [...this.querySelectorAll('thead th')].slice(1).map((cell) => cell.textContent.trim());
  }

  /** The numbers of a step; zeros before the first. */
  #column(step: string | undefined): number[] {
    const at = this.#steps.indexOf(step ?? '') + 1;
    return this.#rows.map((row) => (at ? Number(row[at]) : 0));
  }

  #draw(): void {
    if (!this.#chart || !this.#step) return;
    const before = this.#column(this.#steps[this.#steps.indexOf(this.#step) - 1]);
    const after = this.#column(this.#step);
    this.#chart.data.datasets[0]!.data = after.map(
      (value, at) => before[at]! + (value - before[at]!) * this.#progress,
    );
    // Chart.js plays the way to a step's end itself; what follows the scroll, or may not move, is there at once.
    this.#chart.update(this.#progress < 1 || this.motion !== 'full' ? 'none' : undefined);
    this.#chart.canvas.ariaLabel = this.describe(this.#step);
  }
}
