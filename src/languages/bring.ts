import { loadPhrasesBy, supplyPhrases } from '../core/phrases.js';

const brought = new Set<string>();

// Importing this has languages loaded, which a published story has in it: `communique build` leaves it out.
loadPhrasesBy((tags) => void bring(tags));

/**
 * Loads the phrases of a language. The list of languages is a file of its own, so that an English story, which asks for
 * none, does not carry their addresses.
 * @param tags under which they are looked for, the best first
 */
async function bring(tags: readonly string[]): Promise<void> {
  if (/^(en)?$/.test(tags.at(-1)!)) return;
  try {
    const { findLanguage, languages } = await import('./all.js');
    const [tag, name] = findLanguage(tags) ?? [];
    if (!tag || brought.has(tag)) return;
    brought.add(tag);
    supplyPhrases(tag, (await languages[name!]!()).default);
  } catch {
    // English stays.
  }
}
