import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type scrollama from 'scrollama';
import { locate, nowhere, type Box, type Place } from '../core/place.js';
import { times } from '../core/times.js';
import { warn } from '../core/warn.js';
import { loadScrollama, scrollamaFactory } from './engine.js';
import { Keeper, type Layout } from './keeper.js';
import { Surroundings } from './surroundings.js';
import { View } from './view.js';

/** What the controller needs of the story it serves. */
export interface ScrollHost extends ReactiveControllerHost, HTMLElement {}

export interface ScrollOptions {
  /** The steps in reading order, as they are now. */
  steps: () => readonly HTMLElement[];
  /** Where the line stands, as a share of the viewport's height: 0 its top, 1 its bottom. */
  offset: () => number;
  /** Called once a frame for each element that scrolls, and only when the place or the list of steps has changed. */
  onPlace: (place: Place) => void;
  /** Called when the story comes near the viewport, before it is seen. */
  onNear?: () => void;
  /** Called with an ancestor that clips without scrolling, so that nothing in the story can stay in view; undefined once none does. */
  onBroken?: (ancestor: Element | undefined) => void;
  /** Whether the window is as tall as its page, so that nobody knows what of it the reader sees. */
  isWhole?: () => boolean;
}

/**
 * Says where the reader is in a list of steps.
 *
 * Scrollama and a few observers only wake the controller; `locate()` answers from geometry. The boxes of the
 * steps are kept, relative to the story, until an observer says that they changed, so that a frame reads one
 * rectangle (the story's) and nothing else. While the story is off screen nothing listens to scrolling.
 *
 * It also keeps the reader at their step when the layout changes under them, and gives the story the height of what
 * scrolls it, as `--_view-height`, where that is not the window.
 */
export class ScrollController implements ReactiveController {
  /** Where the reader is now. */
  place: Place = nowhere;

  readonly #host: ScrollHost;
  readonly #options: ScrollOptions;
  #scroller?: scrollama.ScrollamaInstance | undefined;
  #visible?: IntersectionObserver | undefined;
  #edges?: IntersectionObserver | undefined;
  #sizes?: ResizeObserver | undefined;
  #near = false;
  #frame = 0;
  #stale = true;
  #untold = true;
  #unsure = true;
  #boxes: Box[] = [];
  #size = { width: 0, height: 0 };
  #view!: View;
  readonly #surroundings: Surroundings;
  readonly #keeper: Keeper;

