import { expect } from '@open-wc/testing';
import { LitElement, html, type TemplateResult } from 'lit';
import { ScrollController } from '../../src/controllers/scroll-controller.js';
import { locate, type Place } from '../../src/core/place.js';
import { frames, windowIn, resizeWindow, settled, wheel } from '../helpers.js';
import { newSeed, randomFrom } from '../random.js';

/** A story with nothing in it but steps. */
class TestStory extends LitElement {
  readonly places: Place[] = [];
  /** Places told in each frame. */
  readonly told = new Map<number, number>();
  line = 0.5;

  readonly reader: ScrollController = new ScrollController(this, {
    steps: () => this.steps,
    offset: () => this.line,
    onPlace: (place) => {
      this.places.push(place);
      this.told.set(frame, (this.told.get(frame) ?? 0) + 1);
    },
  });

  get steps(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.step')];
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html``;
  }
}
customElements.define('test-story', TestStory);

let frame = 0;
let counting = 0;
const count = (): void => {
  frame++;
  counting = requestAnimationFrame(count);
};

const block = (height: string, name = ''): HTMLElement => {
  const div = document.createElement('div');
  div.className = name;
  div.style.height = height;
  return div;
};

/** Puts a story in the page, with a screen and a half above and below it. */
async function storyIn(parent: HTMLElement, heights: readonly string[]): Promise<TestStory> {
  const story = document.createElement('test-story') as TestStory;
  story.style.display = 'block';
  story.append(...heights.map((height) => block(height, 'step')));
  parent.append(block('150vh', 'above'), story, block('150vh', 'below'));
  await story.updateComplete;
  story.reader.refresh();
  await settled();
  return story;
}

/** Where the reader is by a look at the whole page. */
function looked(story: TestStory, { top, height } = windowIn(story)): Place {
  const boxes = story.steps.map((step) => step.getBoundingClientRect());
  const shown = boxes.map((rect, i) => (rect.height ? i : -1)).filter((i) => i >= 0);
  const { index, progress } = locate(
    shown.map((i) => boxes[i]!),
    top + height * story.line,
  );
  return { index: shown[index] ?? -1, progress };
}

function expectRight(story: TestStory, said: string, right = looked(story)): void {
  const { index, progress } = story.reader.place;
  expect(index, said).to.equal(right.index);
  expect(progress, said).to.be.closeTo(right.progress, 0.002);
}

/** Waits until the reader is where geometry says: on a busy machine a browser tells of a scroll some frames later. */
async function comesRight(story: TestStory, said: string): Promise<void> {
  const isRight = (): boolean => {
    const [is, should] = [story.reader.place, looked(story)];
    return is.index === should.index && Math.abs(is.progress - should.progress) < 0.002;
  };
  for (let frame = 0; frame < 120 && !isRight(); frame++) await frames();
  expectRight(story, said);
}

const heights = ['80vh', '30vh', '120vh', '10vh', '60vh', '95vh'];

