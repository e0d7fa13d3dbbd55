import type { Numbers, Timeline } from '../../controllers/timeline-controller.js';
import { remember } from '../../core/remember.js';
import { clamp01, easeInOut, mix, stagger } from '../../core/timing.js';
import { allOf } from '../../controllers/descendants.js';
import { dot, Marks, short, type Shape } from '../marks.js';
import { arrowRoom as room, type Arrangement, type Label, type Stage } from './arrange.js';
import { zoomed } from './camera.js';
import { shareOf, type Unit } from './units.js';

/** All states, laid out for a size. */
export interface Picture {
  readonly stage: Stage;
  /** The first stands for what is seen before the first step; then one a state. */
  readonly arrangements: readonly Arrangement[];
  /** The labels of all states, each once. */
  readonly labels: readonly Label[];
  /** The rings of distance of all states, in kilometres. */
  readonly rings: readonly number[];
}

/** What is the same for a label in all states that have it. */
export const labelKey = ({ text, from }: Label): string =>
  typeof from === 'number' ? `${from} ${text}` : text;

/** The colours of the places; what is of one kind and one colour is drawn as one. */
export const tonesOf = ({ places }: Stage): string[] => [
  ...new Set(places.map(({ tone }) => tone)),
];

/** Colour and width of a place's way home, which is the wider the more go it. */
const wayOf = ({ tone, seats }: Stage['places'][number]): string =>
  `${tone} ${Math.min(4, 0.5 + Math.sqrt(seats.length) / 2)}`;

/** Colours and widths of the ways home; those of one colour and width are drawn as one. */
export const waysOf = ({ places }: Stage, arrangements: readonly Arrangement[]): string[] => [
  ...new Set(arrangements.some(({ lines }) => lines) ? places.map(wayOf) : []),
];

/** Moves to (x, y), scales, and shows; what is not seen is not moved. */
type Put = (seen: number, x: number, y: number, scale?: number) => void;

/** A part of the picture with one matrix and one opacity, both written only when they change. */
function part(svg: SVGSVGElement, element: SVGGraphicsElement): Put {
  const matrix = svg.createSVGMatrix();
  const transform = element.transform.baseVal.initialize(svg.createSVGTransformFromMatrix(matrix));
  let opacity = NaN;
  return (seen, x, y, scale = 1) => {
    if (seen !== opacity) {
      opacity = seen;
      element.style.opacity = seen === 1 ? '' : String(seen);
      // What cannot be seen must not be found by a pointer or a search in the page either.
      element.style.visibility = seen ? '' : 'hidden';
    }
    if (!seen || (matrix.e === x && matrix.f === y && matrix.a === scale)) return;
    matrix.a = matrix.d = scale;
    matrix.e = x;
    matrix.f = y;
    transform.setMatrix(matrix);
  };
}

/** What changes on the way from one state to the next, in the order in which it does. */
const changing = ['camera', 'people', 'lines', 'home'] as const;

/** The names of the numbers: each is a place on the row of states, of the whole picture or of one change. */
const numberNames = ['at', ...changing] as const;

/** The numbers of a state. */
export const poseAt = (at: number): Numbers =>
  Object.fromEntries(numberNames.map((name) => [name, at]));

/**
 * Has the changes on a way take place one after the other, so that one thing moves at a time. Where the map keeps still they
 * leave time to look at what came of them.
 */
export function inTurn(
  [from, to]: readonly [Arrangement, Arrangement],
  at: number,
  timeline: Timeline,
  numbers: Numbers,
): void {
  const [a, b] = [from.camera, to.camera];
  const moves = Math.hypot(a.left - b.left, a.top - b.top, 1e3 * (a.scale - b.scale)) > 0.5;
  const changes = { people: 'shown', lines: 'lines', home: 'home' } as const;
  const turns = changing.filter((name) =>
    name === 'camera' ? moves : from[changes[name]] !== to[changes[name]],
  );
  const whole = Math.min(1.2, Math.max(0.7, 0.45 * turns.length));
  timeline.to(numbers, { at, duration: whole, ease: 'none' });
  turns.forEach((name, index) => {
    const duration = whole / turns.length;
    timeline.to(numbers, { [name]: at, duration, ease: 'none' }, index * duration);
  });
  if (!moves) timeline.to({}, { duration: whole / 1.5 });
}

/** What the marks of two states have in common, and what more one of them has. */
interface Change {
  /** How much of each mark both have, and the one that has more of it. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** When the turn of each comes that changes; -1 for the others. */
  readonly turns: Int32Array;
  readonly count: number;
}

function changes(units: readonly Unit[], from: Arrangement, to: Arrangement, per: number): Change {
  const [least, most] = [new Float64Array(units.length), new Float64Array(units.length)];
  const turns = new Int32Array(units.length).fill(-1);
  let count = 0;
  units.forEach((unit, i) => {
    const [a, b] = [shareOf(unit, from.amounts, per), shareOf(unit, to.amounts, per)];
    least[i] = Math.min(a, b);
    most[i] = Math.max(a, b);
    if (a !== b) turns[i] = count++;
  });
  return { least, most, turns, count };
}

