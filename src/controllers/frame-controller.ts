import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nowhere, type Place } from '../core/place.js';
import { isDriven, onDriven } from './driven.js';

/** Animation frames without a change of height after which a frame is taken for one that scrolls by itself. */
const maxWaitFrames = 30;

/** Pixels by which a frame may be taller than what is in it and still have taken its height from it. */
const slack = 40;

/**
 * Heights of a frame in which there is room for one step and none to scroll. One that is lower has most likely the
 * height that a browser gives it, and waits for its host's script.
 */
const small = { from: 200, below: 400 };

const inputs = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/** Shows one step of a story at a time. */
export interface Stepper {
  /** The step that it shows; nowhere for what stands before the steps. */
  readonly place: Place;
  /** Shows a step; -1 is what stands before the steps. */
  go(index: number): void;
}

/** A frame is open until it is known what it does. */
type State = 'open' | 'whole' | 'scrolls';

/** What is known of this window, for a story that comes later. */
let known: State | undefined;

/**
 * Says whether this window takes its height from its page, as a frame does that its host makes as tall as its content.
 * Nothing scrolls there, and a page that asks for the window's height would grow without end.
 *
 * A frame is held for one of these until it has kept its height for some time with more in it than it shows, or until
 * the reader scrolls it. Any window is one that is far taller than a screen. A frame that its host drives is none.
 */
export class FrameController implements ReactiveController {
  /** Shows one step at a time, where there is no room to scroll. */
  stepper: Stepper | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #onChange: () => void;
  #state: State = 'scrolls';
  #height = 0;
  #resized = false;
  #touched = false;
  #frame = 0;
  #waited = 0;

  constructor(host: ReactiveControllerHost, onChange: () => void) {
    (this.#host = host).addController(this);
    this.#onChange = onChange;
  }

  /** Whether no height in the page may depend on the window's. */
  get isStill(): boolean {
    return this.#state !== 'scrolls' && !isDriven();
  }

  /** Where the reader is, where no geometry says so: nowhere in a window that all of the page is in. */
  get place(): Place | undefined {
    return this.#isWhole ? nowhere : this.stepper?.place;
  }

  /** To be called when the stepper shows another step. */
  turn(): void {
    this.#onChange();
    this.#host.requestUpdate();
  }

  get #isWhole(): boolean {
    return this.#state === 'whole' && !isDriven();
  }

  /** Whether the page is in a frame in which there is room for one step and none to scroll. */
  get isSmall(): boolean {
    const isInRange = innerHeight >= small.from && innerHeight < small.below;
    return isFramed() && isInRange && this.#state === 'scrolls' && !isDriven();
  }

  hostConnected(): void {
    this.#height = innerHeight;
    this.#state = known ?? (isTooTall() ? 'whole' : isFramed() ? 'open' : 'scrolls');
    addEventListener('resize', this.#onResize);
    if (!isFramed()) return;
    onDriven.add(this.#tell);
    addEventListener('scroll', this.#onScroll, { passive: true });
    for (const type of inputs) addEventListener(type, this.#onInput, passive);
    this.#wait();
  }

  hostDisconnected(): void {
    removeEventListener('resize', this.#onResize);
    onDriven.delete(this.#tell);
    removeEventListener('scroll', this.#onScroll);
    for (const type of inputs) removeEventListener(type, this.#onInput, passive);
    cancelAnimationFrame(this.#frame);
  }

  #onResize = (): void => {
    const { innerHeight: height } = window;
    if (height === this.#height) return;
    this.#height = height;
    this.#resized = true;
    frameChanged.tell();
    // As text the page is lower, and an app that makes its window as tall as the page comes down with it.
    if (!isFramed())
      return this.#be(isTooTall() || (this.#isWhole && isAllSeen()) ? 'whole' : 'scrolls');
    if (isTooTall() || isAllSeen()) this.#be('whole');
    // Some hosts make a frame low for a moment to measure what is in it.
    else if (this.#state === 'whole') this.#be('open');
    this.#wait();
  };

  #onInput = (): void => void (this.#touched = true);

  #onScroll = (): void => {
    if (this.#state === 'open' && this.#touched && !isTooTall() && isMoreThanHalfHidden())
      this.#be('scrolls');
  };

  #wait(): void {
    this.#waited = 0;
    cancelAnimationFrame(this.#frame);
    if (this.#state === 'open') this.#frame = requestAnimationFrame(this.#count);
  }

  #count = (): void => {
    // A frame of no height draws nothing, and is not waited for before its page is there.
    if (innerHeight && document.readyState === 'complete') this.#waited++;
    if (this.#waited < maxWaitFrames) this.#frame = requestAnimationFrame(this.#count);
    else this.#be(isAllSeen() && (this.#resized || isFilled()) ? 'whole' : 'scrolls');
  };

  #be(state: State): void {
    if (state === this.#state) return;
    this.#state = known = state;
    this.#tell();
  }

  #tell = (): void => {
    this.turn();
    frameChanged.tell();
  };
}

/** Who looks after a framed story is told when its frame is another than before. */
export const frameChanged: { tell: () => void } = { tell: () => {} };

const passive = { capture: true, passive: true };

/** Whether the page is in a frame. */
export const isFramed = (): boolean => window.parent !== window;

const isTooTall = (): boolean => innerHeight > 2 * Math.max(screen.width, screen.height, 800);

const overflow = (): number => document.scrollingElement!.scrollHeight - innerHeight;

/** Whether there is nothing to scroll. */
const isAllSeen = (): boolean => overflow() <= 1;

const isMoreThanHalfHidden = (): boolean => overflow() > innerHeight / 2;

/** Whether the page is as tall as the window, not lower. */
const isFilled = (): boolean =>
  document.body.getBoundingClientRect().bottom + scrollY > innerHeight - slack;
