// The script of a page that has stories in frames: it pins each frame, and has the page's own scroll drive it.
// docs/frame-protocol.md says what is sent.
import { Budget, readFromFrame, readOpening, version, type FromHost } from './protocol.js';
import { addressOf } from './address.js';
import { idsIn } from '../story/fragment.js';
import { problemOf, trackOf } from './track.js';

/** Milliseconds in which a frame may take the reader to a step that the address asks for, though it is not in view. */
const invited = 10_000;

/** Milliseconds after the page was printed in which a frame finds its own place again. */
const settling = 1000;

const told = new WeakSet<Element>();

function tell(frame: HTMLElement, problem: string): void {
  if (told.has(frame)) return;
  told.add(frame);
  console.warn(
    `communique [frame]: this frame cannot be pinned, and stays as it is: ${problem}.`,
    frame,
  );
}

/**
 * Drives a story in a frame, for as long as its document is there.
 * @param name the story's, from its hello
 * @param port the host's end of the channel
 * @returns ends it, and undoes what was done to the page
 */
function drive(frame: HTMLIFrameElement, name: string, port: MessagePort): () => void {
  const track = trackOf(frame);
  const address = addressOf(frame, name);
  /** What a frame may ask of the page's scroll: enough for any reader, too little to hold one. */
  const wishes = new Budget(60, 4);
  const ended = new AbortController();
  let height = 0;
  let sent = NaN;
  let wish = 0;
  let step = -1;
  let invitedUntil = 0;
  let deafUntil = 0;
  /** How far down its track the frame was when the page went to print. */
  let printedAt: number | undefined;

  const send = (message: FromHost): void => port.postMessage(message);

  const release = (): void => {
    sizes.disconnect();
    moves.disconnect();
    track.release();
  };

  const end = (): void => {
    if (sessions.get(frame) === end) sessions.delete(frame);
    ended.abort();
    port.close();
    address.end();
    release();
  };

  const fail = (problem: string): void => {
    tell(frame, problem);
    send({ type: 'free' });
    end();
  };

  const place = (anew: boolean): void => {
    const y = track.place();
    if (y === sent && !anew) return;
    sent = y;
    send({ type: 'place', y, n: wish });
  };

  const look = (): void => {
    if (!track.isPinned()) return;
    if (!frame.isConnected || frame.parentElement !== track.box) end();
    else if (track.isLost())
      fail('it does not stay in view; is an ancestor scaled, or in columns?');
    else place(false);
  };
  const sizes = new ResizeObserver(look);
  const moves = new MutationObserver(look);

  const go = (): void => {
    const hash = address.asked();
    if (!hash) return;
    invitedUntil = performance.now() + invited;
    // A frame out of view lays out nothing, and would not know where its step is.
    if (track.isPinned() && !track.isInView()) track.scrollTo(0);
    send({ type: 'go', hash });
  };

  const fit = (): void => {
    // On paper it is pinned again when that is over.
    if (printedAt !== undefined) return;
    const wasPinned = track.isPinned();
    const problem = track.fit(height);
    if (problem) return fail(problem);
    if (!wasPinned) {
      for (const one of [document.body, track.box!, frame]) sizes.observe(one);
      moves.observe(track.box!, { childList: true });
    }
    place(true);
  };

  port.onmessage = ({ data }) => {
    const message = readFromFrame(data, name);
    if (!message) return;
    const { type } = message;
    if (type === 'bye') end();
    else if (type === 'size') {
      const isFirst = !height;
      height = message.height;
      fit();
      if (isFirst) go();
    } else if (type === 'link') address.show(message.hash);
    else if (type === 'step') {
      const { id, index, count } = message;
      const direction = index > step ? 'down' : 'up';
      step = index;
      const event = new Event('story-step-change', { bubbles: true, composed: true });
      frame.dispatchEvent(Object.assign(event, { id, index, count, direction }));
    } else {
      if (type === 'want') wish = message.n;
      if (!track.isPinned()) return;
      const now = performance.now();
      const isNear = track.isInView() || now < invitedUntil;
      const isHeard = isNear && now > deafUntil && wishes.take();
      if (type === 'page') {
        if (isHeard) track.page(message.by, navigator.userActivation?.isActive);
        return;
      }
      invitedUntil = 0;
      if (isHeard) track.scrollTo(message.y);
      place(true);
    }
  };

  const calls = {
    scroll: look,
    resize: () => {
      if (track.isPinned()) fit();
    },
    hashchange: go,
    // On paper there is one window of the story, where the frame stands.
    beforeprint: () => {
      if (!track.isPinned()) return;
      printedAt = track.isInView() ? track.place() : 0;
      release();
    },
    afterprint: () => {
      const y = printedAt;
      if (y === undefined) return;
      printedAt = undefined;
      // It was laid out for paper, too, and comes back from there by itself.
      deafUntil = performance.now() + settling;
      fit();
      if (y && track.isPinned()) track.scrollTo(y);
    },
  };
  const options = { capture: true, passive: true, signal: ended.signal };
  for (const [type, call] of Object.entries(calls)) addEventListener(type, call, options);
  return end;
}

const sessions = new Map<HTMLIFrameElement, () => void>();
/** How often a window has said hello. */
const hellos = new WeakMap<object, Budget>();

/** All frames in a tree, those in open shadow roots after the others. */
function* framesIn(root: Document | ShadowRoot): Generator<HTMLIFrameElement, void> {
  yield* root.querySelectorAll('iframe');
  for (const { shadowRoot } of root.querySelectorAll('*'))
    if (shadowRoot) yield* framesIn(shadowRoot);
}

function onMessage({ source, origin, data }: MessageEvent): void {
  const message = readOpening(data);
  if (message?.type !== 'hello' || !source) return;
  let budget = hellos.get(source);
  if (!budget) hellos.set(source, (budget = new Budget(10, 0.2)));
  if (!budget.take()) return;
  // Not by its origin, which is "null" in a sandbox.
  const frame = [...framesIn(document)].find(({ contentWindow }) => contentWindow === source);
  const { story } = frame?.dataset ?? {};
  if (!frame || (story && story !== message.name)) return;
  sessions.get(frame)?.();
  const problem = problemOf(frame);
  if (problem) return tell(frame, problem);
  const { port1, port2 } = new MessageChannel();
  sessions.set(frame, drive(frame, message.name, port1));
  const { nonce } = message;
  const targetOrigin = origin === 'null' ? '*' : origin;
  const welcome = { communique: version, type: 'welcome', nonce };
  (source as Window).postMessage(welcome, { targetOrigin, transfer: [port2] });
}

/** Loads a frame that waits for the reader, where the address asks for a step of its story. */
function hasten(): void {
  for (const frame of framesIn(document)) {
    const { story, deepLinks } = frame.dataset;
    if (frame.loading !== 'lazy' || !story || deepLinks === 'off') continue;
    if (idsIn(location.hash, story).length) frame.loading = 'eager';
  }
}

const key = Symbol.for('communique.frames');

/** Drives the stories in this page's frames, those that come later included. Once is enough. */
export function driveFrames(): void {
  const page = globalThis as unknown as Record<symbol, boolean | undefined>;
  if (page[key]) return;
  page[key] = true;
  addEventListener('message', onMessage);
  addEventListener('hashchange', hasten);
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', hasten);
  hasten();
  // Those that said hello before this script was there.
  for (const { contentWindow } of framesIn(document))
    contentWindow?.postMessage({ communique: version, type: 'call' }, '*');
}

// A server may import it, too.
if (typeof window !== 'undefined') driveFrames();
