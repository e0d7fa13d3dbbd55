import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { langOf } from '../controllers/ancestors.js';
import { findContent, readHolder, readHolderInParts } from '../core/content.js';
import type { Markup } from '../core/markup.js';
import { aboutParagraph } from '../core/paragraph.js';
import {
  maxRows,
  readTable,
  readTableInParts,
  tableOf,
  type ReadTable,
  type Row,
  type TextTable,
} from '../core/table.js';
import { warn } from '../core/warn.js';
import { doAtOnce, type Work } from '../core/work.js';
import { unlessLeaving } from '../controllers/leaving.js';
import type { Given, SceneDescription } from './describe-scene.js';
import { markupOf } from './dom-table.js';
import { yieldToPage, inSlices } from './time-slicing.js';
import { tell } from './tell.js';
import { noteChanges } from './written.js';

/** The data of a scene: on their way, there, not given, partly unreadable, or more rows than are read. */
export type DataState = 'loading' | 'ready' | 'empty' | 'bad' | 'large';

/** Milliseconds that an address may take to answer. */
export const answerTimeout = 30_000;

/** Data of more rows are read in parts, between which the page has its turn. */
const longTable = 250;

/** Where a scene's data and states are, as its properties have it. */
interface Sources {
  readonly data: readonly unknown[] | null | undefined;
  readonly src: string | null;
  readonly states: readonly unknown[] | null | undefined;
}

/** A scene as its data see it. */
interface DataHost<D extends SceneDescription> {
  readonly element: Element & ReactiveControllerHost;
  /** What it takes and knows. */
  scene(): D;
  sources(): Sources;
  language(): string | undefined;
  /** What states of its own may follow from. */
  given(): Given<D['columns']>;
  /** Whether there is something to draw. */
  hasData(): boolean;
  /** Called when the state, and with it rows or states, may have changed. */
  changed(state: DataState): void;
}

/** Reads the data and the states of a scene, from wherever they are. */
export class SceneData<D extends SceneDescription> implements ReactiveController {
  rows: readonly Row<D['columns']>[] = [];
  /** States in order, their names, and each by its name. */
  states: readonly Row<D['stateColumns']>[] = [];
  steps: readonly string[] = [];
  byStep: ReadonlyMap<string, Row<D['stateColumns']>> = new Map();
  state: DataState = 'loading';
  /** The element outside the scene that `src` names. */
  source: Element | undefined;
  /** How many rows the data have, where that is more than are read; else 0. */
  tooMany = 0;
  /** Whether data stand in its content, readable or not. */
  hasContent = false;

  readonly #host: DataHost<D>;
  #request: AbortController | undefined;
  #changes: MutationObserver | undefined;
  #language: string | undefined;
  #stale = true;
  #hasOwnStates = false;
  /** What waits for the data that are on their way. */
  #waiting: (() => void)[] = [];

  constructor(host: DataHost<D>) {
    this.#host = host;
    host.element.addController(this);
  }

