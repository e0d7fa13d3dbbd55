// The laws of scenes, for tests of your own scene in your own test runner, in a browser: docs/scene.md. They import
// nothing, and throw an Error that says what is wrong.
export * from './testing/laws.js';
export { seen, unlike, type Part } from './testing/picture.js';
export { watch, type Watch } from './testing/live.js';
