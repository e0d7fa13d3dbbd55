// All that a scene of your own is made with: docs/scene.md. It brings no story, no narrative and no scene of ours, and
// registers nothing.

// Lit's, for the pictures and styles of a scene: two copies of it in a page would be loaded twice, and a page without a
// build step has no other way to them. Properties are declared as Lit does, with `static properties` or its decorator.
export { css, html, nothing, svg } from 'lit';
export type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';

export * from './scenes/scene-element.js';
export type { Numbers, Pose, Timeline } from './controllers/timeline-controller.js';
export { isScene, type Cue, type MotionMode, type Scene } from './core/cue.js';
export { define } from './core/define.js';

// Data and states.
export {
  describeScene,
  type AttributeValues,
  type Given,
  type PhraseTexts,
  type SceneDescription,
  type StateInput,
} from './scenes/describe-scene.js';
export type { Column, Columns, Row, RowInput } from './core/columns.js';
export { compareDays, type Day } from './core/dates.js';
export { exactSum } from './core/exact.js';

// Marks, room and type.
export { Marks, dot, square, type Shape } from './scenes/marks.js';
export { person, personHeight } from './scenes/person.js';
export { markShapes, shapeOf, type MarkShape } from './scenes/shapes.js';
export { roomOf, type Room } from './scenes/room.js';
export { lineCount, longestWord, measureIn, textSize, type Measure } from './scenes/type.js';

// Motion.
export { clamp01, easeInOut, mix, stagger } from './core/timing.js';

// Words.
export { definePhrases } from './core/define-phrases.js';
export { fill, phrases, type Phrase, type Phrases, type PluralForms } from './core/phrases.js';
export { phrasebook, type PhraseValues } from './scenes/phrasebook.js';
export {
  compareNames,
  countryName,
  formatDate,
  formatKilometres,
  formatList,
  formatMiles,
  formatNumber,
  pluralOf,
} from './core/numbers.js';
export { quoted, warn } from './core/warn.js';
