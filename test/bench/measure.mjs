// What a page costs while it is scrolled: run by puppeteer, told by Chromium's own counters and by the page itself.

/** Runs in the page before anything else: `bench.pass()` scrolls it as a reader does and notes every frame. */
export function instruments() {
  // A task of its own: scrolled between two frames, as the browser does it itself, and not in one of them, from which
  // the page would hear of it a frame late.
  const { port1, port2 } = new MessageChannel();
  let task;
  port1.onmessage = () => task();
  const inTask = (work) =>
    new Promise((resolve) => {
      task = () => resolve(work());
      port2.postMessage(0);
    });
  let begun = 0;
  const begin = () => (begun ||= performance.now());
  addEventListener('scroll', begin, { capture: true, passive: true });
  const frame = () =>
    new Promise((resolve) =>
      requestAnimationFrame((time) => {
        begin();
        resolve(time);
      }),
    );
  const bench = {
    longTasks: [],
    frames: async (count) => {
      for (let i = 0; i < count; i++) await frame();
    },
    /**
     * Scrolls from where the page is, so many pixels a frame.
     * @returns for each frame when it was due, how long the main thread was at it, and what \`look\` saw after it
     */
    pass: async (count, by, look = () => undefined) => {
      const frames = [];
      await inTask(() => scrollBy({ top: by, behavior: 'instant' }));
      for (let i = 0; i < count; i++) {
        begun = 0;
        const due = await frame();
        frames.push(
          await inTask(() => {
            const worked = performance.now() - begun;
            const seen = look();
            if (i < count - 1) scrollBy({ top: by, behavior: 'instant' });
            return { due, worked, seen };
          }),
        );
      }
      return frames;
    },
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) bench.longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  window.bench = bench;
}

const counters = {
  script: 'ScriptDuration',
  style: 'RecalcStyleDuration',
  layout: 'LayoutDuration',
  all: 'TaskDuration',
};

/** Milliseconds that the page's main thread has worked since it was opened, by kind. */
export async function spent(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name) => metrics.find((one) => one.name === name).value;
  return Object.fromEntries(Object.entries(counters).map(([kind, name]) => [kind, of(name) * 1e3]));
}

/** What of it was spent while something was done. */
export async function cost(cdp, doing) {
  const before = await spent(cdp);
  const result = await doing();
  const after = await spent(cdp);
  return {
    result,
    ...Object.fromEntries(Object.keys(counters).map((kind) => [kind, after[kind] - before[kind]])),
  };
}

/** Bytes in use after what is not needed any more is gone. */
export async function heap(cdp) {
  for (let i = 0; i < 2; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'JSHeapUsedSize').value;
}

export function median(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (!sorted.length) return NaN;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
