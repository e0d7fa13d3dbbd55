import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { langOf } from '../../controllers/ancestors.js';
import { BaseElement } from '../../controllers/base-element.js';
import { property, state } from '../../controllers/property.js';
import { claimIds, type Claim } from '../../core/claims.js';
import { fill } from '../../core/phrases.js';
import { asText } from '../../core/table.js';
import { quoted, warn } from '../../core/warn.js';
import { tokens } from '../../styles/tokens.styles.js';
import { chainPhrases, say } from './phrases.js';
import { readClaims } from './read-claims.js';
import { sourceChainStyles } from './source-chain.styles.js';

/** Milliseconds that a list may come late before its absence is told. */
const sourceTimeout = 1000;

/**
 * The hands that claims passed through before they reached the reader: who says so, a line from the first hand to
 * the reader, how sure it is, whether others bear it out, and where to look.
 *
 * Claims come from the first of: the `data` property; `src`; the element's own content. Content is the same in
 * each case, and is what a reader without script reads; where it cannot be drawn it stands as it is.
 *
 * @summary The hands a claim passed through before it reached the reader.
 * @slot - Claims. Each has `data-claim` (its short name) and may have `data-standing` (`corroborated`, `partly`,
 *   `uncorroborated`, `contested`); in it are elements with `data-part`: `claim`, `speaker`, `hands` (a list),
 *   `certainty` and `sources` (a list of links).
 * @csspart claim - One claim with all that is said of it.
 * @csspart words - The claim's words.
 * @csspart hands - The line of hands.
 * @csspart certainty - How sure it is.
 * @csspart sources - The links.
 * @cssprop --story-font-size - Size of plain text, in rem or px; the reader's own if not set.
 * @cssprop --story-display-font - Font of the claim's words; the page's if not set.
 * @cssprop --story-ink - Text and hands.
 * @cssprop --story-muted - Lesser text.
 * @cssprop --story-faint - Rules between claims.
 * @cssprop --story-mark - The line between hands.
 */
export class SourceChain extends BaseElement {
  static override styles: CSSResultGroup = [tokens, sourceChainStyles];

  /** One claim or several, as objects; goes before `src` and the content. */
  @property({ attribute: false }) data: Claim | readonly Claim[] | undefined;

  /**
   * Where the claims are: `#id` of an element in the same document or shadow root, such as a ledger at the story's
   * end. Goes before the content; may stand further down. The console names it if it is not there after a second.
   */
  @property() src: string = '';

  /** Short names of the claims to show, parted by spaces or commas; all of them if empty. The console names an unknown one. */
  @property() claim: string = '';

  /** Smaller, for use inside a step. */
  @property({ type: Boolean, reflect: true }) compact: boolean = false;

  /** The word for the reader, who is the last of the chain; "You" unless told. */
  @property() you: string = '';

  /** What stands over the line; `{hands}` becomes "4 hands". "How this reaches you: {hands}" unless told. */
  @property() reach: string = '';

  @state() private _claims: readonly Claim[] = [];

  #changes: MutationObserver | undefined;
  #timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#changes?.disconnect();
    clearTimeout(this.#timer);
  }

