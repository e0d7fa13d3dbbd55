// The script of a page that has stories in frames: it pins each frame, and has the page's own scroll drive it.
// docs/frame-protocol.md says what is sent.
import { Budget, readFromFrame, readOpening, version, type FromHost } from './protocol.js';
import { FrameAddress } from './address.js';
import { idsIn } from '../story/fragment.js';
import { problemOf, Track } from './track.js';

/** Milliseconds in which a frame may take the reader to a step that the address asks for, though it is not in view. */
const invited = 3000;

const told = new WeakSet<Element>();

function tell(frame: HTMLElement, problem: string): void {
  if (told.has(frame)) return;
  told.add(frame);
  console.warn(
    `communique [frame]: this frame cannot be pinned, and stays as it is: ${problem}.`,
    frame,
  );
}

/** A story in a frame, for as long as its document is there. */
class Session {
  readonly #frame: HTMLIFrameElement;
  readonly #name: string;
  readonly #port: MessagePort;
  readonly #track: Track;
  readonly #address: FrameAddress;
  /** What a frame may ask of the page's scroll: enough for any reader, too little to hold one. */
  readonly #wishes = new Budget(60, 4);
  readonly #sizes = new ResizeObserver(() => this.#look());
  readonly #moves = new MutationObserver(() => this.#look());
  readonly #ended = new AbortController();
  #height = 0;
  #sent = NaN;
  #wish = 0;
  #index = -1;
  #invitedUntil = 0;
  #before: number | undefined;

  constructor(frame: HTMLIFrameElement, name: string, port: MessagePort) {
    this.#frame = frame;
    this.#name = name;
    this.#port = port;
    this.#track = new Track(frame);
    this.#address = new FrameAddress(frame, name);
    port.onmessage = ({ data }) => this.#hear(data);
    const { signal } = this.#ended;
    const calls = {
      scroll: this.#look,
      resize: this.#onResize,
      hashchange: this.#go,
      beforeprint: this.#onPrint,
      afterprint: this.#afterPrint,
    };
    for (const [type, call] of Object.entries(calls))
      addEventListener(type, call, { capture: true, passive: true, signal });
  }

  /** Ends it; what was done to the page is undone. */
  end(): void {
    if (sessions.get(this.#frame) === this) sessions.delete(this.#frame);
    this.#ended.abort();
    this.#port.close();
    this.#address.end();
    this.#release();
  }

  #send(message: FromHost): void {
    this.#port.postMessage(message);
  }

  #hear(data: unknown): void {
    const message = readFromFrame(data, this.#name);
    if (!message) return;
    const { type } = message;
    if (type === 'bye') this.end();
    else if (type === 'size') this.#fit(message.height);
    else if (type === 'link') this.#address.show(message.hash);
    else if (type === 'step') {
      const { id, index, count } = message;
      const direction = index > this.#index ? 'down' : 'up';
      this.#index = index;
      const event = new Event('story-step-change', { bubbles: true, composed: true });
      this.#frame.dispatchEvent(Object.assign(event, { id, index, count, direction }));
    } else if (this.#track.isPinned) {
      const isNear = this.#track.isInView || performance.now() < this.#invitedUntil;
      const isHeard = isNear && this.#wishes.take();
      if (type === 'page') {
        if (isHeard) this.#track.page(message.by, navigator.userActivation?.isActive);
        return;
      }
      this.#invitedUntil = 0;
      this.#wish = message.n;
      if (isHeard) this.#track.scrollTo(message.y);
      this.#place(true);
    }
  }

  #fit(height: number): void {
    const isFirst = !this.#height;
    this.#height = height;
    // On paper it is pinned again when that is over.
    if (this.#before !== undefined) return;
    const problem = this.#track.fit(height);
    if (problem) return this.#fail(problem);
    this.#sizes.disconnect();
    this.#moves.disconnect();
    const { box } = this.#track;
    for (const one of [document.body, box, this.#frame]) this.#sizes.observe(one);
    this.#moves.observe(box, { childList: true });
    this.#place(true);
    if (isFirst) this.#go();
  }

  #fail(problem: string): void {
    tell(this.#frame, problem);
    this.#send({ type: 'free' });
    this.end();
  }

  #release(): void {
    this.#sizes.disconnect();
    this.#moves.disconnect();
    this.#track.release();
  }

  #look = (): void => {
    if (!this.#track.isPinned) return;
    if (!this.#frame.isConnected || this.#frame.parentElement !== this.#track.box) this.end();
    else if (this.#track.isLost)
      this.#fail('it does not stay in view. Is an ancestor scaled, or in columns?');
    else this.#place(false);
  };

  #place(anew: boolean): void {
    const { y } = this.#track;
    if (y === this.#sent && !anew) return;
    this.#sent = y;
    this.#send({ type: 'place', y, n: this.#wish });
  }

  #onResize = (): void => {
    if (this.#track.isPinned) this.#fit(this.#height);
  };

  #go = (): void => {
    const hash = this.#address.asked;
    if (!hash) return;
    this.#invitedUntil = performance.now() + invited;
    // A frame out of view lays out nothing, and would not know where its step is.
    if (this.#track.isPinned && !this.#track.isInView) this.#track.scrollTo(0);
    this.#send({ type: 'go', hash });
  };

  /** On paper there is one window of the story, where the frame stands. */
  #onPrint = (): void => {
    if (!this.#track.isPinned) return;
    this.#before = this.#track.y;
    this.#release();
  };

  #afterPrint = (): void => {
    const y = this.#before;
    if (y === undefined) return;
    this.#before = undefined;
    this.#fit(this.#height);
    if (this.#track.isPinned && this.#track.isInView && y) this.#track.scrollTo(y);
  };
}

const sessions = new Map<HTMLIFrameElement, Session>();
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
  sessions.get(frame)?.end();
  const problem = problemOf(frame);
  if (problem) return tell(frame, problem);
  const { port1, port2 } = new MessageChannel();
  sessions.set(frame, new Session(frame, message.name, port1));
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
