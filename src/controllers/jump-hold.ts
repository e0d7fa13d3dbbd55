/** Milliseconds after a link was followed in which a router may begin to scroll elsewhere in vain. */
const lasting = 2000;

/** Frames within which such a scroll must have come to rest. */
const longest = 240;

/** How often a jump that has never stood is repeated; a script that goes on longer means it. */
const most = 3;

/** Frames after which a jump has stood. */
const stood = 6;

/** Frames without a change after which the page has come to rest. An eased scroll stands for some on its last pixel. */
const rest = 18;

const inputs = ['wheel', 'touchstart', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Holds on to where a jump has led, until the reader does something: a smooth scroller of the page that was on its way
 * at the jump knows nothing of it and scrolls on from where it was. The jump is repeated once that has come to rest;
 * an answer to each of its frames would only flicker.
 */
export class JumpHold {
  #jump: (() => number) | undefined;
  #from = 0;
  #to = 0;
  #last = 0;
  #ends = 0;
  #left = 0;
  #moves = 0;
  #still = 0;
  #away = 0;
  #frame: CSSNumberish | null = null;
  #isFirm = false;

  /**
   * @param from how far the page was scrolled before the jump
   * @param to how far after it
   * @param jump repeats it, and says how far the page is then scrolled
   */
  begin(from: number, to: number, jump: () => number): void {
    this.#jump = jump;
    this.#ends = performance.now() + lasting;
    this.#left = most;
    this.#isFirm = false;
    this.#start(from, to);
    for (const type of inputs) addEventListener(type, this.#end, { capture: true, passive: true });
  }

  /** Has it hold against scrolls, too, that begin after the jump, as those of a router do. */
  firm(): void {
    this.#isFirm = true;
  }

  get isHeld(): boolean {
    return !!this.#jump;
  }

  /**
   * Repeats the jump when it was undone; says whether it has. To be called in each frame while it holds; twice is once.
   * @param scrolled how far the page is scrolled now
   */
  look(scrolled: number): boolean {
    const { currentTime } = document.timeline;
    if (!this.#jump || currentTime === this.#frame) return false;
    this.#frame = currentTime;
    const hasStood = !this.#isAway && this.#still > stood;
    const hasMoved = scrolled !== this.#last;
    this.#last = scrolled;
    this.#still = hasMoved ? 0 : this.#still + 1;
    if (hasMoved) this.#moves++;
    if (hasStood) this.#left = most;
    if (!this.#isAway) {
      this.#away = 0;
      if (hasStood && (!this.#isFirm || performance.now() > this.#ends)) this.end();
      return false;
    }
    // A router is answered at once. Only what scrolls on after that is waited for.
    const isAtOnce = this.#isFirm && this.#left === most;
    if (!isAtOnce && this.#still < rest) {
      if (++this.#away > longest) this.end();
      return false;
    }
    // A single scroll is one that the page wants, unless it was the last of those on the way.
    const isUndone = this.#isFirm || this.#moves > 2 || Math.abs(scrolled - this.#from) < 9;
    if (!isUndone || !this.#left--) {
      this.end();
      return false;
    }
    this.#start(scrolled, this.#jump());
    return true;
  }

  end(): void {
    this.#jump = undefined;
    for (const type of inputs) removeEventListener(type, this.#end, { capture: true });
  }

  get #isAway(): boolean {
    return Math.abs(this.#last - this.#to) > 1;
  }

  #start(from: number, to: number): void {
    this.#from = from;
    this.#to = this.#last = to;
    this.#moves = this.#still = 0;
  }

  #end = (): void => this.end();
}