  protected override updated(changed: PropertyValues<this>): void {
    // The first picture is what a server gives, the content as it is; the second still comes before the first paint.
    if (changed.has('data') || changed.has('src') || changed.has('claim'))
      queueMicrotask(this.#read);
  }

  protected override render(): TemplateResult {
    const claims = this._claims;
    return html`
      <ol>
        ${claims.map((claim) => html`<li class="claim" part="claim">${this.#claim(claim)}</li>`)}
      </ol>
      <slot ?hidden=${claims.length > 0}></slot>
    `;
  }

  #claim(given: Claim): TemplateResult {
    const [claim, speaker, certainty, standing] = [
      given.claim,
      given.speaker,
      given.certainty,
      given.standing,
    ].map(asText) as [string, string, string, string];
    const hands = [given.hands ?? []].flat().map(asText);
    const sources = [given.sources ?? []].flat();
    const lang = langOf(this);
    const name = `standing_${standing}`;
    const known = isPhrase(name) && say(lang, name);
    const count = say(lang, 'hands', { count: hands.length });
    return html`
      <div>
        <p class="words" part="words" .textContent=${claim}></p>
        <p class="speaker" .textContent=${speaker}></p>
      </div>
      <div class="way">
        ${
          hands.length
            ? html`<p
                  class="reach"
                  .textContent=${this.reach ? fill(this.reach, { hands: count }) : say(lang, 'chainReach', { hands: count })}
                ></p>
                <ol class="hands" part="hands" .style="--_hands: ${hands.length + 1}">
                  ${hands.map((hand) => html`<li .textContent=${hand}></li>`)}
                  <li class="you" .textContent=${this.you || say(lang, 'chainYou')}></li>
                </ol>`
            : nothing
        }
        ${
          standing || certainty
            ? html`<p class="certainty" part="certainty">
                ${known ? mark(standing) : nothing}
                ${standing ? html`<strong .textContent=${say(lang, 'chainStanding', { standing: known || standing })}></strong>` : nothing}
                <span .textContent=${certainty}></span>
              </p>`
            : nothing
        }
        <ul class="sources" part="sources">
          ${sources.map((source) => {
            const [name, href] = [asText(source?.name), asText(source?.href)];
            return html`<li>
              ${
                isAddress(href)
                  ? html`<a href=${href} rel="external"
                      ><span .textContent=${name || href}></span
                    ></a>`
                  : html`<span .textContent=${name}></span>`
              }
            </li>`;
          })}
        </ul>
      </div>
    `;
  }

  #read = (): void => {
    if (!this.isConnected) return;
    // Behind a closed disclosure there is nobody to show it to yet.
    const closed = this.closest('details:not([open])');
    if (closed) return closed.addEventListener('toggle', this.#read, { once: true });
    const given = this.data ? [this.data].flat().filter(Boolean) : this.#written();
    if (!given) return;
    const ids = claimIds(this.claim);
    const names = given.map(({ id }) => id);
    const unknown = ids.filter((id) => !names.includes(id));
    if (unknown.length)
      complain(this, `has no claim ${quoted(unknown)}; its claims are ${quoted(names)}`);
    this._claims = ids.length ? given.filter(({ id }) => ids.includes(id)) : given;
  };

  /** The claims in the markup that `src` or the content gives; undefined while that may still come. */
  #written(): Claim[] | undefined {
    const root = this.getRootNode() as Document | ShadowRoot;
    const id = this.src.replace('#', '');
    const source = id ? root.querySelector(`#${CSS.escape(id)}`) : this;
    clearTimeout(this.#timer);
    this.#changes?.disconnect();
    // What it points to may stand further down in a page that is still arriving, or be made later by script.
    this.#changes = new MutationObserver(this.#read);
    this.#changes.observe(source ?? root, {
      childList: true,
      subtree: true,
      characterData: !!source,
      attributes: !!source,
    });
    if (source) return readClaims(source);
    this.#timer = window.setTimeout(() => {
      if (document.readyState === 'loading') this.#read();
      else
        complain(
          this,
          `finds no element with the id "${this.src}"; give the list of claims that id`,
        );
    }, sourceTimeout);
    return undefined;
  }
}

const isPhrase = (name: string): name is keyof typeof chainPhrases =>
  Object.hasOwn(chainPhrases, name);

const complain = (chain: Element, problem: string): void =>
  warn('no-claims', `<${chain.localName}> ${problem}.`, chain);

/** A ring that says by its shape how a claim stands: filled, half, open, or crossed. */
const mark = (standing: string): TemplateResult => html`
  <svg class="mark ${standing}" viewBox="-8 -8 16 16" aria-hidden="true">
    <circle r="6" />
    <path d=${{ partly: 'M0-6a6 6 0 0 0 0 12Z', contested: 'M-4-4 4 4M4-4-4 4' }[standing] ?? ''} />
  </svg>
`;

/** Whether a link leads to a page; an address that would run script is shown as its name alone. */
const isAddress = (href: string): boolean => /^(https?:|[^:]+$|[^:]*[/?#])/i.test(href);
