// What a story does in a frame: it finds a host that drives it, and else looks after itself. docs/frame-protocol.md
import { setDriven } from '../controllers/driven.js';
import type { StoryNavigateEvent, StoryStepChangeEvent } from '../story/events.js';
import { ScrollStory } from '../story/scroll-story.js';
import { idsIn, pageAddress } from '../story/fragment.js';
import { stepWhereSmall } from './stepper.js';
import { readFromHost, readOpening, version, type FromFrame } from './protocol.js';

/** What takes the space bar for itself. */
const ownKeys =
  'button, input, select, textarea, summary, audio, video, [role], [contenteditable]:not([contenteditable="false"])';

/** Whether a box scrolls by itself. */
const scrolls = (element: Element): boolean =>
  element.scrollHeight > element.clientHeight &&
  /auto|scroll/.test(getComputedStyle(element).overflowY);

/** A story that its host drives. */
class Ride {
  readonly #port: MessagePort;
  readonly #name: string;
  readonly #sizes = new ResizeObserver(() => this.#tellSize());
  readonly #ended = new AbortController();
  #still: CSSStyleSheet | undefined;
  #height = 0;
  /** Where the host has put it last. */
  #applied = 0;
  /** How often it has asked to be elsewhere; what the host sent before it knew of the last is out of date. */
  #wishes = 0;
  /** The step that the host's address asks for, as a fragment, until the reader goes on from there. */
  #goal: string | undefined;
  #step = '';

  constructor(port: MessagePort, name: string) {
    this.#port = port;
    this.#name = name;
    port.onmessage = ({ data }) => this.#hear(data);
    const { signal } = this.#ended;
    addEventListener('scroll', this.#onScroll, { passive: true, signal });
    addEventListener('keydown', this.#onKey, { signal });
    for (const type of ['keydown', 'pointerdown'])
      addEventListener(type, () => (this.#goal = undefined), { signal, passive: true });
    addEventListener('story-step-change', this.#onStep, { signal });
    addEventListener('story-navigate', this.#onNavigate, { signal });
    for (const one of [document.documentElement, document.body]) this.#sizes.observe(one);
    this.#tellSize();
  }

  end(): void {
    this.#port.close();
    this.#free();
    this.#sizes.disconnect();
    this.#ended.abort();
  }

  send(message: FromFrame): void {
    this.#port.postMessage(message);
  }

  #hear(data: unknown): void {
    const message = readFromHost(data, this.#name);
    if (message?.type === 'free') this.end();
    else if (message?.type === 'go') {
      this.#goal = message.hash;
      this.#seek();
    } else if (message) this.#move(message.y, message.n);
  }

  /** Goes to the step that is asked for, unless the reader is there. */
  #seek(): void {
    if (!this.#goal || idsIn(this.#goal, this.#name).includes(this.#step)) return;
    // As if it were this page's own address; a story knows what to do then, and nothing comes into the history.
    dispatchEvent(new HashChangeEvent('hashchange', { newURL: pageAddress() + this.#goal }));
    this.#onScroll();
  }

  #move(y: number, n: number): void {
    if (!this.#still) {
      this.#still = new CSSStyleSheet();
      // Wheel and touch go on to the host; the frame is scrolled by script alone.
      this.#still.replaceSync('html { overflow: hidden !important }');
      document.adoptedStyleSheets.push(this.#still);
      setDriven(true);
    }
    if (n !== this.#wishes) return;
    if (this.#hasMoved) return this.#wish();
    // The reader has scrolled the host.
    if (Math.abs(y - this.#applied) > 1) this.#goal = undefined;
    scrollTo({ top: y, behavior: 'instant' });
    this.#applied = scrollY;
    // A frame that a jump has taken out of view draws nothing, and hears of no scroll until it is seen again.
    if (!y || y >= this.#height - innerHeight - 1) dispatchEvent(new Event('scroll'));
  }

  #free(): void {
    const { adoptedStyleSheets } = document;
    document.adoptedStyleSheets = adoptedStyleSheets.filter((sheet) => sheet !== this.#still);
    this.#still = undefined;
    setDriven(false);
  }

  get #hasMoved(): boolean {
    return Math.abs(scrollY - this.#applied) > 1;
  }

  /** Focus, a link, find in page and the story itself scroll here, where the host has to. */
  #wish(): void {
    this.#tellSize();
    this.#applied = scrollY;
    this.send({ type: 'want', y: scrollY, n: ++this.#wishes });
  }

  #onScroll = (): void => {
    if (this.#still && this.#hasMoved) this.#wish();
  };

  #tellSize(): void {
    const height = document.scrollingElement!.scrollHeight;
    if (height === this.#height) return;
    this.send({ type: 'size', height: (this.#height = height) });
    // A story that has just come is text at first, and what the address asks for lies elsewhere then.
    queueMicrotask(() => this.#seek());
  }

  /** In Chromium and WebKit the space bar is the one key that does not go on to the host. */
  #onKey = (event: KeyboardEvent): void => {
    const { key, shiftKey, altKey, ctrlKey, metaKey, defaultPrevented } = event;
    if (key !== ' ' || altKey || ctrlKey || metaKey || defaultPrevented || !this.#still) return;
    const path = event.composedPath().filter((one) => one instanceof Element);
    if (path[0]?.matches(ownKeys) || path.some((one) => one.parentElement && scrolls(one))) return;
    event.preventDefault();
    this.send({ type: 'page', by: shiftKey ? -1 : 1 });
  };

  #onStep = ({ id, index, count }: StoryStepChangeEvent): void => {
    this.#step = id;
    this.send({ type: 'step', id, index, count });
  };

  #onNavigate = ({ hash }: StoryNavigateEvent): void => this.send({ type: 'link', hash });
}

/**
 * Looks for a host that drives the story in this frame.
 * @param name gives the story's name in deep links
 * @param story gives the story
 */
export function startGuest(name: () => string, story: () => Element | null | undefined): void {
  let nonce = '';
  let ride: Ride | undefined;
  const hello = (): void => {
    nonce = [...crypto.getRandomValues(new Uint32Array(4))].map((one) => one.toString(36)).join('');
    // To whoever the host is: there is nothing in it that is not on the page.
    parent.postMessage({ communique: version, type: 'hello', nonce, name: name() }, '*');
  };
  addEventListener('message', ({ source, data, ports: [port] }) => {
    // The frame's own host, and neither a frame beside this one nor one inside it.
    if (source !== parent) return;
    const message = readOpening(data);
    if (message?.type === 'call' && !ride) hello();
    if (message?.type !== 'welcome' || message.nonce !== nonce || !port) return;
    nonce = '';
    ride?.end();
    ride = new Ride(port, name());
  });
  addEventListener('pagehide', () => {
    ride?.send({ type: 'bye' });
    ride?.end();
    ride = undefined;
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) hello();
  });
  addEventListener('click', openOutside, true);
  hello();
  stepWhereSmall(() => {
    const found = story();
    return found instanceof ScrollStory ? found : undefined;
  });
}

/** A link to another page opens beside the host's page: most pages refuse to be shown in a frame. */
function openOutside(event: MouseEvent): void {
  const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement && one.href);
  if (!(link instanceof HTMLAnchorElement) || link.target) return;
  if (link.href.replace(/#.*/s, '') !== pageAddress()) link.target = '_blank';
}
