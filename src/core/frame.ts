/** Milliseconds that work which is done bit by bit may take of a frame. */
export const aFrame = 8;
