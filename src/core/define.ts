import { warn } from './warn.js';

/** The version of this package; a test holds it equal to package.json. */
export const version = '0.1.0';

/** The versions whose elements were met, and names that are someone else's: each is told once. */
const met = new Set<string>();

/**
 * Registers an element. Where another copy of the library has the name already, that one stays and the page is
 * told once for all elements of that copy; nothing throws.
 */
export function define(name: string, element: CustomElementConstructor): void {
  const taken = customElements.get(name) as (CustomElementConstructor & Versioned) | undefined;
  if (taken === element) return;
  if (!taken) {
    customElements.define(name, Object.assign(element, { version }));
    return;
  }
  const key = taken.version ?? name;
  if (met.has(key)) return;
  met.add(key);
  const owner = taken.version ? `another copy of communique, ${key},` : 'something else';
  warn('taken', `<${name}> was registered before by ${owner} which stays. Load the library once.`);
}

interface Versioned {
  readonly version?: string;
}
