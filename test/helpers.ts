import { waitUntil as openWcWaitUntil } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { loadEngine, loadScrollama } from '../src/controllers/engine.js';
import { supplyPhrases } from '../src/core/phrases.js';
import { languages } from '../src/languages/all.js';

// Tests state what is seen once the engine is there; what is seen before is a test of its own.
await Promise.all([loadEngine(), loadScrollama()]);

/**
 * What the tests share. Importing it (every test file does, see web-test-runner.config.mjs) also watches the
 * console: a warning or an error that no test expected fails the file.
 */

interface Guard {
  /** Where messages go while a test expects them. */
  expected: string[] | undefined;
  readonly unexpected: string[];
}

const guard: Guard = ((globalThis as { consoleGuard?: Guard }).consoleGuard ??= watchConsole());

function watchConsole(): Guard {
  const made: Guard = { expected: undefined, unexpected: [] };
  let current = '';
  for (const level of ['warn', 'error'] as const) {
    const say = console[level].bind(console);
    console[level] = (...args: unknown[]): void => {
      const text = args.map(String).join(' ');
      if (made.expected) return void made.expected.push(text);
      made.unexpected.push(`${current}: console.${level}: ${text}`);
      say(...args);
    };
  }
  beforeEach(function () {
    current = this.currentTest?.fullTitle() ?? '';
  });
  afterEach(() => {
    made.expected = undefined;
  });
  after(() => {
    if (made.unexpected.length)
      throw new Error(`No test expected these messages:\n${made.unexpected.join('\n')}`);
  });
  return made;
}

/**
 * Collects what is said by `console.warn` and `console.error` until the end of the present test.
 * @returns the messages, a list that grows
 */
export function expectWarnings(): string[] {
  return (guard.expected ??= []);
}

const { times = 0, engine = 0 } =
  (globalThis as { laws?: { times?: number; engine?: number } }).laws ?? {};

/** Whether this is the long run, `npm run test:long`. */
export const isLong = times > 0;

/**
 * Whether one of many like cases is tried. In the long run all are, in each engine. In an ordinary run an engine tries one
 * of so many, always the same, and each engine others: of three, every case is tried in one of them.
 */
export const isTried = (at: number, of: number): boolean => isLong || (at + engine) % of === 0;

/**
 * Waits for a state. On a busy machine that takes long, so only what never comes fails.
 * @param message what is waited for
 */
export const waitUntil = (
  predicate: () => unknown,
  message = 'a state that is waited for',
  { interval = 50 } = {},
): Promise<void> => openWcWaitUntil(predicate, message, { interval, timeout: 90_000 });

/** Brings languages before a test asks for them, which else come after its first picture. */
export async function speak(...tags: string[]): Promise<void> {
  for (const tag of tags) supplyPhrases(tag, (await languages[tag]!()).default);
}

/** Waits for animation frames. */
export async function frames(count = 1): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
}

/**
 * Waits until the page has stood still for some frames (a wheel's scroll may come late), and then one more.
 * @param still frames without a change of the scroll position
 */
export async function settled(still = 4): Promise<void> {
  for (let same = 0, last = NaN, i = 0; same < still && i < 120; i++) {
    await frames();
    same = scrollY === last ? same + 1 : 0;
    last = scrollY;
  }
  await frames();
}

/** The window in the pixels of an element's rectangles: browsers without `currentCSSZoom` keep its zoom out of them. */
export function windowIn(element: Element): { top: number; height: number } {
  let zoom = 1;
  if (!('currentCSSZoom' in Element.prototype))
    for (let node: Element | null = element; node; node = node.parentElement)
      zoom *= Number(getComputedStyle(node).zoom) || 1;
  // They take off the scroll of the window after the zoom.
  return { top: scrollY / zoom - scrollY, height: innerHeight / zoom };
}

/** Turns a real wheel over the page and waits until it has come to rest. */
export async function wheel(deltaY: number, x = 100, y = 100): Promise<void> {
  await executeServerCommand('wheel', { deltaY, x, y });
  await settled();
}

/** Gives the window another size, in every engine. */
export async function resizeWindow(width: number, height: number): Promise<void> {
  await executeServerCommand('window-size', { width, height });
  await frames(3);
}

/** What a scene shows, a line an element: its name, its attributes by name, its own text, its box in pixels. */
export const pictureOf = (scene: Element): string[] => {
  const { left, top } = scene.getBoundingClientRect();
  return [...scene.shadowRoot!.querySelectorAll('[part=picture], [part=picture] *')].map((node) => {
    // An attribute that was emptied is as good as none.
    const attributes = [...node.attributes]
      .filter(({ value }) => value)
      .map(({ name, value }) => `${name}="${value}"`)
      .sort();
    const text = [...node.childNodes].map((child) => (child.nodeType === 3 ? child.nodeValue : ''));
    const rect = node.getBoundingClientRect();
    // What is only referred to, as a clip path, has no box, and some engines put one of no size at the window's corner.
    const seen = rect.width || rect.height;
    const box = seen
      ? [rect.left - left, rect.top - top, rect.width, rect.height].map(Math.round)
      : [];
    return [node.localName, ...attributes, text.join('').trim(), box.join()].join(' ');
  });
};

/** The first line in which two pictures differ; undefined if they are the same. */
export const difference = (one: string[], other: string[]): string | undefined => {
  const at = one.findIndex((line, i) => line !== other[i]);
  if (at >= 0) return `${one[at]}\nand not\n${other[at]}`;
  return one.length < other.length ? `also ${other[one.length]}` : undefined;
};
