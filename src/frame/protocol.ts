// What a framed story and its host say to each other, and what of it is believed: docs/frame-protocol.md.
import { fragmentOf, idsIn } from '../story/fragment.js';

/** Raised when a message changes its meaning. What is of another version is not answered. */
export const version = 1;

/** A frame whose content is taller than so many windows scrolls by itself: its track would bury the page below it. */
export const mostWindows = 300;

const longestName = 100;
const longestFragment = 500;

/** Frame to host, to its window: here is a story. The answer has to repeat the nonce. */
export interface Hello {
  readonly communique: typeof version;
  readonly type: 'hello';
  readonly nonce: string;
  /** The story's name in deep links. */
  readonly name: string;
}

/** Host to frame, to its window: whoever has a story, say hello. */
export interface Call {
  readonly communique: typeof version;
  readonly type: 'call';
}

/** Host to frame, to its window, with a port; all else goes through that. */
export interface Welcome {
  readonly communique: typeof version;
  readonly type: 'welcome';
  readonly nonce: string;
}

/** What a frame says through its port. */
export type FromFrame =
  /** How tall its content is. */
  | { readonly type: 'size'; readonly height: number }
  /** It has scrolled by itself to `y`, by focus or a link; this was for the nth time. */
  | { readonly type: 'want'; readonly y: number; readonly n: number }
  /** The reader asked for a window more, or less. */
  | { readonly type: 'page'; readonly by: 1 | -1 }
  /** Another step became active. */
  | { readonly type: 'step'; readonly id: string; readonly index: number; readonly count: number }
  /** The fragment that leads to the step, or '' where there is none. */
  | { readonly type: 'link'; readonly hash: string }
  /** It goes. */
  | { readonly type: 'bye' };

/** What a host says through its port. */
export type FromHost =
  /** Where the frame's content is to be; an answer to the nth wish. */
  | { readonly type: 'place'; readonly y: number; readonly n: number }
  /** The page's address asks for a step of the story. */
  | { readonly type: 'go'; readonly hash: string }
  /** The frame scrolls by itself again. */
  | { readonly type: 'free' };

const record = (data: unknown): Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data ? (data as Record<string, unknown>) : {};

const isLength = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value < 1e9;

const isCount = (value: unknown): value is number => isLength(value) && value % 1 === 0;

const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length <= most;

/** Whether a text can be a story's name in a fragment. */
export const isName = (name: unknown): name is string =>
  isText(name, longestName) && !!name && fragmentOf(name, 'a') !== undefined;

/** Whether a text is a fragment that leads to a step of the story of this name, with nothing else in it. */
export const isFragment = (hash: unknown, name: string): hash is string =>
  isText(hash, longestFragment) &&
  /^#(?:[\w\-.~!*'()/]|%[\dA-F]{2})+$/.test(hash) &&
  !!idsIn(hash, name)[0];

/** What came to a window, if it is of this protocol. */
export function readOpening(data: unknown): Hello | Call | Welcome | undefined {
  const { communique, type, nonce, name } = record(data);
  if (communique !== version) return undefined;
  if (type === 'call') return { communique: version, type };
  if (!isText(nonce, longestName) || !nonce) return undefined;
  if (type === 'welcome') return { communique: version, type, nonce };
  return type === 'hello' && isName(name) ? { communique: version, type, nonce, name } : undefined;
}

/** What a frame has said, if it may be said by a story of this name. */
export function readFromFrame(data: unknown, name: string): FromFrame | undefined {
  const { type, height, y, n, by, id, index, count, hash } = record(data);
  if (type === 'size' && isLength(height)) return { type, height };
  if (type === 'want' && isLength(y) && isCount(n)) return { type, y, n };
  if (type === 'page' && (by === 1 || by === -1)) return { type, by };
  if (type === 'step' && isText(id, longestFragment) && isCount(count) && count > 0)
    if (index === -1 || (isCount(index) && index < count)) return { type, id, index, count };
  if (type === 'link' && (hash === '' || isFragment(hash, name))) return { type, hash };
  return type === 'bye' ? { type } : undefined;
}

/** What a host has said to the story of this name. */
export function readFromHost(data: unknown, name: string): FromHost | undefined {
  const { type, y, n, hash } = record(data);
  if (type === 'place' && isLength(y) && isCount(n)) return { type, y, n };
  if (type === 'go' && isText(hash, longestFragment) && idsIn(hash, name).length)
    return { type, hash };
  return type === 'free' ? { type } : undefined;
}

/** So much of something, given back over time: what a frame may ask of its host. */
export class Budget {
  #left: number;
  #at = performance.now();
  readonly #most: number;
  readonly #perSecond: number;

  constructor(most: number, perSecond: number) {
    this.#left = this.#most = most;
    this.#perSecond = perSecond;
  }

  /** Takes one, if there is one. */
  take(now: number = performance.now()): boolean {
    this.#left = Math.min(this.#most, this.#left + ((now - this.#at) / 1000) * this.#perSecond);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left--;
    return true;
  }
}
