/** Milliseconds after a link was followed in which a script of the page may scroll elsewhere in vain. */
const lasting = 2000;

/** How often; a script that goes on longer means it. */
const most = 5;

const inputs = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/** Holds on to the step that a link has led to, until the reader does something. */
export class LinkHold {
  #again: (() => void) | undefined;
  #ends = 0;
  #left = 0;

  begin(again: () => void): void {
    this.#again = again;
    this.#ends = performance.now() + lasting;
    this.#left = most;
    for (const type of inputs) addEventListener(type, this.#end, { capture: true, passive: true });
  }

  get isHeld(): boolean {
    return !!this.#again && this.#left > 0 && performance.now() < this.#ends;
  }

  /** Follows the link once more. */
  again(): void {
    this.#left--;
    this.#again?.();
  }

  end(): void {
    this.#again = undefined;
    for (const type of inputs) removeEventListener(type, this.#end, { capture: true });
  }

  #end = (): void => this.end();
}
