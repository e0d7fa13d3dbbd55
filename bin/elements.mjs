// What the elements take, from what is built of them: tags, attributes, slots, columns and states of their own.
import { readFileSync } from 'node:fs';
import * as library from '../dist/index.js';
import { lines, longest } from '../dist/scenes/phone-call-scene/columns.js';
import { markShapes } from '../dist/scenes/shapes.js';

const manifest = JSON.parse(
  readFileSync(new URL('../dist/custom-elements.json', import.meta.url), 'utf8'),
);
const declarations = manifest.modules
  .flatMap((module) => module.declarations)
  .filter(({ tagName }) => tagName);

const tones = ['a', 'b', 'c', 'd'];
const amounts = { test: (value) => value >= 0 && value <= 1, said: 'a number from 0 to 1' };
const yesOrNo = ['yes', 'no', 'true', 'false', '1', '0'];

/** Attributes whose values are a set or a range, where their types do not say so. */
const attributeRules = {
  theme: ['light', 'dark', 'system'],
  'from-tone': tones,
  'to-tone': tones,
  projection: ['azimuthal-equidistant'],
  mark: Object.keys(markShapes),
  offset: amounts,
  progress: amounts,
  'scrub-end': { test: (value) => value > 0 && value <= 1, said: 'a number above 0, at most 1' },
  per: { test: (value) => value > 0 && value < Infinity, said: 'a number above 0' },
  duration: {
    test: (value) => Number.isInteger(value) && value >= 1 && value <= longest,
    said: `whole minutes from 1 to ${longest}`,
  },
};

/** Columns whose values are a set or a range: of the data and of the states. */
const columnRules = {
  'phone-call-scene': {
    data: { tone: tones, toTone: tones, kind: ['call', 'joined'] },
    states: { line: lines, only: ['line'] },
  },
  'expulsion-counter': {
    data: { tone: [...tones, 'e'] },
    states: { arrangement: ['together', 'apart'], solid: amounts, fade: amounts, count: amounts },
  },
  'diplomat-map': {
    data: { tone: [...tones, 'e'] },
    states: { total: yesOrNo, lines: amounts, home: amounts },
  },
};

/** The values that an attribute takes, by its type (`'full' | 'static'`) or by the rules; undefined where it takes any. */
function ruleOf({ name, type, parsedType }) {
  if (type?.text === 'boolean') return 'boolean';
  const words = (parsedType?.text ?? '').split('|').map((part) => part.trim());
  if (words.every((word) => /^'[^']*'$/.test(word)))
    return words.map((word) => word.slice(1, -1)).filter(Boolean);
  return attributeRules[name];
}

/** The elements by their tags: each one's slots, and the rule of each of its attributes. */
export const elements = new Map(
  declarations.map(({ tagName, attributes = [], slots = [] }) => [
    tagName,
    {
      slots: slots.map(({ name }) => name).filter(Boolean),
      attributes: new Map(attributes.map((attribute) => [attribute.name, ruleOf(attribute)])),
    },
  ]),
);

/** The names of the states that a scene has where it is given none. */
function ownStates(Scene, data) {
  const scene = Object.assign(new Scene(), { data });
  // There is no page here, and so no content.
  Object.defineProperty(scene, 'children', { value: [] });
  return scene.defaultStates().map(({ step }) => step);
}

/** The scenes by their tags: columns, their rules, the tags that data stand in, and the states that they have of their own. */
export const scenes = Object.fromEntries(
  declarations.flatMap(({ tagName, name }) => {
    const Scene = library[name];
    if (!(Scene.prototype instanceof library.SceneElement)) return [];
    const { columns, stateColumns, holders } = new Scene();
    const own = ownStates(Scene);
    const ownOfLog = ownStates(Scene, [{}]);
    const rules = columnRules[tagName];
    return [[tagName, { columns, stateColumns, rules, holders, own, ownOfLog }]];
  }),
);

/** Whether an element of a page is a scene of ours. */
export const isScene = (node) => !!node && Object.hasOwn(scenes, node.name);
