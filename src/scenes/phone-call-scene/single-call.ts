import { html, nothing, svg, type TemplateResult } from 'lit';
import { formatClock, formatNumber } from '../../core/numbers.js';
import { times } from '../../core/times.js';
import { clamp01, easeInOut, mix } from '../../core/timing.js';
import { capitals, clockCells, clockShift } from './clock.js';
import { lineOf, type CallState } from './scene.js';
import { Fades } from './fades.js';
import type { CallData, CallView } from './view.js';
import { findWire, put, scale, wire } from './wire.js';

/** How opaque the clock is of a call that is only expected; its figures are still 3 to 1 on paper. */
const ghost = 0.47;

type Seven<T> = [T, T, T, T, T, T, T];

/** Words about some minutes of a call. */
interface Words {
  readonly words: string;
  readonly from: number;
  readonly to: number;
  readonly expected?: boolean;
}

/** One call: two ends, the line between them, the clock, and a mark a minute with what is known of it. */
export function singleCall(data: CallData): CallView {
  const { call, states, duration, unit, language, width } = data;
  const fades = (name: string, of: (state: CallState) => Words | false): Fades<CallState, Words> =>
    new Fades(name, states, of);
  const captions = fades(
    'caption',
    ({ caption: words }) => !!words && { words, from: 0, to: duration },
  );
  const lit = fades('lit-words', (state) => {
    const { mark } = minutesIn(state, duration);
    return !!mark && { words: state.markWords, from: mark - 1, to: mark };
  });
  const spans = fades('span', (state) => {
    const { span } = minutesIn(state, duration);
    if (!span) return false;
    const [from, to] = span;
    return { words: state.span, from, to, expected: lineOf(state) === 'waiting' };
  });
  const notes = [
    fades('from-note', ({ fromNote: words }) => !!words && { words, from: 0, to: 0 }),
    fades('to-note', ({ toNote: words }) => !!words && { words, from: duration, to: duration }),
  ];

  /** Things that stand in one place and are seen in turn. */
  const stack = (...of: Fades<CallState, Words>[]): TemplateResult => html`
    <div class="stack">
      ${of.map(({ name, items }) =>
        items.map(
          ({ words, from, to }) =>
            html`<p class=${name} .style=${beside(from, to, duration)} .textContent=${words}></p>`,
        ),
      )}
    </div>
  `;

  const body = (): TemplateResult => {
    const inset = Math.min(0.2, duration / 200);
    const stroke = Math.min(2.5, Math.max(0.4, (width / duration) * 0.16));
    return html`
      <div class="body">
        <svg class="clock notranslate" translate="no">
          ${[...`${duration}:00`].map(() => svg`<text y=${capitals} font-size="100" text-anchor="middle"></text>`)}
        </svg>
        ${
          // Where no state has both, captions and words over the lit mark take turns in one place.
          states.some(({ caption, mark, markWords }) => caption && mark && markWords)
            ? [stack(captions), stack(lit)]
            : stack(captions, lit)
        }
        <svg class="marks" viewBox="0 0 ${duration} 1" preserveAspectRatio="none">
          <path class="minute" d=${marksOf(duration)} stroke-width=${stroke} />
          <path class="past" stroke-width=${stroke} />
          ${lit.items.map(
            ({ to }) =>
              svg`<path class="lit" d="M${to - 0.5} 1V-.55" stroke-width=${Math.max(3, stroke * 2)} />`,
          )}
        </svg>
        <div class="stack scale">
          ${[0, middleOf(duration), duration].map((minute) =>
            minute === undefined
              ? nothing
              : html`<span
                  .style=${beside(minute, minute, duration)}
                  .textContent=${`${formatNumber(minute, language)} ${minute === duration ? unit : ''}`.trim()}
                ></span>`,
          )}
        </div>
        <svg class="brackets" viewBox="0 0 ${duration} 1" preserveAspectRatio="none">
          ${spans.items.map(
            ({ from, to, expected }) =>
              svg`<path class="span ${expected && 'expected'}" d="M${from + inset} 0V1H${to - inset}V0" />`,
          )}
        </svg>
        ${stack(spans)}
      </div>
    `;
  };

  const pose = (
    state: CallState,
  ): Record<'minutes' | 'alive' | 'amplitude' | 'blank' | 'rest', number> => {
    const line = lineOf(state);
    return {
      minutes: minutesIn(state, duration).clock,
      alive: line === 'waiting' ? 0 : 1,
      amplitude: line === 'open' ? 1 : 0,
      blank: state.blank ?? 0,
      rest: state.only === 'line' ? 0 : 1,
    };
  };

  return {
    fades: [captions, lit, spans, ...notes],
    template: html`
      <div class="call">
        <div class="head">
          ${wire(call, width)}
          <div class="notes">${notes.map((note) => stack(note))}</div>
        </div>
        ${states.every(({ only }) => only === 'line') ? nothing : body()}
      </div>
    `,
    pose,
    // The line is there before the clock runs.
    transition(from, to, timeline, numbers) {
      const { alive, amplitude, minutes } = to;
      if (!(alive! > from.alive!) || minutes === from.minutes) return;
      timeline
        .to(numbers, { alive, amplitude, duration: 0.6, ease: 'power1.inOut' })
        .to(numbers, { minutes, duration: 0.5, ease: 'power2.out' });
    },
    painter(root) {
      const [frame, picture, head, line, whole, clock, past] = [
        '.frame',
        '.call',
        '.head',
        '.wire',
        '.body',
        '.clock',
        '.past',
      ].map((selector) => root.querySelector(selector)) as Seven<HTMLElement>;
      const cells = root.querySelectorAll('text');
      // The measures that are taken of the page, once for each layout: how wide a digit is, whether words fit, and
      // where the line is.
      let digit = 0;
      if (whole) {
        clock.removeAttribute('viewBox');
        cells[0]!.textContent = formatNumber(0, language);
        digit = Math.max(44, cells[0]!.getComputedTextLength());
        const { centres, width } = clockCells(duration, digit);
        centres.forEach((x, at) => cells[at]!.setAttribute('x', `${x}`));
        clock.setAttribute('viewBox', `0 0 ${width} ${capitals}`);
      }
      head.style.transform = '';
      let fit = 1;
      do picture.style.setProperty('--_fit', `${fit}`);
      while (picture.scrollHeight > picture.clientHeight && (fit -= 0.05) > 0.5);
      const away = frame.clientHeight / 2 - line.offsetTop - line.offsetHeight / 2;
      const drawLine = findWire(root);
      const marks = root.querySelectorAll<SVGElement>('.lit');
      let shown = '';
      let passed = -1;
      return (numbers) => {
        const { minutes, alive, amplitude, blank, rest } = numbers as ReturnType<typeof pose>;
        const drawn = clamp01(alive * 2);
        drawLine(drawn, clamp01(amplitude * 2 - 1), 1);
        // The line alone stands in the middle of the frame; with the rest it stands above it.
        head.style.transform = `translateY(${away * (1 - easeInOut(rest))}px)`;
        if (!whole) return;

        whole.style.opacity = `${clamp01(rest * 2 - 1)}`;
        past.style.opacity = `${1 - blank}`;
        // Not a clip: Chromium keeps the shadow root that a clip is named in for a while after it has gone.
        const before = Math.round(minutes);
        if (before !== passed) past.setAttribute('d', marksOf((passed = before)));
        marks.forEach((mark, at) => {
          const share = numbers[lit.name + at]!;
          mark.style.opacity = `${clamp01(share * 4)}`;
          scale(mark, 1, share, 1);
        });
        clock.style.opacity = `${mix(ghost, 1, alive)}`;
        const text = formatClock(minutes, language);
        if (text === shown) return;
        shown = text;
        const glyphs = [...text];
        const missing = cells.length - glyphs.length;
        const shift = clockShift(minutes, duration, digit);
        cells.forEach((cell, at) => {
          const glyph = glyphs[at - missing] ?? '';
          if (cell.textContent !== glyph) cell.textContent = glyph;
          put(cell, `translate(${-shift})`);
        });
      };
    },
  };
}

/** Marks of the first minutes, as one path: a minute is one unit wide, and its mark stands in the middle of it. */
const marksOf = (minutes: number): string => times(minutes, (at) => `M${at + 0.5} 0V1`).join('');

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
