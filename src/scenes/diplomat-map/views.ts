import { formatDate, formatNumber, parseNumber } from '../../core/numbers.js';
import { fill } from '../../core/phrases.js';
import { quoted } from '../../core/warn.js';
import type { View } from './stage.js';
import { azimuthal, type Point } from './azimuthal.js';
import type { MapState, Place, Places } from './places.js';

/** Tells of something in a table that cannot be drawn as it stands. */
export type Problem = (code: string, text: string) => void;

export interface Surroundings extends Places {
  readonly centre: Point;
  /** How far the outlines reach, in kilometres. */
  readonly radius: number;
  readonly language: string | undefined;
  readonly problem: Problem;
}

/** The least that a frame round one place shows, in kilometres across. */
const least = 1200;

/** Understands the words of a state. */
export function readView(row: MapState, all: Surroundings): View {
  const shown = countUntil(row, all);
  return {
    focus: readFocus(row, all),
    shown,
    home: part(row.home),
    lines: part(row.lines),
    ringed: new Set(select(row, row.ring, all)),
    named: new Set(select(row, row.names, all)),
    total: readTotal(row, shown, all),
  };
}

const part = (value: number | undefined): number => Math.max(0, Math.min(1, value ?? 0));

function readFocus(row: MapState, all: Surroundings): View['focus'] {
  const home = { x: 0, y: 0 };
  const items = row.focus.split(/[,،]/u).filter((item) => item.trim());
  const [y, x, across] = items.map(parseNumber);
  if (items.length === 3 && Math.abs(y!) <= 90 && Math.abs(x!) <= 180 && across! > 0)
    return { places: [azimuthal({ x: x!, y: y! }, all.centre)], across: across! };
  if (items.length && row.focus.trim() !== 'all') {
    const names = items.filter((item) => item.trim() !== 'home');
    const points = select(row, names, all).flatMap((index) => all.places[index]!.at ?? []);
    if (names.length < items.length) points.push(home);
    if (points.length) return { places: points, across: least };
  }
  const counted = all.places.flatMap(({ at, count }) =>
    at && count && Math.hypot(at.x, at.y) <= all.radius ? [at] : [],
  );
  // A map without people shows what lies round its centre.
  return counted.length
    ? { places: [...counted, home], across: least }
    : { places: [home], across: Math.min(10_000, all.radius * 2) };
}

/** How many of the marks are there by the end of a state's day; all of them for '', none for `none`. */
export function countUntil({ step, until }: MapState, { units, problem }: Surroundings): number {
  if (until === 'none') return 0;
  if (until && !/^\d{4}-\d\d-\d\d$/.test(until)) {
    problem(
      'bad-states',
      `state "${step}": "until" is "${until}"; write an ISO date such as 2018-03-26, or "none"`,
    );
    return units.length;
  }
  const after = until ? units.findIndex((unit) => unit.date > until) : -1;
  return after < 0 ? units.length : after;
}

/** The places that a list of a state names: by code, by name, or `all` that stand on the map. */
export function select(
  { step }: MapState,
  names: readonly string[],
  { places, problem }: Surroundings,
): number[] {
  const found = names.flatMap((given) => {
    const name = given.trim().toLowerCase();
    if (!name || name === 'none') return [];
    if (name === 'all') return [...places.keys()].filter((index) => places[index]!.at);
    const index = places.findIndex((place) => place.known.includes(name));
    if (index >= 0) return index;
    if (places.length) problem('unknown-place', unknown(step, given, places));
    return [];
  });
  return [...new Set(found)];
}

const unknown = (step: string, given: string, places: readonly Place[]): string =>
  `state "${step}" names "${given.trim()}", which no row has as its code or name; there are ${quoted(
    places.map(({ code, name }) => code || name),
  )}`;

function readTotal(row: MapState, shown: number, all: Surroundings): readonly string[] | undefined {
  const words = row.total.trim();
  if (!words || /^(no|none|0|false)$/i.test(words)) return undefined;
  if (/^(yes|1|true)$/i.test(words)) return [];
  const there = new Set(all.units.slice(0, shown).map(({ place }) => place));
  const text = fill(words.replace('{count}', ''), {
    places: formatNumber([...there].filter((index) => all.places[index]!.at).length, all.language),
    date: formatDate(row.until, all.language),
  });
  return [text.trim()];
}
