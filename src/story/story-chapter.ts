import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import type { MotionMode } from '../core/cue.js';
import { aboutParagraph } from '../core/paragraph.js';
import { quoted, warn } from '../core/warn.js';
import { BaseElement } from '../controllers/base-element.js';
import { allIn } from '../controllers/descendants.js';
import { idOf, slotOf } from '../controllers/foreign.js';
import { property } from '../controllers/property.js';
import { cueElement, readyOf } from './cue-element.js';
import { describePicture, scenesIn, type StageItem } from './stage-item.js';
import { definedLate } from './defined-late.js';
import { stillOf } from './still.js';
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
export class StoryChapter extends BaseElement {
  static override styles: CSSResultGroup = chapterStyles;

  /** `side`: words beside the stage; `overlay`: over it; `flow`: no stage stays. A narrow story lays all words over the stage. */
  @property({ reflect: true }) layout: ChapterLayout = 'side';

  /** The chapter's title, as a heading of the second level; the slot `heading` can hold another. */
  @property() heading: string = '';

  /** How pictures move: `full`, `stepped` or `static`. Set by the story. */
  @property({ reflect: true }) motion: MotionMode = 'full';

  #steps: readonly StoryStep[] = [];
  #parts: readonly Part[] = [];
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
            >${
              this.heading
                ? html`<div>
                    <h2><span .textContent=${this.heading}></span></h2>
                  </div>`
                : nothing
            }</slot
          >
        </div>
        <div class="stage" part="stage">
          <slot name="stage" @scene-redescribed=${this.#redescribe}></slot>
        </div>
        <div class="steps" part="steps"><slot></slot></div>
      </div>
    `;
  }

  /**
   * To be called when steps or scenes came, went or changed places.
   * @internal
   */
  refresh(): void {
    const stage = [...this.children].filter((child) => slotOf(child) === 'stage');
    const items = stage.flatMap((box) => scenesIn(box).map((scene) => ({ scene, box })));
    const scenes = items.map(({ scene }) => scene);
    this.#steps = allIn(this).filter((node) => node instanceof StoryStep);
    const owners = this.#steps.map((step) => this.#sceneOf(step, items));
    this.#parts = items.map(({ scene, box }) => {
      let passed = -1;
      const latest = owners.map((owner, at) => (passed = owner === scene ? at : passed));
      return { scene, box, latest, first: owners.indexOf(scene) };
    });
    this.#tellWrappers();
    this.describe();
    const parts = this.#parts;
    for (const scene of scenes)
      // Each by itself: one may never be ready.
      void readyOf(scene)?.then(() => {
        if (this.#parts === parts && this.isConnected) this.describe(scene);
      });
    for (const one of stage.flatMap((box) => [box, ...allIn(box)]))
      definedLate(one, this.#awaited, () => {
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
    for (const { scene, box, latest, first } of this.#parts) {
      const passed = at < 0 ? -1 : latest[here]!;
      const step = this.#steps[passed < 0 ? first : passed];
      if (!step) continue;
      const end = passed === at && step.scrub ? Math.min(1, progress / step.end) : 1;
      const cue = { step: step.cueName, progress: passed < 0 ? 0 : end };
      for (const element of new Set([box, scene])) cueElement(element, cue, this.motion);
      // A box with several scenes is there for each of them.
      const off = this.#parts.every((part) => part.box !== box || part.latest[here] !== here);
      Element.prototype.toggleAttribute.call(box, 'data-off', off);
    }
  }

  /**
   * Gives steps their picture in words and, where nothing moves, its still.
   * @param only the scene whose steps are meant; all unless told
   * @internal
   */
  describe(only?: Element): void {
    const isStatic = this.motion === 'static' && this.layout !== 'flow';
    const stills = new Set<Element>();
    this.#steps.forEach((step, at) => {
      step.placed = true;
      step.motion = this.motion;
      const part = this.#partOf(at);
      if (only && part?.scene !== only) return;
      step.description = part ? describePicture(part, step.cueName) : '';
      // A scene may make a still once and give it again; it can stand after one step alone.
      const isFree = (still: Element): boolean =>
        !stills.has(still) && (still === step.still || !still.isConnected);
      step.still = part && isStatic ? stillOf(part, step.cueName, isFree) : undefined;
      if (step.still) stills.add(step.still);
    });
  }

  /**
   * Whether a change in the page asks for a refresh: not one in the words of a step, nor that its still came or went. A still
   * that went with all the words, as where a script writes them anew, comes again.
   * @internal
   */
  isChangedBy({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
    if (!this.contains(target))
      return [...addedNodes].some((node) => Node.prototype.contains.call(node, this));
    const step = this.#steps.find((one) => one.contains(target));
    if (!step || (step === target && type === 'attributes')) return true;
    return removedNodes.length > 1 && [...removedNodes].includes(step.still!);
  }

  /** What a picture shows may depend on its size, which comes after its data. */
  #redescribe = ({ target }: Event): void => {
    this.#steps.forEach((step, at) => {
      const part = this.#partOf(at);
      if (part?.scene === target) step.description = describePicture(part, step.cueName);
    });
  };

  /** The scene that a step is a step of. */
  #partOf(at: number): Part | undefined {
    return this.#parts.find(({ latest }) => latest[at] === at);
  }

  /** Names what stands in the way: a wrapper round the stage, and a `<p>`, out of which words have fallen. */
  #tellWrappers(): void {
    for (const lost of this.querySelectorAll('[slot="stage"]')) {
      const { parentElement: wrapper } = lost;
      if (!wrapper || wrapper === this || wrapper.closest(this.localName) !== this) continue;
      if (!wrapper.closest('[slot]'))
        warn(
          'wrapped-stage',
          `<${lost.localName} slot="stage"> stands in a <${wrapper.localName}> and not in the chapter itself, so it is not in the stage; take the <${wrapper.localName}> away, or give it slot="stage".`,
          lost,
        );
    }
    for (const step of this.#steps)
      if (!step.words.trim() && aboutParagraph(step))
        warn(
          'wrapped-step',
          `<${step.localName} id="${step.id}"> has no words.${aboutParagraph(step)}`,
          step,
        );
  }

  #sceneOf(step: StoryStep, items: readonly StageItem[]): Element | undefined {
    if (!step.scene) return items[0]?.scene;
    const ids = items.flatMap(({ scene, box }) => [idOf(scene), idOf(box)]);
    const found = items.find(({ scene, box }) => [idOf(scene), idOf(box)].includes(step.scene));
    if (!found && !isLoading(this))
      warn(
        'unknown-scene',
        `<${step.localName} id="${step.id}"> asks for the scene "${step.scene}"; the ids in its stage are ${quoted(new Set(ids.filter(Boolean)))}.`,
        step,
      );
    return found?.scene;
  }
}

/** What a story has while it is still being brought in, and whether an element is of such a story. */
export const loading = 'data-loading';
export const isLoading = (element: Element): boolean => !!element.closest(`[${loading}]`);

/** A scene, and which of the chapter's steps it shows. */
interface Part extends StageItem {
  /** For each step of the chapter, the index of the scene's latest own step; -1 before all of them. */
  readonly latest: readonly number[];
  /** Index of its first own step; -1 if it has none. */
  readonly first: number;
}
