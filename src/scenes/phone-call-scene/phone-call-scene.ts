import { html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { numberOrText, property } from '../../controllers/property.js';
import type { Numbers, Transition } from '../../controllers/timeline-controller.js';
import type { RowInput } from '../../core/table.js';
import { warn } from '../../core/warn.js';
import { SceneElement } from '../scene-element.js';
import { callLog } from './call-log.js';
import { longest, readDuration, scene, usualDuration, type CallState } from './scene.js';
import { describeCalls } from './describe.js';
import { phoneCallStyles } from './phone-call-scene.styles.js';
import { singleCall } from './single-call.js';
import type { CallData, CallView } from './view.js';

/** The properties that are this scene's own. */
const own = ['from', 'to', 'fromTone', 'toTone', 'duration', 'unit'] as const;

/**
 * One call between two ends, minute by minute, or, with a list of calls, a log of several.
 *
 * The line that is alive is an even sine, a sign that it is open; it shows nothing of what was said.
 *
 * @summary A telephone call with its clock and what is known of its minutes, or a log of calls.
 * @slot - For a log, an `<ol>` of calls: each `<li>` has `data-from`, `data-to`, and may have `data-tone`,
 *   `data-to-tone` and `data-kind` (`call` or `joined`); its text is what is said of the call. A table with these
 *   columns does as well. Without either the scene is a single call, drawn from its attributes.
 * @slot steps - The states: a table, or an element round one, with a row a step. Put `hidden` on it: it is not shown. A single
 *   call without it has the steps `expected`, `connected`, `length` and `invitation` (the last minute lit); a log
 *   has `calls`.
 * @cssprop --story-display-font - Font of the clock and of words in italics; the page's if not set.
 * @cssprop --story-mark - Marks of minutes, and the line of a call that is over or only expected.
 */
export class PhoneCallScene extends SceneElement<typeof scene> {
  static override readonly scene: typeof scene = scene;
  static override styles: CSSResultGroup = [SceneElement.styles, phoneCallStyles];

  /** Name of the end that calls. */
  @property() from: string = '';

  /** Name of the end that is called. */
  @property() to: string = '';

  /** Colour of the end that calls: `a`, `b`, `c` or `d`. */
  @property({ attribute: 'from-tone' }) fromTone: string = 'a';

  /** Colour of the end that is called: `a`, `b`, `c` or `d`. */
  @property({ attribute: 'to-tone' }) toTone: string = 'b';

  /** Length of the call in whole minutes, 1 to 600; each has a mark. For anything else it is 10, and the console says so. */
  @property({ read: numberOrText }) duration: number | string = usualDuration;

  /** The word for minutes on the scale. */
  @property() unit: string = 'min';

  #view!: CallView;
  #paint: ((numbers: Readonly<Numbers>) => void)[] | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    // The states that a call has of its own follow from its length, so they are read again too.
    if (own.some((name) => changed.has(name))) this.reread();
    super.willUpdate(changed);
  }

  /** The calls of a log, as objects whose keys are column names: another name of `data`. */
  get calls(): readonly RowInput<typeof scene.columns>[] | undefined {
    return this.data;
  }

  set calls(calls: readonly RowInput<typeof scene.columns>[] | undefined) {
    this.data = calls;
  }

  protected override get hasData(): boolean {
    return !this.#hasCalls || this.rows.length > 0;
  }

  protected layout(): void {
    this.#check();
    const data = this.#callData;
    this.#view = (data.log ? callLog : singleCall)(data);
    this.#paint = undefined;
  }

  protected start(): Numbers {
    // What the first state has of the call itself is there from the start; its words and marks come.
    const { clock, line = '', only = '' } = this.allStates[0] ?? {};
    return this.pose({ clock, line, only } as CallState);
  }

  protected pose(state: CallState): Numbers {
    const { fades } = this.#view;
    return Object.assign(
      this.#view.pose(state),
      ...fades.map((each) => each.pose(state)),
    ) as Numbers;
  }

  protected override transition(...way: Parameters<Transition>): void {
    this.#view.transition?.(...way);
  }

  protected renderPicture(): TemplateResult {
    return html`<div class="frame ${this.rtl ? 'rtl' : ''}">${this.#view.template}</div>`;
  }

  protected draw(numbers: Readonly<Numbers>): void {
    this.#paint ??= [this.#view, ...this.#view.fades].map((part) => part.painter(this.renderRoot));
    for (const draw of this.#paint) draw(numbers);
  }

  protected describeState(state: CallState): string {
    return describeCalls(this.#callData, state);
  }

  /** Whether this is a log: whether it was given calls, readable or not. */
  get #hasCalls(): boolean {
    return !!(this.rows.length || this.data || this.src || this.hasContent);
  }

  get #callData(): CallData {
    const { from, to, fromTone: tone, toTone, unit, language } = this;
    return {
      call: { from, to, tone, toTone, kind: '', text: '' },
      duration: this.#minutes,
      unit,
      log: this.#hasCalls,
      calls: this.rows,
      states: this.allStates,
      language,
      width: this.size.width,
    };
  }

  get #minutes(): number {
    const minutes = readDuration(this.duration);
    if (!minutes)
      complain(this, '', 'duration', this.duration, `whole minutes from 1 to ${longest}`);
    return minutes ?? usualDuration;
  }

  /** Names what the states say and the picture cannot show as it is. */
  #check(): void {
    const duration = this.#minutes;
    for (const state of this.allStates) {
      const where = `step "${state.step}": `;
      for (const name of ['clock', 'spanFrom', 'spanTo', 'mark'] as const) {
        const minute = state[name] ?? 0;
        if (minute < 0 || minute > duration)
          complain(this, where, name, minute, `a minute from 0 to ${duration}`);
      }
    }
  }
}

/** Tells, once, who wrote a call's attributes or states what is wrong with them and what mends it. */
function complain(
  scene: Element,
  where: string,
  name: string,
  value: string | number,
  remedy: string,
): void {
  const problem = `${where}${name} is ${JSON.stringify(value)}; write ${remedy}`;
  warn(`bad-${name}`, `<${scene.localName}> ${problem}.`, scene);
}
