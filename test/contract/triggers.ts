import scrollama from 'scrollama';
import ScrollScene from 'scroll-scene-element';
import { ScrollController } from '../../src/controllers/scroll-controller.js';
import { hostOf } from '../laws/world.js';

/** What a step trigger says: the steps that are active now, and how far the reader is through the last of them. */
export interface State {
  readonly active: ReadonlySet<HTMLElement>;
  readonly progress: number;
}

/** Where the steps stand. */
export interface Stand {
  readonly story: HTMLElement;
  readonly root?: HTMLElement;
}

/**
 * A step trigger under test. To put another one to it, write one of these and add it to `triggers`.
 */
export interface Trigger {
  /** Makes an empty step, where that is not a plain `<div>`. */
  makeStep?(): HTMLElement;
  /**
   * Starts to watch.
   * @param steps gives the steps as they are now, in reading order
   * @param onState to be called with every change
   * @param place the element that holds the steps, and the one that scrolls it, where that is not the window
   */
  start(steps: () => HTMLElement[], onState: (state: State) => void, place: Stand): void;
  /** Steps came, went or changed places: what the trigger's documentation says is to be called then. */
  changed?(): void;
  stop(): void;
}

/** Where the line stands, as a share of the viewport's height. */
export const offset = 0.7;

/** This package. */
function communique(): Trigger {
  let controller: ScrollController;
  return {
    start(steps, onState, { story }) {
      controller = new ScrollController(hostOf(story), {
        steps,
        offset: () => offset,
        onPlace: ({ index, progress }) => {
          const step = steps()[index];
          onState({ active: new Set(step ? [step] : []), progress });
        },
      });
      controller.hostConnected();
    },
    changed: () => controller.refresh(),
    stop: () => controller.hostDisconnected(),
  };
}

/** Scrollama 3.2, as its documentation has it. */
function bareScrollama(): Trigger {
  const scroller = scrollama();
  return {
    start(steps, onState, { root }) {
      const active = new Set<HTMLElement>();
      const through = new Map<HTMLElement, number>();
      const tell = (): void => onState({ active, progress: through.get([...active].at(-1)!) ?? 0 });
      scroller
        .setup({
          step: steps(),
          offset,
          progress: true,
          ...(root ? { root } : {}),
        })
        .onStepEnter(({ element }) => {
          active.add(element);
          tell();
        })
        .onStepExit(({ element }) => {
          active.delete(element);
          tell();
        })
        .onStepProgress(({ element, progress }) => {
          through.set(element, progress);
          tell();
        });
      addEventListener('resize', scroller.resize);
    },
    changed: () => void scroller.resize(),
    stop() {
      removeEventListener('resize', scroller.resize);
      scroller.destroy();
    },
  };
}

/** scroll-scene-element 0.1, as its documentation has it: the steps are elements of its own, and their events bubble. */
function scrollScene(): Trigger {
  let leave: () => void;
  return {
    makeStep() {
      const step = new ScrollScene();
      // Its documentation counts from the viewport's top; it counts from its bottom.
      step.offset = Math.round((1 - offset) * 100) / 100;
      step.progress = true;
      step.style.display = 'block';
      return step;
    },
    start(_steps, onState, { story }) {
      const active = new Set<HTMLElement>();
      const through = new Map<HTMLElement, number>();
      const listen = (event: Event): void => {
        const { type, target } = event as Event & { target: HTMLElement };
        if (type === 'scroll-scene-enter') active.add(target);
        else if (type === 'scroll-scene-exit') active.delete(target);
        else through.set(target, (event as CustomEvent<{ progress: number }>).detail.progress);
        onState({ active, progress: through.get([...active].at(-1)!) ?? 0 });
      };
      const types = ['scroll-scene-enter', 'scroll-scene-exit', 'scroll-scene-progress'];
      for (const type of types) story.addEventListener(type, listen);
      leave = () => types.forEach((type) => story.removeEventListener(type, listen));
    },
    stop: () => leave(),
  };
}

/** What is often written by hand: an observer of a line, and a listener for the way through the step. */
function byHand(): Trigger {
  let observer: IntersectionObserver;
  let all: () => HTMLElement[];
  const active = new Set<HTMLElement>();
  let tell: () => void;
  return {
    start(steps, onState, { root }) {
      all = steps;
      tell = () => {
        const step = [...active].at(-1);
        const rect = step?.getBoundingClientRect();
        const view = root?.getBoundingClientRect() ?? { top: 0, height: innerHeight };
        const line = view.top + view.height * offset;
        const progress = rect ? (line - rect.top) / rect.height : 0;
        onState({ active, progress: Math.max(0, Math.min(1, progress)) });
      };
      observer = new IntersectionObserver(
        (entries) => {
          for (const { target, isIntersecting } of entries)
            active[isIntersecting ? 'add' : 'delete'](target as HTMLElement);
          tell();
        },
        { root: root ?? null, rootMargin: `-${offset * 100}% 0px -${100 - offset * 100}% 0px` },
      );
      for (const step of steps()) observer.observe(step);
      addEventListener('scroll', tell, { capture: true, passive: true });
      addEventListener('resize', tell);
    },
    changed() {
      observer.disconnect();
      active.clear();
      for (const step of all()) observer.observe(step);
    },
    stop() {
      observer.disconnect();
      removeEventListener('scroll', tell, { capture: true });
      removeEventListener('resize', tell);
    },
  };
}

export const triggers: Readonly<Record<string, () => Trigger>> = {
  communique,
  'Scrollama 3.2.0': bareScrollama,
  'scroll-scene-element 0.1.1': scrollScene,
  IntersectionObserver: byHand,
};
