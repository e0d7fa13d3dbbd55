import { html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Numbers } from '../../controllers/timeline-controller.js';
import type { TextTable } from '../../core/table.js';
import { quoted, warn } from '../../core/warn.js';
import { tokens } from '../../styles/tokens.styles.js';
import { textList } from '../dom-table.js';
import { SceneElement } from '../scene-element.js';
import { sceneStyles } from '../scene.styles.js';
import { CallLog } from './call-log.js';
import { digitWidth } from './clock.js';
import {
  callColumns,
  callStateColumns,
  lines,
  longest,
  tone,
  type CallState,
  type Line,
} from './columns.js';
import { describeCall, describeLog } from './describe.js';
import { phoneCallStyles } from './phone-call-scene.styles.js';
import { SingleCall } from './single-call.js';
import type { CallData, CallView } from './view.js';

/** Minutes of a call that does not say how long it was. */
const usual = 10;

/** What a call can be: a call, or support that joined without one. */
const kinds = ['call', 'joined'];

/** The properties that are this scene's own. */
const own = ['from', 'to', 'fromTone', 'toTone', 'duration', 'unit'] as const;

/**
 * One call between two ends, minute by minute, or, with a list of calls, a log of several.
 *
 * The line that is alive is an even sine, a sign that it is open; it shows nothing of what was said.
 *
 * @summary A telephone call with its clock and what is known of its minutes, or a log of calls.
 * @slot - For a log, an `<ol>` of calls: each `<li>` has `data-from`, `data-to`, and may have `data-tone`,
 *   `data-to-tone` and `data-kind` (`call` or `joined`); its text is what is said of the call. A table with the
 *   columns `from`, `to`, `tone`, `to-tone`, `kind`, `text` does as well.
 * @slot steps - A table of states. A single call: `step`, `clock`, `line` (`waiting`, `open`, `closed`), `caption`,
 *   `span-from`, `span-to`, `span`, `mark`, `mark-words`, `from-note`, `to-note`, `blank`, `only`, `description`.
 *   A log: `step`, `calls`, `dim`, `total`, `total-words`, `caption`, `description`.
 * @csspart figure - All of it.
 * @csspart picture - The picture.
 * @csspart notice - What is said where data are missing or bad.
 * @csspart data - The disclosure with the data.
 * @cssprop [--story-display-font] - Font of the clock and of words in italics.
 * @cssprop [--scene-inset-top=0px] - What the picture leaves free at the top; also `-right`, `-bottom`, `-left`.
 */
export class PhoneCallScene extends SceneElement<typeof callColumns, typeof callStateColumns> {
  static override styles: CSSResultGroup = [tokens, sceneStyles, phoneCallStyles];

  /** Name of the end that calls. */
  @property() from: string = '';

  /** Name of the end that is called. */
  @property() to: string = '';

  /** Colour of the end that calls: `a`, `b`, `c` or `d` of the palette. */
  @property({ attribute: 'from-tone' }) fromTone: string = 'a';

  /** Colour of the end that is called: `a`, `b`, `c` or `d` of the palette. */
  @property({ attribute: 'to-tone' }) toTone: string = 'b';

  /** Length of the call in whole minutes, 1 to 600; each has a mark. */
  @property() duration: number | string = usual;

  /** The word for minutes on the scale. */
  @property() unit: string = 'min';

