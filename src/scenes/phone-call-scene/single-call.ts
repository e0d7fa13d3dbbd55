import { html, nothing, svg, type TemplateResult } from 'lit';
import { formatClock, formatNumber } from '../../core/numbers.js';
import { clamp01, easeInOut, mix } from '../../core/timing.js';
import { capitals, clockCells, clockShift } from './clock.js';
import { lineOf, type CallState } from './columns.js';
import { Fades } from './fades.js';
import type { CallData, CallView } from './view.js';
import { findWire, scale, wire } from './wire.js';

/** How opaque the clock is of a call that is only expected; its figures are still 3 to 1 on paper. */
const ghost = 0.47;

/**
 * One call: two ends, the line between them, the clock, and a mark a minute with what is known of it.
 * @param digit width of a digit in the display font where type is 100 high
 */
export function singleCall(data: CallData, digit: number): CallView {
  const { call, states, duration, unit, language, width } = data;
  const captions = new Fades('caption', states, (state: CallState) => state.caption);
  const lit = new Fades('lit-words', states, (state: CallState) => {
    const minute = minutesIn(state, duration).mark;
    return minute ? { minute, words: state.markWords } : undefined;
  });
  const spans = new Fades('span', states, (state: CallState) => {
    const { span } = minutesIn(state, duration);
    return span && { span, words: state.span, expected: lineOf(state) === 'waiting' };
  });
  const notes = (['fromNote', 'toNote'] as const).map(
    (name) => new Fades(name, states, (state: CallState) => state[name]),
  );
  const said = ({ name, items }: Fades<CallState, string>): TemplateResult[] =>
    items.map((words) => html`<p class=${name}>${words}</p>`);

  const body = (): TemplateResult => {
    const { centres, width: clockWidth } = clockCells(duration, digit);
    const litWords = lit.items.map(
      ({ minute, words }) =>
        html`<p class="lit-words" .style=${beside(minute - 1, minute, duration)}>${words}</p>`,
    );
    // The marks are one path: a minute is one unit wide, and its mark stands in the middle of it.
    const marks = Array.from({ length: duration }, (_, at) => `M${at + 0.5} 0V1`).join('');
    const stroke = Math.min(2.5, Math.max(0.4, (width / duration) * 0.16));
    return html`
      <div class="body">
        <svg class="clock" viewBox="0 0 ${clockWidth} ${capitals}">
          <g>
            ${centres.map((x) => svg`<text x=${x} y=${capitals} font-size="100" text-anchor="middle"></text>`)}
          </g>
        </svg>
        ${
          // Where no state has both, captions and words over the lit mark take turns in one place.
          states.some(({ caption, mark, markWords }) => caption && mark && markWords)
            ? [stack(said(captions)), stack(litWords)]
            : stack([said(captions), litWords])
        }
        <svg class="marks" viewBox="0 0 ${duration} 1" preserveAspectRatio="none">
          <clipPath id="past"><rect y="-1" width=${duration} height="3" /></clipPath>
          <path class="minute" d=${marks} stroke-width=${stroke} />
          <g clip-path="url(#past)"><path class="past" d=${marks} stroke-width=${stroke} /></g>
          ${lit.items.map(
            ({ minute }) =>
              svg`<path class="lit" d="M${minute - 0.5} 1V-.55" stroke-width=${Math.max(3, stroke * 2)} />`,
          )}
        </svg>
        <div class="stack scale">
          ${[0, middleOf(duration), duration].map(
            (minute) =>
              minute !== undefined &&
              html`<span .style=${beside(minute, minute, duration)}
                >${formatNumber(minute, language)} ${minute === duration ? unit : nothing}</span
              >`,
          )}
        </div>
        <svg class="brackets" viewBox="0 0 ${duration} 1" preserveAspectRatio="none">
          ${spans.items.map(
            ({ span: [from, to], expected }) =>
              svg`<path class="span ${expected && 'expected'}" d="M${from + 0.2} 0V1H${to - 0.2}V0" />`,
          )}
        </svg>
        ${stack(
          spans.items.map(
            ({ span, words }) =>
              html`<p class="span" .style=${beside(...span, duration)}>${words}</p>`,
          ),
        )}
      </div>
    `;
  };

  return {
    fades: [captions, lit, spans, ...notes],
    template: html`
      <div class="call">
        <div class="head">
          ${wire(call, width)}
          <div class="notes">${notes.map((fades) => stack(said(fades)))}</div>
        </div>
        ${states.every(({ only }) => only === 'line') ? nothing : body()}
      </div>
    `,
    pose(state) {
      const line = lineOf(state);
      return {
        clock: minutesIn(state, duration).clock,
        alive: line === 'waiting' ? 0 : 1,
        amplitude: line === 'open' ? 1 : 0,
        blank: state.blank ?? 0,
        rest: state.only === 'line' ? 0 : 1,
      };
    },
    find(root) {
      const one = (selector: string): HTMLElement => root.querySelector<HTMLElement>(selector)!;
      const all = (selector: string): HTMLElement[] => [
        ...root.querySelectorAll<HTMLElement>(selector),
      ];
      const picture = one('.call');
      // The measures that are taken of the page, once for each layout: whether words fit, and where the line is.
      let fit = 1;
      do picture.style.setProperty('--_fit', `${fit}`);
      while (picture.scrollHeight > picture.clientHeight && (fit -= 0.05) > 0.5);
      const { offsetTop, offsetHeight } = one('.wire');
      const away = one('.frame').clientHeight / 2 - offsetTop - offsetHeight / 2;
      const drawLine = findWire(root);
      const head = one('.head').style;
      const rest = one('.body') as HTMLElement | null;
      const clock = one('.clock g');
      const cells = all('.clock text');
      const past = one('.past');
      const reach = one('#past rect');
      const marks = all('.lit');
      let shown = '';
      return (numbers) => {
        const drawn = clamp01(numbers['alive']! * 2);
        drawLine(drawn, clamp01(numbers['amplitude']! * 2 - 1), 1);
        // The line alone stands in the middle of the frame; with the rest it stands above it.
        head.transform = `translateY(${away * (1 - easeInOut(numbers['rest']!))}px)`;
        if (!rest) return;

        rest.style.opacity = `${clamp01(numbers['rest']! * 2 - 1)}`;
        past.style.opacity = `${1 - numbers['blank']!}`;
        scale(reach, numbers['clock']! / duration, 1);
        marks.forEach((mark, at) => {
          const share = numbers[lit.name + at]!;
          mark.style.opacity = `${clamp01(share * 4)}`;
          scale(mark, 1, share, 1);
        });
        clock.style.opacity = `${mix(ghost, 1, numbers['alive']!)}`;
        const text = formatClock(numbers['clock']!, language);
        if (text === shown) return;
        shown = text;
        const glyphs = [...text];
        const missing = cells.length - glyphs.length;
        cells.forEach((cell, at) => (cell.textContent = glyphs[at - missing] ?? ''));
        const shift = clockShift(numbers['clock']!, duration, digit);
        clock.setAttribute('transform', `translate(${-shift})`);
      };
    },
  };
}

