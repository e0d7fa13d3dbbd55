import type { Numbers } from '../../controllers/timeline-controller.js';
import { formatNumber } from '../../core/numbers.js';
import { clamp01, easeInOut, mix, stagger } from '../../core/timing.js';
import type { Blocks } from './blocks.js';
import type { Lines, Strip } from './lines.js';
import type { Item, Sum } from './sum.js';

/** A picture that is arranged, ready to be drawn. */
export interface Picture {
  readonly sum: Sum;
  readonly blocks: Blocks;
  readonly lines: Lines;
  /** For every choice of lit rows, the items that it lights. */
  readonly choices: readonly ReadonlySet<Item>[];
  readonly language: string | undefined;
  /** Turns a length from the start edge into one from the left. */
  readonly left: (x: number) => number;
}

/** The marks of one item, with the ways they fly. */
interface Troop {
  readonly item: Item;
  readonly element: SVGElement;
  readonly marks: readonly SVGTransform[];
  /** For each mark: x and y together, x and y apart. */
  readonly ways: Float64Array;
  /** What was drawn last, so that a troop that rests costs nothing. */
  drawn: string;
}

/** A number that is counted up: people of a group from one person on. */
interface Counter {
  readonly element: Element;
  readonly group: number;
  readonly before: number;
  readonly count: number;
}

/** Words that fade: a strip's, in plain or in lit type. */
interface Caption {
  readonly element: HTMLElement;
  readonly item: Item;
  readonly last: Item;
  readonly lit: boolean;
}

/** How little of a faded mark's inside and edge is left; the edge keeps 3:1 on the paper. */
const faded = { inside: 0.28, edge: 0.82, words: 0.75 };
/** How much of a mark's inside there is before it is solid. */
const ghost = 0.1;

/** Draws numbers into a picture's elements. Every value is written only when it changes. */
export class Stage {
  readonly #picture: Picture;
  readonly #troops: readonly Troop[];
  readonly #counters: readonly Counter[];
  readonly #captions: readonly Caption[];
  readonly #heads: readonly HTMLElement[];
  readonly #notes: readonly HTMLElement[];
  readonly #matrix: DOMMatrix;

