/** Milliseconds of a frame that work done in parts may take; the rest is the page's. */
export const frameBudget = 8;
