import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import type { MotionMode } from '../core/cue.js';
import { phrases } from '../core/phrases.js';
import { warn } from '../core/warn.js';
import { langOf } from '../controllers/ancestors.js';
import { BaseElement } from '../controllers/base-element.js';
import { element, property, state, text } from '../controllers/property.js';
import { slotOf, memberOf } from '../controllers/foreign.js';
import { guarded } from './guard.js';
import { settleIds } from './still.js';
import { stepStyles } from './story-step.styles.js';

/**
 * A few sentences, and the cue that they give to the scene beside them.
 *
 * @summary One step of a story.
 * @slot - The words: paragraphs, and whatever else belongs to them.
 * @slot still - The still picture, which the chapter puts there where the story is read as text or printed.
 * @csspart card - The box around the words.
 * @csspart still - The still picture after the words, where the story is read as text or printed.
 * @cssprop [--story-gap=66svh] - Empty way after the words, in which the picture is seen alone.
 */
export class StoryStep extends BaseElement {
  static override styles: CSSResultGroup = stepStyles;

  /** Name of the scene's state; the step's id if empty. Without an id a step has no deep link. */
  @property() step: string = '';

  /** The id of the scene that the step shows, where the stage holds several; the first if empty. The console names an unknown one. */
  @property() scene: string = '';

  /** Whether the picture follows the scroll through this step; else it plays to the step's end when it is entered. */
  @property({ type: Boolean }) scrub: boolean = false;

  /** Where in a scrubbed step its picture is complete, as a share of the step, above 0 to 1. For anything else it is 0.6, and the console says so. */
  @property({ type: Number, attribute: 'scrub-end' }) scrubEnd: number = usualEnd;

  /** The claims that the words make: their short names parted by spaces. For tests and tools; it shows nothing. */
  @property() claims: string = '';

  /** A few words that name the step in the list of steps; its first words if empty. */
  @property() name: string = '';

  /** Whether the reader is here. Set by the story; style by `[active]`. */
  @property({ type: Boolean, reflect: true }) active: boolean = false;

  /** How pictures move: `full`, `stepped` or `static`. Set by the story. */
  @property({ reflect: true }) motion: MotionMode = 'full';

  /** What the picture shows at this step, in words. Set by the chapter from the scene. */
  @property({ attribute: false, read: text }) description: string = '';

  /** A picture that stands still after the words. Set by the chapter where nothing moves. */
  @property({ attribute: false, read: element }) still: Element | undefined = undefined;

  /**
   * Whether a chapter of a story has it. Set by the chapter.
   * @internal
   */
  placed: boolean = false;

  @state() private _lang: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this._lang = langOf(this);
    // A story gives its steps their place as soon as it is there; a page that still arrives may bring it later.
    requestAnimationFrame(() => {
      if (this.isConnected && !this.placed && document.readyState !== 'loading')
        warn(
          'stray-step',
          `<${this.localName} id="${this.id}"> stands outside a chapter of a story; put it in one.`,
          this,
        );
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.placed = this.active = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('scrubEnd') && this.end !== this.scrubEnd)
      warn(
        'scrub-end',
        `<${this.localName} id="${this.id}"> has scrub-end "${this.scrubEnd}"; give a number above 0, at most 1.`,
        this,
      );
  }

  protected override render(): TemplateResult {
    const { description, still } = this;
    return html`
      <div class="card" part="card">
        <slot></slot>
        ${
          description && !still
            ? html`<p
                class="hidden-words"
                .textContent=${phrases(this._lang).picture + description}
              ></p>`
            : nothing
        }
      </div>
      ${
        still
          ? html`<figure part="still">
              <div class="view"><slot name="still"></slot></div>
              <figcaption .textContent=${description}></figcaption>
            </figure>`
          : nothing
      }
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('still')) return;
    const { still } = this;
    // One may have come with a copy of the step, too.
    for (const child of [...this.children])
      if (child !== still && slotOf(child) === 'still') Element.prototype.remove.call(child);
    if (!still) return;
    guarded(still, 'place', () => {
      Element.prototype.setAttribute.call(still, 'slot', 'still');
      // In the page, whose style sheets it goes by, and not by Lit, which could not take out a form that has a field called
      // `remove`.
      this.append(still);
      settleIds(still, `still-${++stills}`);
    });
  }

  /** What it says, without what its still says. */
  get words(): string {
    return [...this.childNodes]
      .map((node) => (node === this.still ? '' : (memberOf(node, 'textContent') ?? '')))
      .join('');
  }

  /** The scene's state that the step asks for. */
  get cueName(): string {
    return this.step || this.id;
  }

  /** Where its picture is complete, if it is scrubbed: `scrub-end` where that is a share of the step. */
  get end(): number {
    const { scrubEnd } = this;
    return scrubEnd > 0 && scrubEnd <= 1 ? scrubEnd : usualEnd;
  }

  /** What the step is called in the list of steps. */
  get label(): string {
    if (this.name) return this.name;
    const words = this.words.trim().split(/\s+/);
    const first = words.slice(0, 6).join(' ');
    // Some languages have no spaces between words.
    if (first.length > 80) return `${first.slice(0, 30)}…`;
    return first + (words.length > 6 ? '…' : '');
  }
}

/** How many stills were placed. */
let stills = 0;

/** A scrubbed picture is complete while the words are still there to be read. */
const usualEnd = 0.6;
