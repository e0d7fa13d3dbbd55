import type { Point } from './azimuthal.js';
import type { Camera, Rect } from './camera.js';
import type { Spot } from './clusters.js';
import type { Place, Tone, Unit } from './places.js';

/** What the map is to show: a state whose words have been understood. */
export interface View {
  /** Places to fit into the frame, or a point to look at from so many kilometres across. */
  readonly focus: { readonly places: readonly Point[]; readonly across: number };
  /** How many of the marks are there. */
  readonly shown: number;
  /** How far they have come home, and how far the lines home are drawn, 0 to 1. */
  readonly home: number;
  readonly lines: number;
  readonly ringed: ReadonlySet<number>;
  readonly named: ReadonlySet<number>;
  /** The words under the number counted; undefined where it is not shown. */
  readonly total: readonly string[] | undefined;
}

/** What stays the same through all states. */
export interface Stage {
  readonly width: number;
  readonly height: number;
  /** The part of the box that nothing else covers. */
  readonly frame: Rect;
  /** Width of a mark in pixels. */
  readonly size: number;
  readonly places: readonly Place[];
  readonly units: readonly Unit[];
  /** Seats of the marks of every place, where a mark is one wide. */
  readonly seats: readonly (readonly Point[])[];
  /** Name of the centre; '' where it is not marked. */
  readonly home: string;
  /** How far the outlines reach, in kilometres. */
  readonly radius: number;
  /** Size of the text in pixels. */
  readonly em: number;
  /** Height of a label in pixels. */
  readonly line: number;
  readonly measure: (text: string, small: boolean) => number;
  readonly number: (value: number) => string;
  readonly distance: (kilometres: number) => string;
  readonly rtl: boolean;
}

/** Where a place is drawn in one state. The last of a state's anchors is home. */
export interface Anchor {
  /** 0 where neither marks nor name nor ring of it are shown. */
  seen: number;
  /** 1: (x, y) is how far it is moved from its place on the map; 0: it is a point of the screen. */
  map: number;
  x: number;
  y: number;
  /** How far its marks reach, in pixels; 0 where it has none. */
  marks: number;
  /** Radius of all that is drawn there, in pixels. */
  r: number;
  /** 1 where it is ringed. */
  ring: number;
  /** 1 where it lies beyond the frame, in the direction (dx, dy). */
  edge: number;
  dx: number;
  dy: number;
  /** 1 where it has no place on the map. */
  tray: number;
  /** 1 where it had to make way so far that a line leads to its place; also where a mere name stands. */
  lead: number;
}

/** A label, moved by (x, y) pixels from its anchor or its point on the map. */
export interface Label {
  readonly key: string;
  readonly name: string;
  readonly number: string;
  readonly tone: Tone | 'scale';
  readonly anchor: number;
  readonly at?: Point;
  readonly x: number;
  readonly y: number;
}

/** The picture in one state, settled. */
export interface Arrangement {
  readonly camera: Camera;
  readonly shown: number;
  readonly home: number;
  readonly lines: number;
  readonly anchors: readonly Anchor[];
  /** Where each mark stands once it is home, in pixels from there. */
  readonly gathered: readonly Point[];
  /** Rings of distance, in kilometres. */
  readonly rings: ReadonlySet<number>;
  readonly labels: readonly Label[];
  readonly total: readonly string[] | undefined;
  /** Everything that nothing may cover. */
  readonly spots: readonly Spot[];
}

/** All states, laid out for a size. */
export interface Picture {
  readonly stage: Stage;
  /** The first stands for what is seen before the first step; then one a state. */
  readonly arrangements: readonly Arrangement[];
  /** The labels of all states, each once. */
  readonly labels: readonly Label[];
  /** The words under the number counted of all states, in lines, each once. */
  readonly captions: readonly (readonly string[])[];
}
