import type scrollama from 'scrollama';
import { warn } from '../core/warn.js';
import { scrollamaFactory } from './engine.js';
import type { View } from './view.js';

/** What a step trigger is given. */
export interface StepTriggerOptions {
  /** The steps in reading order, each laid out. */
  readonly steps: readonly HTMLElement[];
  /** Where the line stands, as a share of the viewport's height. */
  readonly offset: number;
  /** What scrolls the steps, where that is not the window. */
  readonly root?: Element | undefined;
  /** The line has come into a step. */
  readonly onEnter: (step: HTMLElement) => void;
  /** The line has left a step. */
  readonly onExit: (step: HTMLElement) => void;
}

/** Says when the line comes into a step and when it leaves one. */
export interface StepTrigger {
  /** Whether the trigger, too, has the line in this step alone; in none if there is none. */
  agrees(step: HTMLElement | undefined): boolean;
  stop(): void;
}

/** Scrollama as a step trigger. Where it cannot watch the steps it is silent. */
export class ScrollamaTrigger implements StepTrigger {
  /** For a moment these may be two. */
  readonly #entered = new Set<HTMLElement>();
  #scroller: scrollama.ScrollamaInstance | undefined;

  /** @param host named in the warning, should Scrollama fail */
  constructor(host: Element, { steps, offset, root, onEnter, onExit }: StepTriggerOptions) {
    // It reports an error where it is given no steps.
    if (!scrollamaFactory || !steps.length) return;
    const scroller = scrollamaFactory();
    try {
      withoutDocumentListeners(() =>
        scroller.setup({
          step: [...steps],
          // Its types know tenths only.
          offset: offset as scrollama.DecimalType,
          ...(root ? { root } : {}),
        }),
      );
      scroller
        .onStepEnter(({ element }) => {
          this.#entered.add(element);
          onEnter(element);
        })
        .onStepExit(({ element }) => {
          this.#entered.delete(element);
          onExit(element);
        });
      this.#scroller = scroller;
    } catch (error) {
      warn(
        'scrollama',
        `Scrollama cannot watch these steps (${String(error)}); the story goes on without it.`,
        host,
      );
    }
  }

  agrees(step: HTMLElement | undefined): boolean {
    const [entered, another] = this.#entered;
    return entered === step && !another;
  }

  stop(): void {
    this.#scroller?.destroy();
    this.#scroller = undefined;
    this.#entered.clear();
  }
}

/**
 * Whether Scrollama can be relied on to tell of every step that comes to the line: it counts in pixels of a window that
 * scrolls, is not scaled and stands in no frame. Of a scroll that has ended, Safari says nothing before its version 26.2.
 */
export const isReliable = ({ scroller, scale, zoom }: View): boolean =>
  !scroller && scale === 1 && zoom === 1 && parent === window && 'onscrollend' in window;

/**
 * Does something that puts no listener on the document. Scrollama 3.2 puts one there for each set-up and never takes it
 * off, also in `destroy()`: a story that is set up anew with each new size would leave hundreds. The listener serves
 * only to tell the direction, which nobody asks for here; what watches the steps are observers. It is the document's own
 * property that is set, for the length of a synchronous call, so that no other script meets it. A page that does not
 * let it be set throws.
 */
function withoutDocumentListeners(run: () => void): void {
  const own = Object.getOwnPropertyDescriptor(document, 'addEventListener');
  try {
    document.addEventListener = (): void => {};
    run();
  } finally {
    if (own) Reflect.defineProperty(document, 'addEventListener', own);
    else Reflect.deleteProperty(document, 'addEventListener');
  }
}