/** What a state says of the minutes, kept within the call. */
export function minutesIn(
  state: CallState,
  duration: number,
): { clock: number; span: [number, number] | undefined; mark: number | undefined } {
  const within = (value: number): number => Math.min(duration, Math.max(0, value));
  const { span, spanFrom, spanTo, mark } = state;
  const [from, to] = [within(spanFrom ?? 0), within(spanTo ?? duration)];
  const spans = span || spanFrom !== undefined || spanTo !== undefined;
  return {
    clock: within(state.clock ?? 0),
    span: spans && from !== to ? [Math.min(from, to), Math.max(from, to)] : undefined,
    mark: mark && within(mark),
  };
}

/** A round number near the middle of a scale; none where the scale is too short for one. */
export function middleOf(duration: number): number | undefined {
  if (duration < 4) return undefined;
  const round = duration < 20 ? 1 : duration < 120 ? 5 : 30;
  return Math.floor(duration / 2 / round) * round;
}

/** Things that stand in one place and are seen in turn. */
const stack = (items: readonly unknown[]): TemplateResult =>
  html`<div class="stack">${items}</div>`;

/**
 * Where words about some minutes stand: centred on them with all the room there is to both sides, or flush with
 * them where they are near an end, so that the words never leave the frame.
 */
function beside(from: number, to: number, duration: number): string {
  const middle = (from + to) / 2 / duration;
  const [start, end, align] =
    middle < 1 / 3
      ? [from, 0, 'start']
      : middle > 2 / 3
        ? [0, duration - to, 'end']
        : [from + to - duration, duration - from - to, 'center'];
  const share = (minutes: number): string => `${(Math.max(0, minutes) / duration) * 100}%`;
  return `margin-inline: ${share(start)} ${share(end)}; text-align: ${align}`;
}
