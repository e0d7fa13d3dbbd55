/**
 * The mark for one person, the same in every scene, centred on the origin: head and shoulders in a box one unit
 * wide and `personHeight` units high. Scale it to the size wanted; at 5 pixels it still reads as a mark.
 */
export const person: string =
  'M0-.72a.3.3 0 1 1 0 .6a.3.3 0 1 1 0-.6ZM-.5.66V.36A.4.4 0 0 1-.1-.04H.1A.4.4 0 0 1 .5.36V.66Z';

/** Height of the mark where its width is 1. */
export const personHeight = 1.4;