  constructor(host: ScrollHost, options: ScrollOptions) {
    (this.#host = host).addController(this);
    this.#options = options;
    this.#surroundings = new Surroundings(host, options.steps, this.#doubt);
    this.#keeper = new Keeper(this.#surroundings);
  }

  hostConnected(): void {
    addEventListener('resize', this.#remeasure);
    addEventListener('pageshow', this.#wake);
    // The size observer is made before Scrollama's own, so it is told of a new height first and can take
    // Scrollama down: left alone, Scrollama observes anew inside its callback, and every browser then reports
    // a "ResizeObserver loop" error to the host page.
    this.#sizes = new ResizeObserver(this.#onSizes);
    this.#visible = new IntersectionObserver(
      (entries) => {
        const near = entries.at(-1)!.isIntersecting;
        if (near !== this.#near) {
          this.#near = near;
          const change = near ? addEventListener : removeEventListener;
          this.#unsure = true;
          // Captured, because the scroll events of an inner scroller do not bubble to the window.
          if (near) {
            this.#measure();
            this.#options.onNear?.();
          }
          // At once, while the layout is as it was painted: in the same frame's animation callbacks what plays has
          // moved already, so that a look at the layout would have it made twice.
          change('scroll', this.#update, { capture: true, passive: true });
        }
        this.#surroundings.watch(near || this.#keeper.isLocked);
        this.#wake();
      },
      { rootMargin: '25% 0px' },
    );
    this.#visible.observe(this.#host);
    this.#surroundings.connect();
    this.refresh();
  }

  hostDisconnected(): void {
    removeEventListener('resize', this.#remeasure);
    removeEventListener('pageshow', this.#wake);
    removeEventListener('scroll', this.#update, { capture: true });
    this.#near = false;
    this.#visible?.disconnect();
    this.#edges?.disconnect();
    this.#sizes?.disconnect();
    this.#surroundings.disconnect();
    this.#keeper.end();
    this.#stopScrollama();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.place = nowhere;
  }

  /** To be called when steps came, went or changed places; the place is then told anew, even if it is the same. */
  refresh(): void {
    // A last update may come after the host has left the page.
    if (!this.#host.isConnected) return;
    this.#untold = true;
    this.#sizes?.disconnect();
    this.#sizes?.observe(this.#host);
    // What comes or goes above the story moves it, in some engines without a scroll.
    this.#sizes?.observe(document.body);
    for (const step of this.#options.steps()) this.#sizes?.observe(step);
    this.#remeasure();
  }

  /**
   * Scrolls so that the line stands inside a step and the step's words are seen whole: its box without its padding
   * at the end, and clear of what its `scroll-margin` leaves to others. Words too tall for that are read from their top.
   * @param index of the step in reading order
   * @param progress of the step, 0 to 1, that the line reaches at least where the words allow it
   */
  scrollTo(index: number, progress = 0): void {
    this.jump(() => this.#goTo(index, progress));
  }

  /** Scrolls somewhere, and again if a scroll of the page that is under way undoes it. */
  jump(scroll: () => void): void {
    if (!this.#host.isConnected) return;
    this.#measure();
    const before = this.#view.scrolled;
    const go = (): number => {
      scroll();
      this.#wake();
      return this.#view.scrolled;
    };
    this.#keeper.hold.begin(before, go(), go);
  }

  #goTo(index: number, progress: number): void {
    this.#stale = true;
    const top = this.#measure();
    const box = this.#boxes[index];
    const step = this.#options.steps()[index];
    if (!box || !step) return;
    if (this.#options.isWhole?.()) return step.scrollIntoView({ behavior: 'instant' });
    const { scrollMarginTop, scrollMarginBottom, paddingBottom } = getComputedStyle(step);
    const [above, below, after] = [scrollMarginTop, scrollMarginBottom, paddingBottom].map(
      (length) => parseFloat(length) * this.#view.scale,
    ) as [number, number, number];
    const { height } = this.#view;
    const start = top + box.top - this.#view.top;
    const length = box.bottom - box.top;
    const line = height * this.#options.offset() - 1;
    const by = Math.max(
      start - line,
      Math.min(
        start - above,
        Math.max(start + length * progress - line, start + length - after + below - height),
      ),
    );
    this.#view.scrollBy(by);
    this.#keeper.take(this.#layout(this.#top));
  }

  /** Has the last jump hold against routers, too, which scroll elsewhere soon after. */
  hold(): void {
    this.#keeper.hold.firm();
  }

  /** To be called when the story is about to change its own layout: the reader stays where they are. */
  expectLayout(): void {
    this.#keeper.expect();
  }

  #remeasure = (): void => {
    this.#stale = true;
    this.#unwatch();
    this.#wake();
  };

  /** What watches the steps is made anew at the next update. */
  #unwatch(): void {
    this.#edges?.disconnect();
    this.#edges = undefined;
    this.#stopScrollama();
  }

  #onSizes = (): void => {
    this.#stale = true;
    // Before the new layout is painted. Nothing may change a size here: browsers report that as an error.
    if (this.#keeper.isKeeping) this.#keeper.stay(this.#layout(this.#measure(false)));
    this.#remeasure();
  };

  #doubt = (): void => {
    this.#unsure = true;
    this.#wake();
  };

  #arrive = (): void => {
    if (scrollamaFactory) this.#wake();
  };

  #wake = (): void => {
    if (this.#host.isConnected) this.#frame ||= requestAnimationFrame(this.#update);
  };

  #update = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    let top = this.#measure();
    const scrolled = this.#keeper.stay(this.#layout(top));
    if (this.#keeper.hold.isHeld) this.#wake();
    if (this.#keeper.isLocked) return;
    if (scrolled) top = this.#top;
    const line = this.#view.top + this.#view.height * this.#options.offset() - top;
    let place = this.#options.isWhole?.() ? nowhere : locate(this.#boxes, line);
    // Where nothing, or little, follows a story, the line never comes to its end: the page's end is then the story's.
    if (place.index === this.#boxes.length - 1 && place.index >= 0 && this.#ended())
      place = { index: place.index, progress: 1 };
    if (this.#near && !this.#scroller) this.#startScrollama();
    const { index, progress } = this.place;
    if (!this.#edges || place.index !== index) this.#watchEdges(place.index);
    if (!this.#untold && place.index === index && place.progress === progress) return;
    this.#untold = false;
    this.place = place;
    this.#options.onPlace(place);
  };

  /**
   * The layout read of a frame: the story's top edge, and that of an element that scrolls it. Everything else is read
   * only when it may have changed.
   * @param publish whether the story is given the height of what scrolls it, which may lay it out anew
   */
  #measure(publish = true): number {
    let { top, width, height } = this.#host.getBoundingClientRect();
    // A host page can scale or zoom the story without any observer's word; its own size then tells.
    const anew = this.#stale || width !== this.#size.width || height !== this.#size.height;
    if (anew || this.#unsure) {
      this.#unsure = false;
      this.#surroundings.check();
      const { scroller, breaker } = this.#surroundings;
      // An element that is not laid out says nothing of what scrolls it.
      if (width || height) this.#options.onBroken?.(breaker);
      const before = this.#view as View | undefined;
      this.#view = new View(this.#host, scroller);
      if (before && before.scroller !== this.#view.scroller) this.#unwatch();
      if (publish && this.#publish()) ({ top, width, height } = this.#host.getBoundingClientRect());
    } else this.#view.look();
    if (anew || width !== this.#size.width || height !== this.#size.height) {
      this.#stale = false;
      this.#size = { width, height };
      this.#boxes = this.#options.steps().map((step) => {
        const rect = step.getBoundingClientRect();
        // A hidden step has no height and stands nowhere: it takes the place of the one before.
        return rect.height ? { top: rect.top - top, bottom: rect.bottom - top } : hiddenBox;
      });
      closeGaps(this.#boxes);
    }
    return top;
  }

  /** Gives the story the height of what scrolls it; says whether it is another one than before. */
  #publish(): boolean {
    const { style } = this.#host;
    const height = this.#view.css ?? '';
    if (style.getPropertyValue('--_view-height') === height) return false;
    style.setProperty('--_view-height', height);
    return true;
  }

  /** What the reader sees the story through. */
  get view(): View {
    return this.#view;
  }

  get #top(): number {
    return this.#host.getBoundingClientRect().top;
  }

  #layout(top: number): Layout {
    return {
      view: this.#view,
      top,
      width: this.#size.width,
      steps: this.#options.steps(),
      boxes: this.#boxes,
      offset: this.#options.offset(),
    };
  }

  /** Whether nothing is left to scroll. */
  #ended(): boolean {
    const { scrolled, most } = this.#view;
    return scrolled > most - 2;
  }

  /**
   * Wakes when the line comes into another part of the step, or past its edge, whatever moved it: a jump over the
   * story that never shows it, or a page that is scaled without an event.
   */
  #watchEdges(index: number): void {
    this.#edges?.disconnect();
    this.#edges ??= new IntersectionObserver(this.#wake, {
      root: this.#view.scroller ?? null,
      // What is above the line, without end.
      rootMargin: `10000000px 0px -${100 - this.#options.offset() * 100}%`,
      threshold: shares,
    });
    let next = index + 1;
    while (this.#boxes[next] && this.#boxes[next]!.bottom <= this.#boxes[next]!.top) next++;
    for (const at of [index, next]) {
      const step = this.#options.steps()[at];
      if (step) this.#edges.observe(step);
    }
  }

  #startScrollama(): void {
    if (!scrollamaFactory) return void loadScrollama().then(this.#arrive);
    const steps = this.#options.steps().filter((step) => step.offsetHeight > 0);
    if (!steps.length) return;
    const scroller = scrollamaFactory();
    // Scrollama puts a listener on the document for each set-up and never takes it off. It serves only to tell
    // the direction, which is told from the place here, so it is not let through.
    const own = Object.getOwnPropertyDescriptor(document, 'addEventListener');
    try {
      document.addEventListener = (): void => {};
      scroller
        .setup({
          step: [...steps],
          offset: (Math.round(this.#options.offset() * 10) / 10) as scrollama.DecimalType,
          ...(this.#view.scroller ? { root: this.#view.scroller } : {}),
        })
        .onStepEnter(this.#wake)
        .onStepExit(this.#wake);
      this.#scroller = scroller;
    } catch (error) {
      warn(
        'scrollama',
        `Scrollama cannot watch these steps (${String(error)}); the story goes on without it.`,
        this.#host,
      );
    } finally {
      if (own) Reflect.defineProperty(document, 'addEventListener', own);
      else Reflect.deleteProperty(document, 'addEventListener');
    }
  }

  #stopScrollama(): void {
    this.#scroller?.destroy();
    this.#scroller = undefined;
  }
}

/** Shares of a step that its way past the line is noticed by. */
const shares: number[] = times(201, (at) => at / 200);

const hiddenBox: Box = { top: NaN, bottom: NaN };

/** Gives hidden boxes a place of no height where the step before them ends, so that the list stays in order. */
function closeGaps(boxes: Box[]): void {
  let end = -Infinity;
  for (let i = 0; i < boxes.length; i++) {
    if (Number.isNaN(boxes[i]!.top)) boxes[i] = { top: end, bottom: end };
    else end = boxes[i]!.bottom;
  }
}
