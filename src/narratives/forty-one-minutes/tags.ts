/** The names under which the elements of the story are registered. */
export interface Tags {
  readonly story: string;
  readonly chapter: string;
  readonly step: string;
  readonly call: string;
  readonly counter: string;
  readonly map: string;
  readonly chain: string;
}

/** The names with something behind each: '' in the package, the version in the self-contained embed. */
export const tagsWith = (suffix: string): Tags => ({
  story: `scroll-story${suffix}`,
  chapter: `story-chapter${suffix}`,
  step: `story-step${suffix}`,
  call: `phone-call-scene${suffix}`,
  counter: `expulsion-counter${suffix}`,
  map: `diplomat-map${suffix}`,
  chain: `source-chain${suffix}`,
});
