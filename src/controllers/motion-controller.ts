import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MotionMode } from '../core/cue.js';

/**
 * Says how pictures may move: what the author or reader chose, else what the reader's system asks for.
 * On paper everything stands still; the host is updated before the page is laid out for print.
 */
export class MotionController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #chosen: () => MotionMode | undefined;
  #reduced?: MediaQueryList;
  #print?: MediaQueryList;

  /** @param chosen the mode that was asked for, if any */
  constructor(host: ReactiveControllerHost, chosen: () => MotionMode | undefined) {
    (this.#host = host).addController(this);
    this.#chosen = chosen;
  }

  get mode(): MotionMode {
    if (this.#print?.matches || this.#printing) return 'static';
    return this.#chosen() ?? (this.#reduced?.matches ? 'stepped' : 'full');
  }

  hostConnected(): void {
    this.#reduced ??= matchMedia('(prefers-reduced-motion: reduce)');
    this.#print ??= matchMedia('print');
    this.#reduced.addEventListener('change', this.#update);
    this.#print.addEventListener('change', this.#update);
    addEventListener('beforeprint', this.#beforePrint);
    addEventListener('afterprint', this.#afterPrint);
  }

  hostDisconnected(): void {
    this.#reduced?.removeEventListener('change', this.#update);
    this.#print?.removeEventListener('change', this.#update);
    removeEventListener('beforeprint', this.#beforePrint);
    removeEventListener('afterprint', this.#afterPrint);
  }

  // `matches` of the print query turns true only after `beforeprint`, too late to draw for paper.
  #printing = false;
  #beforePrint = (): void => {
    this.#printing = true;
    this.#update();
  };
  #afterPrint = (): void => {
    this.#printing = false;
    this.#update();
  };
  #update = (): void => this.#host.requestUpdate();
}
