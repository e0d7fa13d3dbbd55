import {
  LitElement,
  html,
  nothing,
  type CSSResultGroup,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { isScene, type MotionMode } from '../core/cue.js';
import { quoted, warn } from '../core/warn.js';
import { property } from '../controllers/property.js';
import { cueElement, stillOf } from './cue-element.js';
import { definedLate } from './late.js';
import { chapterStyles } from './story-chapter.styles.js';
import { StoryStep } from './story-step.js';

/** How a chapter sets its stage and its words. */
export type ChapterLayout = 'side' | 'overlay' | 'flow';

/**
 * One sticky stage and the steps that pass it.
 *
 * @summary A chapter of a story.
 * @slot - The steps.
 * @slot heading - The chapter's heading; goes before `heading`.
 * @slot stage - What the steps show: any element. Where there are several, a step names one with `scene`. Each is
 *   given `data-step` and the custom property `--progress`; one with `step` and `progress` properties is given those,
 *   a video its time.
 * @csspart head - The box around the heading.
 * @csspart stage - The box that stays in view.
 * @csspart steps - The column of words.
 * @cssprop [--story-stage-size=100svh] - Height of the stage, sticky headers included; if not set, that of what
 *   scrolls the story.
 * @cssprop --story-measure - Width of the column of words where no stage stays.
 */
export class StoryChapter extends LitElement {
  static override styles: CSSResultGroup = chapterStyles;

  /** `side`: words beside the stage; `overlay`: over it; `flow`: no stage stays. A narrow story lays all words over the stage. */
  @property({ reflect: true }) layout: ChapterLayout = 'side';

  /** The chapter's title, as a heading of the second level; the slot `heading` can hold another. */
  @property() heading: string = '';

  /** How pictures move: `full`, `stepped` or `static`. Set by the story. */
  @property({ reflect: true }) motion: MotionMode = 'full';

  #steps: readonly StoryStep[] = [];
  #parts: readonly Part[] = [];
  #settled = false;
  #place: [at: number, progress: number] = [-1, 0];
  readonly #awaited = new Set<string>();

  /** The steps in reading order. */
  get steps(): readonly StoryStep[] {
    return this.#steps;
  }

  /** The chapter's title as text, for the list of steps. */
  get label(): string {
    const slotted = this.querySelector(':scope > [slot="heading"]')?.textContent ?? '';
    return slotted.trim() || this.heading;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('motion')) this.describe();
  }

  protected override render(): TemplateResult {
    return html`
      <div class="track">
        <div class="head" part="head">
          <slot name="heading"
            >${this.heading ? html`<div><h2>${this.heading}</h2></div>` : nothing}</slot
          >
        </div>
        <div class="stage" part="stage"><slot name="stage"></slot></div>
        <div class="steps" part="steps"><slot></slot></div>
      </div>
    `;
  }

  /**
   * To be called when steps or scenes came, went or changed places.
   * @internal
   */
  refresh(): void {
    const scenes = [...this.children].filter((child) => child.slot === 'stage');
    this.#steps = [...this.querySelectorAll('*')].filter((node) => node instanceof StoryStep);
    const owners = this.#steps.map((step) => this.#sceneOf(step, scenes));
    this.#parts = scenes.map((scene) => {
      let passed = -1;
      const latest = owners.map((owner, at) => (passed = owner === scene ? at : passed));
      return { scene, latest, first: owners.indexOf(scene) };
    });
    this.#settled = false;
    this.describe();
    const ready = scenes.flatMap((scene) => (isScene(scene) && scene.ready ? [scene.ready] : []));
    void Promise.all(ready).then(() => {
      if (this.#settled || !this.isConnected) return;
      this.#settled = true;
      this.describe();
    });
    for (const scene of scenes)
      definedLate(scene, this.#awaited, () => {
        if (!this.isConnected) return;
        this.refresh();
        this.show(...this.#place);
      });
  }

  /**
   * Shows where the reader is. A scene is given the latest step of its own, or, before all of them, the point
   * that its first step starts from.
   * @param at index of the active step among this chapter's steps; negative before, past the end after them
   * @param progress through that step, 0 to 1
   * @internal
   */
  show(at: number, progress: number): void {
    this.#place = [at, progress];
    const here = Math.min(Math.max(at, 0), this.#steps.length - 1);
    for (const { scene, latest, first } of this.#parts) {
      const passed = at < 0 ? -1 : latest[here]!;
      const step = this.#steps[passed < 0 ? first : passed];
      if (!step) continue;
      const end = passed === at && step.scrub ? Math.min(1, progress / step.end) : 1;
      cueElement(scene, { step: step.cueName, progress: passed < 0 ? 0 : end }, this.motion);
      const off = latest[here] !== here;
      if (off !== scene.hasAttribute('data-off')) scene.toggleAttribute('data-off', off);
    }
  }

  /**
   * Gives every step its picture in words and, where nothing moves, its still.
   * @internal
   */
  describe(): void {
    const still = this.motion === 'static' && this.layout !== 'flow';
    this.#steps.forEach((step, at) => {
      step.placed = true;
      const scene = this.#parts.find(({ latest }) => latest[at] === at)?.scene;
      step.motion = this.motion;
      if (!scene) return;
      step.description = isScene(scene)
        ? (scene.describe?.(step.cueName) ?? '')
        : (scene.getAttribute('alt') ?? scene.getAttribute('aria-label') ?? '');
      step.still = still ? stillOf(scene, step.cueName) : undefined;
    });
  }

  #sceneOf(step: StoryStep, scenes: readonly Element[]): Element | undefined {
    if (!step.scene) return scenes[0];
    const found = scenes.find((scene) => scene.id === step.scene);
    if (!found && !isComing(this))
      warn(
        'unknown-scene',
        `<${step.localName} id="${step.id}"> asks for the scene "${step.scene}"; the ids in its stage are ${quoted(scenes.map(({ id }) => id).filter(Boolean))}.`,
        step,
      );
    return found;
  }
}

/** What a story has while it is still being brought in, and whether an element is of such a story. */
export const coming = 'data-coming';
export const isComing = (element: Element): boolean => !!element.closest(`[${coming}]`);

/** A scene of the stage, and which of the chapter's steps it shows. */
interface Part {
  readonly scene: Element;
  /** For each step of the chapter, the index of the scene's latest own step; -1 before all of them. */
  readonly latest: readonly number[];
  /** Index of its first own step; -1 if it has none. */
  readonly first: number;
}
