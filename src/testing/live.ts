/** What is alive in a page since it is watched. */
export interface Watch {
  /** What is alive now, sorted: a line a thing. */
  readonly live: () => string[];
  /** Ends the watch: the page's functions are its own again. */
  readonly end: () => void;
}

interface Listener {
  readonly on: EventTarget;
  readonly type: string;
  readonly what: unknown;
  readonly capture: boolean;
}

const captures = (options: unknown): boolean =>
  typeof options === 'object' && options !== null
    ? !!(options as AddEventListenerOptions).capture
    : !!options;

const isOnce = (options: unknown): boolean =>
  typeof options === 'object' && !!(options as AddEventListenerOptions | null)?.once;

/** The file and line of the script that has called, past this file. */
const caller = (): string =>
  (new Error().stack ?? '')
    .split('\n')
    .flatMap((line) => /\b(?:https?|file|blob|pptr):[^\s)]+/.exec(line)?.[0] ?? [])
    .find((place) => !place.startsWith(import.meta.url)) ?? 'a place unknown';

/** What outlives the elements of a story. */
const nameOf = (on: EventTarget): string | undefined => {
  if (on === window) return 'window';
  if (on === document) return 'document';
  if (on === document.fonts) return 'document.fonts';
  if (on === document.documentElement || on === document.body) return 'page';
  return on instanceof MediaQueryList ? `(${on.media})` : undefined;
};

/**
 * Notes from now on what is alive in a page: listeners on what outlives an element, observers, and the frames and timers
 * that were asked for. Only one watch at a time.
 */
export function watch(): Watch {
  const listeners: Listener[] = [];
  /** Observers, with what each observes; a mutation observer cannot let go of one target alone. */
  const observers = new Map<object, Set<unknown>>();
  /** Where the script is that asked for each. */
  const frames = new Map<number, string>();
  const timers = new Map<number, string>();
  const ends: (() => void)[] = [];
  const patch = (on: object, name: string, make: (before: never) => unknown): void => {
    const own = Object.getOwnPropertyDescriptor(on, name);
    const before = (on as Record<string, unknown>)[name];
    Object.defineProperty(on, name, {
      configurable: true,
      writable: true,
      value: make(before as never),
    });
    ends.push(() =>
      own ? Object.defineProperty(on, name, own) : Reflect.deleteProperty(on, name),
    );
  };
  type Listen = (type: string, what: unknown, options?: unknown) => void;
  const find = (on: EventTarget, type: string, what: unknown, options: unknown): number =>
    listeners.findIndex(
      (one) =>
        one.on === on &&
        one.type === type &&
        one.what === what &&
        one.capture === captures(options),
    );

  patch(
    EventTarget.prototype,
    'addEventListener',
    (before: Listen): Listen =>
      function (this: EventTarget | undefined, type, what, options) {
        const on = this ?? window;
        if (nameOf(on) && what && !isOnce(options) && find(on, type, what, options) < 0)
          listeners.push({ on, type, what, capture: captures(options) });
        before.call(on, type, what, options);
      },
  );
  patch(
    EventTarget.prototype,
    'removeEventListener',
    (before: Listen): Listen =>
      function (this: EventTarget | undefined, type, what, options) {
        const on = this ?? window;
        const at = find(on, type, what, options);
        if (at >= 0) listeners.splice(at, 1);
        before.call(on, type, what, options);
      },
  );
  for (const kind of [ResizeObserver, IntersectionObserver, MutationObserver]) {
    type Observe = (...args: unknown[]) => void;
    patch(
      kind.prototype,
      'observe',
      (before: Observe): Observe =>
        function (this: object, ...args) {
          observers.set(this, (observers.get(this) ?? new Set()).add(args[0]));
          before.apply(this, args);
        },
    );
    if ('unobserve' in kind.prototype)
      patch(
        kind.prototype,
        'unobserve',
        (before: Observe): Observe =>
          function (this: object, ...args) {
            const targets = observers.get(this);
            targets?.delete(args[0]);
            if (!targets?.size) observers.delete(this);
            before.apply(this, args);
          },
      );
    patch(
      kind.prototype,
      'disconnect',
      (before: Observe): Observe =>
        function (this: object) {
          observers.delete(this);
          before.apply(this);
        },
    );
  }
  type Ask = (callback: (...args: unknown[]) => void, ...rest: unknown[]) => number;
  const counted =
    (asked: Map<number, string>, over: boolean) =>
    (before: Ask): Ask =>
    (callback, ...rest) => {
      const id: number = before.call(
        window,
        (...args: unknown[]) => {
          if (over) asked.delete(id);
          callback(...args);
        },
        ...rest,
      );
      const place = caller();
      // A driver of the browser that polls in the page is not of the page.
      if (!place.startsWith('pptr:')) asked.set(id, place);
      return id;
    };
  const uncounted =
    (asked: Map<number, string>) =>
    (before: (id: number) => void) =>
    (id: number): void => {
      asked.delete(id);
      before.call(window, id);
    };
  patch(window, 'requestAnimationFrame', counted(frames, true));
  patch(window, 'cancelAnimationFrame', uncounted(frames));
  patch(window, 'setTimeout', counted(timers, true));
  patch(window, 'clearTimeout', uncounted(timers));
  patch(window, 'setInterval', counted(timers, false));
  patch(window, 'clearInterval', uncounted(timers));

  return {
    live: () =>
      [
        ...listeners.map(({ on, type }) => `${nameOf(on)}: ${type}`),
        ...[...observers.keys()].map((observer) => observer.constructor.name),
        ...[...frames.values()].map((place) => `animation frame, asked for at ${place}`),
        ...[...timers.values()].map((place) => `timer, asked for at ${place}`),
      ].sort(),
    end: () => ends.forEach((end) => end()),
  };
}
