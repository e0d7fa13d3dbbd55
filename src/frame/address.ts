import { idsIn, pageAddress } from '../story/fragment.js';

/** Milliseconds between two changes of the address: browsers count them, and refuse more for the page itself, too. */
const interval = 400;

/** The stories in this page, those embedded without a frame included; each gives its name in the address. */
const stories = ((globalThis as unknown as Record<symbol, Set<() => string>>)[
  Symbol.for('communique.stories')
] ??= new Set());

/** The part of the page's address that belongs to a framed story, as StoryAddress is that of one in the page. */
export class FrameAddress {
  readonly #frame: HTMLElement;
  readonly #story: string;
  #hash = '';
  #timer = 0;

  constructor(frame: HTMLElement, name: string) {
    this.#frame = frame;
    this.#story = name;
    stories.add(this.#name);
  }

  end(): void {
    stories.delete(this.#name);
    clearTimeout(this.#timer);
  }

  /** The page's fragment where it asks for a step of this story. */
  get asked(): string | undefined {
    const { hash } = location;
    return this.#isOurs(hash) ? hash : undefined;
  }

  /** Writes the fragment of a step into the address; above the first step takes the story's own away. */
  show(hash: string): void {
    this.#hash = hash;
    this.#timer ||= window.setTimeout(this.#write, interval);
  }

  #name = (): string => (this.#frame.dataset['deepLinks'] === 'off' ? '' : this.#story);

  /** Whether a fragment is of this story, and no story before it has its name. */
  #isOurs(hash: string): boolean {
    const first = [...stories].find((name) => name() === this.#story);
    return first === this.#name && idsIn(hash, this.#story).length > 0;
  }

  #write = (): void => {
    this.#timer = 0;
    const hash = this.#hash;
    const { hash: before } = location;
    // A fragment that no story has set stays.
    const isFree = hash
      ? this.#isOurs(hash) && (!before || [...stories].some((name) => idsIn(before, name()).length))
      : this.#isOurs(before);
    if (!isFree || hash === before) return;
    const options = { bubbles: true, composed: true, cancelable: true };
    const event = Object.assign(new Event('story-navigate', options), { hash });
    if (!this.#frame.dispatchEvent(event)) return;
    try {
      // The prototype's own method: a router that replaces it would take this for a navigation.
      History.prototype.replaceState.call(history, history.state, '', pageAddress() + hash);
    } catch {
      // Too many changes; the next step writes the address again.
    }
  };
}
