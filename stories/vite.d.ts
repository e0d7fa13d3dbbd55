/// <reference types="vite/client" />

/** Written by the build, which the types do not wait for. */
declare module '*/dist/custom-elements.json' {
  const manifest: object;
  export default manifest;
}

/** Defines the tag of the story that a page has (scripts/story-module.mjs). */
declare module '*.html?story';
