import { idsIn, pageAddress } from '../story/fragment.js';

/** Milliseconds between two changes of the address: browsers count them, and refuse more for the page itself, too. */
const interval = 400;

/** The stories in this page, those embedded without a frame included; each gives its name in the address. */
const stories = ((globalThis as unknown as Record<symbol, Set<() => string>>)[
  Symbol.for('communique.stories')
] ??= new Set());

/** The part of the page's address that belongs to a framed story, as StoryAddress is that of one in the page. */
export interface FrameAddress {
  /** The page's fragment where it asks for a step of this story. */
  asked: () => string | undefined;
  /** Writes the fragment of a step into the address; above the first step takes the story's own away. */
  show: (hash: string) => void;
  end: () => void;
}

export function addressOf(frame: HTMLElement, story: string): FrameAddress {
  let wanted = '';
  let timer = 0;

  const name = (): string => (frame.dataset['deepLinks'] === 'off' ? '' : story);
  stories.add(name);

  /** Whether a fragment is of this story, and no story before it has its name. */
  const isOurs = (hash: string): boolean =>
    [...stories].find((one) => one() === story) === name && !!idsIn(hash, story)[0];

  const write = (): void => {
    timer = 0;
    const { hash } = location;
    // A fragment that no story has set stays.
    const isFree = wanted
      ? isOurs(wanted) && (!hash || [...stories].some((one) => idsIn(hash, one())[0]))
      : isOurs(hash);
    if (!isFree || wanted === hash) return;
    const options = { bubbles: true, composed: true, cancelable: true };
    const event = Object.assign(new Event('story-navigate', options), { hash: wanted });
    if (!frame.dispatchEvent(event)) return;
    try {
      // The prototype's own method: a router that replaces it would take this for a navigation.
      History.prototype.replaceState.call(history, history.state, '', pageAddress() + wanted);
    } catch {
      // Too many changes; the next step writes the address again.
    }
  };

  return {
    asked: () => (isOurs(location.hash) ? location.hash : undefined),
    show(hash) {
      wanted = hash;
      timer ||= window.setTimeout(write, interval);
    },
    end() {
      stories.delete(name);
      clearTimeout(timer);
    },
  };
}
