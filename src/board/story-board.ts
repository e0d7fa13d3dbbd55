import { LitElement, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Claim } from '../core/claims.js';
import { isScene } from '../core/cue.js';
import { formatNumber } from '../core/numbers.js';
import { readingMinutes, wordsAMinute } from '../core/timing.js';
import type { StoryChapter } from '../story/story-chapter.js';
import type { StoryStep } from '../story/story-step.js';
import { paleIn } from './contrast.js';
import { dress, frame, phone, wide, type Frame, type Source } from './frame.js';
import {
  checks,
  preflight,
  reading,
  smallPhone,
  type CheckName,
  type Finding,
  type StepReport,
} from './preflight.js';
import { drawnIn, findStory, ledgerOf, proseOf, readStep, stepsOf, textOf } from './read.js';
import { boardStyles } from './story-board.styles.js';

/** One step on the board. */
interface Sheet {
  readonly step: StoryStep;
  readonly read: ReturnType<typeof readStep>;
  readonly wide: Frame;
  readonly phone: Frame;
}

/** What is known of the story once it is there. */
interface Board {
  readonly source: Source;
  readonly ledger: readonly Claim[];
  readonly sheets: readonly Sheet[];
}

const standings: Record<string, string> = {
  corroborated: 'Corroborated',
  partly: 'Partly corroborated',
  uncorroborated: 'Not corroborated',
  contested: 'Contested',
};

const frames = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
};

/**
 * All steps of a story as stills, wide and on a phone, with their words, what the pictures show, and their claims,
 * to be looked at or printed, under a preflight that says what is to be mended. The story is drawn by its own
 * elements: a still is the same element at the same size that the story shows, standing still.
 *
 * @summary A storyboard of the story that stands in it.
 * @slot - A `<scroll-story>`, or what has one in it.
 */
export class StoryBoard extends LitElement {
  static override styles: CSSResultGroup = boardStyles;

  /** The address of the page in which the story stands; steps link into it. Without one they show their link only. */
  @property() address: string = '';

  @state() private _board: Board | undefined;
  @state() private _findings: readonly Finding[] | undefined;

  /** Settles when every still is drawn and looked through. */
  readonly ready: Promise<void>;
  #settle!: (value: void | PromiseLike<void>) => void;
  #page = new CSSStyleSheet();

  constructor() {
    super();
    this.ready = new Promise((resolve) => (this.#settle = resolve));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.adoptedStyleSheets.push(this.#page);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== this.#page);
  }

  protected override firstUpdated(): void {
    this.#settle(this.#lookThrough());
  }

  protected override render(): TemplateResult {
    return html`
      <div class="source" inert aria-hidden="true"><slot></slot></div>
      <div class="measure" inert aria-hidden="true"></div>
      ${this._board ? this.#renderBoard(this._board) : nothing}
    `;
  }

  #renderBoard(board: Board): TemplateResult {
    const { sheets, source, ledger } = board;
    const header = source.story.querySelector(':scope > [slot="header"]');
    const chapters = [...new Set(sheets.map(({ step }) => step.closest('story-chapter')))];
    const words = sheets.reduce((sum, { read }) => sum + reading(read.words).words, 0);
    const sum = (name: string, value: string | number): TemplateResult =>
      html`<div>
        <dt>${name}</dt>
        <dd>${typeof value === 'number' ? formatNumber(value, 'en') : value}</dd>
      </div>`;
    return html`
      <article class="board">
        <header class="top">
          <p class="small">Storyboard</p>
          <h1>${titleOf(source)}</h1>
          <p class="standfirst">${header?.querySelector('p')?.textContent}</p>
          <dl class="sums">
            ${sum('Steps', sheets.length)} ${sum('Claims', ledger.length)} ${sum('Words', words)}
            ${sum(`Reading, at ${wordsAMinute} words a minute`, `${readingMinutes(words)} min`)}
          </dl>
        </header>
        ${this.#renderPreflight()}
        ${chapters.map((chapter) =>
          this.#renderChapter(
            chapter,
            sheets.filter(({ step }) => step.closest('story-chapter') === chapter),
          ),
        )}
      </article>
    `;
  }

  #renderPreflight(): TemplateResult {
    const found = this._findings;
    return html`
      <section class="preflight" aria-labelledby="preflight">
        <header>
          <h2 id="preflight">Preflight</h2>
          <p role="status">
            ${
              !found
                ? 'Looking the story through…'
                : found.length
                  ? `${found.length} to mend`
                  : 'Nothing to mend'
            }
          </p>
        </header>
        <ul class="checks">
          ${Object.entries(checks).map(([name, { title }]) => {
            const own = found?.filter(({ check }) => check === (name as CheckName)) ?? [];
            return html`<li class=${own.length ? 'mend' : ''}>
              ${mark(found ? (own.length ? 'cross' : 'tick') : '')}
              <span>${title}</span>
              <span class="small"
                >${found ? (own.length ? `${own.length} to mend` : 'Yes') : ''}</span
              >
              ${
                own.length
                  ? html`<ul>
                      ${own.map(renderFinding)}
                    </ul>`
                  : nothing
              }
            </li>`;
          })}
        </ul>
      </section>
    `;
  }

