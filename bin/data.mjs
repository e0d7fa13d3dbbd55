// How the check finds and reads data: by the functions that the elements have.
export { isRefusal, machineNumber } from '../dist/core/cells.js';
export { findContent, readHolder } from '../dist/core/content.js';
export { readPoint } from '../dist/core/coordinates.js';
export { readDay } from '../dist/core/dates.js';
export { readFile } from '../dist/core/files.js';
export { splitList } from '../dist/core/lists.js';
export { namesOf, plainName, readTable } from '../dist/core/table.js';
export { mostMarks } from '../dist/scenes/per.js';
export { markShapes } from '../dist/scenes/shapes.js';