describe('ScrollController', () => {
  let page: HTMLElement;
  const errors: string[] = [];
  const onError = (event: ErrorEvent): void => void errors.push(event.message);

  beforeEach(() => {
    page = document.createElement('div');
    document.body.append(page);
    scrollTo(0, 0);
    addEventListener('error', onError);
    count();
  });

  afterEach(() => {
    page.remove();
    removeEventListener('error', onError);
    cancelAnimationFrame(counting);
    expect(errors, 'errors that the host page would see').to.deep.equal([]);
  });

  it('is nowhere above the first step, and at the end of the last one below it', async () => {
    const story = await storyIn(page, heights);
    expect(story.reader.place).to.deep.equal({ index: -1, progress: 0 });
    scrollTo(0, 1e6);
    await settled();
    expect(story.reader.place).to.deep.equal({ index: 5, progress: 1 });
    scrollTo(0, 0);
    await settled();
    expect(story.reader.place).to.deep.equal({ index: -1, progress: 0 });
  });

  it('is at the end of the last step where the page ends, though nothing follows the story', async () => {
    const story = await storyIn(page, heights);
    page.querySelector('.below')!.remove();
    await settled();
    expect(story.reader.place).to.deep.equal({ index: -1, progress: 0 });
    scrollTo(0, 1e6);
    await settled();
    expect(story.reader.place).to.deep.equal({ index: 5, progress: 1 });
    scrollBy(0, -60);
    await settled();
    expectRight(story, 'a little before the end');
  });

  it('is right at every stop of a real wheel, down and up', async () => {
    const story = await storyIn(page, heights);
    const turn = Math.round(innerHeight * 0.27);
    for (const direction of [1, -1])
      for (let i = 0; i < 22; i++) {
        await wheel(direction * turn);
        expectRight(story, `at ${scrollY}`);
      }
    const seen = story.places.map(({ index }) => index);
    for (let index = 0; index < heights.length; index++)
      if (index !== 3) expect(seen, 'steps that are taller than a turn').to.include(index);
    expect(Math.max(...story.told.values()), 'places told in a frame').to.equal(1);
  });

  it('is right after jumps, wherever they lead', async () => {
    const story = await storyIn(page, heights);
    const seed = newSeed();
    const random = randomFrom(seed);
    for (let jump = 0; jump < 25; jump++) {
      scrollTo(0, random() * document.documentElement.scrollHeight);
      await frames(2);
      await comesRight(story, `seed ${seed}, jump ${jump}`);
    }
  });

  it('is right once the page is still', async () => {
    const story = await storyIn(page, heights);
    for (const y of [900, 2500, 1200, 3000]) {
      scrollTo(0, y);
      await frames(2);
      await comesRight(story, `at ${y}`);
    }
  });

  it('follows what changes the steps and what stands above them', async () => {
    const story = await storyIn(page, heights);
    const step = (index: number): HTMLElement => story.steps[index]!;
    scrollTo(0, innerHeight * 3);
    await settled();
    const changes: [string, () => void][] = [
      ['a step grows, as with a late image', () => (step(1).style.height = '200vh')],
      ['a step shrinks', () => (step(1).style.height = '20vh')],
      ['something arrives above the story', () => page.prepend(block('70vh'))],
      ['it goes again', () => page.firstElementChild!.remove()],
      ['a step is hidden', () => (step(2).hidden = true)],
      ['the first steps are hidden', () => (step(0).hidden = step(1).hidden = true)],
      ['they are shown', () => story.steps.forEach((one) => (one.hidden = false))],
      ['the line moves', () => ((story.line = 0.2), story.reader.refresh())],
      ['the page is wider set', () => (page.style.width = '50%')],
      ['a step is added', () => (step(0).after(block('90vh', 'step')), story.reader.refresh())],
      ['a step is removed', () => (step(2).remove(), story.reader.refresh())],
      ['steps change places', () => (story.prepend(step(4)), story.reader.refresh())],
      ['all steps are hidden', () => story.steps.forEach((one) => (one.hidden = true))],
      ['all steps are gone', () => (story.replaceChildren(), story.reader.refresh())],
    ];
    for (const [said, change] of changes) {
      change();
      await settled();
      expectRight(story, said);
      scrollBy(0, innerHeight * 0.17);
      await settled();
      expectRight(story, `${said}, and the reader goes on`);
      scrollBy(0, -innerHeight * 0.17);
    }
  });

  it('follows what the window does', async () => {
    const { innerWidth: width, innerHeight: height } = window;
    const story = await storyIn(page, heights);
    scrollTo(0, height * 3);
    await settled();
    for (const [w, h] of [
      [width, height - 120],
      [width, height + 80],
      [width - 200, height],
      [width, height],
    ] as const) {
      await resizeWindow(w, h);
      await settled();
      expectRight(story, `${w} × ${h}`);
    }
  });

  it('is right in a page that is scaled', async () => {
    const story = await storyIn(page, heights);
    page.style.transformOrigin = '0 0';
    for (const [name, value] of [
      ['transform', 'scale(0.7)'],
      ['zoom', '1.25'],
    ] as const) {
      page.style.setProperty(name, value);
      for (const share of [0.2, 0.45, 0.8]) {
        scrollTo(0, share * document.documentElement.scrollHeight);
        await settled();
        expectRight(story, `${name}: ${value} at ${share}`);
      }
      page.style.removeProperty(name);
    }
  });

  it('is right inside an element that scrolls', async () => {
    const box = block('300px');
    box.style.overflow = 'auto';
    page.append(box);
    const story = await storyIn(box, ['200px', '300px', '150px']);
    for (const y of [0, innerHeight * 1.5 - 100, innerHeight * 1.5 + 250, 1e5]) {
      box.scrollTop = y;
      await settled();
      expectRight(story, `at ${y}`, looked(story, box.getBoundingClientRect()));
    }
    expect(story.reader.place).to.deep.equal({ index: 2, progress: 1 });
    story.reader.scrollTo(1);
    await settled();
    expect(story.reader.place.index).to.equal(1);
    for (const [y, right] of [
      [0, { index: -1, progress: 0 }],
      [1e5, { index: 2, progress: 1 }],
    ] as const) {
      box.scrollTop = y;
      await settled();
      expect(story.reader.place, 'a jump past all steps').to.deep.equal(right);
    }
  });

  it('scrolls to a step, at once', async () => {
    document.documentElement.style.scrollBehavior = 'smooth';
    const story = await storyIn(page, heights);
    for (const index of [3, 0, 5, 2]) {
      story.reader.scrollTo(index);
      await frames(2);
      expect(story.reader.place.index).to.equal(index);
    }
    story.reader.scrollTo(99);
    await frames(2);
    expect(story.reader.place.index).to.equal(2);
    document.documentElement.style.scrollBehavior = '';
  });

  it('reads the layout once a frame, and not at all off screen', async () => {
    const story = await storyIn(page, heights);
    page.append(block('600vh'));
    await settled();
    const reads = new Map<number, number>();
    for (const element of [story, ...story.steps]) {
      const read = element.getBoundingClientRect.bind(element);
      element.getBoundingClientRect = () => {
        reads.set(frame, (reads.get(frame) ?? 0) + 1);
        return read();
      };
    }
    scrollTo(0, innerHeight * 2);
    await settled();
    reads.clear();
    for (let i = 0; i < 12; i++) {
      scrollBy(0, 30);
      scrollBy(0, 7);
      await frames();
    }
    await settled();
    expect(reads.size).to.be.greaterThan(5);
    expect(Math.max(...reads.values()), 'reads in a frame').to.equal(1);

    scrollTo(0, 1e6);
    await settled();
    await settled();
    reads.clear();
    for (let i = 0; i < 8; i++) {
      scrollBy(0, -30);
      await frames();
    }
    expect(reads.size, 'frames with a read off screen').to.equal(0);
  });

  it('leaves nothing behind', async () => {
    await settled();
    const watch = watchLeaks();
    try {
      const story = await storyIn(page, heights);
      scrollTo(0, innerHeight * 2.5);
      await settled();
      story.steps[1]!.style.height = '77vh';
      await settled();
      expect(watch.live().length).to.be.greaterThan(0);
      for (let round = 0; round < 3; round++) {
        const { nextSibling } = story;
        story.remove();
        await settled();
        expect(watch.live(), `taken out, round ${round}`).to.deep.equal([]);
        expect(story.reader.place.index).to.equal(-1);
        page.insertBefore(story, nextSibling);
        await settled();
        expectRight(story, `put back, round ${round}`);
      }
      const told = story.places.length;
      story.remove();
      scrollBy(0, -200);
      await settled();
      expect(story.places.length).to.equal(told);
    } finally {
      watch.end();
    }
  });
});

