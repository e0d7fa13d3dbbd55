import {
  html,
  nothing,
  svg,
  type CSSResultGroup,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { property } from '../../controllers/property.js';
import type { Transition } from '../../controllers/timeline-controller.js';
import { exactSum } from '../../core/exact.js';
import { formatNumber } from '../../core/numbers.js';
import { phrasesVersion } from '../../core/phrases.js';
import { remember } from '../../core/remember.js';
import { clamp01 } from '../../core/timing.js';
import { quoted } from '../../core/warn.js';
import { readPer, sayPer, tellRaised } from '../per.js';
import { roomOf, type Room } from '../room.js';
import { SceneElement } from '../scene-element.js';
import { shapeOf } from '../shapes.js';
import { tell } from '../tell.js';
import { lineCount, measureIn } from '../type.js';
import { arrange } from './arrange.js';
import { styles } from './expulsion-counter.styles.js';
import type { Strip } from './lines.js';
import { painter, type Picture, type CounterPose } from './painter.js';
import { scene, type State } from './scene.js';
import { isApart, lights, means } from './states.js';
import {
  addAll,
  addUp,
  readEntries,
  readGroups,
  type Entries,
  type Item,
  type Sum,
} from './sum.js';
import { fill, riseOf, type Frame } from './type.js';

/** A text under the picture, and whether it belongs to the rows or to the blocks. */
type Note = readonly [text: string, apart: boolean];

/** How many groups and rows are drawn and described one by one; the smallest of more are added up. */
const most = { groups: 60, rows: 250 };

interface View extends Picture {
  /** Size of the text in pixels. */
  readonly em: number;
  /** The different notes of the states, and the style of each. */
  readonly notes: readonly Note[];
  readonly places: readonly string[];
}

/**
 * People counted, one mark a person: groups beside each other with their totals, and the same marks apart, one row
 * for each country (or whoever did the counting).
 *
 * A picture draws at most 2000 marks, fewer in a small box. Where there is more to count, a mark stands for several, and
 * the picture says for how many; the smallest of very many rows or groups are added up. All numbers stay as the data
 * have them.
 *
 * @summary People counted, one mark a person, added up or row by row.
 * @slot steps - The states: a table, or an element round one, with a row a step. Put `hidden` on it: it is not shown. Without it
 *   the steps are `together` and `apart`.
 * @csspart group - The name of a group.
 * @csspart total - The number of a group.
 * @csspart name - The name of a row.
 * @csspart count - The number of a row.
 * @csspart note - The text under the picture.
 * @cssprop --story-mark - What marks that step back turn towards.
 */
export class ExpulsionCounter extends SceneElement<typeof scene> {
  static override readonly scene: typeof scene = scene;
  static override readonly styles: CSSResultGroup = [SceneElement.styles, styles];

  /**
   * The groups to draw, in order, by their values in the data, with a name to show if the value will not do:
   * `US=United States, EU=European Union, added up`; all groups if empty. The console names a value
   * that no row has.
   */
  @property() groups: string = '';

  /** The last day that counts, as `2018-03-26` or as the page's language writes it; rows without a date always count. */
  @property() until: string = '';

  /** The word for what is counted, in the plural, for the description. */
  @property() unit: string = '';

  /**
   * How many units a mark stands for, above 0; 1 if empty. Where that is more marks than the picture has room for it
   * is more: 2, 5, 10, 20, 50 and so on. The picture and its description say so where it is not 1.
   */
  @property() per: number | string = '';

  /** What a mark looks like: `person`, `dot` or `square`. People are whole; of what is not, write another mark. */
  @property() mark: 'person' | 'dot' | 'square' = 'person';

  /** What the sums are based on, shown under the picture; a state's own note goes before it. */
  @property() note: string = '';

  #view: View | undefined;
  #paint: ReturnType<typeof painter> | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && own.some((name) => changed.has(name))) this.reread();
    super.willUpdate(changed);
  }

  /** Before the first step nobody is counted yet. */
  protected start(): CounterPose {
    const [first] = this.allStates;
    const stand = first ? this.pose(first) : { apart: 0, solid: 1, rows: [], notes: [] };
    return { ...stand, count: 0 };
  }

  protected pose(state: State): CounterPose {
    const rest = state.lit.length ? -clamp01(state.fade ?? 0.6) : 0;
    const { sum, notes, per } = this.#view ?? {};
    return {
      apart: Number(isApart(state)),
      solid: clamp01(state.solid ?? 1),
      count: clamp01(state.count ?? 1),
      rows: sum?.items.map((item) => (lights(state, item) ? 1 : rest)) ?? [],
      notes: notes?.map((note) => Number(String(note) === String(this.#noteOf(state, per!)))) ?? [],
    };
  }

  /** All rows have their colour until the last mark has come; only then do some step back. */
  protected override transition(
    ...[from, to, timeline, numbers]: Parameters<Transition<CounterPose>>
  ): void {
    const { apart, rows } = to;
    if (apart === from.apart) return;
    const back: Record<number, number> = {};
    rows.forEach((stand, at) => {
      if (apart ? stand < from.rows[at]! : stand > from.rows[at]!) back[at] = stand;
    });
    if (!Object.keys(back).length) return;
    const [fly, step] = apart ? [0, 0.9] : [0.5, 0];
    timeline
      .to(numbers, { apart, duration: 0.9, ease: 'none' }, fly)
      .to(numbers.rows, { ...back, duration: 0.5, ease: 'power1.inOut' }, step);
  }

  protected *layout(): Generator<void, void> {
    const { language } = this;
    const told = this.#view?.per ?? 1;
    this.#paint = this.#view = undefined;
    const room = roomOf(this.picture!);
    const shape = shapeOf(this, this.mark);
    const all = this.#entries();
    if (!all.entries.length) return;
    yield;

    const measure = measureIn(room.font);
    const frame = this.#frame(room, shape.height);
    const { em, width, height } = frame;
    const size = Math.max(Math.min(12, em), em * 0.8125);
    const wide = Math.min(width, size * 48);
    const mostLines = Math.max(2, Math.floor((height * 0.3) / (size * 1.4)));
    /** Notes wrap, and take at most a third of the height. */
    const linesOf = (notes: readonly Note[]): number => {
      const needed = Math.max(0, ...notes.map(([text]) => lineCount(text, wide, size, measure)));
      return Math.min(mostLines, needed);
    };
    /** Where marks stand for several, the line that says so is there from the first try. */
    const below = (per: number): number => {
      const clamp = linesOf(this.#notes(per));
      return clamp && clamp * size * 1.4 + 0.7 * em;
    };
    const { sum, blocks, lines, per } = yield* arrange(frame, measure, {
      below,
      asked: readPer(this, this.per),
      addUp: (groups) => this.#addUp(groups),
      alone: (found) => this.#alone(found),
      raised: (asked) => tellRaised(this, asked),
      wording: {
        each: (items) => this.say('countEach', { names: namesOf(items), count: items[0]!.count }),
        more: (items) =>
          this.say('countMore', {
            count: addAll(items, ({ rows }) => rows),
            sum: exactSum(items.map(({ count }) => count)),
          }),
      },
    });
    const notes = this.#notes(per);
    const clamp = linesOf(notes);
    // A note stands in line with what it belongs to, where there is room for that.
    const places = notes.map(([text, apart]) => {
      const { start, bottom } = apart ? lines : blocks;
      const across = Math.min(wide, measure(text) * size * 1.05);
      const x = Math.min(start, frame.start + width - across);
      return `${at(x, bottom + 0.7 * em, across)}${sized(size)}-webkit-line-clamp:${clamp}`;
    });
    const left = this.rtl ? (x: number) => this.size.width - x : (x: number) => x;
    const { rtl } = this;
    const { outline } = shape;
    const { rise } = frame;
    this.#view = {
      ...{ sum, blocks, lines, per, rise, outline, language, left, rtl },
      ...{ em, notes, places },
    };
    if (per !== told) this.redescribed();
  }

  protected override get hasData(): boolean {
    return this.#entries().entries.length > 0;
  }

  protected renderPicture(): TemplateResult {
    const view = this.#view;
    if (!view) return html``;
    const { sum, blocks, lines, rise } = view;
    return html`
      <svg aria-hidden="true">
        <g class="people">
          ${sum.items.map(({ tone }) => svg`<path .style=${toned(tone)}></path>`)}
        </g>
      </svg>
      <div class="words" .style=${`font-size:${px(view.em)};--_strong:${px(lines.strong)}`}>
        ${sum.groups.map(({ name, tone }, index) => {
          const { x, y } = blocks.corners[index]!;
          const start = x - (blocks.pitch * fill) / 2;
          const top = y - (blocks.pitch * rise) / 2;
          return html`<div
            class="head ${blocks.beside ? 'beside' : ''}"
            .style=${at(start, top, blocks.width) + sized(blocks.nameSize) + toned(tone)}
          >
            <div part="group" class="group" .textContent=${name}></div>
            <div
              part="total"
              class="figure total"
              translate="no"
              .style=${sized(blocks.size)}
            ></div>
          </div>`;
        })}
        ${lines.strips.map((strip) => this.#row(strip, lines.size))}
        ${view.notes.map(([text], index) => html`<p part="note" class="note" .style=${view.places[index]!} .textContent=${text}></p>`)}
      </div>
    `;
  }

  #row({ items, y, label, end }: Strip, size: number): TemplateResult {
    const single = items.length === 1;
    return html`<div class="row" .style=${sized(size) + toned(items[0]!.tone)}>
      <div
        part="name"
        class="label ${single ? 'name' : ''}"
        .style=${at(label.x, y, label.width)}
        .textContent=${label.text}
      ></div>
      ${single ? html`<div part="count" class="figure count" translate="no" .style=${at(end, y)}></div>` : nothing}
    </div>`;
  }

  protected draw(numbers: Readonly<CounterPose>): void {
    if (!this.#view || !this.picture) return;
    this.#paint ??= painter(this.picture, this.#view);
    this.#paint(numbers);
  }

  protected describeState(state: State): string {
    if (!this.#entries().entries.length) return this.words.noData;
    const { groups, items } = this.#addUp();
    const { language } = this;
    const lit = items.filter((item) => lights(state, item));
    const note = state.note || this.note;
    return [
      ...(isApart(state)
        ? [
            this.say('countApart', {
              rows: items.map(({ name, count }) => this.say('countRow', { name, count })),
            }),
          ]
        : groups.map(({ name, total, items: own }) =>
            this.say(!name ? 'countAll' : own.length === 1 ? 'countGroup' : 'countGroupOf', {
              name,
              sum: `${formatNumber(total, language)} ${this.unit}`.trim(),
              parts: own.map((item) =>
                this.say('countPart', { name: item.name, count: item.count }),
              ),
            }),
          )),
      ...(lit.length ? [this.say('countLit', { names: namesOf(lit) })] : []),
      ...(state.solid === 0 ? [this.say('countOutlined')] : []),
      sayPer(this.#view?.per ?? 1, this.unit, language),
      note,
    ]
      .filter(Boolean)
      .join(' ');
  }

  readonly #read = remember(
    (
      rows: Parameters<typeof readEntries>[0],
      groups: string,
      until: string,
      whole: boolean,
      language?: string,
    ) => {
      const found = readEntries(rows, { groups: readGroups(groups), until, whole, language });
      for (const problem of found.problems) tell(this, 'data', problem);
      return found;
    },
  );

  #entries(): Entries {
    const { whole } = shapeOf(this, this.mark);
    return this.#read(this.rows, this.groups, this.until, whole, this.language);
  }

  readonly #sum = remember((entries: Entries, kept: string, _spoken: string, groups: number) =>
    addUp(entries, {
      groups,
      rows: most.rows,
      kept: new Set(kept.split('\n')),
      rest: (count) => this.say('countRest', { count }),
    }),
  );

  #addUp(groups: number = most.groups): Sum {
    const lit = this.allStates.flatMap((state) => state.lit.map((name) => name.toLowerCase()));
    return this.#sum(
      this.#entries(),
      lit.join('\n'),
      `${this.language} ${phrasesVersion()}`,
      groups,
    );
  }

  /** The note of a state, after a word on what a mark stands for. */
  #noteOf(state: State, per: number): Note {
    const basis = sayPer(per, this.unit, this.language);
    return [`${basis} ${state.note || this.note}`.trim(), isApart(state)];
  }

  /** The different notes of the states. */
  #notes(per: number): Note[] {
    const all = this.allStates.map((state) => this.#noteOf(state, per)).filter(([text]) => text);
    return [...new Map(all.map((note) => [String(note), note])).values()];
  }

  /** The items that some state lights; they keep a row of their own. */
  #alone({ items }: Sum): Set<Item> {
    const names = this.allStates.flatMap(({ lit }) => lit.filter(Boolean));
    const missing = names.filter((name) => !items.some((item) => means(name, item)));
    if (missing.length)
      tell(this, 'states', `lit ${quoted(missing)} is in no row; write a code or a name`);
    return new Set(items.filter((item) => names.some((name) => means(name, item))));
  }

  /** The picture's room without a margin. */
  #frame({ left, right, top, width, height, em }: Room, markHeight: number): Frame {
    const margin = Math.min(1.25 * em, width * 0.04);
    return {
      start: (this.rtl ? right : left) + margin,
      top: top + margin * 0.75,
      width: width - 2 * margin,
      height: height - 1.5 * margin,
      em,
      per: 1,
      rise: riseOf(markHeight),
    };
  }
}

/** What an element has beyond its data and states. */
const own = ['groups', 'until', 'unit', 'note', 'per', 'mark'] as const;

const namesOf = (items: readonly Item[]): string[] => items.map(({ name }) => name);

const px = (length: number): string => `${Math.round(length * 100) / 100}px`;

const toned = (tone: string): string => `--_tone:var(--_${tone});`;

const sized = (size: number): string => `font-size:${px(size)};`;

/** Where words stand, from the start edge. */
const at = (x: number, y: number, width?: number): string =>
  `inset-inline-start:${px(x)};inset-block-start:${px(y)};${width ? `inline-size:${px(width)};` : ''}`;
