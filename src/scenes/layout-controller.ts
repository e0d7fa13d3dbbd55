import type { ReactiveControllerHost } from 'lit';
import { SizeController } from '../controllers/size-controller.js';

export interface LayoutOptions {
  /** The box that marks are arranged in, once it is rendered. */
  readonly box: () => HTMLElement | null;
  /** An element in it as wide as some words: it tells of a change of type alone. */
  readonly probe: () => Element | null;
  /** Whether the first size is read at once, which has the page laid out, so that the first picture is the right one. */
  readonly measuresAtOnce: () => boolean;
  readonly language: () => string | undefined;
  /** Whether arranging takes longer than one task may. */
  readonly isLong: () => boolean;
  /** Arranges the marks, or yields between the parts of doing so. */
  readonly arrange: () => Iterable<unknown> | void;
  /** Called before marks are arranged anew. */
  readonly replacing: () => void;
}

/** Knows whether the marks of a scene are arranged for its size, type, language and direction, and has that done. */
export class LayoutController {
  readonly size: SizeController;
  /** Whether the page is read from right to left here, as it was when it was last looked at. */
  rtl = false;

  readonly #host: ReactiveControllerHost & Element;
  readonly #options: LayoutOptions;
  /** What the present layout was made for; '' while there is none. */
  #madeFor = '';
  #requests = 0;

  constructor(host: ReactiveControllerHost & Element, options: LayoutOptions) {
    this.#host = host;
    this.#options = options;
    this.size = new SizeController(host, options.box, options.probe, options.measuresAtOnce);
  }

  /** Whether there is a layout, of the present size or an earlier one. */
  get exists(): boolean {
    return !!this.#madeFor;
  }

  /** Whether there is none yet, and the first takes long. */
  get isAwaited(): boolean {
    return !this.exists && this.#options.isLong();
  }

  /** Whether a layout is due that is too long for one task. */
  get isPostponed(): boolean {
    return this.#options.isLong() && !!this.size.width && this.#wanted !== this.#madeFor;
  }

  /** Asks for a new layout where something has changed that it does not know of. */
  request(): void {
    this.#requests++;
    this.#host.requestUpdate();
  }

  /** Looks at the direction of the text, which has the page styled. */
  readDirection(): void {
    if (this.size.width) this.rtl = getComputedStyle(this.#host).direction === 'rtl';
  }

  /**
   * Makes a new layout if one is due; yields between its parts.
   * @param slowly whether it may take longer than one task
   */
  *make(slowly: boolean): Generator<unknown, void> {
    const wanted = this.#wanted;
    if (wanted === this.#madeFor || (this.isPostponed && !slowly)) return;
    this.#options.replacing();
    if (wanted) yield* this.#options.arrange() ?? [];
    this.#madeFor = wanted;
  }

  /** What a layout would be made for now. Without a size or a box it is '': nothing is rendered, and what comes later is a new picture. */
  get #wanted(): string {
    const { width, height, em } = this.size;
    const { box, language } = this.#options;
    return width && box()
      ? `${this.#requests} ${width} ${height} ${em} ${language()} ${this.rtl}`
      : '';
  }
}
