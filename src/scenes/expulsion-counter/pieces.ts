import { mix } from '../../core/timing.js';

/** A mark of a row, or a part of one. */
export interface Piece {
  /** Which mark of its group's block it belongs to, and which of its line. */
  readonly block: number;
  readonly line: number;
  /** The part of a mark, as shares of its width from the start edge. */
  readonly from: number;
  readonly to: number;
}

/**
 * Cuts a row's amount into marks. In its group's block it goes on where the row before it ended, in the middle of a
 * mark where that had no whole number of them; the same in a line that it shares. On the way from the one to the other
 * it is cut where either of them is.
 * @param before marks of its group that stand before it
 * @param ahead marks of its line that stand before it
 * @param amount marks of its own
 * @param part how far it is on the way from the block to the line
 */
export function pieces(before: number, ahead: number, amount: number, part: number): Piece[] {
  const found: Piece[] = [];
  let [block, line] = [Math.floor(before), Math.floor(ahead)];
  for (let start = 0; start < amount;) {
    const [endInBlock, endInLine] = [block + 1 - before, line + 1 - ahead];
    const end = Math.min(amount, part < 1 ? endInBlock : Infinity, part > 0 ? endInLine : Infinity);
    const from = mix(start + before - block, start + ahead - line, part);
    // A trace that arithmetic leaves is no part of anything.
    if (end - start > 1e-6) found.push({ block, line, from, to: from + end - start });
    if (end >= endInBlock) block++;
    if (end >= endInLine) line++;
    start = end;
  }
  return found;
}
