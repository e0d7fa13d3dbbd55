/** One thing that a story says happened, and the way it came to the reader. */
export interface Claim {
  /** Short name that steps refer to, e.g. `c09`. */
  readonly id: string;
  /** The claim in the story's own words. */
  readonly claim: string;
  /** Who says so. */
  readonly speaker: string;
  /** The hands it passed through, first to last; the reader is not among them. */
  readonly hands: readonly string[];
  /** How sure it is, in words. */
  readonly certainty: string;
  /** `corroborated`, `partly`, `uncorroborated`, `contested`, or '' where nothing is to be said. */
  readonly standing: string;
  /** Sources that bear on it, other than the account. */
  readonly sources: readonly Source[];
}

/** Where something can be checked. */
export interface Source {
  readonly name: string;
  readonly href: string;
}

/** Reads a `claims` attribute: names parted by white space or commas, each once. */
export const claimIds = (value: string | null): string[] => [
  ...new Set((value ?? '').split(/[\s,]+/).filter(Boolean)),
];