/** Notes the listeners on the window and the document and the observers that are alive, from now on. */
function watchLeaks(): { live: () => string[]; end: () => void } {
  const listeners: { on: EventTarget; type: string; what: unknown; capture: boolean }[] = [];
  const observers = new Set<object>();
  const ends: (() => void)[] = [];
  const captures = (options: unknown): boolean =>
    typeof options === 'object' && options !== null
      ? !!(options as AddEventListenerOptions).capture
      : !!options;
  const patch = <T extends object, K extends keyof T>(on: T, key: K, value: T[K]): void => {
    const own = Object.getOwnPropertyDescriptor(on, key);
    on[key] = value;
    ends.push(() => (own ? Object.defineProperty(on, key, own) : delete on[key]));
  };

  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const watched = (target: unknown): EventTarget | undefined => {
    const on = (target ?? window) as EventTarget;
    return on === window || on === document ? on : undefined;
  };
  patch(EventTarget.prototype, 'addEventListener', function (this: unknown, type, what, options) {
    const on = watched(this);
    const capture = captures(options);
    const known = listeners.some(
      (one) => one.on === on && one.type === type && one.what === what && one.capture === capture,
    );
    if (on && !known) listeners.push({ on, type, what, capture });
    add.call(this ?? window, type, what, options);
  });
  patch(
    EventTarget.prototype,
    'removeEventListener',
    function (this: unknown, type, what, options) {
      const on = watched(this);
      const at = listeners.findIndex(
        (one) =>
          one.on === on &&
          one.type === type &&
          one.what === what &&
          one.capture === captures(options),
      );
      if (at >= 0) listeners.splice(at, 1);
      remove.call(this ?? window, type, what, options);
    },
  );
  for (const kind of [ResizeObserver, IntersectionObserver, MutationObserver]) {
    const { observe, disconnect } = kind.prototype;
    patch(kind.prototype, 'observe', function (this: object, ...args: [never]) {
      observers.add(this);
      observe.apply(this as never, args);
    });
    patch(kind.prototype, 'disconnect', function (this: object) {
      observers.delete(this);
      disconnect.call(this as never);
    });
  }
  return {
    live: () => [
      ...listeners.map(({ on, type }) => `${on === window ? 'window' : 'document'}: ${type}`),
      ...[...observers].map((observer) => observer.constructor.name),
    ],
    end: () => ends.forEach((end) => end()),
  };
}
