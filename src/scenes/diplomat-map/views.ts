import { isRefusal, machineNumber } from '../../core/cells.js';
import { readPoint } from '../../core/coordinates.js';
import { readDay } from '../../core/dates.js';
import { exactSum } from '../../core/exact.js';
import { splitList } from '../../core/lists.js';
import type { Region } from '../../core/region.js';
import { quoted } from '../../core/warn.js';
import { azimuthal, type Point } from './azimuthal.js';
import { complain, type Places } from './places.js';
import type { MapState } from './scene.js';
import { antipode } from './prepared-map.js';

export interface Surroundings extends Places {
  readonly centre: Point;
  /** Where the places are that have one. */
  readonly region: Region | undefined;
  /** How far the outlines reach, in kilometres. */
  readonly radius: number;
  readonly map: Element;
  readonly language: string | undefined;
}

/** What the map is to show: a state whose words have been understood. */
export interface View {
  /** Places to fit into the frame, in kilometres, which is at least so many kilometres across. */
  readonly focus: readonly Point[];
  readonly across: number;
  /** How much is there at each place, and in all. */
  readonly amounts: readonly number[];
  readonly shown: number;
  /** How far they have come home, and how far the lines home are drawn, 0 to 1. */
  readonly home: number;
  readonly lines: number;
  readonly ringed: readonly number[];
  readonly named: readonly number[];
  /** Whether the number counted is shown. */
  readonly total: boolean;
}

/** The least that a frame round one place shows, in kilometres across. */
const least = 1200;

/** The narrowest and the widest frame that a state can ask for, in kilometres: a street, and all of the earth. */
const narrowest = 1;
const widest = 2 * antipode;

/** Understands the words of a state. */
export function readView(row: MapState, all: Surroundings): View {
  const { step, until, home = 0, lines = 0 } = row;
  const { places, byName, arrivals, map } = all;

  /** The places that a list names: by code, by name, or `all` that stand on the map. */
  const select = (names: readonly string[]): number[] => {
    const found = names.flatMap((given) => {
      const name = given.trim().toLowerCase();
      const index = byName.get(name) ?? -1;
      if (name === 'all') return [...places.keys()].filter((place) => places[place]!.at);
      if (index < 0 && places.length && name && name !== 'none')
        complain(
          map,
          'unknown-place',
          `state "${step}" names "${given.trim()}"; the places are ${quoted(places.flatMap(({ known }) => known.find(Boolean) ?? []))}`,
        );
      return index < 0 ? [] : index;
    });
    return [...new Set(found)];
  };

  const day = until === 'none' ? undefined : readDay(until, all.language);
  if (isRefusal(day))
    complain(map, 'bad-states', `state "${step}": until "${until}"; ${day.refused}, or "none"`);
  const last = isRefusal(day) ? undefined : day?.last;
  const amounts = places.map(() => 0);
  for (const { place, count, date } of until === 'none' ? [] : arrivals)
    if (last === undefined || !date || date.last <= last)
      amounts[place] = exactSum([amounts[place]!, count]);

  const origin = { x: 0, y: 0 };
  const items = splitList(row.focus);
  const point =
    items.length === 3 && readPoint(items.slice(0, 2).join(', '), all.language, all.region);
  const wanted = point ? machineNumber(items[2]!.replace(/ ?km$/, '')) : 0;
  const across = Math.max(narrowest, Math.min(widest, wanted));
  let focus: Point[] = [];
  if (point && !isRefusal(point) && wanted > 0) {
    focus = [azimuthal({ x: point.lon, y: point.lat }, all.centre)];
    if (point.swapped)
      complain(map, 'focus-order', `state "${step}": focus "${row.focus}": ${point.swapped}`);
    if (across !== wanted)
      complain(
        map,
        'bad-states',
        `state "${step}": focus "${row.focus}" is ${wanted} km wide; write from ${narrowest} to ${widest}`,
      );
  } else if (row.focus !== 'all') {
    focus = select(items.filter((item) => item !== 'home')).flatMap((i) => places[i]!.at ?? []);
    if (items.includes('home')) focus.push(origin);
  }
  if (!focus.length) {
    focus = places.flatMap(({ at }) => (at && Math.hypot(at.x, at.y) <= all.radius ? at : []));
    focus.push(origin);
  }
  return {
    focus,
    // A map without people shows what lies round its centre.
    across: focus.length && wanted > 0 ? across : all.total ? least : 10_000,
    amounts,
    shown: exactSum(amounts),
    home: Math.max(0, Math.min(1, home)),
    lines: Math.max(0, Math.min(1, lines)),
    ringed: select(row.ring),
    named: select(row.names),
    // Without data the total is hidden: 0 would claim a count.
    total: all.total > 0 && /^(yes|true|1)$/i.test(row.total),
  };
}
