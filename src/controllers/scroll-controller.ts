import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { locate, nowhere, type Box, type Place } from '../core/place.js';
import { boxesOf, wayInto } from './boxes.js';
import { isDriven } from './driven.js';
import { Edges } from './edges.js';
import { loadScrollama, scrollamaFactory } from './engine.js';
import { Keeper, type Layout } from './keeper.js';
import { ScrollamaTrigger, isReliable, type StepTrigger } from './step-trigger.js';
import { Surroundings } from './surroundings.js';
import { View } from './view.js';

/** How many steps before and after the reader's the trigger watches: a browser computes each in each frame. */
const reach = 50;

/** What the controller needs of the story it serves. */
export interface ScrollHost extends ReactiveControllerHost, HTMLElement {}

export interface ScrollOptions {
  /** The steps in reading order, as they are now. */
  steps: () => readonly HTMLElement[];
  /** Where the line stands, as a share of the viewport's height: 0 its top, 1 its bottom. */
  offset: () => number;
  /** Called once a frame for each element that scrolls, and only when the place or the list of steps has changed. */
  onPlace: (place: Place) => void;
  /**
   * Whether somebody wants to know of each frame's progress at a step; at each step unless told. Of any other step the
   * progress is told at its ends and where a scroll has ended.
   */
  isFollowed?: (index: number) => boolean | undefined;
  /** Called when the story comes near the viewport, before it is seen. */
  onNear?: () => void;
  /** Called with an ancestor that clips without scrolling, so that nothing in the story can stay in view; undefined once none does. */
  onBroken?: (ancestor: Element | undefined) => void;
  /** Where the reader is, where no geometry says so: in a window that is as tall as its page, nowhere. */
  instead?: () => Place | undefined;
}

/**
 * Says where the reader is in a list of steps.
 *
 * A step trigger says that a step has come or gone, and `locate()` says from geometry which. In a step whose progress
 * nobody follows, nothing listens to the scroll and no layout is read until it has ended; that is so while the
 * trigger's word is that of `locate()`. While they differ, and in the places where the trigger is known to be wrong,
 * the scroll is listened to. Observers of sizes and edges wake the controller where no scroll does.
 *
 * The boxes of the steps are kept, relative to the story, until an observer says that they changed, so that a look
 * reads one rectangle (the story's) and nothing else. While the story is off screen nothing listens to scrolling.
 *
 * It also keeps the reader at their step when the layout changes under them, and gives the story the height of what
 * scrolls it, as `--_view-height`, where that is not the window.
 */
export class ScrollController implements ReactiveController {
  /** Where the reader is now. */
  place: Place = nowhere;

  readonly #host: ScrollHost;
  readonly #options: ScrollOptions;
  #trigger: StepTrigger | undefined;
  /** The index of the step that it was started at. */
  #centre = 0;
  #visible?: IntersectionObserver | undefined;
  #sizes?: ResizeObserver | undefined;
  #near = false;
  /** What of scrolling is listened to. */
  #listening: 'scroll' | 'scrollend' | undefined;
  #frame = 0;
  #stale = true;
  #mustNotify = true;
  /** The story's top edge, from that of all that scrolls. */
  #from = 0;
  #unsure = true;
  #boxes: Box[] = [];
  #size = { width: 0, height: 0 };
  #view!: View;
  readonly #surroundings: Surroundings;
  readonly #keeper: Keeper;
  readonly #edges: Edges;