  #renderChapter(chapter: Element | null, sheets: readonly Sheet[]): TemplateResult {
    const { label = '', layout = '' } = (chapter ?? {}) as Partial<StoryChapter>;
    const layouts: Record<string, string> = {
      side: 'Words beside the picture',
      overlay: 'Words over the picture',
      flow: 'Words alone',
    };
    return html`
      <section class="chapter">
        <header>
          <h2>${chapter ? label || 'Without a heading' : 'Outside a chapter'}</h2>
          <p class="small">${layouts[layout]}</p>
        </header>
        ${sheets.map((sheet) => this.#renderSheet(sheet))}
      </section>
    `;
  }

  #renderSheet({ step, read, wide: onDesk, phone: onPhone }: Sheet): TemplateResult {
    const { sheets, ledger, source } = this._board!;
    const index = sheets.findIndex((sheet) => sheet.step === step);
    const { words, seconds } = reading(read.words);
    const link = `#${source.story.getAttribute('name') || source.story.id}/${read.id}`;
    const own = this._findings?.filter((finding) => finding.index === index) ?? [];
    return html`
      <article class="step ${read.scene ? '' : 'textonly'}" aria-labelledby="step-${index}">
        <div class="said">
          <p class="number" aria-hidden="true">${index + 1}</p>
          <h3 id="step-${index}">${read.name}</h3>
          <div class="words">${wordsFor(step)}</div>
          <p class="small">
            ${this.address ? html`<a href=${this.address + link}><code>${link}</code></a>` : html`<code>${link}</code>`}<br />
            ${words} words, ${seconds}
            seconds${step.scrub ? '; the picture follows the scroll' : ''}
          </p>
          ${
            own.length
              ? html`<ul class="mend small">
                  ${own.map(
                    ({ problem, remedy }) =>
                      html`<li><strong>To mend:</strong> it ${problem}. ${remedy}</li>`,
                  )}
                </ul>`
              : nothing
          }
        </div>
        ${
          read.scene
            ? html`
                ${this.#renderStill('wide', 'Wide, 1280 × 800', onDesk)}
                ${this.#renderStill('phone', 'Phone, 390 × 844', onPhone)}
                <p class="shown">${read.description}</p>
              `
            : nothing
        }
        ${
          read.claims.length
            ? html`<ul class="claims">
                ${read.claims.map((id) =>
                  renderClaim(
                    id,
                    ledger.find((claim) => claim.id === id),
                  ),
                )}
              </ul>`
            : nothing
        }
      </article>
    `;
  }

  #renderStill(name: string, caption: string, { element }: Frame): TemplateResult {
    // Nothing in it is to be read or used here; until it is looked through it has to be seen by axe.
    return html`<figure>
      <div class="still ${name}" ?inert=${!!this._findings}>${element}</div>
      <figcaption>${caption}</figcaption>
    </figure>`;
  }

  async #lookThrough(): Promise<void> {
    const source = await this.#story();
    if (!source || !this.isConnected) return;
    dress(this, source.story);
    this.#page.replaceSync(pageRule(titleOf(source)));
    const ledger = ledgerOf(source);
    const sheets = stepsOf(source.story).map((step) => ({
      step,
      read: readStep(step, source),
      wide: frame(source, step, wide),
      phone: frame(source, step, phone),
    }));
    this._board = { source, ledger, sheets };
    await this.updateComplete;
    for (const sheet of sheets)
      if (sheet.read.scene) await Promise.all([sheet.wide.fill(), sheet.phone.fill()]);
    await frames(3);
    const drawn = sheets.filter(({ read }) => read.scene);
    const pale = await paleIn(
      drawn.flatMap((sheet) => [sheet.wide.element, sheet.phone.element]),
      drawn.flatMap(() => ['wide', 'phone']),
    );
    const steps: StepReport[] = [];
    for (const sheet of sheets) {
      const at = drawn.indexOf(sheet);
      steps.push({
        ...sheet.read,
        smallPhone: await this.#heightOf(sheet.step, source),
        pictures: at < 0 ? [] : [sheet.wide, sheet.phone].map((one) => drawnIn(one.picture())),
        pale: at < 0 ? [] : [...pale[at * 2]!, ...pale[at * 2 + 1]!],
      });
    }
    const lang =
      source.story.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang;
    this._findings = preflight({ lang, ledger, steps });
    await this.updateComplete;
  }

  /** The story, once it and its scenes have their data. */
  async #story(): Promise<Source | undefined> {
    const [page] = [...this.children].filter((child) => !child.matches('style, script'));
    await updated(page);
    const source = page && findStory(page);
    if (!source) return undefined;
    for (const type of ['story-step-change', 'story-progress', 'story-complete', 'story-navigate'])
      this.renderRoot.querySelector('.source')!.addEventListener(type, (event) => {
        // Nobody reads here: the story must not count as read, nor put its steps into the address.
        event.stopPropagation();
        event.preventDefault();
      });
    // A module of the page may define them after this one has run.
    for (const { localName } of [
      source.story,
      ...source.story.querySelectorAll('story-chapter, story-step'),
    ])
      await customElements.whenDefined(localName);
    await updated(source.story);
    for (const scene of source.story.querySelectorAll('[slot="stage"]'))
      if (isScene(scene)) await scene.ready;
    await document.fonts.ready;
    await frames(2);
    return source;
  }

  /** How tall a step's words stand on a small phone; undefined where no picture stays beside them. */
  async #heightOf(step: StoryStep, source: Source): Promise<number | undefined> {
    const chapter = step.closest<StoryChapter>('story-chapter');
    if (!chapter || chapter.layout === 'flow') return undefined;
    const small = frame(source, step, smallPhone);
    this.renderRoot.querySelector('.measure')!.append(small.element);
    await small.fill();
    const words = small.element.shadowRoot!.querySelector<StoryStep>('story-step')!;
    await words.updateComplete;
    const { height } = words.shadowRoot!.querySelector('.card')!.getBoundingClientRect();
    small.element.remove();
    return height;
  }
}

