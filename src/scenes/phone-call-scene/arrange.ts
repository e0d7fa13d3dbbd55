import { mix } from '../../core/timing.js';

/** How many calls are shown, how many of the first are dimmed, and which total and caption stand below (-1: none). */
export interface Plan {
  readonly shown: number;
  readonly dim: number;
  readonly total: number;
  readonly caption: number;
}

/** The sizes that a log is arranged by, in CSS pixels. */
export interface Sizes {
  readonly height: number;
  /** Size of the type. */
  readonly em: number;
  /** Height of the names and words over each call. */
  readonly labels: readonly number[];
  /** Whether a call is the first of several between the same ends. */
  readonly first: readonly boolean[];
  /** Heights of the totals and captions that stand below the calls. */
  readonly totals: readonly number[];
  readonly captions: readonly number[];
  /** Whether names stand beside the lines and not over them. */
  readonly dense?: boolean;
}

/** Where everything in a log stands. */
export interface Arrangement {
  /** The middle of each line that is shown, from the top. */
  readonly lines: readonly number[];
  /** For each call whether its words have room (1) or not (0). */
  readonly worded: readonly number[];
  /** The tops of the total and of the caption under it. */
  readonly total: number;
  readonly caption: number;
  /** The share of its height that the log would have to be reduced to; 1 where it fits. */
  readonly fit: number;
}

/** Half the height of a line with its sine and of a dimmed one, and the gaps between two, in em. */
const half = 0.95;
const dimmedHalf = 0.55;
const leastGap = 0.3;
const widestGap = 4;

/**
 * Arranges calls from top to bottom: what is left of the height is shared by the gaps, and the rest is margin.
 * Where there is no room for the words of all calls between two ends, none of them has words (`bare`).
 */
export function arrange(plan: Plan, sizes: Sizes, bare = false): Arrangement {
  const { height, em, labels, first, totals, captions, dense } = sizes;
  const total = totals[plan.total] ?? 0;
  const words = total + (captions[plan.caption] ?? 0);
  const foot = words && leastGap * em;
  let need = words + foot;
  let gaps = words ? 1 : 0;
  const rows = labels.slice(0, plan.shown).map((label, at) => {
    const dim = at < plan.dim;
    const tight = dimmedHalf * em;
    let [above, below] = [tight, dim ? tight : half * em];
    if (dense) above = below = Math.max(label / 2, tight);
    else if (first[at] || !(dim || bare)) above = label + half * em;
    // What is dimmed is a tight bunch; all else is set apart.
    const apart = at && (!dim || first[at]) ? 1 : 0;
    const alone = first[at] && first[at + 1] !== false;
    need += above + below;
    gaps += apart;
    return { above, below, apart, worded: dim || (bare && !alone) ? 0 : 1 };
  });
  if (need > height && !bare) return arrange(plan, sizes, true);

  const gap = gaps && Math.min(widestGap * em, Math.max(0, height - need) / gaps);
  // Where even the smallest type leaves too little room, the lines move together.
  const fit = Math.min(1, height / need);
  let y = Math.max(0, height - need - gap * gaps) / 2;
  const lines = rows.map(({ above, below, apart }) => {
    const line = y + apart * gap + above * fit;
    y = line + below * fit;
    return line;
  });
  y += foot && foot + gap;
  return {
    lines,
    worded: rows.map(({ worded }) => worded),
    total: y,
    caption: y + total,
    fit,
  };
}

/** The number at a part of the way from one to another; where only one is there, that one. */
export const between = (from: number | undefined, to: number | undefined, part: number): number =>
  mix(from ?? to ?? 0, to ?? from ?? 0, part);