  constructor(host: ScrollHost, options: ScrollOptions) {
    (this.#host = host).addController(this);
    this.#options = options;
    this.#surroundings = new Surroundings(host, options.steps, this.#hasMoved, this.#doubt);
    this.#keeper = new Keeper(this.#surroundings);
    this.#edges = new Edges(this.#wake);
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
          this.#unsure = true;
          if (near) {
            this.#measure();
            this.#options.onNear?.();
          }
          // A driven frame is scrolled only while it comes, is there or goes, and must come to its end.
          this.#listen(near || isDriven() ? 'scroll' : undefined);
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
    this.#listen(undefined);
    this.#near = false;
    this.#visible?.disconnect();
    this.#sizes?.disconnect();
    this.#surroundings.disconnect();
    this.#keeper.end();
    this.#unwatch();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.place = nowhere;
  }

  /** To be called when steps came, went or changed places; the place is then told anew, even if it is the same. */
  refresh(): void {
    // A last update may come after the host has left the page.
    if (!this.#host.isConnected) return;
    this.#mustNotify = true;
    this.#sizes?.disconnect();
    this.#sizes?.observe(this.#host);
    // What comes or goes above the story moves it, in some engines without a scroll.
    this.#sizes?.observe(document.body);
    for (const step of this.#options.steps()) this.#sizes?.observe(step);
    this.#remeasure();
  }

  /**
   * Scrolls so that the line stands inside a step and the step's words are seen whole.
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
    const after = go();
    // What scrolls on in the page of a host is its own business.
    if (!isDriven()) this.#keeper.hold.begin(before, after, go);
  }

  #goTo(index: number, progress: number): void {
    this.#stale = true;
    const top = this.#measure();
    const box = this.#boxes[index];
    const step = this.#options.steps()[index];
    if (!box || !step) return;
    if (this.#options.instead?.()) return step.scrollIntoView({ behavior: 'instant' });
    const offset = this.#options.offset();
    this.#view.scrollBy(wayInto(step, box, progress, top, this.#view, offset));
    this.#keeper.take(this.#layout(this.#top));
  }

  /** Has the last jump hold against routers, too, which scroll elsewhere soon after. */
  hold(): void {
    this.#keeper.hold.firm();
  }

  /** To be called when other steps are followed than before. */
  look(): void {
    this.#wake();
  }

  /** To be called when the story is about to change its own layout: the reader stays where they are. */
  expectLayout(): void {
    this.#keeper.expect();
    this.#wake();
  }

  #remeasure = (): void => {
    this.#stale = true;
    this.#unwatch();
    this.#wake();
  };

  /** What watches the steps is made anew at the next update. */
  #unwatch(): void {
    this.#edges.stop();
    this.#trigger?.stop();
    this.#trigger = undefined;
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

  /** Whether the story stands elsewhere, or in another size, than when it was measured last, though nothing scrolled. */
  #hasMoved = (): boolean => {
    // What listens to each scroll watches all of a step's way, too.
    if (this.#listening !== 'scrollend') return false;
    const { top, width } = this.#host.getBoundingClientRect();
    return Math.abs(top + this.#view.scrolled - this.#from) > 1 || width !== this.#size.width;
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
    // Whether a page that seems to be locked scrolls all the same is told by its scrolling.
    if (this.#keeper.isLocked) return this.#near ? this.#listen('scroll') : undefined;
    if (scrolled) top = this.#top;
    const line = this.#view.top + this.#view.height * this.#options.offset() - top;
    let place = this.#options.instead?.() ?? locate(this.#boxes, line);
    const isLast = place.index === this.#boxes.length - 1 && place.index >= 0;
    const left = isLast ? this.#view.most - this.#view.scrolled : Infinity;
    this.#watch(place, isLast && this.#boxes[place.index]!.bottom - line > left - 2);
    // Where nothing, or little, follows a story, the line never comes to its end: the page's end is then the story's.
    if (left < 2) place = { index: place.index, progress: 1 };
    const { index, progress } = this.place;
    if (!this.#mustNotify && place.index === index && place.progress === progress) return;
    this.#mustNotify = false;
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
      this.#boxes = boxesOf(this.#options.steps(), top);
    }
    this.#from = top + this.#view.scrolled;
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

  /**
   * Sees to what the next look is to be told by.
   * @param endsHere whether the page ends before the line comes to the end of this step
   */
  #watch({ index, progress }: Place, endsHere: boolean): void {
    const steps = this.#options.steps();
    const isFar = Math.abs(index - this.#centre) > reach / 2 && steps.length > reach;
    if (this.#near && (!this.#trigger || isFar)) this.#startTrigger(index);
    const isIn = index >= 0 && progress < 1;
    const { isFollowed } = this.#options;
    const follows =
      !isFollowed ||
      isFollowed(index) ||
      endsHere ||
      !isReliable(this.#view) ||
      !this.#trigger?.agrees(isIn ? steps[index] : undefined);
    if (this.#near || isDriven()) this.#listen(follows ? 'scroll' : 'scrollend');
    // A jump from between two steps, or from beyond them all, to another such place comes into no step.
    const watched = follows ? 'way' : isIn ? 'nothing' : 'ends';
    this.#edges.watch(index, watched, {
      steps,
      boxes: this.#boxes,
      offset: this.#options.offset(),
      root: this.#view.scroller,
    });
  }

  /** Listens to each scroll or to the end of scrolling: at once, while the layout is as it was painted. */
  #listen(to: 'scroll' | 'scrollend' | undefined): void {
    if (to === this.#listening) return;
    // Captured, because the scroll events of an inner scroller do not bubble to the window. In the same frame's animation
    // callbacks what plays has moved already, so that a look at the layout would have it made twice.
    const options = { capture: true, passive: true };
    if (this.#listening) removeEventListener(this.#listening, this.#update, options);
    if (to) addEventListener(to, this.#update, options);
    this.#listening = to;
  }

  #startTrigger(index: number): void {
    if (!scrollamaFactory) return void loadScrollama().then(this.#arrive);
    this.#trigger?.stop();
    this.#centre = index;
    const near = this.#options.steps().slice(Math.max(0, index - reach), index + reach + 1);
    const steps = near.filter((step) => step.offsetHeight > 0);
    this.#trigger = new ScrollamaTrigger(this.#host, {
      steps,
      offset: this.#options.offset(),
      root: this.#view.scroller,
      onEnter: this.#wake,
      onExit: this.#wake,
    });
  }
}
