import { html, nothing, svg, type TemplateResult } from 'lit';
import { motionModes, type MotionMode } from '../core/cue.js';
import { say, type Phrases } from '../core/phrases.js';
import { times } from '../core/times.js';
import { ownScroll } from '../controllers/own-scroll.js';
import type { StoryChapter } from './story-chapter.js';
import type { StoryStep } from './story-step.js';

/** What the bar at the foot of a story shows, and what it asks for. */
export interface Controls {
  readonly words: Phrases;
  readonly lang: string | undefined;
  readonly chapters: readonly StoryChapter[];
  readonly steps: readonly StoryStep[];
  readonly index: number;
  /** The index of what is shown first: a step, or what stands before the steps. */
  readonly first: number;
  readonly off: boolean;
  readonly open: boolean;
  readonly motion: MotionMode;
  /** Said by assistive technology after a control was used; scrolling says nothing. */
  readonly said: string;
  readonly href: (step: StoryStep) => string;
  readonly visit: (step: StoryStep) => void;
  readonly go: (index: number) => unknown;
  readonly choose: (mode: MotionMode) => void;
  readonly toggle: (open: boolean) => void;
}

/** "5 of 20", in the language's digits. */
export const position = (index: number, count: number, lang?: string): string =>
  say(lang, 'stepOf', { index: index + 1, count });

/** Does what a link leads to, as no navigation, to a router neither. With a key held it opens elsewhere, as any link. */
export const onPlainClick =
  (go: () => void) =>
  (event: MouseEvent): void => {
    const { button, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (button || altKey || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    // Smooth scrollers that take the page's anchors for their own (Lenis) do not ask whether the click was prevented.
    event.stopPropagation();
    go();
  };

const arrow = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${path}></path>`}</svg>`;

/** The bar: where the reader is, one step back or on, the list of steps, and how pictures move. */
export function renderControls(controls: Controls): TemplateResult {
  const { words, steps, index, first, open, off, lang } = controls;
  const step = steps[index];
  return html`
    <div
      class="controls"
      part="controls"
      ?data-off=${off}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        controls.toggle(false);
      }}
      @focusout=${(event: FocusEvent) => {
        const inside = event.relatedTarget as Node | null;
        if (open && inside && !(event.currentTarget as Element).contains(inside))
          controls.toggle(false);
      }}
    >
      <div class="ticks" aria-hidden="true">${ticks(controls)}</div>
      <div class="row">
        <button
          class="previous"
          aria-label=${words.previous}
          ?disabled=${index <= first}
          @click=${() => controls.go(index - 1)}
        >
          ${arrow('M3 10l5-5 5 5')}
        </button>
        <button
          class="next"
          aria-label=${words.next}
          ?disabled=${index >= steps.length - 1}
          @click=${() => controls.go(index + 1)}
        >
          ${arrow('M3 6l5 5 5-5')}
        </button>
        <button
          class="where"
          aria-expanded=${open}
          aria-controls="panel"
          @click=${() => controls.toggle(!open)}
        >
          ${
            step
              ? html`<bdi class="count" .textContent=${position(index, steps.length, lang)}></bdi
                  ><b dir="auto" .textContent=${step.label}></b>`
              : html`<span .textContent=${words.contents}></span>`
          }
        </button>
      </div>
      <div
        id="panel"
        class="panel"
        part="panel"
        ?hidden=${!open}
        @wheel=${ownScroll}
        @touchmove=${ownScroll}
      >
        ${open ? panel(controls) : nothing}
      </div>
      <p class="hidden-words" role="status" .textContent=${controls.said}></p>
    </div>
  `;
}

/** The most ticks that can be told apart; in a longer story one stands for several steps. */
const mostTicks = 120;

function ticks({ chapters, steps, index }: Controls): TemplateResult[] {
  const each = Math.ceil(steps.length / mostTicks);
  const here = Math.floor(index / each);
  const firsts = new Set(each > 1 ? [] : chapters.map((chapter) => chapter.steps[0]));
  return times(Math.ceil(steps.length / each), (at) => {
    const place = at === here ? 'here' : at < here ? 'past' : '';
    return html`<i class="${place} ${firsts.has(steps[at]) ? 'first' : ''}"></i>`;
  });
}

function panel({
  chapters,
  steps,
  index,
  words,
  href,
  visit,
  motion,
  choose,
}: Controls): TemplateResult {
  const modes = {
    full: words.motionFull,
    stepped: words.motionStepped,
    static: words.motionStatic,
  };
  return html`
    <nav aria-label=${words.contents}>
      ${chapters.map(
        (chapter) => html`
          ${chapter.label ? html`<h3><span .textContent=${chapter.label}></span></h3>` : nothing}
          <ol>
            ${chapter.steps.map(
              (step) => html`
                <li>
                  <a
                    href=${href(step)}
                    aria-current=${step === steps[index] ? 'step' : nothing}
                    @click=${onPlainClick(() => visit(step))}
                    ><span .textContent=${step.label}></span
                  ></a>
                </li>
              `,
            )}
          </ol>
        `,
      )}
    </nav>
    <fieldset>
      <legend .textContent=${words.motion}></legend>
      ${motionModes.map(
        (mode) => html`
          <label
            ><input
              type="radio"
              name="motion"
              value=${mode}
              .checked=${mode === motion}
              @change=${() => choose(mode)} />
            <span .textContent=${modes[mode]}></span
          ></label>
        `,
      )}
    </fieldset>
  `;
}