  protected readonly columns: typeof callColumns = callColumns;
  protected readonly stateColumns: typeof callStateColumns = callStateColumns;
  #view: CallView | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    // The states that a call has of its own follow from its length, so they are read again too.
    if (this.hasUpdated && own.some((name) => changed.has(name))) this.reread();
    super.willUpdate(changed);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.renderRoot.querySelector('details')!.hidden = !this.#hasCalls;
  }

  /** The calls of a log, as objects whose keys are column names: another name of `data`. */
  get calls(): readonly unknown[] | undefined {
    return this.data;
  }

  set calls(calls: readonly unknown[] | undefined) {
    this.data = calls;
  }

  protected override get hasData(): boolean {
    return !this.#hasCalls || this.rows.length > 0;
  }

  protected override readSlotted(element: Element): TextTable | undefined {
    const list = element.matches('ol, ul') ? element : element.querySelector('ol, ul');
    if (!list) return super.readSlotted(element);
    return list.childElementCount ? textList(list) : { columns: [], rows: [] };
  }

  protected override inherit(from: this): void {
    for (const name of own) Object.assign(this, { [name]: from[name] });
  }

  protected defaultStates(): readonly Record<string, unknown>[] {
    if (this.#hasCalls) return [{ step: 'calls' }];
    const duration = this.#minutes;
    return [
      { step: 'expected', clock: 0, line: 'waiting' },
      { step: 'connected', clock: Math.min(1, duration), line: 'open' },
      { step: 'length', clock: duration, line: 'open' },
      { step: 'invitation', clock: duration, line: 'open', mark: duration },
    ];
  }

  protected layout(): void {
    this.#check();
    const { width, height } = this.size;
    const box = { width, height, rtl: this.rtl, digit: digitWidth(this, this.language) };
    const View = this.#hasCalls ? CallLog : SingleCall;
    this.#view = new View(this.#callData, box);
  }

  protected start(): Numbers {
    return this.#view!.start();
  }

  protected pose(state: CallState): Numbers {
    return this.#view!.pose(state);
  }

  protected renderPicture(): TemplateResult {
    return html`<div class="frame">${this.#view!.template()}</div>`;
  }

  protected draw(numbers: Readonly<Numbers>): void {
    this.#view!.draw(this.renderRoot, numbers);
  }

  protected describeState(state: CallState): string {
    return this.#hasCalls
      ? describeLog(this.#callData, state)
      : describeCall(this.#callData, state);
  }

  /** Whether this is a log: whether it was given calls, readable or not. */
  get #hasCalls(): boolean {
    return (
      this.rows.length > 0 ||
      this.data !== undefined ||
      this.src !== '' ||
      [...this.children].some((child) => !child.slot && child.matches('ol, ul, table'))
    );
  }

  get #callData(): CallData {
    return {
      ends: [
        { name: this.from, tone: tone(this.fromTone, 'a') },
        { name: this.to, tone: tone(this.toTone, 'b') },
      ],
      duration: this.#minutes,
      unit: this.unit,
      calls: this.rows,
      states: this.allStates,
      language: this.language,
    };
  }

  get #minutes(): number {
    const minutes = Number(this.duration);
    if (Number.isInteger(minutes) && minutes >= 1 && minutes <= longest) return minutes;
    this.#complain(
      'duration',
      `duration is "${this.duration}"; write whole minutes from 1 to ${longest}`,
    );
    return usual;
  }

  /** Names what the states and calls say and the picture cannot show as it is. */
  #check(): void {
    const duration = this.#minutes;
    for (const state of this.allStates) {
      const { step, line } = state;
      if (line && !lines.includes(line.toLowerCase() as Line))
        this.#complain('states', `step "${step}": line is "${line}"; write ${quoted(lines)}`);
      for (const name of ['clock', 'spanFrom', 'spanTo', 'mark'] as const) {
        const value = state[name] ?? 0;
        if (value < 0 || value > duration)
          this.#complain(
            'states',
            `step "${step}": ${name} is ${value}; write a minute from 0 to ${duration}, the duration`,
          );
      }
    }
    for (const { kind, from, to } of this.rows)
      if (kind && !kinds.includes(kind.toLowerCase()))
        this.#complain('data', `${from} to ${to}: kind is "${kind}"; write ${quoted(kinds)}`);
  }

  #complain(what: string, problem: string): void {
    warn(`bad-${what}`, `<${this.localName}> ${problem}.`, this);
  }
}
