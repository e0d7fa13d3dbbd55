import { quoted, warn } from '../core/warn.js';
import { dot, square, type Shape } from './marks.js';
import { person, personHeight } from './person.js';

/** What a mark looks like. */
export interface MarkShape {
  readonly outline: Shape;
  /** Its height where its width is 1. */
  readonly height: number;
  /** Whether it stands for something that is whole, as a person is. */
  readonly whole: boolean;
}

export const markShapes: Readonly<Record<string, MarkShape>> = {
  person: { outline: person, height: personHeight, whole: true },
  dot: { outline: dot, height: 1, whole: false },
  square: { outline: square, height: 1, whole: false },
};

/** The names of the shapes. */
export const markNames: readonly string[] = Object.keys(markShapes);

/** The shape of a name; a person where there is none, or where it is unknown, which is told. */
export function shapeOf(scene: Element, name: string | null | undefined): MarkShape {
  const known = (name ?? '').trim().toLowerCase() || 'person';
  if (Object.hasOwn(markShapes, known)) return markShapes[known]!;
  warn(
    'unknown-mark',
    `<${scene.localName}> mark is "${known}"; it can be ${quoted(markNames)}.`,
    scene,
  );
  return markShapes['person']!;
}
