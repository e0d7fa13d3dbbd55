import { warn } from './warn.js';

/** The version of this package; a test holds it equal to package.json. */
export const version = '0.1.0';

/**
 * Registers an element. Where another copy of the library has the name already, that one stays and the page is
 * told once; nothing throws.
 */
export function define(name: string, element: CustomElementConstructor): void {
  const taken = customElements.get(name);
  if (taken === element) return;
  if (!taken) return customElements.define(name, element);
  const other = (taken as { version?: string }).version ?? 'another';
  warn(
    'taken',
    `<${name}> was registered before by ${other === version ? 'another copy of' : ''} communique ${other}; that one is used. Load the library once.`.replace(
      / {2}/g,
      ' ',
    ),
  );
}
