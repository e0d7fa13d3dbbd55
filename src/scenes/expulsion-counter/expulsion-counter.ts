import {
  html,
  nothing,
  svg,
  type CSSResultGroup,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { property } from 'lit/decorators.js';
import type { Numbers } from '../../controllers/timeline-controller.js';
import { formatList, formatNumber } from '../../core/numbers.js';
import { maxCount } from '../../core/table.js';
import { quoted, warn } from '../../core/warn.js';
import { tokens } from '../../styles/tokens.styles.js';
import { person } from '../person.js';
import { SceneElement } from '../scene-element.js';
import { sceneStyles } from '../scene.styles.js';
import { arrangeBlocks } from './blocks.js';
import { styles } from './expulsion-counter.styles.js';
import { arrangeLines, type Strip } from './lines.js';
import { Notes, type PlacedNote } from './notes.js';
import { say } from './phrases.js';
import { isLit, Stage, type Picture } from './stage.js';
import { isApart, means, Poses, stateColumns, type State } from './states.js';
import { addUp, columns, readGroups, type Item, type Sum } from './sum.js';
import { insetOf, measureIn, textSize, type Frame } from './type.js';

interface View extends Picture {
  readonly em: number;
  readonly notes: readonly PlacedNote[];
}

/**
 * @summary People counted, one mark a person: groups beside each other with their totals, and the same marks apart,
 * one row for each country (or whoever did the counting).
 *
 * Data columns: `count` (required), `name` and/or `code` (a country by its ISO code of two letters is named in the
 * language of the page), `group`, `tone` (`a` to `d`; `c` unless told), `date` (ISO), `order`. State columns: `step`,
 * `description`, `arrangement` (`together` or `apart`), `solid` (0 outlines to 1 filled; 1 unless told), `lit` (codes
 * or names that stand out), `fade` (how far the others step back, 0 to 1; 0.6 unless told), `count` (how much of the
 * counting is done, 0 to 1; 1 unless told), `note`.
 *
 * A picture draws at most 2000 marks and says so where there are more people.
 *
 * @slot - A table with the data.
 * @slot steps - A hidden table with the states.
 * @csspart group - The name of a group.
 * @csspart total - The number of a group.
 * @csspart name - The name of a row.
 * @csspart count - The number of a row.
 * @csspart note - The text under the picture.
 * @cssprop --scene-inset-top - Height at the top, in px or %, that the picture leaves free; likewise right, bottom, left.
 */
export class ExpulsionCounter extends SceneElement<typeof columns, typeof stateColumns> {
  static override readonly styles: CSSResultGroup = [tokens, sceneStyles, styles];

  /**
   * The groups to draw, in order, by their values in the data, with a name to show if the value will not do:
   * `US=United States, EU=European Union, added up`; all groups if empty.
   */
  @property() groups: string = '';

  /** The last day that counts, as an ISO date; rows without a date always count. */
  @property() until: string = '';

  /** The word for what is counted, in the plural, for the description. */
  @property() unit: string = '';

  /** What the sums are based on, shown under the picture; a state's own note goes before it. */
  @property() note: string = '';

  protected readonly columns: typeof columns = columns;
  protected readonly stateColumns: typeof stateColumns = stateColumns;
  #poses = new Poses([], '');
  #view: View | undefined;
  #stage: Stage | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.fonts.addEventListener('loadingdone', this.#fontsCame);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.fonts.removeEventListener('loadingdone', this.#fontsCame);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const own = ['groups', 'until', 'unit', 'note'] as const;
    if (this.hasUpdated && own.some((name) => changed.has(name))) this.reread();
    super.willUpdate(changed);
  }

  protected defaultStates(): readonly Record<string, unknown>[] {
    return [
      { step: 'together', arrangement: 'together' },
      { step: 'apart', arrangement: 'apart' },
    ];
  }

  protected start(): Numbers {
    return this.#poses.start();
  }

  protected pose(state: State): Numbers {
    return this.#poses.pose(state);
  }

  protected layout(): void {
    const { width } = this.size;
    const style = getComputedStyle(this);
    const language = this.language;
    this.#stage = undefined;
    this.#view = undefined;
    const frame = this.#frame(style);
    const sum = this.#addUp(Math.min(maxCount, (frame.width * frame.height) / 45));
    if (!sum.items.length) return;

    const drawn = {
      count: formatNumber(sum.drawn, language),
      total: formatNumber(sum.total, language),
    };
    const basis = sum.drawn < sum.total ? say(language, 'countDrawn', drawn) : '';
    this.#poses = new Poses(this.allStates, this.note, basis);
    const choices = this.#choices(sum);
    const alone = new Set(choices.flatMap((choice) => [...choice]));

    const measure = measureIn(style.fontFamily);
    const under = new Notes(this.#poses.notes, frame, measure);
    const above = { ...frame, height: frame.height - under.height(true) };
    const blocks = arrangeBlocks(sum.groups, frame, measure, under.height(false));
    const lines = arrangeLines(sum.items, above, measure, this.#wording(), alone);
    const notes = this.#poses.notes.map((note) => under.place(note, note.apart ? lines : blocks));
    const left = this.rtl ? (x: number) => width - x : (x: number) => x;
    this.#view = { sum, blocks, lines, choices, language, left, notes, em: frame.em };
  }

  protected override get hasData(): boolean {
    return this.#addUp().items.length > 0;
  }

  protected renderPicture(): TemplateResult {
    const view = this.#view;
    if (!view) return html``;
    const { sum, blocks, lines, notes } = view;
    return html`
      <svg aria-hidden="true">
        <g class="people">
          ${sum.items.map(
            ({ tone, drawn }) =>
              svg`<g class="tone-${tone}">${Array.from({ length: drawn }, () => mark)}</g>`,
          )}
        </g>
      </svg>
      <div class="words" .style=${`font-size:${px(view.em)}`}>
        ${sum.groups.map(({ name, tone }, index) => {
          const head = blocks.heads[index]!;
          return html`<div class="head tone-${tone}">
            <div
              class="group"
              part="group"
              .style=${`${at(head.name.x, head.name.y, head.name.width)};font-size:${px(head.name.size)}`}
            >
              ${name}
            </div>
            <div
              class="figure total"
              part="total"
              .style=${`${at(head.figure.x, head.figure.y)};font-size:${px(head.figure.size)}`}
            ></div>
          </div>`;
        })}
        ${lines.strips.map((strip) => this.#row(strip, lines.size, false))}
        ${lines.strips
          .filter(({ items }) => isLit(items, view))
          .map((strip) => this.#row(strip, lines.size, true))}
        ${notes.map(
          ({ text, x, y, width, size, lines }) =>
            html`<p
              class="note"
              part="note"
              .style=${`${at(x, y, width)};font-size:${px(size)};-webkit-line-clamp:${lines}`}
            >
              ${text}
            </p>`,
        )}
      </div>
    `;
  }

  #row({ items, label, figure }: Strip, size: number, lit: boolean): TemplateResult {
    const single = items.length === 1;
    const kind = !single ? 'shared' : label.lines > 1 ? 'name' : 'name one';
    const height = lit ? figure.strong : figure.plain;
    return html`<div class="row ${lit ? 'lit' : 'plain'} tone-${items[0]!.tone}">
      <div
        class="label ${kind}"
        part="name"
        .style=${`${at(label.x, label.y, label.width)};font-size:${px(size)};text-indent:${px(label.indent)}`}
      >
        ${label.text}
      </div>
      ${
        single
          ? html`<div
              class="figure count"
              part="count"
              .style=${`${at(figure.x, figure.y - height / 2)};font-size:${px(height)}`}
            ></div>`
          : nothing
      }
    </div>`;
  }

  protected draw(numbers: Readonly<Numbers>): void {
    if (!this.#view || !this.picture) return;
    this.#stage ??= new Stage(this.picture, this.#view);
    this.#stage.draw(numbers);
  }

  protected describeState(state: State): string {
    const { groups, items } = this.#addUp();
    if (!items.length) return this.words.noData;
    const language = this.language;
    const number = (value: number): string => formatNumber(value, language);
    const row = ({ name, count }: Item): string =>
      say(language, 'countRow', { name, count: number(count) });
    const sentences = isApart(state)
      ? [say(language, 'countApart', { rows: formatList(items.map(row), language) })]
      : groups.map(({ name, total, items: own }) => {
          const sum = this.unit ? `${number(total)} ${this.unit}` : number(total);
          const parts = own.map((item) =>
            say(language, 'countPart', { name: item.name, count: number(item.count) }),
          );
          return own.length === 1
            ? say(language, 'countGroup', { name, sum })
            : say(language, 'countGroupOf', { name, sum, parts: formatList(parts, language) });
        });
    const lit = items.filter((item) => state.lit.some((name) => means(name, item)));
    if (lit.length)
      sentences.push(
        say(language, 'countLit', {
          names: formatList(
            lit.map(({ name }) => name),
            language,
          ),
        }),
      );
    if (state.solid === 0) sentences.push(say(language, 'countOutlined'));
    const note = state.note || this.note;
    return [...sentences, ...(note ? [note] : [])].join(' ');
  }

  protected override inherit(from: this): void {
    const { groups, until, unit, note } = from;
    Object.assign(this, { groups, until, unit, note });
  }

  #fontsCame = (): void => this.relayout();

  #addUp(most: number = maxCount): Sum {
    const sum = addUp(this.rows, {
      groups: readGroups(this.groups),
      until: this.until,
      language: this.language,
      most: Math.floor(most),
    });
    for (const problem of sum.problems)
      warn('bad-data', `<${this.localName}> data: ${problem}.`, this);
    return sum;
  }

  #choices({ items }: Sum): Set<Item>[] {
    for (const { arrangement, step } of this.allStates)
      if (arrangement && !/^(together|apart)$/.test(arrangement))
        warn(
          'bad-states',
          `<${this.localName}> states: the arrangement of "${step}" is "${arrangement}"; write together or apart.`,
          this,
        );
    return this.#poses.choices.map((names) => {
      const missing = names.filter((name) => name && !items.some((item) => means(name, item)));
      if (missing.length)
        warn(
          'bad-states',
          `<${this.localName}> states: lit ${quoted(missing)} is no row of the picture; write a code or a name from the data.`,
          this,
        );
      return new Set(items.filter((item) => names.some((name) => means(name, item))));
    });
  }

  #wording(): Parameters<typeof arrangeLines>[3] {
    const language = this.language;
    const number = (value: number): string => formatNumber(value, language);
    return {
      each: (items) =>
        say(language, 'countEach', {
          names: formatList(
            items.map(({ name }) => name),
            language,
          ),
          count: number(items[0]!.count),
        }),
      more: (items) =>
        say(language, 'countMore', {
          count: number(items.length),
          sum: number(items.reduce((sum, { count }) => sum + count, 0)),
        }),
    };
  }

  /** The picture's room: its box without the insets and a margin. */
  #frame(style: CSSStyleDeclaration): Frame {
    const { width, height } = this.size;
    const inset = (side: string, of: number): number =>
      insetOf(style.getPropertyValue(`--scene-inset-${side}`), of);
    const [top, bottom] = [inset('top', height), inset('bottom', height)];
    const [left, right] = [inset('left', width), inset('right', width)];
    const across = Math.max(80, width - left - right);
    const down = Math.max(80, height - top - bottom);
    const em = textSize(parseFloat(style.fontSize), across, down);
    const margin = Math.min(1.25 * em, across * 0.04);
    return {
      start: (this.rtl ? right : left) + margin,
      top: top + margin * 0.75,
      width: across - 2 * margin,
      height: down - 1.5 * margin,
      em,
    };
  }
}

const mark: TemplateResult<2> = svg`<path d=${person} transform="scale(0)"></path>`;

const px = (length: number): string => `${Math.round(length * 100) / 100}px`;

/** Where words stand, from the start edge. */
const at = (x: number, y: number, width?: number): string =>
  `inset-inline-start:${px(x)};inset-block-start:${px(y)}${width === undefined ? '' : `;inline-size:${px(width)}`}`;