/** The number on the way from one to another: at both ends it is exactly that, between them a whole one. */
function counted(from: number, to: number, done: number): number {
  const [low, high] = from < to ? [from, to] : [to, from];
  return done === 0 ? low : done === 1 ? high : Math.round(mix(low, high, done));
}

/** A line as a path has it: how far it goes on from each point to the next, across and down. */
const line = (...steps: number[]): string => `l${steps.map(short).join()}`;

/** How much is seen of what is there before, after or both: the old goes before the new comes. */
const crossed = (before: unknown, after: unknown, way: number): number =>
  before && after ? 1 : clamp01(before ? 1 - 2 * way : after ? 2 * way - 1 : 0);

/**
 * Gives a function that draws a point on the row of arrangements: which of them, and how far each change has come on the way
 * to the next.
 * It makes one pass over the picture. What is not text is drawn as few paths, because each element that changes costs
 * a browser more than its outline does.
 */
export function painter(
  svg: SVGSVGElement,
  { arrangements, stage, labels, rings }: Picture,
): (numbers: Readonly<Numbers>) => void {
  const { places, units, size, per, rtl } = stage;
  const parts = (name: string): Put[] =>
    allOf<SVGGraphicsElement>(svg, name).map((element) => part(svg, element));
  const pens: Marks[] = [];
  const pensOf = (name: string, shape: Shape = dot): Marks[] =>
    allOf<SVGPathElement>(svg, name).map((path) => {
      const pen = new Marks(path, shape);
      pens.push(pen);
      return pen;
    });
  const tones = tonesOf(stage);
  /** The pens of a kind, by the places' indices: one a colour. */
  const inTones = (name: string, shape?: Shape): Marks[] => {
    const all = pensOf(name, shape);
    return places.map(({ tone }) => all[tones.indexOf(tone)]!);
  };
  const outlines = parts('outlines');
  const distances = parts('distance');
  const wayPens = pensOf('way');
  const wayKinds = waysOf(stage, arrangements);
  const ways = places.map((place) => wayPens[wayKinds.indexOf(wayOf(place))]);
  const leads = inTones('lead');
  const dots = inTones('point');
  const circles = inTones('ring');
  const trays = inTones('tray');
  const arrows = inTones('arrow');
  const people = inTones('mark', stage.mark.outline);
  const names = parts('label');
  const [marker] = parts('home');
  const [counter] = parts('counter');
  const count = svg.querySelector('.count tspan')!;
  const byKey = arrangements.map(
    (state) => new Map([...state.labels].reverse().map((label) => [labelKey(label), label])),
  );
  const inStates = labels.map((label) => byKey.map((state) => state.get(labelKey(label))));
  const changeAt = remember((index: number, next: number) =>
    changes(units, arrangements[index]!, arrangements[next]!, per),
  );
  const home = places.length - 1;
  // Where the places are drawn now, in pixels, and how much of their people are there.
  const [xs, ys, there] = [0, 1, 2].map(() => new Float64Array(places.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];

  return (numbers) => {
    const index = Math.max(0, Math.min(Math.floor(numbers.at!), arrangements.length - 1));
    const next = Math.min(index + 1, arrangements.length - 1);
    const [from, to] = [arrangements[index]!, arrangements[next]!];
    const [way, moved, came, drew, gone] = numberNames.map((name) =>
      clamp01(numbers[name]! - index),
    ) as [number, number, number, number, number];
    const eased = easeInOut(moved);
    const move = zoomed(from.camera.scale, to.camera.scale, eased);
    const glide = (a: number | boolean, b: number | boolean): number => mix(+a, +b, move);
    const scale = glide(from.camera.scale, to.camera.scale);
    const left = glide(from.camera.left, to.camera.left);
    const top = glide(from.camera.top, to.camera.top);

    for (const put of outlines) put(1, left, top, scale);
    rings.forEach((km, i) => {
      const seen = glide(from.rings.includes(km), to.rings.includes(km));
      distances[i]!(seen, left, top, km * scale);
    });

    // The marks come one after another, each within a tenth of the time; going back, the last to come goes first.
    const { least, most, turns: order, count: change } = changeAt(index, next);
    const soft = Math.max(1, change / 10);
    const front = (to.shown > from.shown ? came : 1 - came) * (change - 1 + soft);
    /** How far a mark has come that only one of the states has, or has more of. */
    const grown = (i: number): number => (order[i]! < 0 ? 1 : clamp01((front - order[i]!) / soft));
    there.fill(0);
    units.forEach(({ place }, i) => {
      if (most[i]) there[place] = Math.max(there[place]!, least[i] ? 1 : grown(i));
    });

    places.forEach(({ at: point }, i) => {
      let [a, b] = [from.anchors[i]!, to.anchors[i]!];
      const [before, after] = [a, b];
      // What only one of them shows stays where that one has it, and is seen coming or going there.
      if (a.seen !== b.seen) a = b = a.seen ? a : b;
      const [px, py] = [(point?.x ?? 0) * scale + left, (point?.y ?? 0) * scale + top];
      const [dx, dy] = [glide(a.x, b.x), glide(a.y, b.y)];
      const [x, y, r] = [px + dx, py + dy, glide(a.r, b.r)];
      [xs[i], ys[i]] = [x, y];
      // Where people stand, what is drawn round them grows with them.
      const seen = (what: 'ring' | 'lead' | 'edge', peopled: boolean): number => {
        const part = ({ [what]: has, seen: is, marks: some }: typeof a): number =>
          has && is ? (peopled && some ? there[i]! : 1) : 0;
        return glide(part(before), part(after));
      };
      const lead = seen('lead', true);
      if (lead) leads[i]!.add(px, py, line(dx * lead, dy * lead));
      dots[i]!.put(px, py, 4 * lead);
      (point ? circles : trays)[i]!.put(
        x,
        y,
        2 * (r - room * glide(a.edge, b.edge)) * seen('ring', !point),
      );
      const far = Math.hypot(dx, dy) || 1;
      const arrow = seen('edge', true);
      const [u, v] = [(dx / far) * arrow, (dy / far) * arrow];
      const [ax, ay] = [x - (dx * (r - 1)) / far, y - (dy * (r - 1)) / far];
      if (arrow)
        arrows[i]!.add(
          ax + 2 * u - 4 * v,
          ay + 2 * v + 4 * u,
          line(4 * (v - u), -4 * (u + v), 4 * (u + v), 4 * (v - u)),
        );
    });
    marker!(glide(from.anchors[home]!.seen, to.anchors[home]!.seen), xs[home]!, ys[home]!);

    // The line is as long as the part of the way home that is drawn.
    const drawn = easeInOut(mix(from.lines, to.lines, drew));
    places.forEach(({ at: point }, i) => {
      const long = drawn * there[i]!;
      if (point && long) ways[i]?.add(point.x, point.y, line(-point.x * long, -point.y * long));
    });

    const come = mix(from.home, to.home, gone);
    let done = 0;
    units.forEach(({ place, rank }, i) => {
      if (!most[i]) return;
      const there = grown(i);
      if (order[i]! >= 0 && there >= 0.5) done++;
      // What lies beyond the frame and is not named there is not drawn; once they are home they all are.
      const seen = glide(
        from.home === 1 || from.anchors[place]!.seen,
        to.home === 1 || to.anchors[place]!.seen,
      );
      // What was there before becomes more of a mark; what was not grows as the part that it will be.
      const share = least[i] ? mix(least[i], most[i], there) : most[i];
      const seat = places[place]!.seats[rank]!;
      const a = from.gathered[i] ?? to.gathered[i];
      const b = to.gathered[i] ?? a;
      const flown = a ? easeInOut(stagger(i, units.length, come, 0.5)) : 0;
      people[place]!.put(
        mix(xs[place]! + seat.x * size, xs[home]! + mix(a?.x ?? 0, b?.x ?? 0, gone), flown),
        mix(ys[place]! + seat.y * size, ys[home]! + mix(a?.y ?? 0, b?.y ?? 0, gone), flown),
        size * (least[i] ? 1 : there) * seen,
        rtl ? 1 - share : 0,
        rtl ? 1 : share,
      );
    });
    for (const pen of pens) pen.show();

    // Names stay until those go home whom they name, and the name of home goes with the ring round them.
    const leaving = from.home !== to.home;
    const [turn, along] = leaving ? [gone, easeInOut(gone)] : [way, move];
    names.forEach((put, i) => {
      const [a, b] = [inStates[i]![index], inStates[i]![next]];
      const [one, two] = [a ?? b, b ?? a];
      // A label that both states have glides; one that only one has is gone, or not yet come, half-way.
      if (!one || !two) return put(0, 0, 0);
      const [x, y] = [mix(one.x, two.x, along), mix(one.y, two.y, along)];
      const place = one.from;
      if (typeof place === 'number') put(crossed(a, b, turn), xs[place]! + x, ys[place]! + y);
      else {
        const other = two.from as typeof place;
        put(
          crossed(a, b, turn),
          glide(place.x, other.x) * scale + left,
          glide(place.y, other.y) * scale + top,
        );
      }
    });
    counter!(mix(+from.total, +to.total, way), 0, 0);
    const text = stage.number(change ? counted(from.shown, to.shown, done / change) : from.shown);
    if (count.textContent !== text) count.textContent = text;
  };
}
