import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { attributeOf } from '../controllers/foreign.js';
import { forgetCue } from './cue-element.js';

export interface AttributeGuardOptions {
  /** The active step, which alone has `active`. */
  active: () => Element | undefined;
  /** Called when some are missing. */
  onRemoved: () => void;
}

/**
 * Notices when the page removes the attributes that a story sets on its elements. A page that morphs itself into the
 * server's markup (Turbo, htmx with idiomorph) does that, because the server does not know where the reader is.
 */
export class AttributeGuard implements ReactiveController {
  readonly #host: Element;
  readonly #options: AttributeGuardOptions;
  #observer: MutationObserver | undefined;
  #frame = 0;

  constructor(host: ReactiveControllerHost & Element, options: AttributeGuardOptions) {
    (this.#host = host).addController(this);
    this.#options = options;
  }

  hostConnected(): void {
    this.#observer = new MutationObserver((records) => {
      const missing = records.filter((record) => this.#isMissing(record));
      for (const { target } of missing) forgetCue(target as Element);
      // Not at once: a page that removes them again and again must not keep the browser from all else.
      if (missing.length) this.#frame ||= requestAnimationFrame(this.#tell);
    });
    this.#observer.observe(this.#host, { subtree: true, attributeFilter: ['active', 'data-step'] });
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #tell = (): void => {
    this.#frame = 0;
    this.#options.onRemoved();
  };

  /** The story itself takes `active` from a step that the reader leaves, and never takes `data-step` away. */
  #isMissing({ target, attributeName }: MutationRecord): boolean {
    if (attributeOf(target as Element, attributeName!) !== null) return false;
    return attributeName === 'data-step' || target === this.#options.active();
  }
}