  hostConnected(): void {
    this.#changes = new MutationObserver((records) => {
      noteChanges(records);
      this.reread();
    });
    this.#changes.observe(this.#host.element, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: ['slot'],
    });
    this.reread();
  }

  hostDisconnected(): void {
    this.#changes?.disconnect();
    this.#end();
  }

  /** Whether it has to be read, for the first time or again. */
  get isStale(): boolean {
    return this.#stale || this.#language !== this.#host.language();
  }

  /** To be called when what it reads may have changed. */
  invalidate(): void {
    this.#stale = true;
  }

  /** Has it read again. */
  reread = (): void => {
    this.invalidate();
    this.#host.element.requestUpdate();
  };

  /** Takes over what another scene has read, and again once all of it is there. */
  copy(from: SceneData<D>): void {
    this.#stale = false;
    this.#language = this.#host.language();
    if (from.isStale) from.read();
    this.rows = from.rows;
    this.states = from.states;
    this.steps = from.steps;
    this.byStep = from.byStep;
    this.hasContent = from.hasContent;
    this.tooMany = from.tooMany;
    if (from.state === 'loading') from.#waiting.push(() => this.copy(from));
    this.#finish(from.state);
  }

  /** Reads all of it; what comes from an address comes later. */
  read(): void {
    const host = this.#host;
    this.#stale = false;
    this.#language = host.language();
    this.#end();
    this.source = undefined;
    const { element } = host;
    const { data, src } = host.sources();
    const { holders, columns, stateColumns } = host.scene();
    const content = findContent(markupOf(element), holders, columns, stateColumns);
    this.hasContent = content.data.length > 0;
    tellAll(element, 'states', content.stateProblems);
    if (!data && !src) tellAll(element, 'data', content.dataProblems);
    this.#readStates(content.states);
    if (data) return this.#do(this.#take(tableOf(data)), data.length);
    if (src?.startsWith('#')) return this.#readElement(src.slice(1).trim());
    if (src) return void this.#fetch(src);
    this.#do(this.#takeHolder(content.data[0]), rowsIn(element));
  }

  #readStates(table: Markup | undefined): void {
    const { element } = this.#host;
    const { stateColumns: columns } = this.#host.scene();
    const { states } = this.#host.sources();
    const given = states ? tableOf(states) : table && readHolder(table, columns);
    const read: ReadTable<D['stateColumns']> = given
      ? readTable(given, columns, this.#language)
      : { rows: [], problems: [] };
    const { rows, problems, hints = [] } = read;
    // A table of which nothing can be read leaves the scene the states of its own.
    this.#hasOwnStates = !rows.length;
    this.#useStates(rows);
    tellAll(element, 'states', [...problems, ...hints]);
  }

  #useStates(given: readonly Row<D['stateColumns']>[]): void {
    const { stateColumns, states } = this.#host.scene();
    this.states = this.#hasOwnStates
      ? readTable<D['stateColumns']>(tableOf(states(this.#host.given())), stateColumns).rows
      : given;
    this.steps = this.states.map(({ step }) => step);
    // Of two states with one name the first is meant.
    this.byStep = new Map([...this.states].reverse().map((row) => [row.step, row]));
  }

  #readElement(id: string): void {
    const { element } = this.#host;
    const root = element.getRootNode() as Document | ShadowRoot;
    const found = id && root.querySelector(`#${CSS.escape(id)}`);
    if (found) {
      this.source = found;
      const selector = this.#host.scene().holders.join();
      const holder = found.matches(selector) ? found : found.querySelector(selector);
      const work = this.#takeHolder(holder ? markupOf(holder) : undefined, langOf(found));
      return this.#do(work, rowsIn(found));
    }
    // What it points to may stand further down in a page that is still arriving.
    if (id && document.readyState === 'loading')
      return document.addEventListener('DOMContentLoaded', this.reread, { once: true });
    this.#fail(
      `there is no element with the id "${id}" in its document or shadow root; give a table that id`,
    );
  }

  /** Ends what is still on its way. */
  #end(): void {
    this.#request?.abort();
    this.#request = undefined;
    document.removeEventListener('DOMContentLoaded', this.reread);
  }

  async #fetch(src: string): Promise<void> {
    const { columns } = this.#host.scene();
    const use = { columns, lang: this.#language };
    const request = this.#begin();
    const { signal } = request;
    const tooLate = setTimeout(
      () => request.abort(new Error(`no answer after ${answerTimeout / 1000} seconds`)),
      answerTimeout,
    );
    // A server may answer after all, and a module may never come: what counts is the signal.
    const aborted = new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason as Error)),
    );
    try {
      const reading = unlessLeaving(
        import('../core/files.js').then(({ fetchFile }) => fetchFile(src, use, signal)),
      );
      const file = await Promise.race([reading, aborted]);
      await this.#doSlowly(this.#takeFile(file), request);
    } catch (error) {
      if (this.#request !== request) return;
      const why = error instanceof Error ? error.message : String(error);
      this.#fail(`src "${src}" could not be read: ${why}`);
    } finally {
      clearTimeout(tooLate);
      if (this.#request === request) this.#request = undefined;
    }
  }

  /** Does work that reads data: at once, or, where the data are long, in parts. */
  #do(work: Work<void>, rows: number): void {
    if (rows > longTable) void this.#doSlowly(work, this.#begin());
    else doAtOnce(work);
  }

  #doSlowly(work: Work<void>, request: AbortController): Promise<void> {
    return inSlices(work, yieldToPage, () => this.#request === request);
  }

  #begin(): AbortController {
    this.#request = new AbortController();
    this.state = 'loading';
    this.#host.changed('loading');
    return this.#request;
  }

  *#takeHolder(holder: Markup | undefined, lang?: string): Work<void> {
    const { columns } = this.#host.scene();
    const table = holder ? yield* readHolderInParts(holder, columns) : { columns: [], rows: [] };
    yield* this.#take(table, lang ?? holder?.get('lang'));
  }

  *#takeFile(file: Work<TextTable>): Work<void> {
    yield* this.#take(yield* file);
  }

  *#take(table: TextTable, lang: string | undefined = this.#language): Work<void> {
    const { columns } = this.#host.scene();
    const read: ReadTable<D['columns']> = table.columns.length
      ? yield* readTableInParts(table, columns, lang)
      : { rows: [], problems: [] };
    const { rows, problems, hints = [] } = read;
    this.rows = rows;
    // They may follow from the data.
    if (this.#hasOwnStates) this.#useStates([]);
    tellAll(this.#host.element, 'data', [...problems, ...hints]);
    this.tooMany = table.rows.length > maxRows ? table.rows.length : 0;
    const good = this.#host.hasData() ? 'ready' : 'empty';
    this.#finish(this.tooMany ? 'large' : problems.length ? 'bad' : good);
  }

  #fail(problem: string): void {
    this.rows = [];
    tell(this.#host.element, 'data', problem);
    this.#finish('bad');
  }

  #finish(state: DataState): void {
    const { element } = this.#host;
    this.state = state;
    if (state === 'empty')
      warn(
        'no-data',
        `<${element.localName}> has no data; put a table in it, or set its data or src.${aboutParagraph(element)}`,
        element,
      );
    this.#host.changed(state);
    if (state !== 'loading') for (const done of this.#waiting.splice(0)) done();
  }
}

/** How many rows the data in an element have at most. */
const rowsIn = (element: Element): number => element.querySelectorAll('tr, li').length;

/** Tells what is wrong with data or states. */
function tellAll(element: Element, what: string, problems: readonly string[]): void {
  for (const problem of problems) tell(element, what, problem);
}
