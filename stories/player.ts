/** What a player needs of a scene; every scene of this package has it. */
interface Playable extends HTMLElement {
  step: string;
  progress: number;
  readonly steps: readonly string[];
  readonly ready: Promise<void>;
}

/** Milliseconds that a step plays. */
const length = 2500;

/** Lets a reader play a scene: three buttons (back, play, on), a slider, and an output that names the step. */
export async function player(scene: Playable, controls: HTMLElement): Promise<void> {
  const [back, play, on] = controls.querySelectorAll('button');
  const slider = controls.querySelector('input')!;
  const says = controls.querySelector('output')!;
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let frame = 0;

  await scene.ready;
  const last = scene.steps.length - 1;
  const at = (): number => scene.steps.indexOf(scene.step);
  const ended = (): boolean => at() === last && scene.progress === 1;
  const show = (step: number, progress: number): void => {
    scene.step = scene.steps[step]!;
    scene.progress = progress;
    slider.value = String(progress);
    const words = `Step ${step + 1} of ${last + 1}: ${scene.step}`;
    if (says.value !== words) says.value = words;
    // Not `disabled`, which would take the focus from a button that was just pressed.
    back!.ariaDisabled = String(step === 0);
    on!.ariaDisabled = String(step === last);
    play!.textContent = frame ? 'Pause' : ended() ? 'Again' : 'Play';
  };
  const stop = (): void => {
    cancelAnimationFrame(frame);
    frame = 0;
  };
  const go = (step: number): void => {
    stop();
    show(Math.min(last, Math.max(0, step)), 1);
  };
  const start = (): void => {
    let before = performance.now();
    const tick = (now: number): void => {
      const progress = scene.progress + (now - before) / length;
      before = now;
      if (!scene.isConnected || (progress >= 1 && at() === last)) stop();
      else frame = requestAnimationFrame(tick);
      if (progress < 1 || !frame) show(at(), Math.min(1, progress));
      else show(at() + 1, 0);
    };
    frame = requestAnimationFrame(tick);
    show(ended() ? 0 : at(), ended() ? 0 : scene.progress);
  };

  back!.onclick = () => go(at() - 1);
  on!.onclick = () => go(at() + 1);
  play!.onclick = () => {
    if (!frame) return start();
    stop();
    show(at(), scene.progress);
  };
  slider.oninput = () => {
    stop();
    show(at(), slider.valueAsNumber);
  };
  // Who asked for less motion goes step by step.
  calm.onchange = () => {
    play!.hidden = slider.parentElement!.hidden = calm.matches;
    if (calm.matches) go(at());
  };
  play!.hidden = slider.parentElement!.hidden = calm.matches;
  show(0, calm.matches ? 1 : 0);
}
