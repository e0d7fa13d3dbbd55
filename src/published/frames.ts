/** Milliseconds after which a frame is not waited for any longer. */
const frameTimeout = 300;

/** Whether the browser draws frames, as far as was seen: a hidden page and a frame out of view draw none. */
let draws = true;
let watch = 0;

export const drawsFrames = (): boolean => draws && !document.hidden;

/** Calls back in a task of its own after the next frame, or, where none is drawn, in the next task. */
export function afterFrame(then: () => void): void {
  if (!drawsFrames()) {
    watch ||= requestAnimationFrame(() => {
      watch = 0;
      draws = true;
    });
    setTimeout(then);
    return;
  }
  let timer = 0;
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    setTimeout(then);
  });
  const giveUp = (): void => {
    cancelAnimationFrame(frame);
    draws = false;
    then();
  };
  // A long task delays frames and timers alike; a frame that was due comes before the second timer.
  timer = window.setTimeout(() => (timer = window.setTimeout(giveUp, 50)), frameTimeout);
}
