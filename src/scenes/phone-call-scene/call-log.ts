import { html } from 'lit';
import { clamp01, easeInOut, mix, stagger } from '../../core/timing.js';
import { arrange, between, type Arrangement, type Plan } from './arrange.js';
import { isFirst, type CallState } from './scene.js';
import { Fades } from './fades.js';
import type { CallData, CallView } from './view.js';
import { findWire, wire } from './wire.js';

/** The share of a step in which calls make room; the rest of it draws the new ones. */
const makingRoom = 0.3;

/** Where a log would have to be reduced further than to this share, its names stand beside the lines instead. */
const roomFor = 0.7;

/** How much of a call has appeared whose line waits. */
const waiting = 1e-3;

/** Several calls, one under the other, each drawn from its caller to the one called. */
export function callLog({ calls, states, width }: CallData): CallView {
  const first = calls.map(isFirst);
  const totals = new Fades('sum', states, ({ total, totalWords: words }: CallState) =>
    total || words ? { total, words } : undefined,
  );
  const captions = new Fades('said', states, (state: CallState) => state.caption);
  const plans: Plan[] = [
    { shown: 0, dim: 0, total: -1, caption: -1 },
    ...states.map((state) => ({
      shown: Math.min(calls.length, state.calls ?? calls.length),
      dim: state.dim ?? 0,
      total: totals.indexOf(state),
      caption: captions.indexOf(state),
    })),
  ];

  return {
    fades: [totals, captions],
    template: html`
      <div class="log">
        <div class="rows">
          ${calls.map((call, at) => html`<div class="row">${wire(call, width, first[at])}</div>`)}
          ${totals.items.map(
            ({ total, words }) => html`
              <div class="foot sum">
                <p class="total" .textContent=${total}></p>
                <p class="caption" .textContent=${words}></p>
              </div>
            `,
          )}
          ${captions.items.map((words) => html`<p class="foot said caption" .textContent=${words}></p>`)}
        </div>
      </div>
    `,
    // The place among the plans, one for each state; before the first its lines wait already.
    pose: (state) => ({ place: states.indexOf(state) + 1 || waiting }),
    painter(root) {
      const all = (selector: string, within: ParentNode = root): HTMLElement[] => [
        ...within.querySelectorAll<HTMLElement>(selector),
      ];
      const [log, holder] = all('.log, .rows') as [HTMLElement, HTMLElement];
      const sums = all('.sum');
      const words = all('.said');
      const heights = (elements: HTMLElement[]): number[] =>
        elements.map(({ offsetHeight }) => offsetHeight);
      let arranged: Arrangement[] = [];
      // Read for each layout: words may wrap, and only the page knows where.
      const fitting = (dense: boolean, fit: number): number => {
        log.classList.toggle('dense', dense);
        log.style.setProperty('--_fit', `${fit}`);
        const sizes = {
          height: holder.clientHeight,
          em: parseFloat(getComputedStyle(log).fontSize),
          labels: heights(all('.names')),
          first,
          totals: heights(sums),
          captions: heights(words),
          dense,
        };
        arranged = plans.map((plan) => arrange(plan, sizes));
        return Math.min(...arranged.map((each) => each.fit));
      };
      const dense = fitting(false, 1) < roomFor;
      let fit = fitting(dense, 1);
      if (fit < 1) fit = fitting(dense, Math.max(0.6, fit));

      const fade = (elements: HTMLElement[], opacity: number): void =>
        elements.forEach(({ style }) => (style.opacity = `${opacity}`));
      const rows = all('.row').map((row) => {
        const [from, to, words] = [all('.from', row), all('.to', row), all('.words', row)];
        const drawLine = findWire(row);
        return (y: number, appeared: number, dimmed: number, worded: number): void => {
          row.style.transform = `translateY(${y}px)`;
          row.style.visibility = appeared ? '' : 'hidden';
          const reached = clamp01((appeared - 0.5) * 8);
          drawLine(
            clamp01((appeared - 0.1) * 2),
            clamp01((appeared - 0.6) * 2.5) * mix(1, 0.4, dimmed) * fit,
            mix(1, 0.55, dimmed),
          );
          fade(from, clamp01(appeared * 5));
          fade(to, reached);
          fade(words, reached * worded);
        };
      });
      return ({ place = 0 }) => {
        const [floor, ceiling] = [Math.floor(place), Math.ceil(place)];
        // The plan with fewer calls comes first, whichever way the reader goes.
        const back = plans[ceiling]!.shown < plans[floor]!.shown;
        const [low, high] = back ? [ceiling, floor] : [floor, ceiling];
        const [before, after] = [arranged[low]!, arranged[high]!];
        const [{ shown, dim }, later] = [plans[low]!, plans[high]!];
        const more = later.shown - shown;
        const part = Math.abs(place - low);
        const moved = easeInOut(more ? clamp01(part / makingRoom) : part);
        const drawn = clamp01((part - makingRoom) / (1 - makingRoom));

        rows.forEach((draw, at) =>
          draw(
            between(before.lines[at], after.lines[at], moved),
            at < shown
              ? 1
              : at < later.shown
                ? Math.max(low ? 0 : waiting, stagger(at - shown, more, drawn, 1 / more))
                : 0,
            mix(Number(at < dim), Number(at < later.dim), moved),
            between(before.worded[at], after.worded[at], moved),
          ),
        );
        for (const [elements, name] of [
          [sums, 'total'],
          [words, 'caption'],
        ] as const)
          for (const { style } of elements)
            style.transform = `translateY(${mix(before[name], after[name], moved)}px)`;
      };
    },
  };
}
