import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Keeps the size in CSS pixels of one element inside its host's shadow root, and asks for an update when it changes. */
export class SizeController implements ReactiveController {
  /** 0 until the element has been seen. */
  width = 0;
  height = 0;

  readonly #host: ReactiveControllerHost;
  readonly #element: () => Element | null;
  #observer?: ResizeObserver | undefined;
  #observed?: Element | null;

  constructor(host: ReactiveControllerHost, element: () => Element | null) {
    (this.#host = host).addController(this);
    this.#element = element;
  }

  hostUpdated(): void {
    const element = this.#element();
    if (element === this.#observed) return;
    this.#observer?.disconnect();
    this.#observed = element;
    if (!element) return;
    // The first size is read at once, so that the first picture is the right one; it costs one layout.
    const { clientWidth, clientHeight } = element;
    this.#set(clientWidth, clientHeight);
    this.#observer ??= new ResizeObserver((entries) => {
      const { width, height } = entries.at(-1)!.contentRect;
      this.#set(Math.round(width), Math.round(height));
    });
    this.#observer.observe(element);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observed = null;
  }

  #set(width: number, height: number): void {
    if (width === this.width && height === this.height) return;
    this.width = width;
    this.height = height;
    this.#host.requestUpdate();
  }
}
