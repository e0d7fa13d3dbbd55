import { LitElement, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { MotionMode } from '../../core/cue.js';
import { version } from '../../core/define.js';
import { story } from './story.js';
import { storyStyles } from './story.styles.js';

/**
 * The finished story "Forty-one minutes" in one tag. It holds the words alone and depends on no scene and no
 * engine, so that the words stand even if what moves them fails to load.
 *
 * @summary The story in one tag.
 * @csspart story - The story.
 * @csspart chapter - Each chapter.
 * @csspart step - Each step.
 */
export class FortyOneMinutes extends LitElement {
  static readonly version: string = version;
  static override styles: CSSResultGroup = storyStyles;

  /** `light`, `dark`, `system`, or empty: as the host page's `color-scheme`. */
  @property() theme: string = '';

  /** How pictures move: `full`, `stepped`, `static`; empty asks the reader's system. */
  @property() motion: MotionMode | '' = '';

  #prerendered = false;

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // A declarative shadow root brings the same markup; it is kept, and its elements come alive where they stand.
    this.#prerendered = !!this.shadowRoot?.firstElementChild;
    if (this.#prerendered) this.#holdStill();
    const root = super.createRenderRoot();
    if (this.#prerendered) this.shadowRoot!.querySelector('style')?.remove();
    return root;
  }

  protected override shouldUpdate(): boolean {
    if (this.#prerendered) this.#pass();
    return !this.#prerendered;
  }

  protected override updated(): void {
    this.#pass();
  }

  protected override render(): TemplateResult {
    return story();
  }

  /**
   * Keeps the room of the words while they come alive: between its first element and its last the story has other
   * heights, which nobody sees, but which would move the scroll of a page that is measured meanwhile.
   */
  #holdStill(): void {
    this.style.minBlockSize = `${this.offsetHeight}px`;
    requestAnimationFrame(() => (this.style.minBlockSize = ''));
  }

  #pass(): void {
    const inner = this.renderRoot.querySelector('[part~="story"]');
    if (this.id) inner?.setAttribute('name', this.id);
    for (const name of ['theme', 'motion'] as const) {
      if (this[name]) inner?.setAttribute(name, this[name]);
      else inner?.removeAttribute(name);
    }
  }
}