/** Waits for an element of any copy of Lit. */
const updated = (element: Element | undefined): Promise<unknown> =>
  Promise.resolve((element as Partial<LitElement> | undefined)?.updateComplete);

const titleOf = ({ story }: Source): string =>
  story.querySelector(':scope > [slot="header"] :is(h1, h2)')?.textContent.trim() ?? 'A story';

/** Paper, and what stands at the foot of each sheet. */
const pageRule = (title: string): string => `
  @page {
    size: A4;
    margin: 12mm 14mm 16mm;
    @bottom-left { content: ${JSON.stringify(title)}; font: 8pt sans-serif; }
    @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; }
  }`;

/** The words themselves, plain; a heading within them is bold. */
const wordsFor = (step: StoryStep): TemplateResult[] =>
  proseOf(step).map((part) =>
    /^H\d$/i.test(part.tagName)
      ? html`<p><b>${textOf(part)}</b></p>`
      : html`<p>${textOf(part)}</p>`,
  );

const mark = (shape: '' | 'tick' | 'cross'): TemplateResult => html`
  <svg class="mark" viewBox="0 0 12 12" aria-hidden="true">
    <path d=${{ '': '', tick: 'M1 6.5 4.5 10 11 2', cross: 'M2 2l8 8M10 2l-8 8' }[shape]} />
  </svg>
`;

const renderFinding = ({ index, step, problem, remedy }: Finding): TemplateResult =>
  index < 0
    ? html`<li>${problem} ${remedy}</li>`
    : html`<li><strong>${index + 1}, ${step},</strong> ${problem}. ${remedy}</li>`;

function renderClaim(id: string, claim: Claim | undefined): TemplateResult {
  if (!claim)
    return html`<li>
      <span class="small">${id}</span>
      <p>Not in the ledger.</p>
    </li>`;
  const { speaker, hands, certainty, standing, sources } = claim;
  return html`
    <li>
      <p><span class="small">${id}</span> ${claim.claim}</p>
      <p class="certainty">
        ${standing ? html`<strong>${standings[standing] ?? standing}.</strong>` : nothing}
        ${certainty}
      </p>
      ${
        hands.length
          ? html`<ol class="hands" aria-label="Hands">
              ${hands.map((hand) => html`<li>${hand}</li>`)}
            </ol>`
          : html`<p class="small">${speaker}</p>`
      }
      ${
        sources.length
          ? html`<ul class="sources" aria-label="Sources">
              ${sources.map(({ name, href }) => html`<li><a href=${href} rel="external">${name}</a></li>`)}
            </ul>`
          : nothing
      }
    </li>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'story-board': StoryBoard;
  }
}
