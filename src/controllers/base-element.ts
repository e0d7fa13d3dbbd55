import {
  adoptStyles,
  LitElement,
  supportsAdoptingStyleSheets,
  type CSSResultOrNative,
  type PropertyValues,
} from 'lit';
import { fallbacks, tellOfPhrases } from '../core/phrases.js';
import { warn } from '../core/warn.js';
import '../languages/bring.js';
import { langOf } from './ancestors.js';

/** The elements in the page, which say their phrases again when those of their language come. */
const present = new Set<BaseElement>();

tellOfPhrases((lang) => {
  for (const element of present)
    if (fallbacks(langOf(element) ?? '').includes(lang)) element.phrasesCame();
});

/** What all elements share: they can be moved to another document, and an attribute that is taken away is as if never set. */
export abstract class BaseElement extends LitElement {
  override connectedCallback(): void {
    super.connectedCallback();
    present.add(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    present.delete(this);
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    // The property has its initial value again, which the attribute must tell again: style sheets go by it.
    const property = this.#options.elementProperties.get(name);
    if (now === null && property?.reflect && property.type !== Boolean) this.requestUpdate(name);
  }

  /** Style sheets belong to a document; an element that moves to another loses them. */
  adoptedCallback(): void {
    // Where Lit writes them as elements, they come along.
    if (this.shadowRoot && supportsAdoptingStyleSheets)
      adopt(this.shadowRoot, this.#options.elementStyles);
  }

  protected override update(changed: PropertyValues): void {
    if (!this.hasUpdated) return this.#updateAnew(changed);
    // A script of the page may have taken out what Lit would write into.
    if (this.renderOptions.renderBefore?.parentNode !== this.renderRoot)
      return this.#restore(changed);
    try {
      super.update(changed);
    } catch {
      this.#restore(changed);
    }
  }

  /**
   * Called when phrases of its language have come.
   * @internal
   */
  phrasesCame(): void {
    this.requestUpdate();
  }

  /** Called when all that was rendered has been replaced. */
  protected renewed(): void {}

  #restore(changed: PropertyValues): void {
    warn(
      'emptied',
      `A script of this page has taken something out of the shadow root of <${this.localName}>, which is drawn anew; leave its inside alone.`,
      this,
    );
    this.renderRoot.replaceChildren();
    adopt(this.renderRoot as ShadowRoot, this.#options.elementStyles);
    this.#updateAnew(changed);
    this.renewed();
  }

  /** Lit keeps what it has rendered by the node that it renders before: a new one has it begin anew. */
  #updateAnew(changed: PropertyValues): void {
    this.renderOptions.renderBefore = this.renderRoot.appendChild(document.createComment(''));
    super.update(changed);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // Lit's own would throw in an element that was moved before it was ever connected.
    const root = this.shadowRoot ?? this.attachShadow(this.#options.shadowRootOptions);
    adopt(root, this.#options.elementStyles);
    return root;
  }

  get #options(): typeof LitElement {
    return this.constructor as typeof LitElement;
  }
}

/** Copies of style sheets for other documents than the script's own. */
const copies = new WeakMap<Document, Map<CSSResultOrNative, CSSStyleSheet>>();

function adopt(root: ShadowRoot, styles: CSSResultOrNative[]): void {
  const { ownerDocument } = root;
  // MooTools replaces `Document`, and Lit then writes style elements.
  if (ownerDocument === document || !supportsAdoptingStyleSheets) adoptStyles(root, styles);
  else root.adoptedStyleSheets = styles.flatMap((style) => copyFor(ownerDocument, style) ?? []);
}

/** The copy of a style sheet for a document; undefined for one that is never shown, such as a template's. */
function copyFor(owner: Document, style: CSSResultOrNative): CSSStyleSheet | undefined {
  if (!owner.defaultView) return undefined;
  const known = copies.get(owner) ?? new Map<CSSResultOrNative, CSSStyleSheet>();
  copies.set(owner, known);
  let copy = known.get(style);
  if (!copy) {
    copy = new owner.defaultView.CSSStyleSheet();
    copy.replaceSync(
      'cssText' in style ? style.cssText : [...style.cssRules].map((rule) => rule.cssText).join(''),
    );
    known.set(style, copy);
  }
  return copy;
}
