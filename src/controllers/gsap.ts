// A module of its own, so that a bundler can leave out what else GSAP's core exports: loaded by itself it comes whole.
export { gsap } from 'gsap/gsap-core';