  /** @param root holds the elements in the order of the picture's items, groups and strips */
  constructor(root: HTMLElement, picture: Picture) {
    const all = <E extends Element>(selector: string): E[] => [
      ...root.querySelectorAll<E>(selector),
    ];
    this.#picture = picture;
    this.#matrix = root.querySelector('svg')!.createSVGMatrix();
    const { sum, lines } = picture;
    const groups = all<SVGGElement>('.people > g');
    this.#troops = sum.items.map((item, index) => ({
      item,
      element: groups[index]!,
      marks: [...groups[index]!.children].map((mark) =>
        (mark as SVGPathElement).transform.baseVal.getItem(0),
      ),
      ways: ways(item, picture),
      drawn: '',
    }));
    this.#heads = all('.head');
    this.#notes = all('.note');
    const plain = all<HTMLElement>('.row.plain');
    const lit = all<HTMLElement>('.row.lit');
    const strips = lines.strips;
    const strong = strips.filter(({ items }) => isLit(items, picture));
    const caption = (element: HTMLElement, { items }: Strip, lit: boolean): Caption => ({
      element,
      item: items[0]!,
      last: items.at(-1)!,
      lit,
    });
    this.#captions = [
      ...plain.map((element, index) => caption(element, strips[index]!, false)),
      ...lit.map((element, index) => caption(element, strong[index]!, true)),
    ];
    this.#counters = [
      ...all('.total').map((element, group) => ({
        element,
        group,
        before: 0,
        count: sum.groups[group]!.total,
      })),
      ...this.#captions.flatMap(({ element: row, item }) => {
        const element = row.querySelector('.figure');
        return element ? [{ element, ...item }] : [];
      }),
    ];
  }

  draw(numbers: Readonly<Numbers>): void {
    const { apart = 0, count = 1, solid = 1 } = numbers;
    const parts = new Map<Item, number>();
    for (const [index, troop] of this.#troops.entries()) {
      const part = easeInOut(stagger(index, this.#troops.length, apart));
      parts.set(troop.item, part);
      this.#move(troop, part, count);
      this.#shade(troop, solid, this.#fade(troop.item, numbers));
    }
    for (const head of this.#heads) setOpacity(head, 1 - clamp01(apart * 4));
    for (const { element, item, last, lit } of this.#captions) {
      const there = clamp01((parts.get(last)! - 0.85) / 0.15);
      // One kind of type goes before the other comes: two at once cannot be read.
      const strength = this.#lit(item, numbers) * 4;
      const plain = clamp01(1 - strength) * mix(1, faded.words, this.#fade(item, numbers));
      setOpacity(element, there * (lit ? clamp01(strength - 1) : plain));
    }
    this.#notes.forEach((note, index) =>
      setOpacity(note, clamp01(2 * (numbers[`note${index}`] ?? 0) - 1)),
    );
    for (const counter of this.#counters) this.#count(counter, count);
  }

  #move(troop: Troop, part: number, count: number): void {
    const { item, element, marks, ways } = troop;
    const drawn = `${part} ${count}`;
    if (drawn === troop.drawn) return;
    troop.drawn = drawn;
    const { blocks, lines, sum } = this.#picture;
    const size = mix(blocks.mark, lines.mark, part);
    // The outline is about a pixel wide at every size, and never so wide that it fills the mark.
    setAttribute(element, 'stroke-width', Math.min(0.16, Math.max(0.06, 1.2 / size)));
    const counted = count * sum.groups[item.group]!.drawn - item.first;
    const matrix = this.#matrix;
    for (let i = 0, at = 0; i < marks.length; i++, at += 4) {
      matrix.a = matrix.d = size * clamp01(counted - i);
      matrix.e = mix(ways[at]!, ways[at + 2]!, part);
      matrix.f = mix(ways[at + 1]!, ways[at + 3]!, part);
      marks[i]!.setMatrix(matrix);
    }
  }

  #shade({ element }: Troop, solid: number, fade: number): void {
    const inside = mix(ghost, 1, solid) * mix(1, faded.inside, fade);
    const edge = Math.max(1 - solid, clamp01(fade * 2)) * mix(1, faded.edge, fade);
    setAttribute(element, 'fill-opacity', inside);
    setAttribute(element, 'stroke-opacity', edge);
  }

  /** The text node is draw's own: assistive technology reads the picture's label, which has the last figure. */
  #count({ element, group, before, count }: Counter, share: number): void {
    const counted = Math.round(share * this.#picture.sum.groups[group]!.total) - before;
    const figure = formatNumber(Math.max(0, Math.min(count, counted)), this.#picture.language);
    const text = element.firstChild ?? element.appendChild(document.createTextNode(''));
    if (text.nodeValue !== figure) text.nodeValue = figure;
  }

  #lit(item: Item, numbers: Readonly<Numbers>): number {
    return this.#weigh('lit', numbers, (choice) => choice.has(item));
  }

  #fade(item: Item, numbers: Readonly<Numbers>): number {
    return this.#weigh('fade', numbers, (choice) => !choice.has(item));
  }

  #weigh(
    name: string,
    numbers: Readonly<Numbers>,
    holds: (choice: ReadonlySet<Item>) => boolean,
  ): number {
    return this.#picture.choices.reduce(
      (sum, choice, index) => sum + (holds(choice) ? (numbers[`${name}${index}`] ?? 0) : 0),
      0,
    );
  }
}

/** Whether a strip is lit in some state, and so needs its words in both kinds of type. */
export const isLit = (items: readonly Item[], { choices }: Pick<Picture, 'choices'>): boolean =>
  items.length === 1 && choices.some((choice) => choice.has(items[0]!));

function ways(item: Item, { blocks, lines, left }: Picture): Float64Array {
  const strip = lines.strips.find(({ items }) => items.includes(item))!;
  const earlier = strip.items
    .slice(0, strip.items.indexOf(item))
    .reduce((sum, { drawn }) => sum + drawn, 0);
  const corner = blocks.corners[item.group]!;
  return Float64Array.from({ length: item.drawn * 4 }, (_, at) => {
    const mark = at >> 2;
    const from = item.first + mark;
    const to = earlier + mark;
    switch (at & 3) {
      case 0:
        return left(corner.x + (from % blocks.columns) * blocks.across);
      case 1:
        return corner.y + Math.floor(from / blocks.columns) * blocks.down;
      case 2:
        return left(strip.corner.x + (to % strip.columns) * lines.across);
      default:
        return strip.corner.y + Math.floor(to / strip.columns) * lines.down;
    }
  });
}

function setOpacity(element: HTMLElement, value: number): void {
  const text = String(Math.round(value * 1000) / 1000);
  if (element.style.opacity !== text) element.style.opacity = text;
}

function setAttribute(element: Element, name: string, value: number): void {
  const text = String(Math.round(value * 1000) / 1000);
  if (element.getAttribute(name) !== text) element.setAttribute(name, text);
}
