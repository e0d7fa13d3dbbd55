// What the elements take, from their manifest and from what each scene says of itself.
import { readFileSync } from 'node:fs';
import * as classes from '../dist/scenes/elements.js';

const manifest = JSON.parse(
  readFileSync(new URL('../dist/custom-elements.json', import.meta.url), 'utf8'),
);
const declarations = manifest.modules
  .flatMap((module) => module.declarations)
  .filter(({ tagName }) => tagName);

const amounts = { from: 0, to: 1 };

/** Attributes of what is no scene, and of every scene, whose values are a set or a range, where their types do not say so. */
const attributeRules = {
  theme: ['light', 'dark', 'system'],
  offset: amounts,
  progress: amounts,
  'scrub-end': { above: 0, to: 1 },
};

/** The scenes by their tags, as they describe themselves. */
export const scenes = Object.fromEntries(
  Object.values(classes).map(({ scene }) => [scene.tag, scene]),
);

/** The values that an attribute takes, by its type (`'full' | 'static'`) or by the rules; undefined where it takes any. */
function ruleOf(tag, { name, type, parsedType }) {
  if (type?.text === 'boolean') return 'boolean';
  const words = (parsedType?.text ?? '').split('|').map((part) => part.trim());
  if (words.every((word) => /^'[^']*'$/.test(word)))
    return words.map((word) => word.slice(1, -1)).filter(Boolean);
  return scenes[tag]?.attributes[name] ?? attributeRules[name];
}

/** The elements by their tags: each one's slots, and the rule of each of its attributes. */
export const elements = new Map(
  declarations.map(({ tagName, attributes = [], slots = [] }) => [
    tagName,
    {
      slots: slots.map(({ name }) => name).filter(Boolean),
      attributes: new Map(
        attributes.map((attribute) => [attribute.name, ruleOf(tagName, attribute)]),
      ),
    },
  ]),
);

/** Whether an element of a page is a scene of ours. */
export const isScene = (node) => !!node && Object.hasOwn(scenes, node.name);
