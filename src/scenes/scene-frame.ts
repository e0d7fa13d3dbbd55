import { html, nothing, type TemplateResult } from 'lit';
import { ownScroll } from '../controllers/own-scroll.js';
import { say, type Phrases } from '../core/phrases.js';
import { maxRows } from '../core/table.js';
import type { DataState } from './scene-data.js';

/** What stands in the frame of a scene. */
export interface Frame {
  readonly words: Phrases;
  readonly picture: TemplateResult | typeof nothing;
  /** The picture in words; empty while there is nothing to say. */
  readonly label: string;
  /** What is said in the picture's place; empty where the picture is right. */
  readonly notice: string;
  /** Whether there is a table of data to show. */
  readonly hasTable: boolean;
  /** Called when the table of data is shown or hidden. */
  readonly toggled: (event: Event) => void;
}

/** The picture of a scene, with its notice and the disclosure of its data. */
export const renderFrame = ({
  words,
  picture,
  label,
  notice,
  hasTable,
  toggled,
}: Frame): TemplateResult =>
  // Without a word to say, the picture is no image to a screen reader.
  html`
    <figure part="figure">
      <div
        class="picture"
        part="picture"
        role=${label ? 'img' : nothing}
        aria-label=${label || nothing}
      >
        <i translate="no">Hamburgefonstiv 0123456789</i>${picture}
      </div>
      ${
        notice
          ? html`<p class="notice" part="notice" role="note" .textContent=${notice}></p>`
          : nothing
      }
      <details part="data" ?hidden=${!hasTable} @toggle=${toggled}>
        <summary .textContent=${words.showData}></summary>
        <div
          class="table"
          tabindex="0"
          role="group"
          aria-label=${words.showData}
          @wheel=${ownScroll}
          @touchmove=${ownScroll}
        >
          <slot></slot>
          <div class="source"></div>
        </div>
      </details>
    </figure>
    <slot name="steps" hidden></slot>
  `;

/**
 * What stands in the picture's place where the data are not ready.
 * @param count how many rows there are, where that is more than are read
 */
export function noticeOf(
  state: DataState,
  words: Phrases,
  count: number,
  language: string | undefined,
): string {
  return {
    loading: words.loading,
    empty: words.noData,
    bad: words.badData,
    large: say(language, 'tooManyRows', { count, most: maxRows }),
    ready: '',
  }[state];
}
