import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Keeps the size in CSS pixels of one element inside its host's shadow root, and of its type, and asks for an update when they change. */
export class SizeController implements ReactiveController {
  /** 0 until the element has been seen. */
  width = 0;
  height = 0;
  /** Changes with the font and the size of type. */
  em = 0;

  readonly #host: ReactiveControllerHost;
  readonly #element: () => Element | null;
  readonly #probe: () => Element | null;
  readonly #atOnce: () => boolean;
  #observer?: ResizeObserver | undefined;
  #observed?: Element | null;

  /**
   * @param element whose size is wanted
   * @param probe an element as wide as some words, which tells a change of type alone
   * @param atOnce whether the first size is read at once, which lays out the page, or comes after the next layout
   */
  constructor(
    host: ReactiveControllerHost,
    element: () => Element | null,
    probe: () => Element | null,
    atOnce: () => boolean,
  ) {
    (this.#host = host).addController(this);
    this.#element = element;
    this.#probe = probe;
    this.#atOnce = atOnce;
  }

  hostUpdated(): void {
    const element = this.#element();
    // A last update may come after the host has left the page.
    if (element === this.#observed || !element?.isConnected) return;
    this.#observer?.disconnect();
    this.#observed = element;
    const probe = this.#probe()!;
    const read = (): void => {
      const height = element.clientHeight;
      // In a box without height nothing can be laid out either.
      const width = height && element.clientWidth;
      const em = probe.clientWidth;
      if (width === this.width && height === this.height && em === this.em) return;
      Object.assign(this, { width, height, em });
      this.#host.requestUpdate();
    };
    if (this.#atOnce()) read();
    this.#observer = new ResizeObserver(read);
    this.#observer.observe(element);
    this.#observer.observe(probe);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observed = null;
  }
}
