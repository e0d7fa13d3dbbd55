/** Stands on both sides of each word that is translated, so that what it was can still be told. */
const mark = '\u00b7';

const translated = (words: string): string =>
  words.replace(/\p{L}[\p{L}\p{M}'’]*/gu, `${mark}$&${mark}`);

/** Text as it was before it was translated, with white space folded. */
export const original = (text: string): string =>
  text.replaceAll(mark, '').replace(/\s+/g, ' ').trim();

/** Whether a translator has been here. */
export const isForeign = (text: string): boolean => text.includes(mark);

/**
 * Translates a page as Google's translator does, and goes on doing so: each text node, in the page and in every open
 * shadow root, makes place for one in two `<font>` elements that has other words; figures stay.
 * @param page what is translated, with all that comes into it later
 * @param obeys whether it leaves alone what says that it is not to be translated
 * @returns what ends it
 */
export function translate(page: Element, obeys = true): () => void {
  const own = new WeakSet<Node>();
  const roots = new Set<Node>();
  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes } of records)
      for (const node of [target, ...addedNodes]) if (node.isConnected) walk(node);
  });
  const watch = (root: Node): void => {
    if (roots.has(root)) return;
    roots.add(root);
    observer.observe(root, { childList: true, characterData: true, subtree: true });
  };
  const walk = (node: Node): void => {
    if (own.has(node)) return;
    if (node instanceof Element) {
      if (node.matches('script, style')) return;
      if (obeys && node.closest('[translate=no], .notranslate')) return;
      for (const child of [...node.childNodes]) walk(child);
      if (node.shadowRoot) {
        watch(node.shadowRoot);
        for (const child of [...node.shadowRoot.childNodes]) walk(child);
      }
    } else if (node instanceof Text && node.data.trim()) {
      if (obeys && node.parentElement?.closest('[translate=no], .notranslate')) return;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = translated(node.data);
      outer.append(inner);
      for (const made of [outer, inner, inner.firstChild!]) own.add(made);
      node.replaceWith(outer);
    }
  };
  watch(page);
  walk(page);
  return () => observer.disconnect();
}
