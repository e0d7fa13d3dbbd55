// The scenes of the library, each in a folder of its own. What lists scenes reads this: the package's entries, the
// types of frameworks, `communique check`, the size report, the gallery and the laws.
export * from './diplomat-map/diplomat-map.js';
export * from './expulsion-counter/expulsion-counter.js';
export * from './phone-call-scene/phone-call-scene.js';
