// Stands for core/warn.ts in what a finished story has for its author (rollup.config.mjs): what they tell an author of their data,
// the story's tests have told before it was built. What a host page can do wrong its story still says.

export const warn = (): void => {};

export const quoted = (): string => '';

export const authorMessage = (): string => '?';
